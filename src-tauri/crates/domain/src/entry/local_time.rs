//! Local times of a recorded entry.
//!
//! Wall-clock times and UTC offsets are recorded with the entry. Zone rules that change later move
//! neither: they are asked only for what was not recorded.

use super::{Entry, Value};
use crate::definition::{Definition, FieldKind};
use crate::time::clock::{SECOND_SUFFIX, is_second_offset, offset_at};
use crate::time::day::{DEFAULT_DAY_START, patient_day};
use crate::time::{Zone, Zones};
use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, Offset as _, Utc};

impl Value {
    /// Creates a clock value: an instant with its local time in `zone`. `home` is the zone of the
    /// entry.
    pub(crate) fn instant(at: DateTime<Utc>, zone: Zone, home: Zone) -> Self {
        let local = at.with_timezone(&zone).format("%Y-%m-%dT%H:%M:%S%:z");
        Self {
            number: Some(at.timestamp() as f64 / 60.0),
            text: Some(if zone == home {
                local.to_string()
            } else {
                format!("{local}[{}]", zone.name())
            }),
        }
    }

    /// Returns the name of a clock's zone if it differs from its entry's.
    pub fn zone_name(&self) -> Option<&str> {
        let (_, zone) = self.text.as_ref()?.split_once('[')?;
        zone.strip_suffix(']')
    }

    /// Returns the recorded local time of a clock value, with its UTC offset.
    pub fn local(&self) -> Option<DateTime<FixedOffset>> {
        let text = self.text.as_ref()?;
        let time = text.split_once('[').map_or(text.as_str(), |(time, _)| time);
        DateTime::parse_from_rfc3339(time).ok()
    }

    /// Returns the local time of day of a clock value.
    pub fn clock(&self) -> Option<NaiveTime> {
        let local = self.text.as_ref()?.get(..19)?;
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M:%S");
        Some(local.ok()?.time())
    }
}

impl Entry {
    /// Returns the local time at which it happened, as recorded; `None` if only the day is known.
    pub fn occurred_local(&self) -> Option<NaiveDateTime> {
        self.occurred_with_offset().map(|at| at.naive_local())
    }

    /// Returns when it happened with the recorded UTC offset; `None` if only the day is known.
    pub fn occurred_with_offset(&self) -> Option<DateTime<FixedOffset>> {
        let offset = FixedOffset::east_opt(self.offset).unwrap_or(Utc.fix());
        Some(self.occurred_at?.with_timezone(&offset))
    }

    /// Returns the time it happened as it is typed; `None` if only the day is known.
    pub fn occurred_clock(&self, zones: &Zones) -> Option<String> {
        let local = self.occurred_local()?;
        Some(typed_clock(local, self.offset, zones.named(&self.zone)))
    }

    /// Returns the recorded local time of a clock field.
    pub fn local_of(&self, field: &str) -> Option<DateTime<FixedOffset>> {
        self.values.get(field)?.first()?.local()
    }

    /// Returns the name of a clock field's zone; the entry's zone by default.
    pub fn zone_name_of(&self, field: &str) -> &str {
        let zone = self.values.get(field).and_then(|v| v.first()?.zone_name());
        zone.unwrap_or(&self.zone)
    }

    /// Returns the name of the zone a night began in, if it differs from the zone it ended in.
    pub fn start_zone(&self, definition: &Definition) -> Option<&str> {
        let fields = definition.fields.iter();
        let mut clocks = fields.filter(|field| field.kind == FieldKind::Clock);
        clocks.find_map(|field| self.values.get(&field.key)?.first()?.zone_name())
    }

    /// Returns whether it was recorded after its day had ended. Assumes the default day start where
    /// the stored flag is missing.
    pub fn is_late(&self) -> bool {
        self.is_late.unwrap_or_else(|| {
            let offset = FixedOffset::east_opt(self.offset).unwrap_or(Utc.fix());
            patient_day(self.recorded_at, offset, DEFAULT_DAY_START) > self.day
        })
    }

    /// Returns a clock field as it is typed: HH:MM, marked if it is the second occurrence.
    pub(super) fn clock_answer(&self, field: &str, zones: &Zones) -> Option<String> {
        let local = self.local_of(field)?;
        let zone = zones.named(self.zone_name_of(field));
        let offset = local.offset().local_minus_utc();
        Some(typed_clock(local.naive_local(), offset, zone))
    }

    /// Converts an instant (minutes since 1970 UTC) to local minutes after noon, 0 to 1440.
    pub(super) fn minutes_after_noon(&self, instant: f64, zones: &Zones) -> Option<f64> {
        let at = DateTime::from_timestamp((instant * 60.0).round() as i64, 0)?;
        let offset = FixedOffset::east_opt(self.offset_for(at, zones))?;
        let time = at.with_timezone(&offset).time();
        let minutes = (time - NaiveTime::MIN).num_seconds() as f64 / 60.0;
        Some((minutes + 720.0) % 1440.0)
    }

    /// Returns the UTC offset at an instant within the entry: the one of its clock times, or by the
    /// zone's rules where the offset changed between them. Rules that say other offsets than were
    /// recorded are newer than the record, and not used.
    fn offset_for(&self, at: DateTime<Utc>, zones: &Zones) -> i32 {
        let values = self.values.values().filter_map(|values| values.first());
        let home = values.filter(|value| value.zone_name().is_none());
        let mut recorded: Vec<DateTime<FixedOffset>> = home.filter_map(Value::local).collect();
        recorded.sort();
        let offset = |local: &DateTime<FixedOffset>| local.offset().local_minus_utc();
        let last = recorded.last().map_or(self.offset, offset);
        if recorded.iter().all(|local| offset(local) == last) && !recorded.is_empty() {
            return last;
        }
        let holds = |zone: &Zone| {
            recorded
                .iter()
                .all(|l| offset_at(*zone, l.to_utc()) == offset(l))
        };
        let zone = zones.named(&self.zone).filter(holds);
        zone.map_or(last, |zone| offset_at(zone, at))
    }
}

/// Formats a wall-clock time as it is typed, with the mark of a second occurrence if the zone says
/// that it occurs twice and the offset is that of the second.
fn typed_clock(local: NaiveDateTime, offset: i32, zone: Option<Zone>) -> String {
    let clock = local.format("%H:%M");
    if zone.is_some_and(|zone| is_second_offset(local, offset, zone)) {
        format!("{clock} {SECOND_SUFFIX}")
    } else {
        clock.to_string()
    }
}
