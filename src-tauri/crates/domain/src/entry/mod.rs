//! Recorded entries and their values.
//!
//! An entry is created only by validation (`check`) or read back from the journal or an export.

mod answers;
mod clock_times;
mod context;
mod contradiction;
mod draft;
mod error;
mod local_time;
mod source;
mod validate;

pub use context::{EntryContext, Validated};
pub use contradiction::OFFSET;
pub use draft::{Answer, Draft};
pub use error::{ValidationError, ValidationErrorKind};
pub use source::Source;
pub use validate::MAX_NOTE_LEN;

use crate::definition::{Definition, FieldKind, Unit, compute};
use crate::time::Zones;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// One recorded entry: a moment, a span, a day or a night.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Permanent identifier, kept in exports.
    pub uid: String,
    /// Key of the tracker.
    pub tracker: String,
    /// The patient's day, fixed when the entry was recorded.
    pub day: NaiveDate,
    /// When it happened; `None` if only the day is known.
    #[serde(rename = "at")]
    pub occurred_at: Option<DateTime<Utc>>,
    /// When it ended, if it has a duration.
    #[serde(rename = "until")]
    pub ended_at: Option<DateTime<Utc>>,
    /// IANA zone it happened in.
    pub zone: String,
    /// UTC offset at that time, in seconds east.
    pub offset: i32,
    /// When it was recorded.
    #[serde(rename = "recorded")]
    pub recorded_at: DateTime<Utc>,
    /// Whether it was recorded after its day had ended, by the day start in force then. `None` if
    /// unknown, as in the oldest revisions.
    #[serde(default, rename = "late")]
    pub is_late: Option<bool>,
    /// How the entry was made.
    pub source: Source,
    /// The note on the entry.
    pub note: String,
    /// Validated answers by field; more than one value for a field with several answers.
    pub values: BTreeMap<String, Vec<Value>>,
}

/// One validated answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// The number: an amount, an option's score, or a clock in minutes since 1970 UTC.
    pub number: Option<f64>,
    /// The text: an option's key, free text, or a clock as local time with offset. A zone other
    /// than the entry's is added in brackets (RFC 9557):
    /// `2026-11-21T22:00:00-05:00[America/New_York]`.
    pub text: Option<String>,
}

impl Value {
    /// Creates a value with only a number.
    pub fn number(number: f64) -> Self {
        Self {
            number: Some(number),
            text: None,
        }
    }

    /// Creates a value with only text.
    pub fn text(text: String) -> Self {
        Self {
            number: None,
            text: Some(text),
        }
    }
}

impl Entry {
    /// Returns a copy without free text and without answers to fields that no longer exist.
    #[must_use]
    pub fn without_free_text(&self, definition: &Definition) -> Self {
        let mut copy = self.clone();
        copy.values.retain(|key, _| {
            let kind = definition.field(key).map(|field| &field.kind);
            !matches!(kind, Some(FieldKind::Text { .. }) | None)
        });
        copy
    }

    /// Returns the numbers that formulas use: at most one per field. Several amounts are summed; a
    /// choice with several selected options has no number.
    pub(crate) fn numbers(&self, definition: &Definition) -> HashMap<String, f64> {
        let sums = |key: &str| match definition.field(key).map(|f| &f.kind) {
            Some(FieldKind::Quantity { several, .. }) => *several,
            Some(
                FieldKind::Scale { .. }
                | FieldKind::Choice { .. }
                | FieldKind::Clock
                | FieldKind::YesNo
                | FieldKind::Text { .. },
            )
            | None => false,
        };
        self.values
            .iter()
            .filter_map(|(key, values)| match values.as_slice() {
                [one] => one.number.map(|n| (key.clone(), n)),
                [_, _, ..] if sums(key) => Some((
                    key.clone(),
                    values.iter().filter_map(|v| v.number).sum::<f64>(),
                )),
                [] | [_, _, ..] => None,
            })
            .collect()
    }

    /// Returns every number of this entry that can be charted: fields with a unit, and measures.
    /// Clock measures are in minutes after noon, local time.
    pub fn measures(&self, definition: &Definition, zones: &Zones) -> BTreeMap<String, f64> {
        let all_measures = self.all_measures(definition, zones).into_iter();
        all_measures
            .filter(|(key, _)| definition.unit(key) != Some(Unit::Instant))
            .collect()
    }

    /// Returns the keys of measures outside their usual range, including those never shown.
    pub fn unusual_measures<'a>(&self, definition: &'a Definition, zones: &Zones) -> Vec<&'a str> {
        let all_measures = self.all_measures(definition, zones);
        let unusual = definition.measures.iter().filter(|m| {
            all_measures.get(&m.key).is_some_and(|value| {
                m.warn_below.is_some_and(|low| *value < low)
                    || m.warn_above.is_some_and(|high| *value > high)
            })
        });
        unusual.map(|m| m.key.as_str()).collect()
    }

    /// Returns fields with a unit, and measures, including those with unit `Moment`.
    fn all_measures(&self, definition: &Definition, zones: &Zones) -> HashMap<String, f64> {
        compute::compute(definition, self.numbers(definition))
            .into_iter()
            .filter_map(|(key, value)| match definition.unit(&key)? {
                Unit::Clock => Some((key, self.minutes_after_noon(value, zones)?)),
                Unit::Instant
                | Unit::Minutes
                | Unit::Percent
                | Unit::StandardDrink
                | Unit::Points
                | Unit::Other(_) => Some((key, value)),
            })
            .collect()
    }

    /// Returns the instant of a clock field.
    pub fn clock_of(&self, field: &str) -> Option<DateTime<Utc>> {
        let minutes = self.values.get(field)?.first()?.number?;
        DateTime::from_timestamp((minutes * 60.0).round() as i64, 0)
    }

    /// Converts the values back to answers as typed, for a form to show and validation to check
    /// again. `drink` is the grams of ethanol in one standard drink.
    pub fn answers(
        &self,
        definition: &Definition,
        drink: f64,
        zones: &Zones,
    ) -> BTreeMap<String, Answer> {
        let answer = |key: &str, values: &[Value]| -> Option<Answer> {
            let first = values.first()?;
            Some(match &definition.field(key)?.kind {
                FieldKind::Quantity { unit, several, .. } => {
                    let drinks = |grams: f64| (grams / drink * 100.0).round() / 100.0;
                    let typed = |n: f64| {
                        if *unit == Unit::StandardDrink {
                            drinks(n)
                        } else {
                            n
                        }
                    };
                    let mut amounts = values.iter().filter_map(|v| v.number).map(typed);
                    if *several && values.len() > 1 {
                        Answer::Numbers(amounts.collect())
                    } else {
                        Answer::Number(amounts.next()?)
                    }
                }
                FieldKind::Scale { .. } => Answer::Number(first.number?),
                FieldKind::YesNo => Answer::Bool(first.number? > 0.0),
                FieldKind::Clock => Answer::Text(self.clock_answer(key, zones)?),
                FieldKind::Choice { several: true, .. } => {
                    Answer::Choices(values.iter().filter_map(|v| v.text.clone()).collect())
                }
                FieldKind::Choice { .. } | FieldKind::Text { .. } => {
                    Answer::Text(first.text.clone()?)
                }
            })
        };
        self.values
            .iter()
            .filter_map(|(k, v)| Some((k.clone(), answer(k, v)?)))
            .collect()
    }
}
