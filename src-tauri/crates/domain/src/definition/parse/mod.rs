//! Strict parser of definitions in TOML.
//!
//! Every error names the file, line and field. The format is documented in
//! `assets/trackers/README.md`.

mod error;
mod labels;
mod questionnaire;
mod ranges;
mod references;
mod schema;
mod shared_options;
mod validate;

pub use error::{DefinitionError, DefinitionErrorKind, MAX_DEFINITION_LEN};

use super::Definition;
use serde::Deserialize;

/// Parses and validates a definition. `file` is used only in errors.
///
/// # Errors
/// Returns the first error found.
pub fn parse(file: &str, text: &str) -> Result<Definition, DefinitionError> {
    let error = |line, field, kind| DefinitionError {
        file: file.to_owned(),
        line,
        field,
        kind,
    };
    if text.len() > MAX_DEFINITION_LEN {
        return Err(error(1, None, DefinitionErrorKind::TooLong));
    }
    let raw = toml::Deserializer::parse(text)
        .and_then(schema::RawDefinition::deserialize)
        .map_err(|syntax| {
            let at = syntax.span().map_or(0, |span| span.start);
            let message = syntax.message().trim().replace('\n', " ");
            // The list of everything that could stand there also has the old names.
            let message = message
                .split(", expected one of")
                .next()
                .unwrap_or_default()
                .to_owned();
            error(
                line_of(text, at),
                entry_around(text, at),
                DefinitionErrorKind::Syntax { message },
            )
        })?;
    validate::validate(raw)
        .map_err(|located| error(line_of(text, located.at), located.field, located.kind))
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
}

