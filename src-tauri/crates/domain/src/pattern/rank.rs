//! Ranks, rank correlation, and how much a series resembles itself.

/// Returns the median; none of nothing.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    crate::figure::summary::quantile(&sorted, 0.5)
}

/// Returns the ranks of values from 1; equal values share the average of their ranks.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    let at = |nth: usize| values.get(nth).copied().unwrap_or(f64::NAN);
    order.sort_by(|a, b| at(*a).total_cmp(&at(*b)));
    let mut ranks = vec![0.0; values.len()];
    let mut begin = 0;
    for run in order.chunk_by(|a, b| at(*a).total_cmp(&at(*b)).is_eq()) {
        let rank = begin as f64 + f64::midpoint(run.len() as f64, 1.0);
        for nth in run {
            if let Some(slot) = ranks.get_mut(*nth) {
                *slot = rank;
            }
        }
        begin += run.len();
    }
    ranks
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Returns the correlation of two series of the same length; none if either is constant.
pub(super) fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    let (mx, my) = (mean(x), mean(y));
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(y) {
        xy += (a - mx) * (b - my);
        xx += (a - mx) * (a - mx);
        yy += (b - my) * (b - my);
    }
    (xx > 0.0 && yy > 0.0).then(|| xy / (xx * yy).sqrt())
}

/// Returns Spearman's rank correlation; none if either series is constant or they differ in length.
pub fn spearman(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || x.len() < 2 {
        return None;
    }
    pearson(&ranks(x), &ranks(y))
}

/// Returns how much each value resembles the one before (autocorrelation at lag 1); none if constant.
pub fn lag_1(values: &[f64]) -> Option<f64> {
    let m = mean(values);
    let all: f64 = values.iter().map(|v| (v - m) * (v - m)).sum();
    let next = values.iter().skip(1);
    let pairs: f64 = values
        .iter()
        .zip(next)
        .map(|(a, b)| (a - m) * (b - m))
        .sum();
    (all > 0.0).then(|| pairs / all)
}

/// Returns how many independent pairs `n` pairs of two series are worth that resemble themselves.
pub fn effective_n(n: usize, r1: f64, r2: f64) -> f64 {
    n as f64 * (1.0 - r1 * r2) / (1.0 + r1 * r2)
}
