//! A tracker: the person's own use of a definition.
//!
//! Owns what the person may say about one: its name, its place, whether it is asked and at which length. Must not
//! know what the definition asks.

use serde::{Deserialize, Serialize};

/// The person's own use of a definition. What was recorded with it stays, whatever is said here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tracker {
    /// The person's own name for it; none where the definition's title serves.
    #[serde(default)]
    pub name: Option<String>,
    /// Where it stands, lowest first.
    pub position: f64,
    /// Whether it is asked.
    pub using: Using,
    /// The fields the usual length asks; none where the definition's own choice serves. An empty list leaves the
    /// tracker out of the usual length.
    #[serde(default)]
    pub usual: Option<Vec<String>>,
}

/// Whether a tracker is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Using {
    /// It is asked.
    Asked,
    /// Switched off; it can be switched on again.
    Off,
    /// Put away for good: its history stays, it is offered no more.
    Retired,
}

impl Using {
    /// As the journal writes it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Off => "off",
            Self::Retired => "retired",
        }
    }

    /// Read back; what is not known is switched off, never lost.
    pub fn of(key: &str) -> Self {
        [Self::Asked, Self::Retired]
            .into_iter()
            .find(|u| u.key() == key)
            .unwrap_or(Self::Off)
    }
}

/// Longest name of the person's own, in characters.
pub const LONGEST_NAME: usize = 60;
