//! Measures: numbers computed from an entry by a closed set of formulas.
//!
//! There are eight formulas, without conditions, loops or text. A tracker that needs more is
//! written in code.

use crate::{definition::Definition, unit::Unit};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A number computed from an entry's answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Measure {
    /// Lower-case key, never changed once released.
    pub key: String,
    /// Its unit.
    pub unit: Unit,
    /// Its formula.
    pub formula: Formula,
    /// Below this, the entry is invalid (`<key>.fault` says why).
    pub min: Option<f64>,
    /// Above this, the entry is invalid.
    pub max: Option<f64>,
    /// Below this, the number is unusual: `<key>.odd` asks the user to check it, but the entry is
    /// valid.
    pub odd_below: Option<f64>,
    /// Above this, the number is unusual.
    pub odd_above: Option<f64>,
}

impl Measure {
    /// Returns whether it only repeats one answer (a clock that is charted), so its text adds
    /// nothing.
    pub fn repeats(&self) -> bool {
        matches!(&self.formula, Formula::Middle(p) if p.first() == p.last())
    }
}

/// Formula of a measure. Operands are fields or earlier measures; if one is unknown, so is the
/// result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Formula {
    /// a + b + …
    Sum(Vec<String>),
    /// a − b − …
    Less(Vec<String>),
    /// Elapsed from a to b: b − a.
    Between(Vec<String>),
    /// a as a percentage of b; unknown if b is zero.
    Share(Vec<String>),
    /// Midpoint of a and b.
    Middle(Vec<String>),
    /// How many operands are greater than zero.
    Count(Vec<String>),
    /// a × b × …
    Product(Vec<String>),
    /// Index (from 0) of the band that contains a.
    Level(Vec<String>),
}

impl Formula {
    /// Returns the keys of the operands.
    pub fn parts(&self) -> &[String] {
        match self {
            Self::Sum(p) | Self::Less(p) | Self::Between(p) | Self::Share(p) => p,
            Self::Middle(p) | Self::Count(p) | Self::Product(p) | Self::Level(p) => p,
        }
    }

    /// Returns the minimum and maximum number of operands.
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

/// Returns the known field numbers together with every measure computed from them. Unknown measures
/// are absent, never zero.
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
        // An overflow counts as unknown: the journal stores no infinity.
        if let Some(value) = value.filter(|value| value.is_finite()) {
            known.insert(measure.key.clone(), value);
        }
    }
    known
}
