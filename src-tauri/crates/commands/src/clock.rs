//! What time it is and where.
//!
//! Owns the only place that asks the computer. Tests and demos say the time themselves.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::time::Instant;

/// Where the time comes from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The computer's clock and zone.
    Computer,
    /// A time that stands still.
    Still(DateTime<Utc>, Tz),
    /// A time that goes on from when it was said.
    Running(DateTime<Utc>, Tz, Instant),
}

impl Clock {
    /// The environment's `DAYMARK_CLOCK` ("2026-11-23T14:02:00Z Europe/Berlin"), else the computer's.
    pub fn from_environment() -> Self {
        std::env::var("DAYMARK_CLOCK")
            .ok()
            .and_then(|text| Self::read(&text))
            .unwrap_or(Self::Computer)
    }

    /// Reads a still clock: an instant and a zone. With `running` after them it goes on from now.
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let at = DateTime::parse_from_rfc3339(words.next()?).ok()?.to_utc();
        let zone = words.next()?.parse().ok()?;
        match words.next() {
            None => Some(Self::Still(at, zone)),
            Some("running") => Some(Self::Running(at, zone, Instant::now())),
            Some(_) => None,
        }
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Computer => Utc::now(),
            Self::Still(at, _) => *at,
            Self::Running(from, _, since) => *from + since.elapsed(),
        }
    }

    /// The zone the person is in; UTC where the computer has none that is known.
    pub fn zone(&self) -> Tz {
        self.known_zone().unwrap_or(Tz::UTC)
    }

    /// The same; none where the computer has none that is known.
    pub fn known_zone(&self) -> Option<Tz> {
        match self {
            Self::Computer => iana_time_zone::get_timezone().ok()?.parse().ok(),
            Self::Still(_, zone) | Self::Running(_, zone, _) => Some(*zone),
        }
    }
}
