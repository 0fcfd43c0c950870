//! Tables that people keep themselves: a header row and one row for each record, with commas or
//! semicolons, in UTF-8.

use crate::csv::{BOM, GUARDED, finish, guard};
use ::csv;
use std::collections::BTreeMap;

/// Largest file that is read, in bytes.
pub const MAX_FILE_LEN: usize = 4 * 1024 * 1024;

/// Most rows that are read.
pub const MAX_ROWS: usize = 2000;

/// A row: its line in the file, and its cells by column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// Line on which it begins, from 1.
    pub line: u64,
    /// Cells by column; empty ones are left out.
    pub cells: BTreeMap<String, String>,
}

/// Why a table can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// Larger than `MAX_FILE_LEN` or longer than `MAX_ROWS`.
    #[error("too large")]
    TooLarge,
    /// Without the column that names each record.
    #[error("no column {0}")]
    MissingColumn(String),
    /// A column that is not known.
    #[error("unknown column {0}")]
    UnknownColumn(String),
    /// A row with more cells than columns, or a quote that is never closed.
    #[error("line {0} does not fit its header")]
    Row(u64),
}

/// Reads a table. `columns` are the known columns; the first one has to be there and filled.
///
/// # Errors
/// Names the line or column that can't be read.
pub fn read(text: &str, columns: &[&str]) -> Result<Vec<LedgerRow>, LedgerError> {
    if text.len() > MAX_FILE_LEN {
        return Err(LedgerError::TooLarge);
    }
    let text = text.trim_start_matches(BOM);
    let first = text.lines().next().unwrap_or_default();
    let semicolons = first.matches(';').count() > first.matches(',').count();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if semicolons { b';' } else { b',' })
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(|_| LedgerError::Row(1))?.clone();
    let header: Vec<String> = header.iter().map(str::to_lowercase).collect();
    check_header(&header, columns)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let line = |position: Option<&csv::Position>| position.map_or(0, csv::Position::line);
        let record = record.map_err(|error| LedgerError::Row(line(error.position())))?;
        let at = line(record.position());
        if record.len() > header.len() {
            return Err(LedgerError::Row(at));
        }
        let cells = header.iter().zip(record.iter());
        let filled = cells.filter(|(_, cell)| !cell.is_empty());
        let cells: BTreeMap<String, String> = filled
            .map(|(column, cell)| (column.clone(), unescaped(cell).to_owned()))
            .collect();
        if !cells.is_empty() {
            rows.push(LedgerRow { line: at, cells });
        }
        if rows.len() > MAX_ROWS {
            return Err(LedgerError::TooLarge);
        }
    }
    Ok(rows)
}

/// Takes off the apostrophe that keeps a spreadsheet from reading a cell as a formula.
fn unescaped(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'');
    rest.filter(|rest| rest.starts_with(GUARDED))
        .unwrap_or(cell)
}

fn check_header(header: &[String], columns: &[&str]) -> Result<(), LedgerError> {
    let unknown = header.iter().find(|c| !columns.contains(&c.as_str()));
    if let Some(unknown) = unknown {
        return Err(LedgerError::UnknownColumn(unknown.clone()));
    }
    let first = columns.first().copied().unwrap_or_default();
    if header.iter().any(|column| column == first) {
        Ok(())
    } else {
        Err(LedgerError::MissingColumn(first.to_owned()))
    }
}

/// Writes a table with its header and rows, as people open it in a spreadsheet. Starts with a byte-order
/// mark.
///
/// # Errors
/// None in practice: it is written to memory.
pub fn write(columns: &[&str], rows: &[Vec<String>]) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| plain(cell)))?;
    }
    Ok(format!("{BOM}{}", finish(writer)?))
}

/// Keeps a cell from being a formula. A number stays one, also below zero.
fn plain(cell: &str) -> String {
    if cell.parse::<f64>().is_ok() {
        cell.to_owned()
    } else {
        guard(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [&str; 3] = ["name", "from", "helped"];

    fn cells(text: &str) -> Vec<Vec<String>> {
        let rows = read(text, &COLUMNS).unwrap();
        let row = |row: LedgerRow| row.cells.into_values().collect();
        rows.into_iter().map(row).collect()
    }

    #[test]
    fn commas_semicolons_and_quotes_are_read() {
        let expected = vec![vec!["2019".to_owned(), "Lithium, slow".to_owned()]];
        assert_eq!(cells("name,from\n\"Lithium, slow\",2019\n"), expected);
        assert_eq!(
            cells("\u{feff}Name;from;helped\r\nLithium, slow;2019;\r\n"),
            expected
        );
        assert_eq!(cells("name\n\n"), Vec::<Vec<String>>::new());
    }

    #[test]
    fn bad_tables_are_refused_with_their_place() {
        let error = |text| read(text, &COLUMNS).unwrap_err();
        assert_eq!(
            error("from\n2019\n"),
            LedgerError::MissingColumn("name".into())
        );
        assert_eq!(
            error("name,what\n"),
            LedgerError::UnknownColumn("what".into())
        );
        assert_eq!(error("name\nA\nB,C\n"), LedgerError::Row(3));
        let long = format!("name\n{}", "A\n".repeat(MAX_ROWS + 1));
        assert_eq!(error(&long), LedgerError::TooLarge);
    }
}
