//! Answers whose stored number can't be that of the answer, and what they are mended to.

use super::{Entry, Value};
use crate::definition::{Definition, Field, FieldKind, Unit};
use crate::time::clock::{Fold, instant, offset_at};
use crate::time::{Zone, Zones};
use chrono::{DateTime, NaiveTime, Utc};

/// The name under which a wrong UTC offset is listed.
pub const OFFSET: &str = "offset";

/// An offset is believed if the zone has it within this many years: an entry may have been recorded by
/// rules that have changed since.
const RULE_YEARS: i64 = 5;

impl FieldKind {
    /// Returns whether the number of a stored answer can't be that of its text. Limits are another
    /// matter.
    pub fn is_contradicted_by(&self, value: &Value) -> bool {
        let Value { number, text } = value;
        match self {
            Self::Choice { options, .. } => {
                let mut options = options.iter();
                let option = options.find(|o| Some(o.key.as_str()) == text.as_deref());
                option.is_some_and(|option| option.score != *number)
            }
            Self::YesNo => !number.is_some_and(|n| [0.0, 1.0].contains(&n)),
            Self::Clock => {
                let local = value.local();
                local.map(|local| local.timestamp() as f64 / 60.0) != *number
            }
            Self::Scale { .. } | Self::Quantity { .. } | Self::Text { .. } => false,
        }
    }

    /// Returns whether a stored number is outside the limits of the question.
    fn is_beyond(&self, value: &Value) -> bool {
        let outside = |min: f64, max: f64| {
            let inside = |number: f64| number.is_finite() && (min..=max).contains(&number);
            !value.number.is_some_and(inside)
        };
        match self {
            Self::Scale { min, max } => {
                outside(*min, *max) || value.number.is_some_and(|n| n.fract() != 0.0)
            }
            // Limits of standard drinks hold in grams and depend on the country.
            Self::Quantity { unit, .. } if *unit == Unit::StandardDrink => outside(0.0, f64::MAX),
            Self::Quantity { min, max, .. } => outside(*min, *max),
            Self::Choice { .. } | Self::Clock | Self::YesNo | Self::Text { .. } => false,
        }
    }

    /// Returns the answer that a wrong one is mended to; `None` if it is not known.
    fn mended(&self, value: &Value) -> Option<Value> {
        let number = match self {
            Self::Choice { options, .. } => {
                let option = options
                    .iter()
                    .find(|o| Some(o.key.as_str()) == value.text.as_deref())?;
                option.score
            }
            Self::YesNo => Some(f64::from(u8::from(value.number? > 0.0))),
            Self::Clock => Some(value.local()?.timestamp() as f64 / 60.0),
            Self::Scale { .. } | Self::Quantity { .. } | Self::Text { .. } => return None,
        };
        Some(Value {
            number,
            text: value.text.clone(),
        })
    }
}

impl Zone {
    /// Returns whether an entry's UTC offset can be one of this zone.
    pub fn can_have_offset_of(self, entry: &Entry) -> bool {
        self.has_offset_near(entry.offset, noon(entry), RULE_YEARS)
    }
}

fn noon(entry: &Entry) -> DateTime<Utc> {
    entry.day.and_time(NaiveTime::MIN).and_utc() + chrono::Duration::hours(12)
}

impl Definition {
    /// Returns the keys of answers that contradict themselves or their question, and `OFFSET` for a
    /// UTC offset that the zone does not have. Answers to fields that are gone are left alone.
    pub fn contradictions(&self, entry: &Entry, zones: &Zones) -> Vec<&str> {
        let fields = self.fields.iter().filter(|field| is_wrong(field, entry));
        let mut keys: Vec<&str> = fields.map(|field| field.key.as_str()).collect();
        let zone = zones.named(&entry.zone);
        if zone.is_some_and(|zone| !zone.can_have_offset_of(entry)) {
            keys.push(OFFSET);
        }
        keys
    }

    /// Returns an entry without its contradictions: a number is set to that of its own answer, and an
    /// answer that can't be known is left out.
    #[must_use]
    pub fn mended(&self, entry: &Entry, zones: &Zones) -> Entry {
        let mut mended = entry.clone();
        for field in self.fields.iter().filter(|field| is_wrong(field, entry)) {
            let values = mended.values.remove(&field.key).unwrap_or_default();
            let kept = |value: Value| {
                if field.kind.is_contradicted_by(&value) || field.kind.is_beyond(&value) {
                    field.kind.mended(&value)
                } else {
                    Some(value)
                }
            };
            let kept: Vec<Value> = values.into_iter().filter_map(kept).collect();
            if !kept.is_empty() {
                mended.values.insert(field.key.clone(), kept);
            }
        }
        if let Some(zone) = zones
            .named(&entry.zone)
            .filter(|z| !z.can_have_offset_of(entry))
        {
            let noon = entry.day.and_time(NaiveTime::MIN) + chrono::Duration::hours(12);
            let at = entry
                .occurred_at
                .unwrap_or_else(|| instant(noon, zone, Fold::First));
            mended.offset = offset_at(zone, at);
        }
        mended
    }
}

fn is_wrong(field: &Field, entry: &Entry) -> bool {
    let values = entry.values.get(&field.key).into_iter().flatten();
    let wrong = |value: &Value| field.kind.is_contradicted_by(value) || field.kind.is_beyond(value);
    values.into_iter().any(wrong)
}
