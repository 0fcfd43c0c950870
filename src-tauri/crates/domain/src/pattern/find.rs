//! The protocol: which pairs are long enough, how strong they are, and which of all hold.

use super::rank::{median, spearman};
use super::resample::{benjamini_hochberg, block_interval, shift_p};
use serde::{Deserialize, Serialize};

/// Fewest days on which both measures are known.
pub const MIN_PAIRS: usize = 30;
/// Fewest different values of what comes first, unless it is yes or no.
pub const MIN_DISTINCT: usize = 5;
/// Fewest days of each group of a yes-or-no measure.
pub const MIN_GROUP: usize = 8;
/// Weakest rank correlation that is told.
pub const MIN_EFFECT: f64 = 0.25;
/// False discovery rate over all pairs that were looked at.
const Q: f64 = 0.10;
/// Draws of an interval.
pub const DRAWS: usize = 2000;
/// Days of the centred median that takes out slow drift, and how many of them have to be known.
const WINDOW: usize = 7;
const WINDOW_KNOWN: usize = 4;

/// A day on which both measures are known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Of what comes first.
    pub first: f64,
    /// Of what may follow.
    pub then: f64,
}

/// A pair of measures to look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Days with both, in order, slow drift taken out.
    pub pairs: Vec<Pair>,
    /// Values of what comes first as they were recorded, for how many differ.
    pub recorded: Vec<f64>,
}

/// What was found of one pair before all are compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Found {
    /// Number of days.
    pub n: usize,
    /// Spearman's rank correlation.
    pub rho: f64,
    /// By circular shifts.
    pub p: f64,
    /// Whether both halves have the same sign.
    pub same_sign: bool,
}

/// What can be said of one pair before all are compared.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// Too few days: how many there are, and how many it takes.
    NotEnough {
        /// Days there are.
        n: usize,
    },
    /// One of the measures hardly changed.
    TooAlike {
        /// Days there are.
        n: usize,
    },
    /// It was tested.
    Tested(Found),
}

/// What is said of one pair in the end.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A pattern that holds.
    Pattern(Found),
    /// Tested, and nothing to tell.
    NoClearPattern {
        /// Days there are.
        n: usize,
    },
    /// Too few days.
    NotEnough {
        /// Days there are.
        n: usize,
    },
    /// One of the measures hardly changed.
    TooAlike {
        /// Days there are.
        n: usize,
    },
}

/// Takes slow drift out of a series: subtracts the median of the seven days around each, within
/// stretches that begin at the indexes `splits`. Days with fewer than four of seven known stay out.
pub fn detrended(values: &[Option<f64>], splits: &[usize]) -> Vec<Option<f64>> {
    let stretch = |nth: usize| splits.iter().filter(|split| **split <= nth).count();
    let around = |nth: usize| {
        let from = nth.saturating_sub(WINDOW / 2);
        let to = (nth + WINDOW / 2 + 1).min(values.len());
        let near = (from..to).filter(|other| stretch(*other) == stretch(nth));
        near.filter_map(|other| values.get(other).copied().flatten())
            .collect::<Vec<f64>>()
    };
    let one = |(nth, value): (usize, &Option<f64>)| {
        let near = around(nth);
        let middle = median(&near).filter(|_| near.len() >= WINDOW_KNOWN);
        value.zip(middle).map(|(value, middle)| value - middle)
    };
    values.iter().enumerate().map(one).collect()
}

/// Returns whether a measure differs enough between days to be compared.
fn varies(recorded: &[f64]) -> bool {
    let mut sorted = recorded.to_vec();
    sorted.sort_by(f64::total_cmp);
    let groups: Vec<usize> = sorted
        .chunk_by(|a, b| a.total_cmp(b).is_eq())
        .map(<[f64]>::len)
        .collect();
    if groups.len() == 2 {
        groups.iter().all(|days| *days >= MIN_GROUP)
    } else {
        groups.len() >= MIN_DISTINCT
    }
}

fn columns(candidate: &Candidate) -> (Vec<f64>, Vec<f64>) {
    let pairs = candidate.pairs.iter();
    pairs.map(|pair| (pair.first, pair.then)).unzip()
}

/// Looks at one pair.
pub fn examine(candidate: &Candidate) -> Finding {
    let n = candidate.pairs.len();
    if n < MIN_PAIRS {
        return Finding::NotEnough { n };
    }
    let (first, then) = columns(candidate);
    let tested = spearman(&first, &then).zip(shift_p(&first, &then));
    let Some((rho, p)) = tested.filter(|_| varies(&candidate.recorded)) else {
        return Finding::TooAlike { n };
    };
    let sign = |days: std::ops::Range<usize>| {
        let rho = spearman(first.get(days.clone())?, then.get(days)?)?;
        (rho != 0.0).then_some(rho > 0.0)
    };
    let early = sign(0..n / 2);
    Finding::Tested(Found {
        n,
        rho,
        p,
        same_sign: early.is_some() && early == sign(n / 2..n),
    })
}

/// Returns the 90 % interval of the rank correlation by moving blocks of days. The same seed gives
/// the same interval.
pub fn interval(candidate: &Candidate, seed: u64, draws: usize) -> Option<(f64, f64)> {
    let (first, then) = columns(candidate);
    let pick = |all: &[f64], drawn: &[usize]| -> Vec<f64> {
        let drawn = drawn.iter();
        drawn.filter_map(|nth| all.get(*nth).copied()).collect()
    };
    block_interval(first.len(), seed, draws, |drawn| {
        spearman(&pick(&first, drawn), &pick(&then, drawn))
    })
}

/// Decides over all pairs that were looked at, shown or not: those hold that are strong enough, have
/// the same sign in both halves, and are left after the correction for their number.
pub fn decide(findings: Vec<Finding>) -> Vec<Outcome> {
    let tested = findings.iter().filter_map(|finding| match finding {
        Finding::Tested(found) => Some(found.p),
        Finding::NotEnough { .. } | Finding::TooAlike { .. } => None,
    });
    let p: Vec<f64> = tested.collect();
    let mut holds = benjamini_hochberg(&p, Q).into_iter();
    let decide = |finding| match finding {
        Finding::NotEnough { n } => Outcome::NotEnough { n },
        Finding::TooAlike { n } => Outcome::TooAlike { n },
        Finding::Tested(found) => {
            let holds = holds.next().unwrap_or(false);
            if holds && found.same_sign && found.rho.abs() >= MIN_EFFECT {
                Outcome::Pattern(found)
            } else {
                Outcome::NoClearPattern { n: found.n }
            }
        }
    };
    findings.into_iter().map(decide).collect()
}
