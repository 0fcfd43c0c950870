//! Making a journal and opening one: two paths, never one.
//!
//! Owns the settings of the connection and the order they are given in. There is exactly one connection.

use crate::key::{private_file, private_folder};
use crate::keys::{Cost, Doors, Fresh, Keys, SheetCode, Unlock};
use crate::{Key, Trouble, migrate};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The format this program writes, and the newest it reads.
pub const VERSION: u32 = 2;

/// "Daym", in the head of every journal.
const APPLICATION: i32 = 0x4461_796d;

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

    /// Where its copies lie.
    pub fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// The key file of the first format.
    pub(crate) fn key(&self) -> PathBuf {
        self.folder.join("journal.key")
    }

    /// Whether nothing is there yet: neither a journal nor a key to one.
    pub fn vacant(&self) -> bool {
        let files = [self.file(), self.keys(), self.keys_twin(), self.key()];
        !files.iter().any(|file| file.exists())
    }
}

/// The open journal.
pub struct Journal {
    pub(crate) db: Connection,
    pub(crate) place: Place,
    pub(crate) upgraded: bool,
    pub(crate) key: Key,
    /// The file's bytes, for copies; open as long as the journal is, for the sake of its lock.
    pub(crate) pages: Arc<std::fs::File>,
}

impl Journal {
    /// Makes a new journal; refuses to touch one that exists. `now` is unix seconds.
    pub fn create(place: &Place, key: &Key, now: i64) -> Result<Self, Trouble> {
        if !place.vacant() {
            return Err(Trouble::Exists(place.folder.clone()));
        }
        private_folder(&place.folder)?;
        Keys::new(key).write(place)?;
        drop(private_file(&place.file())?);
        let mut db = connect(&place.file(), key)?;
        db.pragma_update(None, "application_id", APPLICATION)?;
        let (pending, _) = migrate::pending(&db)?;
        migrate::run(&mut db, &pending, now)?;
        Ok(Self {
            db,
            place: place.clone(),
            upgraded: false,
            key: key.clone(),
            pages: Arc::new(std::fs::File::open(place.file())?),
        })
    }

    /// Opens a journal that is there, with what was brought to its doors. Never creates one.
    pub fn open(place: &Place, unlock: &Unlock<'_>, now: i64) -> Result<Self, Trouble> {
        let file = place.file();
        let length = match std::fs::metadata(&file) {
            Ok(data) => data.len(),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                return Err(Trouble::Missing(file));
            }
            Err(e) => return Err(e.into()),
        };
        if length == 0 {
            return Err(Trouble::Empty(file));
        }
        let key = Keys::read(place)?.unlock(unlock)?;
        let mut db = connect(&file, &key)?;
        let application: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
        if application != APPLICATION {
            return Err(Trouble::Foreign(file));
        }
        let found: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if found > VERSION {
            return Err(Trouble::Newer {
                found,
                known: VERSION,
            });
        }
        let (pending, upgraded) = match migrate::pending(&db)? {
            (pending, _) if pending.is_empty() => (pending, false),
            (pending, known) => {
                db.close().map_err(|(_, error)| error)?;
                migrate::copy_beside(&file, now)?;
                db = connect(&file, &key)?;
                (pending, known)
            }
        };
        migrate::run(&mut db, &pending, now)?;
        Ok(Self {
            db,
            place: place.clone(),
            upgraded,
            key,
            pages: Arc::new(std::fs::File::open(&file)?),
        })
    }

    /// Which doors it has.
    pub fn doors(&self) -> Result<Doors, Trouble> {
        Ok(Keys::read(&self.place)?.doors())
    }

    /// Sets the passphrase, or changes it; from now on the journal is locked.
    pub fn set_passphrase(
        &mut self,
        passphrase: &str,
        cost: Cost,
        fresh: &Fresh,
    ) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_passphrase(&self.key, passphrase, cost, fresh)?;
        self.prove(&keys, &Unlock::Passphrase(passphrase))
    }

    /// Takes the lock off.
    pub fn take_lock_off(&mut self) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.take_lock_off(&self.key);
        self.prove(&keys, &Unlock::Nothing)
    }

    /// Makes a recovery sheet's code open the journal; an earlier sheet opens it no more.
    pub fn set_sheet(&mut self, code: &SheetCode, fresh: &Fresh) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_sheet(&self.key, code, fresh)?;
        self.prove(&keys, &Unlock::Sheet(code))
    }

    /// A door is only kept once it was seen to open.
    fn prove(&self, keys: &Keys, with: &Unlock<'_>) -> Result<(), Trouble> {
        if !keys.unlock(with)?.same(&self.key) {
            return Err(Trouble::KeysDamaged);
        }
        keys.write(&self.place)?;
        // A copy has the same key: with its old doors it would open what was just locked.
        for backup in crate::backups(&self.place.backups())? {
            keys.write(&Place::new(backup.folder))?;
        }
        Ok(())
    }

    /// Whether opening it brought an older journal up to date.
    pub fn upgraded(&self) -> bool {
        self.upgraded
    }

    /// Where it lies.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Closes it, with everything in the one file. Dropping it leaves the last saves in the file beside.
    pub fn close(self) -> Result<(), Trouble> {
        self.db.close().map_err(|(_, error)| error.into())
    }
}

