//! Recent time zones, with their place names.

use crate::error::Result;
use crate::session::Session;
use chrono::{Duration, NaiveDate};
use domain::Draft;
use domain::time::Period;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A time zone the user has been in recently.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NearbyZone {
    /// Its IANA name, such as `America/New_York`.
    pub zone: String,
    /// Its place name, such as "New York".
    pub label: String,
}

/// Number of days before and after a day whose entries' time zones are offered.
const TRAVEL_DAYS: i64 = 14;

/// Returns the time zones of nearby days and of open drafts, this computer's first.
///
/// Empty if there is no other zone. A night at home that is recorded abroad needs the home zone.
pub(crate) fn nearby_zones(
    session: &Session,
    day: NaiveDate,
    drafts: &BTreeMap<String, Draft>,
) -> Result<Vec<NearbyZone>> {
    let period = Period {
        from: day - Duration::days(TRAVEL_DAYS),
        to: day + Duration::days(TRAVEL_DAYS),
    };
    let local_zone = session.clock().zone().name().to_owned();
    let mut zones = session.journal().time_zones(period)?;
    let drafts = drafts
        .values()
        .flat_map(|draft| [&draft.zone, &draft.start_zone]);
    zones.extend(drafts.flatten().cloned());
    zones.sort();
    zones.dedup();
    zones.retain(|zone| *zone != local_zone);
    if zones.is_empty() {
        return Ok(Vec::new());
    }
    zones.insert(0, local_zone);
    let nearby = zones.into_iter().map(|zone| {
        let label = place_name(&zone);
        NearbyZone { zone, label }
    });
    Ok(nearby.collect())
}

/// Returns the place after which a time zone is named.
pub(crate) fn place_name(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}
