//! Repair of a damaged journal.
//!
//! Builds a repaired file from the newest intact backup and everything that is still readable in
//! the damaged file, then swaps the two files. The damaged file is never changed or deleted; it is
//! kept in a folder beside the journal. The recovered records are one change, so undo returns to
//! the state of the backup.

use crate::backup::{clear, opened};
use crate::change::{Item, Kept, image};
use crate::differences::KINDS;
use crate::entries::{entry_of_row, measured};
use crate::key::{new_folder, private_file, private_folder};
use crate::keys::{Keys, Unlock};
use crate::open::{Journal, connect};
use crate::place::{Place, copy_private, gone, present};
use crate::{Key, Trouble, migrate, search};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Result of a repair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// Folder of the damaged files; `None` if there were none.
    pub kept: Option<PathBuf>,
    /// When the backup used as the base was made; `None` if no backup was intact.
    pub copy: Option<DateTime<Utc>>,
    /// Days with entries recovered from the damaged file that differ from the backup.
    pub days: BTreeSet<NaiveDate>,
    /// Number of entries in the damaged file that could not be read.
    pub unread: usize,
}

/// How many row ids after the last known one are tried when the damaged file does not reveal its
/// last row.
const BEYOND: i64 = 20_000;

fn bench(place: &Place) -> Place {
    Place::new(place.folder.join(".repairing"))
}

/// Marker written once the repaired file is complete and durable. From then on the swap is always
/// finished.
fn ready(place: &Place) -> PathBuf {
    bench(place).folder.join("ready")
}

/// Repairs a journal: takes the newest intact backup and applies everything still readable in the
/// damaged file. `now` is in seconds since 1970 UTC.
///
/// # Errors
///
/// `Trouble::NothingToRepairFrom` if neither source yields anything; the journal is then unchanged.
pub fn repair(place: &Place, unlock: &Unlock<'_>, now: i64) -> Result<Repaired, Trouble> {
    finish(place)?;
    let key = Keys::read(place)?.unlock(unlock)?;
    in_nobodys_hands(place, &key)?;
    let bench = bench(place);
    clear(&bench.folder)?;
    private_folder(&bench.folder)?;
    let made = put_together(place, &key, now);
    let (base, saved) = match made {
        Ok(made) => made,
        Err(error) => {
            clear(&bench.folder)?;
            return Err(error);
        }
    };
    let kept = damaged_place(place, now);
    announce(&bench, &kept_name(now))?;
    let any = place.file().exists() || place.saves().exists();
    finish(place)?;
    Ok(Repaired {
        kept: any.then_some(kept.folder),
        copy: base,
        days: saved.days,
        unread: saved.unread,
    })
}

/// Atomically marks the repaired file as ready and records the folder name for the damaged files.
fn announce(bench: &Place, kept: &str) -> Result<(), Trouble> {
    let (draft, ready) = (bench.folder.join("not-ready"), bench.folder.join("ready"));
    fs::write(&draft, kept)?;
    fs::File::open(&draft)?.sync_all()?;
    fs::rename(draft, ready)?;
    Ok(fs::File::open(&bench.folder)?.sync_all()?)
}

/// Fails if another process has the journal open, where it may be intact.
fn in_nobodys_hands(place: &Place, key: &Key) -> Result<(), Trouble> {
    if present(&place.file()).is_err() {
        return Ok(());
    }
    let db = Connection::open_with_flags(
        place.file(),
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // A checkpoint on close would write damaged WAL frames into the main file.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    if db.is_readonly("main")? {
        return Err(Trouble::ReadOnly);
    }
    db.pragma_update(None, "key", key.literal())?;
    db.pragma_update(None, "cipher_log_level", "NONE")?;
    db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let read: Result<i64, _> =
        db.query_row("select count(*) from sqlite_schema", [], |row| row.get(0));
    match read.map_err(Trouble::from) {
        Err(Trouble::InUse) => Err(Trouble::InUse),
        Ok(_) | Err(_) => Ok(()),
    }
}

