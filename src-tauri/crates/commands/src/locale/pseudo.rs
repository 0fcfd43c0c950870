//! Pseudo-locales for tests: one with longer accented words, one right-to-left.

/// Pseudo-locale with longer accented words: reveals missing translations and text that does not
/// fit.
pub const PSEUDO: &str = "en-XA";
/// Right-to-left pseudo-locale.
pub const PSEUDO_RTL: &str = "ar-XB";

/// Makes all text of a Fluent source accented and a third longer, except placeables and selectors.
pub(super) fn pseudo_source(source: &str) -> String {
    source
        .lines()
        .map(|line| {
            let is_key = line.starts_with(|c: char| c.is_ascii_lowercase());
            let split = if is_key {
                line.split_once(" = ")
            } else {
                line.split_once("] ")
            };
            let joint = if is_key { " = " } else { "] " };
            match split {
                Some((key, text)) if !text.contains("->") => {
                    format!("{key}{joint}{}\n", pseudo_line(text))
                }
                Some(_) | None => format!("{line}\n"),
            }
        })
        .collect()
}

/// Accents the letters of a line and makes it a third longer; text in braces is not changed.
pub(super) fn pseudo_line(text: &str) -> String {
    let mut depth = 0;
    let mut letters = 0;
    let mut text: String = text
        .chars()
        .map(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            let from = "aceinouyACEINOUY";
            let to = "áçéíñóúýÁÇÉÍÑÓÚÝ";
            let at = if depth == 0 {
                from.chars().position(|f| f == c)
            } else {
                None
            };
            letters += usize::from(depth == 0 && c.is_alphabetic());
            at.and_then(|i| to.chars().nth(i)).unwrap_or(c)
        })
        .collect();
    if letters > 3 {
        text.push_str(&"~".repeat(letters.div_ceil(3)));
    }
    text
}
