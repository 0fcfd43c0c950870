//! Earlier versions of an entry and of the safety plan, read from their revisions.

use crate::Result;
use crate::journal::Journal;
use crate::write::change::Change;
use chrono::{DateTime, Utc};
use domain::Entry;
use domain::support::SafetyPlan;

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
    pub fn history(&self, uid: &str) -> Result<Vec<Revision>> {
        let mut statement = self.db.prepare_cached(
            "select revision.id, at, before, after from revision_entry join revision on revision.id = revision_entry.revision \
             where uid = ?1 and state = 'done' order by revision.id desc",
        )?;
        let mut rows = statement.query([uid])?;
        let mut history = Vec::new();
        while let Some(row) = rows.next()? {
            let (before, after): (String, String) = (row.get(2)?, row.get(3)?);
            let (before, after) = (entry_in(&before, uid)?, entry_in(&after, uid)?);
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

impl Journal {
    /// Returns what the safety plan said after each change of it that is not undone, latest first.
    /// An emptied plan is left out.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub fn plan_history(&self, most: u32) -> Result<Vec<(DateTime<Utc>, SafetyPlan)>> {
        let mut statement = self.db.prepare_cached(
            "select at, after from revision where act = 'plan' and state = 'done' \
             order by id desc limit ?1",
        )?;
        let mut rows = statement.query([most])?;
        let mut plans = Vec::new();
        while let Some(row) = rows.next()? {
            let at = DateTime::from_timestamp(row.get(0)?, 0).unwrap_or_default();
            let changes: Vec<Change> = serde_json::from_str(&row.get::<_, String>(1)?)?;
            plans.extend(changes.into_iter().find_map(|change| {
                if let Change::SafetyPlan {
                    value: Some(plan), ..
                } = change
                {
                    return Some((at, plan));
                }
                None
            }));
        }
        Ok(plans)
    }
}

/// Returns the entry with an id among the changes of a revision (JSON).
pub(crate) fn entry_in(changes: &str, uid: &str) -> Result<Option<Entry>> {
    let changes: Vec<Change> = serde_json::from_str(changes)?;
    Ok(changes.into_iter().find_map(|change| {
        if let Change::Entry {
            id,
            value: Some(stored),
        } = change
            && id == uid
        {
            return Some(stored.entry);
        }
        None
    }))
}
