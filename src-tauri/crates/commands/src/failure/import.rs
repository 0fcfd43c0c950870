//! Localized errors of files that cannot be imported: entries as CSV, definitions as TOML.
//!
//! They state where the problem is (file, line, column or part) and what it is.

use crate::locale::Locale;
use crate::msg;
use ::exchange::csv::{CsvError, CsvErrorKind, MAX_FILE_LEN};
use domain::definition::parse::{DefinitionError, DefinitionErrorKind, MAX_DEFINITION_LEN};
use std::fmt::Display;

/// Formats an error about a line of a file.
pub fn at_line(locale: &Locale, file: &str, line: u64, column: usize, why: String) -> String {
    locale.format(
        msg::IMPORT_LINE,
        &[
            ("file", file.into()),
            ("line", line.to_string().into()),
            ("column", column.into()),
            ("why", why.into()),
        ],
    )
}

/// Returns why a CSV file cannot be imported.
pub fn csv(file: &str, error: &CsvError, locale: &Locale) -> String {
    let found = |key: &str, found: &str| locale.format(key, &[("found", found.into())]);
    let why = match &error.kind {
        CsvErrorKind::NotOurs => locale.text(msg::IMPORT_FOREIGN),
        CsvErrorKind::NotUtf8 => locale.text(msg::IMPORT_NOT_TEXT),
        CsvErrorKind::ColumnCount { found } => locale.format(
            msg::IMPORT_CELLS,
            &[
                ("found", found.to_string().into()),
                ("wanted", ::exchange::csv::COLUMNS.len().to_string().into()),
            ],
        ),
        CsvErrorKind::Number(text) => found(msg::IMPORT_NUMBER, text),
        CsvErrorKind::Date(text) => found(msg::IMPORT_DATE, text),
        CsvErrorKind::Time(text) => found(msg::IMPORT_TIME, text),
        CsvErrorKind::Zone(text) => found(msg::IMPORT_ZONE, text),
        CsvErrorKind::Empty(column) => found(msg::IMPORT_EMPTY, column),
        CsvErrorKind::Tracker(key) => found(msg::IMPORT_TRACKER, key),
        CsvErrorKind::FieldKind => locale.text(msg::IMPORT_KIND),
        CsvErrorKind::Contradiction => locale.text(msg::IMPORT_CONTRADICTS),
        CsvErrorKind::Inconsistent => locale.text(msg::IMPORT_DIFFERS),
        CsvErrorKind::Duplicate => locale.text(msg::IMPORT_TWICE),
        CsvErrorKind::TooLarge => locale.format(
            msg::IMPORT_LARGE,
            &[("limit", (MAX_FILE_LEN / 1024 / 1024).to_string().into())],
        ),
    };
    at_line(locale, file, error.line, error.column, why)
}

/// Returns why a definition is rejected.
pub fn definition(error: &DefinitionError, locale: &Locale) -> String {
    let why = definition_text(&error.kind, locale);
    let (file, line) = (error.file.as_str(), error.line.to_string());
    let place = match error.field.as_deref() {
        Some(field) => locale.format(
            msg::FLAW_AT_PART,
            &[
                ("file", file.into()),
                ("line", line.into()),
                ("part", field.into()),
                ("why", why.into()),
            ],
        ),
        None => locale.format(
            msg::FLAW_AT_LINE,
            &[
                ("file", file.into()),
                ("line", line.into()),
                ("why", why.into()),
            ],
        ),
    };
    locale.format(msg::FAILURE_DEFINITION, &[("why", place.into())])
}

fn definition_text(kind: &DefinitionErrorKind, locale: &Locale) -> String {
    use DefinitionErrorKind as Kind;
    let plain = |id: &str| locale.text(id);
    let one = |id: &str, name: &str, value: &dyn Display| {
        locale.format(id, &[(name, value.to_string().into())])
    };
    let two = |id: &str, [a, b]: [&str; 2], [first, second]: [&dyn Display; 2]| {
        let (first, second) = (first.to_string(), second.to_string());
        locale.format(id, &[(a, first.into()), (b, second.into())])
    };
    let n = |value: f64| locale.number(value);
    match kind {
        Kind::TooLong => one(msg::FLAW_LONG, "most", &(MAX_DEFINITION_LEN / 1024)),
        Kind::Syntax { message } => one(msg::FLAW_FORM, "said", message),
        Kind::Newer { format, max } => two(msg::FLAW_NEWER, ["format", "most"], [format, max]),
        Kind::InvalidKey => plain(msg::FLAW_NOT_A_KEY),
        Kind::DuplicateKey => plain(msg::FLAW_KEY_TWICE),
        Kind::InapplicableProperty { name } => one(msg::FLAW_MEANS_NOTHING, "name", name),
        Kind::NotFinite => plain(msg::FLAW_NO_NUMBER),
        Kind::EmptyRange { min, max } => {
            two(msg::FLAW_EMPTY_RANGE, ["min", "max"], [&n(*min), &n(*max)])
        }
        Kind::MissingMax => plain(msg::FLAW_NO_MAX),
        Kind::InvalidScale { max } => one(msg::FLAW_STEPS, "most", &n(*max)),
        Kind::InvalidStep => plain(msg::FLAW_NO_STEP),
        Kind::InvalidOptions => plain(msg::FLAW_OPTIONS),
        Kind::FormulaCount => plain(msg::FLAW_ONE_FORMULA),
        Kind::PartCount { min, max } => two(msg::FLAW_PARTS, ["fewest", "most"], [min, max]),
        Kind::SelfReference => plain(msg::FLAW_ITSELF),
        Kind::ForwardReference { of } => one(msg::FLAW_LATER, "of", of),
        Kind::UndefinedReference { of } => one(msg::FLAW_UNDEFINED, "of", of),
        Kind::IncompatibleReference { of } => one(msg::FLAW_DOES_NOT_FIT, "of", of),
        Kind::TotalWithoutRange => plain(msg::FLAW_NO_RANGE),
        Kind::ItemsNotAllowed { licence } => one(msg::FLAW_ITEMS, "licence", licence),
        Kind::MissingEnglish => plain(msg::FLAW_NO_ENGLISH),
        Kind::MissingLabel { language } => one(msg::FLAW_NO_WORD, "language", language),
        Kind::UnknownLabel { language } => one(msg::FLAW_STRAY_WORD, "language", language),
    }
}
