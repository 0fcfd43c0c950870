//! Resampling with a stored seed: blocks of days, circular shifts; and the correction for many tests.

use super::rank::{pearson, ranks};
use crate::figure::summary::quantile;

/// A small generator of pseudo-random numbers (Steele, Lea and Flood 2014). The same seed gives the
/// same numbers on every computer and in the check written in Python.
#[derive(Debug, Clone)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// Creates a generator.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns the next 64 bits.
    pub fn next_bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// Returns a number from 0 up to but not including `below`; 0 if there is none.
    pub fn below(&mut self, below: usize) -> usize {
        let below = u64::try_from(below).unwrap_or(1).max(1);
        usize::try_from(self.next_bits() % below).unwrap_or(0)
    }

    /// Returns a number from 0 to 1.
    pub fn unit(&mut self) -> f64 {
        (self.next_bits() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Returns the length of a block: a week, or the cube root of the number of days if that is more.
pub fn block_length(n: usize) -> usize {
    let root = (n as f64).cbrt().ceil();
    let root = if root.is_finite() { root as usize } else { 0 };
    root.max(7).min(n.max(1))
}

/// Fills `into` with the indexes of blocks drawn at random until it has `n`.
pub(super) fn draw_blocks(random: &mut SplitMix64, n: usize, into: &mut Vec<usize>) {
    into.clear();
    let block = block_length(n);
    while into.len() < n {
        let begin = random.below(n - block + 1);
        let room = n - into.len();
        into.extend((begin..begin + block).take(room));
    }
}

/// Returns the 90 % interval of a statistic of `n` days by moving blocks: the 5th and 95th
/// percentiles over the draws in which it exists. `statistic` gets the indexes of a draw.
pub fn block_interval(
    n: usize,
    seed: u64,
    draws: usize,
    mut statistic: impl FnMut(&[usize]) -> Option<f64>,
) -> Option<(f64, f64)> {
    let mut random = SplitMix64::new(seed);
    let mut drawn = Vec::with_capacity(n);
    let mut values = Vec::with_capacity(draws);
    for _ in 0..draws {
        draw_blocks(&mut random, n, &mut drawn);
        values.extend(statistic(&drawn));
    }
    values.sort_by(f64::total_cmp);
    Some((quantile(&values, 0.05)?, quantile(&values, 0.95)?))
}

/// Returns the share of the circular shifts of one series at which the rank correlation is as strong
/// as without a shift; that one counts, so that the least is 1/n. None if either series is constant.
pub fn shift_p(x: &[f64], y: &[f64]) -> Option<f64> {
    let (x, y) = (ranks(x), ranks(y));
    let here = pearson(&x, &y)?.abs();
    let n = x.len();
    // Ranks keep their mean and spread under a shift: only the sum of products changes.
    let mean = f64::midpoint(n as f64, 1.0);
    let x: Vec<f64> = x.iter().map(|rank| rank - mean).collect();
    let y: Vec<f64> = y.iter().map(|rank| rank - mean).collect();
    let spread = |ranks: &[f64]| ranks.iter().map(|rank| rank * rank).sum::<f64>();
    let scale = (spread(&x) * spread(&y)).sqrt();
    let strong = |shift: &usize| {
        let (back, front) = y.split_at(*shift);
        let shifted = front.iter().chain(back);
        let sum: f64 = x.iter().zip(shifted).map(|(a, b)| a * b).sum();
        (sum / scale).abs() >= here - 1e-12
    };
    Some((0..n).filter(strong).count() as f64 / n as f64)
}

/// Returns which of several tests hold at a false discovery rate of `q` (Benjamini and Hochberg).
pub fn benjamini_hochberg(p: &[f64], q: f64) -> Vec<bool> {
    let mut sorted = p.to_vec();
    sorted.sort_by(f64::total_cmp);
    let m = p.len() as f64;
    let holds = (1..)
        .zip(&sorted)
        .filter(|(rank, p)| **p <= q * f64::from(*rank) / m);
    let limit = holds.last().map(|(_, p): (u32, &f64)| *p);
    p.iter()
        .map(|p| limit.is_some_and(|limit| *p <= limit))
        .collect()
}
