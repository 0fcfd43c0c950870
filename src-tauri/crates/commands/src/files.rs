//! Files the user saves.

use crate::error::{Error, Result};
use crate::msg;
use crate::session::Session;
use journal::files::{Access, write_atomic};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// Location of a saved file or folder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SavedFile {
    /// Path of the file or folder.
    pub path: String,
    /// Message that says where it was saved.
    pub message: String,
}

/// Removes a file that was just saved and is no longer wanted. Ignores errors.
pub fn remove(path: &Path) {
    let _ = fs::remove_file(path);
}

pub(crate) fn documents() -> PathBuf {
    let dirs = directories::UserDirs::new();
    let documents = dirs
        .as_ref()
        .and_then(|d| d.document_dir().map(Path::to_owned));
    documents
        .or_else(|| dirs.map(|d| d.home_dir().to_owned()))
        .unwrap_or_else(|| PathBuf::from("."))
}

/// Writes a file atomically, in a folder that is created if it is missing. Durable on return.
/// Follows a link, and writes into a pipe or device.
///
/// # Errors
/// Returns an error that names the file; the file is unchanged then. A write-protected file is
/// refused.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let followed = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let path = followed.as_path();
    if let Ok(there) = fs::metadata(path) {
        if there.permissions().readonly() {
            let protected = std::io::ErrorKind::PermissionDenied.into();
            return Err(file_error(path, &protected));
        }
        if !there.is_file() && !there.is_dir() {
            return fs::write(path, bytes).map_err(|e| file_error(path, &e));
        }
    }
    if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(|e| file_error(path, &e))?;
    }
    write_atomic(path, bytes, Access::Default).map_err(|e| file_error(path, &e))
}

/// Returns the error for a file that can't be read or written.
pub fn file_error(path: &Path, error: &std::io::Error) -> Error {
    Error::File {
        path: path.display().to_string(),
        why: error.to_string(),
    }
}

pub(crate) fn saved_file(session: &Session, path: &Path) -> SavedFile {
    let path = path.display().to_string();
    SavedFile {
        message: session
            .locale()
            .format(msg::SAVED_TO, &[("path", path.as_str().into())]),
        path,
    }
}
