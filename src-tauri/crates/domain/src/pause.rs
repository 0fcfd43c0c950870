//! Planned pauses: days on which nothing is asked.

use crate::time::Period;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Days on which nothing is asked, as planned by the user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Pause {
    /// Reason.
    #[serde(alias = "why")]
    pub reason: PauseReason,
    /// First day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// Last day; `None` while the end is open.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub to: Option<NaiveDate>,
}

/// Reason for a pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PauseReason {
    /// On holiday.
    Holiday,
    /// In hospital.
    Hospital,
    /// Taking a break from logging.
    Rest,
}

impl PauseReason {
    /// Returns the key stored in the journal.
    pub fn key(self) -> &'static str {
        match self {
            Self::Holiday => "holiday",
            Self::Hospital => "hospital",
            Self::Rest => "rest",
        }
    }

    /// Parses a stored key. An unknown key means `Rest`, so that the pause is not lost.
    pub fn from_key(key: &str) -> Self {
        [Self::Holiday, Self::Hospital]
            .into_iter()
            .find(|reason| reason.key() == key)
            .unwrap_or(Self::Rest)
    }
}

impl Pause {
    /// Returns whether the pause covers that day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Returns the part inside a period, as indexes of the first and last day.
    pub fn within(&self, period: Period) -> Option<(usize, usize)> {
        let from = self.from.max(period.from);
        let to = self.to.unwrap_or(period.to).min(period.to);
        (from <= to).then_some(())?;
        Some((period.index(from)?, period.index(to)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn open_pause_extends_to_end_of_period() {
        let pause = Pause {
            reason: PauseReason::Hospital,
            from: day("2026-11-20"),
            to: None,
        };
        let week = Period::ending(day("2026-11-23"), 7);
        assert_eq!(pause.within(week), Some((3, 6)), "from the fourth day on");
        assert!(
            pause.covers(day("2027-01-01")) && !pause.covers(day("2026-11-19")),
            "and has no last day"
        );
        let before = Period::ending(day("2026-11-10"), 7);
        assert_eq!(pause.within(before), None, "it had not begun");
    }
}
