//! Labels of a definition, with lookup and filling of `{placeholders}` in an entry's line.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Labels of one definition in one language, by key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "Record<string, string>"))]
pub struct Labels(pub BTreeMap<String, String>);

impl Labels {
    /// Returns the label for `key`, or the key itself: a missing label must show, not fail.
    pub fn get_or_key<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// Returns the label for `key`, if there is one.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// Fills the placeholders of an entry's line and returns its parts. A part with an unknown
/// placeholder is left out.
///
/// `"{bed} – {up} | asleep about {asleep}"` has two parts; parts are separated by `|`.
pub fn fill_template(line: &str, known: impl Fn(&str) -> Option<String>) -> Vec<String> {
    line.split('|')
        .filter_map(|part| fill_part(part.trim(), &known))
        .collect()
}

fn fill_part(part: &str, known: &impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut text = String::new();
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('{') {
        let (key, tail) = after.split_once('}')?;
        text.push_str(before);
        text.push_str(&known(key)?);
        rest = tail;
    }
    text.push_str(rest);
    Some(text)
}

/// Returns the placeholders of the parts that have no unknown placeholder.
pub fn used_placeholders(line: &str, known: impl Fn(&str) -> Option<String>) -> Vec<&str> {
    line.split('|')
        .filter(|part| fill_part(part, &known).is_some())
        .flat_map(placeholders)
        .collect()
}

/// Returns the placeholders in a line, for validation of a definition.
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
    fn part_with_unknown_answer_is_omitted() {
        let known = |key: &str| (key == "minutes").then(|| "25 min".to_owned());
        assert_eq!(
            fill_template("{minutes} | felt {mood}", known),
            ["25 min"],
            "only what is known is said"
        );
    }
}
