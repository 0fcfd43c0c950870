//! Axis ticks: round steps for amounts and dates.

use crate::definition::Unit;
use crate::localizer::DateStyle;
use crate::time::Period;
use chrono::{Datelike, NaiveDate};

/// Range and ticks of a value axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Positions of the ticks.
    pub ticks: Vec<f64>,
}

impl Axis {
    /// Multiplies the range and the ticks by `one`.
    #[must_use]
    pub fn times(self, one: f64) -> Self {
        Self {
            low: self.low * one,
            high: self.high * one,
            ticks: self.ticks.into_iter().map(|t| t * one).collect(),
        }
    }
}

/// Returns an axis from `low` to `high`, widened to about three round steps that suit the unit.
pub fn scale(low: f64, high: f64, unit: &Unit) -> Axis {
    let reach = (high - low).max(1.0);
    let step = match unit {
        Unit::Minutes | Unit::Clock | Unit::Instant => clock_step(reach / 3.0),
        Unit::Percent | Unit::StandardDrink | Unit::Points | Unit::Other(_) => {
            round_step(reach / 3.0)
        }
    };
    let first = (low / step).floor();
    let last = (high / step).ceil().max(first + 1.0);
    let count = (last - first).round() as u32;
    Axis {
        low: first * step,
        high: last * step,
        ticks: (0..=count).map(|i| (first + f64::from(i)) * step).collect(),
    }
}

/// Returns an axis with ticks at both ends and the midpoint, for scales with labelled ends. Omits a
/// midpoint that is not a whole number.
pub fn fixed(low: f64, high: f64) -> Axis {
    let middle = f64::midpoint(low, high);
    let ticks = if middle.fract() == 0.0 {
        vec![low, middle, high]
    } else {
        vec![low, high]
    };
    Axis { low, high, ticks }
}

fn clock_step(rough: f64) -> f64 {
    let steps = [
        5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 180.0, 240.0, 360.0, 480.0, 720.0, 1440.0,
    ];
    steps
        .into_iter()
        .find(|s| *s >= rough * 0.99)
        .unwrap_or(1440.0 * (rough / 1440.0).ceil())
}

fn round_step(rough: f64) -> f64 {
    let power = 10f64.powf(rough.log10().floor());
    let digit = rough / power;
    let nice = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .find(|n| *n >= digit * 0.99)
        .unwrap_or(10.0);
    (nice * power).max(1.0)
}

/// Returns the dates of the x axis ticks and their format.
pub fn dates(period: Period) -> (Vec<NaiveDate>, DateStyle) {
    let days = period.days();
    if days <= 45 {
        let step = if days <= 10 { 1 } else { 7 };
        // Counted from the end, so that today is marked.
        let mut dates: Vec<_> = (0..days)
            .rev()
            .step_by(step)
            .map(|i| period.day(i))
            .collect();
        dates.reverse();
        return (dates, DateStyle::Day);
    }
    let months: Vec<NaiveDate> = (0..days)
        .map(|i| period.day(i))
        .filter(|d| d.day() == 1)
        .collect();
    if days <= 800 {
        let step = months.len().div_ceil(7).max(1);
        return (months.into_iter().step_by(step).collect(), DateStyle::Month);
    }
    let years: Vec<NaiveDate> = months.into_iter().filter(|d| d.month() == 1).collect();
    let step = years.len().div_ceil(8).max(1);
    (
        years.into_iter().rev().step_by(step).rev().collect(),
        DateStyle::Year,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_on_round_steps() {
        assert_eq!(
            scale(0.0, 415.0, &Unit::Minutes).ticks,
            [0.0, 180.0, 360.0, 540.0],
            "hours in threes"
        );
        assert_eq!(
            scale(0.0, 7.0, &Unit::Points).ticks,
            [0.0, 5.0, 10.0],
            "fives"
        );
        assert_eq!(
            scale(3.0, 3.0, &Unit::Points).ticks,
            [3.0, 4.0],
            "a single value still has an axis"
        );
    }

    #[test]
    fn fifty_year_axis_is_labelled_by_year() {
        let to = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        let (dates, style) = dates(Period::ending(to, 18_262));
        assert_eq!(style, DateStyle::Year, "years, not days");
        assert!(
            dates.len() <= 8 && dates.last().map(Datelike::year) == Some(2026),
            "{dates:?}"
        );
    }
}
