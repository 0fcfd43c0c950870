//! Creating a journal and opening one: two separate paths.

use crate::connection::connect;
use crate::files::{create_private_dir, create_private_file, ensure_regular_file, sync_dir};
use crate::journal::{Condition, Journal};
use crate::key::{Credential, Key, KeyFile};
use crate::paths::{JournalPaths, TempCopy};
use crate::recovery::swap::finish_pending_swap;
use crate::recovery::wal::{self, WalState};
use crate::schema::migrations::{self, VERSION};
use crate::{Error, Result};
use rusqlite::Connection;
use std::sync::Arc;

/// SQLite `application_id` of every journal: "Daym" in ASCII.
const APPLICATION: i32 = 0x4461_796d;

impl Journal {
    /// Creates a new journal. `now` is in seconds since 1970 UTC.
    ///
    /// # Errors
    ///
    /// `Error::Exists` if the folder already holds a journal, a key file or a backup.
    pub fn create(paths: &JournalPaths, key: &Key, now: i64) -> Result<Self> {
        if !paths.is_empty() {
            return Err(Error::Exists(paths.folder.clone()));
        }
        create_private_dir(&paths.folder)?;
        // While this marker exists, the journal counts as not created. An interrupted creation
        // starts over.
        std::fs::write(paths.create_marker(), "")?;
        paths.remove_incomplete()?;
        KeyFile::new(key).write(paths)?;
        drop(create_private_file(&paths.file())?);
        let mut db = connect(&paths.file(), key)?;
        Self::initialize(&mut db, now)?;
        std::fs::remove_file(paths.create_marker())?;
        // If a power cut restored the marker, the journal would count as not created.
        sync_dir(&paths.folder)?;
        Ok(Self {
            db,
            paths: paths.clone(),
            upgraded: false,
            condition: Condition::default(),
            temp_copy: None,
            key: key.clone(),
            pages: Arc::new(std::fs::File::open(paths.file())?),
        })
    }

    /// Initialises an empty database as a journal.
    pub(crate) fn initialize(db: &mut Connection, now: i64) -> Result<()> {
        db.pragma_update(None, "application_id", APPLICATION)?;
        migrations::run_pending(db, now)
    }

    /// Opens an existing journal with the given credential; never creates one. If the folder is not
    /// writable, opens a temporary copy read-only. `now` is in seconds since 1970 UTC.
    pub fn open(paths: &JournalPaths, credential: &Credential<'_>, now: i64) -> Result<Self> {
        finish_pending_swap(paths)?;
        ensure_regular_file(&paths.file())?;
        let key = KeyFile::read(paths)?.unlock(credential)?;
        let wal_state = wal::inspect(&paths.wal())?;
        if wal_state == WalState::Damaged {
            return Err(Error::Corrupt(paths.file()));
        }
        let (db, temp_copy) = match connect(&paths.file(), &key) {
            Ok(db) => (db, None),
            Err(Error::ReadOnly) => {
                let temp_copy = TempCopy::new(paths, now)?;
                (connect(&temp_copy.0.file(), &key)?, Some(temp_copy))
            }
            Err(error) => return Err(error),
        };
        let opened = temp_copy.as_ref().map_or(paths, |temp_copy| &temp_copy.0);
        let (db, upgraded) = upgrade(db, opened, &key, now)?;
        if temp_copy.is_some() {
            crate::tables::search_query::prepare_words(&db)?;
            db.pragma_update(None, "query_only", "ON")?;
        }
        Ok(Self {
            pages: Arc::new(std::fs::File::open(opened.file())?),
            db,
            paths: paths.clone(),
            upgraded,
            condition: Condition {
                read_only: temp_copy.is_some(),
                cut_off: wal_state == WalState::Truncated,
            },
            temp_copy,
            key,
        })
    }
}

pub(crate) fn open_unverified(paths: &JournalPaths, key: &Key) -> Result<Journal> {
    Ok(Journal {
        db: connect(&paths.file(), key)?,
        pages: Arc::new(std::fs::File::open(paths.file())?),
        paths: paths.clone(),
        upgraded: false,
        condition: Condition::default(),
        temp_copy: None,
        key: key.clone(),
    })
}

