//! Planned activities: homework of a therapy, and small experiments.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something the person means to do on some days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Activity {
    /// What, in the person's words.
    pub what: String,
    /// Uid of the therapy it is homework of; empty for an experiment of one's own.
    pub course: String,
    /// With whom it was agreed.
    pub agreed_with: String,
    /// Days of the week, 1 for Monday; empty for any day.
    pub weekdays: Vec<u32>,
    /// First day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// Last day; none while it goes on.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub to: Option<NaiveDate>,
    /// Whether it asks what the person expects, and how it was: a small experiment.
    pub experiment: bool,
    /// What became of it, by day.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, ActivityMark>"))]
    pub marks: BTreeMap<NaiveDate, ActivityMark>,
}

/// What became of an activity on a day. What is absent was not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActivityMark {
    /// Whether it was done.
    pub done: Option<ActivityDone>,
    /// Pleasure that was expected, 0 to 10.
    pub expected_pleasure: Option<u8>,
    /// Sense of achievement that was expected, 0 to 10.
    pub expected_mastery: Option<u8>,
    /// Pleasure, 0 to 10.
    pub pleasure: Option<u8>,
    /// Sense of achievement, 0 to 10.
    pub mastery: Option<u8>,
}

/// Whether an activity was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ActivityDone {
    /// Done.
    Done,
    /// Partly, or something smaller.
    Partly,
    /// Not this time.
    NotThisTime,
}

impl Activity {
    /// Returns whether it stands on Today: planned for that day, or marked on it.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        let weekday = day.weekday().number_from_monday();
        let planned = self.from <= day
            && self.to.is_none_or(|to| day <= to)
            && (self.weekdays.is_empty() || self.weekdays.contains(&weekday));
        planned || self.marks.contains_key(&day)
    }

    /// Returns how often it was done, partly done and not done.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |done| {
            let of = self.marks.values().filter(|mark| mark.done == Some(done));
            of.count()
        };
        (
            count(ActivityDone::Done),
            count(ActivityDone::Partly),
            count(ActivityDone::NotThisTime),
        )
    }
}

impl ActivityMark {
    /// Returns whether every answer is on its scale from 0 to 10.
    pub fn is_valid(&self) -> bool {
        let answers = [
            self.expected_pleasure,
            self.expected_mastery,
            self.pleasure,
            self.mastery,
        ];
        answers.iter().flatten().all(|answer| *answer <= 10)
    }

    /// Returns whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        *self
            == Self {
                done: None,
                expected_pleasure: None,
                expected_mastery: None,
                pleasure: None,
                mastery: None,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(nth: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, nth).unwrap_or_default()
    }

    #[test]
    fn activity_stands_on_its_weekdays_and_marked_days() {
        let mut walk = Activity {
            what: "a walk".into(),
            course: String::new(),
            agreed_with: String::new(),
            weekdays: vec![1, 3],
            from: day(9),
            to: Some(day(22)),
            experiment: true,
            marks: BTreeMap::new(),
        };
        let on: Vec<u32> = (1..=30).filter(|nth| walk.is_on(day(*nth))).collect();
        assert_eq!(on, [9, 11, 16, 18]);
        let mark = ActivityMark {
            done: Some(ActivityDone::Partly),
            expected_pleasure: None,
            expected_mastery: None,
            pleasure: None,
            mastery: None,
        };
        walk.marks.insert(day(24), mark);
        assert!(walk.is_on(day(24)));
        assert_eq!(walk.counts(), (0, 1, 0));
    }
}
