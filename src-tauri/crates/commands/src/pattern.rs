//! What patterns are made of.
//!
//! Owns which days a pattern takes in: those written on the day itself, unless the person asks for all. What is
//! remembered later leans to how one feels then (recall of hospitalised patients was biased to the dark side, 2010).

use crate::Session;
use crate::bridge::Outcome;
use care::Series;
use care::definition::Chart;
use care::period::Period;
use journal::Number;

/// Fewest pairs of adjacent days a swing is said of.
const FEWEST: usize = 6;

/// A measure over a period as patterns see it.
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

/// The usual difference from one day to the next: the root of the mean squared successive difference; none
/// where too few adjacent days have a value.
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
