//! Writing through a session.

use super::Session;
use super::open::ignore_read_only;
use super::settings::Settings;
use crate::changed::{Changed, Topic};
use crate::clock::zones;
use crate::error::Result;
use crate::msg;
use crate::operation::Operation;
use crate::support::while_locked;
use domain::{Definition, Entry};
use journal::{Change, StoredEntry};

impl Session {
    /// Applies `changes` as one change that can be undone. Durable on return.
    ///
    /// # Errors
    /// Returns an error of the journal; nothing is changed then.
    pub fn commit(
        &mut self,
        operation: &Operation,
        changes: &[Change],
        topics: &[Topic],
    ) -> Result<Changed> {
        self.commit_form(operation, changes, topics, None)
    }

    /// Like `commit`; also deletes the draft of `form` in the same transaction.
    ///
    /// # Errors
    /// Returns an error of the journal; nothing is changed then.
    pub fn commit_form(
        &mut self,
        operation: &Operation,
        changes: &[Change],
        topics: &[Topic],
        form: Option<&str>,
    ) -> Result<Changed> {
        let now = self.clock.now().timestamp();
        let count = self
            .journal
            .apply(&operation.stored(), now, changes, form)?;
        if topics.contains(&Topic::Preferences) {
            self.reload_settings()?;
        }
        if topics.contains(&Topic::Trackers) {
            self.reload_definitions()?;
        }
        if changes.iter().any(while_locked::concerns) {
            // The change is saved; the pieces are written again with the next one.
            let _ = while_locked::refresh(self);
        }
        let now = self.clock.now().with_timezone(&self.clock.zone());
        let time = self.locale().time(now.time());
        Ok(Changed {
            topics: topics.to_vec(),
            message: self
                .locale()
                .format(msg::SAVED_AT, &[("time", time.into())]),
            uid: None,
            count,
        })
    }

    /// Saves app state. Undo does not cover it.
    pub(crate) fn set_app_state(&mut self, key: &str, value: &str) -> Result<Changed> {
        self.journal.set_app_state(key, value)?;
        Ok(Changed::topic(Topic::Preferences, String::new()))
    }

    /// Undoes the last change. Returns its stored name, if there was one.
    pub(crate) fn undo(&mut self) -> Result<Option<String>> {
        let operation = self.journal.undo()?;
        self.reload()?;
        Ok(operation)
    }

    /// Redoes the last undone change. Returns its stored name, if there was one.
    pub(crate) fn redo(&mut self) -> Result<Option<String>> {
        let operation = self.journal.redo()?;
        self.reload()?;
        Ok(operation)
    }

    fn reload(&mut self) -> Result<()> {
        self.reload_settings()?;
        let _ = while_locked::refresh(self);
        self.reload_definitions()
    }

    /// Reloads the settings from the preferences.
    fn reload_settings(&mut self) -> Result<()> {
        self.settings = Settings::load(&self.journal, &self.settings.system_languages)?;
        Ok(())
    }

    /// Reloads the definitions with custom trackers and names, and updates the tracker views.
    pub(crate) fn reload_definitions(&mut self) -> Result<()> {
        let names = self.journal.trackers()?.into_iter();
        let names = names.filter_map(|(key, tracker)| Some((key, tracker.name?)));
        self.definitions
            .reload(self.journal.custom_definitions()?, &names.collect());
        let all: Vec<&Definition> = self.definitions.all().iter().collect();
        ignore_read_only(self.journal.refresh_views(&all))
    }

    /// Adds definitions that are not stored yet, so that entries of theirs can be validated. Forgotten
    /// at the next reload.
    pub(crate) fn preview_definitions(&mut self, new: &[(Definition, String)]) -> Result<()> {
        let mut custom = self.journal.custom_definitions()?;
        let new = new
            .iter()
            .map(|(definition, text)| (definition.key.clone(), text.clone()));
        custom.extend(new);
        let names = self.journal.trackers()?.into_iter();
        let names = names.filter_map(|(key, tracker)| Some((key, tracker.name?)));
        self.definitions.reload(custom, &names.collect());
        Ok(())
    }

    /// Returns the change that stores an entry, with its measures computed.
    ///
    /// # Errors
    /// Returns `NotFound` if its tracker has no definition.
    pub fn to_stored(&self, entry: Entry) -> Result<Change> {
        let definition = self.definition(&entry.tracker)?;
        Ok(self.to_stored_as(definition, entry))
    }

    /// Like `to_stored`, with a definition that is not in effect yet.
    pub(crate) fn to_stored_as(&self, definition: &Definition, entry: Entry) -> Change {
        Change::Entry {
            id: entry.uid.clone(),
            value: Some(Box::new(StoredEntry {
                row_id: None,
                search_text: Some(self.definitions.search_text(&entry)),
                measures: entry.measures(definition, zones()),
                entry,
            })),
        }
    }
}
