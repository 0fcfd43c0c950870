//! Time zones: names and the rules behind them.
//!
//! The rules come from outside ([`Zones`]). A [`Zone`] is pure: it holds the rules it was read with.

use chrono::{DateTime, Datelike as _, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime};
use chrono::{Offset, TimeZone, Timelike as _, Utc};
use jiff::tz::{AmbiguousOffset, TimeZoneDatabase};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A time zone with the rules of its clock. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Zone(&'static Rules);

struct Rules {
    name: String,
    rules: jiff::tz::TimeZone,
}

static UTC: Rules = Rules {
    name: String::new(),
    rules: jiff::tz::TimeZone::UTC,
};

impl Zone {
    /// UTC, which needs no rules.
    pub const UTC: Self = Self(&UTC);

    /// Returns its IANA name, such as `America/New_York`.
    pub fn name(&self) -> &'static str {
        if self.0.name.is_empty() {
            "UTC"
        } else {
            &self.0.name
        }
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl std::fmt::Debug for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// The rules of all time zones, read by name from one or more databases.
#[derive(Debug, Clone)]
pub struct Zones {
    databases: Arc<[TimeZoneDatabase]>,
    read: Arc<Mutex<HashMap<String, Zone>>>,
}

impl Zones {
    /// Creates the zones of some databases. The first that knows a name is used.
    pub fn new(databases: Vec<TimeZoneDatabase>) -> Self {
        Self {
            databases: databases.into(),
            read: Arc::default(),
        }
    }

    /// Returns the zone of that IANA name, or `None` if no database knows it.
    pub fn named(&self, name: &str) -> Option<Zone> {
        if name == Zone::UTC.name() {
            return Some(Zone::UTC);
        }
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(zone) = read.get(name) {
            return Some(*zone);
        }
        let rules = self.databases.iter().find_map(|d| d.get(name).ok())?;
        // Names are taken as spelled in the database; another spelling is unknown.
        rules.iana_name().filter(|known| *known == name)?;
        let name = name.to_owned();
        // There are a few hundred zones at most, and each is read once.
        let zone = Zone(Box::leak(Box::new(Rules {
            name: name.clone(),
            rules,
        })));
        read.insert(name, zone);
        Some(zone)
    }

    /// Returns the zone of that name, or UTC if no database knows it.
    pub fn named_or_utc(&self, name: &str) -> Zone {
        self.named(name).unwrap_or(Zone::UTC)
    }
}

/// The UTC offset of a zone at some time.
#[derive(Clone, Copy, Debug)]
pub struct ZoneOffset {
    zone: Zone,
    fixed: FixedOffset,
}

impl Offset for ZoneOffset {
    fn fix(&self) -> FixedOffset {
        self.fixed
    }
}

impl std::fmt::Display for ZoneOffset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.fixed)
    }
}

impl TimeZone for Zone {
    type Offset = ZoneOffset;

    fn from_offset(offset: &ZoneOffset) -> Self {
        offset.zone
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<ZoneOffset> {
        self.offset_from_local_datetime(&local.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<ZoneOffset> {
        let rules = &self.0.rules;
        match rules.to_ambiguous_timestamp(civil(*local)).offset() {
            AmbiguousOffset::Unambiguous { offset } => MappedLocalTime::Single(self.at(offset)),
            AmbiguousOffset::Fold { before, after } => {
                MappedLocalTime::Ambiguous(self.at(before), self.at(after))
            }
            AmbiguousOffset::Gap { .. } => MappedLocalTime::None,
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        self.at(self.0.rules.to_offset(timestamp(utc.and_utc())))
    }
}

impl Zone {
    fn at(self, offset: jiff::tz::Offset) -> ZoneOffset {
        let fixed = FixedOffset::east_opt(offset.seconds()).unwrap_or(Utc.fix());
        ZoneOffset { zone: self, fixed }
    }

    /// Returns whether the zone has had this UTC offset (in seconds east) within some years of the
    /// instant, by these rules.
    pub fn has_offset_near(self, offset: i32, at: DateTime<Utc>, years: i64) -> bool {
        let months = -12 * years..=12 * years;
        months
            .map(|month| at + chrono::Duration::days(30 * month))
            .any(|at| {
                let found = self.offset_from_utc_datetime(&at.naive_utc());
                found.fix().local_minus_utc() == offset
            })
    }
}

/// Converts a wall-clock time. Outside the years −9999 to 9999 it is the nearest time within.
fn civil(local: NaiveDateTime) -> jiff::civil::DateTime {
    let small = |number: u32| i8::try_from(number).unwrap_or_default();
    let (date, time) = (local.date(), local.time());
    let year = i16::try_from(date.year()).ok();
    let made = year.and_then(|year| {
        let date = jiff::civil::Date::new(year, small(date.month()), small(date.day())).ok()?;
        let clock = [time.hour(), time.minute(), time.second()].map(small);
        let time = jiff::civil::Time::new(clock[0], clock[1], clock[2], 0).ok()?;
        Some(date.to_datetime(time))
    });
    let edge = if date.year() < 0 {
        jiff::civil::DateTime::MIN
    } else {
        jiff::civil::DateTime::MAX
    };
    made.unwrap_or(edge)
}

/// Converts an instant. Outside the years −9999 to 9999 it is the nearest one within.
fn timestamp(at: DateTime<Utc>) -> jiff::Timestamp {
    let edge = if at.timestamp() < 0 {
        jiff::Timestamp::MIN
    } else {
        jiff::Timestamp::MAX
    };
    jiff::Timestamp::from_second(at.timestamp()).unwrap_or(edge)
}

/// Returns a zone by the embedded rules.
#[cfg(test)]
pub(super) fn embedded_zone(name: &str) -> Zone {
    Zones::new(vec![TimeZoneDatabase::bundled()]).named_or_utc(name)
}
