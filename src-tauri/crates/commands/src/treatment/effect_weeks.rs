//! Weeks of side effects: which are there, and in words.

use crate::error::Result;
use crate::msg;
use crate::session::Session;
use chrono::{Datelike as _, Duration, NaiveDate};
use domain::localizer::{DateStyle, Localizer};
use domain::treatment::EffectWeek;

/// Returns the Monday of a day's week.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    day - Duration::days(i64::from(day.weekday().num_days_from_monday()))
}

/// Returns the weeks of the journal, by Monday.
pub(super) fn weeks(session: &Session) -> Result<Vec<EffectWeek>> {
    let weeks = session.journal().effect_weeks()?.into_iter();
    let mut weeks: Vec<EffectWeek> = weeks.map(|(_, week)| week).collect();
    weeks.sort_by_key(|week| week.monday);
    Ok(weeks)
}

/// Returns "This week, 16 Nov to 22 Nov".
pub(super) fn week_title(session: &Session, monday: NaiveDate) -> String {
    let locale = session.locale();
    let day = |day| locale.date(day, DateStyle::Day).into();
    let with = [
        ("from", day(monday)),
        ("to", day(monday + Duration::days(6))),
    ];
    locale.format(msg::EFFECTS_WEEK, &with)
}

/// Returns how strong an effect was in the last weeks, oldest first.
pub(super) fn weeks_text(session: &Session, weeks: &[Option<u8>]) -> String {
    let locale = session.locale();
    let said = weeks.iter().map(|strong| match strong {
        Some(strong) => strong.to_string(),
        None => locale.text(msg::EFFECTS_UNANSWERED),
    });
    let values = said.collect::<Vec<_>>().join(", ");
    locale.format(msg::EFFECTS_SIX_SAID, &[("values", values.into())])
}
