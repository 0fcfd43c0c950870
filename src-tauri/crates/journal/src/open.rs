//! Creating and opening a journal.
//!
//! Creating and opening are separate paths: `open` never creates a journal and `create` never opens
//! an existing one. A journal has exactly one connection.

use crate::key::{private_file, private_folder};
use crate::keys::{Cost, Doors, Fresh, Keys, SheetCode, Unlock};
use crate::place::{Passing, Place, of_another_program, present};
use crate::wal::{self, Saves};
use crate::{Key, Trouble, migrate, repair};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::Arc;

/// Journal format this version writes, and the newest it reads.
pub const VERSION: u32 = 2;

/// SQLite `application_id` of every journal: "Daym" in ASCII.
const APPLICATION: i32 = 0x4461_796d;

/// WAL size, in pages, that triggers an automatic checkpoint. Kept small so that the commit that
/// runs the checkpoint is not delayed for long.
pub(crate) const GATHERED: u32 = 250;

/// An open journal.
pub struct Journal {
    pub(crate) db: Connection,
    pub(crate) place: Place,
    pub(crate) upgraded: bool,
    pub(crate) state: State,
    /// Temporary copy in use when the folder is read-only. Removed when the journal is closed.
    pub(crate) reading: Option<Passing>,
    pub(crate) key: Key,
    /// File handle that backups read from. It stays open as long as the journal: closing it would
    /// release the journal's lock.
    pub(crate) pages: Arc<std::fs::File>,
}

/// Condition of a journal when it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct State {
    /// The folder is not writable: the journal can be read and exported, but not changed.
    pub read_only: bool,
    /// The last transaction in the WAL is incomplete or was damaged later.
    pub cut_off: bool,
}

impl Journal {
    /// Creates a new journal. `now` is in seconds since 1970 UTC.
    ///
    /// # Errors
    ///
    /// `Trouble::Exists` if the folder already holds a journal, a key file or a backup.
    pub fn create(place: &Place, key: &Key, now: i64) -> Result<Self, Trouble> {
        if !place.vacant() {
            return Err(Trouble::Exists(place.folder.clone()));
        }
        private_folder(&place.folder)?;
        // While this marker exists, the journal counts as not created. An interrupted creation
        // starts over.
        std::fs::write(place.making(), "")?;
        place.clear_unmade()?;
        Keys::new(key).write(place)?;
        drop(private_file(&place.file())?);
        let mut db = connect(&place.file(), key)?;
        Self::begin(&mut db, now)?;
        std::fs::remove_file(place.making())?;
        // If a power cut restored the marker, the journal would count as not created.
        std::fs::File::open(&place.folder)?.sync_all()?;
        Ok(Self {
            db,
            place: place.clone(),
            upgraded: false,
            state: State::default(),
            reading: None,
            key: key.clone(),
            pages: Arc::new(std::fs::File::open(place.file())?),
        })
    }

    /// Initialises an empty database as a journal.
    pub(crate) fn begin(db: &mut Connection, now: i64) -> Result<(), Trouble> {
        db.pragma_update(None, "application_id", APPLICATION)?;
        let (pending, _) = migrate::pending(db)?;
        migrate::run(db, &pending, now)
    }

    /// Opens an existing journal with the given credential; never creates one. If the folder is not
    /// writable, opens a temporary copy read-only. `now` is in seconds since 1970 UTC.
    pub fn open(place: &Place, unlock: &Unlock<'_>, now: i64) -> Result<Self, Trouble> {
        repair::finish(place)?;
        present(&place.file())?;
        let key = Keys::read(place)?.unlock(unlock)?;
        let saves = wal::look(&place.saves())?;
        if saves == Saves::Damaged {
            return Err(Trouble::Unreadable(place.file()));
        }
        let (db, reading) = match connect(&place.file(), &key) {
            Ok(db) => (db, None),
            Err(Trouble::ReadOnly) => {
                let passing = Passing::of(place, now)?;
                (connect(&passing.0.file(), &key)?, Some(passing))
            }
            Err(error) => return Err(error),
        };
        let lies = reading.as_ref().map_or(place, |passing| &passing.0);
        let (db, upgraded) = brought_up(db, lies, &key, now)?;
        if reading.is_some() {
            db.pragma_update(None, "query_only", "ON")?;
        }
        Ok(Self {
            pages: Arc::new(std::fs::File::open(lies.file())?),
            db,
            place: place.clone(),
            upgraded,
            state: State {
                read_only: reading.is_some(),
                cut_off: saves == Saves::Cut,
            },
            reading,
            key,
        })
    }

