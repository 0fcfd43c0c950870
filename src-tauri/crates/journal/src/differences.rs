//! Comparison of two journals.
//!
//! Lists all records of a journal, and the changes that turn one journal into another.

use crate::change::{Item, image};
use crate::{Journal, Trouble};
use std::collections::BTreeMap;

type Named = fn(String) -> Item;

/// Each record type with the query for its names. Ordered so that no record depends on a later
/// type.
pub(crate) const KINDS: [(Named, &str); 6] = [
    (
        |key| Item::Definition { key, text: None },
        "select key from own_definition",
    ),
    (
        |key| Item::Tracker { key, tracker: None },
        "select definition from tracker",
    ),
    (
        |uid| Item::Entry { uid, kept: None },
        "select uid from entry",
    ),
    (
        |uid| Item::Pause { uid, pause: None },
        "select uid from pause",
    ),
    (
        |uid| Item::Visit { uid, visit: None },
        "select uid from visit",
    ),
    (
        |key| Item::Preference { key, value: None },
        "select key from preference",
    ),
];

impl Journal {
    /// Returns the changes that make this journal equal to `other`; only records that differ.
    pub fn differences(&self, other: &Self) -> Result<Vec<Item>, Trouble> {
        let (mut mine, theirs) = (self.everything()?, other.everything()?);
        let mut items = Vec::new();
        for (name, item) in theirs {
            if mine.remove(&name).as_ref() != Some(&item) {
                items.push(item);
            }
        }
        // Deletions run in reverse order: an entry before its tracker.
        items.extend(mine.into_values().rev().map(without));
        Ok(items)
    }

    /// Returns all records of the journal, keyed by type and name. Row ids are omitted because they
    /// differ between files.
    pub(crate) fn everything(&self) -> Result<BTreeMap<(usize, String), Item>, Trouble> {
        let mut all = BTreeMap::new();
        let uids = |sql: &str| -> Result<Vec<String>, Trouble> {
            let mut statement = self.db.prepare(sql)?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        for (rank, (named, sql)) in KINDS.into_iter().enumerate() {
            for uid in uids(sql)? {
                let mut item = image(&self.db, &named(uid.clone()))?;
                if let Item::Entry {
                    kept: Some(kept), ..
                } = &mut item
                {
                    kept.id = None;
                }
                all.insert((rank, uid), item);
            }
        }
        Ok(all)
    }
}

/// Returns the item that deletes the same record.
fn without(item: Item) -> Item {
    match item {
        Item::Entry { uid, .. } => Item::Entry { uid, kept: None },
        Item::Preference { key, .. } => Item::Preference { key, value: None },
        Item::Visit { uid, .. } => Item::Visit { uid, visit: None },
        Item::Tracker { key, .. } => Item::Tracker { key, tracker: None },
        Item::Definition { key, .. } => Item::Definition { key, text: None },
        Item::Pause { uid, .. } => Item::Pause { uid, pause: None },
    }
}
