//! Model of the pages about treatment: the list of medicines and the history.

use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// A page of titled sections, with all its text localized.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreatmentDocument {
    /// Language tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Typst's name of the paper size.
    pub paper: String,
    /// Title.
    pub title: String,
    /// The person's name; may be empty.
    pub name: String,
    /// Line below the title.
    pub lead: String,
    /// Its sections, in order.
    pub sections: Vec<TreatmentSection>,
    /// How the card is cut and folded.
    pub card_lead: String,
    /// Says on a card that the page holds more.
    pub more: String,
    /// Footer.
    pub footer: String,
}

/// A titled section: a table, lines, or that nothing was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TreatmentSection {
    /// Heading.
    pub title: String,
    /// Names of the columns; empty for lines.
    pub columns: Vec<String>,
    /// Rows of the table, one text for each column.
    pub rows: Vec<Vec<String>>,
    /// Lines.
    pub lines: Vec<String>,
}

/// Renders a page about treatment as plain text.
pub fn treatment_text(page: &TreatmentDocument) -> String {
    let mut out = format!("{}\n{}\n", page.title, page.lead);
    write_sections(&mut out, &page.sections);
    let _ = write!(out, "\n{}\n", page.footer);
    out
}

/// Writes sections as plain text.
pub(crate) fn write_sections(out: &mut String, sections: &[TreatmentSection]) {
    for section in sections {
        let _ = writeln!(out, "\n{}", section.title);
        for row in &section.rows {
            let cells = row
                .iter()
                .filter(|cell| !cell.is_empty())
                .map(String::as_str);
            let _ = writeln!(out, "{}", cells.collect::<Vec<_>>().join(" · "));
        }
        for line in &section.lines {
            let _ = writeln!(out, "{line}");
        }
    }
}
