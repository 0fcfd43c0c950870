//! CSV export and import: one long file for an exact round trip, and one wide file per tracker for
//! spreadsheets.
//!
//! Checks the format of the file. Whether an answer is valid is left to validation.
//!
//! A text cell that a spreadsheet would take for a formula gets a leading apostrophe, removed on
//! import.

mod answer;
mod export;
mod import;
mod lines;
mod wide;

pub use export::long;
pub(crate) use export::{GUARDED, finish, guard};
pub use import::{Row, read};
pub use wide::wide;

/// Byte-order mark: without it, spreadsheets take a table for another encoding.
pub(crate) const BOM: char = '\u{feff}';

/// Columns of the long file, in order. They never change; a new format is a new file.
pub const COLUMNS: [&str; 14] = [
    "entry", "tracker", "day", "at", "until", "zone", "offset", "recorded", "source", "note",
    "field", "ordinal", "number", "text",
];

/// Maximum size of an imported file, in bytes.
pub const MAX_FILE_LEN: usize = 200 * 1024 * 1024;

/// Import error with its position. Lines and columns count from 1; column 0 means the whole line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {kind:?}")]
pub struct CsvError {
    /// The line.
    pub line: u64,
    /// The column, by position in the row; 0 means the whole line.
    pub column: usize,
    /// The kind of error.
    pub kind: CsvErrorKind,
}

/// Kind of import error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CsvErrorKind {
    /// Not a file exported by Daymark.
    NotOurs,
    /// Invalid UTF-8.
    NotUtf8,
    /// Wrong number of cells.
    ColumnCount {
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
    FieldKind,
    /// The number contradicts the answer beside it, the scale, or the time zone.
    Contradiction,
    /// Rows of the same entry disagree on its day, time, note or another entry column.
    Inconsistent,
    /// An answer's ordinal is repeated or out of sequence.
    Duplicate,
    /// The file is too large.
    TooLarge,
}
