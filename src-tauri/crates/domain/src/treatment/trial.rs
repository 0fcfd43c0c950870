//! The history of every treatment that was tried.

use super::PartialDate;
use serde::{Deserialize, Serialize};

/// One treatment that was tried. What is empty or absent is not remembered or not said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Trial {
    /// The medicine, therapy or procedure.
    pub name: String,
    /// What it was.
    pub kind: TrialKind,
    /// The episode it belongs to, in the person's words.
    pub episode: String,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// Whether it goes on.
    pub ongoing: bool,
    /// Whether the dates are only about right.
    pub about: bool,
    /// The highest dose, or how many sessions.
    pub highest_dose: String,
    /// How many weeks at that dose.
    pub weeks: String,
    /// What it was combined with or added to.
    pub combined_with: String,
    /// How much it helped.
    pub helped: Option<Helped>,
    /// Scores before and after, as told: "PHQ-9 22 to 15".
    #[serde(default)]
    pub scores: String,
    /// Side effects.
    pub side_effects: String,
    /// Why it ended.
    pub why_stopped: String,
    /// How this is known.
    pub known: Known,
}

/// What kind of treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum TrialKind {
    /// A medicine.
    Medicine,
    /// A course of sessions: ECT, rTMS, ketamine and so on.
    Course,
    /// A psychotherapy.
    Therapy,
    /// Something else.
    Other,
}

/// How much a treatment helped, in the person's own view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Helped {
    /// Not at all.
    None,
    /// A little.
    ALittle,
    /// Half.
    Half,
    /// A lot.
    ALot,
    /// Fully well.
    Fully,
    /// Not remembered.
    DontRemember,
}

/// How something about the past is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Known {
    /// From memory.
    Memory,
    /// From a letter.
    Letter,
    /// From the pharmacy.
    Pharmacy,
    /// From this journal.
    Journal,
}
