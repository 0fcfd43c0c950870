//! Charts as numbers: axes, ticks, marks, bands, gaps and events, but no pixels.
//!
//! The screen and the printed report draw from the same figure. Periods longer than `DAY_BY_DAY`
//! days are aggregated into `COLUMNS` columns.

mod columns;

use crate::definition::{Chart, ChartMark};
use crate::series::Series;
use crate::speech::{Grain, Speech};
use crate::summary::seven_day_middle;
use crate::ticks;
use crate::unit::Unit;
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Maximum number of columns; a longer period is aggregated into this many.
pub const COLUMNS: usize = 360;

/// Longest period drawn day by day, in days.
const DAY_BY_DAY: usize = 400;

/// A chart as numbers. x counts days of the period from 0; y is in the unit of the measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Figure {
    /// Title.
    pub title: String,
    /// Description of the figure in one sentence.
    pub said: String,
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
    /// Runs of days without entries (x), drawn hatched.
    pub gaps: Vec<Span>,
    /// Planned pauses (x).
    pub pauses: Vec<Span>,
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
    pub said: String,
}

/// Input of a figure.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The values.
    pub series: &'a Series,
    /// How the values are drawn.
    pub chart: &'a Chart,
    /// Unit of the values.
    pub unit: &'a Unit,
    /// Labels of the definition.
    pub words: &'a Words,
    /// Background ranges: from, to, label.
    pub bands: &'a [(f64, f64, String)],
    /// Dated changes with their labels.
    pub events: &'a [(NaiveDate, String)],
    /// Planned pauses: index of the first and last day, label.
    pub pauses: &'a [(usize, usize, String)],
    /// Days with an entry that was recorded late.
    pub late: &'a [NaiveDate],
    /// Days answered with one tap in place of all other fields, with their label.
    pub states: &'a [(NaiveDate, String)],
    /// Days with any entry, if the measure is a total: a day without a walk is not a gap.
    pub recorded: Option<&'a [NaiveDate]>,
}

/// Builds a figure. Leaves `title` and `said` empty; the caller sets them.
pub fn draw(subject: Subject<'_>, speech: &dyn Speech) -> Figure {
    let Subject { series, chart, .. } = subject;
    let axis = axis(series, chart, subject.unit, speech.one(subject.unit));
    let mut columns = Vec::new();
    let (marks, late, readings) = if series.period.days() <= DAY_BY_DAY {
        let late = late(series, subject.late);
        let readings = day_readings(subject, speech);
        (marks(series, chart.mark), late, readings)
    } else {
        columns = columns::columns(series);
        let readings = columns::readings(subject, &columns, speech);
        (columns::marks(&columns), Vec::new(), readings)
    };
    let (x, grain) = ticks::dates(series.period);
    let tick = |v: &f64| Tick {
        at: *v,
        label: speech.tick(*v, subject.unit),
    };
    Figure {
        title: String::new(),
        said: String::new(),
        days: series.period.days(),
        x: dated(
            subject,
            x.iter().map(|day| (*day, speech.date(*day, grain))),
        ),
        y: axis.ticks.iter().map(tick).collect(),
        low: axis.low,
        high: axis.high,
        marks,
        bands: bands(subject, &axis),
        gaps: gaps(subject),
        pauses: pauses(subject),
        late,
        states: states(subject, &columns),
        events: dated(subject, subject.events.iter().cloned()),
        readings,
    }
}

/// Converts dated labels to ticks of the x axis; drops days outside the period.
fn dated(subject: Subject<'_>, days: impl Iterator<Item = (NaiveDate, String)>) -> Vec<Tick> {
    let tick = |(day, label)| {
        let at = subject.series.period.index(day)? as f64;
        Some(Tick { at, label })
    };
    days.filter_map(tick).collect()
}

fn bands(subject: Subject<'_>, axis: &ticks::Scale) -> Vec<Span> {
    let cut = |(from, to, label): &(f64, f64, String)| Span {
        from: from.max(axis.low),
        to: to.min(axis.high),
        label: label.clone(),
    };
    let bands = subject.bands.iter().map(cut);
    bands.filter(|b| b.from < b.to).collect()
}

fn pauses(subject: Subject<'_>) -> Vec<Span> {
    let span = |(from, to, label): &(usize, usize, String)| Span {
        from: *from as f64,
        to: *to as f64,
        label: label.clone(),
    };
    subject.pauses.iter().map(span).collect()
}

/// Returns the value axis. `one` is the stored amount per displayed unit, so that ticks are round
/// in the displayed unit.
fn axis(series: &Series, chart: &Chart, unit: &Unit, one: f64) -> ticks::Scale {
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
                ticks::scale(low / one, high / one, unit).times(one)
            } else {
                ticks::scale(0.0, 1.0, unit).times(one)
            }
        }
    }
}

/// Returns runs of at least two days without an entry; in a long period only longer runs. Planned
/// pauses, days answered with one tap and `recorded` days are not gaps.
fn gaps(subject: Subject<'_>) -> Vec<Span> {
    let series = subject.series;
    let shortest = (series.values.len() / COLUMNS * 2).max(2);
    let mut there = series.clone();
    let mut see = |day: usize| {
        if let Some(value) = there.values.get_mut(day) {
            *value = value.or(Some(0.0));
        }
    };
    for (from, to, _) in subject.pauses {
        (*from..=*to).for_each(&mut see);
    }
    let states = subject.states.iter().map(|(day, _)| *day);
    let recorded = subject.recorded.unwrap_or_default().iter().copied();
    let days = states.chain(recorded);
    days.filter_map(|day| series.period.index(day))
        .for_each(&mut see);
    there
        .gaps(shortest)
        .into_iter()
        .map(|(from, to)| Span {
            from: from as f64,
            to: to as f64,
            label: String::new(),
        })
        .collect()
}

/// Returns the days answered with one tap; in a long period, the columns that contain one.
fn states(subject: Subject<'_>, columns: &[columns::Column]) -> Vec<Tick> {
    let period = subject.series.period;
    let marked = subject.states.iter().filter_map(|(day, label)| {
        let index = period.index(*day)?;
        let column = columns.iter().find(|c| c.holds(index));
        Some(Tick {
            at: column.map_or(index as f64, columns::Column::at),
            label: label.clone(),
        })
    });
    let mut ticks: Vec<Tick> = marked.collect();
    ticks.dedup_by(|a, b| a.at.to_bits() == b.at.to_bits());
    ticks
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

/// Returns the 7-day median as segments. A segment spans one missing day, never two in a row.
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

fn day_readings(subject: Subject<'_>, speech: &dyn Speech) -> Vec<Reading> {
    let Subject {
        series,
        unit,
        words,
        states,
        ..
    } = subject;
    let read = |(i, value): (usize, &Option<f64>)| {
        let day = series.period.day(i);
        let value = value.map(|value| speech.amount(value, unit, words));
        let state = states.iter().find(|(of, _)| *of == day);
        let said: Vec<String> = value
            .into_iter()
            .chain(state.map(|s| s.1.clone()))
            .collect();
        (!said.is_empty()).then(|| Reading {
            at: i as f64,
            day: speech.date(day, Grain::Whole),
            said: said.join(" · "),
        })
    };
    series.values.iter().enumerate().filter_map(read).collect()
}
