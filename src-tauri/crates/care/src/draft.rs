//! An answer before it is checked.
//!
//! Owns the form in which answers arrive, from the window, a file or a terminal. Must not know whether
//! they can be right.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What someone typed, on its way to being an entry.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Draft {
    /// Key of the tracker.
    pub tracker: String,
    /// The patient's day, YYYY-MM-DD; for a night the day of waking.
    pub day: String,
    /// When it happened, HH:MM on that day, where that is known.
    #[serde(default)]
    pub at: Option<String>,
    /// The IANA zone it happened in; the computer's own where nothing is said.
    #[serde(default)]
    pub zone: Option<String>,
    /// The IANA zone a night began in, where that is another: in bed in one and up in another.
    #[serde(default)]
    pub began: Option<String>,
    /// Answers by field. What is absent was not answered.
    #[serde(default)]
    pub values: BTreeMap<String, Answer>,
    /// A note beside the answers.
    #[serde(default)]
    pub note: String,
    /// A further entry of a tracker that is asked once a day, beside the one that is there.
    #[serde(default)]
    pub another: bool,
}

/// One answer as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Answer {
    /// Yes or no.
    Truth(bool),
    /// An amount, a point on a scale.
    Number(f64),
    /// A time, an option, words.
    Text(String),
    /// Several options.
    Several(Vec<String>),
    /// Several amounts.
    Amounts(Vec<f64>),
}
