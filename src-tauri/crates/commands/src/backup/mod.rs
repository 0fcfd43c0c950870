//! Backups: schedule, locations, comparison and restore.
//!
//! A restore takes a backup first, then applies the differences as one change that can be undone.
//! The `journal` crate writes and verifies backups.

pub mod elsewhere;
pub mod repair;
pub mod restore;
pub mod schedule;
mod second_location;

pub(crate) use second_location::sync_key_files;

use crate::changed::{Changed, Topic};
use crate::clock::zones;
use crate::error::{Error, RecordKind, Result};
use crate::files::file_error;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use chrono::{DateTime, Utc};
use domain::localizer::{DateStyle, Localizer};
use journal::{Backup, Change, Journal, PreferenceValue};
use schedule::back_up_now;
use second_location::{LOCATION_KEY, folder, own_subfolder, second_location};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// A backup in the list of backups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupView {
    /// Its folder's name.
    pub folder_name: String,
    /// When it was taken, in words.
    pub text: String,
}

/// The list of backups, and their second location.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupsPage {
    /// Backups beside the journal, newest first.
    pub backups: Vec<BackupView>,
    /// Path of the second location; empty if none is set.
    pub location: String,
    /// When a backup was last written there, as text.
    pub location_text: String,
}

/// Returns all reachable backups in both locations.
pub fn all(session: &Session) -> Result<Vec<Backup>> {
    let mut all = journal::list_backups(&folder(session))?;
    if let Some(second_location) = second_location(session)? {
        all.extend(journal::list_backups(&second_location).unwrap_or_default());
    }
    Ok(all)
}

/// Takes a backup now.
pub fn create_backup(session: &mut Session) -> Result<Changed> {
    let backup = back_up_now(session)?;
    let text = session.locale().format(
        msg::BACKUP_MADE,
        &[("path", backup.folder.display().to_string().into())],
    );
    Ok(Changed::topic(Topic::Preferences, text))
}

/// Returns the backups, newest first, and the state of the second location.
pub fn backups(session: &Session) -> Result<BackupsPage> {
    let shown = |backup: &Backup| BackupView {
        folder_name: folder_name(backup),
        text: format_instant(session, backup.at),
    };
    let all = journal::list_backups(&folder(session))?;
    let path = session.journal().preference(LOCATION_KEY)?;
    let second =
        second_location(session)?.map(|folder| journal::list_backups(&folder).unwrap_or_default());
    let locale = session.locale();
    Ok(BackupsPage {
        backups: all.iter().map(shown).collect(),
        location: path.unwrap_or_default(),
        location_text: match second.as_deref() {
            None => String::new(),
            Some([]) => locale.text(msg::BACKUP_SECOND_NONE),
            Some([latest, ..]) => {
                let with = [("when", format_instant(session, latest.at).into())];
                locale.format(msg::BACKUP_SECOND_LATEST, &with)
            }
        },
    })
}

fn folder_name(backup: &Backup) -> String {
    let name = backup.folder.file_name();
    name.map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Formats an instant as local date and time.
pub fn format_instant(session: &Session, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&session.clock().zone());
    let locale = session.locale();
    let with = [
        (
            "day",
            locale.date(local.date_naive(), DateStyle::Short).into(),
        ),
        ("time", locale.time(local.time()).into()),
    ];
    locale.format(msg::HISTORY_WHEN, &with)
}

fn find(session: &Session, named: &str) -> Result<Backup> {
    journal::list_backups(&folder(session))?
        .into_iter()
        .find(|backup| folder_name(backup) == named)
        .ok_or_else(|| Error::not_found(RecordKind::Backup, named))
}

pub(crate) fn open_backup(session: &Session, named: &str) -> Result<Journal> {
    Ok(session
        .journal()
        .open_backup(&find(session, named)?, session.clock().now().timestamp())?)
}

/// Verifies that a backup opens and is intact: every page, structure and measure.
pub fn verify_backup(session: &Session, name: String) -> Result<Changed> {
    let backup = open_backup(session, &name)?;
    let issues = backup.check(session.definitions().all(), zones());
    let count = backup.entry_count();
    backup.close()?;
    let (issues, count) = (issues?, count?);
    let with = [("count", count.into()), ("found", issues.len().into())];
    let key = if issues.is_empty() {
        msg::DRILL_FINE
    } else {
        msg::DRILL_FOUND
    };
    let message = session.locale().format(key, &with);
    Ok(Changed::topic(Topic::Preferences, message))
}

/// Sets the second location to a writable folder and takes a backup. Empty text removes it.
///
/// # Errors
///
/// `NotAFolder` unless it is an absolute path of a folder; `SameFolder` inside the journal's folder.
pub fn set_backup_location(session: &mut Session, path: String) -> Result<Changed> {
    let typed = path.trim();
    let (path, removed) = (Path::new(typed), typed.is_empty());
    if !removed {
        let journal_folder = &session.journal().paths().folder;
        if !path.is_absolute() || !path.is_dir() {
            return Err(Error::NotAFolder(typed.to_owned()));
        }
        let inside = |p: &Path| p.canonicalize().unwrap_or_else(|_| p.to_owned());
        if inside(path).starts_with(inside(journal_folder)) {
            return Err(Error::SameFolder);
        }
        std::fs::create_dir_all(own_subfolder(session, path)?).map_err(|e| file_error(path, &e))?;
    }
    let change = Change::Preference {
        id: LOCATION_KEY.to_owned(),
        value: (!removed).then(|| PreferenceValue(path.display().to_string())),
    };
    let changed = session.commit(&Operation::SetPreference, &[change], &[Topic::Preferences])?;
    if !removed && session.journal().has_entries()? {
        back_up_now(session)?;
    }
    Ok(changed)
}
