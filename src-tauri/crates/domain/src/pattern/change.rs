//! Changes between two stretches, at a date that is known.

use super::rank::median;
use super::resample::{SplitMix64, draw_blocks};
use crate::figure::summary::quantile;

/// How two stretches overlap: every value of one against every value of the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overlap {
    /// Pairs in which the later value is higher.
    pub up: usize,
    /// Pairs in which it is lower.
    pub down: usize,
    /// Pairs of equal values.
    pub ties: usize,
}

impl Overlap {
    /// Returns Tau: the share of pairs up less the share down; none without a pair.
    pub fn tau(self) -> Option<f64> {
        let pairs = self.pairs()?;
        Some((self.up as f64 - self.down as f64) / pairs)
    }

    /// Returns the nonoverlap of all pairs (NAP): the share up, ties as half; none without a pair.
    pub fn nap(self) -> Option<f64> {
        let pairs = self.pairs()?;
        Some((self.up as f64 + self.ties as f64 / 2.0) / pairs)
    }

    fn pairs(self) -> Option<f64> {
        let pairs = self.up + self.down + self.ties;
        (pairs > 0).then_some(pairs as f64)
    }
}

/// Compares every value of an earlier stretch with every value of a later one.
pub fn overlap(earlier: &[f64], later: &[f64]) -> Overlap {
    let mut found = Overlap {
        up: 0,
        down: 0,
        ties: 0,
    };
    for a in earlier {
        for b in later {
            match b.total_cmp(a) {
                std::cmp::Ordering::Greater => found.up += 1,
                std::cmp::Ordering::Less => found.down += 1,
                std::cmp::Ordering::Equal => found.ties += 1,
            }
        }
    }
    found
}

/// Returns the median slope between all pairs of points (Theil and Sen); none without two times.
pub fn theil_sen(times: &[f64], values: &[f64]) -> Option<f64> {
    let points: Vec<(f64, f64)> = times.iter().copied().zip(values.iter().copied()).collect();
    let mut slopes = Vec::new();
    for (nth, (t, v)) in points.iter().enumerate() {
        let later = points
            .iter()
            .skip(nth + 1)
            .filter(|(later, _)| later.total_cmp(t).is_ne());
        slopes.extend(later.map(|(later, value)| (value - v) / (later - t)));
    }
    median(&slopes)
}

/// Returns the difference of the medians, later less earlier, and its 90 % interval by moving blocks
/// within each stretch; none if either has fewer than two values.
pub fn median_difference(
    earlier: &[f64],
    later: &[f64],
    seed: u64,
    draws: usize,
) -> Option<(f64, (f64, f64))> {
    if earlier.len() < 2 || later.len() < 2 {
        return None;
    }
    let mut random = SplitMix64::new(seed);
    let (mut before, mut after) = (Stretch::new(earlier), Stretch::new(later));
    let mut values = Vec::with_capacity(draws);
    for _ in 0..draws {
        let before = before.drawn_median(&mut random);
        let after = after.drawn_median(&mut random);
        values.extend(after.zip(before).map(|(after, before)| after - before));
    }
    values.sort_by(f64::total_cmp);
    let difference = median(later)? - median(earlier)?;
    Some((
        difference,
        (quantile(&values, 0.05)?, quantile(&values, 0.95)?),
    ))
}

/// A stretch of which medians are drawn many times. Each value is its place among the sorted ones, so
/// that a median is found by counting: no draw is sorted.
struct Stretch {
    sorted: Vec<f64>,
    places: Vec<usize>,
    counts: Vec<usize>,
    drawn: Vec<usize>,
}

impl Stretch {
    fn new(values: &[f64]) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let place = |v: &f64| sorted.partition_point(|other| other.total_cmp(v).is_lt());
        Self {
            places: values.iter().map(place).collect(),
            counts: vec![0; sorted.len()],
            drawn: Vec::with_capacity(sorted.len()),
            sorted,
        }
    }

    /// Draws blocks of days and returns their median.
    fn drawn_median(&mut self, random: &mut SplitMix64) -> Option<f64> {
        draw_blocks(random, self.places.len(), &mut self.drawn);
        self.counts.fill(0);
        for nth in &self.drawn {
            let place = self.places.get(*nth)?;
            *self.counts.get_mut(*place)? += 1;
        }
        let last = self.drawn.len().checked_sub(1)?;
        let middle = [self.nth(last / 2)?, self.nth(last.div_ceil(2))?];
        quantile(&middle, 0.5)
    }

    /// Returns the value at a position of the sorted draw.
    fn nth(&self, position: usize) -> Option<f64> {
        let mut seen = 0;
        let at = self.counts.iter().position(|count| {
            seen += count;
            seen > position
        })?;
        self.sorted.get(at).copied()
    }
}
