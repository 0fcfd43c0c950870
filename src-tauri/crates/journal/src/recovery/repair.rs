//! Repair of a damaged journal.
//!
//! Builds a repaired file from the newest intact backup and everything that is still readable in
//! the damaged file, then swaps the two files. The damaged file is never changed or deleted; it is
//! kept in a folder beside the journal. The recovered records are one change, so undo returns to
//! the state of the backup.

use super::swap::{finish_pending_swap, mark_ready, quarantine_name, quarantine_paths, work_dir};
use crate::backup::list_backups;
use crate::connection::connect;
use crate::files::{
    copy_private, create_new_private_dir, create_private_dir, create_private_file,
    ensure_regular_file, remove_dir_if_exists,
};
use crate::journal::Journal;
use crate::key::{Credential, Key, KeyFile};
use crate::open::open_unverified;
use crate::paths::JournalPaths;
use crate::schema::migrations;
use crate::tables::entries::StoredEntry;
use crate::write::change::{Change, KINDS};
use crate::{Error, Result};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Result of a repair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepairReport {
    /// Folder of the damaged files; `None` if there were none.
    pub quarantine: Option<PathBuf>,
    /// When the backup used as the base was made; `None` if no backup was intact.
    pub backup: Option<DateTime<Utc>>,
    /// Days with entries recovered from the damaged file that differ from the backup.
    pub days: BTreeSet<NaiveDate>,
    /// Number of entries in the damaged file that could not be read.
    pub unreadable: usize,
}

/// How many row ids after the last known one are tried when the damaged file does not reveal its
/// last row.
const MAX_ROWS_BEYOND: i64 = 20_000;

/// Repairs a journal: takes the newest intact backup and applies everything still readable in the
/// damaged file. `now` is in seconds since 1970 UTC.
///
/// # Errors
///
/// `Error::NothingToRepairFrom` if neither source yields anything; the journal is then unchanged.
pub fn repair(paths: &JournalPaths, credential: &Credential<'_>, now: i64) -> Result<RepairReport> {
    finish_pending_swap(paths)?;
    let key = KeyFile::read(paths)?.unlock(credential)?;
    ensure_not_in_use(paths, &key)?;
    let work_dir = work_dir(paths);
    remove_dir_if_exists(&work_dir.folder)?;
    create_private_dir(&work_dir.folder)?;
    let rebuilt = rebuild(paths, &key, now);
    let (base, salvaged) = match rebuilt {
        Ok(rebuilt) => rebuilt,
        Err(error) => {
            remove_dir_if_exists(&work_dir.folder)?;
            return Err(error);
        }
    };
    let quarantine = quarantine_paths(paths, now);
    mark_ready(&work_dir, &quarantine_name(now))?;
    let any = paths.file().exists() || paths.wal().exists();
    finish_pending_swap(paths)?;
    Ok(RepairReport {
        quarantine: any.then_some(quarantine.folder),
        backup: base,
        days: salvaged.days,
        unreadable: salvaged.unreadable,
    })
}

/// Fails if another process has the journal open, where it may be intact.
fn ensure_not_in_use(paths: &JournalPaths, key: &Key) -> Result<()> {
    if ensure_regular_file(&paths.file()).is_err() {
        return Ok(());
    }
    let db = Connection::open_with_flags(
        paths.file(),
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // A checkpoint on close would write damaged WAL frames into the main file.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    if db.is_readonly("main")? {
        return Err(Error::ReadOnly);
    }
    db.pragma_update(None, "key", key.literal())?;
    db.pragma_update(None, "cipher_log_level", "NONE")?;
    db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let read: Result<i64, _> =
        db.query_row("select count(*) from sqlite_schema", [], |row| row.get(0));
    match read.map_err(Error::from) {
        Err(Error::InUse) => Err(Error::InUse),
        Ok(_) | Err(_) => Ok(()),
    }
}

type Rebuilt = (Option<DateTime<Utc>>, Salvaged);

fn rebuild(paths: &JournalPaths, key: &Key, now: i64) -> Result<Rebuilt> {
    let work_dir = work_dir(paths);
    let mut backups = list_backups(&paths.backups())?;
    // A backup dated in the future was taken with a wrong clock, so it is not known to be the newest.
    backups.sort_by_key(|backup| backup.at.timestamp() > now);
    let base = backups
        .into_iter()
        .find(|backup| is_intact(&JournalPaths::new(&backup.folder), key));
    let mut journal = match &base {
        Some(backup) => {
            copy_private(&JournalPaths::new(&backup.folder).file(), &work_dir.file())?;
            open_unverified(&work_dir, key)?
        }
        None => Journal::create_without_key_file(&work_dir, key, now)?,
    };
    migrations::run_pending(&mut journal.db, now)?;
    let salvaged = salvaged(paths, key, &journal, now)?;
    if base.is_none() && salvaged.changes.is_empty() {
        journal.close()?;
        return Err(Error::NothingToRepairFrom);
    }
    if !salvaged.changes.is_empty() {
        journal.apply("repair", now, &salvaged.changes, None)?;
    }
    verify_rebuilt(journal, &work_dir, key)?;
    Ok((base.map(|backup| backup.at), salvaged))
}

