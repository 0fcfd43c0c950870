//! Dates and instants of clock fields.

use super::Value;
use super::context::EntryContext;
use super::draft::{Answer, Draft};
use super::error::{ValidationError, ValidationErrorKind};
use crate::definition::{Covers, Definition, Field, FieldKind};
use crate::time::clock::{self, Fold};
use crate::time::night::{self, ClockTime, PlacedTime};
use chrono::{DateTime, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
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
        [start_zone, zone]: [Tz; 2],
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
        let clock = |(index, f): (usize, &&Field)| {
            let time = values.get(&f.key)?.first()?.clock()?;
            let typed = draft.values.get(&f.key);
            let second = matches!(typed, Some(Answer::Text(t)) if clock::is_second(t));
            let first = night && index < fields.len() / 2;
            Some(ClockTime {
                time,
                zone: if first { start_zone } else { zone },
                second,
            })
        };
        let clocks: Vec<Option<ClockTime>> = fields.iter().enumerate().map(clock).collect();
        let placed = if night {
            night::place(&clocks, day)
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
                values.insert(field.key.clone(), vec![value]);
                if placed.dst_shifted && draft.values.contains_key(&field.key) {
                    dst_shifted.push(field.key.clone());
                }
            }
        }
        dst_shifted
    }
}

/// Places clocks that do not form a night, each on its own. Unchanged times keep their previous
/// instant.
fn place_independently(
    fields: &[&Field],
    clocks: &[Option<ClockTime>],
    day: NaiveDate,
    zone: Tz,
    context: &EntryContext,
) -> Vec<Option<PlacedTime>> {
    let previous = context.previous(day, zone);
    let place = |(field, clock): (&&Field, &Option<ClockTime>)| {
        let unchanged = previous.and_then(|previous| {
            unchanged_instant(previous.clock_of(&field.key)?, *clock, day, zone)
        });
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
fn alone(clock: Option<ClockTime>, day: NaiveDate, zone: Tz, context: &EntryContext) -> NaiveDate {
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
    previous: DateTime<Utc>,
    clock: Option<ClockTime>,
    day: NaiveDate,
    zone: Tz,
) -> Option<DateTime<Utc>> {
    let local = previous.with_timezone(&zone).naive_local();
    let minute = |time: NaiveTime| (time.hour(), time.minute());
    let second = clock::is_second_occurrence(previous, zone);
    let same = clock.is_some_and(|c| minute(c.time) == minute(local.time()) && c.second == second);
    let days = (local.date() - day).num_days();
    (same && (0..=1).contains(&days)).then_some(previous)
}
