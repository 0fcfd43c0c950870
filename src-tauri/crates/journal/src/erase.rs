//! What was removed, and truly forgetting.
//!
//! Owns the list of removed entries, and the one act that can't be taken back: an entry gone from the journal, its
//! history, the index and the saves beside, and from each copy that is a journal like this one.

use crate::change::Item;
use crate::open::Journal;
use crate::{Trouble, search};
use care::Entry;
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, params};

/// An entry that was removed.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    /// The act that removed it.
    pub revision: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The entry as it was.
    pub entry: Entry,
}

impl Journal {
    /// The entries removed since an instant that are still removed, the latest first.
    pub fn removed(&self, since: DateTime<Utc>) -> Result<Vec<Removed>, Trouble> {
        // From what is gone to the act that did it: few entries are, whatever the number of acts.
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

    /// Forgets an entry: it, all it ever was, and what was typed into its form. On disk when this returns, and not to be
    /// taken back. Gives whether there was anything of it.
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
        // A form of an entry is named after it; what it says of others is typed again.
        step.execute("delete from draft where instr(form, ?1) > 0", [uid])?;
        step.commit()?;
        self.leave_no_saves()?;
        Ok(forgotten > 0)
    }

    /// Brings all saves into the one file, whose freed room is overwritten, and empties the file beside.
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
