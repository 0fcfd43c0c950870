//! Replaces a damaged journal by its repaired file, in steps that can be resumed.

use crate::Result;
use crate::files::{create_private_dir, is_not_found, remove_dir_if_exists, sync_dir};
use crate::paths::JournalPaths;
use std::fs;
use std::path::{Path, PathBuf};

pub(super) fn work_dir(paths: &JournalPaths) -> JournalPaths {
    JournalPaths::new(paths.folder.join(".repairing"))
}

/// Marker written once the repaired file is complete and durable. From then on the swap is always
/// finished.
fn ready(paths: &JournalPaths) -> PathBuf {
    work_dir(paths).folder.join("ready")
}

/// Atomically marks the repaired file as ready and records the folder name for the damaged files.
pub(super) fn mark_ready(work_dir: &JournalPaths, quarantine: &str) -> Result<()> {
    let (draft, ready) = (
        work_dir.folder.join("not-ready"),
        work_dir.folder.join("ready"),
    );
    fs::write(&draft, quarantine)?;
    fs::File::open(&draft)?.sync_all()?;
    fs::rename(draft, ready)?;
    Ok(sync_dir(&work_dir.folder)?)
}

/// Returns the location for the damaged files of a repair.
pub(super) fn quarantine_paths(paths: &JournalPaths, now: i64) -> JournalPaths {
    JournalPaths::new(paths.folder.join(quarantine_name(now)))
}

/// Returns the folder name for the damaged files. The folder is always beside the journal.
pub(super) fn quarantine_name(now: i64) -> String {
    format!("{QUARANTINE_PREFIX}{now:012}")
}

const QUARANTINE_PREFIX: &str = "damaged-";

/// Finishes a pending file swap, or does nothing if none is pending. Every step can be repeated, so
/// an interrupted swap continues where it stopped.
pub(crate) fn finish_pending_swap(paths: &JournalPaths) -> Result<()> {
    let quarantine = match fs::read_to_string(ready(paths)) {
        Ok(quarantine)
            if quarantine.starts_with(QUARANTINE_PREFIX) && !quarantine.contains(['/', '\\']) =>
        {
            JournalPaths::new(paths.folder.join(quarantine))
        }
        // Daymark did not write this marker, so no swap is pending.
        Ok(_) => return Ok(()),
        Err(e) if is_not_found(&e) => return Ok(()),
        // Opening the journal reports an inaccessible folder.
        Err(_) => return Ok(()),
    };
    let repaired = work_dir(paths).file();
    if repaired.exists() {
        create_private_dir(&quarantine.folder)?;
        for (from, to) in [
            (paths.file(), quarantine.file()),
            (paths.wal(), quarantine.wal()),
        ] {
            move_once(&from, &to)?;
        }
        fs::rename(&repaired, paths.file())?;
        sync_dir(&paths.folder)?;
    }
    // Removed last: while the marker exists, the swap is repeated.
    fs::remove_file(ready(paths))?;
    remove_dir_if_exists(&work_dir(paths).folder)
}

/// Moves `from` to `to` if it exists. Never overwrites an existing `to`.
fn move_once(from: &Path, to: &Path) -> Result<()> {
    if fs::symlink_metadata(to).is_ok() {
        return Ok(());
    }
    match fs::rename(from, to) {
        Err(e) if is_not_found(&e) => Ok(()),
        other => Ok(other?),
    }
}
