//! Glyph coverage of the typefaces.
//!
//! Replaces characters it can't print: a page with a ¤ is better than no page.

use crate::typefaces::can_print;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

/// Signs that people write and their nearest spelling, for those the typeface lacks.
const SPELLINGS: &[(char, &str)] = &[
    // As in "mcg", which is safer to read than a µ (ISMP).
    ('µ', "mc"),
    ('\u{2010}', "-"),
    ('\u{2011}', "-"),
    ('\u{2012}', "–"),
    ('\u{2015}', "—"),
    ('→', "->"),
    ('←', "<-"),
    ('↔', "<->"),
    ('⇒', "=>"),
    ('↑', "up"),
    ('↓', "down"),
    ('≤', "<="),
    ('≥', ">="),
    ('≈', "~"),
    ('≠', "!="),
    ('−', "-"),
    ('℃', "°C"),
    ('℉', "°F"),
    ('✓', "(x)"),
    ('✔', "(x)"),
    ('☑', "(x)"),
    ('☐', "( )"),
    ('✗', "(-)"),
    ('★', "*"),
    ('☆', "*"),
    ('…', "..."),
    ('\u{2028}', " "),
    ('\u{2029}', " "),
];

/// Returns the text with unprintable characters replaced by ¤, and how many there were. Accents are
/// composed, common signs spelled out where the typeface lacks them; invisible and control characters
/// are dropped and not counted.
pub fn printable(text: &str) -> (String, usize) {
    let mut missing = 0;
    let mut printed = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            '\n' | '\t' => printed.push(' '),
            '\u{200c}' | '\u{200d}' if printed.ends_with(joins) => printed.push(c),
            _ if c.is_control() || is_invisible(c) => {}
            _ if can_print(c) => printed.push(c),
            _ if c.is_whitespace() => printed.push(' '),
            _ => match spelling(c) {
                Some(spelled) => printed.push_str(spelled),
                None => {
                    missing += 1;
                    printed.push('¤');
                }
            },
        }
    }
    (printed, missing)
}

/// Longest part of a word that fits the narrowest column.
const LONGEST_PART: usize = 18;

/// Lets a very long word break, where it would run over what stands beside it or off the sheet.
fn breakable(text: &str) -> String {
    let mut broken = String::with_capacity(text.len());
    let mut length = 0;
    for c in text.chars() {
        if c.is_whitespace() || c == '-' {
            length = 0;
        } else if length == LONGEST_PART {
            broken.push('\u{200b}');
            length = 0;
        }
        length += 1;
        broken.push(c);
    }
    broken
}

/// Returns the nearest spelling of a sign that the typeface can print.
fn spelling(c: char) -> Option<&'static str> {
    let found = SPELLINGS.iter().find(|(sign, _)| *sign == c)?.1;
    found.chars().all(can_print).then_some(found)
}

/// Returns a page with every text made printable, and how many characters could not be printed.
pub fn printable_page<T: Serialize + DeserializeOwned>(page: T) -> (T, usize) {
    let mut missing = 0;
    let printed = serde_json::to_value(&page).ok().and_then(|mut value| {
        replace_texts(&mut value, &mut missing);
        serde_json::from_value(value).ok()
    });
    (printed.unwrap_or(page), missing)
}

fn replace_texts(value: &mut Value, missing: &mut usize) {
    match value {
        Value::String(text) => {
            let (printed, count) = printable(text);
            *text = breakable(&printed);
            *missing += count;
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| replace_texts(item, missing)),
        Value::Object(fields) => fields.values_mut().for_each(|f| replace_texts(f, missing)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Returns whether a letter's form depends on a joiner after it: Arabic and the scripts of India.
fn joins(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{dff}')
}

/// Returns whether it is a joiner, variation selector or direction mark, with nothing to print on
/// its own.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_can_break() {
        assert_eq!(
            breakable("a plain sentence of words"),
            "a plain sentence of words"
        );
        let long = "x".repeat(40);
        let parts: Vec<usize> = breakable(&long).split('\u{200b}').map(str::len).collect();
        assert_eq!(parts, [18, 18, 4]);
    }

    #[test]
    fn characters_missing_in_font_are_counted() {
        assert_eq!(
            printable("Añil – 4 °C…"),
            ("Añil – 4 °C…".into(), 0),
            "Latin prints"
        );
        let unassigned = "a\u{10fffd}b";
        assert_eq!(
            printable(unassigned),
            ("a¤b".into(), 1),
            "an unknown sign does not"
        );
        assert_eq!(
            printable("n\u{303}o 5\u{2011}6\u{ad} → ≤ 3 µg ✓").1,
            0,
            "accents and common signs do"
        );
        assert_eq!(printable("n\u{303}").0, "ñ");
        let others = "Ελλάδα Київ שלום سلام → ≤ ✓ µg";
        assert_eq!(printable(others), (others.into(), 0), "and other alphabets");
        assert_eq!(
            printable("می\u{200c}روم").0,
            "می\u{200c}روم",
            "with their joiners"
        );
        assert_eq!(
            printable("a\u{202e}b\u{0}"),
            ("ab".into(), 0),
            "direction marks and controls say nothing"
        );
    }
}
