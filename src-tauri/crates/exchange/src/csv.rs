//! CSV export and import: one long file for an exact round trip, and one wide file per tracker for
//! spreadsheets.
//!
//! Checks the format of the file. Whether an answer is valid is left to validation.
//!
//! A text cell that a spreadsheet would take for a formula gets a leading apostrophe, removed on
//! import.

mod wide;

pub use wide::wide;

use care::{Definition, Entry, Kind, Value};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use std::collections::{BTreeMap, HashMap};

/// Columns of the long file, in order. They never change; a new format is a new file.
pub const COLUMNS: [&str; 14] = [
    "entry", "tracker", "day", "at", "until", "zone", "offset", "recorded", "source", "note",
    "field", "ordinal", "number", "text",
];

/// Maximum size of an imported file, in bytes.
pub const LARGEST: usize = 200 * 1024 * 1024;

/// Import error with its position. Lines and columns count from 1; column 0 means the whole line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {why:?}")]
pub struct Unreadable {
    /// The line.
    pub line: u64,
    /// The column, by position in the row; 0 means the whole line.
    pub column: usize,
    /// The kind of error.
    pub why: Why,
}

/// Kind of import error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Not a file exported by Daymark.
    Foreign,
    /// Invalid UTF-8.
    NotText,
    /// Wrong number of cells.
    Cells {
        /// Number of cells found.
        found: usize,
    },
    /// Not a number.
    Number(String),
    /// Not a date.
    Date(String),
    /// Not a time.
    Time(String),
    /// Not a time zone.
    Zone(String),
    /// A required cell is empty; holds the name of the column.
    Empty(String),
    /// Unknown tracker.
    Tracker(String),
    /// Unknown field, or an answer that does not match the kind of field.
    Kind,
    /// Rows of the same entry disagree on its day, time, note or another entry column.
    Differs,
    /// An answer's ordinal is repeated or out of sequence.
    Twice,
    /// The file is too large.
    Large,
}

/// Writes all entries as one long file: a row per answer, or a single row for an entry without
/// answers.
pub fn long(entries: &[Entry]) -> Result<String, ::csv::Error> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for entry in entries {
        let head = head(entry);
        if entry.values.is_empty() {
            writer.write_record(head.iter().map(String::as_str).chain(["", "", "", ""]))?;
        }
        for (field, values) in &entry.values {
            for (ordinal, value) in values.iter().enumerate() {
                let number = value.number.map(|n| n.to_string()).unwrap_or_default();
                let text = value.text.as_deref().map(guard).unwrap_or_default();
                let tail = [field.as_str(), &ordinal.to_string(), &number, &text];
                writer.write_record(head.iter().map(String::as_str).chain(tail))?;
            }
        }
    }
    finish(writer)
}

