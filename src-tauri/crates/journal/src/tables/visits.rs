//! Visits and what their page holds.

use crate::Result;
use crate::journal::Journal;
use crate::write::stored::Stored;
use domain::Visit;
use rusqlite::{Connection, OptionalExtension};

impl Stored for Visit {
    const IDS: &'static str = "select uid from visit order by uid";

    fn load(db: &Connection, id: &str) -> Result<Option<Self>> {
        visit(db, id)
    }

    fn store(db: &Connection, id: &str, value: Option<&Self>) -> Result<()> {
        match value {
            Some(visit) => db
                .prepare_cached("insert or replace into visit values (?1, ?2)")?
                .execute([id, &serde_json::to_string(visit)?])?,
            None => db
                .prepare_cached("delete from visit where uid = ?1")?
                .execute([id])?,
        };
        Ok(())
    }
}

impl Journal {
    /// Returns the visits that have been, with their uids, the latest first.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub fn past_visits(&self) -> Result<Vec<(String, Visit)>> {
        let mut statement = self
            .db
            .prepare_cached("select uid, page from visit where uid <> 'next'")?;
        let rows = statement.query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        let mut visits: Vec<(String, Visit)> = Vec::new();
        for row in rows {
            let (uid, text) = row?;
            visits.push((uid, serde_json::from_str(&text)?));
        }
        visits.sort_by_key(|(_, visit)| std::cmp::Reverse(visit.date));
        Ok(visits)
    }

    /// Returns the visit with the given uid, if it exists.
    pub fn visit(&self, uid: &str) -> Result<Option<Visit>> {
        visit(&self.db, uid)
    }
}

pub(crate) fn visit(db: &Connection, uid: &str) -> Result<Option<Visit>> {
    let page: Option<String> = db
        .query_row("select page from visit where uid = ?1", [uid], |row| {
            row.get(0)
        })
        .optional()?;
    Ok(page.map(|text| serde_json::from_str(&text)).transpose()?)
}
