//! Recorded entries and their values.
//!
//! An entry is created only by validation (`check`) or read back from the journal or an export.

use crate::definition::Definition;
use crate::field::Kind;
use crate::measure;
use crate::unit::Unit;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
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
    pub at: Option<DateTime<Utc>>,
    /// When it ended, if it has a duration.
    pub until: Option<DateTime<Utc>>,
    /// IANA zone it happened in.
    pub zone: String,
    /// UTC offset at that time, in seconds east.
    pub offset: i32,
    /// When it was recorded.
    pub recorded: DateTime<Utc>,
    /// Whether it was recorded after its day had ended, by the day start in force then. `None` if
    /// unknown, as in the oldest revisions.
    #[serde(default)]
    pub late: Option<bool>,
    /// Origin: entered by hand, or the name of the importer.
    pub source: String,
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

    /// Creates a clock value: an instant with its local time in `zone`. `home` is the zone of the
    /// entry.
    pub(crate) fn moment(at: DateTime<Utc>, zone: Tz, home: Tz) -> Self {
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

    /// Returns the zone of a clock if it differs from its entry's.
    pub fn zone(&self) -> Option<Tz> {
        let (_, zone) = self.text.as_ref()?.split_once('[')?;
        zone.strip_suffix(']')?.parse().ok()
    }

    /// Returns the local time of day of a clock value.
    pub fn clock(&self) -> Option<NaiveTime> {
        let local = self.text.as_ref()?.get(..19)?;
        NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M:%S")
            .ok()
            .map(|t| t.time())
    }
}

impl Entry {
    /// Returns the numbers that formulas use: at most one per field. Several amounts are summed; a
    /// choice with several selected options has no number.
    pub(crate) fn numbers(&self, definition: &Definition) -> HashMap<String, f64> {
        let sums = |key: &str| match definition.field(key).map(|f| &f.kind) {
            Some(Kind::Quantity { several, .. }) => *several,
            Some(
                Kind::Scale { .. }
                | Kind::Choice { .. }
                | Kind::Clock
                | Kind::YesNo
                | Kind::Text { .. },
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
    pub fn measured(&self, definition: &Definition) -> BTreeMap<String, f64> {
        let computed = self.computed(definition).into_iter();
        computed
            .filter(|(key, _)| definition.unit(key) != Some(Unit::Moment))
            .collect()
    }

    /// Returns the keys of measures outside their usual range, including those never shown.
    pub fn odd<'a>(&self, definition: &'a Definition) -> Vec<&'a str> {
        let computed = self.computed(definition);
        let unusual = definition.measures.iter().filter(|m| {
            computed.get(&m.key).is_some_and(|value| {
                m.odd_below.is_some_and(|low| *value < low)
                    || m.odd_above.is_some_and(|high| *value > high)
            })
        });
        unusual.map(|m| m.key.as_str()).collect()
    }

    /// Returns fields with a unit, and measures, including those with unit `Moment`.
    fn computed(&self, definition: &Definition) -> HashMap<String, f64> {
        measure::measure(definition, self.numbers(definition))
            .into_iter()
            .filter_map(|(key, value)| match definition.unit(&key)? {
                Unit::Clock => Some((key, after_noon(value, &self.zone)?)),
                Unit::Moment
                | Unit::Minutes
                | Unit::Percent
                | Unit::Drinks
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

    /// Returns the zone of a clock field; the entry's zone by default.
    pub fn zone_of(&self, field: &str) -> Tz {
        let own = self.values.get(field).and_then(|v| v.first()?.zone());
        own.unwrap_or_else(|| self.zone.parse().unwrap_or(Tz::UTC))
    }

    /// Returns the zone a night began in, if it differs from the zone it ended in.
    pub fn began(&self, definition: &Definition) -> Option<Tz> {
        let clocks = definition.fields.iter().filter(|f| f.kind == Kind::Clock);
        let mut own = clocks.filter_map(|f| self.values.get(&f.key)?.first()?.zone());
        own.next()
    }

    /// Returns whether it was recorded after its day had ended. Assumes the default day start where
    /// the stored flag is missing.
    pub fn is_late(&self) -> bool {
        self.late.unwrap_or_else(|| {
            let zone = self.zone.parse::<Tz>().unwrap_or(Tz::UTC);
            crate::day::patients_day(self.recorded, zone, crate::day::STARTS) > self.day
        })
    }

    /// Converts the values back to answers as typed, for a form to show and validation to check
    /// again. `drink` is the grams of ethanol in one standard drink.
    pub fn answers(
        &self,
        definition: &Definition,
        drink: f64,
    ) -> BTreeMap<String, crate::draft::Answer> {
        use crate::draft::Answer;
        let answer = |key: &str, values: &[Value]| -> Option<Answer> {
            let first = values.first()?;
            Some(match &definition.field(key)?.kind {
                Kind::Quantity { unit, several, .. } => {
                    let drinks = |grams: f64| (grams / drink * 100.0).round() / 100.0;
                    let typed = |n: f64| if *unit == Unit::Drinks { drinks(n) } else { n };
                    let mut amounts = values.iter().filter_map(|v| v.number).map(typed);
                    if *several && values.len() > 1 {
                        Answer::Amounts(amounts.collect())
                    } else {
                        Answer::Number(amounts.next()?)
                    }
                }
                Kind::Scale { .. } => Answer::Number(first.number?),
                Kind::YesNo => Answer::Truth(first.number? > 0.0),
                Kind::Clock => {
                    Answer::Text(crate::day::typed(self.clock_of(key)?, self.zone_of(key)))
                }
                Kind::Choice { several: true, .. } => {
                    Answer::Several(values.iter().filter_map(|v| v.text.clone()).collect())
                }
                Kind::Choice { .. } | Kind::Text { .. } => Answer::Text(first.text.clone()?),
            })
        };
        self.values
            .iter()
            .filter_map(|(k, v)| Some((k.clone(), answer(k, v)?)))
            .collect()
    }
}

/// Converts an instant in minutes since 1970 UTC to local minutes after noon (0 to 1440).
fn after_noon(moment: f64, zone: &str) -> Option<f64> {
    let zone: Tz = zone.parse().ok()?;
    let local = zone
        .timestamp_opt((moment * 60.0).round() as i64, 0)
        .single()?
        .naive_local();
    let minutes = (local.time() - NaiveTime::MIN).num_seconds() as f64 / 60.0;
    Some((minutes + 720.0) % 1440.0)
}
