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

/// Format of a backup's folder name: the instant it was taken, in UTC. A further one of the same
/// second has `-2` behind it.
const NAME_FORMAT: &str = "%Y-%m-%dT%H%M%SZ";

/// Returns the backups in a folder, newest first. Entries with other names are ignored.
pub fn list_backups(folder: &Path) -> Result<Vec<Backup>> {
    let directory = match fs::read_dir(folder) {
        Ok(directory) => directory,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(e.into()),
    };
    let mut all: Vec<((DateTime<Utc>, u32), Backup)> = directory
        .flatten()
        .filter_map(|entry| {
            let (at, nth) = parse_name(entry.file_name().to_str()?)?;
            let folder = entry.path();
            Some(((at, nth), Backup { folder, at }))
        })
        .collect();
    all.sort_by_key(|(order, _)| std::cmp::Reverse(*order));
    Ok(all.into_iter().map(|(_, backup)| backup).collect())
}

/// Returns the instant in a backup's name, and which one of that second it is.
fn parse_name(name: &str) -> Option<(DateTime<Utc>, u32)> {
    let (instant, nth) = match name.split_once("Z-") {
        Some((instant, nth)) => (format!("{instant}Z"), nth.parse().ok().filter(|n| *n > 1)?),
        None => (name.to_owned(), 1),
    };
    let at = chrono::NaiveDateTime::parse_from_str(&instant, NAME_FORMAT).ok()?;
    Some((at.and_utc(), nth))
}

/// Returns a free name for a backup taken at an instant: none replaces another.
pub(crate) fn free_folder(into: &Path, at: DateTime<Utc>) -> PathBuf {
    let name = at.format(NAME_FORMAT).to_string();
    let further = (2u32..).map(|nth| format!("{name}-{nth}"));
    std::iter::once(name.clone())
        .chain(further)
        .map(|name| into.join(name))
        .find(|folder| !folder.exists())
        .unwrap_or_else(|| into.join(&name))
}