    /// Returns the condition of the journal when it was opened.
    pub fn state(&self) -> State {
        self.state
    }

    /// Returns the journal's identifier. It reveals nothing about the key and stays the same when
    /// unlock methods change.
    pub fn name(&self) -> Result<String, Trouble> {
        Ok(Keys::read(&self.place)?.name().to_owned())
    }

    /// Returns which unlock methods are set.
    pub fn doors(&self) -> Result<Doors, Trouble> {
        Ok(Keys::read(&self.place)?.doors())
    }

    /// Sets or changes the passphrase. From then on the journal is locked.
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

    /// Removes the passphrase and the keyring unlock, so that the journal opens without a
    /// credential. Recovery codes stay valid.
    pub fn take_lock_off(&mut self) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.take_lock_off(&self.key);
        self.prove(&keys, &Unlock::Nothing)
    }

    /// Sets the recovery code. It replaces an earlier recovery code.
    pub fn set_sheet(&mut self, code: &SheetCode, fresh: &Fresh) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_sheet(&self.key, code, fresh)?;
        self.prove(&keys, &Unlock::Sheet(code))
    }

    /// Sets the recovery code that a trusted person holds. It replaces an earlier one.
    pub fn set_trusted(&mut self, code: &SheetCode, fresh: &Fresh) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_trusted(&self.key, Some((code, fresh)))?;
        self.prove(&keys, &Unlock::Sheet(code))
    }

    /// Revokes the trusted person's recovery code, in the journal and in the backups beside it.
    pub fn revoke_trusted(&mut self) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_trusted(&self.key, None)?;
        self.keep_doors(&keys)
    }

    /// Sets the secret stored in this computer's keyring as an unlock method. It replaces an
    /// earlier one.
    pub fn set_computer(&mut self, secret: &[u8; 32], fresh: &Fresh) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_computer(&self.key, Some((secret, fresh)))?;
        self.prove(&keys, &Unlock::Computer(secret))
    }

    /// Removes keyring unlock, so that no computer opens the journal by itself.
    pub fn revoke_computer(&mut self) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_computer(&self.key, None)?;
        self.keep_doors(&keys)
    }

    /// Writes the journal's current key file to the given backups. Returns whether every backup
    /// could be updated.
    pub fn give_doors(&self, copies: &[crate::Backup]) -> Result<bool, Trouble> {
        let keys = Keys::read(&self.place)?;
        let given = copies
            .iter()
            .filter(|copy| keys.write(&Place::new(&copy.folder)).is_ok());
        Ok(given.count() == copies.len())
    }

    /// Writes `keys` only after verifying that the new key slot opens with `with`.
    fn prove(&self, keys: &Keys, with: &Unlock<'_>) -> Result<(), Trouble> {
        if !keys.unlock(with)?.same(&self.key) {
            return Err(Trouble::KeysDamaged);
        }
        self.keep_doors(keys)
    }

    fn keep_doors(&self, keys: &Keys) -> Result<(), Trouble> {
        keys.write(&self.place)?;
        // A backup has the same key, so its old key slots would still open it. The journal's own
        // slots are already changed, so an unreachable backup is no error here.
        let copies = crate::backups(&self.place.backups()).unwrap_or_default();
        if !self.give_doors(&copies)? {
            eprintln!("The doors of a copy could not be changed.");
        }
        Ok(())
    }

    /// Whether opening upgraded the journal from an older format.
    pub fn upgraded(&self) -> bool {
        self.upgraded
    }

    /// Returns the journal's location.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Closes the journal without a checkpoint. Used after a crash, when a backup may still be
    /// reading the main file.
    pub fn leave(self) -> Result<(), Trouble> {
        self.db
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        self.close()
    }

    /// Closes the journal. SQLite checkpoints the WAL into the main file on close. Dropping the
    /// journal instead ignores errors.
    pub fn close(self) -> Result<(), Trouble> {
        let closed = self.db.close();
        // The temporary copy can only be removed after its connection is closed.
        drop(self.reading);
        closed.map_err(|(_, error)| error.into())
    }
}

