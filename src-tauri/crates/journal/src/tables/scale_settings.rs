//! What the person set for a questionnaire.

use crate::Result;
use crate::journal::Journal;
use crate::write::stored::Stored;
use domain::questionnaire::ScaleSettings;
use rusqlite::{Connection, OptionalExtension};

impl Stored for ScaleSettings {
    const IDS: &'static str = "select tracker from scale_settings order by tracker";

    fn load(db: &Connection, tracker: &str) -> Result<Option<Self>> {
        let text: Option<String> = db
            .prepare_cached("select settings from scale_settings where tracker = ?1")?
            .query_row([tracker], |row| row.get(0))
            .optional()?;
        Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
    }

    fn store(db: &Connection, tracker: &str, settings: Option<&Self>) -> Result<()> {
        match settings {
            Some(settings) => db
                .prepare_cached("insert or replace into scale_settings values (?1, ?2)")?
                .execute([tracker, &serde_json::to_string(settings)?])?,
            None => db
                .prepare_cached("delete from scale_settings where tracker = ?1")?
                .execute([tracker])?,
        };
        Ok(())
    }
}

impl Journal {
    /// Returns what the person set for a questionnaire; the default if nothing.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub fn scale_settings(&self, tracker: &str) -> Result<ScaleSettings> {
        Ok(ScaleSettings::load(&self.db, tracker)?.unwrap_or_default())
    }
}
