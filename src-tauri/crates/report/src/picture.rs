//! Model of the drawings on the visit page: day by day, and year by year.

use crate::cell::Cell;
use domain::Figure;
use domain::figure::{Span, Tick};
use serde::{Deserialize, Serialize};

/// Both periods on one time axis. Positions count days from the first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Picture {
    /// Number of days.
    pub days: usize,
    /// The day on which this period begins.
    pub split: usize,
    /// Marks of the axis.
    pub x: Vec<Tick>,
    /// Life events.
    pub life: Vec<Span>,
    /// The day of each life event, which stands there where its words have no room.
    #[serde(default)]
    pub life_days: Vec<String>,
    /// Medicines, courses and side effects.
    pub lanes: Vec<PictureLane>,
    /// Measures and questionnaires, top to bottom.
    pub rows: Vec<PictureRow>,
}

/// A lane: a medicine with its doses, a course with its sessions, or a side effect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PictureLane {
    /// Its name.
    pub name: String,
    /// Below the name; may be empty.
    pub note: String,
    /// Stretches with a dose: from, the day after the last, thickness from 0 to 1.
    pub parts: Vec<[f64; 3]>,
    /// The dose of each stretch.
    pub labels: Vec<String>,
    /// Stretches of days of which nothing was recorded.
    pub unknown: Vec<[f64; 2]>,
    /// Days on which a dose was marked skipped or taken in part.
    pub skipped: Vec<f64>,
    /// Days with a session.
    pub sessions: Vec<f64>,
    /// Days on which it was taken as needed.
    pub dots: Vec<f64>,
    /// Weeks of a side effect: from, the day after the last, how much it bothers (1 to 3).
    pub levels: Vec<[f64; 3]>,
    /// The period before.
    pub before: Cell,
    /// This period.
    pub now: Cell,
    /// The lane in words.
    pub said: String,
}

/// A measure in the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PictureRow {
    /// Its name.
    pub name: String,
    /// Below the name: scale and direction.
    pub note: String,
    /// Over both periods.
    pub figure: Figure,
    /// The period before.
    pub before: Cell,
    /// This period.
    pub now: Cell,
}

/// Everything about treatment on one axis, after the NIMH life chart. Positions count days from the
/// first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LifeChart {
    /// Heading; empty if the page has no life chart.
    pub title: String,
    /// What the marks mean.
    pub legend: String,
    /// Number of days.
    pub days: f64,
    /// Years.
    pub x: Vec<Tick>,
    /// Episodes, drawn behind all lanes.
    pub episodes: Vec<LifeEpisode>,
    /// Lanes: medicines, courses, therapies, hospital stays, life events.
    pub lanes: Vec<LifeLane>,
}

/// An episode on the life chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LifeEpisode {
    /// Its first day.
    pub from: f64,
    /// The day after its last.
    pub to: f64,
    /// What it is.
    pub label: String,
    /// How heavy it was, 1 to 4; 0 if not said. Heavier ones are darker.
    pub weight: u8,
}

/// A lane of the life chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LifeLane {
    /// Its name.
    pub name: String,
    /// Stretches: from, the day after the last, thickness from 0 to 1.
    pub parts: Vec<[f64; 3]>,
    /// For each stretch, whether its dates or dose are from memory or only known to the year.
    pub fuzzy: Vec<bool>,
    /// For each stretch, what stands beside it.
    pub labels: Vec<String>,
    /// The lane in words.
    pub said: String,
}
