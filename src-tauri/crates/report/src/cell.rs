//! A cell of the page's tables: a figure with n of N.

use serde::{Deserialize, Serialize};

/// A figure with how many days are behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Cell {
    /// The figure; empty if there is none.
    pub value: String,
    /// n of N, or the day.
    pub counted: String,
}

impl Cell {
    /// Returns both in one text.
    pub fn text(&self) -> String {
        let parts = [&self.value, &self.counted];
        let said = parts.into_iter().filter(|part| !part.is_empty());
        said.map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}
