//! Session: an open journal with the definitions, the settings and the clock.
//!
//! A program has one session. Reads take `&Session`; every change that can be undone is written
//! with `commit`.

mod language;
pub mod open;
mod settings;
mod write;

use crate::clock::{Clock, zones};
use crate::definitions::Definitions;
use crate::error::{Error, RecordKind, Result};
use crate::ids::uid;
use crate::locale::Locale;
use chrono::NaiveDate;
use domain::entry::Source;
use domain::time::patient_day;
use domain::{Answer, Definition, Entry, EntryContext, Preferences};
use journal::Journal;
use settings::Settings;
use std::collections::BTreeMap;

/// An open journal with the definitions, the settings and the clock.
pub struct Session {
    journal: Journal,
    definitions: Definitions,
    settings: Settings,
    clock: Clock,
    /// Why the last backup failed, as a sentence.
    pub(crate) backup_error: Option<String>,
}

impl Session {
    /// Closes the journal. All changes are checkpointed into its one file.
    ///
    /// # Errors
    /// Returns an error if the checkpoint fails.
    pub fn close(self) -> Result<()> {
        Ok(self.journal.close()?)
    }

    /// Closes the journal after a crash, without a checkpoint: a running backup may be reading its
    /// file.
    ///
    /// # Errors
    /// Returns an error if SQLite can't close the file.
    pub fn close_without_checkpoint(self) -> Result<()> {
        Ok(self.journal.close_without_checkpoint()?)
    }

    /// Returns why the last backup failed, as a sentence; none if it succeeded.
    pub fn backup_error(&self) -> Option<&str> {
        self.backup_error.as_deref()
    }

    /// Returns the journal, for reading.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Returns the journal for writes that undo does not cover, such as drafts.
    pub(crate) fn journal_mut(&mut self) -> &mut Journal {
        &mut self.journal
    }

    /// Returns the definitions.
    pub fn definitions(&self) -> &Definitions {
        &self.definitions
    }

    /// Returns the definition with that key.
    ///
    /// # Errors
    /// Returns `NotFound` if there is none.
    pub fn definition(&self, key: &str) -> Result<&Definition> {
        self.definitions
            .get(key)
            .ok_or_else(|| Error::not_found(RecordKind::Tracker, key))
    }

    /// Returns the title of a tracker, with the user's name for it.
    pub fn title(&self, definition: &Definition) -> String {
        let labels = self.locale().labels_of(definition);
        labels.get_or_key("title").to_owned()
    }

    /// Returns whether a definition came with the program and bears its own name.
    pub(crate) fn is_built_in(&self, definition: &Definition) -> bool {
        self.definitions().is_built_in(&definition.key)
    }

    /// Returns the locale.
    pub fn locale(&self) -> &Locale {
        &self.settings.locale
    }

    /// Returns the preferences.
    pub fn preferences(&self) -> &Preferences {
        &self.settings.preferences
    }

    /// Returns the requested languages, best first: the user's choice before those of the computer.
    pub fn languages(&self) -> &[String] {
        &self.settings.languages
    }

    /// Returns the chosen country, else the country of the languages; empty if neither is known.
    pub fn country(&self) -> &str {
        &self.settings.country
    }

    /// Returns when the patient's day starts, in minutes after midnight.
    pub fn day_start(&self) -> u32 {
        self.settings.preferences.day_start
    }

    /// Returns the clock.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Replaces the clock, to record entries of other days.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// Returns the current day of the patient.
    pub fn today(&self) -> NaiveDate {
        patient_day(self.clock.now(), self.clock.zone(), self.day_start())
    }

    /// Returns the answers of an entry as typed into a form.
    pub(crate) fn answers_of(
        &self,
        definition: &Definition,
        entry: &Entry,
    ) -> BTreeMap<String, Answer> {
        entry.answers(definition, self.locale().grams_per_drink(), zones())
    }

    /// Returns the context that validates an entry written now.
    ///
    /// # Errors
    /// Returns an error if the computer gives no random bytes.
    pub fn entry_context(&self) -> Result<EntryContext> {
        Ok(EntryContext {
            now: self.clock.now(),
            zone: self.clock.zone(),
            zones: zones().clone(),
            day_start: self.day_start(),
            grams_per_drink: self.locale().grams_per_drink(),
            uid: uid()?,
            source: Source::Hand,
            previous: None,
        })
    }
}