/// Verifies that the file is a journal of a known format, and runs pending migrations. Returns the
/// connection and whether an existing journal was upgraded.
fn brought_up(
    db: Connection,
    lies: &Place,
    key: &Key,
    now: i64,
) -> Result<(Connection, bool), Trouble> {
    let mut db = db;
    let application: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION {
        return Err(Trouble::Foreign(lies.file()));
    }
    let found: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > VERSION {
        return Err(Trouble::Newer {
            found,
            known: VERSION,
        });
    }
    let (pending, known) = migrate::pending(&db)?;
    if pending.is_empty() {
        return Ok((db, false));
    }
    db.close().map_err(|(_, error)| error)?;
    migrate::copy_beside(&lies.file(), now)?;
    db = connect(&lies.file(), key)?;
    migrate::run(&mut db, &pending, now)?;
    Ok((db, known))
}

/// Maps an error of the first read to the reason why the file can't be read.
fn unreadable(file: &Path, error: rusqlite::Error) -> Trouble {
    use rusqlite::ErrorCode::{CannotOpen, DatabaseCorrupt, NotADatabase};
    match error.sqlite_error_code() {
        Some(NotADatabase | DatabaseCorrupt) if of_another_program(file) => {
            Trouble::Foreign(file.to_owned())
        }
        Some(NotADatabase | DatabaseCorrupt) => Trouble::Unreadable(file.to_owned()),
        // The main file can be opened but the WAL can't: the folder is not writable.
        Some(CannotOpen) => Trouble::ReadOnly,
        Some(_) | None => error.into(),
    }
}

/// Opens a connection and applies every setting. The key, logging and locking mode are set before
/// the first read.
pub(crate) fn connect(file: &Path, key: &Key) -> Result<Connection, Trouble> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(file, flags).map_err(|error| {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::CannotOpen) => Trouble::Denied(file.to_owned()),
            Some(_) | None => error.into(),
        }
    })?;
    if db.is_readonly("main")? {
        return Err(Trouble::ReadOnly);
    }
    db.busy_timeout(std::time::Duration::from_millis(250))?;
    db.pragma_update(None, "key", key.literal())?;
    db.pragma_update(None, "cipher_log_level", "NONE")?;
    db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let readable: Result<i64, _> =
        db.query_row("select count(*) from sqlite_schema", [], |row| row.get(0));
    readable.map_err(|error| unreadable(file, error))?;
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
        ("wal_autocheckpoint", &GATHERED.to_string()),
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
    use std::path::PathBuf;

    fn place() -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::new(folder.path().join("journal"));
        (folder, place)
    }

    #[test]
    fn created_journal_applies_every_pragma() {
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

    fn trouble(place: &Place) -> Trouble {
        match Journal::open(place, &Unlock::Nothing, 0) {
            Ok(_) => panic!("it opens"),
            Err(trouble) => trouble,
        }
    }

    #[test]
    fn missing_existing_and_in_use_are_distinct_errors() {
        let (_folder, place) = place();
        assert!(matches!(trouble(&place), Trouble::Missing(_)));
        let made = Journal::create(&place, &Key::new([7; 48]), 0).unwrap();
        made.close().unwrap();
        let again = Journal::create(&place, &Key::new([8; 48]), 0);
        assert!(
            matches!(again, Err(Trouble::Exists(_))),
            "never over another"
        );
        let held = Journal::open(&place, &Unlock::Nothing, 0).unwrap();
        assert!(
            matches!(trouble(&place), Trouble::InUse),
            "one program at a time"
        );
        held.close().unwrap();
    }

    #[test]
    fn damaged_file_and_key_files_give_distinct_errors() {
        let (_folder, place) = place();
        let made = Journal::create(&place, &Key::new([7; 48]), 0).unwrap();
        made.close().unwrap();
        let bytes = std::fs::read(place.file()).unwrap();
        std::fs::write(place.file(), vec![7; bytes.len()]).unwrap();
        assert!(
            matches!(trouble(&place), Trouble::Unreadable(_)),
            "the right key and a damaged file"
        );
        for path in [place.keys(), place.keys_twin()] {
            std::fs::write(path, "short").unwrap();
        }
        assert!(
            matches!(trouble(&place), Trouble::KeyUnreadable(_)),
            "no keys in it"
        );
        for path in [place.keys(), place.keys_twin()] {
            std::fs::remove_file(path).unwrap();
        }
        assert!(matches!(trouble(&place), Trouble::KeyMissing(_)), "no keys");
        std::fs::write(place.file(), "").unwrap();
        assert!(
            matches!(trouble(&place), Trouble::Empty(_)),
            "an empty file is not a new journal"
        );
    }

    #[test]
    fn newer_journal_is_rejected_and_left_unchanged() {
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
    fn journal_files_are_readable_by_owner_only() {
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
