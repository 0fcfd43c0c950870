//! Backups: folders that each hold a complete journal with its key file.

mod page_hmac;
mod retention;
mod snapshot;

pub use retention::prune;
pub use snapshot::Snapshot;

use crate::Result;
use chrono::{DateTime, Utc};
use std::fs;
use std::path::{Path, PathBuf};

/// A verified backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its folder.
    pub folder: PathBuf,
    /// When it was taken.
    pub at: DateTime<Utc>,
}

/// Format of a backup's folder name: the instant it was taken, in UTC.
pub(crate) const NAME_FORMAT: &str = "%Y-%m-%dT%H%M%SZ";

/// Returns the backups in a folder, newest first. Entries with other names are ignored.
pub fn list_backups(folder: &Path) -> Result<Vec<Backup>> {
    let directory = match fs::read_dir(folder) {
        Ok(directory) => directory,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(e.into()),
    };
    let mut all: Vec<Backup> = directory
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name();
            let at = chrono::NaiveDateTime::parse_from_str(name.to_str()?, NAME_FORMAT).ok()?;
            Some(Backup {
                folder: entry.path(),
                at: at.and_utc(),
            })
        })
        .collect();
    all.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    Ok(all)
}
