//! Undo and redo.

use super::change::Change;
use crate::Result;
use crate::journal::Journal;
use rusqlite::{OptionalExtension, params};

impl Journal {
    /// Undoes the last change. Returns its name, or `None` if there is nothing to undo.
    pub fn undo(&mut self) -> Result<Option<String>> {
        self.step(
            "select id, act, before from revision where state = 'done' order by id desc limit 1",
            "undone",
        )
    }

    /// Redoes the last undone change. Returns its name, or `None` if there is nothing to redo.
    pub fn redo(&mut self) -> Result<Option<String>> {
        self.step(
            "select id, act, after from revision where state = 'undone' order by id limit 1",
            "done",
        )
    }

    fn step(&mut self, find: &str, state: &str) -> Result<Option<String>> {
        let transaction = self
            .db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let row: Option<(i64, String, String)> = transaction
            .query_row(find, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((id, act, states)) = row else {
            return Ok(None);
        };
        let mut changes: Vec<Change> = serde_json::from_str(&states)?;
        if state == "undone" {
            // In reverse order, because later items may depend on earlier ones.
            changes.reverse();
        }
        for change in &changes {
            change.store(&transaction)?;
        }
        transaction.execute(
            "update revision set state = ?1 where id = ?2",
            params![state, id],
        )?;
        transaction.commit()?;
        Ok(Some(act))
    }

    /// Returns the names of the changes that undo and redo would apply to.
    pub fn undo_redo_operations(&self) -> Result<(Option<String>, Option<String>)> {
        let act = |sql: &str| self.db.query_row(sql, [], |row| row.get(0)).optional();
        Ok((
            act("select act from revision where state = 'done' order by id desc limit 1")?,
            act("select act from revision where state = 'undone' order by id limit 1")?,
        ))
    }
}
