//! Early-warning signs that the person agreed on in good times.
//!
//! A closed set of conditions: a measure on each of its last recorded days was below, or above, the
//! middle half of the weeks before. Never a score.

use crate::figure::series::Series;
use crate::figure::summary::quantile;
use serde::{Deserialize, Serialize};

/// A sign of the person's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EarlySign {
    /// Key of the tracker.
    pub tracker: String,
    /// Key of the field or measure.
    pub of: String,
    /// Whether it counts when it is higher than usual; otherwise lower.
    pub higher: bool,
    /// Weeks before that say what is usual.
    pub weeks: u32,
    /// Days in a row on which it has to hold.
    pub days: u32,
}

/// Fewest recorded days that say what is usual.
const FEWEST: usize = 7;

/// Days within which the days in a row have to lie, for each of them.
const SLACK: usize = 2;

impl EarlySign {
    /// Returns how many days the series has to go back.
    pub fn reach(&self) -> i64 {
        i64::from(self.weeks) * 7 + self.recent() as i64
    }

    fn recent(&self) -> usize {
        self.days as usize * SLACK
    }

    /// Returns whether it holds at the end of a series that goes back `reach` days. Unknown days count
    /// for nothing: too few known ones never make a sign.
    pub fn holds(&self, series: &Series) -> bool {
        let split = series.values.len().saturating_sub(self.recent());
        let (before, recent) = series.values.split_at(split);
        let Some((low, high)) = middle_half(before) else {
            return false;
        };
        let beyond = |value: &f64| {
            if self.higher {
                *value > high
            } else {
                *value < low
            }
        };
        let mut last = recent.iter().rev().flatten().take(self.days as usize);
        let known = recent.iter().flatten().count();
        known >= self.days as usize && last.all(beyond)
    }
}

/// Returns the ends of the middle half of the known values, if there are enough: half of all days lie
/// within it, so that a few days on one side are no sign yet.
fn middle_half(values: &[Option<f64>]) -> Option<(f64, f64)> {
    let mut known: Vec<f64> = values.iter().flatten().copied().collect();
    if known.len() < FEWEST {
        return None;
    }
    known.sort_by(f64::total_cmp);
    quantile(&known, 0.25).zip(quantile(&known, 0.75))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Period;
    use chrono::NaiveDate;

    const LOWER: EarlySign = EarlySign {
        tracker: String::new(),
        of: String::new(),
        higher: false,
        weeks: 2,
        days: 3,
    };

    fn series(values: Vec<Option<f64>>) -> Series {
        let to = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        Series {
            period: Period::ending(to, values.len() as i64),
            values,
        }
    }

    fn with_end(end: &[Option<f64>]) -> Series {
        let mut values = vec![Some(5.0); 14];
        values.extend(end);
        series(values)
    }

    #[test]
    fn sign_holds_on_days_in_a_row_only() {
        let (low, usual) = (Some(3.0), Some(5.0));
        assert!(LOWER.holds(&with_end(&[usual, usual, usual, low, low, low])));
        assert!(!LOWER.holds(&with_end(&[low, low, low, low, usual, low])));
        let higher = EarlySign {
            higher: true,
            ..LOWER
        };
        assert!(!higher.holds(&with_end(&[usual, usual, usual, low, low, low])));
    }

    #[test]
    fn unknown_days_make_no_sign() {
        let low = Some(3.0);
        assert!(!LOWER.holds(&with_end(&[None, None, None, None, low, low])));
        assert!(
            LOWER.holds(&with_end(&[None, low, None, low, None, low])),
            "gaps between are fine"
        );
        let mut few = vec![None; 14];
        few.extend([low; 6]);
        assert!(!LOWER.holds(&series(few)), "nothing says what is usual");
    }
}
