//! Stretches of days.
//!
//! Owns from–until and the stretch before it. Must not know what is drawn in it.

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

/// A stretch of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Period {
    /// First day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// Last day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub to: NaiveDate,
}

impl Period {
    /// The `days` days that end with `to`; at least one.
    pub fn ending(to: NaiveDate, days: i64) -> Self {
        Self {
            from: to - Duration::days(days.max(1) - 1),
            to,
        }
    }

    /// How many days it holds.
    pub fn days(&self) -> usize {
        usize::try_from((self.to - self.from).num_days() + 1).unwrap_or(0)
    }

    /// The stretch of the same length just before.
    #[must_use]
    pub fn before(&self) -> Self {
        Self::ending(self.from - Duration::days(1), self.days() as i64)
    }

    /// The part of it up to a day; empty where that is before it.
    #[must_use]
    pub fn until(&self, last: NaiveDate) -> Self {
        Self {
            from: self.from,
            to: self.to.min(last),
        }
    }

    /// Which day of it, from 0; none outside.
    pub fn index(&self, day: NaiveDate) -> Option<usize> {
        usize::try_from((day - self.from).num_days())
            .ok()
            .filter(|i| *i < self.days())
    }

    /// The day of that index.
    pub fn day(&self, index: usize) -> NaiveDate {
        self.from + Duration::days(index as i64)
    }
}
