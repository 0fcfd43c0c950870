//! Names of days.

use crate::msg;
use crate::session::Session;
use chrono::{Datelike, NaiveDate};
use domain::localizer::{DateStyle, Localizer};
use serde::{Deserialize, Serialize};

pub(crate) fn heading(session: &Session, day: NaiveDate, today: NaiveDate) -> String {
    let locale = session.locale();
    if day.year() != today.year() {
        return locale.date(day, DateStyle::Full);
    }
    let weekday = weekday(session, day);
    let month = locale.text(&format!("month-{}", day.month()));
    locale.format(
        msg::DATE_HEADING,
        &[
            ("weekday", weekday.into()),
            ("day", day.day().to_string().into()),
            ("month", month.into()),
        ],
    )
}

/// A day near today, reachable with one tap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NearbyDay {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// Its name, such as "Yesterday".
    pub label: String,
}

/// Returns the name of a date's weekday.
pub(crate) fn weekday(session: &Session, day: NaiveDate) -> String {
    session
        .locale()
        .text(&format!("weekday-{}", day.weekday().number_from_monday()))
}

/// Returns a day near today with its name.
pub(crate) fn nearby_day(session: &Session, day: NaiveDate, today: NaiveDate) -> NearbyDay {
    let label = match (today - day).num_days() {
        0 => session.locale().text(msg::TODAY),
        1 => session.locale().text(msg::YESTERDAY),
        -1 => session.locale().text(msg::TOMORROW),
        _ => session.locale().format(
            msg::DAY_BEFORE,
            &[("weekday", weekday(session, day).into())],
        ),
    };
    NearbyDay {
        day: day.to_string(),
        label,
    }
}
