//! What two journals say differently.
//!
//! Owns going through everything a journal says, and what would have to be set for one to say what another says.

use crate::change::{Item, image};
use crate::{Journal, Trouble};
use std::collections::BTreeMap;

type Named = fn(String) -> Item;

/// Each kind of thing, and where its names stand. In this order one thing never needs what comes later.
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
    /// What would have to be set for this journal to say what another says: only what differs.
    pub fn differences(&self, other: &Self) -> Result<Vec<Item>, Trouble> {
        let (mut mine, theirs) = (self.everything()?, other.everything()?);
        let mut items = Vec::new();
        for (name, item) in theirs {
            if mine.remove(&name).as_ref() != Some(&item) {
                items.push(item);
            }
        }
        // What goes, goes backwards: an entry before its tracker.
        items.extend(mine.into_values().rev().map(without));
        Ok(items)
    }

    /// Everything the person could tell apart, by a name of its own. Rows' numbers are the file's, not the person's.
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

/// The same thing, gone.
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
