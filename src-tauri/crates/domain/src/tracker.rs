//! Trackers: the user's settings for a definition (name, order, status, usual fields).

use crate::definition::Definition;
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
    #[serde(alias = "using")]
    pub status: TrackerStatus,
    /// Fields asked at the usual length; `None` for the default of the definition. An empty list
    /// leaves the tracker out of the usual length.
    #[serde(default)]
    pub usual: Option<Vec<String>>,
}

impl Tracker {
    /// Returns the default settings for a definition.
    pub fn default_for(definition: &Definition) -> Self {
        Self {
            name: None,
            position: f64::from(definition.order),
            status: if definition.disabled_by_default {
                TrackerStatus::Disabled
            } else {
                TrackerStatus::Active
            },
            usual: None,
        }
    }
}

/// Whether a tracker is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum TrackerStatus {
    /// Active: it is asked.
    #[serde(alias = "asked")]
    Active,
    /// Disabled; can be enabled again.
    #[serde(alias = "off")]
    Disabled,
    /// Archived: its history stays, but it is no longer offered.
    #[serde(alias = "retired")]
    Archived,
}

impl TrackerStatus {
    /// Returns the key stored in the journal.
    pub fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Disabled => "disabled",
            Self::Archived => "archived",
        }
    }

    /// Parses a stored key. An unknown key means `Disabled`, so that the tracker is not lost.
    pub fn from_key(key: &str) -> Self {
        [Self::Active, Self::Archived]
            .into_iter()
            .find(|u| u.key() == key)
            .unwrap_or(Self::Disabled)
    }
}

/// Maximum length of a custom name, in characters.
pub const MAX_NAME_LEN: usize = 60;
