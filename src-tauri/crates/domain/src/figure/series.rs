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
            | DayAggregate::Highest => Vec::new(),
        };
        for (day, number) in numbers {
            let Some(index) = period.index(day) else {
                continue;
            };
            let Some(slot) = values.get_mut(index) else {
                continue;
            };
            *slot = Some(match (rule, *slot) {
                (DayAggregate::Last, _) | (_, None) => number,
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

/// Unwraps times of day, which lie on a circle, by cutting it at the widest gap.
///
/// Takes minutes after noon (0 to 1440). Subtracts 1440 from times after the cut, so that 11:50 and
/// 12:10 are neighbours with noon between them.
pub fn unwrap_circular<'a>(minutes: impl IntoIterator<Item = &'a mut f64>) {
    const DAY: f64 = 1440.0;
    let mut minutes: Vec<&mut f64> = minutes.into_iter().collect();
    let mut sorted: Vec<f64> = minutes.iter().map(|m| **m).collect();
    sorted.sort_by(f64::total_cmp);
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else {
        return;
    };
    // The cut is at noon by default; another gap has to be wider.
    let (mut widest, mut behind) = (first + DAY - last, f64::INFINITY);
    for pair in sorted.windows(2) {
        if let [before, after] = pair
            && after - before > widest
        {
            (widest, behind) = (after - before, *after);
        }
    }
    for minute in &mut minutes {
        if **minute >= behind {
            **minute -= DAY;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_around_noon_are_unwrapped() {
        let unwrapped = |input: &[f64]| {
            let mut minutes = input.to_vec();
            unwrap_circular(&mut minutes);
            minutes
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
