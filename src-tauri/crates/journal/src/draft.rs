//! What is being typed, kept until it is an entry.
//!
//! Owns drafts: they survive whatever ends the program, and are no act: nothing is taken back by undo.

use crate::{Journal, Trouble};
use rusqlite::params;

/// What was typed in a form, as it was kept last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The form's name.
    pub form: String,
    /// When it was kept, in unix seconds.
    pub at: i64,
    /// What was typed, as the form wrote it.
    pub text: String,
}

impl Journal {
    /// Keeps what is being typed in a form; on disk when this returns. `now` is unix seconds.
    pub fn keep_draft(&mut self, form: &str, now: i64, text: &str) -> Result<(), Trouble> {
        self.db
            .prepare_cached("insert or replace into draft values (?1, ?2, ?3)")?
            .execute(params![form, now, text])?;
        Ok(())
    }

    /// Drops what was typed in a form: it is an entry now, or not wanted.
    pub fn drop_draft(&mut self, form: &str) -> Result<(), Trouble> {
        self.db
            .prepare_cached("delete from draft where form = ?1")?
            .execute([form])?;
        Ok(())
    }

    /// Keeps a note of the program to itself among the preferences. Not an act.
    pub fn remember(&mut self, key: &str, value: &str) -> Result<(), Trouble> {
        self.db
            .prepare_cached("insert or replace into preference values (?1, ?2)")?
            .execute([key, value])?;
        Ok(())
    }

    /// The drafts there are, the oldest first.
    pub fn drafts(&self) -> Result<Vec<Typed>, Trouble> {
        let mut statement = self
            .db
            .prepare_cached("select form, at, text from draft order by at, form")?;
        let rows = statement.query_map([], |row| {
            Ok(Typed {
                form: row.get(0)?,
                at: row.get(1)?,
                text: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