/// Opens a connection with every setting, before the first read where that matters.
pub(crate) fn connect(file: &Path, key: &Key) -> Result<Connection, Trouble> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(file, flags)?;
    db.busy_timeout(std::time::Duration::from_millis(250))?;
    db.pragma_update(None, "key", key.literal())?;
    db.pragma_update(None, "cipher_log_level", "NONE")?;
    db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let readable: Result<i64, _> =
        db.query_row("select count(*) from sqlite_schema", [], |row| row.get(0));
    if let Err(error) = readable {
        return Err(match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => Trouble::Unreadable(file.to_owned()),
            Some(_) | None => error.into(),
        });
    }
    let mode: String = db.query_row("pragma journal_mode = wal", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(Trouble::Unreadable(file.to_owned()));
    }
    for (name, value) in [
        ("synchronous", "FULL"),
        ("foreign_keys", "ON"),
        ("trusted_schema", "OFF"),
        ("cell_size_check", "ON"),
        ("secure_delete", "ON"),
        ("temp_store", "MEMORY"),
        ("mmap_size", "0"),
        ("fullfsync", "1"),
        ("checkpoint_fullfsync", "1"),
    ] {
        db.pragma_update(None, name, value)?;
    }
    Ok(db)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::new(folder.path().join("journal"));
        (folder, place)
    }

    #[test]
    fn every_setting_holds() {
        let (_folder, place) = place();
        let journal = Journal::create(&place, &Key::new([7; 48]), 0).unwrap();
        let read = |name: &str| -> String {
            journal
                .db
                .pragma_query_value(None, name, |row| {
                    row.get::<_, rusqlite::types::Value>(0).map(|v| match v {
                        rusqlite::types::Value::Integer(i) => i.to_string(),
                        rusqlite::types::Value::Text(t) => t,
                        rusqlite::types::Value::Null
                        | rusqlite::types::Value::Real(_)
                        | rusqlite::types::Value::Blob(_) => "other".into(),
                    })
                })
                .unwrap_or_else(|_| "none".into())
        };
        let wanted = [
            ("locking_mode", "exclusive"),
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("secure_delete", "1"),
            ("temp_store", "2"),
        ];
        for (name, value) in wanted {
            assert_eq!(read(name), value, "{name}");
        }
        let version = rusqlite::version_number();
        assert!(
            version >= 3_051_003,
            "SQLite {version} has the lost-commit bug of the WAL reset"
        );
    }

    #[test]
    fn trouble_is_told_apart() {
        let (_folder, place) = place();
        assert!(
            matches!(
                Journal::open(&place, &Unlock::Nothing, 0),
                Err(Trouble::Missing(_))
            ),
            "nothing there"
        );
        Journal::create(&place, &Key::new([7; 48]), 0)
            .unwrap()
            .close()
            .unwrap();
        assert!(
            matches!(
                Journal::create(&place, &Key::new([8; 48]), 0),
                Err(Trouble::Exists(_))
            ),
            "never over another"
        );
        let held = Journal::open(&place, &Unlock::Nothing, 0).unwrap();
        assert!(
            matches!(
                Journal::open(&place, &Unlock::Nothing, 0),
                Err(Trouble::InUse)
            ),
            "one program at a time"
        );
        held.close().unwrap();
        let bytes = std::fs::read(place.file()).unwrap();
        std::fs::write(place.file(), vec![7; bytes.len()]).unwrap();
        assert!(
            matches!(
                Journal::open(&place, &Unlock::Nothing, 0),
                Err(Trouble::Unreadable(_))
            ),
            "the right key and a damaged file"
        );
        for path in [place.keys(), place.keys_twin()] {
            std::fs::write(path, "short").unwrap();
        }
        assert!(
            matches!(
                Journal::open(&place, &Unlock::Nothing, 0),
                Err(Trouble::KeyUnreadable(_))
            ),
            "no keys in it"
        );
        for path in [place.keys(), place.keys_twin()] {
            std::fs::remove_file(path).unwrap();
        }
        assert!(
            matches!(
                Journal::open(&place, &Unlock::Nothing, 0),
                Err(Trouble::KeyMissing(_))
            ),
            "no keys"
        );
        std::fs::write(place.file(), "").unwrap();
        assert!(
            matches!(
                Journal::open(&place, &Unlock::Nothing, 0),
                Err(Trouble::Empty(_))
            ),
            "an empty file is not a new journal"
        );
    }

    #[test]
    fn a_journal_from_the_future_is_left_alone() {
        let (_folder, place) = place();
        let journal = Journal::create(&place, &Key::new([7; 48]), 0).unwrap();
        journal
            .db
            .pragma_update(None, "user_version", VERSION + 1)
            .unwrap();
        journal.close().unwrap();
        let before = std::fs::read(place.file()).unwrap();
        assert!(
            matches!(
                Journal::open(&place, &Unlock::Nothing, 0),
                Err(Trouble::Newer { .. })
            ),
            "it says so"
        );
        assert_eq!(
            before,
            std::fs::read(place.file()).unwrap(),
            "and changes nothing"
        );
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_the_files() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, place) = place();
        let _journal = Journal::create(&place, &Key::new([7; 48]), 0).unwrap();
        let mode = |path: PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(place.folder.clone()), 0o700, "the folder");
        assert_eq!(mode(place.keys()), 0o600, "the keys");
        assert_eq!(mode(place.keys_twin()), 0o600, "and their twin");
        assert_eq!(mode(place.file()), 0o600, "the journal");
        assert_eq!(
            mode(place.folder.join("journal.daymark-wal")),
            0o600,
            "and what lies beside it"
        );
    }
}
