//! Location of a journal: its folder and file names.
//!
//! Also detects what a location already contains, and copies closed files.

use crate::Trouble;
use crate::key::{new_folder, private_file};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// The folder that holds a journal and its key file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The folder.
    pub folder: PathBuf,
}

impl Place {
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
    pub fn keys(&self) -> PathBuf {
        self.folder.join("journal.keys")
    }

    /// The second copy of the key file, because losing the keys means losing the journal.
    pub fn keys_twin(&self) -> PathBuf {
        self.folder.join("journal.keys.2")
    }

    /// The write-ahead log (WAL).
    pub fn saves(&self) -> PathBuf {
        self.folder.join("journal.daymark-wal")
    }

    /// The folder of the backups.
    pub fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// Returns the number of older files kept beside the journal: copies made before a migration,
    /// and folders of damaged journals.
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

    /// Marker that exists while a journal is being created.
    pub(crate) fn making(&self) -> PathBuf {
        self.folder.join(".making")
    }

    /// Removes the files of an interrupted creation. They contain no user data.
    pub(crate) fn clear_unmade(&self) -> Result<(), Trouble> {
        for left in [self.saves(), self.file(), self.keys(), self.keys_twin()] {
            match std::fs::remove_file(left) {
                Err(e) if !gone(&e) => return Err(e.into()),
                Ok(()) | Err(_) => {}
            }
        }
        Ok(())
    }

    /// Whether the location holds no journal, no key file and no backup. The remains of an
    /// interrupted creation count as empty.
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
        // A path that can't be checked does not count as absent.
        let none = |path: &PathBuf| std::fs::symlink_metadata(path).is_err_and(|e| gone(&e));
        files.iter().all(none) && crate::backups(&self.backups()).is_ok_and(|all| all.is_empty())
    }
}

pub(crate) fn gone(error: &std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::NotFound
}

/// Checks that `file` exists and can be a journal. Returns a distinct error for each reason why it
/// can't.
pub(crate) fn present(file: &Path) -> Result<(), Trouble> {
    match std::fs::symlink_metadata(file) {
        Err(e) if gone(&e) => Err(Trouble::Missing(file.to_owned())),
        Err(e) if e.kind() == std::io::ErrorKind::PermissionDenied => {
            Err(Trouble::Denied(file.to_owned()))
        }
        // A parent of the path is not a folder.
        Err(e) if e.kind() == std::io::ErrorKind::NotADirectory => {
            Err(Trouble::NotAFile(file.to_owned()))
        }
        Err(e) => Err(e.into()),
        // A link could point to an unrelated file, or change while it is open.
        Ok(data) if !data.is_file() => Err(Trouble::NotAFile(file.to_owned())),
        Ok(data) if data.len() == 0 => Err(Trouble::Empty(file.to_owned())),
        Ok(_) => Ok(()),
    }
}

/// Whether the start of a file shows that another program wrote it: an unencrypted SQLite database,
/// a ZIP archive or text. An encrypted file, damaged or not, matches none of these.
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

/// Temporary copy of a journal, for reading one in a read-only folder. The copy is as encrypted as
/// the journal and removed on drop.
pub(crate) struct Passing(pub(crate) Place);

impl Passing {
    pub(crate) fn of(place: &Place, now: i64) -> Result<Self, Trouble> {
        let name = format!("daymark-{}-{now}", std::process::id());
        let passing = Self(Place::new(std::env::temp_dir().join(name)));
        // Must be newly created: an existing folder may belong to another user.
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

/// Copies a closed file to a new file that only its owner may read. Durable on return.
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

/// Fills `into` from offset `at` without moving the file's shared read position.
#[cfg(unix)]
pub(crate) fn read_at(file: &std::fs::File, into: &mut [u8], at: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, into, at)
}

/// Fills `into` from offset `at`, independently of the file's current read position.
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