/// Checkpoints and closes the repaired file, then verifies it. Closing alone does not report a
/// failed checkpoint, and only the main file is moved into place.
fn verify_rebuilt(journal: Journal, work_dir: &JournalPaths, key: &Key) -> Result<()> {
    let busy: i64 = journal
        .db
        .query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0))?;
    journal.close()?;
    let reopened = open_unverified(work_dir, key)?;
    let result: String = reopened
        .db
        .query_row("pragma integrity_check(1)", [], |row| row.get(0))?;
    reopened.close()?;
    if busy == 0 && result == "ok" {
        Ok(())
    } else {
        Err(Error::Damaged)
    }
}

fn is_intact(backup: &JournalPaths, key: &Key) -> bool {
    open_unverified(backup, key).is_ok_and(|open| {
        let damaged = open.damaged_pages();
        damaged.is_ok_and(|pages| pages.is_empty()) && open.close().is_ok()
    })
}

/// Records read from the damaged file that differ from the backup.
#[derive(Default)]
struct Salvaged {
    changes: Vec<Change>,
    days: BTreeSet<NaiveDate>,
    unreadable: usize,
}

/// Reads what is readable from a temporary copy. The damaged file itself is never opened by SQLite.
fn salvaged(paths: &JournalPaths, key: &Key, base_journal: &Journal, now: i64) -> Result<Salvaged> {
    let copy_paths = JournalPaths::new(work_dir(paths).folder.join("damaged"));
    create_new_private_dir(&copy_paths.folder)?;
    for (from, to) in [
        (paths.file(), copy_paths.file()),
        (paths.wal(), copy_paths.wal()),
    ] {
        if fs::symlink_metadata(&from).is_ok_and(|data| data.is_file() && data.len() > 0) {
            copy_private(&from, &to)?;
        }
    }
    let Ok(mut db) = connect(&copy_paths.file(), key) else {
        return Ok(Salvaged::default());
    };
    if migrations::run_for_repair(&mut db, now).is_err() {
        return Ok(Salvaged::default());
    }
    let mut salvaged = Salvaged::default();
    for kind in KINDS {
        if matches!((kind.removal)(String::new()), Change::Entry { .. }) {
            salvage_entries(&db, base_journal, &mut salvaged)?;
            continue;
        }
        for id in readable_ids(&db, kind.ids) {
            let change = (kind.removal)(id);
            // An unreadable record stays as it is in the backup.
            let Ok(found) = change.current_state(&db) else {
                continue;
            };
            if found != change.current_state(&base_journal.db)? {
                salvaged.changes.push(found);
            }
        }
    }
    Ok(salvaged)
}

/// Returns the record names up to the first that can't be read.
fn readable_ids(db: &Connection, sql: &str) -> Vec<String> {
    let Ok(mut statement) = db.prepare(sql) else {
        return Vec::new();
    };
    let Ok(rows) = statement.query_map([], |row| row.get(0)) else {
        return Vec::new();
    };
    rows.map_while(Result::ok).collect()
}

/// Reads entries row by row, so that a damaged page loses only its own rows.
fn salvage_entries(db: &Connection, base_journal: &Journal, salvaged: &mut Salvaged) -> Result<()> {
    let last = |db: &Connection| -> Option<i64> {
        db.query_row("select max(id) from entry", [], |row| row.get(0))
            .optional()
            .ok()
            .flatten()
    };
    let known = last(&base_journal.db).unwrap_or(0);
    let end = last(db).unwrap_or(known + MAX_ROWS_BEYOND);
    for row_id in 1..=end {
        let Ok(found) = readable_entry(db, row_id) else {
            salvaged.unreadable += 1;
            continue;
        };
        let Some(found) = found else { continue };
        let day = found.entry.day;
        let change = Change::Entry {
            id: found.entry.uid.clone(),
            value: Some(Box::new(found)),
        };
        if change != change.current_state(&base_journal.db)?.without_row_id() {
            salvaged.changes.push(change);
            salvaged.days.insert(day);
        }
    }
    Ok(())
}

fn readable_entry(db: &Connection, row_id: i64) -> Result<Option<StoredEntry>> {
    let found = StoredEntry::by_row_id(db, row_id)?;
    // The repaired file assigns its own row id.
    Ok(found.map(|stored| StoredEntry {
        row_id: None,
        ..stored
    }))
}

impl Journal {
    /// Creates a journal without a key file, to replace the file of a journal that has one.
    fn create_without_key_file(paths: &JournalPaths, key: &Key, now: i64) -> Result<Self> {
        drop(create_private_file(&paths.file())?);
        let mut open = open_unverified(paths, key)?;
        Self::initialize(&mut open.db, now)?;
        Ok(open)
    }
}
