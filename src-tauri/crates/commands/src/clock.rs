//! What time it is and where.
//!
//! Owns the only place that asks the computer. Tests and demos say the time themselves.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// Where the time comes from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The computer's clock and zone.
    Computer,
    /// A time that stands still.
    Still(DateTime<Utc>, Tz),
}

impl Clock {
    /// The environment's `DAYMARK_CLOCK` ("2026-11-23T14:02:00Z Europe/Berlin"), else the computer's.
    pub fn from_environment() -> Self {
        std::env::var("DAYMARK_CLOCK")
            .ok()
            .and_then(|text| Self::read(&text))
            .unwrap_or(Self::Computer)
    }

    /// Reads a still clock: an instant and a zone.
    pub fn read(text: &str) -> Option<Self> {
        let (at, zone) = text.split_once(' ')?;
        Some(Self::Still(
            DateTime::parse_from_rfc3339(at).ok()?.to_utc(),
            zone.trim().parse().ok()?,
        ))
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Computer => Utc::now(),
            Self::Still(at, _) => *at,
        }
    }

    /// The zone the person is in; UTC where the computer has none that is known.
    pub fn zone(&self) -> Tz {
        match self {
            Self::Computer => iana_time_zone::get_timezone()
                .ok()
                .and_then(|z| z.parse().ok())
                .unwrap_or(Tz::UTC),
            Self::Still(_, zone) => *zone,
        }
    }
}
