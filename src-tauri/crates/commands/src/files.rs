//! Files the user saves: in the documents folder, under a free name.

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

/// Saves bytes in the documents folder, under a free file name.
pub fn save_bytes(session: &Session, name: &str, bytes: &[u8]) -> Result<SavedFile> {
    let path = unused_path(&documents(), name);
    write(&path, bytes)?;
    Ok(saved_file(session, &path))
}

/// Removes a file that was just saved and is no longer wanted. Ignores errors.
pub fn remove(path: &str) {
    let _ = fs::remove_file(path);
}

/// Saves a text in the documents folder, under a free file name.
pub fn save_text(session: &Session, name: &str, text: &str) -> Result<SavedFile> {
    save_bytes(session, name, text.as_bytes())
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

/// Returns the path for a name, with a number added if the name is taken.
pub(crate) fn unused_path(folder: &Path, name: &str) -> PathBuf {
    let plain = folder.join(name);
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) => (stem, format!(".{extension}")),
        None => (name, String::new()),
    };
    std::iter::once(plain.clone())
        .chain((2..1000).map(|n| folder.join(format!("{stem} ({n}){extension}"))))
        .find(|path| !path.exists())
        .unwrap_or(plain)
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
