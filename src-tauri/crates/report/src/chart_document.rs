//! Model of one chart of Trends as a picture.

use crate::Picture;
use serde::{Deserialize, Serialize};

/// A chart with all its text localized.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ChartDocument {
    /// Language tag of the text.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The measure's name.
    pub title: String,
    /// The days it covers, and its figures.
    pub lines: Vec<String>,
    /// The drawing: one row.
    pub picture: Picture,
    /// Names the row of life events.
    pub life: String,
    /// What the marks mean.
    pub legend: String,
    /// What made it and when.
    pub footer: String,
}
