//! Trackers: the user's settings for a definition (name, order, status, usual fields).

use serde::{Deserialize, Serialize};

/// The user's settings for a definition. Changing them keeps everything recorded with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tracker {
    /// Custom name; `None` for the title of the definition.
    #[serde(default)]
    pub name: Option<String>,
    /// Sort order, lowest first.
    pub position: f64,
    /// Whether it is asked.
    pub using: Using,
    /// Fields asked at the usual length; `None` for the default of the definition. An empty list
    /// leaves the tracker out of the usual length.
    #[serde(default)]
    pub usual: Option<Vec<String>>,
}

/// Whether a tracker is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Using {
    /// Active: it is asked.
    Asked,
    /// Disabled; can be enabled again.
    Off,
    /// Archived: its history stays, but it is no longer offered.
    Retired,
}

impl Using {
    /// Returns the key stored in the journal.
    pub fn key(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Off => "off",
            Self::Retired => "retired",
        }
    }

    /// Parses a stored key. An unknown key means `Off`, so that the tracker is not lost.
    pub fn of(key: &str) -> Self {
        [Self::Asked, Self::Retired]
            .into_iter()
            .find(|u| u.key() == key)
            .unwrap_or(Self::Off)
    }
}

/// Maximum length of a custom name, in characters.
pub const LONGEST_NAME: usize = 60;
