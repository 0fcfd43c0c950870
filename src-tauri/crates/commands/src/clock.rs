//! Clock and time zone.
//!
//! The only module that reads the computer's date and zone. Tests and demos set the time.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::path::Path;

/// Source of the current time.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The computer's clock and time zone.
    Computer,
    /// A fixed time.
    Still(DateTime<Utc>, Tz),
    /// A time that another program sets: the file is read at each look.
    File(&'static Path),
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

    /// Parses a fixed clock: an instant and a zone. `@path` names a file that holds them.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(path) = text.strip_prefix('@') {
            // Kept for the life of the program, as the clock is.
            let path: &'static str = Box::leak(path.to_owned().into_boxed_str());
            return Some(Self::File(Path::new(path)));
        }
        let (at, zone) = parse_still(text)?;
        Some(Self::Still(at, zone))
    }

    /// Returns the current time.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Computer => Utc::now(),
            Self::Still(at, _) => *at,
            Self::File(path) => read_still(path).map_or_else(Utc::now, |(at, _)| at),
        }
    }

    /// Returns the current time zone, or UTC if the computer's is unknown.
    pub fn zone(&self) -> Tz {
        self.known_zone().unwrap_or(Tz::UTC)
    }

    /// Returns the current time zone, or `None` if the computer's is unknown.
    pub fn known_zone(&self) -> Option<Tz> {
        match self {
            Self::Computer => {
                environment_zone().or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok())
            }
            Self::Still(_, zone) => Some(*zone),
            Self::File(path) => read_still(path).map(|(_, zone)| zone),
        }
    }
}

/// Returns the zone of the environment's `TZ`, if it names one: `Europe/Berlin` or `:Europe/Berlin`.
fn environment_zone() -> Option<Tz> {
    let name = std::env::var("TZ").ok()?;
    name.trim_start_matches(':').parse().ok()
}

/// Parses an instant and a zone, separated by a space.
fn parse_still(text: &str) -> Option<(DateTime<Utc>, Tz)> {
    let (at, zone) = text.trim().split_once(' ')?;
    let at = DateTime::parse_from_rfc3339(at).ok()?.to_utc();
    Some((at, zone.trim().parse().ok()?))
}

/// Reads a set time from a file.
fn read_still(path: &Path) -> Option<(DateTime<Utc>, Tz)> {
    parse_still(&std::fs::read_to_string(path).ok()?)
}
