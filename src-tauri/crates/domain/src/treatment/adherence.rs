//! How many doses were marked taken.

use super::{Dose, DoseStatus};
use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

/// Marks of the scheduled doses of a stretch. Doses without a mark are not recorded, never skipped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Adherence {
    /// Doses of the plan, without those on a clinician's hold.
    pub scheduled: usize,
    /// Marked taken, in time or late.
    pub taken: usize,
    /// Of those, marked late.
    pub late: usize,
    /// Marked taken in part.
    pub partly: usize,
    /// Marked skipped.
    pub skipped: usize,
    /// Without a mark.
    pub not_recorded: usize,
}

impl Adherence {
    /// Returns the share of the scheduled doses that were marked taken, in percent; none without a
    /// scheduled dose.
    pub fn percent(&self) -> Option<f64> {
        (self.scheduled > 0).then(|| 100.0 * self.taken as f64 / self.scheduled as f64)
    }

    /// Returns the share that was marked taken in time, in percent.
    pub fn on_time_percent(&self) -> Option<f64> {
        let on_time = self.taken - self.late.min(self.taken);
        (self.scheduled > 0).then(|| 100.0 * on_time as f64 / self.scheduled as f64)
    }
}

/// Counts the marks of scheduled doses. `marks` has the mark of each, or none.
pub fn adherence<'a>(marks: impl IntoIterator<Item = Option<&'a Dose>>) -> Adherence {
    let mut counted = Adherence::default();
    for mark in marks {
        counted.scheduled += 1;
        match mark.map(|dose| dose.status) {
            Some(DoseStatus::Taken) => counted.taken += 1,
            Some(DoseStatus::Late) => {
                counted.taken += 1;
                counted.late += 1;
            }
            Some(DoseStatus::Partly) => counted.partly += 1,
            Some(DoseStatus::Skipped) => counted.skipped += 1,
            None => counted.not_recorded += 1,
        }
    }
    counted
}

/// A supply that was picked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Fill {
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Days it lasts.
    pub days: u32,
}

/// Returns how many days of a stretch were covered by supplies, and of how many (proportion of days
/// covered). A supply picked up early begins when the one before is used up.
pub fn days_covered(fills: &[Fill], from: NaiveDate, to: NaiveDate) -> (i64, i64) {
    let mut sorted = fills.to_vec();
    sorted.sort_by_key(|fill| fill.on);
    let (mut covered, mut free) = (0, from);
    for fill in sorted {
        let begins = fill.on.max(free);
        let ends = begins + Duration::days(i64::from(fill.days));
        let within = (ends.min(to + Duration::days(1)) - begins.max(from)).num_days();
        covered += within.max(0);
        free = free.max(ends);
    }
    (covered, (to - from).num_days() + 1)
}

/// Returns how many days the supplies still last on a day, counting that day; none without a supply.
pub fn days_left(fills: &[Fill], today: NaiveDate) -> Option<i64> {
    let mut sorted = fills.to_vec();
    sorted.sort_by_key(|fill| fill.on);
    let mut free: Option<NaiveDate> = None;
    for fill in sorted.iter().filter(|fill| fill.on <= today) {
        let begins = free.map_or(fill.on, |free| free.max(fill.on));
        free = begins.checked_add_signed(Duration::days(i64::from(fill.days)));
    }
    free.map(|free| (free - today).num_days().max(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn supply_picked_up_early_adds_to_what_is_left() {
        let day = |text: &str| text.parse().unwrap_or_default();
        let fill = |on, days| Fill { on: day(on), days };
        assert_eq!(days_left(&[], day("2026-11-23")), None);
        let one = [fill("2026-11-01", 30)];
        assert_eq!(days_left(&one, day("2026-11-23")), Some(8));
        assert_eq!(days_left(&one, day("2027-01-01")), Some(0));
        let early = [fill("2026-11-20", 30), fill("2026-11-01", 30)];
        assert_eq!(days_left(&early, day("2026-11-23")), Some(38));
    }
}
