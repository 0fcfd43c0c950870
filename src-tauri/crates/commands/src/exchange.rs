//! Export and import of files.
//!
//! Chooses where files are saved. An import is one transaction: all entries or none.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, page, visit, word};
use ::exchange::csv;
use care::Draft;
use care::check::Here;
use journal::Item;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Name of the long file in an export folder.
pub const LONG: &str = "values.csv";

/// Location of a saved file or folder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SavedTo {
    /// Path of the file or folder.
    pub path: String,
    /// Message that says where it was saved.
    pub said: String,
}

/// Returns the page of the visit being prepared, as plain text.
pub fn page_text(session: &Session) -> Outcome<String> {
    Ok(page_as_text(&page::page(session, &visit::next(session)?)?))
}

/// Formats a page as plain text.
pub fn page_as_text(page: &report::Page) -> String {
    report::text(page)
}

/// Renders a page as PDF/UA-1.
pub fn page_as_pdf(session: &Session, page: report::Page) -> Outcome<Vec<u8>> {
    report::pdf(&page::for_print(session, page)).map_err(|e| Mishap::Bug(e.to_string()))
}

/// Saves the page as PDF in the documents folder, under a free file name.
pub fn save_pdf(session: &Session) -> Outcome<SavedTo> {
    let day = session.today().to_string();
    let name = session
        .tongue()
        .say_with(word::FILE_PDF, &[("day", day.into())]);
    let bytes = page_as_pdf(session, page::page(session, &visit::next(session)?)?)?;
    let path = free_name(&documents(), &name);
    write(&path, &bytes)?;
    Ok(saved_to(session, &path))
}

/// Saves everything as CSV in the documents folder.
///
/// Private trackers are included only if the user put them into the visit's page.
pub fn save_csv(session: &Session) -> Outcome<SavedTo> {
    let day = session.today().to_string();
    let name = session
        .tongue()
        .say_with(word::FILE_CSV, &[("day", day.into())]);
    let path = free_name(&documents(), &name);
    export_csv(session, &path, &Private::Ticked)?;
    Ok(saved_to(session, &path))
}

/// Which private trackers an export includes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Private {
    /// All of them, at the user's request.
    All,
    /// Those the user put into the visit's page.
    Ticked,
}

/// Returns the entries to export: all except private ones that were not requested.
fn copied(session: &Session, private: &Private) -> Outcome<Vec<care::Entry>> {
    let visit = visit::next(session)?;
    let mut entries = session.journal().all_entries()?;
    entries.retain(|entry| {
        let definition = session.shelf().find(&entry.tracker);
        *private == Private::All
            // An entry without a definition may be private.
            || definition.is_some_and(|d| !d.private || visit.put_in.contains(&d.key))
    });
    Ok(entries)
}

/// Returns the exported entries as one long CSV file.
pub fn csv_long(session: &Session, private: &Private) -> Outcome<String> {
    csv::long(&copied(session, private)?).map_err(|e| Mishap::Bug(e.to_string()))
}

/// Saves bytes in the documents folder, under a free file name.
pub fn save_bytes(session: &Session, name: &str, bytes: &[u8]) -> Outcome<SavedTo> {
    let path = free_name(&documents(), name);
    write(&path, bytes)?;
    Ok(saved_to(session, &path))
}

/// Removes a file that was just saved and is no longer wanted. Ignores errors.
pub fn remove(path: &str) {
    let _ = fs::remove_file(path);
}

/// Saves a text in the documents folder, under a free file name.
pub fn save_text(session: &Session, name: &str, text: &str) -> Outcome<SavedTo> {
    save_bytes(session, name, text.as_bytes())
}

/// Exports everything as CSV.
///
/// Writes one long file if the path ends in `.csv`. Otherwise writes a folder with the long file
/// and one wide file per tracker.
pub fn export_csv(session: &Session, path: &Path, private: &Private) -> Outcome<()> {
    let long = csv_long(session, private)?;
    if path
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("csv"))
    {
        return write(path, long.as_bytes());
    }
    fs::create_dir_all(path).map_err(|e| file(path, &e))?;
    write(&path.join(LONG), long.as_bytes())?;
    let entries = copied(session, private)?;
    let empty = |d: &care::Definition| !entries.iter().any(|e| e.tracker == d.key);
    let trackers = crate::trackers::asked(session)?;
    for definition in session.shelf().all() {
        // An inactive tracker without entries needs no file.
        if empty(definition) && !trackers.iter().any(|t| t.key == definition.key) {
            continue;
        }
        if definition.private && empty(definition) {
            continue;
        }
        let wide = csv::wide(&entries, definition).map_err(|e| Mishap::Bug(e.to_string()))?;
        write(
            &path.join(format!("{}.csv", definition.key)),
            wide.as_bytes(),
        )?;
    }
    Ok(())
}

/// Imports an export of Daymark: a long file, or the folder that holds one.
///
/// Existing entries stay unchanged, so that a second import adds nothing.
pub fn import_csv(session: &mut Session, path: &Path) -> Outcome<Changed> {
    let path = if path.is_dir() {
        path.join(LONG)
    } else {
        path.to_owned()
    };
    let name = path.display().to_string();
    let rows = rows(session, &path, &name)?;
    let items = new_ones(session, &rows, &name)?;
    let count = [("count", items.len().into())];
    let said = session.tongue().say_with(word::IMPORTED, &count);
    if items.is_empty() {
        return Ok(Changed {
            topics: Vec::new(),
            said,
            uid: None,
            count: 0,
        });
    }
    let changed = session.act("import", &items, &[Topic::Entries])?;
    Ok(Changed { said, ..changed })
}

