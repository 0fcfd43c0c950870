//! Numbers an entry yields: the closed set of formulas.
//!
//! Owns how a measure follows from fields and earlier measures. Eight formulas, without conditions, loops
//! or text, is the law: a tracker that needs more is code, not a definition.

use crate::{definition::Definition, unit::Unit};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A number computed from an entry's answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Measure {
    /// Lower-case key, never changed once released.
    pub key: String,
    /// What it counts.
    pub unit: Unit,
    /// How it is computed.
    pub formula: Formula,
    /// Below this an entry can't be right (`<key>.fault` says why).
    pub min: Option<f64>,
    /// Above this an entry can't be right.
    pub max: Option<f64>,
    /// Below this it is unusual: `<key>.odd` asks the person to look again, nothing is refused.
    pub odd_below: Option<f64>,
    /// Above this it is unusual.
    pub odd_above: Option<f64>,
}

impl Measure {
    /// Whether it only repeats one answer, as a clock that is drawn does: it tells nothing new in words.
    pub fn repeats(&self) -> bool {
        matches!(&self.formula, Formula::Middle(p) if p.first() == p.last())
    }
}

/// How a measure is computed. Each names fields or earlier measures; one unknown part makes it unknown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Formula {
    /// a + b + …
    Sum(Vec<String>),
    /// a − b − …
    Less(Vec<String>),
    /// From a to b: b − a.
    Between(Vec<String>),
    /// a of b in percent; unknown where b is zero.
    Share(Vec<String>),
    /// Halfway between a and b.
    Middle(Vec<String>),
    /// How many of these are more than zero.
    Count(Vec<String>),
    /// a × b × …
    Product(Vec<String>),
    /// The number (from 0) of the band that a falls in.
    Level(Vec<String>),
}

impl Formula {
    /// What the formula refers to.
    pub fn parts(&self) -> &[String] {
        match self {
            Self::Sum(p) | Self::Less(p) | Self::Between(p) | Self::Share(p) => p,
            Self::Middle(p) | Self::Count(p) | Self::Product(p) | Self::Level(p) => p,
        }
    }

    /// How many parts the formula takes: the fewest and the most.
    pub fn arity(&self) -> (usize, usize) {
        match self {
            Self::Sum(_) | Self::Count(_) | Self::Product(_) => (1, 64),
            Self::Less(_) => (2, 64),
            Self::Between(_) | Self::Share(_) | Self::Middle(_) => (2, 2),
            Self::Level(_) => (1, 1),
        }
    }

    fn of(&self, values: &[f64], definition: &Definition) -> Option<f64> {
        match (self, values) {
            (Self::Sum(_), all) => Some(all.iter().sum()),
            (Self::Less(_), [first, rest @ ..]) => Some(first - rest.iter().sum::<f64>()),
            (Self::Between(_), [from, to]) => Some(to - from),
            (Self::Share(_), [part, whole]) => (*whole != 0.0).then(|| 100.0 * part / whole),
            (Self::Middle(_), [a, b]) => Some(f64::midpoint(*a, *b)),
            (Self::Count(_), all) => Some(all.iter().filter(|v| **v > 0.0).count() as f64),
            (Self::Product(_), all) => Some(all.iter().product()),
            (Self::Level(part), [value]) => {
                let key = part.first()?;
                definition
                    .bands
                    .iter()
                    .filter(|b| &b.of == key)
                    .position(|b| *value >= b.from && *value <= b.to)
                    .map(|i| i as f64)
            }
            (
                Self::Less(_)
                | Self::Between(_)
                | Self::Share(_)
                | Self::Middle(_)
                | Self::Level(_),
                _,
            ) => None,
        }
    }
}

/// Every measure of an entry, from the known numbers of its fields. Unknown ones are absent, never zero.
pub fn measure(definition: &Definition, fields: HashMap<String, f64>) -> HashMap<String, f64> {
    let mut known = fields;
    for measure in &definition.measures {
        let parts: Option<Vec<f64>> = measure
            .formula
            .parts()
            .iter()
            .map(|part| known.get(part).copied())
            .collect();
        let value = parts.and_then(|values| measure.formula.of(&values, definition));
        // Beyond what a number holds it is unknown: a journal keeps no infinity.
        if let Some(value) = value.filter(|value| value.is_finite()) {
            known.insert(measure.key.clone(), value);
        }
    }
    known
}
