//! Localized errors of files that cannot be imported: entries as CSV, definitions as TOML.
//!
//! They state where the problem is (file, line, column or part) and what it is.

use crate::locale::Locale;
use crate::msg;
use ::exchange::csv::{CsvError, CsvErrorKind, MAX_FILE_LEN};
use domain::definition::parse::{DefinitionError, DefinitionErrorKind, MAX_DEFINITION_LEN};

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
    let one = |key: &str, name: &str, value: String| locale.format(key, &[(name, value.into())]);
    let two = |key: &str, (a, first): (&str, String), (b, second): (&str, String)| {
        locale.format(key, &[(a, first.into()), (b, second.into())])
    };
    match kind {
        DefinitionErrorKind::TooLong => one(
            msg::FLAW_LONG,
            "most",
            (MAX_DEFINITION_LEN / 1024).to_string(),
        ),
        DefinitionErrorKind::Syntax { message } => one(msg::FLAW_FORM, "said", message.clone()),
        DefinitionErrorKind::Newer { format, max } => two(
            msg::FLAW_NEWER,
            ("format", format.to_string()),
            ("most", max.to_string()),
        ),
        DefinitionErrorKind::InvalidKey => locale.text(msg::FLAW_NOT_A_KEY),
        DefinitionErrorKind::DuplicateKey => locale.text(msg::FLAW_KEY_TWICE),
        DefinitionErrorKind::InapplicableProperty { name } => {
            one(msg::FLAW_MEANS_NOTHING, "name", (*name).to_owned())
        }
        DefinitionErrorKind::NotFinite => locale.text(msg::FLAW_NO_NUMBER),
        DefinitionErrorKind::EmptyRange { min, max } => two(
            msg::FLAW_EMPTY_RANGE,
            ("min", locale.number(*min)),
            ("max", locale.number(*max)),
        ),
        DefinitionErrorKind::MissingMax => locale.text(msg::FLAW_NO_MAX),
        DefinitionErrorKind::InvalidScale { max } => {
            one(msg::FLAW_STEPS, "most", locale.number(*max))
        }
        DefinitionErrorKind::InvalidStep => locale.text(msg::FLAW_NO_STEP),
        DefinitionErrorKind::InvalidOptions => locale.text(msg::FLAW_OPTIONS),
        DefinitionErrorKind::FormulaCount => locale.text(msg::FLAW_ONE_FORMULA),
        DefinitionErrorKind::PartCount { min, max } => two(
            msg::FLAW_PARTS,
            ("fewest", min.to_string()),
            ("most", max.to_string()),
        ),
        DefinitionErrorKind::SelfReference => locale.text(msg::FLAW_ITSELF),
        DefinitionErrorKind::ForwardReference { of } => one(msg::FLAW_LATER, "of", of.clone()),
        DefinitionErrorKind::UndefinedReference { of } => {
            one(msg::FLAW_UNDEFINED, "of", of.clone())
        }
        DefinitionErrorKind::IncompatibleReference { of } => {
            one(msg::FLAW_DOES_NOT_FIT, "of", of.clone())
        }
        DefinitionErrorKind::MissingEnglish => locale.text(msg::FLAW_NO_ENGLISH),
        DefinitionErrorKind::MissingLabel { language } => {
            one(msg::FLAW_NO_WORD, "language", language.clone())
        }
        DefinitionErrorKind::UnknownLabel { language } => {
            one(msg::FLAW_STRAY_WORD, "language", language.clone())
        }
    }
}
