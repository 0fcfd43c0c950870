//! Nearby days and recent time zones, with their names.

use crate::bridge::Outcome;
use crate::{Session, word};
use care::Draft;
use care::period::Period;
use chrono::{Datelike, Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A day near today, reachable with one tap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NearDay {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// Its name, such as "Yesterday".
    pub label: String,
}

/// A time zone the user has been in recently.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NearZone {
    /// Its IANA name, such as `America/New_York`.
    pub zone: String,
    /// Its place name, such as "New York".
    pub label: String,
}

/// Number of days before and after a day whose entries' time zones are offered.
const JOURNEY: i64 = 14;

/// Returns the time zones of nearby days and of open drafts, this computer's first.
///
/// Empty if there is no other zone. A night at home that is recorded abroad needs the home zone.
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

/// Returns the place after which a time zone is named.
pub(crate) fn place_of(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// Returns the name of a date's weekday.
pub(crate) fn weekday(session: &Session, day: NaiveDate) -> String {
    session
        .tongue()
        .say(&format!("weekday-{}", day.weekday().number_from_monday()))
}

/// Returns a day near today with its name.
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
