//! What can be wrong with a journal.
//!
//! Owns the kinds of trouble, each told apart because each asks for something else of the person.

use std::path::PathBuf;

/// Why the journal could not be opened, read or written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// There is a key, or a place, but no journal in it.
    #[error("no journal at {0}")]
    Missing(PathBuf),
    /// The file is there and has nothing in it: damaged or replaced, not a new journal.
    #[error("the journal at {0} is an empty file: it was damaged or replaced")]
    Empty(PathBuf),
    /// A journal is already there.
    #[error("there is a journal at {0} already")]
    Exists(PathBuf),
    /// The journal's key file is missing.
    #[error("the key beside the journal is missing: {0}")]
    KeyMissing(PathBuf),
    /// The key file holds no key.
    #[error("the key file can't be read as a key: {0}")]
    KeyUnreadable(PathBuf),
    /// The journal has a lock, and nothing was brought to open it.
    #[error("the journal is locked")]
    Locked,
    /// Not the passphrase.
    #[error("this is not the passphrase")]
    WrongPassphrase,
    /// A whole code, and not this journal's.
    #[error("this recovery sheet belongs to another journal, or was replaced")]
    WrongSheet,
    /// What stands in the file of keys can't be right.
    #[error("the file of keys beside the journal is damaged")]
    KeysDamaged,
    /// A newer Daymark wrote the file of keys.
    #[error("the keys were made by a newer Daymark (format {found}, this one reads up to {known})")]
    KeysNewer {
        /// Its format.
        found: u32,
        /// The newest format read here.
        known: u32,
    },
    /// The key is the right one, so the file is damaged.
    #[error("the journal at {0} is damaged")]
    Unreadable(PathBuf),
    /// It opens, and is something else.
    #[error("the file at {0} is not a Daymark journal")]
    Foreign(PathBuf),
    /// A newer Daymark wrote it.
    #[error(
        "the journal was made by a newer Daymark (format {found}, this one reads up to {known})"
    )]
    Newer {
        /// Its format.
        found: u32,
        /// The newest format read here.
        known: u32,
    },
    /// Another program has it open.
    #[error("the journal is open in another window or program; close that one first")]
    InUse,
    /// Something is there, and it is no file: a folder, a pipe, a link.
    #[error("what lies at {0} is not a file")]
    NotAFile(PathBuf),
    /// The system does not let it be read.
    #[error("{0} may not be read")]
    Denied(PathBuf),
    /// A page further in was damaged: what stands on it can't be read.
    #[error("a page of the journal is damaged")]
    Damaged,
    /// Its place can't be written to.
    #[error("the journal can only be read")]
    ReadOnly,
    /// There is no room left.
    #[error("the disk is full")]
    Full,
    /// There is nothing it could be repaired from.
    #[error("nothing of the journal can be read, and there is no copy of it")]
    NothingToRepairFrom,
    /// The disk refused.
    #[error("the disk refused: {0}")]
    Disk(std::io::Error),
    /// SQLite refused.
    #[error("the journal refused: {0}")]
    Sql(rusqlite::Error),
    /// A stored image can't be read.
    #[error("a stored revision can't be read: {0}")]
    Image(#[from] serde_json::Error),
    /// A tracker the journal does not have.
    #[error("the journal has no tracker `{0}`")]
    NoTracker(String),
}

impl From<std::io::Error> for Trouble {
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

/// SQLite's "error" without a kind. Every statement here is known to be right, so a page behind it is not: that is how
/// SQLCipher says that a page's seal is broken.
const PLAIN_ERROR: i32 = 1;

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, NotADatabase, ReadOnly,
        };
        let plain = error.sqlite_error().map(|e| e.extended_code) == Some(PLAIN_ERROR);
        match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => Self::InUse,
            Some(DatabaseCorrupt | NotADatabase) => Self::Damaged,
            Some(DiskFull) => Self::Full,
            Some(ReadOnly) => Self::ReadOnly,
            Some(_) | None if plain => Self::Damaged,
            Some(_) | None => Self::Sql(error),
        }
    }
}
