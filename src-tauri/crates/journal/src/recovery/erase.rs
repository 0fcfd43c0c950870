//! Removed entries, and permanent erasure.
//!
//! Erasure is the one operation that can't be undone. It deletes an entry from the journal, its
//! history, its drafts, the search index and the WAL. Backups of this journal can be erased from
//! separately.

use crate::Result;
use crate::backup::Backup;
use crate::journal::Journal;
use crate::open::open_unverified;
use crate::paths::JournalPaths;
use crate::schema::migrations;
use crate::tables::entries::remove_entry;
use crate::write::change::Change;
use rusqlite::{OptionalExtension as _, params};

impl Journal {
    /// Permanently erases an entry, its history and its drafts. Durable on return; can't be undone.
    /// Returns whether any data of the entry existed.
    pub fn erase(&mut self, uid: &str) -> Result<bool> {
        let transaction = self
            .db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let mut erased = usize::from(remove_entry(&transaction, uid)?.is_some());
        let revisions: Vec<i64> = transaction
            .prepare("select revision from revision_entry where uid = ?1")?
            .query_map([uid], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for revision in &revisions {
            let states: Option<(String, String)> = transaction
                .query_row(
                    "select before, after from revision where id = ?1",
                    [revision],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .optional()?;
            let Some((before, after)) = states else {
                continue;
            };
            let (before, after) = (without_entry(&before, uid)?, without_entry(&after, uid)?);
            if before.is_empty() && after.is_empty() {
                transaction.execute("delete from revision where id = ?1", [revision])?;
            } else {
                let states = (
                    serde_json::to_string(&before)?,
                    serde_json::to_string(&after)?,
                );
                transaction.execute(
                    "update revision set before = ?2, after = ?3 where id = ?1",
                    params![revision, states.0, states.1],
                )?;
            }
            erased += 1;
        }
        transaction.execute("delete from revision_entry where uid = ?1", [uid])?;
        // The form of an existing entry has the entry's uid in its name.
        transaction.execute("delete from draft where instr(form, ?1) > 0", [uid])?;
        transaction.commit()?;
        self.checkpoint_and_truncate()?;
        Ok(erased > 0)
    }

    /// Checkpoints and truncates the WAL, so that `secure_delete` overwrites the freed space in the
    /// main file.
    fn checkpoint_and_truncate(&self) -> Result<()> {
        self.db
            .query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Erases an entry from a backup, which is upgraded to the current format. Returns whether the
    /// backup contained any data of it. `now` is in seconds since 1970 UTC.
    pub fn erase_in_backup(&self, backup: &Backup, uid: &str, now: i64) -> Result<bool> {
        let mut opened = open_unverified(&JournalPaths::new(&backup.folder), &self.key)?;
        migrations::run_pending(&mut opened.db, now)?;
        let found = opened.erase(uid);
        opened.close()?;
        found
    }
}

fn without_entry(states: &str, uid: &str) -> Result<Vec<Change>> {
    let mut items: Vec<Change> = serde_json::from_str(states)?;
    items.retain(|item| !matches!(item, Change::Entry { id, .. } if id == uid));
    Ok(items)
}
