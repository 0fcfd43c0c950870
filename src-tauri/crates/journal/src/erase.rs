//! Removed entries, and permanent erasure.
//!
//! Erasure is the one operation that can't be undone. It deletes an entry from the journal, its
//! history, its drafts, the search index and the WAL. Backups of this journal can be erased from
//! separately.

use crate::change::Item;
use crate::open::Journal;
use crate::{Trouble, search};
use care::Entry;
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, params};

/// A removed entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    /// Id of the revision that removed it.
    pub revision: i64,
    /// When it was removed.
    pub at: DateTime<Utc>,
    /// The entry before its removal.
    pub entry: Entry,
}

impl Journal {
    /// Returns the entries removed since an instant and not restored, latest first.
    pub fn removed(&self, since: DateTime<Utc>) -> Result<Vec<Removed>, Trouble> {
        // Starts from the removed entries, because they are few compared with revisions.
        let mut statement = self.db.prepare_cached(
            "with gone as (select distinct uid from touched where uid not in (select uid from entry)) \
             select revision.id, at, before, gone.uid from gone join revision on revision.id = \
                 (select max(touched.revision) from touched join revision as act on act.id = touched.revision \
                 where touched.uid = gone.uid and act.state = 'done') \
             where at >= ?1 order by revision.id desc",
        )?;
        let mut rows = statement.query([since.timestamp()])?;
        let mut removed = Vec::new();
        while let Some(row) = rows.next()? {
            let (before, uid): (String, String) = (row.get(2)?, row.get(3)?);
            if let Some(entry) = crate::history::of(&before, &uid)? {
                removed.push(Removed {
                    revision: row.get(0)?,
                    at: DateTime::from_timestamp(row.get(1)?, 0).unwrap_or_default(),
                    entry,
                });
            }
        }
        Ok(removed)
    }

    /// Permanently erases an entry, its history and its drafts. Durable on return; can't be undone.
    /// Returns whether any data of the entry existed.
    pub fn erase(&mut self, uid: &str) -> Result<bool, Trouble> {
        let step = self
            .db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        search::forget(&step, uid)?;
        let mut forgotten = step.execute("delete from entry where uid = ?1", [uid])?;
        let revisions: Vec<i64> = step
            .prepare("select revision from touched where uid = ?1")?
            .query_map([uid], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for revision in &revisions {
            let images: Option<(String, String)> = step
                .query_row(
                    "select before, after from revision where id = ?1",
                    [revision],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .optional()?;
            let Some((before, after)) = images else {
                continue;
            };
            let (before, after) = (without(&before, uid)?, without(&after, uid)?);
            if before.is_empty() && after.is_empty() {
                step.execute("delete from revision where id = ?1", [revision])?;
            } else {
                let images = (
                    serde_json::to_string(&before)?,
                    serde_json::to_string(&after)?,
                );
                step.execute(
                    "update revision set before = ?2, after = ?3 where id = ?1",
                    params![revision, images.0, images.1],
                )?;
            }
            forgotten += 1;
        }
        step.execute("delete from touched where uid = ?1", [uid])?;
        // The form of an existing entry has the entry's uid in its name.
        step.execute("delete from draft where instr(form, ?1) > 0", [uid])?;
        step.commit()?;
        self.leave_no_saves()?;
        Ok(forgotten > 0)
    }

    /// Checkpoints and truncates the WAL, so that `secure_delete` overwrites the freed space in the
    /// main file.
    fn leave_no_saves(&self) -> Result<(), Trouble> {
        self.db
            .query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
        Ok(())
    }
}

fn without(images: &str, uid: &str) -> Result<Vec<Item>, Trouble> {
    let mut items: Vec<Item> = serde_json::from_str(images)?;
    items.retain(|item| !matches!(item, Item::Entry { uid: found, .. } if found == uid));
    Ok(items)
}
