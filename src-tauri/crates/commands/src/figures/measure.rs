//! A measure over a period: its series, its summary and the days that count.

use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::variability;
use crate::session::Session;
use chrono::NaiveDate;
use domain::definition::{Chart, DayAggregate};
use domain::time::Period;
use domain::{Definition, Series, Summary, Unit};

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

/// Loads and summarizes a measure over a period.
pub fn load_measure<'a>(
    session: &Session,
    definition: &'a Definition,
    chart: &'a Chart,
    context: &'a PeriodContext,
) -> Result<MeasureView<'a>> {
    let period = context.period;
    let mut numbers = session
        .journal()
        .measurements(&definition.key, &chart.of, period)?;
    let several = numbers
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.day == b.day));
    // The order within a day matters only where the last value counts.
    if several && chart.aggregate == DayAggregate::Last {
        session
            .journal()
            .sort_by_time(&definition.key, period, &mut numbers)?;
    }
    let unit = definition.unit(&chart.of).unwrap_or(Unit::Points);
    if unit == Unit::Clock {
        domain::figure::series::unwrap_circular(numbers.iter_mut().map(|n| &mut n.number));
    }
    let mut late: Vec<NaiveDate> = numbers.iter().filter(|n| n.late).map(|n| n.day).collect();
    late.dedup();
    let pairs = numbers.iter().map(|n| (n.day, n.number));
    let series = Series::aggregate(period, chart.aggregate, pairs);
    let summary = Summary::excluding_pauses(&series, &context.pauses);
    let patterned = variability::series(session, chart, period, &numbers)?;
    Ok(MeasureView {
        several,
        variability: variability::variability(&patterned),
        late,
        known: context.known_for(session, definition, chart)?,
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
/// Only trackers for which `includes` returns true are included.
pub fn events(
    session: &Session,
    period: Period,
    includes: impl Fn(&Definition) -> bool,
) -> Result<Vec<(NaiveDate, String)>> {
    let mut events = Vec::new();
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
