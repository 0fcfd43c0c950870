//! Trackers and custom definitions.

use crate::Result;
use crate::journal::Journal;
use crate::write::stored::Stored;
use domain::Tracker;
use domain::tracker::TrackerStatus;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many of a tracker's latest entries `recent` looks at.
const RECENT_ENTRIES: u32 = 60;

impl Journal {
    /// Returns all trackers in display order, with the key of their definition.
    pub fn trackers(&self) -> Result<Vec<(String, Tracker)>> {
        let mut statement = self.db.prepare_cached(
            "select definition, name, position, status, usual from tracker order by position, id",
        )?;
        let rows =
            statement.query_map([], |row| Ok((row.get::<_, String>(0)?, read_tracker(row)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the definitions of custom trackers, as key and TOML text.
    pub fn custom_definitions(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self
            .db
            .prepare_cached("select key, text from custom_definition order by key")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the fields of a tracker that were ever answered.
    pub fn fields_with_answers(&self, tracker: &str) -> Result<Vec<String>> {
        let mut statement = self.db.prepare_cached(
            "select distinct field from value where entry in \
             (select id from entry where tracker = (select id from tracker where definition = ?1))",
        )?;
        let rows = statement.query_map([tracker], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the trackers with at least one entry.
    pub fn trackers_with_entries(&self) -> Result<Vec<String>> {
        let mut statement = self.db.prepare_cached(
            "select definition from tracker where exists \
             (select 1 from entry where entry.tracker = tracker.id) order by id",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the distinct recent choices and texts of a tracker by field, latest first.
    pub fn recent(&self, tracker: &str) -> Result<BTreeMap<String, Vec<String>>> {
        let mut statement = self.db.prepare_cached(
            "select field, text from value where text is not null and entry in \
             (select id from entry where tracker = (select id from tracker where definition = ?1) \
              order by day desc, id desc limit ?2) \
             group by field, text order by max(entry) desc",
        )?;
        let mut rows = statement.query(params![tracker, RECENT_ENTRIES])?;
        let mut recent: BTreeMap<String, Vec<String>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            recent.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(recent)
    }

    /// Inserts those of the given trackers that the journal lacks. Records no revision.
    pub fn ensure_trackers(&mut self, new: &[(&str, Tracker)]) -> Result<()> {
        let known = self.trackers()?;
        let missing = || {
            new.iter()
                .filter(|(key, _)| !known.iter().any(|(known, _)| known == key))
        };
        if missing().next().is_none() {
            return Ok(());
        }
        let transaction = self.db.transaction()?;
        for (key, tracker) in missing() {
            Stored::store(&transaction, key, Some(tracker))?;
        }
        Ok(transaction.commit()?)
    }
}

fn read_tracker(row: &Row<'_>) -> rusqlite::Result<Tracker> {
    let usual: Option<String> = row.get(4)?;
    Ok(Tracker {
        name: row.get(1)?,
        position: row.get(2)?,
        status: TrackerStatus::from_key(&row.get::<_, String>(3)?),
        usual: usual.and_then(|text| serde_json::from_str(&text).ok()),
    })
}

impl Stored for Tracker {
    const IDS: &'static str = "select definition from tracker order by definition";

    fn load(db: &Connection, key: &str) -> Result<Option<Self>> {
        Ok(db
            .prepare_cached(
                "select definition, name, position, status, usual from tracker where definition = ?1",
            )?
            .query_row([key], read_tracker)
            .optional()?)
    }

    fn store(db: &Connection, key: &str, tracker: Option<&Self>) -> Result<()> {
        let Some(tracker) = tracker else {
            db.prepare_cached("delete from tracker where definition = ?1")?
                .execute([key])?;
            return Ok(());
        };
        let usual = tracker
            .usual
            .as_ref()
            .map(serde_json::to_string)
            .transpose()?;
        db.prepare_cached(
            "insert into tracker (definition, name, position, status, usual) values (?1, ?2, ?3, ?4, ?5) \
             on conflict (definition) do update set name = ?2, position = ?3, status = ?4, usual = ?5",
        )?
        .execute(params![key, tracker.name, tracker.position, tracker.status.key(), usual])?;
        Ok(())
    }
}

/// The definition of a custom tracker, as TOML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CustomDefinition(pub String);

impl Stored for CustomDefinition {
    const IDS: &'static str = "select key from custom_definition order by key";

    fn load(db: &Connection, key: &str) -> Result<Option<Self>> {
        Ok(db
            .prepare_cached("select text from custom_definition where key = ?1")?
            .query_row([key], |row| row.get(0).map(Self))
            .optional()?)
    }

    fn store(db: &Connection, key: &str, value: Option<&Self>) -> Result<()> {
        match value {
            Some(Self(text)) => db
                .prepare_cached("insert or replace into custom_definition values (?1, ?2)")?
                .execute([key, text])?,
            None => db
                .prepare_cached("delete from custom_definition where key = ?1")?
                .execute([key])?,
        };
        Ok(())
    }
}
