//! Clock and time zone.
//!
//! The only module that reads the computer's date and zone. Tests and demos set the time.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::time::Instant;

/// Source of the current time.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The computer's clock and time zone.
    Computer,
    /// A fixed time.
    Still(DateTime<Utc>, Tz),
    /// A set time that advances from the moment it was set.
    Running(DateTime<Utc>, Tz, Instant),
}

impl Clock {
    /// Reads `DAYMARK_CLOCK` ("2026-11-23T14:02:00Z Europe/Berlin") from the environment.
    /// Falls back to the computer's clock.
    pub fn from_environment() -> Self {
        std::env::var("DAYMARK_CLOCK")
            .ok()
            .and_then(|text| Self::parse(&text))
            .unwrap_or(Self::Computer)
    }

    /// Parses a fixed clock: an instant and a zone. A trailing `running` makes it advance from now.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let at = DateTime::parse_from_rfc3339(words.next()?).ok()?.to_utc();
        let zone = words.next()?.parse().ok()?;
        match words.next() {
            None => Some(Self::Still(at, zone)),
            Some("running") => Some(Self::Running(at, zone, Instant::now())),
            Some(_) => None,
        }
    }

    /// Returns the current time.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Computer => Utc::now(),
            Self::Still(at, _) => *at,
            Self::Running(from, _, since) => *from + since.elapsed(),
        }
    }

    /// Returns the current time zone, or UTC if the computer's is unknown.
    pub fn zone(&self) -> Tz {
        self.known_zone().unwrap_or(Tz::UTC)
    }

    /// Returns the current time zone, or `None` if the computer's is unknown.
    pub fn known_zone(&self) -> Option<Tz> {
        match self {
            Self::Computer => iana_time_zone::get_timezone().ok()?.parse().ok(),
            Self::Still(_, zone) | Self::Running(_, zone, _) => Some(*zone),
        }
    }
}
