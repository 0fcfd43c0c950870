//! Import of the long file.

use super::answer::{Cell, answer};
use super::export::strip_guard;
use super::lines::Lines;
use super::{COLUMNS, CsvError, CsvErrorKind, MAX_FILE_LEN};
use chrono::{DateTime, NaiveDate, Utc};
use domain::time::Zones;
use domain::{Definition, Entry};
use std::collections::{BTreeMap, HashMap};

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
pub fn read(bytes: &[u8], definitions: &[Definition], zones: &Zones) -> Result<Vec<Row>, CsvError> {
    let fail = |line, column, kind| CsvError { line, column, kind };
    if bytes.len() > MAX_FILE_LEN {
        return Err(fail(1, 0, CsvErrorKind::TooLarge));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = ::csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(bytes);
    let by_key: HashMap<&str, &Definition> =
        definitions.iter().map(|d| (d.key.as_str(), d)).collect();
    let mut rows = Rows::default();
    let mut lines = Lines::new(bytes);
    for (index, record) in reader.byte_records().enumerate() {
        let record = record.map_err(|e| {
            let line = lines.of(e.position(), index as u64);
            fail(line, 0, CsvErrorKind::NotUtf8)
        })?;
        let line = lines.of(record.position(), index as u64);
        let cells =
            utf8_cells(&record).map_err(|column| fail(line, column, CsvErrorKind::NotUtf8))?;
        if index == 0 {
            if cells != COLUMNS {
                return Err(fail(1, 0, CsvErrorKind::NotOurs));
            }
            continue;
        }
        let found = cells.len();
        let cells: &[&str; 14] = (cells.as_slice().try_into())
            .map_err(|_| fail(line, 0, CsvErrorKind::ColumnCount { found }))?;
        let error_at = |(column, kind)| fail(line, column, kind);
        let (entry, answer) = read_row(cells, &by_key, zones).map_err(error_at)?;
        rows.add(line, &entry, answer).map_err(error_at)?;
    }
    if bytes.is_empty() {
        return Err(fail(1, 0, CsvErrorKind::NotOurs));
    }
    Ok(rows.rows)
}

/// Returns the cells of a record, or the column that is not UTF-8.
fn utf8_cells(record: &::csv::ByteRecord) -> Result<Vec<&str>, usize> {
    let cell = |(i, cell)| std::str::from_utf8(cell).map_err(|_| i + 1);
    record.iter().enumerate().map(cell).collect()
}

/// Entries read so far, with an index by uid.
#[derive(Default)]
struct Rows {
    rows: Vec<Row>,
    index_by_uid: HashMap<String, usize>,
}

impl Rows {
    /// Adds a row: a new entry, or another answer of a known one. The entry columns must be the
    /// same in all its rows.
    fn add(&mut self, line: u64, entry: &Entry, answer: Cell) -> Result<(), (usize, CsvErrorKind)> {
        let next = self.rows.len();
        let index = *self.index_by_uid.entry(entry.uid.clone()).or_insert(next);
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
            return Err((0, CsvErrorKind::Inconsistent));
        }
        if let Some((field, ordinal, value)) = answer {
            let values = row.entry.values.entry(field).or_default();
            if ordinal != values.len() {
                return Err((12, CsvErrorKind::Duplicate));
            }
            values.push(value);
        }
        Ok(())
    }
}

fn read_row(
    cells: &[&str; 14],
    by_key: &HashMap<&str, &Definition>,
    zones: &Zones,
) -> Result<(Entry, Cell), (usize, CsvErrorKind)> {
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
        .ok_or_else(|| (2, CsvErrorKind::Tracker(tracker.to_owned())))?;
    let zone = (zones.named(zone)).ok_or_else(|| (6, CsvErrorKind::Zone(zone.to_owned())))?;
    let entry = Entry {
        uid: required(1, uid)?,
        tracker: tracker.to_owned(),
        day: NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .map_err(|_| (3, CsvErrorKind::Date(day.to_owned())))?,
        occurred_at: time(4, at)?,
        ended_at: time(5, until)?,
        zone: zone.name().to_owned(),
        offset: parse_offset(offset)?,
        is_late: None,
        recorded_at: time(8, &required(8, recorded)?)?.unwrap_or_default(),
        source: strip_guard(source).into(),
        note: strip_guard(note),
        values: BTreeMap::new(),
    };
    if !zone.can_have_offset_of(&entry) {
        return Err((7, CsvErrorKind::Contradiction));
    }
    let answer = answer(definition, [field, ordinal, number, text])?;
    Ok((entry, answer))
}

fn parse_offset(offset: &str) -> Result<i32, (usize, CsvErrorKind)> {
    offset
        .parse()
        .map_err(|_| (7, CsvErrorKind::Number(offset.to_owned())))
}

fn required(column: usize, cell: &str) -> Result<String, (usize, CsvErrorKind)> {
    if cell.is_empty() {
        let name = COLUMNS.get(column - 1).copied().unwrap_or_default();
        Err((column, CsvErrorKind::Empty(name.to_owned())))
    } else {
        Ok(cell.to_owned())
    }
}

fn time(column: usize, cell: &str) -> Result<Option<DateTime<Utc>>, (usize, CsvErrorKind)> {
    if cell.is_empty() {
        return Ok(None);
    }
    DateTime::parse_from_rfc3339(cell)
        .map(|t| Some(t.to_utc()))
        .map_err(|_| (column, CsvErrorKind::Time(cell.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::super::export::guard;
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
            assert_eq!(strip_guard(&guard(text)), text, "{text:?} comes back");
        }
    }

    fn no_zones() -> Zones {
        Zones::new(Vec::new())
    }

    #[test]
    fn foreign_file_is_rejected_at_first_line() {
        let foreign = read(b"date,mood\n2026-01-01,4\n", &[], &no_zones());
        assert_eq!(
            foreign,
            Err(CsvError {
                line: 1,
                column: 0,
                kind: CsvErrorKind::NotOurs
            }),
            "not our columns"
        );
        assert_eq!(
            read(b"", &[], &no_zones()),
            Err(CsvError {
                line: 1,
                column: 0,
                kind: CsvErrorKind::NotOurs
            }),
            "nothing at all"
        );
        let binary = read(b"entry,\xff\xfe\n", &[], &no_zones());
        assert_eq!(
            binary,
            Err(CsvError {
                line: 1,
                column: 2,
                kind: CsvErrorKind::NotUtf8
            }),
            "no text"
        );
    }
}
