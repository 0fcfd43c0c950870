//! The open journal.

use crate::Result;
use crate::key::Key;
use crate::paths::{JournalPaths, TempCopy};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::sync::Arc;

/// An open journal.
pub struct Journal {
    pub(crate) db: Connection,
    pub(crate) paths: JournalPaths,
    pub(crate) upgraded: bool,
    pub(crate) condition: Condition,
    /// Temporary copy in use when the folder is read-only. Removed when the journal is closed.
    pub(crate) temp_copy: Option<TempCopy>,
    pub(crate) key: Key,
    /// File handle that backups read from. It stays open as long as the journal: closing it would
    /// release the journal's lock.
    pub(crate) pages: Arc<std::fs::File>,
}

/// Condition of a journal when it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Condition {
    /// The folder is not writable: the journal can be read and exported, but not changed.
    pub read_only: bool,
    /// The last transaction in the WAL is incomplete or was damaged later.
    pub cut_off: bool,
}

impl Journal {
    /// Returns the condition of the journal when it was opened.
    pub fn condition(&self) -> Condition {
        self.condition
    }

    /// Whether opening upgraded the journal from an older format.
    pub fn upgraded(&self) -> bool {
        self.upgraded
    }

    /// Returns the journal's location.
    pub fn paths(&self) -> &JournalPaths {
        &self.paths
    }

    /// Closes the journal without a checkpoint. Used after a crash, when a backup may still be
    /// reading the main file.
    pub fn close_without_checkpoint(self) -> Result<()> {
        self.db
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        self.close()
    }

    /// Closes the journal. SQLite checkpoints the WAL into the main file on close. Dropping the
    /// journal instead ignores errors.
    pub fn close(self) -> Result<()> {
        let closed = self.db.close();
        // The temporary copy can only be removed after its connection is closed.
        drop(self.temp_copy);
        closed.map_err(|(_, error)| error.into())
    }
}