type Made = (Option<DateTime<Utc>>, Saved);

fn put_together(place: &Place, key: &Key, now: i64) -> Result<Made, Trouble> {
    let bench = bench(place);
    let copies = crate::backups(&place.backups())?;
    let base = copies
        .into_iter()
        .find(|copy| holds(&Place::new(&copy.folder), key));
    let mut whole = match &base {
        Some(copy) => {
            copy_private(&Place::new(&copy.folder).file(), &bench.file())?;
            opened(&bench, key)?
        }
        None => Journal::create_bare(&bench, key, now)?,
    };
    let pending = migrate::pending(&whole.db)?.0;
    migrate::run(&mut whole.db, &pending, now)?;
    let saved = saved(place, key, &whole, now)?;
    if base.is_none() && saved.items.is_empty() {
        whole.close()?;
        return Err(Trouble::NothingToRepairFrom);
    }
    if !saved.items.is_empty() {
        whole.change("repair", now, &saved.items, None)?;
    }
    settled(whole, &bench, key)?;
    Ok((base.map(|copy| copy.at), saved))
}

/// Checkpoints and closes the repaired file, then verifies it. Closing alone does not report a
/// failed checkpoint, and only the main file is moved into place.
fn settled(whole: Journal, bench: &Place, key: &Key) -> Result<(), Trouble> {
    let busy: i64 = whole
        .db
        .query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0))?;
    whole.close()?;
    let again = opened(bench, key)?;
    let found: String = again
        .db
        .query_row("pragma integrity_check(1)", [], |row| row.get(0))?;
    again.close()?;
    if busy == 0 && found == "ok" {
        Ok(())
    } else {
        Err(Trouble::Damaged)
    }
}

fn holds(copy: &Place, key: &Key) -> bool {
    opened(copy, key).is_ok_and(|open| {
        let damaged = open.damaged_pages();
        damaged.is_ok_and(|pages| pages.is_empty()) && open.close().is_ok()
    })
}

/// Records read from the damaged file that differ from the backup.
#[derive(Default)]
struct Saved {
    items: Vec<Item>,
    days: BTreeSet<NaiveDate>,
    unread: usize,
}

/// Reads what is readable from a temporary copy. The damaged file itself is never opened by SQLite.
fn saved(place: &Place, key: &Key, stands: &Journal, now: i64) -> Result<Saved, Trouble> {
    let lies = Place::new(bench(place).folder.join("damaged"));
    new_folder(&lies.folder)?;
    for (from, to) in [(place.file(), lies.file()), (place.saves(), lies.saves())] {
        if fs::symlink_metadata(&from).is_ok_and(|data| data.is_file() && data.len() > 0) {
            copy_private(&from, &to)?;
        }
    }
    let Ok(mut db) = connect(&lies.file(), key) else {
        return Ok(Saved::default());
    };
    let current =
        migrate::pending(&db).and_then(|(pending, _)| migrate::run(&mut db, &pending, now));
    if current.is_err() {
        return Ok(Saved::default());
    }
    let mut saved = Saved::default();
    for (named, sql) in KINDS {
        if matches!(named(String::new()), Item::Entry { .. }) {
            entries(&db, stands, &mut saved)?;
            continue;
        }
        for name in names(&db, sql) {
            let item = named(name);
            // An unreadable record stays as it is in the backup.
            let Ok(found) = image(&db, &item) else {
                continue;
            };
            if found != image(&stands.db, &item)? {
                saved.items.push(found);
            }
        }
    }
    Ok(saved)
}

/// Returns the record names up to the first that can't be read.
fn names(db: &Connection, sql: &str) -> Vec<String> {
    let Ok(mut statement) = db.prepare(sql) else {
        return Vec::new();
    };
    let Ok(rows) = statement.query_map([], |row| row.get(0)) else {
        return Vec::new();
    };
    rows.map_while(Result::ok).collect()
}

