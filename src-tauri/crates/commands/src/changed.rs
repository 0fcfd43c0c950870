//! Result of a change.

use serde::{Deserialize, Serialize};

/// A kind of data a view may show. A change names the topics to invalidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Topic {
    /// Entries and everything derived from them.
    Entries,
    /// The visit being prepared.
    Visit,
    /// The safety plan and the people.
    Support,
    /// Medicines, trials and health notes.
    Treatment,
    /// Preferences.
    Preferences,
    /// Trackers: which exist, their names and order.
    Trackers,
}

/// Result of a change that is already on disk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Changed {
    /// Topics to invalidate.
    pub topics: Vec<Topic>,
    /// Message that says what was done.
    pub message: String,
    /// The uid of the changed entry, if it concerns one.
    pub uid: Option<String>,
    /// Number of changed records.
    pub count: usize,
}

impl Changed {
    /// Creates the result of a change that concerns one topic and no entry.
    pub fn topic(topic: Topic, message: String) -> Self {
        Self {
            topics: vec![topic],
            message,
            uid: None,
            count: 0,
        }
    }
}
