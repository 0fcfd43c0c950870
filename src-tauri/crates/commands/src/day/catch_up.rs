//! Catching up after days away.

use crate::day::clock::day_start_instant;
use crate::error::Result;
use crate::session::Session;
use crate::{msg, pauses, trackers};
use chrono::Duration;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use serde::{Deserialize, Serialize};

/// Number of past days offered: memories of earlier days are less reliable.
const OFFERED: i64 = 3;

/// A missed day offered after an absence, answered with one tap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CatchUpDay {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// Its date, as text.
    pub label: String,
}

/// An absence that may have been an unplanned pause: one tap records it as one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SuggestedPause {
    /// First day, YYYY-MM-DD.
    pub from: String,
    /// Last day, YYYY-MM-DD.
    pub to: String,
    /// Question whether these days were a pause, with their dates.
    pub ask: String,
}

/// Returns the days since the last write, if they are at least two whole days.
fn days_away(session: &Session) -> Result<Option<Period>> {
    let today = session.today();
    let day_started = day_start_instant(session, today);
    let Some(last) = session.journal().last_recorded_before(day_started)? else {
        return Ok(None);
    };
    let last = domain::time::day::patient_day(last, session.clock().zone(), session.day_start());
    let days_away = Period {
        from: last + Duration::days(1),
        to: today - Duration::days(1),
    };
    Ok(((today - last).num_days() > 2).then_some(days_away))
}

/// Returns what is offered if nothing was written for at least two whole days.
///
/// These are the latest days without an answer to the first question, and the whole gap as a pause.
pub fn catch_up(session: &Session) -> Result<(Vec<CatchUpDay>, Option<SuggestedPause>)> {
    Ok(match days_away(session)? {
        Some(away) => (
            unanswered_days(session, away)?,
            suggested_pause(session, away)?,
        ),
        None => (Vec::new(), None),
    })
}

fn unanswered_days(session: &Session, days_away: Period) -> Result<Vec<CatchUpDay>> {
    let Some(first) = trackers::first(session)? else {
        return Ok(Vec::new());
    };
    let period = Period {
        from: (session.today() - Duration::days(OFFERED)).max(days_away.from),
        to: days_away.to,
    };
    let existing = session.journal().entries_of(&first.key, period)?;
    // Days in a pause are not offered: nothing was asked on them.
    let pauses = pauses::overlapping(session, period)?;
    let missing = (0..period.days()).map(|i| period.day(i)).filter(|day| {
        !existing.iter().any(|e| e.day == *day) && !pauses.iter().any(|(_, p)| p.covers(*day))
    });
    Ok(missing
        .map(|day| CatchUpDay {
            day: day.to_string(),
            label: session.locale().date(day, DateStyle::Full),
        })
        .collect())
}

/// Returns the gap as a suggested pause, or `None` if it overlaps a planned one.
fn suggested_pause(session: &Session, days_away: Period) -> Result<Option<SuggestedPause>> {
    if !pauses::overlapping(session, days_away)?.is_empty() {
        return Ok(None);
    }
    let locale = session.locale();
    let text = |day| locale.date(day, DateStyle::Short).into();
    let with = [("from", text(days_away.from)), ("to", text(days_away.to))];
    Ok(Some(SuggestedPause {
        from: days_away.from.to_string(),
        to: days_away.to.to_string(),
        ask: locale.format(msg::BACK_PAUSE, &with),
    }))
}
