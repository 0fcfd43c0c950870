//! The current day and time, and when the next day starts.

use crate::error::Result;
use crate::session::Session;
use chrono::{Duration, NaiveDate, NaiveTime};
use domain::time::clock::{Fold, instant};
use serde::{Deserialize, Serialize};

/// The current day and time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ClockView {
    /// The patient's today, YYYY-MM-DD.
    pub today: String,
    /// The calendar date, YYYY-MM-DD. After midnight it is a day ahead until the patient's day ends.
    pub date: String,
    /// The current time, HH:MM.
    pub now: String,
    /// Milliseconds until the page of a day changes by itself: at midnight, or when the patient's
    /// day ends.
    pub until_next_change: u32,
}

/// Returns the current day and time.
///
/// # Errors
/// Never fails today; queries return results.
pub fn clock(session: &Session) -> Result<ClockView> {
    let (clock, today) = (session.clock(), session.today());
    let now = clock.now();
    let local = now.with_timezone(&clock.zone());
    let midnight = start_of(session, local.date_naive() + Duration::days(1), 0);
    let next_day = start_of(session, today + Duration::days(1), session.day_start());
    let change = midnight.min(next_day.max(now));
    Ok(ClockView {
        today: today.to_string(),
        date: local.date_naive().to_string(),
        now: local.format("%H:%M").to_string(),
        until_next_change: (change - now).num_milliseconds().try_into().unwrap_or(0),
    })
}

/// Returns the instant at which the patient's day begins.
pub(crate) fn day_start_instant(
    session: &Session,
    day: NaiveDate,
) -> chrono::DateTime<chrono::Utc> {
    start_of(session, day, session.day_start())
}

fn start_of(session: &Session, day: NaiveDate, minutes: u32) -> chrono::DateTime<chrono::Utc> {
    let local = day.and_time(NaiveTime::MIN) + Duration::minutes(i64::from(minutes));
    instant(local, session.clock().zone(), Fold::First)
}
