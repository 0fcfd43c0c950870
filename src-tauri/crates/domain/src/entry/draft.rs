//! Unvalidated answers, from the window, a file or the command line.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An entry as typed, before validation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Draft {
    /// Key of the tracker.
    pub tracker: String,
    /// The patient's day, YYYY-MM-DD; for a night, the day of waking.
    pub day: String,
    /// When it happened, HH:MM on that day, if known.
    #[serde(default)]
    pub at: Option<String>,
    /// IANA zone it happened in; the computer's zone if absent.
    #[serde(default)]
    pub zone: Option<String>,
    /// IANA zone a night began in, if it differs from the zone it ended in.
    #[serde(default, alias = "began")]
    pub start_zone: Option<String>,
    /// Answers by field. An absent field was not answered.
    #[serde(default)]
    pub values: BTreeMap<String, Answer>,
    /// A note on the entry.
    #[serde(default)]
    pub note: String,
    /// Whether to add a further entry of a once-a-day tracker, next to the existing one.
    #[serde(default)]
    pub another: bool,
}

/// One answer as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Answer {
    /// Yes or no.
    Bool(bool),
    /// An amount or a point on a scale.
    Number(f64),
    /// A time, an option key or free text.
    Text(String),
    /// Several option keys.
    Choices(Vec<String>),
    /// Several amounts.
    Numbers(Vec<f64>),
}
