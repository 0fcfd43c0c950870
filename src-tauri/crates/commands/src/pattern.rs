//! Series and variability for patterns.
//!
//! Late entries (written after their day had ended) are excluded unless the user includes them.
//! Later recall is biased towards the mood at the time of recall (in hospitalised patients it was
//! biased negatively, 2010).

use crate::Session;
use crate::bridge::Outcome;
use care::Series;
use care::definition::Chart;
use care::period::Period;
use journal::Number;

/// Minimum number of pairs of adjacent days for a day-to-day variability.
const FEWEST: usize = 6;

/// Returns a measure over a period, without late entries unless the user includes them.
pub fn series(
    session: &Session,
    chart: &Chart,
    period: Period,
    numbers: &[Number],
) -> Outcome<Series> {
    let all = session.journal().preference("late-in-patterns")?.as_deref() == Some("yes");
    let taken = numbers.iter().filter(|n| all || !n.late);
    Ok(Series::gather(
        period,
        chart.day,
        taken.map(|n| (n.day, n.number)),
    ))
}

/// Returns the usual difference from one day to the next: the root mean squared successive
/// difference (RMSSD). None if fewer than `FEWEST` pairs of adjacent days have values.
pub fn swing(series: &Series) -> Option<f64> {
    let pairs = series
        .values
        .windows(2)
        .filter(|pair| pair.iter().all(Option::is_some))
        .count();
    (pairs >= FEWEST)
        .then(|| care::summary::swing(&series.values))
        .flatten()
        .map(f64::sqrt)
}
