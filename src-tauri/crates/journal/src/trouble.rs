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
    /// The disk refused.
    #[error("the disk refused: {0}")]
    Disk(#[from] std::io::Error),
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

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
                Self::InUse
            }
            Some(_) | None => Self::Sql(error),
        }
    }
}
