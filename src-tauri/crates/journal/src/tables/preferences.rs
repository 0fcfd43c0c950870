//! Preferences of the user, and the app's own state.

use crate::Result;
use crate::journal::Journal;
use crate::write::stored::Stored;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

/// Value of a preference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PreferenceValue(pub String);

impl Stored for PreferenceValue {
    const IDS: &'static str = "select key from preference order by key";

    fn load(db: &Connection, id: &str) -> Result<Option<Self>> {
        Ok(preference(db, id)?.map(Self))
    }

    fn store(db: &Connection, id: &str, value: Option<&Self>) -> Result<()> {
        match value {
            Some(Self(value)) => db
                .prepare_cached("insert or replace into preference values (?1, ?2)")?
                .execute([id, value])?,
            None => db
                .prepare_cached("delete from preference where key = ?1")?
                .execute([id])?,
        };
        Ok(())
    }
}

impl Journal {
    /// Returns a preference, if it was ever set.
    pub fn preference(&self, key: &str) -> Result<Option<String>> {
        preference(&self.db, key)
    }

    /// Returns all preferences that were set, by key.
    pub fn preferences(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self
            .db
            .prepare_cached("select key, value from preference order by key")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns a value of the app's own state, which is not undone and not part of a backup's
    /// differences.
    pub fn app_state(&self, key: &str) -> Result<Option<String>> {
        Ok(self
            .db
            .prepare_cached("select value from app_state where key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?)
    }

    /// Sets a value of the app's own state. Durable on return.
    pub fn set_app_state(&mut self, key: &str, value: &str) -> Result<()> {
        self.db
            .prepare_cached("insert or replace into app_state values (?1, ?2)")?
            .execute([key, value])?;
        Ok(())
    }
}

pub(crate) fn preference(db: &Connection, key: &str) -> Result<Option<String>> {
    Ok(db
        .query_row(
            "select value from preference where key = ?1",
            [key],
            |row| row.get(0),
        )
        .optional()?)
}
