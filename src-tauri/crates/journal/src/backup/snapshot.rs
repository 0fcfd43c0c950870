//! Backups of the journal, and their retention.
//!
//! A backup is a folder with the encrypted file and its key file. Any Daymark opens it with the
//! same passphrase or recovery code.
//!
//! A backup is taken while the journal is in use. After a checkpoint, automatic checkpoints are
//! disabled until the backup ends. The main file therefore stays unchanged while commits go to the
//! WAL. The file is read through a handle that was opened with the journal: closing any other
//! handle would release the journal's lock.

use super::page_hmac::PageVerifier;
use super::{Backup, free_folder};
use crate::connection::WAL_AUTOCHECKPOINT;
use crate::files::{
    copy_private, create_new_private_dir, create_private_dir, create_private_file, read_at,
    remove_dir_if_exists, sync_dir,
};
use crate::journal::Journal;
use crate::key::{Key, KeyFile};
use crate::open::open_unverified;
use crate::paths::{JournalPaths, TempCopy};
use crate::schema::migrations;
use crate::{Error, Result};
use chrono::{DateTime, Utc};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

/// A state of the journal to back up, readable without locking the journal.
pub struct Snapshot {
    pages: Arc<fs::File>,
    length: u64,
    paths: JournalPaths,
    key: Key,
    position: String,
}

/// Bytes written between two syncs. A concurrent commit waits for at most one such sync.
const CHUNK_LEN: usize = 1 << 20;

impl Journal {
    /// Starts a backup; `end_snapshot` ends it. Commits continue meanwhile.
    pub fn snapshot(&mut self) -> Result<Snapshot> {
        self.db
            .query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
        let snapshot = Snapshot {
            length: self.pages.metadata()?.len(),
            pages: Arc::clone(&self.pages),
            paths: self.paths.clone(),
            key: self.key.clone(),
            position: self.position()?,
        };
        // Set last, so that a failed start leaves checkpoints enabled.
        self.db.pragma_update(None, "wal_autocheckpoint", 0)?;
        Ok(snapshot)
    }

    /// Ends a backup and enables automatic checkpoints again.
    pub fn end_snapshot(&mut self) -> Result<()> {
        Ok(self
            .db
            .pragma_update(None, "wal_autocheckpoint", WAL_AUTOCHECKPOINT)?)
    }

    /// Returns the journal's position in its revision history. It differs after each change and is
    /// the same again after undo and redo. It consists of the id and time of the last revision, and
    /// the id of the last revision that is not undone. The time is needed because ids of erased
    /// revisions are reused.
    pub fn position(&self) -> Result<String> {
        Ok(self.db.query_row(
            "select coalesce((select id || '.' || at from revision order by id desc limit 1), '0') || '.' || \
             coalesce((select max(id) from revision where state = 'done'), 0)",
            [],
            |row| row.get(0),
        )?)
    }

    /// Opens a backup of this journal with the journal's own key, for reading. A backup of an older
    /// format is read from an upgraded temporary copy. `now` is in seconds since 1970 UTC.
    pub fn open_backup(&self, backup: &Backup, now: i64) -> Result<Self> {
        let paths = JournalPaths::new(&backup.folder);
        let opened = open_unverified(&paths, &self.key)?;
        if migrations::pending(&opened.db)?.0.is_empty() {
            return Ok(opened);
        }
        opened.close()?;
        let temp_copy = TempCopy::new(&paths, now)?;
        let mut upgraded = open_unverified(&temp_copy.0, &self.key)?;
        migrations::run_pending(&mut upgraded.db, now)?;
        upgraded.temp_copy = Some(temp_copy);
        Ok(upgraded)
    }
}

impl Snapshot {
    /// Returns the journal's position when the snapshot was taken.
    pub fn position(&self) -> &str {
        &self.position
    }

    /// Returns the number of entries in a backup of this journal.
    pub fn entries_in(&self, backup: &Backup) -> Result<i64> {
        let open = open_unverified(&JournalPaths::new(&backup.folder), &self.key)?;
        let count = open.entry_count();
        open.close()?;
        count
    }

