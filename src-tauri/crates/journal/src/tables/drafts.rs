//! Drafts: form input that is not yet an entry.
//!
//! Drafts survive a crash. They are not part of undo.

use crate::Result;
use crate::journal::Journal;
use rusqlite::params;

/// The last saved draft of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDraft {
    /// The form's name.
    pub form: String,
    /// When it was saved, in seconds since 1970 UTC.
    pub at: i64,
    /// The input, as serialized by the form.
    pub text: String,
}

impl Journal {
    /// Saves the draft of a form; durable on return. `now` is in seconds since 1970 UTC.
    pub fn save_draft(&mut self, form: &str, now: i64, text: &str) -> Result<()> {
        self.db
            .prepare_cached("insert or replace into draft values (?1, ?2, ?3)")?
            .execute(params![form, now, text])?;
        Ok(())
    }

    /// Deletes the draft of a form, after it was recorded or discarded.
    pub fn discard_draft(&mut self, form: &str) -> Result<()> {
        self.db
            .prepare_cached("delete from draft where form = ?1")?
            .execute([form])?;
        Ok(())
    }

    /// Returns all drafts, oldest first.
    pub fn drafts(&self) -> Result<Vec<StoredDraft>> {
        let mut statement = self
            .db
            .prepare_cached("select form, at, text from draft order by at, form")?;
        let rows = statement.query_map([], |row| {
            Ok(StoredDraft {
                form: row.get(0)?,
                at: row.get(1)?,
                text: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