/// Verifies that the file is a journal of a known format, and runs pending migrations. Returns the
/// connection and whether an existing journal was upgraded.
fn upgrade(
    db: Connection,
    paths: &JournalPaths,
    key: &Key,
    now: i64,
) -> Result<(Connection, bool)> {
    let mut db = db;
    let application: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION {
        return Err(Error::NotAJournal(paths.file()));
    }
    let found: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > VERSION {
        return Err(Error::Newer {
            found,
            supported: VERSION,
        });
    }
    let (pending, known) = migrations::pending(&db)?;
    if pending.is_empty() {
        return Ok((db, false));
    }
    db.close().map_err(|(_, error)| error)?;
    migrations::back_up_before_migration(&paths.file(), now)?;
    db = connect(&paths.file(), key)?;
    migrations::run(&mut db, &pending, now)?;
    Ok((db, known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn paths() -> (tempfile::TempDir, JournalPaths) {
        let folder = tempfile::tempdir().unwrap();
        let paths = JournalPaths::new(folder.path().join("journal"));
        (folder, paths)
    }

    #[test]
    fn created_journal_applies_every_pragma() {
        let (_folder, paths) = paths();
        let journal = Journal::create(&paths, &Key::new([7; 48]), 0).unwrap();
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

    fn open_error(paths: &JournalPaths) -> Error {
        match Journal::open(paths, &Credential::None, 0) {
            Ok(_) => panic!("it opens"),
            Err(open_error) => open_error,
        }
    }

    #[test]
    fn missing_existing_and_in_use_are_distinct_errors() {
        let (_folder, paths) = paths();
        assert!(matches!(open_error(&paths), Error::Missing(_)));
        let created = Journal::create(&paths, &Key::new([7; 48]), 0).unwrap();
        created.close().unwrap();
        let again = Journal::create(&paths, &Key::new([8; 48]), 0);
        assert!(matches!(again, Err(Error::Exists(_))), "never over another");
        let open = Journal::open(&paths, &Credential::None, 0).unwrap();
        assert!(
            matches!(open_error(&paths), Error::InUse),
            "one program at a time"
        );
        open.close().unwrap();
    }

    #[test]
    fn damaged_file_and_key_files_give_distinct_errors() {
        let (_folder, paths) = paths();
        let created = Journal::create(&paths, &Key::new([7; 48]), 0).unwrap();
        created.close().unwrap();
        let bytes = std::fs::read(paths.file()).unwrap();
        std::fs::write(paths.file(), vec![7; bytes.len()]).unwrap();
        assert!(
            matches!(open_error(&paths), Error::Corrupt(_)),
            "the right key and a damaged file"
        );
        for path in [paths.key_file(), paths.key_file_twin()] {
            std::fs::write(path, "short").unwrap();
        }
        assert!(
            matches!(open_error(&paths), Error::KeyFileUnreadable(_)),
            "no keys in it"
        );
        for path in [paths.key_file(), paths.key_file_twin()] {
            std::fs::remove_file(path).unwrap();
        }
        assert!(
            matches!(open_error(&paths), Error::KeyFileMissing(_)),
            "no keys"
        );
        std::fs::write(paths.file(), "").unwrap();
        assert!(
            matches!(open_error(&paths), Error::Empty(_)),
            "an empty file is not a new journal"
        );
    }

    #[test]
    fn newer_journal_is_rejected_and_left_unchanged() {
        let (_folder, paths) = paths();
        let journal = Journal::create(&paths, &Key::new([7; 48]), 0).unwrap();
        journal
            .db
            .pragma_update(None, "user_version", VERSION + 1)
            .unwrap();
        journal.close().unwrap();
        let before = std::fs::read(paths.file()).unwrap();
        assert!(
            matches!(
                Journal::open(&paths, &Credential::None, 0),
                Err(Error::Newer { .. })
            ),
            "it says so"
        );
        assert_eq!(
            before,
            std::fs::read(paths.file()).unwrap(),
            "and changes nothing"
        );
    }

    #[cfg(unix)]
    #[test]
    fn journal_files_are_readable_by_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, paths) = paths();
        let _journal = Journal::create(&paths, &Key::new([7; 48]), 0).unwrap();
        let mode = |path: PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(paths.folder.clone()), 0o700, "the folder");
        assert_eq!(mode(paths.key_file()), 0o600, "the keys");
        assert_eq!(mode(paths.key_file_twin()), 0o600, "and their twin");
        assert_eq!(mode(paths.file()), 0o600, "the journal");
        assert_eq!(
            mode(paths.folder.join("journal.daymark-wal")),
            0o600,
            "and what lies beside it"
        );
    }
}
