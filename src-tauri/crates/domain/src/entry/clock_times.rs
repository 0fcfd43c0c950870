//! Dates and instants of clock fields.

use super::context::EntryContext;
use super::draft::{Answer, Draft};
use super::error::{ValidationError, ValidationErrorKind};
use super::{Entry, Value};
use crate::definition::{Covers, Definition, Field, FieldKind};
use crate::time::Zone;
use crate::time::clock::{self, Fold};
use crate::time::night::{self, ClockTime, PlacedTime};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike, Utc};
use std::collections::BTreeMap;

impl Definition {
    /// Assigns each clock field its date and instant, and returns the keys of those moved forward
    /// by daylight saving time. A time of a night that has not come is
    /// an error.
    ///
    /// The first half of a night's clocks use the zone it began in, the others the zone it ended
    /// in.
    pub(super) fn place_clock_fields(
        &self,
        draft: &Draft,
        day: NaiveDate,
        [start_zone, zone]: [Zone; 2],
        context: &EntryContext,
        values: &mut BTreeMap<String, Vec<Value>>,
        errors: &mut Vec<ValidationError>,
    ) -> Vec<String> {
        let fields: Vec<&Field> = self
            .fields
            .iter()
            .filter(|f| f.kind == FieldKind::Clock)
            .collect();
        let night = self.covers == Covers::Night;
        let clocks = clock_times(
            &fields,
            draft,
            [if night { start_zone } else { zone }, zone],
            values,
        );
        let previous = context.previous(day, zone);
        let placed = if night {
            let placed = night::place(&clocks, day);
            kept_night(&fields, &clocks, &placed, previous).unwrap_or(placed)
        } else {
            place_independently(&fields, &clocks, day, zone, context)
        };
        let mut dst_shifted = Vec::new();
        for ((field, clock), placed) in fields.iter().zip(&clocks).zip(placed) {
            if let Some((clock, placed)) = clock.zip(placed) {
                if night && placed.at > context.now {
                    errors.push(ValidationError::for_field(
                        &field.key,
                        ValidationErrorKind::NotYet,
                    ));
                }
                let value = Value::instant(placed.at, clock.zone, zone);
                let recorded = previous.and_then(|previous| previous.values.get(&field.key));
                let same = recorded.filter(|recorded| is_same_instant(recorded, &value));
                let kept = same.cloned().unwrap_or_else(|| vec![value]);
                values.insert(field.key.clone(), kept);
                if placed.dst_shifted && draft.values.contains_key(&field.key) {
                    dst_shifted.push(field.key.clone());
                }
            }
        }
        dst_shifted
    }
}

/// Returns the typed time of each field, with the zone it is read in: the first half of the fields
/// in the first zone.
fn clock_times(
    fields: &[&Field],
    draft: &Draft,
    [start_zone, zone]: [Zone; 2],
    values: &BTreeMap<String, Vec<Value>>,
) -> Vec<Option<ClockTime>> {
    let clock = |(index, field): (usize, &&Field)| {
        let time = values.get(&field.key)?.first()?.clock()?;
        let typed = draft.values.get(&field.key);
        let second = matches!(typed, Some(Answer::Text(t)) if clock::is_second(t));
        let zone = if index < fields.len() / 2 {
            start_zone
        } else {
            zone
        };
        Some(ClockTime { time, zone, second })
    };
    fields.iter().enumerate().map(clock).collect()
}

/// Returns whether a recorded clock is that instant in that zone. It keeps its recorded UTC offset.
fn is_same_instant(recorded: &[Value], value: &Value) -> bool {
    let recorded = recorded.first();
    recorded.is_some_and(|r| r.number == value.number && r.zone_name() == value.zone_name())
}

/// Returns the recorded instants of a night whose wall-clock times are unchanged, if the rules of its
/// zones have changed since. What was recorded does not move.
fn kept_night(
    fields: &[&Field],
    clocks: &[Option<ClockTime>],
    placed: &[Option<PlacedTime>],
    previous: Option<&Entry>,
) -> Option<Vec<Option<PlacedTime>>> {
    let previous = previous?;
    let mut rules_changed = false;
    let mut kept = Vec::with_capacity(placed.len());
    for ((field, clock), placed) in fields.iter().zip(clocks).zip(placed) {
        let recorded = previous.local_of(&field.key);
        let (Some((clock, placed)), Some(recorded)) = (clock.zip(*placed), recorded) else {
            if placed.is_some() || recorded.is_some() {
                return None;
            }
            kept.push(None);
            continue;
        };
        if placed.at.with_timezone(&clock.zone).naive_local() != recorded.naive_local()
            || previous.zone_name_of(&field.key) != clock.zone.name()
        {
            return None;
        }
        let at = recorded.to_utc();
        rules_changed |= clock::offset_at(clock.zone, at) != recorded.offset().local_minus_utc();
        kept.push(Some(PlacedTime { at, ..placed }));
    }
    rules_changed.then_some(kept)
}

/// Places clocks that do not form a night, each on its own. Unchanged times keep their previous
/// instant.
fn place_independently(
    fields: &[&Field],
    clocks: &[Option<ClockTime>],
    day: NaiveDate,
    zone: Zone,
    context: &EntryContext,
) -> Vec<Option<PlacedTime>> {
    let previous = context.previous(day, zone);
    let place = |(field, clock): (&&Field, &Option<ClockTime>)| {
        let unchanged = previous
            .and_then(|previous| unchanged_instant(previous.local_of(&field.key)?, *clock, day));
        match unchanged {
            Some(at) => vec![Some(PlacedTime {
                at,
                dst_shifted: false,
            })],
            None => night::place(&[*clock], alone(*clock, day, zone, context)),
        }
    };
    fields.iter().zip(clocks).flat_map(place).collect()
}

/// Returns the date of a single clock. A time before the day start is on the next date (00:20 falls
/// in the night after the day), unless that instant is still in the future.
fn alone(
    clock: Option<ClockTime>,
    day: NaiveDate,
    zone: Zone,
    context: &EntryContext,
) -> NaiveDate {
    let day_start = NaiveTime::MIN + chrono::Duration::minutes(i64::from(context.day_start));
    let early = clock
        .map(|clock| clock.time)
        .filter(|time| *time < day_start);
    let Some((time, next)) = early.zip(day.succ_opt()) else {
        return day;
    };
    let after = clock::instant(next.and_time(time), zone, Fold::First);
    if after > context.now { day } else { next }
}

/// Returns the previous instant if the clock time is unchanged: its date was decided when it was
/// recorded. Returns `None` if the instant can't belong to that day.
pub(super) fn unchanged_instant(
    previous: DateTime<FixedOffset>,
    clock: Option<ClockTime>,
    day: NaiveDate,
) -> Option<DateTime<Utc>> {
    let clock = clock?;
    let local = previous.naive_local();
    let minute = |time: NaiveTime| (time.hour(), time.minute());
    let offset = previous.offset().local_minus_utc();
    let second = clock::is_second_offset(local, offset, clock.zone);
    let same = minute(clock.time) == minute(local.time()) && clock.second == second;
    let days = (local.date() - day).num_days();
    (same && (0..=1).contains(&days)).then_some(previous.to_utc())
}
