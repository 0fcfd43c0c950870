//! Connection to the encrypted database and its settings.

use crate::files::is_foreign_file;
use crate::key::Key;
use crate::{Error, Result};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// WAL size, in pages, that triggers an automatic checkpoint. Kept small so that the commit that
/// runs the checkpoint is not delayed for long.
pub(crate) const WAL_AUTOCHECKPOINT: u32 = 250;

/// Opens a connection and applies every setting. The key, logging and locking mode are set before
/// the first read.
pub(crate) fn connect(file: &Path, key: &Key) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(file, flags).map_err(|error| {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::CannotOpen) => Error::PermissionDenied(file.to_owned()),
            Some(_) | None => error.into(),
        }
    })?;
    if db.is_readonly("main")? {
        return Err(Error::ReadOnly);
    }
    db.busy_timeout(std::time::Duration::from_millis(250))?;
    db.pragma_update(None, "key", key.literal())?;
    db.pragma_update(None, "cipher_log_level", "NONE")?;
    db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let readable: Result<i64, _> =
        db.query_row("select count(*) from sqlite_schema", [], |row| row.get(0));
    readable.map_err(|error| read_error(file, error))?;
    let mode: String = db.query_row("pragma journal_mode = wal", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::Corrupt(file.to_owned()));
    }
    for (name, value) in [
        ("synchronous", "FULL"),
        ("foreign_keys", "ON"),
        ("trusted_schema", "OFF"),
        ("cell_size_check", "ON"),
        ("secure_delete", "ON"),
        ("temp_store", "MEMORY"),
        ("mmap_size", "0"),
        // 16 MiB at most. A page that is not kept has to be decrypted again; all years of a figure and the
        // indexes of a save need more than the default of 2.
        ("cache_size", "-16384"),
        ("wal_autocheckpoint", &WAL_AUTOCHECKPOINT.to_string()),
        ("fullfsync", "1"),
        ("checkpoint_fullfsync", "1"),
    ] {
        db.pragma_update(None, name, value)?;
    }
    Ok(db)
}

/// Maps an error of the first read to the reason why the file can't be read.
fn read_error(file: &Path, error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode::{CannotOpen, DatabaseCorrupt, NotADatabase};
    match error.sqlite_error_code() {
        Some(NotADatabase | DatabaseCorrupt) if is_foreign_file(file) => {
            Error::NotAJournal(file.to_owned())
        }
        Some(NotADatabase | DatabaseCorrupt) => Error::Corrupt(file.to_owned()),
        // The main file can be opened but the WAL can't: the folder is not writable.
        Some(CannotOpen) => Error::ReadOnly,
        Some(_) | None => error.into(),
    }
}
