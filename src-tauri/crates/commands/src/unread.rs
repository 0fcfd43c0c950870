//! Localized errors of files that cannot be imported: entries as CSV, definitions as TOML.
//!
//! They state where the problem is (file, line, column or part) and what it is.

use crate::speech::Tongue;
use crate::word;
use ::exchange::csv::{LARGEST, Unreadable, Why};
use care::grammar::{Flaw, LONGEST, Refused};

/// Formats an error about a line of a file.
pub fn at_line(tongue: &Tongue, file: &str, line: u64, column: usize, why: String) -> String {
    tongue.say_with(
        word::IMPORT_LINE,
        &[
            ("file", file.into()),
            ("line", line.to_string().into()),
            ("column", column.into()),
            ("why", why.into()),
        ],
    )
}

/// Returns why a CSV file cannot be imported.
pub fn csv(file: &str, unreadable: &Unreadable, tongue: &Tongue) -> String {
    let found = |key: &str, found: &str| tongue.say_with(key, &[("found", found.into())]);
    let why = match &unreadable.why {
        Why::Foreign => tongue.say(word::IMPORT_FOREIGN),
        Why::NotText => tongue.say(word::IMPORT_NOT_TEXT),
        Why::Cells { found } => tongue.say_with(
            word::IMPORT_CELLS,
            &[
                ("found", found.to_string().into()),
                ("wanted", ::exchange::csv::COLUMNS.len().to_string().into()),
            ],
        ),
        Why::Number(text) => found(word::IMPORT_NUMBER, text),
        Why::Date(text) => found(word::IMPORT_DATE, text),
        Why::Time(text) => found(word::IMPORT_TIME, text),
        Why::Zone(text) => found(word::IMPORT_ZONE, text),
        Why::Empty(column) => found(word::IMPORT_EMPTY, column),
        Why::Tracker(key) => found(word::IMPORT_TRACKER, key),
        Why::Kind => tongue.say(word::IMPORT_KIND),
        Why::Differs => tongue.say(word::IMPORT_DIFFERS),
        Why::Twice => tongue.say(word::IMPORT_TWICE),
        Why::Large => tongue.say_with(
            word::IMPORT_LARGE,
            &[("limit", (LARGEST / 1024 / 1024).to_string().into())],
        ),
    };
    at_line(tongue, file, unreadable.line, unreadable.column, why)
}

/// Returns why a definition is rejected.
pub fn definition(refused: &Refused, tongue: &Tongue) -> String {
    let why = flaw(&refused.why, tongue);
    let (file, line) = (refused.file.as_str(), refused.line.to_string());
    let place = match refused.field.as_deref() {
        Some(field) => tongue.say_with(
            word::FLAW_AT_PART,
            &[
                ("file", file.into()),
                ("line", line.into()),
                ("part", field.into()),
                ("why", why.into()),
            ],
        ),
        None => tongue.say_with(
            word::FLAW_AT_LINE,
            &[
                ("file", file.into()),
                ("line", line.into()),
                ("why", why.into()),
            ],
        ),
    };
    tongue.say_with(word::FAILURE_DEFINITION, &[("why", place.into())])
}

fn flaw(flaw: &Flaw, tongue: &Tongue) -> String {
    let one = |key: &str, name: &str, value: String| tongue.say_with(key, &[(name, value.into())]);
    let two = |key: &str, (a, first): (&str, String), (b, second): (&str, String)| {
        tongue.say_with(key, &[(a, first.into()), (b, second.into())])
    };
    match flaw {
        Flaw::Long => one(word::FLAW_LONG, "most", (LONGEST / 1024).to_string()),
        Flaw::Form { said } => one(word::FLAW_FORM, "said", said.clone()),
        Flaw::Newer { format, most } => two(
            word::FLAW_NEWER,
            ("format", format.to_string()),
            ("most", most.to_string()),
        ),
        Flaw::NotAKey => tongue.say(word::FLAW_NOT_A_KEY),
        Flaw::KeyTwice => tongue.say(word::FLAW_KEY_TWICE),
        Flaw::MeansNothing { name } => one(word::FLAW_MEANS_NOTHING, "name", (*name).to_owned()),
        Flaw::NoNumber => tongue.say(word::FLAW_NO_NUMBER),
        Flaw::EmptyRange { min, max } => two(
            word::FLAW_EMPTY_RANGE,
            ("min", tongue.number(*min)),
            ("max", tongue.number(*max)),
        ),
        Flaw::NoMax => tongue.say(word::FLAW_NO_MAX),
        Flaw::Steps { most } => one(word::FLAW_STEPS, "most", tongue.number(*most)),
        Flaw::NoStep => tongue.say(word::FLAW_NO_STEP),
        Flaw::Options => tongue.say(word::FLAW_OPTIONS),
        Flaw::OneFormula => tongue.say(word::FLAW_ONE_FORMULA),
        Flaw::Parts { fewest, most } => two(
            word::FLAW_PARTS,
            ("fewest", fewest.to_string()),
            ("most", most.to_string()),
        ),
        Flaw::Itself => tongue.say(word::FLAW_ITSELF),
        Flaw::Later { of } => one(word::FLAW_LATER, "of", of.clone()),
        Flaw::Undefined { of } => one(word::FLAW_UNDEFINED, "of", of.clone()),
        Flaw::DoesNotFit { of } => one(word::FLAW_DOES_NOT_FIT, "of", of.clone()),
        Flaw::NoEnglish => tongue.say(word::FLAW_NO_ENGLISH),
        Flaw::NoWord { language } => one(word::FLAW_NO_WORD, "language", language.clone()),
        Flaw::StrayWord { language } => one(word::FLAW_STRAY_WORD, "language", language.clone()),
    }
}
