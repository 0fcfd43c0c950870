//! How an entry was made.

use serde::{Deserialize, Serialize};

/// How an entry was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Source {
    /// Entered by hand.
    Hand,
    /// Copied from the entry of the day before.
    CopiedFromPreviousDay,
    /// Made by an importer, by its name.
    Other(String),
}

impl Source {
    /// Returns the key stored in the journal and in exports.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Hand => "hand",
            Self::CopiedFromPreviousDay => "same",
            Self::Other(name) => name,
        }
    }
}

impl From<String> for Source {
    fn from(key: String) -> Self {
        match key.as_str() {
            "hand" => Self::Hand,
            "same" => Self::CopiedFromPreviousDay,
            _ => Self::Other(key),
        }
    }
}

impl From<Source> for String {
    fn from(source: Source) -> Self {
        source.as_str().to_owned()
    }
}
