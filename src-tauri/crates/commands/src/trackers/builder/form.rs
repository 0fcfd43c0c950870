//! The builder's form.

use domain::Covers;
use domain::definition::{ChartMark, DayAggregate, Direction};
use serde::{Deserialize, Serialize};

/// The builder's form for a tracker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrackerForm {
    /// Its key once saved; empty for a new tracker.
    pub key: String,
    /// Its name.
    pub title: String,
    /// What one entry covers.
    pub covers: Covers,
    /// Whether it is left out of every page and export unless ticked.
    pub private: bool,
    /// Its fields.
    pub fields: Vec<FieldForm>,
}

/// The builder's form for a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldForm {
    /// Its key once saved; empty for a new field.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The hint below it; empty if there is none.
    pub hint: String,
    /// How it is answered: `scale`, `quantity`, `choice`, `clock`, `yes-no` or `text`.
    pub kind: String,
    /// The unit of an amount.
    pub unit: String,
    /// Lowest answer of a scale or amount.
    pub min: f64,
    /// Highest answer of a scale or amount.
    pub max: f64,
    /// Label of the lower end of a scale.
    pub low: String,
    /// Label of the upper end of a scale.
    pub high: String,
    /// Label of the middle of a scale, if any.
    #[serde(default)]
    pub middle: String,
    /// The options of a choice.
    pub options: Vec<OptionForm>,
    /// Whether several options can be chosen, or several amounts entered and summed.
    pub several: bool,
    /// Which direction is better.
    #[serde(alias = "better")]
    pub direction: Direction,
    /// How it is charted; none if it is not.
    pub chart: Option<ChartMark>,
    /// How several entries of one day combine into the value of the day.
    #[serde(alias = "day")]
    pub aggregate: DayAggregate,
    /// Whether by default only the page length `everything` asks it.
    #[serde(alias = "extra")]
    pub optional: bool,
}

/// The builder's form for an option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OptionForm {
    /// Its key once saved; empty for a new option.
    pub key: String,
    /// Its label.
    pub name: String,
    /// Its value in charts, if it has one.
    pub score: Option<f64>,
}