pub(crate) fn finish(writer: ::csv::Writer<Vec<u8>>) -> Result<String, ::csv::Error> {
    let bytes = writer
        .into_inner()
        .map_err(|e| ::csv::Error::from(e.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn head(entry: &Entry) -> [String; 10] {
    let time = |t: DateTime<Utc>| t.to_rfc3339_opts(SecondsFormat::Secs, true);
    [
        entry.uid.clone(),
        entry.tracker.clone(),
        entry.day.to_string(),
        entry.at.map(time).unwrap_or_default(),
        entry.until.map(time).unwrap_or_default(),
        entry.zone.clone(),
        entry.offset.to_string(),
        time(entry.recorded),
        guard(&entry.source),
        guard(&entry.note),
    ]
}

/// Prefixes an apostrophe to text that a spreadsheet would run as a formula, or that already starts
/// with one.
pub(crate) fn guard(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\'']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn unguard(text: &str) -> String {
    text.strip_prefix('\'').unwrap_or(text).to_owned()
}

/// An imported entry and the line it starts on.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Line on which the entry starts.
    pub line: u64,
    /// The entry, as read from the file.
    pub entry: Entry,
}

/// Parses a long file exactly as it was written, without guessing.
///
/// # Errors
/// Returns the first error found, with its line and column.
pub fn read(bytes: &[u8], definitions: &[Definition]) -> Result<Vec<Row>, Unreadable> {
    let fail = |line, column, why| Unreadable { line, column, why };
    if bytes.len() > LARGEST {
        return Err(fail(1, 0, Why::Large));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = ::csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(bytes);
    let by_key: HashMap<&str, &Definition> =
        definitions.iter().map(|d| (d.key.as_str(), d)).collect();
    let mut rows = Rows::default();
    for (nth, record) in reader.byte_records().enumerate() {
        let counted =
            |at: Option<&::csv::Position>| at.map_or(nth as u64 + 1, ::csv::Position::line);
        let record = record.map_err(|e| fail(counted(e.position()), 0, Why::NotText))?;
        let line = counted(record.position());
        let cells = record
            .iter()
            .enumerate()
            .map(|(i, cell)| std::str::from_utf8(cell).map_err(|_| fail(line, i + 1, Why::NotText)))
            .collect::<Result<Vec<_>, _>>()?;
        if nth == 0 {
            if cells != COLUMNS {
                return Err(fail(1, 0, Why::Foreign));
            }
            continue;
        }
        let cells: &[&str; 14] = cells
            .as_slice()
            .try_into()
            .map_err(|_| fail(line, 0, Why::Cells { found: cells.len() }))?;
        let refused = |(column, why)| fail(line, column, why);
        let (entry, answer) = read_row(cells, &by_key).map_err(refused)?;
        rows.take(line, &entry, answer).map_err(refused)?;
    }
    if bytes.is_empty() {
        return Err(fail(1, 0, Why::Foreign));
    }
    Ok(rows.rows)
}

/// Entries read so far, with an index by uid.
#[derive(Default)]
struct Rows {
    rows: Vec<Row>,
    known: HashMap<String, usize>,
}

impl Rows {
    /// Adds a row: a new entry, or another answer of a known one. The entry columns must be the
    /// same in all its rows.
    fn take(&mut self, line: u64, entry: &Entry, answer: Answer) -> Result<(), (usize, Why)> {
        let next = self.rows.len();
        let index = *self.known.entry(entry.uid.clone()).or_insert(next);
        if index == next {
            let entry = entry.clone();
            self.rows.push(Row { line, entry });
        }
        let Some(row) = self.rows.get_mut(index) else {
            return Ok(());
        };
        let values = std::mem::take(&mut row.entry.values);
        let same = row.entry == *entry;
        row.entry.values = values;
        if !same {
            return Err((0, Why::Differs));
        }
        if let Some((field, ordinal, value)) = answer {
            let values = row.entry.values.entry(field).or_default();
            if ordinal != values.len() {
                return Err((12, Why::Twice));
            }
            values.push(value);
        }
        Ok(())
    }
}

type Answer = Option<(String, usize, Value)>;

fn read_row(
    cells: &[&str; 14],
    by_key: &HashMap<&str, &Definition>,
) -> Result<(Entry, Answer), (usize, Why)> {
    let [
        uid,
        tracker,
        day,
        at,
        until,
        zone,
        offset,
        recorded,
        source,
        note,
        field,
        ordinal,
        number,
        text,
    ] = *cells;
    let definition = by_key
        .get(tracker)
        .ok_or_else(|| (2, Why::Tracker(tracker.to_owned())))?;
    zone.parse::<chrono_tz::Tz>()
        .map_err(|_| (6, Why::Zone(zone.to_owned())))?;
    let entry = Entry {
        uid: needed(1, uid)?,
        tracker: tracker.to_owned(),
        day: NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .map_err(|_| (3, Why::Date(day.to_owned())))?,
        at: time(4, at)?,
        until: time(5, until)?,
        zone: zone.to_owned(),
        offset: offset
            .parse()
            .map_err(|_| (7, Why::Number(offset.to_owned())))?,
        late: None,
        recorded: time(8, &needed(8, recorded)?)?.unwrap_or_default(),
        source: unguard(source),
        note: unguard(note),
        values: BTreeMap::new(),
    };
    let answer = answer(definition, [field, ordinal, number, text])?;
    Ok((entry, answer))
}

fn needed(column: usize, cell: &str) -> Result<String, (usize, Why)> {
    if cell.is_empty() {
        let name = COLUMNS.get(column - 1).copied().unwrap_or_default();
        Err((column, Why::Empty(name.to_owned())))
    } else {
        Ok(cell.to_owned())
    }
}

/// Parses the answer of a row; `None` for an entry without answers.
fn answer(
    definition: &Definition,
    [field, ordinal, number, text]: [&str; 4],
) -> Result<Answer, (usize, Why)> {
    if field.is_empty() {
        return if [ordinal, number, text].iter().all(|c| c.is_empty()) {
            Ok(None)
        } else {
            Err((11, Why::Empty("field".into())))
        };
    }
    let kind = &definition.field(field).ok_or((11, Why::Kind))?.kind;
    let ordinal: usize = ordinal
        .parse()
        .map_err(|_| (12, Why::Number(ordinal.to_owned())))?;
    let number = match number {
        "" => None,
        n => Some(
            n.parse::<f64>()
                .ok()
                .filter(|n| n.is_finite())
                .ok_or_else(|| (13, Why::Number(n.to_owned())))?,
        ),
    };
    let text = (!text.is_empty()).then(|| unguard(text));
    let fits = match kind {
        Kind::Quantity { .. } | Kind::Scale { .. } | Kind::YesNo => {
            number.is_some() && text.is_none()
        }
        Kind::Clock => number.is_some() && text.is_some(),
        Kind::Choice { .. } => text.is_some(),
        Kind::Text { .. } => text.is_some() && number.is_none(),
    };
    if fits {
        let value = Value { number, text };
        Ok(Some((field.to_owned(), ordinal, value)))
    } else {
        Err((13, Why::Kind))
    }
}

fn time(column: usize, cell: &str) -> Result<Option<DateTime<Utc>>, (usize, Why)> {
    if cell.is_empty() {
        return Ok(None);
    }
    DateTime::parse_from_rfc3339(cell)
        .map(|t| Some(t.to_utc()))
        .map_err(|_| (column, Why::Time(cell.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheet_formula_cells_are_guarded_reversibly() {
        for text in [
            "=1+1", "+1", "-2", "@x", "\tx", "\rx", "\nx", "'quoted", "''twice", "plain", "",
        ] {
            assert!(
                !guard(text).starts_with(['=', '+', '-', '@', '\t', '\r', '\n']),
                "{text:?} is guarded"
            );
            assert_eq!(unguard(&guard(text)), text, "{text:?} comes back");
        }
    }

    #[test]
    fn foreign_file_is_rejected_at_first_line() {
        let foreign = read(b"date,mood\n2026-01-01,4\n", &[]);
        assert_eq!(
            foreign,
            Err(Unreadable {
                line: 1,
                column: 0,
                why: Why::Foreign
            }),
            "not our columns"
        );
        assert_eq!(
            read(b"", &[]),
            Err(Unreadable {
                line: 1,
                column: 0,
                why: Why::Foreign
            }),
            "nothing at all"
        );
        let binary = read(b"entry,\xff\xfe\n", &[]);
        assert_eq!(
            binary,
            Err(Unreadable {
                line: 1,
                column: 2,
                why: Why::NotText
            }),
            "no text"
        );
    }
}
