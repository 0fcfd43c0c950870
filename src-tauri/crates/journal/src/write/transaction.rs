//! Changes to the journal. Each is one transaction, one revision and one undo step.
//!
//! A change sets records to a new state and stores the previous state in the revision. Undo and
//! redo restore the stored states, also after a restart.

use super::change::Change;
use crate::Result;
use crate::journal::Journal;
use rusqlite::{Connection, params};

impl Journal {
    /// Applies `changes` in one transaction and appends a revision. Durable on return. `now` is in
    /// seconds since 1970 UTC.
    ///
    /// Deletes the draft of the form named in `clears_draft` in the same transaction, so that nothing is
    /// recorded twice. A no-op records no revision, because undoing it would have no visible
    /// effect. Returns the number of changed records.
    pub fn apply(
        &mut self,
        act: &str,
        now: i64,
        changes: &[Change],
        clears_draft: Option<&str>,
    ) -> Result<usize> {
        let transaction = self
            .db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let before = current_states(&transaction, changes)?;
        for change in changes {
            change.store(&transaction)?;
        }
        let after = current_states(&transaction, changes)?;
        let changed = before.iter().zip(&after).filter(|(a, b)| a != b).count();
        if changed > 0 {
            append_revision(&transaction, act, now, &before, &after)?;
        }
        if let Some(form) = clears_draft {
            transaction
                .prepare_cached("delete from draft where form = ?1")?
                .execute([form])?;
        }
        transaction.commit()?;
        Ok(changed)
    }
}

fn current_states(db: &Connection, changes: &[Change]) -> Result<Vec<Change>> {
    changes
        .iter()
        .map(|change| change.current_state(db))
        .collect()
}

/// Appends a revision. Undone changes are dropped and can no longer be redone.
fn append_revision(
    db: &Connection,
    act: &str,
    now: i64,
    before: &[Change],
    after: &[Change],
) -> Result<()> {
    db.prepare_cached("update revision set state = 'dropped' where state = 'undone'")?
        .execute([])?;
    db.prepare_cached(
        "insert into revision (at, act, state, before, after) values (?1, ?2, 'done', ?3, ?4)",
    )?
    .execute(params![
        now,
        act,
        serde_json::to_string(before)?,
        serde_json::to_string(after)?
    ])?;
    let revision = db.last_insert_rowid();
    for change in after {
        if let Change::Entry { id, .. } = change {
            db.prepare_cached("insert or ignore into revision_entry values (?1, ?2)")?
                .execute(params![id, revision])?;
        }
    }
    Ok(())
}
