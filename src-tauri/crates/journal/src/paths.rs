//! Location of a journal: its folder and file names.
//!
//! Also detects what a location already contains, and copies closed files.

use crate::backup::list_backups;
use crate::files::{copy_private, create_new_private_dir, is_not_found};
use crate::{Error, Result};
use std::path::PathBuf;

/// The folder that holds a journal and its key file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalPaths {
    /// The folder.
    pub folder: PathBuf,
}

impl JournalPaths {
    /// Creates the location for a journal in `folder`.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// The encrypted file.
    pub fn file(&self) -> PathBuf {
        self.folder.join("journal.daymark")
    }

    /// The key file.
    pub fn key_file(&self) -> PathBuf {
        self.folder.join("journal.keys")
    }

    /// The second copy of the key file, because losing the keys means losing the journal.
    pub fn key_file_twin(&self) -> PathBuf {
        self.folder.join("journal.keys.2")
    }

    /// The write-ahead log (WAL).
    pub fn wal(&self) -> PathBuf {
        self.folder.join("journal.daymark-wal")
    }

    /// What the person chose to be readable while the journal is locked. Not encrypted.
    pub fn support_file(&self) -> PathBuf {
        self.folder.join("support.json")
    }

    /// The folder of the backups.
    pub fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// Returns the number of older files kept beside the journal: copies made before a migration,
    /// and folders of damaged journals.
    pub fn count_older_files(&self) -> Result<u32> {
        let listed = std::fs::read_dir(&self.folder)?;
        let older = listed.flatten().filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.contains(".before-") || name.starts_with("damaged-")
        });
        Ok(u32::try_from(older.count()).unwrap_or(u32::MAX))
    }

    /// The key file of the first format.
    pub(crate) fn legacy_key_file(&self) -> PathBuf {
        self.folder.join("journal.key")
    }

    /// Marker that exists while a journal is being created.
    pub(crate) fn create_marker(&self) -> PathBuf {
        self.folder.join(".making")
    }

    /// Removes the files of an interrupted creation. They contain no user data.
    pub(crate) fn remove_incomplete(&self) -> Result<()> {
        for path in [
            self.wal(),
            self.file(),
            self.key_file(),
            self.key_file_twin(),
        ] {
            match std::fs::remove_file(path) {
                Err(e) if !is_not_found(&e) => return Err(e.into()),
                Ok(()) | Err(_) => {}
            }
        }
        Ok(())
    }

    /// Whether the location holds no journal, no key file and no backup. The remains of an
    /// interrupted creation count as empty.
    pub fn is_empty(&self) -> bool {
        let files = [
            self.file(),
            self.key_file(),
            self.key_file_twin(),
            self.legacy_key_file(),
            self.wal(),
        ];
        if self.create_marker().exists() {
            return true;
        }
        // A path that can't be checked does not count as absent.
        let missing =
            |path: &PathBuf| std::fs::symlink_metadata(path).is_err_and(|e| is_not_found(&e));
        files.iter().all(missing) && list_backups(&self.backups()).is_ok_and(|all| all.is_empty())
    }
}

/// Temporary copy of a journal, for reading one in a read-only folder. The copy is as encrypted as
/// the journal and removed on drop.
pub(crate) struct TempCopy(pub(crate) JournalPaths);

impl TempCopy {
    pub(crate) fn new(paths: &JournalPaths, now: i64) -> Result<Self> {
        let name = format!("daymark-{}-{now}", std::process::id());
        let temp_copy = Self(JournalPaths::new(std::env::temp_dir().join(name)));
        // Must be newly created: an existing folder may belong to another user.
        create_new_private_dir(&temp_copy.0.folder)?;
        copy_private(&paths.file(), &temp_copy.0.file())?;
        match copy_private(&paths.wal(), &temp_copy.0.wal()) {
            Err(Error::Disk(e)) if is_not_found(&e) => {}
            other => other?,
        }
        Ok(temp_copy)
    }
}

impl Drop for TempCopy {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0.folder);
    }
}
