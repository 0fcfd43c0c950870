//! A measure over a period: its series, its summary and the days that count.

use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::variability;
use crate::session::Session;
use crate::treatment::lanes::dose_changes;
use chrono::NaiveDate;
use domain::definition::{Chart, ChartMark, DayAggregate};
use domain::figure::series::{circular_cut, unwrap_at};
use domain::time::Period;
use domain::{Definition, Series, Summary, Unit};
use journal::Measurement;
use std::collections::HashMap;

/// A measure over a period, with its data and summary.
pub struct MeasureView<'a> {
    /// The tracker.
    pub definition: &'a Definition,
    /// Its chart.
    pub chart: &'a Chart,
    /// The unit of its values.
    pub unit: Unit,
    /// The value of each day.
    pub series: Series,
    /// The value of each of the six days before the period, for the 7-day median.
    pub lead: Vec<Option<f64>>,
    /// Summary of the series.
    pub summary: Summary,
    /// Root mean square of successive daily differences; `None` with too few adjacent days.
    /// Leaves out entries recorded late unless the patient includes them in patterns.
    pub variability: Option<f64>,
    /// Days with an entry recorded late.
    pub late: Vec<NaiveDate>,
    /// Whether any day holds more than one entry.
    pub several: bool,
    /// For a summed measure, the days known to have some or none.
    pub known: Option<Vec<NaiveDate>>,
    /// Context of the period.
    pub context: &'a PeriodContext,
}

/// Days that the 7-day median looks back.
const LEAD: i64 = 6;

/// The numbers of a measure over a period, in order of time within a day.
#[derive(Default)]
struct DayNumbers {
    all: Vec<Measurement>,
    /// Whether any day holds more than one.
    several: bool,
    /// For a summed measure, the days with an entry whose amount is unknown, ascending.
    unknown: Vec<NaiveDate>,
}

impl DayNumbers {
    /// Aggregates the numbers that `counts` into one value per day. A sum with an unknown part is
    /// unknown.
    fn series(
        &self,
        chart: &Chart,
        period: Period,
        counts: impl Fn(&Measurement) -> bool,
    ) -> Series {
        let pairs = self.all.iter().filter(|n| counts(n));
        let mut series =
            Series::aggregate(period, chart.aggregate, pairs.map(|n| (n.day, n.number)));
        for day in self.unknown.iter().filter_map(|day| period.index(*day)) {
            if let Some(value) = series.values.get_mut(day) {
                *value = None;
            }
        }
        series
    }
}

fn day_numbers(
    session: &Session,
    definition: &Definition,
    chart: &Chart,
    period: Period,
) -> Result<DayNumbers> {
    let (journal, key) = (session.journal(), &definition.key);
    let mut all = journal.measurements(key, &chart.of, period)?;
    let several = all
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.day == b.day));
    // The order within a day matters only where the last value counts.
    if several && chart.aggregate == DayAggregate::Last {
        journal.sort_by_time(key, period, &mut all)?;
    }
    if several
        && chart.aggregate == DayAggregate::Main
        && let Some(by) = &definition.main_measure
    {
        journal.sort_by_time(key, period, &mut all)?;
        retain_main(&mut all, &journal.measurements(key, by, period)?);
    }
    let unknown = if chart.aggregate == DayAggregate::Sum {
        journal.days_with_unknown(key, &chart.of, period)?
    } else {
        Vec::new()
    };
    Ok(DayNumbers {
        all,
        several,
        unknown,
    })
}

/// Keeps the number of each day's main entry: the one with the largest size. Of equal entries, or
/// where no size is known, the earliest.
fn retain_main(all: &mut Vec<Measurement>, sizes: &[Measurement]) {
    let sizes: HashMap<i64, f64> = sizes.iter().map(|n| (n.entry, n.number)).collect();
    let size = |n: &Measurement| sizes.get(&n.entry).copied().unwrap_or(f64::NEG_INFINITY);
    let mut main: Vec<Measurement> = Vec::with_capacity(all.len());
    for number in all.iter() {
        match main.last_mut().filter(|last| last.day == number.day) {
            Some(last) if size(number) > size(last) => *last = *number,
            Some(_) => {}
            None => main.push(*number),
        }
    }
    *all = main;
}

/// Loads and summarizes a measure over a period.
pub fn load_measure<'a>(
    session: &Session,
    definition: &'a Definition,
    chart: &'a Chart,
    context: &'a PeriodContext,
) -> Result<MeasureView<'a>> {
    let period = context.period;
    let before = Period::ending(period.from.pred_opt().unwrap_or(period.from), LEAD);
    // Only a line of medians looks back.
    let mut lead = match chart.mark {
        ChartMark::Dots => day_numbers(session, definition, chart, before)?,
        ChartMark::Bars | ChartMark::Strip | ChartMark::Scores => DayNumbers::default(),
    };
    let mut numbers = day_numbers(session, definition, chart, period)?;
    let unit = definition.unit(&chart.of).unwrap_or(Unit::Points);
    if unit == Unit::Clock {
        let cut = circular_cut(numbers.all.iter().map(|n| n.number));
        let all = numbers.all.iter_mut().chain(&mut lead.all);
        all.for_each(|n| n.number = unwrap_at(cut, n.number));
    }
    let late = numbers.all.iter().filter(|n| n.late).map(|n| n.day);
    let mut late: Vec<NaiveDate> = late.collect();
    late.dedup();
    let series = numbers.series(chart, period, |_| true);
    let summary = Summary::excluding_pauses(&series, &context.excluded());
    let with_late = session.preferences().late_in_patterns;
    let patterned = numbers.series(chart, period, |n| with_late || !n.late);
    Ok(MeasureView {
        several: numbers.several,
        lead: lead.series(chart, before, |_| true).values,
        variability: variability::variability(&patterned),
        late,
        known: context.known_for(session, definition, chart, &numbers.unknown)?,
        context,
        definition,
        chart,
        unit,
        series,
        summary,
    })
}

/// Returns the dated changes of a period, ascending, from the event fields of trackers.
///
/// Only trackers for which `includes` returns true are included, and changes of doses if `doses`.
pub fn events(
    session: &Session,
    period: Period,
    doses: bool,
    includes: impl Fn(&Definition) -> bool,
) -> Result<Vec<(NaiveDate, String)>> {
    let mut events = Vec::new();
    if doses {
        events = dose_changes(session, period)?;
    }
    for definition in session.definitions().all() {
        let Some(event_field) = definition
            .event_field
            .as_ref()
            .filter(|_| includes(definition))
        else {
            continue;
        };
        for entry in session.journal().entries_of(&definition.key, period)? {
            let what = entry
                .values
                .get(event_field)
                .and_then(|v| v.first())
                .and_then(|v| v.text.clone());
            events.extend(what.map(|what| (entry.day, what)));
        }
    }
    events.sort();
    Ok(events)
}
