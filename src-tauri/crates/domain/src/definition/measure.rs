//! Measures: numbers computed from an entry by a closed set of formulas.
//!
//! There are eight formulas, without conditions, loops or text. A tracker that needs more is
//! written in code.

use super::chart::Band;
use super::unit::Unit;
use serde::{Deserialize, Serialize};

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
    /// Below this, the entry is invalid (`<key>.error` says why).
    pub min: Option<f64>,
    /// Above this, the entry is invalid.
    pub max: Option<f64>,
    /// Below this, the number is unusual: `<key>.warning` asks the user to check it, but the entry is
    /// valid.
    pub warn_below: Option<f64>,
    /// Above this, the number is unusual.
    pub warn_above: Option<f64>,
}

impl Measure {
    /// Returns whether it only repeats one answer (a clock that is charted), so its text adds
    /// nothing.
    pub fn repeats(&self) -> bool {
        matches!(&self.formula, Formula::Midpoint(p) if p.first() == p.last())
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
    Difference(Vec<String>),
    /// Elapsed from a to b: b − a; unknown if b is before a, as on a day that its zone skipped.
    Elapsed(Vec<String>),
    /// a as a percentage of b; unknown if b is zero.
    Percentage(Vec<String>),
    /// Midpoint of a and b.
    Midpoint(Vec<String>),
    /// How many operands are greater than zero.
    Count(Vec<String>),
    /// a × b × …
    Product(Vec<String>),
    /// Index (from 0) of the band that contains a.
    BandIndex(Vec<String>),
}

impl Formula {
    /// Returns the keys of the operands.
    pub fn parts(&self) -> &[String] {
        match self {
            Self::Sum(p) | Self::Difference(p) | Self::Elapsed(p) | Self::Percentage(p) => p,
            Self::Midpoint(p) | Self::Count(p) | Self::Product(p) | Self::BandIndex(p) => p,
        }
    }

    /// Returns the minimum and maximum number of operands.
    pub fn arity(&self) -> (usize, usize) {
        match self {
            Self::Sum(_) | Self::Count(_) | Self::Product(_) => (1, 64),
            Self::Difference(_) => (2, 64),
            Self::Elapsed(_) | Self::Percentage(_) | Self::Midpoint(_) => (2, 2),
            Self::BandIndex(_) => (1, 1),
        }
    }

    pub(super) fn apply(&self, values: &[f64], bands: &[Band]) -> Option<f64> {
        match (self, values) {
            (Self::Sum(_), all) => Some(all.iter().sum()),
            (Self::Difference(_), [first, rest @ ..]) => Some(first - rest.iter().sum::<f64>()),
            (Self::Elapsed(_), [from, to]) => (to >= from).then_some(to - from),
            (Self::Percentage(_), [part, whole]) => (*whole != 0.0).then(|| 100.0 * part / whole),
            (Self::Midpoint(_), [a, b]) => Some(f64::midpoint(*a, *b)),
            (Self::Count(_), all) => Some(all.iter().filter(|v| **v > 0.0).count() as f64),
            (Self::Product(_), all) => Some(all.iter().product()),
            (Self::BandIndex(part), [value]) => {
                let key = part.first()?;
                bands
                    .iter()
                    .filter(|b| &b.of == key)
                    .position(|b| *value >= b.from && *value <= b.to)
                    .map(|i| i as f64)
            }
            (
                Self::Difference(_)
                | Self::Elapsed(_)
                | Self::Percentage(_)
                | Self::Midpoint(_)
                | Self::BandIndex(_),
                _,
            ) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_that_would_be_negative_is_unknown() {
        let elapsed = Formula::Elapsed(vec!["bed".into(), "up".into()]);
        assert_eq!(elapsed.apply(&[600.0, 1080.0], &[]), Some(480.0));
        assert_eq!(elapsed.apply(&[600.0, -360.0], &[]), None);
    }
}