/// Reads entries row by row, so that a damaged page loses only its own rows.
fn entries(db: &Connection, stands: &Journal, saved: &mut Saved) -> Result<(), Trouble> {
    let last = |db: &Connection| -> Option<i64> {
        db.query_row("select max(id) from entry", [], |row| row.get(0))
            .optional()
            .ok()
            .flatten()
    };
    let known = last(&stands.db).unwrap_or(0);
    let end = last(db).unwrap_or(known + BEYOND);
    for id in 1..=end {
        let Ok(found) = kept(db, id) else {
            saved.unread += 1;
            continue;
        };
        let Some(found) = found else { continue };
        let item = Item::Entry {
            uid: found.entry.uid.clone(),
            kept: None,
        };
        let day = found.entry.day;
        let mut stood = image(&stands.db, &item)?;
        if let Item::Entry {
            kept: Some(stood), ..
        } = &mut stood
        {
            stood.id = None;
        }
        let found = Item::Entry {
            uid: found.entry.uid.clone(),
            kept: Some(Box::new(found)),
        };
        if found != stood {
            saved.items.push(found);
            saved.days.insert(day);
        }
    }
    Ok(())
}

fn kept(db: &Connection, id: i64) -> Result<Option<Kept>, Trouble> {
    let Some((id, entry)) = entry_of_row(db, id)? else {
        return Ok(None);
    };
    Ok(Some(Kept {
        // The repaired file assigns its own row id.
        id: None,
        measured: measured(db, id)?,
        words: search::words(db, entry.day, id)?,
        entry,
    }))
}

/// Returns the location for the damaged files of a repair.
fn damaged_place(place: &Place, now: i64) -> Place {
    Place::new(place.folder.join(kept_name(now)))
}

/// Returns the folder name for the damaged files. The folder is always beside the journal.
fn kept_name(now: i64) -> String {
    format!("{KEPT}{now:012}")
}

const KEPT: &str = "damaged-";

/// Finishes a pending file swap, or does nothing if none is pending. Every step can be repeated, so
/// an interrupted swap continues where it stopped.
pub(crate) fn finish(place: &Place) -> Result<(), Trouble> {
    let kept = match fs::read_to_string(ready(place)) {
        Ok(kept) if kept.starts_with(KEPT) && !kept.contains(['/', '\\']) => {
            Place::new(place.folder.join(kept))
        }
        // Daymark did not write this marker, so no swap is pending.
        Ok(_) => return Ok(()),
        Err(e) if gone(&e) => return Ok(()),
        // Opening the journal reports an inaccessible folder.
        Err(_) => return Ok(()),
    };
    let repaired = bench(place).file();
    if repaired.exists() {
        private_folder(&kept.folder)?;
        for (from, to) in [(place.file(), kept.file()), (place.saves(), kept.saves())] {
            move_once(&from, &to)?;
        }
        fs::rename(&repaired, place.file())?;
        fs::File::open(&place.folder)?.sync_all()?;
    }
    // Removed last: while the marker exists, the swap is repeated.
    fs::remove_file(ready(place))?;
    clear(&bench(place).folder)
}

/// Moves `from` to `to` if it exists. Never overwrites an existing `to`.
fn move_once(from: &std::path::Path, to: &std::path::Path) -> Result<(), Trouble> {
    if fs::symlink_metadata(to).is_ok() {
        return Ok(());
    }
    match fs::rename(from, to) {
        Err(e) if gone(&e) => Ok(()),
        other => Ok(other?),
    }
}

impl Journal {
    /// Creates a journal without a key file, to replace the file of a journal that has one.
    fn create_bare(place: &Place, key: &Key, now: i64) -> Result<Self, Trouble> {
        drop(private_file(&place.file())?);
        let mut open = opened(place, key)?;
        Self::begin(&mut open.db, now)?;
        Ok(open)
    }
}
