//! Charts and bands of a definition.

use serde::{Deserialize, Serialize};

/// A labelled range of a field or measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Band {
    /// Key of its label.
    pub key: String,
    /// The field or measure it belongs to.
    pub of: String,
    /// Lowest value in the band.
    pub from: f64,
    /// Highest value in the band.
    pub to: f64,
}

/// A chart a tracker offers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Chart {
    /// The field or measure drawn.
    pub of: String,
    /// How it is drawn.
    pub mark: ChartMark,
    /// How several entries on one day are combined into one value.
    pub aggregate: DayAggregate,
    /// Lower end of the axis, if fixed.
    pub min: Option<f64>,
    /// Upper end of the axis, if fixed.
    pub max: Option<f64>,
    /// Which direction is better; printed on the chart.
    pub direction: Direction,
    /// Whether it is drawn only on request.
    pub optional: bool,
}

/// How a measure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ChartMark {
    /// One dot a day, and the 7-day median as a line.
    Dots,
    /// One bar a day.
    Bars,
    /// One filled cell a day.
    Strip,
    /// One dot a score, joined by a line, over the measure's bands.
    Scores,
}

/// How several entries on one day are combined into one value. Stated wherever the value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum DayAggregate {
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// The last one of the day by its time, or by its recording time if it has none.
    Last,
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
    /// The one of the day's main entry, by the definition's `main_measure`.
    Main,
}

/// Which direction is better. Fixed per chart, printed on every chart, never shown as a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Direction {
    /// Higher is better.
    Higher,
    /// Lower is better.
    Lower,
    /// Neither is better.
    Neither,
}
