//! A chart as numbers: axes, ticks, marks, bands, gaps, events. No pixels.
//!
//! Owns everything about a chart but ink, so that what the patient sees is what the therapist gets.
//! Long series are gathered into columns: a painter never gets more than `COLUMNS` points a mark.

use crate::definition::{Chart, ChartMark, PerDay};
use crate::period::Period;
use crate::series::Series;
use crate::speech::{Grain, Speech};
use crate::summary::{quantile, seven_day_middle};
use crate::ticks;
use crate::unit::Unit;
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Most columns a figure has; a longer period is gathered into this many.
pub const COLUMNS: usize = 360;

/// Longest period drawn day by day.
const DAY_BY_DAY: usize = 400;

/// A chart as numbers. x counts days of the period from 0; y is in the measure's unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Figure {
    /// What is drawn.
    pub title: String,
    /// What the figure shows, in one sentence.
    pub said: String,
    /// How many days the x axis holds.
    pub days: usize,
    /// Marks of the x axis.
    pub x: Vec<Tick>,
    /// Marks of the y axis.
    pub y: Vec<Tick>,
    /// Lower end of the y axis.
    pub low: f64,
    /// Upper end of the y axis.
    pub high: f64,
    /// What is painted, back to front.
    pub marks: Vec<Mark>,
    /// Ranges behind, as context.
    pub bands: Vec<Span>,
    /// Runs of days without entries (x), to be hatched.
    pub gaps: Vec<Span>,
    /// Planned pauses (x), drawn as what they are.
    pub pauses: Vec<Span>,
    /// Days that were written down later, to be marked: [x, y].
    pub late: Vec<[f64; 2]>,
    /// Dated changes, drawn as lines across.
    pub events: Vec<Tick>,
    /// What each day or column says, for the read-out and the table.
    pub readings: Vec<Reading>,
}

/// A marked place on an axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// What it says.
    pub label: String,
}

/// A stretch of an axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Span {
    /// Beginning.
    pub from: f64,
    /// End.
    pub to: f64,
    /// What it says; empty where nothing needs saying.
    pub label: String,
}

/// One layer of a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Mark {
    /// Lines, each unbroken: [x, y].
    Line {
        /// The unbroken stretches.
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
    /// Bars from a lowest to a highest: [x, low, high].
    Range {
        /// Where.
        points: Vec<[f64; 3]>,
    },
    /// Filled cells: x.
    Strip {
        /// Where.
        points: Vec<f64>,
    },
}

/// What one day or column says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reading {
    /// Where on the x axis.
    pub at: f64,
    /// Which day or days.
    pub day: String,
    /// What was recorded.
    pub said: String,
}

/// What a figure is drawn of.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The values.
    pub series: &'a Series,
    /// How they are drawn.
    pub chart: &'a Chart,
    /// What they count.
    pub unit: &'a Unit,
    /// The definition's words.
    pub words: &'a Words,
    /// Context ranges: from, to, word.
    pub bands: &'a [(f64, f64, String)],
    /// Dated changes.
    pub events: &'a [(NaiveDate, String)],
    /// Planned pauses: first and last day as indexes, word.
    pub pauses: &'a [(usize, usize, String)],
    /// Days with an entry that was written later.
    pub late: &'a [NaiveDate],
}

/// Draws a figure. `title` and `said` are set by whoever words it.
pub fn draw(subject: Subject<'_>, speech: &dyn Speech) -> Figure {
    let Subject {
        series,
        chart,
        unit,
        words,
        ..
    } = subject;
    let period = series.period;
    let axis = axis(series, chart, unit);
    let by_day = period.days() <= DAY_BY_DAY;
    let columns = if by_day { Vec::new() } else { columns(series) };
    let (x, grain) = ticks::dates(period);
    Figure {
        title: String::new(),
        said: String::new(),
        days: period.days(),
        x: x.into_iter()
            .filter_map(|day| {
                Some(Tick {
                    at: period.index(day)? as f64,
                    label: speech.date(day, grain),
                })
            })
            .collect(),
        y: axis
            .ticks
            .iter()
            .map(|v| Tick {
                at: *v,
                label: speech.tick(*v, unit),
            })
            .collect(),
        low: axis.low,
        high: axis.high,
        marks: if by_day {
            marks(series, chart.mark)
        } else {
            column_marks(&columns)
        },
        bands: subject
            .bands
            .iter()
            .map(|(from, to, label)| Span {
                from: from.max(axis.low),
                to: to.min(axis.high),
                label: label.clone(),
            })
            .filter(|b| b.from < b.to)
            .collect(),
        // A day without a walk is not a day without an entry: what adds up has no gaps to hatch.
        gaps: if chart.day == PerDay::Sum {
            Vec::new()
        } else {
            gaps(series, subject.pauses)
        },
        pauses: subject
            .pauses
            .iter()
            .map(|(from, to, label)| Span {
                from: *from as f64,
                to: *to as f64,
                label: label.clone(),
            })
            .collect(),
        late: if by_day {
            late(series, subject.late)
        } else {
            Vec::new()
        },
        events: subject
            .events
            .iter()
            .filter_map(|(day, label)| {
                Some(Tick {
                    at: period.index(*day)? as f64,
                    label: label.clone(),
                })
            })
            .collect(),
        readings: if by_day {
            day_readings(series, unit, words, speech)
        } else {
            column_readings(period, &columns, unit, words, speech)
        },
    }
}

