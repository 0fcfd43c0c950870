//! Comparison of two journals.
//!
//! Lists all records of a journal, and the changes that turn one journal into another.

use crate::Result;
use crate::journal::Journal;
use crate::write::change::{Change, KINDS};
use std::collections::BTreeMap;

impl Journal {
    /// Returns the changes that make this journal equal to `other`; only records that differ.
    pub fn differences(&self, other: &Self) -> Result<Vec<Change>> {
        let (mut ours, theirs) = (self.all_records()?, other.all_records()?);
        let mut changes = Vec::new();
        for (name, change) in theirs {
            if ours.remove(&name).as_ref() != Some(&change) {
                changes.push(change);
            }
        }
        self.keep_order(other, &mut changes)?;
        // Deletions run in reverse order: an entry before its tracker.
        changes.extend(ours.into_values().rev().map(Change::removed));
        Ok(changes)
    }

    /// Returns all records of the journal, keyed by type and name. Row ids are omitted because they
    /// differ between files.
    pub(crate) fn all_records(&self) -> Result<BTreeMap<(usize, String), Change>> {
        let mut all = BTreeMap::new();
        for (rank, kind) in KINDS.iter().enumerate() {
            let mut statement = self.db.prepare(kind.ids)?;
            let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
            for id in ids {
                let id = id?;
                let change = (kind.removal)(id.clone()).current_state(&self.db)?;
                all.insert((rank, id), change.without_row_id());
            }
        }
        Ok(all)
    }
}
