//! The patient's day: maps an instant to the day it belongs to.

use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};

/// Default start of the patient's day, in minutes after midnight: 04:00.
pub const DEFAULT_DAY_START: u32 = 240;

/// Returns the patient's day of an instant. Before `day_start` (minutes after midnight) it is still
/// the previous day.
///
/// ```
/// use chrono::{NaiveDate, TimeZone, Utc};
/// let night = Utc.with_ymd_and_hms(2026, 11, 23, 23, 20, 0).unwrap(); // 00:20 in Berlin
/// let day = daymark_domain::time::patient_day(night, chrono::FixedOffset::east_opt(3600).unwrap(), 240);
/// assert_eq!(day, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// ```
pub fn patient_day(now: DateTime<Utc>, zone: impl TimeZone, day_start: u32) -> NaiveDate {
    let local = now.with_timezone(&zone).naive_local();
    (local - Duration::minutes(i64::from(day_start))).date()
}
