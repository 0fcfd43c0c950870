//! Model of the visit page, shared by screen, print and plain text.

use domain::Figure;
use serde::{Deserialize, Serialize};

/// The visit page with all its text localized.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VisitDocument {
    /// Language tag of the text.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Paper size.
    pub paper: PaperSize,
    /// Title of the page and of the PDF.
    pub title: String,
    /// The days it covers.
    pub period: String,
    /// How many days were recorded (n of N).
    pub recorded: String,
    /// What the patient wants to talk about.
    pub points: Vec<String>,
    /// Shown if there are no points.
    pub no_points: String,
    /// Headings by section, in this order: points, numbers, this period, period before, charts,
    /// changes, notes, entries, medicines, plan.
    pub headings: Vec<String>,
    /// Each measure in this period and the one before.
    pub rows: Vec<Row>,
    /// The charts.
    pub figures: Vec<Figure>,
    /// Medicines with their plan and how many doses were marked taken.
    pub medicines: Vec<Line>,
    /// The safety plan, if the patient put it there.
    pub plan: Vec<Line>,
    /// Dated changes.
    pub changes: Vec<Line>,
    /// Notes the patient chose.
    pub notes: Vec<Line>,
    /// Every entry, if there are only a few.
    pub entries: Vec<Line>,
    /// How the numbers are computed.
    pub method: String,
    /// Sentence about characters that can't be printed; empty if all can.
    pub missing: String,
    /// What made it and when, and that it is not a medical device.
    pub footer: String,
}

/// One measure of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its scale and which direction is better; may be empty.
    pub scale: String,
    /// This period.
    pub now: Cell,
    /// The period before.
    pub before: Cell,
}

/// Text for one period.
pub type Cell = String;

/// A line with a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Line {
    /// The day, as text.
    pub day: String,
    /// Text of the line.
    pub text: String,
}

/// Paper size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PaperSize {
    /// ISO 216 A4.
    A4,
    /// US Letter.
    UsLetter,
}

impl PaperSize {
    /// Returns Typst's name of the paper size.
    pub fn name(self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|name| name.as_str().map(str::to_owned))
            .unwrap_or_else(|| "a4".to_owned())
    }

    /// Returns the usual paper size of a country (ISO 3166 alpha-2).
    pub fn for_country(country: &str) -> Self {
        match country {
            "US" | "CA" | "MX" | "PH" | "CL" | "CO" | "CR" | "GT" | "PA" | "PR" | "SV" | "VE" => {
                Self::UsLetter
            }
            _ => Self::A4,
        }
    }
}