    /// Writes the backup to a new folder under `into` and verifies it. Every page HMAC is checked,
    /// the backup is opened with the key, and its position must match the snapshot. A backup that
    /// fails verification is removed.
    pub fn write(&self, into: &Path, at: DateTime<Utc>) -> Result<Backup> {
        create_private_dir(into)?;
        let folder = free_folder(into, at);
        let temporary = into.join(".unfinished");
        remove_dir_if_exists(&temporary)?;
        create_private_dir(&temporary)?;
        if let Err(error) = self.copy_pages(&JournalPaths::new(&temporary)) {
            remove_dir_if_exists(&temporary)?;
            return Err(error);
        }
        publish(&temporary, &folder)?;
        Ok(Backup { folder, at })
    }

    /// Syncs each piece before the next is written, and verifies it in parallel.
    fn copy_pages(&self, to: &JournalPaths) -> Result<()> {
        let mut file = create_private_file(&to.file())?;
        let (verifier, written) = (PageVerifier::new(&self.key)?, fs::File::open(to.file())?);
        let (sender, receiver) = std::sync::mpsc::channel();
        let (copied, valid) = std::thread::scope(|both| {
            let verifier = both.spawn(|| verifier.verify(&written, receiver));
            let copied = self.for_each_chunk(|from, chunk| {
                file.write_all(chunk)?;
                file.sync_data()?;
                // Sending fails only after the verifier stopped early. Its result is handled below.
                let _ = sender.send(from..from + chunk.len() as u64);
                Ok(())
            });
            drop(sender);
            (copied, verifier.join().unwrap_or(Err(Error::Damaged)))
        });
        copied?;
        file.sync_all()?;
        KeyFile::read(&self.paths)?.write(to)?;
        if valid? && self.verify_position(to)? {
            Ok(sync_dir(&to.folder)?)
        } else {
            Err(Error::Damaged)
        }
    }

    /// Whether the backup opens at the snapshot's position. Valid page HMACs prove the pages'
    /// content and place, and the position proves that they form this state. A journal with a
    /// damaged page is never backed up, so that good backups are not pruned in its favour.
    fn verify_position(&self, backup: &JournalPaths) -> Result<bool> {
        let open = open_unverified(backup, &self.key)?;
        let position = open.position()?;
        open.close()?;
        Ok(position == self.position)
    }

    /// Reads the file piece by piece.
    fn for_each_chunk(&self, mut each: impl FnMut(u64, &[u8]) -> Result<()>) -> Result<()> {
        let mut buffer = vec![0; CHUNK_LEN];
        let mut at = 0;
        while at < self.length {
            let chunk = (self.length - at).min(CHUNK_LEN as u64) as usize;
            let chunk = buffer.get_mut(..chunk).unwrap_or_default();
            read_at(&self.pages, chunk, at)?;
            each(at, chunk)?;
            at += chunk.len() as u64;
        }
        Ok(())
    }
}

/// Renames a finished backup to its final name.
fn publish(temporary: &Path, folder: &Path) -> Result<()> {
    fs::rename(temporary, folder)?;
    if let Some(into) = folder.parent() {
        sync_dir(into)?;
    }
    Ok(())
}

impl Backup {
    /// Copies the backup to a second location and compares the files byte by byte. A copy that
    /// fails the comparison is removed.
    pub fn copy_to(&self, into: &Path) -> Result<Self> {
        let from = JournalPaths::new(&self.folder);
        let (folder, temporary) = (free_folder(into, self.at), into.join(".unfinished"));
        create_private_dir(into)?;
        remove_dir_if_exists(&temporary)?;
        create_new_private_dir(&temporary)?;
        let to = JournalPaths::new(&temporary);
        let copied = copy_private(&from.file(), &to.file())
            .and_then(|()| KeyFile::read(&from)?.write(&to))
            .and_then(|()| {
                if fs::read(from.file())? == fs::read(to.file())? {
                    Ok(())
                } else {
                    Err(Error::Damaged)
                }
            });
        if let Err(error) = copied {
            remove_dir_if_exists(&temporary)?;
            return Err(error);
        }
        publish(&temporary, &folder)?;
        Ok(Self {
            folder,
            at: self.at,
        })
    }
}
