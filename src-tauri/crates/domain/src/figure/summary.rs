//! Summary statistics of a series: days recorded, median, quartiles, variability.
//!
//! Statistics with too few days are absent.

use super::series::Series;
use serde::{Deserialize, Serialize};

/// Summary of a series. Statistics with too few days are absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Summary {
    /// Days with a value.
    pub n: usize,
    /// Number of days considered.
    pub of: usize,
    /// Median, if enough days have a value.
    pub median: Option<f64>,
    /// Lower quartile: a quarter of the days lie at or below.
    pub low: Option<f64>,
    /// Upper quartile: a quarter of the days lie at or above.
    pub high: Option<f64>,
    /// Sum of the recorded days; meaningful only for amounts.
    pub total: f64,
    /// Mean squared difference of adjacent days (MSSD), the day-to-day variability; `None` without
    /// two adjacent days.
    #[serde(rename = "swing")]
    pub mssd: Option<f64>,
}

impl Summary {
    /// Summarizes a series. Median and quartiles need 4 of 7 days for a week or less, half the days
    /// for longer.
    pub fn new(series: &Series) -> Self {
        Self::excluding_pauses(series, &[])
    }

    /// Summarizes a series, excluding planned pauses (index of the first and last day, label).
    /// Paused days without a value are not counted in `of`.
    pub fn excluding_pauses(series: &Series, pauses: &[(usize, usize, String)]) -> Self {
        let mut known: Vec<f64> = series.values.iter().flatten().copied().collect();
        known.sort_by(f64::total_cmp);
        let covered = |day: usize| {
            pauses
                .iter()
                .any(|(from, to, _)| (*from..=*to).contains(&day))
        };
        let days = series.values.iter().enumerate();
        let of = days.filter(|(i, v)| v.is_some() || !covered(*i)).count();
        let n = known.len();
        let enough = has_enough_days(n, of);
        Self {
            n,
            of,
            median: enough.then(|| quantile(&known, 0.5)).flatten(),
            low: enough.then(|| quantile(&known, 0.25)).flatten(),
            high: enough.then(|| quantile(&known, 0.75)).flatten(),
            // The sum of no numbers is -0.0, which would show.
            total: known.iter().fold(0.0, |sum, value| sum + value),
            mssd: mssd(&series.values),
        }
    }
}

/// Returns whether `n` of `of` days are enough for a summary: 4 of 7 for a week or less, half for
/// longer.
pub fn has_enough_days(n: usize, of: usize) -> bool {
    if of <= 7 {
        n * 7 >= of * 4 && n > 0
    } else {
        n * 2 >= of
    }
}

/// Returns a quantile of sorted values by linear interpolation (type 7, as in R and NumPy).
pub fn quantile(sorted: &[f64], q: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = q * last as f64;
    let (low, high) = (
        sorted.get(place.floor() as usize)?,
        sorted.get(place.ceil() as usize)?,
    );
    Some(low + (high - low) * place.fract())
}

/// Returns the mean squared difference of adjacent days that both have a value (MSSD).
pub fn mssd(values: &[Option<f64>]) -> Option<f64> {
    let squares: Vec<f64> = values
        .windows(2)
        .filter_map(|pair| match pair {
            [Some(a), Some(b)] => Some((b - a).powi(2)),
            _ => None,
        })
        .collect();
    (!squares.is_empty()).then(|| squares.iter().sum::<f64>() / squares.len() as f64)
}

/// Returns the rolling 7-day median: at each day the median of the last seven, if at least four
/// have a value.
pub fn rolling_median(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut window: Vec<f64> = Vec::with_capacity(7);
    (0..values.len())
        .map(|i| {
            window.clear();
            window.extend(values.get(i.saturating_sub(6)..=i)?.iter().flatten());
            window.sort_by(f64::total_cmp);
            (window.len() >= 4)
                .then(|| quantile(&window, 0.5))
                .flatten()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summary_needs_four_days_a_week_or_half_of_longer() {
        assert!(!has_enough_days(3, 7) && has_enough_days(4, 7), "4 of 7");
        assert!(
            !has_enough_days(44, 90) && has_enough_days(45, 90),
            "half of 90"
        );
        assert!(!has_enough_days(0, 0), "nothing is never enough");
    }

    #[test]
    fn paused_days_are_excluded_from_summary() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 2, 10).unwrap_or_default();
        let mut values = vec![None; 10];
        values[0] = Some(4.0);
        values[1] = Some(6.0);
        values[2] = Some(5.0);
        values[8] = Some(1.0);
        let series = Series {
            period: crate::time::Period::ending(day, 10),
            values,
        };
        assert_eq!(
            Summary::new(&series).median,
            None,
            "four of ten are too few"
        );
        let excluding_pauses = Summary::excluding_pauses(&series, &[(4, 8, "Holiday".into())]);
        assert_eq!(
            (excluding_pauses.n, excluding_pauses.of),
            (4, 6),
            "a value in a pause counts on both sides"
        );
        assert_eq!(excluding_pauses.median, Some(4.5), "four of six are enough");
    }

    #[test]
    fn rolling_median_needs_four_of_seven_days() {
        let days = [
            Some(1.0),
            Some(2.0),
            None,
            Some(3.0),
            Some(9.0),
            None,
            None,
            None,
            None,
        ];
        let median = rolling_median(&days);
        assert_eq!(median[3], None, "three of four days so far");
        assert_eq!(median[4], Some(2.5), "the middle of 1, 2, 3, 9");
        assert_eq!(median[8], None, "two of the last seven");
    }
}
