//! When a backup is due, and the steps of taking one.

use super::second_location::{folder, is_reachable, second_location};
use crate::error::Result;
use crate::failure::message::localize;
use crate::session::Session;
use chrono::{DateTime, Duration, Utc};
use journal::Backup;
pub use journal::Snapshot;
use std::path::{Path, PathBuf};

/// Maximum age of the latest backup while the journal changes.
const MAX_AGE: Duration = Duration::minutes(30);

/// App state that stores the journal position of the last backup.
const LAST_BACKUP: &str = "last-backup";

/// Starts a backup if one is due: the first of a day, or after 30 minutes with changes.
pub fn start_due(session: &mut Session) -> Result<Option<Snapshot>> {
    let now = session.clock().now();
    // A backup dated in the future was taken with a wrong clock.
    let latest = journal::list_backups(&folder(session))?
        .into_iter()
        .find(|backup| backup.at <= now);
    let today = latest.as_ref().is_some_and(|b| {
        let day = domain::time::day::patient_day(b.at, session.clock().zone(), session.day_start());
        day == session.today()
    });
    let fresh = latest.is_some_and(|b| now - b.at < MAX_AGE);
    if !session.journal().has_entries()? || (today && (fresh || !changed_since_backup(session)?)) {
        return Ok(None);
    }
    Ok(Some(session.journal_mut().snapshot()?))
}

/// Starts a backup if something changed since the last one. Call before closing the journal.
pub fn start_if_changed(session: &mut Session) -> Result<Option<Snapshot>> {
    Ok(if changed_since_backup(session)? {
        Some(session.journal_mut().snapshot()?)
    } else {
        None
    })
}

fn changed_since_backup(session: &Session) -> Result<bool> {
    let last = session.journal().app_state(LAST_BACKUP)?;
    Ok(last != Some(session.journal().position()?) && session.journal().has_entries()?)
}

/// Starts a backup if `begin` finds one due, and returns it with its target.
///
/// On an error, stores the message in the session for a later warning.
pub fn start(
    session: &mut Session,
    begin: impl FnOnce(&mut Session) -> Result<Option<Snapshot>>,
) -> Option<(Snapshot, BackupTarget)> {
    let tried = target(session).and_then(|to| Ok(begin(session)?.map(|start| (start, to))));
    match tried {
        Ok(start) => start,
        Err(error) => {
            session.backup_error = Some(localize(&error, session).message);
            None
        }
    }
}

/// Target of a backup: folders and time.
pub struct BackupTarget {
    folder: PathBuf,
    second_location: Option<PathBuf>,
    at: DateTime<Utc>,
}

/// Returns the target of a backup started now.
pub fn target(session: &Session) -> Result<BackupTarget> {
    Ok(BackupTarget {
        folder: folder(session),
        second_location: second_location(session)?,
        at: session.clock().now(),
    })
}

/// A written backup and the journal position it holds.
pub struct BackupResult {
    backup: Backup,
    position: String,
    /// Why old backups could not be removed. They take up space; the new backup is valid.
    pub not_pruned: Option<journal::Error>,
}

/// Writes a started backup without the session, then to the second location if it is reachable.
pub fn write(start: &Snapshot, to: &BackupTarget) -> Result<BackupResult, journal::Error> {
    let backup = start.write(&to.folder, to.at)?;
    let mut not_pruned = None;
    if let Some(second_location) = &to.second_location {
        // A missing drive must not prevent the local backup. The list of backups shows when one
        // was last written there.
        if is_reachable(second_location)
            && let Ok(other) = backup.copy_to(second_location)
        {
            not_pruned = prune_old(start, second_location, &other).err();
        }
    }
    Ok(BackupResult {
        not_pruned: prune_old(start, &to.folder, &backup).err().or(not_pruned),
        backup,
        position: start.position().to_owned(),
    })
}

/// Prunes old backups if the new one holds at least 90 % of the entries of the previous one.
fn prune_old(start: &Snapshot, folder: &Path, backup: &Backup) -> Result<(), journal::Error> {
    let others = journal::list_backups(folder)?.into_iter();
    let before = others
        .filter(|other| other.folder != backup.folder)
        .find(|other| other.at <= backup.at);
    // If either backup can't be opened, this returns an error and nothing is pruned.
    if let Some(before) = before
        && start.entries_in(backup)? * 10 >= start.entries_in(&before)? * 9
    {
        journal::prune(folder, backup.at)?;
    }
    Ok(())
}

/// Finishes a backup and stores the journal position it holds.
///
/// On an error, also stores the message in the session for a later warning.
pub fn finish(
    session: &mut Session,
    written: Result<BackupResult, journal::Error>,
) -> Result<Backup> {
    let finished = finish_snapshot(session, written);
    session.backup_error = finished
        .as_ref()
        .err()
        .map(|error| localize(error, session).message);
    finished
}

fn finish_snapshot(
    session: &mut Session,
    written: Result<BackupResult, journal::Error>,
) -> Result<Backup> {
    session.journal_mut().end_snapshot()?;
    let BackupResult {
        backup, position, ..
    } = written?;
    session
        .journal_mut()
        .set_app_state(LAST_BACKUP, &position)?;
    Ok(backup)
}

/// Takes a backup now.
pub fn back_up_now(session: &mut Session) -> Result<Backup> {
    let to = target(session)?;
    let snapshot = session.journal_mut().snapshot()?;
    let written = write(&snapshot, &to);
    finish(session, written)
}
