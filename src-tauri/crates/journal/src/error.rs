//! Errors of the journal.
//!
//! Each kind of error that needs a different action from the person has its own variant.

use std::path::PathBuf;

/// Why the journal could not be opened, read or written. The journal is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no journal at this path.
    #[error("no journal at {0}")]
    Missing(PathBuf),
    /// The journal file is empty: it was damaged or replaced, and is not a new journal.
    #[error("the journal at {0} is an empty file: it was damaged or replaced")]
    Empty(PathBuf),
    /// A journal already exists here.
    #[error("there is a journal at {0} already")]
    Exists(PathBuf),
    /// The journal's key file is missing.
    #[error("the key beside the journal is missing: {0}")]
    KeyFileMissing(PathBuf),
    /// The key file can't be parsed.
    #[error("the key file can't be read as a key: {0}")]
    KeyFileUnreadable(PathBuf),
    /// The journal is locked: no credential was given, or the keyring secret does not open it.
    #[error("the journal is locked")]
    Locked,
    /// The passphrase is wrong.
    #[error("this is not the passphrase")]
    WrongPassphrase,
    /// The recovery code is well formed, but does not open this journal.
    #[error("this recovery sheet belongs to another journal, or was replaced")]
    WrongRecoveryCode,
    /// The key file parses, but its contents are invalid.
    #[error("the file of keys beside the journal is damaged")]
    KeyFileDamaged,
    /// A newer Daymark wrote the key file.
    #[error(
        "the keys were made by a newer Daymark (format {found}, this one reads up to {supported})"
    )]
    KeyFileNewer {
        /// Format of the key file.
        found: u32,
        /// Newest format this version reads.
        supported: u32,
    },
    /// The key is correct, but the journal file or its WAL is damaged.
    #[error("the journal at {0} is damaged")]
    Corrupt(PathBuf),
    /// The file was written by another program.
    #[error("the file at {0} is not a Daymark journal")]
    NotAJournal(PathBuf),
    /// A newer Daymark wrote the journal.
    #[error(
        "the journal was made by a newer Daymark (format {found}, this one reads up to {supported})"
    )]
    Newer {
        /// Format of the journal.
        found: u32,
        /// Newest format this version reads.
        supported: u32,
    },
    /// Another process has the journal open.
    #[error("the journal is open in another window or program; close that one first")]
    InUse,
    /// The path is not a regular file but a folder, a pipe or a link.
    #[error("what lies at {0} is not a file")]
    NotAFile(PathBuf),
    /// The operating system denies access to the file.
    #[error("{0} may not be read")]
    PermissionDenied(PathBuf),
    /// Part of the journal is damaged; data that depends on it can't be read.
    #[error("a page of the journal is damaged")]
    Damaged,
    /// The journal's location is not writable.
    #[error("the journal can only be read")]
    ReadOnly,
    /// The disk is full or its quota is exceeded.
    #[error("the disk is full")]
    Full,
    /// No intact backup and no readable record to repair from.
    #[error("nothing of the journal can be read, and there is no copy of it")]
    NothingToRepairFrom,
    /// Another I/O error.
    #[error("the disk refused: {0}")]
    Disk(std::io::Error),
    /// Another SQLite error.
    #[error("the journal refused: {0}")]
    Sql(rusqlite::Error),
    /// Stored JSON, such as a revision, can't be read.
    #[error("a stored revision can't be read: {0}")]
    RevisionFormat(#[from] serde_json::Error),
    /// The journal has no tracker with this key.
    #[error("the journal has no tracker `{0}`")]
    NoTracker(String),
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        let kind = error.kind();
        if [StorageFull, QuotaExceeded].contains(&kind) {
            Self::Full
        } else if kind == ReadOnlyFilesystem {
            Self::ReadOnly
        } else {
            Self::Disk(error)
        }
    }
}

/// SQLite's generic error code. All statements here are valid, so this error means a damaged page.
/// SQLCipher reports an invalid page HMAC this way.
const SQLITE_ERROR: i32 = 1;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, NotADatabase, ReadOnly,
        };
        let unspecific = error.sqlite_error().map(|e| e.extended_code) == Some(SQLITE_ERROR);
        match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => Self::InUse,
            Some(DatabaseCorrupt | NotADatabase) => Self::Damaged,
            Some(DiskFull) => Self::Full,
            Some(ReadOnly) => Self::ReadOnly,
            Some(_) | None if unspecific => Self::Damaged,
            Some(_) | None => Self::Sql(error),
        }
    }
}

/// Result of a journal operation.
pub type Result<T, E = Error> = std::result::Result<T, E>;
