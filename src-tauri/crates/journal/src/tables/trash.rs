//! Removed entries.

use crate::Result;
use crate::journal::Journal;
use crate::tables::history::entry_in;
use chrono::{DateTime, Utc};
use domain::Entry;

/// A removed entry.
#[derive(Debug, Clone, PartialEq)]
pub struct RemovedEntry {
    /// Id of the revision that removed it.
    pub revision: i64,
    /// When it was removed.
    pub at: DateTime<Utc>,
    /// The entry before its removal.
    pub entry: Entry,
}

impl Journal {
    /// Returns the entries removed since an instant and not restored, latest first.
    pub fn removed(&self, since: DateTime<Utc>) -> Result<Vec<RemovedEntry>> {
        // Starts from the removed entries, because they are few compared with revisions.
        let mut statement = self.db.prepare_cached(
            "with gone as (select distinct uid from revision_entry where uid not in (select uid from entry)) \
             select revision.id, at, before, gone.uid from gone join revision on revision.id = \
                 (select max(revision_entry.revision) from revision_entry join revision as act on act.id = revision_entry.revision \
                 where revision_entry.uid = gone.uid and act.state = 'done') \
             where at >= ?1 order by revision.id desc",
        )?;
        let mut rows = statement.query([since.timestamp()])?;
        let mut removed = Vec::new();
        while let Some(row) = rows.next()? {
            let (before, uid): (String, String) = (row.get(2)?, row.get(3)?);
            if let Some(entry) = entry_in(&before, &uid)? {
                removed.push(RemovedEntry {
                    revision: row.get(0)?,
                    at: DateTime::from_timestamp(row.get(1)?, 0).unwrap_or_default(),
                    entry,
                });
            }
        }
        Ok(removed)
    }
}
