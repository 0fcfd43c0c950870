//! Day-to-day variability for patterns.
//!
//! Late entries (written after their day had ended) are excluded unless the user includes them.
//! Later recall is biased towards the mood at the time of recall (in hospitalised patients it was
//! biased negatively, 2010).

use domain::Series;

/// Minimum number of pairs of adjacent days for a day-to-day variability.
const MIN_PAIRS: usize = 6;

/// Returns the usual difference from one day to the next: the root mean squared successive
/// difference (RMSSD). None if fewer than `MIN_PAIRS` pairs of adjacent days have values.
pub fn variability(series: &Series) -> Option<f64> {
    let pairs = series
        .values
        .windows(2)
        .filter(|pair| pair.iter().all(Option::is_some))
        .count();
    (pairs >= MIN_PAIRS)
        .then(|| domain::figure::summary::mssd(&series.values))
        .flatten()
        .map(f64::sqrt)
}
