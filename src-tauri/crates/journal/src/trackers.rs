//! Queries for trackers, custom definitions and pauses.
//!
//! Definitions are handled as opaque text.

use crate::{Journal, Trouble};
use care::pause::Why;
use care::period::Period;
use care::tracker::Using;
use care::{Pause, Tracker};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeMap;

/// How many of a tracker's latest entries `recent` looks at.
const RECENT: u32 = 60;

impl Journal {
    /// Returns all trackers in display order, with the key of their definition.
    pub fn trackers(&self) -> Result<Vec<(String, Tracker)>, Trouble> {
        let mut statement = self.db.prepare_cached(
            "select definition, name, position, state, usual from tracker order by position, id",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, read(row)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the definitions of custom trackers, as key and TOML text.
    pub fn own_definitions(&self) -> Result<Vec<(String, String)>, Trouble> {
        let mut statement = self
            .db
            .prepare_cached("select key, text from own_definition order by key")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the fields of a tracker that were ever answered.
    pub fn answered_fields(&self, tracker: &str) -> Result<Vec<String>, Trouble> {
        let mut statement = self.db.prepare_cached(
            "select distinct field from value where entry in \
             (select id from entry where tracker = (select id from tracker where definition = ?1))",
        )?;
        let rows = statement.query_map([tracker], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the trackers with at least one entry.
    pub fn trackers_with_entries(&self) -> Result<Vec<String>, Trouble> {
        let mut statement = self.db.prepare_cached(
            "select definition from tracker where exists \
             (select 1 from entry where entry.tracker = tracker.id) order by id",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the distinct recent choices and texts of a tracker by field, latest first.
    pub fn recent(&self, tracker: &str) -> Result<BTreeMap<String, Vec<String>>, Trouble> {
        let mut statement = self.db.prepare_cached(
            "select field, text from value where text is not null and entry in \
             (select id from entry where tracker = (select id from tracker where definition = ?1) \
              order by day desc, id desc limit ?2) \
             group by field, text order by max(entry) desc",
        )?;
        let mut rows = statement.query(params![tracker, RECENT])?;
        let mut recent: BTreeMap<String, Vec<String>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            recent.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(recent)
    }

    /// Returns the pauses that overlap a period with their uids, ordered by first day.
    pub fn pauses(&self, period: Period) -> Result<Vec<(String, Pause)>, Trouble> {
        let mut statement = self.db.prepare_cached(
            "select uid, why, first, last from pause where first <= ?2 and coalesce(last, ?2) >= ?1 order by first, uid",
        )?;
        let ends = params![period.from.to_string(), period.to.to_string()];
        let rows = statement.query_map(ends, |row| {
            Ok((row.get::<_, String>(0)?, read_pause(row, 1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Tracker> {
    let usual: Option<String> = row.get(4)?;
    Ok(Tracker {
        name: row.get(1)?,
        position: row.get(2)?,
        using: Using::of(&row.get::<_, String>(3)?),
        usual: usual.and_then(|text| serde_json::from_str(&text).ok()),
    })
}

pub(crate) fn tracker(db: &Connection, key: &str) -> Result<Option<Tracker>, Trouble> {
    Ok(db
        .prepare_cached(
            "select definition, name, position, state, usual from tracker where definition = ?1",
        )?
        .query_row([key], read)
        .optional()?)
}

pub(crate) fn put_tracker(db: &Connection, key: &str, tracker: &Tracker) -> Result<(), Trouble> {
    let usual = tracker
        .usual
        .as_ref()
        .map(serde_json::to_string)
        .transpose()?;
    db.prepare_cached(
        "insert into tracker (uid, definition, name, position, state, usual) values (?1, ?1, ?2, ?3, ?4, ?5) \
         on conflict (uid) do update set name = ?2, position = ?3, state = ?4, usual = ?5",
    )?
    .execute(params![
        key,
        tracker.name,
        tracker.position,
        tracker.using.key(),
        usual
    ])?;
    Ok(())
}

pub(crate) fn own_definition(db: &Connection, key: &str) -> Result<Option<String>, Trouble> {
    Ok(db
        .prepare_cached("select text from own_definition where key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

fn read_pause(row: &Row<'_>, at: usize) -> rusqlite::Result<Pause> {
    let why: String = row.get(at)?;
    let from: String = row.get(at + 1)?;
    let to: Option<String> = row.get(at + 2)?;
    let day = |text: String| text.parse::<NaiveDate>().ok();
    Ok(Pause {
        why: match why.as_str() {
            "holiday" => Why::Holiday,
            "hospital" => Why::Hospital,
            _ => Why::Rest,
        },
        from: day(from).unwrap_or_default(),
        to: to.and_then(day),
    })
}

pub(crate) fn pause(db: &Connection, uid: &str) -> Result<Option<Pause>, Trouble> {
    Ok(db
        .prepare_cached("select why, first, last from pause where uid = ?1")?
        .query_row([uid], |row| read_pause(row, 0))
        .optional()?)
}

pub(crate) fn put_pause(db: &Connection, uid: &str, pause: Option<&Pause>) -> Result<(), Trouble> {
    let Some(pause) = pause else {
        db.prepare_cached("delete from pause where uid = ?1")?
            .execute([uid])?;
        return Ok(());
    };
    let why = match pause.why {
        Why::Holiday => "holiday",
        Why::Hospital => "hospital",
        Why::Rest => "rest",
    };
    let to = pause.to.map(|day| day.to_string());
    db.prepare_cached("insert or replace into pause values (?1, ?2, ?3, ?4)")?
        .execute(params![uid, why, pause.from.to_string(), to])?;
    Ok(())
}
