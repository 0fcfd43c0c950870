//! Reading a definition from its TOML, strictly.
//!
//! Owns what is refused, and that each refusal names file, line and field. The grammar itself is told
//! once, in `assets/trackers/README.md`. Must not know where files lie.

mod rules;
mod text;

use crate::definition::Definition;
use serde::Deserialize;

/// Why a definition is not accepted: file, line, field and reason in one sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}{}: {why}", field.as_ref().map(|f| format!(", `{f}`")).unwrap_or_default())]
pub struct Refused {
    /// The file as the person named it.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// The field, measure, band or chart it is about, where there is one.
    pub field: Option<String>,
    /// What is wrong and how to mend it.
    pub why: String,
}

/// Longest definition accepted, in bytes: a tracker is a page of text.
pub const LONGEST: usize = 256 * 1024;

/// Reads a definition. `file` is only for messages.
pub fn read(file: &str, text: &str) -> Result<Definition, Refused> {
    let refuse = |line, field, why| Refused {
        file: file.to_owned(),
        line,
        field,
        why,
    };
    if text.len() > LONGEST {
        return Err(refuse(
            1,
            None,
            format!(
                "longer than {} KiB; a definition is a page of text",
                LONGEST / 1024
            ),
        ));
    }
    let raw = toml::Deserializer::parse(text)
        .and_then(text::DefinitionText::deserialize)
        .map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            refuse(
                line_of(text, at),
                entry_around(text, at),
                error.message().trim().replace('\n', " "),
            )
        })?;
    rules::accept(raw).map_err(|fault| refuse(line_of(text, fault.at), fault.field, fault.why))
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
}

/// The `key = "…"` of the table the fault lies in: what the author calls it.
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
    use super::read;

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

    fn refusal(from: &str, to: &str) -> String {
        assert!(
            GOOD.contains(from),
            "the test changes something that is there: {from}"
        );
        match read("walks.toml", &GOOD.replacen(from, to, 1)) {
            Ok(_) => format!("accepted {to}"),
            Err(refused) => refused.to_string(),
        }
    }

    #[test]
    fn a_whole_definition_is_read() {
        assert_eq!(
            read("walks.toml", GOOD).map(|d| d.key),
            Ok("walks".to_owned()),
            "nothing is wrong with it"
        );
    }

    #[test]
    fn a_typo_names_file_line_and_field() {
        let said = refusal("max = 900", "maxx = 900");
        assert!(
            said.starts_with("walks.toml, line 15, `minutes`: unknown field `maxx`"),
            "{said}"
        );
    }

    #[test]
    fn an_unknown_formula_is_refused_where_it_stands() {
        let said = refusal("sum = [", "median = [");
        assert!(
            said.starts_with("walks.toml, line 19, `twice`: unknown field `median`"),
            "{said}"
        );
    }

    #[test]
    fn a_measure_may_only_refer_to_what_comes_before_it() {
        let said = refusal(
            r#"sum = ["minutes", "minutes"]"#,
            r#"sum = ["minutes", "twice"]"#,
        );
        assert!(
            said.contains("line 19, `twice`: refers to itself"),
            "{said}"
        );
        let later =
            format!("{GOOD}[[measure]]\nkey = \"thrice\"\nunit = \"min\"\nsum = [\"twice\"]\n")
                .replacen(r#"["minutes", "minutes"]"#, r#"["thrice"]"#, 1)
                .replacen("twice = ", "thrice = \"Thrice\"\ntwice = ", 1);
        let said = read("walks.toml", &later).map_or_else(|e| e.to_string(), |_| "accepted".into());
        assert!(
            said.contains("`twice`: refers to `thrice`, which comes later"),
            "a cycle needs this: {said}"
        );
    }

    #[test]
    fn a_key_may_stand_once() {
        let said = refusal("key = \"twice\"", "key = \"minutes\"");
        assert!(
            said.contains("line 17, `minutes`: the key stands twice"),
            "{said}"
        );
        let said = refusal("max = 900", "max = 900\nmax = 800");
        assert!(
            said.contains("walks.toml, line 16") && said.contains("duplicate key"),
            "{said}"
        );
    }

    #[test]
    fn words_are_asked_for_and_no_others() {
        let said = refusal("minutes = \"How long?\"\n", "");
        assert!(
            said.contains("`minutes`: [words.en] has no word for it"),
            "{said}"
        );
        let said = refusal("title = \"Walks\"", "title = \"Walks\"\nminute = \"x\"");
        assert!(
            said.contains("`minute`: [words.en] words nothing that is defined"),
            "{said}"
        );
        let said = refusal("{minutes}", "{minuets}");
        assert!(
            said.contains("`line`: names `minuets`, which is not defined"),
            "{said}"
        );
    }

    #[test]
    fn ranges_that_hold_nothing_are_refused() {
        let said = refusal("max = 900", "min = 900\nmax = 9");
        assert!(
            said.contains("`minutes`: min 900 is not below max 9"),
            "{said}"
        );
    }
}
