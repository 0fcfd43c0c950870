//! Model of the week card.

use serde::{Deserialize, Serialize};

/// A week on paper, with all its text localized.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekCard {
    /// Language tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Typst's name of the paper size.
    pub paper: String,
    /// Title.
    pub title: String,
    /// What stands beside the line for the date.
    pub monday: String,
    /// The days, Monday first.
    pub days: Vec<String>,
    /// The rows.
    pub rows: Vec<WeekCardRow>,
    /// Heading of the lines for a word about each day.
    pub words: String,
    /// Heading of the lines for the next visit.
    pub visit: String,
    /// Footer.
    pub footer: String,
}

/// A row of the week card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekCardRow {
    /// Its name.
    pub name: String,
    /// Unit or scale; may be empty.
    pub note: String,
    /// Whether its cells are boxes to tick.
    pub tick: bool,
}