fn axis(series: &Series, chart: &Chart, unit: &Unit) -> ticks::Scale {
    let known = || series.values.iter().flatten().copied();
    let (least, most) = (
        known().fold(f64::INFINITY, f64::min),
        known().fold(f64::NEG_INFINITY, f64::max),
    );
    match (chart.min, chart.max) {
        (Some(min), Some(max)) if most <= max || !most.is_finite() => ticks::fixed(min, max),
        (min, max) => {
            let from_zero = chart.mark == ChartMark::Bars;
            let low = min
                .unwrap_or(if from_zero { 0.0 } else { least })
                .min(least);
            let high = max.unwrap_or(most).max(most);
            if low.is_finite() && high.is_finite() {
                ticks::scale(low, high, unit)
            } else {
                ticks::scale(0.0, 1.0, unit)
            }
        }
    }
}

/// Runs of two or more days without an entry, longer ones only in a long period. A planned pause is no gap.
fn gaps(series: &Series, pauses: &[(usize, usize, String)]) -> Vec<Span> {
    let shortest = (series.values.len() / COLUMNS * 2).max(2);
    let mut asked = series.clone();
    for (from, to, _) in pauses {
        let days = asked.values.iter_mut().take(to + 1).skip(*from);
        days.for_each(|day| *day = day.or(Some(0.0)));
    }
    asked
        .gaps(shortest)
        .into_iter()
        .map(|(from, to)| Span {
            from: from as f64,
            to: to as f64,
            label: String::new(),
        })
        .collect()
}

fn late(series: &Series, days: &[NaiveDate]) -> Vec<[f64; 2]> {
    days.iter()
        .filter_map(|day| {
            let at = series.period.index(*day)?;
            Some([at as f64, (*series.values.get(at)?)?])
        })
        .collect()
}

fn points(series: &Series) -> Vec<[f64; 2]> {
    series
        .values
        .iter()
        .enumerate()
        .filter_map(|(i, v)| Some([i as f64, (*v)?]))
        .collect()
}

fn marks(series: &Series, mark: ChartMark) -> Vec<Mark> {
    match mark {
        ChartMark::Dots => vec![
            Mark::Line {
                runs: middle_runs(series),
            },
            Mark::Dots {
                points: points(series),
            },
        ],
        ChartMark::Bars => vec![Mark::Bars {
            points: points(series),
        }],
        ChartMark::Strip => {
            vec![Mark::Strip {
                points: points(series)
                    .into_iter()
                    .filter(|p| p[1] > 0.0)
                    .map(|p| p[0])
                    .collect(),
            }]
        }
    }
}

/// The 7-day middle as unbroken stretches: no line across two missing days.
fn middle_runs(series: &Series) -> Vec<Vec<[f64; 2]>> {
    let middle = seven_day_middle(&series.values);
    let present = |i: usize| series.values.get(i).is_some_and(Option::is_some);
    let mut runs: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    for (i, value) in middle.iter().enumerate() {
        let lone_gap = i > 0 && present(i - 1) && present(i + 1);
        match value {
            Some(v) if present(i) || lone_gap => {
                if let Some(run) = runs.last_mut() {
                    run.push([i as f64, *v]);
                }
            }
            Some(_) | None => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

struct Column {
    from: usize,
    to: usize,
    known: Vec<f64>,
}

impl Column {
    fn at(&self) -> f64 {
        f64::midpoint(self.from as f64, self.to as f64)
    }

    fn low(&self) -> Option<f64> {
        self.known.first().copied()
    }

    fn high(&self) -> Option<f64> {
        self.known.last().copied()
    }
}

fn columns(series: &Series) -> Vec<Column> {
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

/// Lowest to highest of each column, and the middle where at least half of its days are known.
fn column_marks(columns: &[Column]) -> Vec<Mark> {
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

fn day_readings(series: &Series, unit: &Unit, words: &Words, speech: &dyn Speech) -> Vec<Reading> {
    let read = |(i, value): (usize, &Option<f64>)| {
        Some(Reading {
            at: i as f64,
            day: speech.date(series.period.day(i), Grain::Whole),
            said: speech.amount((*value)?, unit, words),
        })
    };
    series.values.iter().enumerate().filter_map(read).collect()
}

fn column_readings(
    period: Period,
    columns: &[Column],
    unit: &Unit,
    words: &Words,
    speech: &dyn Speech,
) -> Vec<Reading> {
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
