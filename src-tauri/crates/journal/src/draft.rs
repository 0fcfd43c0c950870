//! What is being typed, kept until it is an entry.
//!
//! Owns drafts: they survive whatever ends the program, and are no act: nothing is taken back by undo.

use crate::{Journal, Trouble};
use rusqlite::params;

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

    /// The drafts there are: form and text.
    pub fn drafts(&self) -> Result<Vec<(String, String)>, Trouble> {
        let mut statement = self
            .db
            .prepare_cached("select form, text from draft order by at, form")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
