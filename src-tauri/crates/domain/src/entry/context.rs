//! What validation needs to know besides the draft.

use super::{Entry, Source};
use crate::time::{Zone, Zones};
use chrono::{DateTime, NaiveDate, Utc};

/// Context for validation: the current time and place, and the identity of the new entry.
#[derive(Debug, Clone)]
pub struct EntryContext {
    /// The current instant, stored as the time of recording.
    pub now: DateTime<Utc>,
    /// The user's current time zone.
    pub zone: Zone,
    /// The rules of all time zones.
    pub zones: Zones,
    /// Start of the patient's day, in minutes after midnight.
    pub day_start: u32,
    /// Grams of ethanol in one standard drink of the user's country.
    pub grams_per_drink: f64,
    /// The uid of the new entry.
    pub uid: String,
    /// How the entry is made.
    pub source: Source,
    /// The previous version of the entry, if it is edited or imported. Times that did not change
    /// keep their instants.
    pub previous: Option<Box<Entry>>,
}

impl EntryContext {
    /// Returns the previous version of the entry if it has the same day and zone.
    pub(super) fn previous(&self, day: NaiveDate, zone: Zone) -> Option<&Entry> {
        let previous = self.previous.as_deref();
        previous.filter(|previous| previous.day == day && previous.zone == zone.name())
    }
}

/// A validated draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Validated {
    /// The entry to store.
    pub entry: Entry,
    /// Keys of clock fields whose time did not exist that day and was moved forward (start of
    /// daylight saving time).
    pub dst_shifted: Vec<String>,
}
