//! Making a damaged journal whole again.
//!
//! Owns what is saved from a damaged file, how it is put together with the newest copy that holds, and the exchange of
//! the two files. The damaged file is never written to and never removed: it lies beside, to be looked at by whoever
//! can. What was repaired is one act, so it can be taken back to what the copy says.

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

/// What a repair did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// Where the damaged files lie now; none where there were none.
    pub kept: Option<PathBuf>,
    /// When the copy it stands on was made; none where there was no copy that holds.
    pub copy: Option<DateTime<Utc>>,
    /// The days that were brought over from the damaged file: they differ from the copy.
    pub days: BTreeSet<NaiveDate>,
    /// How many entries of the damaged file could not be read.
    pub unread: usize,
}

/// How many rows after the last one known are still looked for in a damaged file.
const BEYOND: i64 = 20_000;

fn bench(place: &Place) -> Place {
    Place::new(place.folder.join(".repairing"))
}

/// Written when the repaired file is whole and on disk; from then on the exchange is finished whatever happens.
fn ready(place: &Place) -> PathBuf {
    bench(place).folder.join("ready")
}

/// Repairs a journal: the newest copy that holds, and over it whatever can still be read of the damaged file. `now` is
/// unix seconds. Refuses where neither gives anything; then nothing is changed.
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

/// Says that the repaired file is ready and where the damaged one goes: all of it or nothing.
fn announce(bench: &Place, kept: &str) -> Result<(), Trouble> {
    let (draft, ready) = (bench.folder.join("not-ready"), bench.folder.join("ready"));
    fs::write(&draft, kept)?;
    fs::File::open(&draft)?.sync_all()?;
    fs::rename(draft, ready)?;
    Ok(fs::File::open(&bench.folder)?.sync_all()?)
}

/// Another program may have the journal open, and it may be whole there.
fn in_nobodys_hands(place: &Place, key: &Key) -> Result<(), Trouble> {
    if present(&place.file()).is_err() {
        return Ok(());
    }
    let db = Connection::open_with_flags(
        place.file(),
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // Closing it must not bring damaged saves into the file.
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

/// Closes the repaired file and proves it: closing alone does not tell where the last saves could not be brought into
/// the one file, and only the one file is put in place.
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

/// What was saved from a damaged file and differs from what stands.
#[derive(Default)]
struct Saved {
    items: Vec<Item>,
    days: BTreeSet<NaiveDate>,
    unread: usize,
}

/// Reads whatever can be read, from a copy: the damaged file itself is not touched, not even by a reader.
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
            // What can't be read stays as it stands.
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

/// The names up to the first that can't be read.
fn names(db: &Connection, sql: &str) -> Vec<String> {
    let Ok(mut statement) = db.prepare(sql) else {
        return Vec::new();
    };
    let Ok(rows) = statement.query_map([], |row| row.get(0)) else {
        return Vec::new();
    };
    rows.map_while(Result::ok).collect()
}

/// Row by row, each found by itself: a damaged page takes only its own rows along.
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
        // A row of its own in the file it comes to.
        id: None,
        measured: measured(db, id)?,
        words: search::words(db, entry.day, id)?,
        entry,
    }))
}

/// Where the damaged files of a repair go.
fn damaged_place(place: &Place, now: i64) -> Place {
    Place::new(place.folder.join(kept_name(now)))
}

/// The name of their folder, beside the journal and nowhere else.
fn kept_name(now: i64) -> String {
    format!("{KEPT}{now:012}")
}

const KEPT: &str = "damaged-";

/// Finishes an exchange of files that was begun: each step leaves what the next one needs, so it goes on from wherever
/// it stopped. Does nothing where none was begun.
pub(crate) fn finish(place: &Place) -> Result<(), Trouble> {
    let kept = match fs::read_to_string(ready(place)) {
        Ok(kept) if kept.starts_with(KEPT) && !kept.contains(['/', '\\']) => {
            Place::new(place.folder.join(kept))
        }
        // Nobody here wrote that: no exchange was begun.
        Ok(_) => return Ok(()),
        Err(e) if gone(&e) => return Ok(()),
        // A folder that may not be entered is told by whoever opens the journal in it.
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
    // Only now: while it stands, this is begun again.
    fs::remove_file(ready(place))?;
    clear(&bench(place).folder)
}

/// Moves what is there, never over what was moved before.
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
    /// A journal without doors of its own, to be put in the place of one that has them.
    fn create_bare(place: &Place, key: &Key, now: i64) -> Result<Self, Trouble> {
        drop(private_file(&place.file())?);
        let mut open = opened(place, key)?;
        Self::begin(&mut open.db, now)?;
        Ok(open)
    }
}