fn rows(session: &Session, path: &Path, name: &str) -> Outcome<Vec<csv::Row>> {
    let unreadable = |unreadable| Mishap::Csv {
        file: name.to_owned(),
        unreadable,
    };
    let length = fs::metadata(path).map_err(|e| file(path, &e))?.len();
    if length > csv::LARGEST as u64 {
        return Err(unreadable(csv::Unreadable {
            line: 1,
            column: 0,
            why: csv::Why::Large,
        }));
    }
    let bytes = fs::read(path).map_err(|e| file(path, &e))?;
    csv::read(&bytes, session.shelf().all()).map_err(unreadable)
}

/// Returns the entries of a file that do not exist yet.
fn new_ones(session: &Session, rows: &[csv::Row], name: &str) -> Outcome<Vec<Item>> {
    let existing = session.journal().all_entries()?;
    let by_uid: HashMap<&str, &care::Entry> =
        existing.iter().map(|e| (e.uid.as_str(), e)).collect();
    let by_day: HashMap<(&str, chrono::NaiveDate), &str> = existing
        .iter()
        .map(|e| ((e.tracker.as_str(), e.day), e.uid.as_str()))
        .collect();
    let mut items = Vec::new();
    for row in rows {
        let refused = |faults| Mishap::CsvFault {
            file: name.to_owned(),
            line: row.line,
            tracker: row.entry.tracker.clone(),
            faults,
        };
        if by_uid.contains_key(row.entry.uid.as_str()) {
            continue;
        }
        let entry = check_row(session, row).map_err(refused)?;
        let once = session.definition(&row.entry.tracker)?.once_a_day();
        if once && by_day.contains_key(&(row.entry.tracker.as_str(), row.entry.day)) {
            return Err(refused(Vec::new()));
        }
        items.push(session.keep(entry)?);
    }
    Ok(items)
}

/// Validates an entry from a file.
///
/// Its answers must be valid as if typed, and must give the same fields and times as stored.
/// The file does not say whether it was recorded late. That is computed from the user's day start.
fn check_row(session: &Session, row: &csv::Row) -> Result<care::Entry, Vec<care::Fault>> {
    let zone: chrono_tz::Tz = row.entry.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
    let written = care::day::patients_day(row.entry.recorded, zone, session.day_starts());
    let entry = care::Entry {
        late: Some(written > row.entry.day),
        ..row.entry.clone()
    };
    let Some(definition) = session.shelf().find(&entry.tracker) else {
        return Ok(entry);
    };
    let at = entry.at.map(|at| care::day::typed(at, zone));
    let draft = Draft {
        tracker: entry.tracker.clone(),
        day: entry.day.to_string(),
        at,
        zone: Some(entry.zone.clone()),
        began: entry.began(definition).map(|zone| zone.name().to_owned()),
        values: entry.answers(definition, session.tongue().drink),
        note: entry.note.clone(),
        another: false,
    };
    let accepted = definition.check(&draft, &there(session, &entry))?.entry;
    let same_fields = accepted.values.keys().eq(entry.values.keys());
    let clocks_hold = entry.values.iter().all(|(key, values)| {
        let clock = definition
            .field(key)
            .is_some_and(|f| f.kind == care::Kind::Clock);
        !clock || accepted.values.get(key) == Some(values)
    });
    if same_fields && clocks_hold && accepted.at == entry.at {
        Ok(entry)
    } else {
        Err(vec![care::Fault::whole(care::FaultKind::WrongKind)])
    }
}

/// Returns the validation context for an entry that is imported unchanged.
fn there(session: &Session, entry: &care::Entry) -> Here {
    Here {
        now: session.clock().now().max(entry.recorded),
        zone: session.clock().zone(),
        day_starts: session.day_starts(),
        drink: session.tongue().drink,
        uid: entry.uid.clone(),
        source: entry.source.clone(),
        was: Some(Box::new(entry.clone())),
    }
}

fn documents() -> PathBuf {
    let dirs = directories::UserDirs::new();
    let documents = dirs
        .as_ref()
        .and_then(|d| d.document_dir().map(Path::to_owned));
    documents
        .or_else(|| dirs.map(|d| d.home_dir().to_owned()))
        .unwrap_or_else(|| PathBuf::from("."))
}

/// Returns the path for a name, with a number added if the name is taken.
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let plain = folder.join(name);
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) => (stem, format!(".{extension}")),
        None => (name, String::new()),
    };
    std::iter::once(plain.clone())
        .chain((2..1000).map(|n| folder.join(format!("{stem} ({n}){extension}"))))
        .find(|path| !path.exists())
        .unwrap_or(plain)
}

/// Writes a file atomically: writes and syncs a temporary file, then renames it.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome<()> {
    if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(|e| file(path, &e))?;
    }
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".unfinished");
    let unfinished = PathBuf::from(unfinished);
    let written = fs::write(&unfinished, bytes)
        .and_then(|()| fs::File::open(&unfinished)?.sync_all())
        .and_then(|()| fs::rename(&unfinished, path));
    written.map_err(|e| {
        let _ = fs::remove_file(&unfinished);
        file(path, &e)
    })
}

/// Returns the error for a file that can't be read or written.
pub fn file(path: &Path, error: &std::io::Error) -> Mishap {
    Mishap::File {
        path: path.display().to_string(),
        why: error.to_string(),
    }
}

fn saved_to(session: &Session, path: &Path) -> SavedTo {
    let path = path.display().to_string();
    SavedTo {
        said: session
            .tongue()
            .say_with(word::SAVED_TO, &[("path", path.as_str().into())]),
        path,
    }
}
