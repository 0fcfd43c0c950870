//! Charts as numbers: axes, ticks, marks, bands, gaps and events, but no pixels.
//!
//! The screen and the printed report draw from the same figure. Periods longer than `MAX_DAILY_POINTS`
//! days are aggregated into `MAX_BUCKETS` columns.

mod axis;
mod buckets;
pub mod build;
mod readings;
pub mod series;
pub mod summary;

use crate::definition::{Chart, Labels, Unit};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use series::Series;

/// Maximum number of columns; a longer period is aggregated into this many.
pub const MAX_BUCKETS: usize = 360;

/// A chart as numbers. x counts days of the period from 0; y is in the unit of the measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Figure {
    /// Title.
    pub title: String,
    /// Description of the figure in one sentence.
    pub description: String,
    /// Number of days on the x axis.
    pub days: usize,
    /// Ticks of the x axis.
    pub x: Vec<Tick>,
    /// Ticks of the y axis.
    pub y: Vec<Tick>,
    /// Lower end of the y axis.
    pub low: f64,
    /// Upper end of the y axis.
    pub high: f64,
    /// The marks, back to front.
    pub marks: Vec<Mark>,
    /// Labelled y ranges drawn in the background.
    pub bands: Vec<Span>,
    /// The middle half of the days (y), drawn pale behind dots.
    pub own: Option<Span>,
    /// The day of the first entry, if it lies within the figure (x).
    pub began: Option<Tick>,
    /// Runs of days without entries (x), drawn hatched.
    pub gaps: Vec<Span>,
    /// Planned pauses (x).
    pub pauses: Vec<Span>,
    /// Life events (x).
    pub life: Vec<Span>,
    /// Days recorded late: [x, y].
    pub late: Vec<[f64; 2]>,
    /// Days answered with one tap in place of all other fields, marked below the chart.
    pub states: Vec<Tick>,
    /// Dated changes, drawn as vertical lines.
    pub events: Vec<Tick>,
    /// Text of each day or column, for the readout and the table.
    pub readings: Vec<Reading>,
}

/// A labelled position on an axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tick {
    /// Position.
    pub at: f64,
    /// Label.
    pub label: String,
}

/// A range of an axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Span {
    /// Start.
    pub from: f64,
    /// End.
    pub to: f64,
    /// Label; may be empty.
    pub label: String,
}

/// One layer of a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Mark {
    /// Line segments: [x, y].
    Line {
        /// Segments without gaps.
        runs: Vec<Vec<[f64; 2]>>,
    },
    /// Dots: [x, y].
    Dots {
        /// Where.
        points: Vec<[f64; 2]>,
    },
    /// Bars from the axis: [x, y].
    Bars {
        /// Where.
        points: Vec<[f64; 2]>,
    },
    /// Bars from a low to a high value: [x, low, high].
    Range {
        /// Where.
        points: Vec<[f64; 3]>,
        /// Width of a column, in days; some are wider or narrower by a part of a day.
        column: f64,
    },
    /// Filled cells: x.
    Strip {
        /// Where.
        points: Vec<f64>,
    },
}

/// Text of one day or column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reading {
    /// Position on the x axis.
    pub at: f64,
    /// The day or days, as text.
    pub day: String,
    /// The recorded values, as text.
    pub text: String,
}

/// Input of a figure.
#[derive(Debug, Clone, Copy)]
pub struct FigureInput<'a> {
    /// The values.
    pub series: &'a Series,
    /// The values of the six days before, for the 7-day median.
    pub lead: &'a [Option<f64>],
    /// How the values are drawn.
    pub chart: &'a Chart,
    /// Unit of the values.
    pub unit: &'a Unit,
    /// Labels of the definition.
    pub labels: &'a Labels,
    /// Background ranges: from, to, label.
    pub bands: &'a [(f64, f64, String)],
    /// Dated changes with their labels.
    pub events: &'a [(NaiveDate, String)],
    /// Planned pauses: index of the first and last day, label.
    pub pauses: &'a [(usize, usize, String)],
    /// Life events: index of the first and last day, label.
    pub life: &'a [(usize, usize, String)],
    /// Number of days before the first entry, which are no gap.
    pub before: usize,
    /// The middle half of the days, if there are enough.
    pub own: Option<(f64, f64)>,
    /// Days with an entry that was recorded late.
    pub late: &'a [NaiveDate],
    /// Days answered with one tap in place of all other fields, with their label.
    pub states: &'a [(NaiveDate, String)],
    /// Days with any entry, if the measure is a total: a day without a walk is not a gap.
    pub known_days: Option<&'a [NaiveDate]>,
    /// Whether the text of each day or column is wanted; nothing is read out in print.
    pub readings: bool,
}