/// Returns the value of `key` in the table that contains the byte offset `at`, to name the part in
/// the error.
fn entry_around(text: &str, at: usize) -> Option<String> {
    let end = text
        .get(at..)
        .and_then(|rest| rest.find('\n'))
        .map_or(text.len(), |n| at + n);
    let start = text.get(..end)?.rfind("\n[").map_or(0, |n| n + 1);
    let table = text.get(start..)?;
    let table = table
        .find("\n[")
        .map_or(table, |n| table.get(..n).unwrap_or(table));
    table.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == "key").then(|| value.trim().trim_matches('"').to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Definition;

    const VALID: &str = r#"
key = "walks"
covers = "span"
place = 1
licence = "free"
[words.en]
title = "Walks"
line = "{minutes}"
minutes = "How long?"
twice = "Twice as long"
[[field]]
key = "minutes"
type = "quantity"
unit = "min"
max = 900
[[measure]]
key = "twice"
unit = "min"
sum = ["minutes", "minutes"]
"#;

    fn read_changed(from: &str, to: &str) -> Result<Definition, DefinitionError> {
        assert!(
            VALID.contains(from),
            "the test changes something that is there: {from}"
        );
        parse("walks.toml", &VALID.replacen(from, to, 1))
    }

    #[track_caller]
    fn assert_error(from: &str, to: &str, line: usize, field: &str, kind: &DefinitionErrorKind) {
        let assert_error = read_changed(from, to).expect_err(to);
        assert_eq!(assert_error.file, "walks.toml");
        assert_eq!(
            (
                assert_error.line,
                assert_error.field.as_deref(),
                &assert_error.kind
            ),
            (line, Some(field), kind),
            "{to}"
        );
    }

    #[track_caller]
    fn assert_syntax_error(from: &str, to: &str, line: usize, field: &str, fragment: &str) {
        let assert_error = read_changed(from, to).expect_err(to);
        assert_eq!(
            (assert_error.line, assert_error.field.as_deref()),
            (line, Some(field))
        );
        assert!(
            matches!(&assert_error.kind, DefinitionErrorKind::Syntax { message } if message.contains(fragment)),
            "{assert_error}"
        );
    }

    #[test]
    fn complete_definition_is_parsed() {
        assert_eq!(
            parse("walks.toml", VALID).map(|d| d.key),
            Ok("walks".to_owned()),
            "nothing is wrong with it"
        );
    }

    #[test]
    fn unknown_property_error_names_file_line_and_field() {
        let message = "unknown field `maxx`";
        assert_syntax_error("max = 900", "maxx = 900", 15, "minutes", message);
    }

    #[test]
    fn unknown_formula_is_rejected_at_its_line() {
        assert_syntax_error(
            "sum = [",
            "median = [",
            19,
            "twice",
            "unknown field `median`",
        );
    }

    #[test]
    fn measure_may_only_reference_earlier_ones() {
        let sum = r#"sum = ["minutes", "minutes"]"#;
        let itself = r#"sum = ["minutes", "twice"]"#;
        assert_error(
            sum,
            itself,
            19,
            "twice",
            &DefinitionErrorKind::SelfReference,
        );
        let later =
            format!("{VALID}[[measure]]\nkey = \"thrice\"\nunit = \"min\"\nsum = [\"twice\"]\n")
                .replacen(r#"["minutes", "minutes"]"#, r#"["thrice"]"#, 1)
                .replacen("twice = ", "thrice = \"Thrice\"\ntwice = ", 1);
        let of = "thrice".to_owned();
        assert_eq!(
            parse("walks.toml", &later).map_err(|r| r.kind),
            Err(DefinitionErrorKind::ForwardReference { of }),
            "a cycle needs this"
        );
    }

    #[test]
    fn duplicate_key_is_rejected() {
        let (from, to) = ("key = \"twice\"", "key = \"minutes\"");
        assert_error(from, to, 17, "minutes", &DefinitionErrorKind::DuplicateKey);
        let (from, to) = ("max = 900", "max = 900\nmax = 800");
        assert_syntax_error(from, to, 16, "minutes", "duplicate key");
    }

    #[test]
    fn missing_extra_or_undefined_labels_are_rejected() {
        let language = "en".to_owned();
        let missing = DefinitionErrorKind::MissingLabel { language };
        assert_error("minutes = \"How long?\"\n", "", 6, "minutes", &missing);
        let language = "en".to_owned();
        let unknown = DefinitionErrorKind::UnknownLabel { language };
        let (from, to) = ("title = \"Walks\"", "title = \"Walks\"\nminute = \"x\"");
        assert_error(from, to, 6, "minute", &unknown);
        let of = "minuets".to_owned();
        let undefined = DefinitionErrorKind::UndefinedReference { of };
        assert_error("{minutes}", "{minuets}", 6, "line", &undefined);
    }

    #[test]
    fn non_finite_number_is_rejected() {
        let (from, to) = ("max = 900", "max = 900\nstride = inf");
        assert_error(from, to, 12, "minutes", &DefinitionErrorKind::NotFinite);
        let (from, to) = (
            "unit = \"min\"\nsum",
            "unit = \"min\"\nodd-above = nan\nsum",
        );
        assert_error(from, to, 17, "twice", &DefinitionErrorKind::NotFinite);
        let chart = "[[chart]]\nof = \"twice\"\nmark = \"bars\"\n";
        let (min, max) = (10.0, 0.0);
        for (range, kind) in [
            (
                "min = 10\nmax = 0\n",
                DefinitionErrorKind::EmptyRange { min, max },
            ),
            ("max = -inf\n", DefinitionErrorKind::NotFinite),
        ] {
            let assert_error = parse("walks.toml", &format!("{VALID}{chart}{range}"));
            assert_eq!(assert_error.map_err(|r| r.kind), Err(kind));
        }
    }

    #[test]
    fn empty_range_is_rejected() {
        let (from, to) = ("max = 900", "min = 900\nmax = 9");
        let (min, max) = (900.0, 9.0);
        assert_error(
            from,
            to,
            12,
            "minutes",
            &DefinitionErrorKind::EmptyRange { min, max },
        );
    }
}
