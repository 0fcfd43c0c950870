//! What helps in the worst hour: the person's safety plan and their people.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A part of the safety plan, in the order in which it is used: first alone, then with others.
///
/// The order follows the safety planning intervention of Stanley and Brown (2012); the headings are
/// our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PlanPart {
    /// Signs that it is getting worse.
    Signs,
    /// Things to do alone.
    Alone,
    /// People and places that distract.
    Distraction,
    /// People to ask for help.
    Help,
    /// Professionals and crisis lines.
    Professionals,
    /// Making the surroundings safer.
    Surroundings,
    /// What matters to the person.
    Matters,
}

impl PlanPart {
    /// All parts, in order.
    pub const ALL: [Self; 7] = [
        Self::Signs,
        Self::Alone,
        Self::Distraction,
        Self::Help,
        Self::Professionals,
        Self::Surroundings,
        Self::Matters,
    ];

    /// Returns the key stored in the journal.
    pub fn key(self) -> &'static str {
        match self {
            Self::Signs => "signs",
            Self::Alone => "alone",
            Self::Distraction => "distraction",
            Self::Help => "help",
            Self::Professionals => "professionals",
            Self::Surroundings => "surroundings",
            Self::Matters => "matters",
        }
    }

    /// Parses a stored key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}

/// The safety plan. Every part may be empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyPlan {
    /// Day of the last change.
    pub changed_on: NaiveDate,
    /// Lines by part, in order.
    pub parts: BTreeMap<PlanPart, Vec<String>>,
}

/// Somebody to turn to: a person, a team, a practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Person {
    /// Name.
    pub name: String,
    /// Phone number; empty if they are reached otherwise.
    pub phone: String,
    /// What they are good for, or how to reach them.
    pub note: String,
    /// Whether they may be called at night.
    pub at_night: bool,
    /// A message written on a good day, to be sent on a bad one.
    pub message: String,
    /// Place in the list, from 0.
    pub position: u32,
}

/// A helpline that the person added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwnLine {
    /// Its name.
    pub name: String,
    /// The number.
    pub number: String,
    /// When it can be reached, and what for.
    pub about: String,
}

/// A support group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SupportGroup {
    /// Its name.
    pub name: String,
    /// Where it meets, or its address on the web.
    pub place: String,
    /// The next date.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub next: Option<NaiveDate>,
}

/// Returns whether a text can be a phone number: digits, at least two, with spaces, brackets, dots,
/// hyphens, slashes, `+`, `#` and `*`.
pub fn is_phone_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= 2
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || " ()+-./#*\u{a0}".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_number_has_no_letters() {
        for number in ["112", "+44 1632 960147", "(01632) 960-147", "*31#0800"] {
            assert!(is_phone_number(number), "{number}");
        }
        for other in ["", "1", "call me", "0800 FLOWERS", "0800\n1"] {
            assert!(!is_phone_number(other), "{other}");
        }
    }

    #[test]
    fn every_part_is_found_by_its_key() {
        for part in PlanPart::ALL {
            assert_eq!(PlanPart::from_key(part.key()), Some(part));
        }
        assert_eq!(PlanPart::from_key("other"), None);
    }
}
