//! Import of Daymark's own CSV. One transaction: all entries or none.

use crate::changed::{Changed, Topic};
use crate::clock::zones;
use crate::error::{Error, Result};
use crate::files::file_error;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use crate::transfer::csv_export::LONG_FILE;
use ::exchange::csv;
use domain::{Draft, EntryContext};
use journal::Change;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Imports an export of Daymark: a long file, or the folder that holds one.
///
/// What is new comes in and what is equal is skipped. Where a day has an entry of its own already,
/// both are kept; an entry that was changed here stays as it is here. The message counts all three.
///
/// # Errors
/// Refuses a file with an entry that is not valid; nothing is changed then.
pub fn import_csv(session: &mut Session, path: &Path) -> Result<Changed> {
    let path = if path.is_dir() {
        path.join(LONG_FILE)
    } else {
        path.to_owned()
    };
    let name = path.display().to_string();
    let rows = rows(session, &path, &name)?;
    let found = sort_rows(session, &rows, &name)?;
    let message = found.message(session);
    if found.new.is_empty() {
        return Ok(Changed {
            topics: Vec::new(),
            message,
            uid: None,
            count: 0,
        });
    }
    let changed = session.commit(&Operation::Import, &found.new, &[Topic::Entries])?;
    Ok(Changed { message, ..changed })
}

fn rows(session: &Session, path: &Path, name: &str) -> Result<Vec<csv::Row>> {
    let csv_error = |error| Error::Csv {
        file: name.to_owned(),
        error,
    };
    let length = fs::metadata(path).map_err(|e| file_error(path, &e))?.len();
    if length > csv::MAX_FILE_LEN as u64 {
        return Err(csv_error(csv::CsvError {
            line: 1,
            column: 0,
            kind: csv::CsvErrorKind::TooLarge,
        }));
    }
    let bytes = fs::read(path).map_err(|e| file_error(path, &e))?;
    csv::read(&bytes, session.definitions().all(), zones()).map_err(csv_error)
}

/// The entries of a file, by what happens to them.
#[derive(Default)]
struct Sorted {
    new: Vec<Change>,
    /// How many of the new ones stand beside an entry of their day.
    both: usize,
    /// How many differ from the same entry here, which stays.
    differing: usize,
}

impl Sorted {
    fn message(&self, session: &Session) -> String {
        let locale = session.locale();
        let say = |id: &str, count: usize| locale.format(id, &[("count", count.into())]);
        let mut sentences = vec![say(msg::IMPORTED, self.new.len())];
        if self.both > 0 {
            sentences.push(say(msg::IMPORTED_BOTH, self.both));
        }
        if self.differing > 0 {
            sentences.push(say(msg::IMPORTED_DIFFERING, self.differing));
        }
        sentences.join(" ")
    }
}

fn sort_rows(session: &Session, rows: &[csv::Row], name: &str) -> Result<Sorted> {
    let existing = session.journal().all_entries()?;
    let by_uid: HashMap<&str, &domain::Entry> =
        existing.iter().map(|e| (e.uid.as_str(), e)).collect();
    let by_day: HashMap<(&str, chrono::NaiveDate), &domain::Entry> = existing
        .iter()
        .map(|e| ((e.tracker.as_str(), e.day), e))
        .collect();
    let mut sorted = Sorted::default();
    for row in rows {
        // An entry that is here already is not judged again: rules may have changed since.
        if let Some(here) = by_uid.get(row.entry.uid.as_str()) {
            sorted.differing += usize::from(!says_the_same(here, &row.entry));
            continue;
        }
        let entry = validate_row(session, row).map_err(|errors| Error::CsvEntry {
            file: name.to_owned(),
            line: row.line,
            tracker: row.entry.tracker.clone(),
            errors,
        })?;
        let once = session.definition(&entry.tracker)?.is_daily();
        let of_day = by_day.get(&(entry.tracker.as_str(), entry.day));
        if let Some(here) = of_day.filter(|_| once) {
            if says_the_same(here, &entry) {
                continue;
            }
            sorted.both += 1;
        }
        sorted.new.push(session.to_stored(entry)?);
    }
    Ok(sorted)
}

/// Returns whether two entries give the same answers, note and time.
fn says_the_same(a: &domain::Entry, b: &domain::Entry) -> bool {
    (a.day, a.occurred_at, &a.values, a.note.trim())
        == (b.day, b.occurred_at, &b.values, b.note.trim())
}

/// Validates an entry from a file.
///
/// Its answers must be valid as if typed, and must give the same fields and times as stored.
/// The file does not say whether it was recorded late. That is computed from the user's day start.
fn validate_row(
    session: &Session,
    row: &csv::Row,
) -> Result<domain::Entry, Vec<domain::ValidationError>> {
    let zone = zones().named_or_utc(&row.entry.zone);
    let written = domain::time::day::patient_day(row.entry.recorded_at, zone, session.day_start());
    let entry = domain::Entry {
        is_late: Some(written > row.entry.day),
        ..row.entry.clone()
    };
    let Some(definition) = session.definitions().get(&entry.tracker) else {
        return Ok(entry);
    };
    let draft = draft_of(&entry, definition, session);
    let validated = definition
        .validate(&draft, &import_context(session, &entry))?
        .entry;
    let same_fields = validated.values.keys().eq(entry.values.keys());
    let clocks_hold = entry.values.iter().all(|(key, values)| {
        let clock = definition
            .field(key)
            .is_some_and(|f| f.kind == domain::FieldKind::Clock);
        !clock || validated.values.get(key) == Some(values)
    });
    if same_fields && clocks_hold && validated.occurred_at == entry.occurred_at {
        Ok(entry)
    } else {
        Err(vec![domain::ValidationError::general(
            domain::ValidationErrorKind::WrongKind,
        )])
    }
}

/// Returns an entry as it would have been typed.
fn draft_of(entry: &domain::Entry, definition: &domain::Definition, session: &Session) -> Draft {
    Draft {
        tracker: entry.tracker.clone(),
        day: entry.day.to_string(),
        at: entry.occurred_clock(zones()),
        zone: Some(entry.zone.clone()),
        start_zone: entry.start_zone(definition).map(str::to_owned),
        values: session.answers_of(definition, entry),
        note: entry.note.clone(),
        another: false,
    }
}

/// Returns the validation context for an entry that is imported unchanged.
fn import_context(session: &Session, entry: &domain::Entry) -> EntryContext {
    EntryContext {
        now: session.clock().now().max(entry.recorded_at),
        zone: session.clock().zone(),
        zones: zones().clone(),
        day_start: session.day_start(),
        grams_per_drink: session.locale().grams_per_drink(),
        uid: entry.uid.clone(),
        source: entry.source.clone(),
        previous: Some(Box::new(entry.clone())),
    }
}
