//! One thing recorded.
//!
//! Owns the form of an accepted entry. An entry is only made by `check` or read back from the journal.

use crate::definition::Definition;
use crate::field::Kind;
use crate::measure;
use crate::unit::Unit;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// One thing recorded: a moment, a span, a day, a night.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Never changes, travels with exports.
    pub uid: String,
    /// Key of the tracker.
    pub tracker: String,
    /// The patient's day, as decided then.
    pub day: NaiveDate,
    /// When it happened; none where only the day is known.
    pub at: Option<DateTime<Utc>>,
    /// When it ended, where it lasted.
    pub until: Option<DateTime<Utc>>,
    /// The IANA zone it happened in.
    pub zone: String,
    /// Seconds east of UTC then.
    pub offset: i32,
    /// When it was written down.
    pub recorded: DateTime<Utc>,
    /// Whether that was after its day had ended, by the day's end of then; unknown in the oldest revisions.
    #[serde(default)]
    pub late: Option<bool>,
    /// By hand, or the importer's name.
    pub source: String,
    /// The note beside it.
    pub note: String,
    /// Accepted answers by field; several for a choice of several.
    pub values: BTreeMap<String, Vec<Value>>,
}

/// One accepted answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// What counts: an amount, an option's score, minutes since 1970 UTC of a clock.
    pub number: Option<f64>,
    /// What was said: an option's key, words, a clock as local time with offset, and with its zone in brackets (RFC 9557)
    /// where that is not the entry's: `2026-11-21T22:00:00-05:00[America/New_York]`.
    pub text: Option<String>,
}

impl Value {
    /// A value that is only a number.
    pub fn number(number: f64) -> Self {
        Self {
            number: Some(number),
            text: None,
        }
    }

    /// A value that is only words.
    pub fn text(text: String) -> Self {
        Self {
            number: None,
            text: Some(text),
        }
    }

    /// A clock: an instant as a zone shows it. `home` is the zone of its entry.
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

    /// The zone of a clock that is not its entry's.
    pub fn zone(&self) -> Option<Tz> {
        let (_, zone) = self.text.as_ref()?.split_once('[')?;
        zone.strip_suffix(']')?.parse().ok()
    }

    /// The time of day a clock was answered with.
    pub fn clock(&self) -> Option<NaiveTime> {
        let local = self.text.as_ref()?.get(..19)?;
        NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M:%S")
            .ok()
            .map(|t| t.time())
    }
}

impl Entry {
    /// The numbers of the fields as formulas see them: one per field that has one. Several amounts are summed;
    /// of several options none is the number.
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

    /// Every number of this entry that may be drawn: fields with a unit and measures.
    /// Clock measures are in minutes after noon, local time.
    pub fn measured(&self, definition: &Definition) -> BTreeMap<String, f64> {
        let computed = self.computed(definition).into_iter();
        computed
            .filter(|(key, _)| definition.unit(key) != Some(Unit::Moment))
            .collect()
    }

    /// The measures beyond what is usual, also those that are never shown.
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

    /// Fields with a unit and measures, moments too.
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

    /// The instant a clock was answered with.
    pub fn clock_of(&self, field: &str) -> Option<DateTime<Utc>> {
        let minutes = self.values.get(field)?.first()?.number?;
        DateTime::from_timestamp((minutes * 60.0).round() as i64, 0)
    }

    /// The zone a clock was answered by.
    pub fn zone_of(&self, field: &str) -> Tz {
        let own = self.values.get(field).and_then(|v| v.first()?.zone());
        own.unwrap_or_else(|| self.zone.parse().unwrap_or(Tz::UTC))
    }

    /// The zone a night began in, where that is not the one it ended in.
    pub fn began(&self, definition: &Definition) -> Option<Tz> {
        let clocks = definition.fields.iter().filter(|f| f.kind == Kind::Clock);
        let mut own = clocks.filter_map(|f| self.values.get(&f.key)?.first()?.zone());
        own.next()
    }

    /// Whether it was written down after its day had ended.
    pub fn is_late(&self) -> bool {
        self.late.unwrap_or_else(|| {
            let zone = self.zone.parse::<Tz>().unwrap_or(Tz::UTC);
            crate::day::patients_day(self.recorded, zone, crate::day::STARTS) > self.day
        })
    }

    /// The answers as they were typed, for a form to show and the gate to check again.
    /// `drink` is the grams of ethanol in one standard drink.
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

/// Minutes after noon, 0 to 1440, of an instant given in minutes since 1970 UTC.
fn after_noon(moment: f64, zone: &str) -> Option<f64> {
    let zone: Tz = zone.parse().ok()?;
    let local = zone
        .timestamp_opt((moment * 60.0).round() as i64, 0)
        .single()?
        .naive_local();
    let minutes = (local.time() - NaiveTime::MIN).num_seconds() as f64 / 60.0;
    Some((minutes + 720.0) % 1440.0)
}
