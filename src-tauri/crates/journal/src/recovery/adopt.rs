//! Beginning on a new computer from a backup.

use crate::backup::list_backups;
use crate::files::{copy_private, create_new_private_dir, sync_dir};
use crate::paths::JournalPaths;
use crate::{Error, Result};
use std::path::{Path, PathBuf};

/// Finds the newest backup in a folder that the user chose: the backup itself, the folder that
/// holds backups, a journal's folder, or the second location.
///
/// # Errors
/// Returns `Missing` if there is none.
pub fn find_backup(chosen: &Path) -> Result<JournalPaths> {
    let itself = JournalPaths::new(chosen);
    if itself.file().is_file() {
        return Ok(itself);
    }
    let mut folders = vec![chosen.to_owned(), itself.backups()];
    // The second location holds one folder for each journal, in a folder of its own.
    for _ in 0..2 {
        let below: Vec<PathBuf> = folders
            .iter()
            .flat_map(|folder| subfolders(folder))
            .collect();
        folders.extend(below);
    }
    let mut found = Vec::new();
    for folder in folders {
        found.extend(list_backups(&folder).unwrap_or_default());
    }
    found.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    let mut found = found
        .into_iter()
        .map(|backup| JournalPaths::new(backup.folder));
    let newest = found.find(|backup| backup.file().is_file());
    newest.ok_or_else(|| Error::Missing(chosen.to_owned()))
}

fn subfolders(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .take(200)
        .collect()
}

/// Puts a backup in the place of a closed journal. What was there is moved into a folder beside it;
/// it comes back if the copy fails. `now` is in seconds since 1970 UTC.
///
/// # Errors
/// Returns an error if the backup can't be read or the folder can't be written to.
pub fn adopt(backup: &JournalPaths, place: &JournalPaths, now: i64) -> Result<()> {
    let aside = JournalPaths::new(place.folder.join(format!("damaged-{now:012}-replaced")));
    create_new_private_dir(&aside.folder)?;
    move_files(place, &aside)?;
    let copied = copy_files(backup, place);
    if copied.is_err() {
        for file in files(place) {
            // Half of a copy is worth nothing.
            let _ = std::fs::remove_file(file);
        }
        move_files(&aside, place)?;
        let _ = std::fs::remove_dir(&aside.folder);
    }
    sync_dir(&place.folder)?;
    copied
}

fn files(paths: &JournalPaths) -> [PathBuf; 4] {
    [
        paths.file(),
        paths.wal(),
        paths.key_file(),
        paths.key_file_twin(),
    ]
}

fn move_files(from: &JournalPaths, to: &JournalPaths) -> Result<()> {
    for (from, to) in files(from).into_iter().zip(files(to)) {
        if from.is_file() {
            std::fs::rename(from, to)?;
        }
    }
    Ok(())
}

fn copy_files(from: &JournalPaths, to: &JournalPaths) -> Result<()> {
    for (from, to) in files(from).into_iter().zip(files(to)) {
        if from.is_file() {
            copy_private(&from, &to)?;
        }
    }
    Ok(())
}
