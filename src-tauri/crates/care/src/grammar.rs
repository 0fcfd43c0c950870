//! Strict parser of definitions in TOML.
//!
//! Every error names the file, line and field. The format is documented in
//! `assets/trackers/README.md`.

mod flaw;
mod numbers;
mod rules;
mod text;
mod worded;

pub use flaw::Flaw;

use crate::definition::Definition;
use serde::Deserialize;

/// Error in a definition, with what a message about it needs.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{file}, line {line}, {field:?}: {why:?}")]
pub struct Refused {
    /// The file, as the user named it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Key of the field, measure, band or chart, if the error is in one.
    pub field: Option<String>,
    /// The kind of error.
    pub why: Flaw,
}

/// Maximum size of a definition, in bytes.
pub const LONGEST: usize = 256 * 1024;

/// Parses and validates a definition. `file` is used only in errors.
///
/// # Errors
/// Returns the first error found.
pub fn read(file: &str, text: &str) -> Result<Definition, Refused> {
    let refuse = |line, field, why| Refused {
        file: file.to_owned(),
        line,
        field,
        why,
    };
    if text.len() > LONGEST {
        return Err(refuse(1, None, Flaw::Long));
    }
    let raw = toml::Deserializer::parse(text)
        .and_then(text::DefinitionText::deserialize)
        .map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let said = error.message().trim().replace('\n', " ");
            refuse(
                line_of(text, at),
                entry_around(text, at),
                Flaw::Form { said },
            )
        })?;
    rules::accept(raw).map_err(|fault| refuse(line_of(text, fault.at), fault.field, fault.why))
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
    use super::{Flaw, Refused, read};
    use crate::definition::Definition;

    const GOOD: &str = r#"
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

    fn read_changed(from: &str, to: &str) -> Result<Definition, Refused> {
        assert!(
            GOOD.contains(from),
            "the test changes something that is there: {from}"
        );
        read("walks.toml", &GOOD.replacen(from, to, 1))
    }

    #[track_caller]
    fn refused(from: &str, to: &str, line: usize, field: &str, why: &Flaw) {
        let refused = read_changed(from, to).expect_err(to);
        assert_eq!(refused.file, "walks.toml");
        assert_eq!(
            (refused.line, refused.field.as_deref(), &refused.why),
            (line, Some(field), why),
            "{to}"
        );
    }

    #[track_caller]
    fn misread(from: &str, to: &str, line: usize, field: &str, begins: &str) {
        let refused = read_changed(from, to).expect_err(to);
        assert_eq!(
            (refused.line, refused.field.as_deref()),
            (line, Some(field))
        );
        assert!(
            matches!(&refused.why, Flaw::Form { said } if said.contains(begins)),
            "{refused}"
        );
    }

    #[test]
    fn complete_definition_is_parsed() {
        assert_eq!(
            read("walks.toml", GOOD).map(|d| d.key),
            Ok("walks".to_owned()),
            "nothing is wrong with it"
        );
    }

    #[test]
    fn unknown_property_error_names_file_line_and_field() {
        let said = "unknown field `maxx`";
        misread("max = 900", "maxx = 900", 15, "minutes", said);
    }

    #[test]
    fn unknown_formula_is_rejected_at_its_line() {
        misread(
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
        refused(sum, itself, 19, "twice", &Flaw::Itself);
        let later =
            format!("{GOOD}[[measure]]\nkey = \"thrice\"\nunit = \"min\"\nsum = [\"twice\"]\n")
                .replacen(r#"["minutes", "minutes"]"#, r#"["thrice"]"#, 1)
                .replacen("twice = ", "thrice = \"Thrice\"\ntwice = ", 1);
        let of = "thrice".to_owned();
        assert_eq!(
            read("walks.toml", &later).map_err(|r| r.why),
            Err(Flaw::Later { of }),
            "a cycle needs this"
        );
    }

    #[test]
    fn duplicate_key_is_rejected() {
        let (from, to) = ("key = \"twice\"", "key = \"minutes\"");
        refused(from, to, 17, "minutes", &Flaw::KeyTwice);
        let (from, to) = ("max = 900", "max = 900\nmax = 800");
        misread(from, to, 16, "minutes", "duplicate key");
    }

    #[test]
    fn missing_extra_or_undefined_labels_are_rejected() {
        let language = "en".to_owned();
        let no_word = Flaw::NoWord { language };
        refused("minutes = \"How long?\"\n", "", 6, "minutes", &no_word);
        let language = "en".to_owned();
        let stray = Flaw::StrayWord { language };
        let (from, to) = ("title = \"Walks\"", "title = \"Walks\"\nminute = \"x\"");
        refused(from, to, 6, "minute", &stray);
        let of = "minuets".to_owned();
        let undefined = Flaw::Undefined { of };
        refused("{minutes}", "{minuets}", 6, "line", &undefined);
    }

    #[test]
    fn non_finite_number_is_rejected() {
        let (from, to) = ("max = 900", "max = 900\nstride = inf");
        refused(from, to, 12, "minutes", &Flaw::NoNumber);
        let (from, to) = (
            "unit = \"min\"\nsum",
            "unit = \"min\"\nodd-above = nan\nsum",
        );
        refused(from, to, 17, "twice", &Flaw::NoNumber);
        let chart = "[[chart]]\nof = \"twice\"\nmark = \"bars\"\n";
        let (min, max) = (10.0, 0.0);
        for (range, why) in [
            ("min = 10\nmax = 0\n", Flaw::EmptyRange { min, max }),
            ("max = -inf\n", Flaw::NoNumber),
        ] {
            let refused = read("walks.toml", &format!("{GOOD}{chart}{range}"));
            assert_eq!(refused.map_err(|r| r.why), Err(why));
        }
    }

    #[test]
    fn empty_range_is_rejected() {
        let (from, to) = ("max = 900", "min = 900\nmax = 9");
        let (min, max) = (900.0, 9.0);
        refused(from, to, 12, "minutes", &Flaw::EmptyRange { min, max });
    }
}
