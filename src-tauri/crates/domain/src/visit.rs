//! Visits: the user's choices for the page they bring to an appointment.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Keys that leave a section out of the page, beside the keys of trackers.
pub mod section {
    /// Medicines, their changes and lanes.
    pub const MEDICINES: &str = "medicines";
    /// Dated changes.
    pub const CHANGES: &str = "section-changes";
    /// Questionnaires.
    pub const SCALES: &str = "section-scales";
    /// Day by day.
    pub const PICTURE: &str = "section-picture";
    /// Side effects.
    pub const EFFECTS: &str = "section-effects";
    /// Small experiments.
    pub const EXPERIMENTS: &str = "section-experiments";
    /// Life events.
    pub const LIFE: &str = "section-life";
    /// Courses and therapies: sessions and take-aways.
    pub const COURSES: &str = "section-courses";
    /// Date of birth, and the diagnosis as the person was told it.
    pub const ABOUT: &str = "section-about";

    /// All of them, in the order of the page.
    pub const ALL: [&str; 9] = [
        ABOUT,
        CHANGES,
        SCALES,
        PICTURE,
        LIFE,
        MEDICINES,
        COURSES,
        EFFECTS,
        EXPERIMENTS,
    ];
}

/// The page for one visit, as prepared by the patient.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Visit {
    /// What the patient wants to talk about, in their words and order.
    pub points: Vec<String>,
    /// Number of days the page covers.
    pub days: u32,
    /// Name to print, if any.
    pub name: String,
    /// Keys of trackers excluded from the page.
    #[serde(alias = "left_out")]
    pub excluded: Vec<String>,
    /// Keys of private trackers included in the page and in exports.
    #[serde(default, alias = "put_in")]
    pub included_private: Vec<String>,
    /// Uids of entries whose note the patient chose to show.
    pub notes: Vec<String>,
    /// The day of the appointment, YYYY-MM-DD, if the patient set one.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub date: Option<NaiveDate>,
    /// Whether the page has the safety plan on it.
    #[serde(default)]
    pub with_plan: bool,
    /// Whether the page leaves out the answers about thoughts of death (question 9).
    #[serde(default)]
    pub without_support_item: bool,
    /// With whom the visit is.
    #[serde(default)]
    pub with: String,
    /// Whether the page covers the days since the last visit, if there was one.
    #[serde(default = "yes")]
    pub since_last: bool,
    /// What helped, in the patient's words.
    #[serde(default)]
    pub helped: String,
    /// What was hard, in the patient's words.
    #[serde(default)]
    pub hard: String,
    /// Whether the page has the treatment history and what else a first visit asks.
    #[serde(default)]
    pub with_history: bool,
    /// Whether the page leaves out dates, names and free text.
    #[serde(default)]
    pub less_identifying: bool,
    /// Language of the page; none for that of the interface.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub language: Option<String>,
    /// Paper size, `a4` or `us-letter`; none for that of the country.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub paper: Option<String>,
    /// Date of birth to print, as typed; may be empty.
    #[serde(default)]
    pub born: String,
    /// The diagnosis as the person was told it, and by whom; may be empty.
    #[serde(default)]
    pub diagnosis: String,
    /// For a visit that has been: what was agreed.
    #[serde(default)]
    pub agreed: String,
    /// For a visit that has been: the page as it was, as text.
    #[serde(default)]
    pub page: String,
}

fn yes() -> bool {
    true
}

impl Default for Visit {
    fn default() -> Self {
        Self {
            points: Vec::new(),
            days: 90,
            name: String::new(),
            excluded: Vec::new(),
            included_private: Vec::new(),
            notes: Vec::new(),
            date: None,
            with_plan: false,
            without_support_item: false,
            with: String::new(),
            since_last: true,
            helped: String::new(),
            hard: String::new(),
            with_history: false,
            less_identifying: false,
            language: None,
            paper: None,
            born: String::new(),
            diagnosis: String::new(),
            agreed: String::new(),
            page: String::new(),
        }
    }
}

impl Visit {
    /// Returns whether the page and exports include a tracker. Private trackers are excluded unless
    /// chosen.
    pub fn includes(&self, definition: &crate::Definition) -> bool {
        if definition.questionnaire.is_some() && !self.has(section::SCALES) {
            return false;
        }
        if definition.private {
            self.included_private.contains(&definition.key)
        } else {
            !self.excluded.contains(&definition.key)
        }
    }

    /// Returns whether the page has a section.
    pub fn has(&self, section: &str) -> bool {
        !self.excluded.iter().any(|key| key == section)
    }

    /// Returns the non-empty points, trimmed.
    pub fn non_empty_points(&self) -> impl Iterator<Item = &str> {
        self.points
            .iter()
            .map(|p| p.trim())
            .filter(|p| !p.is_empty())
    }
}
