//! Making a journal and opening one: two paths, never one.
//!
//! Owns the settings of the connection and the order they are given in. There is exactly one connection.

use crate::key::{private_file, private_folder};
use crate::keys::{Cost, Doors, Fresh, Keys, SheetCode, Unlock};
use crate::place::{Passing, Place, of_another_program, present};
use crate::wal::{self, Saves};
use crate::{Key, Trouble, migrate, repair};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::Arc;

/// The format this program writes, and the newest it reads.
pub const VERSION: u32 = 2;

/// "Daym", in the head of every journal.
const APPLICATION: i32 = 0x4461_796d;

/// How many pages of saves gather beside the one file before they are brought into it: few, so that the save that
/// brings them waits little.
pub(crate) const GATHERED: u32 = 250;

/// The open journal.
pub struct Journal {
    pub(crate) db: Connection,
    pub(crate) place: Place,
    pub(crate) upgraded: bool,
    pub(crate) state: State,
    /// Where it could only be read: the copy it was read from, gone when the journal is closed.
    pub(crate) reading: Option<Passing>,
    pub(crate) key: Key,
    /// The file's bytes, for copies; open as long as the journal is, for the sake of its lock.
    pub(crate) pages: Arc<std::fs::File>,
}

/// What a journal is like when it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct State {
    /// Its place can't be written to: it can be read and taken out, not changed.
    pub read_only: bool,
    /// The last save before it was closed does not hold: it was cut off, or damaged since.
    pub cut_off: bool,
}

impl Journal {
    /// Makes a new journal; refuses to touch one that exists. `now` is unix seconds.
    pub fn create(place: &Place, key: &Key, now: i64) -> Result<Self, Trouble> {
        if !place.vacant() {
            return Err(Trouble::Exists(place.folder.clone()));
        }
        private_folder(&place.folder)?;
        // Until this is gone the journal is not made: whatever cuts it off, it is begun anew.
        std::fs::write(place.making(), "")?;
        place.clear_unmade()?;
        Keys::new(key).write(place)?;
        drop(private_file(&place.file())?);
        let mut db = connect(&place.file(), key)?;
        Self::begin(&mut db, now)?;
        std::fs::remove_file(place.making())?;
        // Were it there again after a cut of power, the journal would be taken for unmade.
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

    /// Makes an empty file a journal.
    pub(crate) fn begin(db: &mut Connection, now: i64) -> Result<(), Trouble> {
        db.pragma_update(None, "application_id", APPLICATION)?;
        let (pending, _) = migrate::pending(db)?;
        migrate::run(db, &pending, now)
    }

    /// Opens a journal that is there, with what was brought to its doors. Never creates one. Where the place can't be
    /// written to, a copy of its own is opened, and only to be read.
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

    /// What it is like.
    pub fn state(&self) -> State {
        self.state
    }

    /// Its name: it tells nothing, and stays the same whatever its doors.
    pub fn name(&self) -> Result<String, Trouble> {
        Ok(Keys::read(&self.place)?.name().to_owned())
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

    /// Makes a code open that somebody trusted keeps; an earlier one opens no more.
    pub fn set_trusted(&mut self, code: &SheetCode, fresh: &Fresh) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_trusted(&self.key, Some((code, fresh)))?;
        self.prove(&keys, &Unlock::Sheet(code))
    }

    /// Takes the trusted person's sheet away: it opens no more, here and in the copies beside.
    pub fn revoke_trusted(&mut self) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_trusted(&self.key, None)?;
        self.keep_doors(&keys)
    }

    /// Makes a secret of this computer open; an earlier one opens no more.
    pub fn set_computer(&mut self, secret: &[u8; 32], fresh: &Fresh) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_computer(&self.key, Some((secret, fresh)))?;
        self.prove(&keys, &Unlock::Computer(secret))
    }

    /// No computer opens it by itself any more.
    pub fn revoke_computer(&mut self) -> Result<(), Trouble> {
        let mut keys = Keys::read(&self.place)?;
        keys.set_computer(&self.key, None)?;
        self.keep_doors(&keys)
    }

    /// Gives copies the doors the journal has now; whether all of them could be reached.
    pub fn give_doors(&self, copies: &[crate::Backup]) -> Result<bool, Trouble> {
        let keys = Keys::read(&self.place)?;
        let given = copies
            .iter()
            .filter(|copy| keys.write(&Place::new(&copy.folder)).is_ok());
        Ok(given.count() == copies.len())
    }

    /// A door is only kept once it was seen to open.
    fn prove(&self, keys: &Keys, with: &Unlock<'_>) -> Result<(), Trouble> {
        if !keys.unlock(with)?.same(&self.key) {
            return Err(Trouble::KeysDamaged);
        }
        self.keep_doors(keys)
    }

    fn keep_doors(&self, keys: &Keys) -> Result<(), Trouble> {
        keys.write(&self.place)?;
        // A copy has the same key: with its old doors it would open what was just locked. The doors of the journal are
        // changed by now, and nothing may say they are not: one that can't be reached keeps its own.
        let copies = crate::backups(&self.place.backups()).unwrap_or_default();
        if !self.give_doors(&copies)? {
            eprintln!("The doors of a copy could not be changed.");
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

    /// Closes it and leaves the last saves beside the one file, which a copy may be reading: after a fault.
    pub fn leave(self) -> Result<(), Trouble> {
        self.db
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        self.close()
    }

    /// Closes it, with everything in the one file. Dropping it leaves the last saves in the file beside.
    pub fn close(self) -> Result<(), Trouble> {
        let closed = self.db.close();
        // The copy it was read from goes after the connection to it.
        drop(self.reading);
        closed.map_err(|(_, error)| error.into())
    }
}

/// Sees that it is a journal this program knows, and brings it up to date; whether there was anything to bring.
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

/// What is wrong with a file that the key does not read.
fn unreadable(file: &Path, error: rusqlite::Error) -> Trouble {
    use rusqlite::ErrorCode::{CannotOpen, DatabaseCorrupt, NotADatabase};
    match error.sqlite_error_code() {
        Some(NotADatabase | DatabaseCorrupt) if of_another_program(file) => {
            Trouble::Foreign(file.to_owned())
        }
        Some(NotADatabase | DatabaseCorrupt) => Trouble::Unreadable(file.to_owned()),
        // The file can be opened and the saves beside it can't: the folder is not to be written to.
        Some(CannotOpen) => Trouble::ReadOnly,
        Some(_) | None => error.into(),
    }
}

/// Opens a connection with every setting, before the first read where that matters.
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

    fn trouble(place: &Place) -> Trouble {
        match Journal::open(place, &Unlock::Nothing, 0) {
            Ok(_) => panic!("it opens"),
            Err(trouble) => trouble,
        }
    }

    #[test]
    fn trouble_is_told_apart() {
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
    fn a_damaged_file_and_damaged_keys_are_told_apart() {
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
