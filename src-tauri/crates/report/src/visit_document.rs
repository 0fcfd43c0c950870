//! Model of the visit page, shared by screen, print and plain text.

use crate::TreatmentSection;
use crate::cell::Cell;
use crate::picture::{LifeChart, Picture};
use serde::{Deserialize, Serialize};

/// The visit page with all its text localized. The order of its fields is the reading order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
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
    /// Whose page it is and for whom; may be empty.
    pub whose: String,
    /// The diagnosis as the patient was told it; may be empty.
    pub told: String,
    /// The days it covers.
    pub period: String,
    /// How many days were recorded (n of N).
    pub recorded: String,
    /// Headings of the sections.
    pub headings: VisitHeadings,
    /// What the patient wants to talk about.
    pub points: Vec<String>,
    /// Shown if there are no points.
    pub no_points: String,
    /// Dated changes.
    pub changes: Vec<Line>,
    /// Scores of questionnaires.
    pub scales: Vec<ScaleRow>,
    /// Changes larger than chance, each in a sentence.
    pub said: Vec<String>,
    /// The answers to question 9, which stand on a line of their own.
    pub nine: Vec<String>,
    /// Day by day: both periods on one time axis.
    pub picture: Picture,
    /// Each measure in this period and the one before.
    pub rows: Vec<Row>,
    /// Measures recorded too seldom for a figure, in one line; may be empty.
    pub seldom: String,
    /// Medicines with their plan and what became of the doses.
    pub medicines: Vec<MedicineLine>,
    /// Side effects, the most bothersome first.
    pub effects: Vec<Line>,
    /// What helped, in the patient's words.
    pub helped: String,
    /// What was hard, in the patient's words.
    pub hard: String,
    /// Small experiments and what came of them.
    pub experiments: Vec<Line>,
    /// Take-aways of therapy sessions.
    pub takeaways: Vec<Line>,
    /// Notes the patient chose.
    pub notes: Vec<Line>,
    /// Every entry, if there are only a few.
    pub entries: Vec<Line>,
    /// The safety plan, if the patient put it there.
    pub plan: Vec<Line>,
    /// Year by year: everything about treatment on one axis, if the patient put the history there.
    pub years: LifeChart,
    /// The treatment history and what else a first visit asks, if the patient put it there.
    pub history: Vec<TreatmentSection>,
    /// How the numbers are computed.
    pub method: String,
    /// Sentence about characters that can't be printed; empty if all can.
    pub missing: String,
    /// What made it and when, and that it is not a medical device.
    pub footer: String,
}

/// Headings of the sections.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VisitHeadings {
    /// What the patient wants to talk about.
    pub points: String,
    /// What changed.
    pub changes: String,
    /// Columns of the scores: first recorded, last visit, now.
    pub scores: Vec<String>,
    /// Day by day.
    pub days: String,
    /// The period before, with its days.
    pub before: [String; 2],
    /// This period, with its days.
    pub now: [String; 2],
    /// Life events.
    pub life: String,
    /// What the marks of the picture mean.
    pub legend: String,
    /// The mark where this period begins.
    pub split: String,
    /// The compact table of measures that are not drawn.
    pub numbers: String,
    /// Medicines, and the columns of their table.
    pub medicines: Vec<String>,
    /// Side effects.
    pub effects: String,
    /// What helped.
    pub helped: String,
    /// What was hard.
    pub hard: String,
    /// Small experiments.
    pub experiments: String,
    /// Take-aways.
    pub takeaways: String,
    /// Notes.
    pub notes: String,
    /// Entries.
    pub entries: String,
    /// The safety plan.
    pub plan: String,
    /// Lines to write on.
    pub agreed: String,
    /// Says what was left out for space.
    pub gone: String,
}

/// Scores of a questionnaire: first recorded, at the last visit, now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScaleRow {
    /// Its name.
    pub name: String,
    /// "0 to 27".
    pub range: String,
    /// Score and day of each column; empty where there is none.
    pub values: Vec<Cell>,
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
    /// Whether the picture has it too.
    pub drawn: bool,
}

/// A medicine on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MedicineLine {
    /// Its name.
    pub name: String,
    /// How much and when.
    pub how: String,
    /// Since when; and that it is not prescribed.
    pub since: String,
    /// "25 of 31".
    pub taken: String,
    /// "1, side effects".
    pub skipped: String,
    /// "5".
    pub unknown: String,
}

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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PaperSize {
    /// ISO 216 A4.
    #[default]
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

    /// Returns the paper size of that name; none if there is no such size.
    pub fn named(name: &str) -> Option<Self> {
        [Self::A4, Self::UsLetter]
            .into_iter()
            .find(|size| size.name() == name)
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
