//! Aggregation of a long period into columns.

use super::{COLUMNS, Mark, Reading, Subject};
use crate::series::Series;
use crate::speech::{Grain, Speech};
use crate::summary::quantile;

/// Consecutive days with their known values, sorted.
pub(super) struct Column {
    from: usize,
    to: usize,
    known: Vec<f64>,
}

impl Column {
    pub(super) fn at(&self) -> f64 {
        f64::midpoint(self.from as f64, self.to as f64)
    }

    fn low(&self) -> Option<f64> {
        self.known.first().copied()
    }

    fn high(&self) -> Option<f64> {
        self.known.last().copied()
    }

    pub(super) fn holds(&self, day: usize) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

pub(super) fn columns(series: &Series) -> Vec<Column> {
    let days = series.values.len();
    (0..COLUMNS)
        .map(|c| {
            let (from, to) = (
                c * days / COLUMNS,
                ((c + 1) * days / COLUMNS).saturating_sub(1),
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
            Column { from, to, known }
        })
        .collect()
}

/// Returns the range of each column, and the median where at least half of its days have a value.
pub(super) fn marks(columns: &[Column]) -> Vec<Mark> {
    let points = columns
        .iter()
        .filter_map(|c| Some([c.at(), c.low()?, c.high()?]))
        .collect();
    let mut runs: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    for column in columns {
        let half = column.known.len() * 2 > column.to - column.from;
        match quantile(&column.known, 0.5).filter(|_| half) {
            Some(middle) => {
                if let Some(run) = runs.last_mut() {
                    run.push([column.at(), middle]);
                }
            }
            None => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| run.len() > 1);
    vec![Mark::Range { points }, Mark::Line { runs }]
}

pub(super) fn readings(
    subject: Subject<'_>,
    columns: &[Column],
    speech: &dyn Speech,
) -> Vec<Reading> {
    let Subject { unit, words, .. } = subject;
    let period = subject.series.period;
    let read = |column: &Column| {
        let (low, high) = (column.low()?, column.high()?);
        let from = speech.date(period.day(column.from), Grain::Short);
        let to = speech.date(period.day(column.to), Grain::Short);
        let said = if low < high {
            format!(
                "{} – {}",
                speech.amount(low, unit, words),
                speech.amount(high, unit, words)
            )
        } else {
            speech.amount(low, unit, words)
        };
        Some(Reading {
            at: column.at(),
            day: format!("{from} – {to}"),
            said,
        })
    };
    columns.iter().filter_map(read).collect()
}
