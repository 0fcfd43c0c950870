//! Comparison with a backup, and restoring it as one change that can be undone.

use super::open_backup;
use super::schedule::back_up_now;
use crate::changed::{Changed, Topic};
use crate::error::Result;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::localizer::{DateStyle, Localizer};
use journal::Change;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What restoring a backup would change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupComparison {
    /// Number of records that differ.
    pub count: usize,
    /// Summary of the differences, in one sentence.
    pub message: String,
    /// Days that differ, as text, latest first; at most `MAX_LISTED_DAYS`.
    pub days: Vec<String>,
}

/// Maximum number of days listed.
const MAX_LISTED_DAYS: usize = 40;

fn differences(session: &Session, named: &str) -> Result<Vec<Change>> {
    let backup = open_backup(session, named)?;
    let changes = session.journal().differences(&backup);
    backup.close()?;
    Ok(changes?)
}

/// Returns what restoring a backup would change. Changes nothing.
pub fn compare_backup(session: &Session, name: String) -> Result<BackupComparison> {
    let changes = differences(session, &name)?;
    let mut days = BTreeSet::new();
    for change in &changes {
        if let Change::Entry { id, value } = change {
            days.extend(value.as_ref().map(|stored| stored.entry.day));
            days.extend(session.journal().entry(id)?.map(|entry| entry.day));
        }
    }
    let locale = session.locale();
    let with = [("count", changes.len().into()), ("days", days.len().into())];
    let key = if changes.is_empty() {
        msg::BACKUP_SAME
    } else {
        msg::BACKUP_DIFFERS
    };
    Ok(BackupComparison {
        count: changes.len(),
        message: locale.format(key, &with),
        days: days
            .iter()
            .rev()
            .take(MAX_LISTED_DAYS)
            .map(|day| locale.date(*day, DateStyle::Short))
            .collect(),
    })
}

/// Restores the state of a backup in one change, after taking a backup of the current state.
pub fn restore_backup(session: &mut Session, name: String) -> Result<Changed> {
    let changes = differences(session, &name)?;
    if changes.is_empty() {
        let message = session.locale().text(msg::BACKUP_SAME);
        return Ok(Changed::topic(Topic::Preferences, message));
    }
    back_up_now(session)?;
    let topics = [
        Topic::Entries,
        Topic::Trackers,
        Topic::Preferences,
        Topic::Visit,
    ];
    let changed = session.commit(&Operation::RestoreBackup, &changes, &topics)?;
    let message = session
        .locale()
        .format(msg::RESTORED, &[("count", changes.len().into())]);
    Ok(Changed { message, ..changed })
}
