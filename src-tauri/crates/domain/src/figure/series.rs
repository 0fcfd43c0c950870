//! Time series of a measure, with gaps.
//!
//! Combines several entries of a day into one value. Nothing is interpolated, carried forward or
//! counted as zero.

use crate::definition::DayAggregate;
use crate::time::Period;
use chrono::NaiveDate;

/// A measure over the days of a period: at most one value per day.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The days it covers.
    pub period: Period,
    /// One per day; `None` if nothing was recorded or the measure is unknown.
    pub values: Vec<Option<f64>>,
}

impl Series {
    /// Aggregates numbers into one value per day. The numbers of a day must be in order of time.
    pub fn aggregate(
        period: Period,
        rule: DayAggregate,
        numbers: impl IntoIterator<Item = (NaiveDate, f64)>,
    ) -> Self {
        let mut values: Vec<Option<f64>> = vec![None; period.days()];
        let mut counts: Vec<u32> = match rule {
            DayAggregate::Mean => vec![0; period.days()],
            DayAggregate::Sum
            | DayAggregate::Last
            | DayAggregate::Lowest
            | DayAggregate::Highest
            | DayAggregate::Main => Vec::new(),
        };
        for (day, number) in numbers {
            let Some(index) = period.index(day) else {
                continue;
            };
            let Some(slot) = values.get_mut(index) else {
                continue;
            };
            *slot = Some(match (rule, *slot) {
                (DayAggregate::Last | DayAggregate::Main, _) | (_, None) => number,
                (DayAggregate::Sum | DayAggregate::Mean, Some(sum)) => sum + number,
                (DayAggregate::Lowest, Some(low)) => low.min(number),
                (DayAggregate::Highest, Some(high)) => high.max(number),
            });
            if let Some(count) = counts.get_mut(index) {
                *count += 1;
            }
        }
        for (value, count) in values.iter_mut().zip(&counts) {
            *value = value.map(|sum| sum / f64::from(*count));
        }
        Self { period, values }
    }

    /// Returns runs of at least `shortest` days without a value, as inclusive index ranges.
    pub fn gaps(&self, shortest: usize) -> Vec<(usize, usize)> {
        let mut gaps = Vec::new();
        let mut start = None;
        for (i, value) in self
            .values
            .iter()
            .chain(std::iter::once(&Some(0.0)))
            .enumerate()
        {
            match (value, start) {
                (None, None) => start = Some(i),
                (Some(_), Some(from)) => {
                    if i - from >= shortest {
                        gaps.push((from, i - 1));
                    }
                    start = None;
                }
                (None, Some(_)) | (Some(_), None) => {}
            }
        }
        gaps
    }
}

/// Returns where to cut the circle of times of day, at their widest gap; at noon (infinity) unless
/// another gap is wider. Takes minutes after noon, 0 to 1440.
pub fn circular_cut(minutes: impl IntoIterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = minutes.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else {
        return f64::INFINITY;
    };
    let (mut widest, mut cut) = (first + MINUTES_PER_DAY - last, f64::INFINITY);
    for pair in sorted.windows(2) {
        if let [before, after] = pair
            && after - before > widest
        {
            (widest, cut) = (after - before, *after);
        }
    }
    cut
}

/// Subtracts a day from a time at or after the cut, so that 11:50 and 12:10 are neighbours with noon
/// between them.
pub fn unwrap_at(cut: f64, minutes: f64) -> f64 {
    if minutes >= cut {
        minutes - MINUTES_PER_DAY
    } else {
        minutes
    }
}

const MINUTES_PER_DAY: f64 = 1440.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_around_noon_are_unwrapped() {
        let unwrapped = |input: &[f64]| {
            let cut = circular_cut(input.iter().copied());
            input.iter().map(|m| unwrap_at(cut, *m)).collect::<Vec<_>>()
        };
        let cases: [(&[f64], &[f64], &str); 4] = [
            (
                &[1430.0, 5.0, 1435.0, 10.0],
                &[-10.0, 5.0, -5.0, 10.0],
                "11:50 to 12:10",
            ),
            (
                &[900.0, 1010.0, 640.0],
                &[900.0, 1010.0, 640.0],
                "a night stays as it is",
            ),
            (&[1200.0], &[1200.0], "so does one alone"),
            (&[], &[], "and none"),
        ];
        for (input, neighbours, why) in cases {
            assert_eq!(unwrapped(input), neighbours.to_vec(), "{why}");
        }
    }

    #[test]
    fn several_entries_a_day_follow_the_aggregate() {
        let day = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap_or_default();
        let aggregate = |rule| {
            Series::aggregate(
                Period::ending(day, 2),
                rule,
                [(day, 4.0), (day, 9.0), (day, 5.0)],
            )
            .values
        };
        assert_eq!(
            aggregate(DayAggregate::Sum),
            [None, Some(18.0)],
            "sum; the empty day stays empty"
        );
        assert_eq!(aggregate(DayAggregate::Mean), [None, Some(6.0)], "mean");
        assert_eq!(aggregate(DayAggregate::Last), [None, Some(5.0)], "last");
        assert_eq!(aggregate(DayAggregate::Lowest), [None, Some(4.0)], "lowest");
        assert_eq!(
            aggregate(DayAggregate::Highest),
            [None, Some(9.0)],
            "highest"
        );
    }
}
