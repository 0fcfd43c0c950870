//! Validation: turns a draft into an entry, or reports its errors.
//!
//! No entry is created without it, wherever the draft comes from.

use super::answers::validate_answer;
use super::clock_times::unchanged_instant;
use super::context::{EntryContext, Validated};
use super::draft::Draft;
use super::error::{ValidationError, ValidationErrorKind};
use super::{Entry, Value};
use crate::definition::{Covers, Definition, compute};
use crate::time::clock::{self, Fold};
use crate::time::night::ClockTime;
use crate::time::{Zone, Zones, patient_day};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use std::collections::BTreeMap;

/// Maximum length of a note, in characters.
pub const MAX_NOTE_LEN: usize = 20_000;

impl Definition {
    /// Validates a draft and returns the entry it makes.
    ///
    /// # Errors
    /// Returns the errors found in the draft. An invalid day is returned alone.
    pub fn validate(
        &self,
        draft: &Draft,
        context: &EntryContext,
    ) -> Result<Validated, Vec<ValidationError>> {
        let mut errors = Vec::new();
        let mut known = |typed: Option<&String>, or: Zone| {
            parse_zone(typed, or, &context.zones).unwrap_or_else(|error| {
                errors.push(error);
                or
            })
        };
        let zone = known(draft.zone.as_ref(), context.zone);
        let zones = [known(draft.start_zone.as_ref(), zone), zone];
        if draft.start_zone.is_some() && self.covers != Covers::Night {
            errors.push(ValidationError::for_field(
                "began",
                ValidationErrorKind::UnknownField,
            ));
        }
        let day =
            parse_day(draft, context, zone, self.max_days_ahead).map_err(|error| vec![error])?;
        let mut values = self.validate_answers(draft, day, context.grams_per_drink, &mut errors);
        let dst_shifted =
            self.place_clock_fields(draft, day, zones, context, &mut values, &mut errors);
        let at = self.validate_time(draft, day, zone, context, &mut errors);
        if values.is_empty() && draft.note.trim().is_empty() && errors.is_empty() {
            errors.push(ValidationError::general(ValidationErrorKind::Empty));
        }
        if draft.note.chars().count() > MAX_NOTE_LEN {
            let kind = ValidationErrorKind::TooLong { max: MAX_NOTE_LEN };
            errors.push(ValidationError::for_field("note", kind));
        }
        let entry = self.entry(draft, context, day, zone, at, values);
        errors.extend(self.inconsistent_measures(&entry));
        if errors.is_empty() {
            Ok(Validated { entry, dst_shifted })
        } else {
            Err(errors)
        }
    }

    fn entry(
        &self,
        draft: &Draft,
        context: &EntryContext,
        day: NaiveDate,
        zone: Zone,
        at: Option<DateTime<Utc>>,
        values: BTreeMap<String, Vec<Value>>,
    ) -> Entry {
        let when = at.unwrap_or_else(|| clock::instant(day.and_time(noon()), zone, Fold::First));
        let unchanged = context.previous(day, zone).filter(|p| p.occurred_at == at);
        let offset = unchanged.map_or_else(|| clock::offset_at(zone, when), |p| p.offset);
        Entry {
            uid: context.uid.clone(),
            tracker: self.key.clone(),
            day,
            occurred_at: at,
            ended_at: None,
            zone: zone.name().to_owned(),
            offset,
            recorded_at: context.now,
            is_late: Some(patient_day(context.now, zone, context.day_start) > day),
            source: context.source.clone(),
            note: draft.note.clone(),
            values,
        }
    }

    fn validate_answers(
        &self,
        draft: &Draft,
        day: NaiveDate,
        grams_per_drink: f64,
        errors: &mut Vec<ValidationError>,
    ) -> BTreeMap<String, Vec<Value>> {
        let mut values = BTreeMap::new();
        for (key, answer) in &draft.values {
            match self
                .field(key)
                .ok_or(ValidationErrorKind::UnknownField)
                .and_then(|f| validate_answer(f, answer, day, grams_per_drink))
            {
                Ok(accepted) if accepted.is_empty() => {}
                Ok(accepted) => drop(values.insert(key.clone(), accepted)),
                Err(kind) => errors.push(ValidationError::for_field(key, kind)),
            }
        }
        values
    }

    fn validate_time(
        &self,
        draft: &Draft,
        day: NaiveDate,
        zone: Zone,
        context: &EntryContext,
        errors: &mut Vec<ValidationError>,
    ) -> Option<DateTime<Utc>> {
        let typed = draft.at.as_deref().filter(|t| !t.trim().is_empty())?;
        let Some(time) = clock::parse_clock(typed) else {
            errors.push(ValidationError::for_field(
                "at",
                ValidationErrorKind::NotATime,
            ));
            return None;
        };
        let second = clock::is_second(typed);
        let clock = Some(ClockTime { time, zone, second });
        let previous = context
            .previous(day, zone)
            .and_then(Entry::occurred_with_offset);
        if let Some(at) = previous.and_then(|at| unchanged_instant(at, clock, day)) {
            return Some(at);
        }
        // A time before the day start is on the next date: 00:20 falls in the night after the day.
        let early = time < NaiveTime::MIN + chrono::Duration::minutes(i64::from(context.day_start));
        let date = if early {
            day.succ_opt().unwrap_or(day)
        } else {
            day
        };
        let which = if second { Fold::Second } else { Fold::First };
        let at = clock::instant(date.and_time(time), zone, which);
        if self.max_days_ahead == 0 && at > context.now {
            let past = clock::instant(day.and_time(time), zone, which) <= context.now;
            let kind = if early && past {
                ValidationErrorKind::DayBefore
            } else {
                ValidationErrorKind::NotYet
            };
            errors.push(ValidationError::for_field("at", kind));
            return None;
        }
        Some(at)
    }

    /// Returns the first measure outside its range: each answer is valid alone, but not in
    /// combination.
    fn inconsistent_measures(&self, entry: &Entry) -> Vec<ValidationError> {
        let known = compute::compute(self, entry.numbers(self));
        self.measures
            .iter()
            .filter(|m| {
                known.get(&m.key).is_some_and(|v| {
                    m.min.is_some_and(|min| *v < min) || m.max.is_some_and(|max| *v > max)
                })
            })
            .map(|m| ValidationError::for_field(&m.key, ValidationErrorKind::Inconsistent))
            // The user has to check the answers only once: further errors follow from the first.
            .take(1)
            .collect()
    }
}

fn noon() -> NaiveTime {
    NaiveTime::MIN + chrono::Duration::hours(12)
}

fn parse_zone(typed: Option<&String>, or: Zone, zones: &Zones) -> Result<Zone, ValidationError> {
    match typed {
        None => Ok(or),
        Some(name) => zones.named(name).ok_or(ValidationError::for_field(
            "zone",
            ValidationErrorKind::NotAZone,
        )),
    }
}

fn parse_day(
    draft: &Draft,
    context: &EntryContext,
    zone: Zone,
    ahead: u32,
) -> Result<NaiveDate, ValidationError> {
    let day = NaiveDate::parse_from_str(draft.day.trim(), "%Y-%m-%d")
        .ok()
        .filter(|d| (1900..=9999).contains(&d.year()))
        .ok_or(ValidationError::for_field(
            "day",
            ValidationErrorKind::NotADay,
        ))?;
    let local = context.now.with_timezone(&zone).date_naive();
    if day > local + chrono::Duration::days(i64::from(ahead)) {
        Err(ValidationError::for_field(
            "day",
            ValidationErrorKind::Future,
        ))
    } else {
        Ok(day)
    }
}
