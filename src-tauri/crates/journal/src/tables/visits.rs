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
