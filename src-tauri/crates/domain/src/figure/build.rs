//! Builds a figure from a series.

use super::axis::{self, Axis};
use super::buckets;
use super::readings::readings;
use super::series::Series;
use super::summary::rolling_median;
use super::{Figure, FigureInput, MAX_BUCKETS, Mark, Span, Tick};
use crate::definition::{Chart, ChartMark, Unit};
use crate::localizer::Localizer;
use chrono::NaiveDate;

/// Longest period drawn day by day, in days.
const MAX_DAILY_POINTS: usize = 400;

/// Returns whether a measure is drawn day by day, not in columns. Scores are few, and each is shown.
fn is_daily(input: FigureInput<'_>) -> bool {
    input.series.period.days() <= MAX_DAILY_POINTS || input.chart.mark == ChartMark::Scores
}

/// Builds a figure. Leaves `title`, `description` and `began` empty; the caller sets them.
pub fn build(input: FigureInput<'_>, localizer: &dyn Localizer) -> Figure {
    let FigureInput { series, chart, .. } = input;
    let factor = localizer.display_factor(input.unit);
    let axis = value_axis(series, chart, input.unit, factor);
    let daily = is_daily(input);
    let buckets = if daily {
        Vec::new()
    } else {
        buckets::split(series)
    };
    let (x, style) = axis::dates(series.period);
    let x = x.iter();
    let x = x.map(|day| (*day, localizer.date(*day, style)));
    let tick = |v: &f64| Tick {
        at: *v,
        label: localizer.axis_label(*v, input.unit),
    };
    Figure {
        title: String::new(),
        description: String::new(),
        days: series.period.days(),
        x: dated(input, x),
        y: axis.ticks.iter().map(tick).collect(),
        low: axis.low,
        high: axis.high,
        marks: if daily {
            marks(input, chart.mark)
        } else {
            buckets::marks(&buckets)
        },
        bands: bands(input, &axis),
        own: own(input),
        began: None,
        gaps: gaps(input),
        pauses: days(input.pauses),
        life: days(input.life),
        late: late(input, daily),
        states: states(input, &buckets),
        events: dated(input, input.events.iter().cloned()),
        readings: readings(input, &buckets, localizer),
    }
}

/// Converts dated labels to ticks of the x axis; drops days outside the period.
fn dated(input: FigureInput<'_>, days: impl Iterator<Item = (NaiveDate, String)>) -> Vec<Tick> {
    let tick = |(day, label)| {
        let at = input.series.period.index(day)? as f64;
        Some(Tick { at, label })
    };
    days.filter_map(tick).collect()
}

fn bands(input: FigureInput<'_>, axis: &Axis) -> Vec<Span> {
    let cut = |(from, to, label): &(f64, f64, String)| Span {
        from: from.max(axis.low),
        to: to.min(axis.high),
        label: label.clone(),
    };
    let bands = input.bands.iter().map(cut);
    bands.filter(|b| b.from < b.to).collect()
}

/// Returns the middle half of the days, for measures drawn as dots.
fn own(input: FigureInput<'_>) -> Option<Span> {
    let (from, to) = input.own.filter(|_| input.chart.mark == ChartMark::Dots)?;
    let label = String::new();
    Some(Span { from, to, label })
}

/// Returns stretches of whole days.
fn days(stretches: &[(usize, usize, String)]) -> Vec<Span> {
    let span = |(from, to, label): &(usize, usize, String)| Span {
        from: *from as f64,
        to: *to as f64,
        label: label.clone(),
    };
    stretches.iter().map(span).collect()
}

/// Returns the value axis. `display_factor` is the stored amount per displayed unit, so that ticks are round
/// in the displayed unit.
fn value_axis(series: &Series, chart: &Chart, unit: &Unit, display_factor: f64) -> Axis {
    let known = || series.values.iter().flatten().copied();
    let (least, most) = (
        known().fold(f64::INFINITY, f64::min),
        known().fold(f64::NEG_INFINITY, f64::max),
    );
    match (chart.min, chart.max) {
        (Some(min), Some(max)) if most <= max || !most.is_finite() => axis::fixed(min, max),
        (min, max) => {
            let from_zero = chart.mark == ChartMark::Bars;
            let low = min
                .unwrap_or(if from_zero { 0.0 } else { least })
                .min(least);
            let high = max.unwrap_or(most).max(most);
            if low.is_finite() && high.is_finite() {
                axis::scale(low / display_factor, high / display_factor, unit).times(display_factor)
            } else {
                axis::scale(0.0, 1.0, unit).times(display_factor)
            }
        }
    }
}

/// Returns runs of at least two days without an entry; in a long period only longer runs. Planned
/// pauses, days answered with one tap and `known_days` days are not gaps.
fn gaps(input: FigureInput<'_>) -> Vec<Span> {
    let series = input.series;
    if input.chart.mark == ChartMark::Scores {
        // A questionnaire is about two weeks, not about its day.
        return Vec::new();
    }
    let shortest = (series.values.len() / MAX_BUCKETS * 2).max(2);
    let mut known = series.clone();
    let mut mark_known = |day: usize| {
        if let Some(value) = known.values.get_mut(day) {
            *value = value.or(Some(0.0));
        }
    };
    for (from, to, _) in input.pauses {
        (*from..=*to).for_each(&mut mark_known);
    }
    (0..input.before).for_each(&mut mark_known);
    let states = input.states.iter().map(|(day, _)| *day);
    let known_days = input.known_days.unwrap_or_default().iter().copied();
    let days = states.chain(known_days);
    days.filter_map(|day| series.period.index(day))
        .for_each(&mut mark_known);
    known
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
fn states(input: FigureInput<'_>, buckets: &[buckets::Bucket]) -> Vec<Tick> {
    let period = input.series.period;
    let marked = input.states.iter().filter_map(|(day, label)| {
        let index = period.index(*day)?;
        let column = buckets.iter().find(|c| c.holds(index));
        Some(Tick {
            at: column.map_or(index as f64, buckets::Bucket::at),
            label: label.clone(),
        })
    });
    let mut ticks: Vec<Tick> = marked.collect();
    ticks.dedup_by(|a, b| a.at.to_bits() == b.at.to_bits());
    ticks
}

/// Returns the days recorded late; in columns they are not told apart.
fn late(input: FigureInput<'_>, daily: bool) -> Vec<[f64; 2]> {
    let series = input.series;
    let days = input.late.iter().filter(|_| daily);
    days.filter_map(|day| {
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

fn marks(input: FigureInput<'_>, mark: ChartMark) -> Vec<Mark> {
    let series = input.series;
    match mark {
        ChartMark::Dots => vec![
            Mark::Line {
                runs: median_runs(input),
            },
            Mark::Dots {
                points: points(series),
            },
        ],
        ChartMark::Bars => vec![Mark::Bars {
            points: points(series),
        }],
        ChartMark::Scores => vec![
            Mark::Line {
                runs: vec![points(series)],
            },
            Mark::Dots {
                points: points(series),
            },
        ],
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
/// It looks back beyond the edge of the figure, so that a date has one median over any period.
fn median_runs(input: FigureInput<'_>) -> Vec<Vec<[f64; 2]>> {
    let FigureInput { series, lead, .. } = input;
    let days: Vec<Option<f64>> = lead.iter().chain(&series.values).copied().collect();
    let median = rolling_median(&days).split_off(lead.len());
    let present = |i: usize| series.values.get(i).is_some_and(Option::is_some);
    let mut runs: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    for (i, value) in median.iter().enumerate() {
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
