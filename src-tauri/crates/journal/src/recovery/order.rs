//! The order of a day's entries, which is part of what a backup restores.
//!
//! Entries recorded in the same second are ordered by row id, and row ids differ between files.

use crate::Result;
use crate::journal::Journal;
use crate::write::change::Change;
use std::collections::{BTreeMap, HashMap};

/// Uids of a tracker's entries of one day, with their row ids, in order.
type DayOrder = BTreeMap<(String, String), Vec<(String, i64)>>;

impl Journal {
    /// Gives the changed entries row ids that put each day in the order of `other`. Adds the unchanged
    /// entries of a day that would otherwise be in another order.
    pub(super) fn keep_order(&self, other: &Self, changes: &mut Vec<Change>) -> Result<()> {
        let mut row_ids = self.new_row_ids(other)?;
        for change in changes.iter_mut() {
            let Change::Entry {
                id,
                value: Some(stored),
            } = change
            else {
                continue;
            };
            stored.row_id = row_ids.remove(id);
        }
        for (uid, row_id) in row_ids {
            let mut change = Change::Entry {
                id: uid,
                value: None,
            }
            .current_state(&other.db)?;
            if let Change::Entry {
                value: Some(stored),
                ..
            } = &mut change
            {
                stored.row_id = Some(row_id);
                changes.push(change);
            }
        }
        Ok(())
    }

    /// Returns new row ids for the entries of the days that are in another order in `other`.
    fn new_row_ids(&self, other: &Self) -> Result<HashMap<String, i64>> {
        let here: HashMap<String, i64> = self.day_orders()?.into_values().flatten().collect();
        let next = here.values().max().copied().unwrap_or_default() + 1;
        let mut fresh = next..;
        let mut row_ids = HashMap::new();
        let days = other.day_orders()?.into_values();
        for entries in days.filter(|day| day.len() > 1) {
            let ids = entries.iter().map(|(uid, _)| here.get(uid));
            let known: Vec<&i64> = ids.flatten().collect();
            if known.len() < entries.len() || !known.is_sorted() {
                row_ids.extend(entries.into_iter().map(|(uid, _)| uid).zip(&mut fresh));
            }
        }
        Ok(row_ids)
    }

    fn day_orders(&self) -> Result<DayOrder> {
        let mut statement = self.db.prepare(
            "select tracker.definition, entry.day, entry.uid, entry.id from entry \
             join tracker on tracker.id = entry.tracker order by entry.id",
        )?;
        let mut rows = statement.query([])?;
        let mut days = DayOrder::new();
        while let Some(row) = rows.next()? {
            let entries = days.entry((row.get(0)?, row.get(1)?)).or_default();
            entries.push((row.get(2)?, row.get(3)?));
        }
        Ok(days)
    }
}
