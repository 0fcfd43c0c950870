//! Glyph coverage of the bundled typeface.
//!
//! Replaces characters it can't print: a page with a ¤ is better than no page.

use std::sync::LazyLock;

static FACE: LazyLock<Option<ttf_parser::Face<'static>>> =
    LazyLock::new(|| ttf_parser::Face::parse(crate::pdf::REGULAR, 0).ok());

/// Returns the text with unprintable characters replaced by ¤, and how many there were. Invisible
/// and control characters are dropped and not counted.
pub fn printable(text: &str) -> (String, usize) {
    let mut missing = 0;
    let printed = text
        .chars()
        .filter_map(|c| match c {
            '\n' | '\t' => Some(' '),
            _ if c.is_control() || is_invisible(c) => None,
            _ if has_glyph(c) => Some(c),
            _ => {
                missing += 1;
                Some('¤')
            }
        })
        .collect();
    (printed, missing)
}

fn has_glyph(c: char) -> bool {
    FACE.as_ref()
        .is_some_and(|face| face.glyph_index(c).is_some())
}

/// Returns whether it is a joiner, variation selector or direction mark, with nothing to print on
/// its own.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_missing_in_font_are_counted() {
        assert_eq!(
            printable("Añil – 4 °C…"),
            ("Añil – 4 °C…".into(), 0),
            "Latin prints"
        );
        assert_eq!(printable("a😀b"), ("a¤b".into(), 1), "an emoji does not");
        assert_eq!(
            printable("a\u{202e}b\u{0}"),
            ("ab".into(), 0),
            "direction marks and controls say nothing"
        );
    }
}
