//! Files and directories: private permissions, atomic writes, reads at an offset.

use crate::{Error, Result};
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Who may read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only its owner.
    Private,
    /// Whoever the system's default allows.
    Default,
}

/// Writes a file atomically: readers see the old content or the new one. Durable on return.
///
/// # Errors
/// Returns the error of the file system; the temporary file is removed and the target unchanged.
pub fn write_atomic(path: &Path, bytes: &[u8], access: Access) -> std::io::Result<()> {
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(".unfinished");
    let temporary = PathBuf::from(temporary);
    remove_file_if_exists(&temporary)?;
    let written = write_new(&temporary, bytes, access).and_then(|()| fs::rename(&temporary, path));
    if let Err(error) = written {
        let _ = fs::remove_file(&temporary);
        return Err(error);
    }
    path.parent().map_or(Ok(()), sync_dir)
}

fn write_new(path: &Path, bytes: &[u8], access: Access) -> std::io::Result<()> {
    let mut file = create_file(path, access)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn create_file(path: &Path, access: Access) -> std::io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if access == Access::Private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = access;
    options.open(path)
}

/// Makes a rename in a directory durable. Windows has no such call.
pub(crate) fn sync_dir(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        // The parent of a bare file name is empty.
        let path = if path.as_os_str().is_empty() {
            Path::new(".")
        } else {
            path
        };
        fs::File::open(path)?.sync_all()
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        Ok(())
    }
}

fn remove_file_if_exists(path: &Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(e) if !is_not_found(&e) => Err(e),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Creates a new file that only its owner may read and write.
pub(crate) fn create_private_file(path: &Path) -> Result<fs::File> {
    Ok(create_file(path, Access::Private)?)
}

/// Creates a folder, and its missing parents, that only its owner may enter. Succeeds if it exists.
pub(crate) fn create_private_dir(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(path)?)
}

/// Creates a folder that only its owner may enter. Fails if it exists.
pub(crate) fn create_new_private_dir(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(path)?)
}

pub(crate) fn remove_dir_if_exists(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

pub(crate) fn is_not_found(error: &std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::NotFound
}

/// Checks that `file` exists and can be a journal. Returns a distinct error for each reason why it
/// can't.
pub(crate) fn ensure_regular_file(file: &Path) -> Result<()> {
    match fs::symlink_metadata(file) {
        Err(e) if is_not_found(&e) => Err(Error::Missing(file.to_owned())),
        Err(e) if e.kind() == std::io::ErrorKind::PermissionDenied => {
            Err(Error::PermissionDenied(file.to_owned()))
        }
        // A parent of the path is not a folder.
        Err(e) if e.kind() == std::io::ErrorKind::NotADirectory => {
            Err(Error::NotAFile(file.to_owned()))
        }
        Err(e) => Err(e.into()),
        // A link could point to an unrelated file, or change while it is open.
        Ok(data) if !data.is_file() => Err(Error::NotAFile(file.to_owned())),
        Ok(data) if data.len() == 0 => Err(Error::Empty(file.to_owned())),
        Ok(_) => Ok(()),
    }
}

/// Whether the start of a file shows that another program wrote it: an unencrypted SQLite database,
/// a ZIP archive or text. An encrypted file, damaged or not, matches none of these.
pub(crate) fn is_foreign_file(file: &Path) -> bool {
    let mut head = [0; 256];
    let read = fs::File::open(file).and_then(|mut file| file.read(&mut head));
    let head = head.get(..read.unwrap_or_default()).unwrap_or_default();
    let text = std::str::from_utf8(head).is_ok_and(|text| {
        let unusual = |c: char| c.is_control() && !['\n', '\r', '\t'].contains(&c);
        !text.is_empty() && !text.contains(unusual)
    });
    text || [&b"SQLite format 3\0"[..], b"PK\x03\x04"]
        .iter()
        .any(|mark| head.starts_with(mark))
}

/// Copies a closed file to a new file that only its owner may read. Durable on return.
pub(crate) fn copy_private(from: &Path, to: &Path) -> Result<()> {
    let mut read = match fs::File::open(from) {
        Err(e) if e.kind() == std::io::ErrorKind::PermissionDenied => {
            return Err(Error::PermissionDenied(from.to_owned()));
        }
        other => other?,
    };
    let mut written = create_private_file(to)?;
    std::io::copy(&mut read, &mut written)?;
    Ok(written.sync_all()?)
}

/// Fills `into` from offset `at` without moving the file's shared read position.
#[cfg(unix)]
pub(crate) fn read_at(file: &fs::File, into: &mut [u8], at: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, into, at)
}

/// Fills `into` from offset `at`, independently of the file's current read position.
#[cfg(windows)]
pub(crate) fn read_at(file: &fs::File, into: &mut [u8], at: u64) -> std::io::Result<()> {
    use std::os::windows::fs::FileExt as _;
    let mut done = 0;
    while let Some(rest) = into.get_mut(done..).filter(|rest| !rest.is_empty()) {
        match file.seek_read(rest, at + done as u64)? {
            0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            read => done += read,
        }
    }
    Ok(())
}
