//! A visit: what the patient wants to talk about and what the page holds.
//!
//! Owns the ledger entry of a visit. Must not know how the page is laid out.

use serde::{Deserialize, Serialize};

/// The page for one visit, as the patient prepared it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Visit {
    /// What the patient wants to talk about, in their words and order.
    pub points: Vec<String>,
    /// How many days back the page goes.
    pub days: u32,
    /// Name to print, if any.
    pub name: String,
    /// Trackers left out of the page.
    pub left_out: Vec<String>,
    /// Private trackers put into the page and into copies.
    #[serde(default)]
    pub put_in: Vec<String>,
    /// Entries whose note the patient chose to show.
    pub notes: Vec<String>,
}

impl Default for Visit {
    fn default() -> Self {
        Self {
            points: Vec::new(),
            days: 90,
            name: String::new(),
            left_out: Vec::new(),
            put_in: Vec::new(),
            notes: Vec::new(),
        }
    }
}

impl Visit {
    /// Whether the page and the copies hold a tracker: private ones only where they were put in.
    pub fn holds(&self, definition: &crate::Definition) -> bool {
        if definition.private {
            self.put_in.contains(&definition.key)
        } else {
            !self.left_out.contains(&definition.key)
        }
    }

    /// Points that say something.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        self.points
            .iter()
            .map(|p| p.trim())
            .filter(|p| !p.is_empty())
    }
}
