//! Aggregation of a long period into columns.

use super::series::Series;
use super::summary::quantile;
use super::{MAX_BUCKETS, Mark};

/// Consecutive days with their known values, sorted.
pub(super) struct Bucket {
    pub(super) from: usize,
    pub(super) to: usize,
    known: Vec<f64>,
}

impl Bucket {
    pub(super) fn at(&self) -> f64 {
        f64::midpoint(self.from as f64, self.to as f64)
    }

    pub(super) fn low(&self) -> Option<f64> {
        self.known.first().copied()
    }

    pub(super) fn high(&self) -> Option<f64> {
        self.known.last().copied()
    }

    pub(super) fn holds(&self, day: usize) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

pub(super) fn split(series: &Series) -> Vec<Bucket> {
    let days = series.values.len();
    (0..MAX_BUCKETS)
        .map(|c| {
            let (from, to) = (
                c * days / MAX_BUCKETS,
                ((c + 1) * days / MAX_BUCKETS).saturating_sub(1),
            );
            let mut known: Vec<f64> = series
                .values
                .get(from..=to)
                .unwrap_or_default()
                .iter()
                .flatten()
                .copied()
                .collect();
            known.sort_by(f64::total_cmp);
            Bucket { from, to, known }
        })
        .collect()
}

/// Returns the range of each column, and the median where at least half of its days have a value.
pub(super) fn marks(buckets: &[Bucket]) -> Vec<Mark> {
    let points = buckets
        .iter()
        .filter_map(|c| Some([c.at(), c.low()?, c.high()?]))
        .collect();
    let mut runs: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    for bucket in buckets {
        let half = bucket.known.len() * 2 > bucket.to - bucket.from;
        match quantile(&bucket.known, 0.5).filter(|_| half) {
            Some(median) => {
                if let Some(run) = runs.last_mut() {
                    run.push([bucket.at(), median]);
                }
            }
            None => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| run.len() > 1);
    let days = buckets.last().map_or(0, |last| last.to + 1);
    let column = days as f64 / MAX_BUCKETS as f64;
    vec![Mark::Range { points, column }, Mark::Line { runs }]
}
