//! What the page says, in its order.
//!
//! Owns the shape shared by screen, print and text.

use care::Figure;
use serde::{Deserialize, Serialize};

/// The page, worded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Page {
    /// Language tag of the words.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Size of the sheet.
    pub paper: Paper,
    /// The title, also of the file.
    pub title: String,
    /// The days it covers.
    pub period: String,
    /// n of N days recorded.
    pub recorded: String,
    /// What the patient wants to talk about.
    pub points: Vec<String>,
    /// Said where there are no points.
    pub no_points: String,
    /// Headings by section, in the order: points, numbers, this period, period before, charts, changes, notes, entries.
    pub headings: Vec<String>,
    /// Each measure now and before.
    pub rows: Vec<Row>,
    /// The charts.
    pub figures: Vec<Figure>,
    /// Dated changes.
    pub changes: Vec<Line>,
    /// Notes the patient chose.
    pub notes: Vec<Line>,
    /// Every entry, where there are only a few.
    pub entries: Vec<Line>,
    /// How the numbers are made.
    pub method: String,
    /// Characters that can't be printed, said in a sentence; empty where all can.
    pub missing: String,
    /// Who made it, when, and that it is no medical device.
    pub footer: String,
}

/// One measure in the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its scale and which way is good; may be empty.
    pub scale: String,
    /// This period.
    pub now: Cell,
    /// The period before.
    pub before: Cell,
}

/// What one period says.
pub type Cell = String;

/// A dated line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Line {
    /// Which day.
    pub day: String,
    /// What it says.
    pub text: String,
}

/// Size of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Paper {
    /// ISO 216 A4.
    A4,
    /// US Letter.
    UsLetter,
}

impl Paper {
    /// The name Typst knows it by.
    pub fn name(self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|name| name.as_str().map(str::to_owned))
            .unwrap_or_else(|| "a4".to_owned())
    }

    /// The sheet that is usual in a country (ISO 3166 alpha-2).
    pub fn of(country: &str) -> Self {
        match country {
            "US" | "CA" | "MX" | "PH" | "CL" | "CO" | "CR" | "GT" | "PA" | "PR" | "SV" | "VE" => {
                Self::UsLetter
            }
            _ => Self::A4,
        }
    }
}
