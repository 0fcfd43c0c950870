//! What may be read while the journal is locked.

use serde::{Deserialize, Serialize};

/// The pieces of Support now that the person chose to be readable without opening the journal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SupportWhileLocked {
    /// The safety plan.
    pub plan: bool,
    /// The people to turn to.
    pub contacts: bool,
    /// The emergency number and the helplines of the country.
    pub lines: bool,
}

impl SupportWhileLocked {
    /// Parses stored names, separated by spaces. `None` if one is unknown.
    pub fn from_stored(text: &str) -> Option<Self> {
        let mut pieces = Self::default();
        for name in text.split_whitespace() {
            match name {
                "plan" => pieces.plan = true,
                "contacts" => pieces.contacts = true,
                "lines" => pieces.lines = true,
                _ => return None,
            }
        }
        Some(pieces)
    }

    /// Returns the names that are stored.
    pub fn stored(self) -> String {
        let named = [
            (self.plan, "plan"),
            (self.contacts, "contacts"),
            (self.lines, "lines"),
        ];
        let chosen = named.iter().filter(|(on, _)| *on).map(|(_, name)| *name);
        chosen.collect::<Vec<_>>().join(" ")
    }
}
