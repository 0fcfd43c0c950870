//! Inputs for fuzzing: a corpus, and random changes of it.

use crate::common::{self, Chance};
use crate::external_view;
use journal::JournalPaths;
use serde_json::Value;
use std::path::PathBuf;

/// Returns the seed inputs of a target: valid files, and past or likely findings.
pub fn corpus(target: &str, place: &JournalPaths) -> Vec<Vec<u8>> {
    let folders: &[&str] = match target {
        "definition" => &["assets/trackers", "tests/fuzz/definition"],
        "csv" => &["tests/fuzz/csv"],
        "keys" => &["tests/fuzz/keys"],
        _ => &["tests/fuzz/commands"],
    };
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| external_view::files(&common::root().join(folder)))
        .filter(|file| file.extension().is_none_or(|e| e != "md"))
        .collect();
    files.sort();
    let mut all: Vec<Vec<u8>> = files.iter().map(|f| std::fs::read(f).unwrap()).collect();
    if target == "keys" {
        all.push(std::fs::read(place.key_file()).unwrap());
    }
    all
}

/// Tokens that are significant to one of the parsers.
const WORDS: [&str; 36] = [
    "\"",
    "'",
    ",",
    ";",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "[[",
    "]]",
    "[[field]]",
    "{",
    "}",
    "=",
    "=cmd|",
    "key",
    "type",
    "null",
    "true",
    "-1",
    "0",
    "1e308",
    "-0.0",
    "NaN",
    "9223372036854775807",
    "18446744073709551616",
    "2026-02-30",
    "2026-03-29T02:30",
    "0000-00-00",
    "\u{202e}",
    "\u{feff}",
    "é",
    "e\u{301}",
    "🌧\u{fe0f}",
    "\\u0000",
    "mood",
];

/// Returns an input of the corpus with one to six random mutations.
pub fn mutated(chance: &mut Chance, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = corpus[chance.below(corpus.len())].clone();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        match chance.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 if at < bytes.len() => bytes[at] = chance.below(256) as u8,
            2 => bytes.truncate(at),
            3 => {
                let to = (at + chance.below(40)).min(bytes.len());
                bytes.drain(at..to);
            }
            4 => {
                let to = (at + chance.below(200)).min(bytes.len());
                let piece = bytes[at..to].to_vec();
                let into = chance.below(bytes.len() + 1);
                bytes.splice(into..into, piece);
            }
            5 => {
                let other = &corpus[chance.below(corpus.len())];
                let from = chance.below(other.len() + 1);
                bytes.splice(at..at, other[from..].iter().copied());
            }
            _ => {
                let word = WORDS[chance.below(WORDS.len())];
                bytes.splice(at..at, word.bytes());
            }
        }
        bytes.truncate(1 << 16);
    }
    bytes
}

/// Returns a value for an argument of type `kind`, plausible or arbitrary.
pub fn value(chance: &mut Chance, kind: &str, corpus: &[Value]) -> Value {
    let text = |chance: &mut Chance| {
        let known = [
            "exercise",
            "mood",
            "sleep",
            "2026-11-23",
            "2026-11",
            "note",
            "length",
            "usual",
            "day",
            "value",
        ];
        let mut text = match chance.below(3) {
            0 => WORDS[chance.below(WORDS.len())].to_owned(),
            _ => known[chance.below(known.len())].to_owned(),
        };
        if chance.below(6) == 0 {
            text = text.repeat(1 + chance.below(3000));
        }
        Value::from(text)
    };
    match kind {
        "String" => text(chance),
        "Option < String >" | "Option<String>" if chance.below(3) > 0 => text(chance),
        "bool" => Value::from(chance.below(2) == 0),
        "i64" => Value::from([0, 1, 2, 7, -1, i64::MAX, i64::MIN][chance.below(7)]),
        "Option<i32>" => Value::from([2026, 0, -1, 2025, i32::MAX, i32::MIN][chance.below(6)]),
        kind if kind.starts_with("Option<") && chance.below(3) == 0 => Value::Null,
        _ => {
            let mut value = corpus[chance.below(corpus.len())].clone();
            for _ in 0..chance.below(4) {
                disturb(chance, &mut value);
            }
            value
        }
    }
}

/// Changes one value somewhere inside `value`.
fn disturb(chance: &mut Chance, value: &mut Value) {
    match value {
        Value::Object(map) if !map.is_empty() && chance.below(5) > 0 => {
            let nth = chance.below(map.len());
            if let Some(inner) = map.values_mut().nth(nth) {
                disturb(chance, inner);
            }
        }
        Value::Array(all) if !all.is_empty() && chance.below(5) > 0 => {
            let nth = chance.below(all.len());
            disturb(chance, &mut all[nth]);
        }
        other => {
            let kinds = ["String", "i64", "bool"];
            *other = match chance.below(5) {
                0 => Value::Null,
                1 => serde_json::json!([1.5e300, -3.7, 11]),
                n => self::value(chance, kinds[n % 3], &[Value::Null]),
            };
        }
    }
}
