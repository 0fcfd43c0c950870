//! When the next questionnaire is due, as the person set it.

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

/// Shortest interval, in days. PHQ and GAD look back two weeks; more often than weekly, the answers
/// are mostly about the same days.
pub const MIN_INTERVAL_DAYS: u32 = 7;

/// Longest interval, in days.
pub const MAX_INTERVAL_DAYS: u32 = 366;

/// What the person set for a questionnaire.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScaleSettings {
    /// Not asked before this day, YYYY-MM-DD.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub next: Option<NaiveDate>,
    /// Put off until this day, YYYY-MM-DD, whatever makes it due.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub not_before: Option<NaiveDate>,
    /// Days from one to the next; none for no rhythm.
    #[serde(default)]
    pub every_days: Option<u32>,
    /// Whether it is also due on the day before the next visit.
    #[serde(default)]
    pub before_visit: bool,
    /// The day of the score that later ones are compared with as the person's start.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub baseline: Option<NaiveDate>,
}

impl ScaleSettings {
    /// Returns when it is due. `last` is the day of the last complete one, `visit` the next visit.
    pub fn due_on(&self, last: Option<NaiveDate>, visit: Option<NaiveDate>) -> Option<NaiveDate> {
        [self.by_rhythm(last), self.by_visit(last, visit)]
            .into_iter()
            .flatten()
            .min()
            .map(|due| self.not_before.map_or(due, |put_off| due.max(put_off)))
    }

    /// A day that was set counts until there is one from it on; then the rhythm goes on.
    fn by_rhythm(&self, last: Option<NaiveDate>) -> Option<NaiveDate> {
        let Some(last) = last else {
            return self.next;
        };
        let ahead = self.next.filter(|next| *next > last);
        let days = self.every_days.map(|days| Duration::days(i64::from(days)));
        ahead.or_else(|| last.checked_add_signed(days?))
    }

    /// The day before the visit, unless one was filled in within the week before it.
    fn by_visit(&self, last: Option<NaiveDate>, visit: Option<NaiveDate>) -> Option<NaiveDate> {
        let day = visit.filter(|_| self.before_visit)?.pred_opt()?;
        let week = Duration::days(i64::from(MIN_INTERVAL_DAYS));
        let done = last.is_some_and(|last| last > day - week);
        (!done).then_some(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(nth: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2026, 11, nth)
    }

    fn fortnightly() -> ScaleSettings {
        ScaleSettings {
            next: day(1),
            every_days: Some(14),
            ..ScaleSettings::default()
        }
    }

    #[test]
    fn rhythm_counts_from_the_last_one() {
        let settings = fortnightly();
        assert_eq!(settings.due_on(None, None), day(1), "the first");
        assert_eq!(settings.due_on(day(3), None), day(17));
        let put_off = ScaleSettings {
            next: day(20),
            ..settings
        };
        assert_eq!(put_off.due_on(day(3), None), day(20));
        assert_eq!(ScaleSettings::default().due_on(day(3), None), None);
    }

    #[test]
    fn single_date_is_over_once_filled_in() {
        let once = ScaleSettings {
            next: day(9),
            ..ScaleSettings::default()
        };
        assert_eq!(once.due_on(day(8), None), day(9));
        assert_eq!(once.due_on(day(9), None), None);
    }

    #[test]
    fn day_before_visit_is_due_unless_done_since() {
        let settings = ScaleSettings {
            before_visit: true,
            ..fortnightly()
        };
        assert_eq!(settings.due_on(day(3), day(12)), day(11), "before the 17th");
        let put_off = ScaleSettings {
            not_before: day(12),
            ..settings.clone()
        };
        assert_eq!(put_off.due_on(day(3), day(12)), day(12));
        assert_eq!(settings.due_on(day(9), day(12)), day(23), "done that week");
        assert_eq!(settings.due_on(day(11), day(12)), day(25));
    }
}
