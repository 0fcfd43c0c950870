//! What makes a tracker a questionnaire: its total, and the rules by which two totals are compared.

use serde::{Deserialize, Serialize};

/// A questionnaire with a total. Its bands are the tracker's bands of that total.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "snake_case"))]
pub struct Questionnaire {
    /// The field or measure with the total. Its chart says the range.
    pub total: String,
    /// Smallest change of the total that is more than measurement error; none if not settled.
    pub reliable_change: Option<f64>,
    /// A total below it counts as remission.
    pub remission_below: Option<f64>,
    /// Lowest earlier total against which half of it (a response) says anything.
    pub response_from: Option<f64>,
    /// The item about thoughts of death. A score of 1 or more shows help at once.
    pub support_item: Option<String>,
    /// How long it takes, in minutes; 0 for a score only.
    #[serde(default)]
    pub minutes: u32,
    /// Whether it is offered before any score was given.
    #[serde(default)]
    pub offered: bool,
}

/// Licences under which the words of the items may be shown.
pub const FREE_LICENCES: [&str; 2] = ["own", "free"];
