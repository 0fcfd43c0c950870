//! Periods: ranges of days.

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

/// A range of days, both ends included.
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
    /// Returns the period of `days` days that ends on `to`; at least one day.
    pub fn ending(to: NaiveDate, days: i64) -> Self {
        Self {
            from: to - Duration::days(days.max(1) - 1),
            to,
        }
    }

    /// Returns the number of days.
    pub fn days(&self) -> usize {
        usize::try_from((self.to - self.from).num_days() + 1).unwrap_or(0)
    }

    /// Returns the period of the same length just before.
    #[must_use]
    pub fn before(&self) -> Self {
        Self::ending(self.from - Duration::days(1), self.days() as i64)
    }

    /// Returns the part up to and including `last`; empty if `last` is before the period.
    #[must_use]
    pub fn until(&self, last: NaiveDate) -> Self {
        Self {
            from: self.from,
            to: self.to.min(last),
        }
    }

    /// Returns the index of a day, from 0; `None` outside the period.
    pub fn index(&self, day: NaiveDate) -> Option<usize> {
        usize::try_from((day - self.from).num_days())
            .ok()
            .filter(|i| *i < self.days())
    }

    /// Returns the day at an index.
    pub fn day(&self, index: usize) -> NaiveDate {
        self.from + Duration::days(index as i64)
    }
}
