//! The words of a definition, by language.
//!
//! Owns their lookup and the filling of `{placeholders}` in an entry's line. Must not know which
//! language is spoken: it is told.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Words of one definition in one language, by key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "Record<string, string>"))]
pub struct Words(pub BTreeMap<String, String>);

impl Words {
    /// The word for `key`, or the key itself: a gap must show, never break.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// The word for `key` where there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// One part of an entry's line: said only when all its placeholders are known.
///
/// `"{bed} – {up} | asleep about {asleep}"` has two parts; parts are separated by `|`.
pub fn fill_line(line: &str, known: impl Fn(&str) -> Option<String>) -> Vec<String> {
    line.split('|')
        .filter_map(|part| fill_part(part.trim(), &known))
        .collect()
}

fn fill_part(part: &str, known: &impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut said = String::new();
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('{') {
        let (key, tail) = after.split_once('}')?;
        said.push_str(before);
        said.push_str(&known(key)?);
        rest = tail;
    }
    said.push_str(rest);
    Some(said)
}

/// The placeholders of the parts that are said.
pub fn said_in(line: &str, known: impl Fn(&str) -> Option<String>) -> Vec<&str> {
    line.split('|')
        .filter(|part| fill_part(part, &known).is_some())
        .flat_map(placeholders)
        .collect()
}

/// The placeholders a line names, for the strict reading of a definition.
pub fn placeholders(line: &str) -> impl Iterator<Item = &str> {
    line.split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_with_an_unknown_answer_is_left_unsaid() {
        let known = |key: &str| (key == "minutes").then(|| "25 min".to_owned());
        assert_eq!(
            fill_line("{minutes} | felt {mood}", known),
            ["25 min"],
            "only what is known is said"
        );
    }
}
