//! What is near a day: the days around it, and the places the person has been in.
//!
//! Owns which they are and what they are called. Must not know what a page asks of them.

use crate::bridge::Outcome;
use crate::{Session, word};
use care::Draft;
use care::period::Period;
use chrono::{Datelike, Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A day one tap away, before this one or after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NearDay {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// What it is called.
    pub label: String,
}

/// A time zone the person has been in lately.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NearZone {
    /// Its name, as `America/New_York`.
    pub zone: String,
    /// Its place, as "New York".
    pub label: String,
}

/// How many days before and after a day somebody's journey may lie.
const JOURNEY: i64 = 14;

/// The time zones of the days around and of what is being typed, where there is more than this computer's: a night at home,
/// written down far away, is still of the clock at home.
pub(crate) fn zones(
    session: &Session,
    day: NaiveDate,
    typed: &BTreeMap<String, Draft>,
) -> Outcome<Vec<NearZone>> {
    let around = Period {
        from: day - Duration::days(JOURNEY),
        to: day + Duration::days(JOURNEY),
    };
    let here = session.clock().zone().name().to_owned();
    let mut zones = session.journal().zones(around)?;
    let typed = typed.values().flat_map(|draft| [&draft.zone, &draft.began]);
    zones.extend(typed.flatten().cloned());
    zones.sort();
    zones.dedup();
    zones.retain(|zone| *zone != here);
    if zones.is_empty() {
        return Ok(Vec::new());
    }
    zones.insert(0, here);
    let near = zones.into_iter().map(|zone| {
        let label = place_of(&zone);
        NearZone { zone, label }
    });
    Ok(near.collect())
}

/// The place a zone is named after.
pub(crate) fn place_of(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// The name of a day of the week.
pub(crate) fn weekday(session: &Session, day: NaiveDate) -> String {
    session
        .tongue()
        .say(&format!("weekday-{}", day.weekday().number_from_monday()))
}

/// A day near today, as it is called.
pub(crate) fn near(session: &Session, day: NaiveDate, today: NaiveDate) -> NearDay {
    let label = match (today - day).num_days() {
        0 => session.tongue().say(word::TODAY),
        1 => session.tongue().say(word::YESTERDAY),
        -1 => session.tongue().say(word::TOMORROW),
        _ => session.tongue().say_with(
            word::DAY_BEFORE,
            &[("weekday", weekday(session, day).into())],
        ),
    };
    NearDay {
        day: day.to_string(),
        label,
    }
}
