//! Visits: the user's choices for the page they bring to an appointment.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The key that leaves medicines out of the page, beside the keys of trackers.
pub const MEDICINES: &str = "medicines";

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
        }
    }
}

impl Visit {
    /// Returns whether the page and exports include a tracker. Private trackers are excluded unless
    /// chosen.
    pub fn includes(&self, definition: &crate::Definition) -> bool {
        if definition.private {
            self.included_private.contains(&definition.key)
        } else {
            !self.excluded.contains(&definition.key)
        }
    }

    /// Returns whether the page lists medicines and marks changes of their doses.
    pub fn includes_medicines(&self) -> bool {
        !self.excluded.iter().any(|key| key == MEDICINES)
    }

    /// Returns the non-empty points, trimmed.
    pub fn non_empty_points(&self) -> impl Iterator<Item = &str> {
        self.points
            .iter()
            .map(|p| p.trim())
            .filter(|p| !p.is_empty())
    }
}
