//! Where a journal lies.
//!
//! Owns the names of its files, whether there is something in a place, and copies of files that are not open.

use crate::Trouble;
use crate::key::{new_folder, private_file};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Where a journal lies: a folder with the file and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The folder.
    pub folder: PathBuf,
}

impl Place {
    /// The journal in that folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// The encrypted file.
    pub fn file(&self) -> PathBuf {
        self.folder.join("journal.daymark")
    }

    /// The doors to its key.
    pub fn keys(&self) -> PathBuf {
        self.folder.join("journal.keys")
    }

    /// The same once more: losing the keys is losing everything.
    pub fn keys_twin(&self) -> PathBuf {
        self.folder.join("journal.keys.2")
    }

    /// What was saved and is not in the one file yet.
    pub fn saves(&self) -> PathBuf {
        self.folder.join("journal.daymark-wal")
    }

    /// Where its copies lie.
    pub fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// How many files of an older state lie beside: from before a change of format, or of a damaged journal.
    pub fn older_files(&self) -> Result<u32, Trouble> {
        let listed = std::fs::read_dir(&self.folder)?;
        let older = listed.flatten().filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.contains(".before-") || name.starts_with("damaged-")
        });
        Ok(u32::try_from(older.count()).unwrap_or(u32::MAX))
    }

    /// The key file of the first format.
    pub(crate) fn key(&self) -> PathBuf {
        self.folder.join("journal.key")
    }

    /// There while a journal is being made.
    pub(crate) fn making(&self) -> PathBuf {
        self.folder.join(".making")
    }

    /// What a journal that was not made to its end can have left: nothing of the person's is in it.
    pub(crate) fn clear_unmade(&self) -> Result<(), Trouble> {
        for left in [self.saves(), self.file(), self.keys(), self.keys_twin()] {
            match std::fs::remove_file(left) {
                Err(e) if !gone(&e) => return Err(e.into()),
                Ok(()) | Err(_) => {}
            }
        }
        Ok(())
    }

    /// Whether nothing is there yet: neither a journal nor a key to one, nor a copy of one.
    pub fn vacant(&self) -> bool {
        let files = [
            self.file(),
            self.keys(),
            self.keys_twin(),
            self.key(),
            self.saves(),
        ];
        if self.making().exists() {
            return true;
        }
        // What can't be asked for is not taken for nothing.
        let none = |path: &PathBuf| std::fs::symlink_metadata(path).is_err_and(|e| gone(&e));
        files.iter().all(none) && crate::backups(&self.backups()).is_ok_and(|all| all.is_empty())
    }
}

pub(crate) fn gone(error: &std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::NotFound
}

/// Whether a file lies there that can be a journal; what it is not, is told apart.
pub(crate) fn present(file: &Path) -> Result<(), Trouble> {
    match std::fs::symlink_metadata(file) {
        Err(e) if gone(&e) => Err(Trouble::Missing(file.to_owned())),
        Err(e) if e.kind() == std::io::ErrorKind::PermissionDenied => {
            Err(Trouble::Denied(file.to_owned()))
        }
        // What is to be the journal's folder is something else.
        Err(e) if e.kind() == std::io::ErrorKind::NotADirectory => {
            Err(Trouble::NotAFile(file.to_owned()))
        }
        Err(e) => Err(e.into()),
        // A link could lead to a file that is nobody's journal, or change while it is open.
        Ok(data) if !data.is_file() => Err(Trouble::NotAFile(file.to_owned())),
        Ok(data) if data.len() == 0 => Err(Trouble::Empty(file.to_owned())),
        Ok(_) => Ok(()),
    }
}

/// Whether a file shows at its head that another program wrote it: a database in plain, an archive, or text. What is
/// encrypted shows none of these, damaged or not.
pub(crate) fn of_another_program(file: &Path) -> bool {
    let mut head = [0; 256];
    let read = std::fs::File::open(file).and_then(|mut file| file.read(&mut head));
    let head = head.get(..read.unwrap_or_default()).unwrap_or_default();
    let text = std::str::from_utf8(head).is_ok_and(|text| {
        let odd = |c: char| c.is_control() && !['\n', '\r', '\t'].contains(&c);
        !text.is_empty() && !text.contains(odd)
    });
    text || [&b"SQLite format 3\0"[..], b"PK\x03\x04"]
        .iter()
        .any(|mark| head.starts_with(mark))
}

/// A journal's files in a folder that is gone when this is dropped: what can't be written to is read from there. The
/// file is as encrypted as the journal.
pub(crate) struct Passing(pub(crate) Place);

impl Passing {
    pub(crate) fn of(place: &Place, now: i64) -> Result<Self, Trouble> {
        let name = format!("daymark-{}-{now}", std::process::id());
        let passing = Self(Place::new(std::env::temp_dir().join(name)));
        // Made by us alone: a folder that is there already may be anybody's.
        new_folder(&passing.0.folder)?;
        copy_private(&place.file(), &passing.0.file())?;
        match copy_private(&place.saves(), &passing.0.saves()) {
            Err(Trouble::Disk(e)) if gone(&e) => {}
            other => other?,
        }
        Ok(passing)
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0.folder);
    }
}

/// Copies a closed file to a new one that only its owner may read; on disk when this returns.
pub(crate) fn copy_private(from: &Path, to: &Path) -> Result<(), Trouble> {
    let mut read = match std::fs::File::open(from) {
        Err(e) if e.kind() == std::io::ErrorKind::PermissionDenied => {
            return Err(Trouble::Denied(from.to_owned()));
        }
        other => other?,
    };
    let mut written = private_file(to)?;
    std::io::copy(&mut read, &mut written)?;
    Ok(written.sync_all()?)
}

/// Reads a part of a file, without moving where anybody else reads.
#[cfg(unix)]
pub(crate) fn read_at(file: &std::fs::File, into: &mut [u8], at: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, into, at)
}

/// Reads a part of a file, without moving where anybody else reads.
#[cfg(windows)]
pub(crate) fn read_at(file: &std::fs::File, into: &mut [u8], at: u64) -> std::io::Result<()> {
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
