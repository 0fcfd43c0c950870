//! Earlier versions of an entry, read from its revisions.

use crate::change::Item;
use crate::{Journal, Trouble};
use care::Entry;
use chrono::{DateTime, Utc};

/// One change to an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Revision id; increases with time.
    pub id: i64,
    /// When the change was made.
    pub at: DateTime<Utc>,
    /// The entry before the change; `None` if it did not exist.
    pub before: Option<Entry>,
    /// The entry after the change; `None` if it was removed.
    pub after: Option<Entry>,
}

impl Journal {
    /// Returns the changes to an entry that are not undone, latest first.
    pub fn history(&self, uid: &str) -> Result<Vec<Revision>, Trouble> {
        let mut statement = self.db.prepare_cached(
            "select revision.id, at, before, after from touched join revision on revision.id = touched.revision \
             where uid = ?1 and state = 'done' order by revision.id desc",
        )?;
        let mut rows = statement.query([uid])?;
        let mut history = Vec::new();
        while let Some(row) = rows.next()? {
            let (before, after): (String, String) = (row.get(2)?, row.get(3)?);
            let (before, after) = (of(&before, uid)?, of(&after, uid)?);
            // A change that only recomputed measures left the entry itself unchanged.
            if before != after {
                history.push(Revision {
                    id: row.get(0)?,
                    at: DateTime::from_timestamp(row.get(1)?, 0).unwrap_or_default(),
                    before,
                    after,
                });
            }
        }
        Ok(history)
    }
}

pub(crate) fn of(images: &str, uid: &str) -> Result<Option<Entry>, Trouble> {
    let items: Vec<Item> = serde_json::from_str(images)?;
    Ok(items.into_iter().find_map(|item| match item {
        Item::Entry {
            uid: found,
            kept: Some(kept),
        } if found == uid => Some(kept.entry),
        Item::Entry { .. }
        | Item::Preference { .. }
        | Item::Visit { .. }
        | Item::Tracker { .. }
        | Item::Definition { .. }
        | Item::Pause { .. } => None,
    }))
}
