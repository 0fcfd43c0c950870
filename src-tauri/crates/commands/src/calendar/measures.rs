//! Measures by which the month and year calendars can be shaded.
//!
//! Includes every numeric measure, also of inactive trackers that hold entries. Defines how a
//! measure without a declared chart is aggregated per day.

use crate::error::RecordKind;
use crate::error::{Error, Result};
use crate::session::Session;
use crate::trackers;
use domain::definition::{Chart, ChartMark, DayAggregate, Direction};
use domain::{Definition, FieldKind, Unit};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A measure for shading days: its tracker and chart.
pub type CalendarMeasure<'a> = (&'a Definition, Cow<'a, Chart>);

/// Returns the given measure of a tracker, or else the first one available.
pub(crate) fn select<'a>(
    session: &'a Session,
    tracker: &str,
    of: &str,
) -> Result<CalendarMeasure<'a>> {
    let mut all = all(session)?;
    let at = all
        .iter()
        .position(|(d, c)| d.key == tracker && c.of == of)
        .unwrap_or(0);
    if at < all.len() {
        Ok(all.swap_remove(at))
    } else {
        Err(Error::not_found(RecordKind::Tracker, tracker))
    }
}

/// Returns all measures to choose from, in tracker order.
pub(crate) fn choices(session: &Session) -> Result<Vec<MeasureOption>> {
    let choices = all(session)?.into_iter().map(|(definition, chart)| {
        let labels = session.locale().labels_of(definition);
        let (title, measure) = (labels.get_or_key("title"), labels.get_or_key(&chart.of));
        MeasureOption {
            label: if title == measure {
                title.to_owned()
            } else {
                format!("{title}: {measure}")
            },
            tracker: definition.key.clone(),
            of: chart.of.clone(),
        }
    });
    Ok(choices.collect())
}

/// Returns the measures of active trackers, then those of other trackers with entries.
///
/// Of each tracker, measures with a declared chart come first.
fn all(session: &Session) -> Result<Vec<CalendarMeasure<'_>>> {
    let mut definitions = trackers::active(session)?;
    for key in session.journal().trackers_with_entries()? {
        let definition = session.definitions().get(&key);
        definitions
            .extend(definition.filter(|d| !definitions.iter().any(|known| known.key == d.key)));
    }
    Ok(definitions.into_iter().flat_map(of).collect())
}

fn of(definition: &Definition) -> impl Iterator<Item = CalendarMeasure<'_>> {
    let declared = definition.charts.iter().map(Cow::Borrowed);
    let fields = definition.fields.iter().map(|f| &f.key);
    let keys = fields.chain(definition.measures.iter().map(|m| &m.key));
    let undeclared = keys
        .filter(|key| definition.chart(key).is_none())
        .filter_map(|key| undeclared_chart(definition, key).map(Cow::Owned));
    declared
        .chain(undeclared)
        .map(move |chart| (definition, chart))
}

/// Returns a chart for a measure without a declared one, or `None` for an instant or no number.
///
/// Minutes and drinks are summed per day unless the tracker is asked once a day. Other values are
/// averaged.
fn undeclared_chart(definition: &Definition, key: &str) -> Option<Chart> {
    let unit = definition.unit(key)?;
    let (min, max) = match definition.field(key).map(|f| &f.kind) {
        Some(FieldKind::Scale { min, max }) => (Some(*min), Some(*max)),
        Some(FieldKind::YesNo) => (Some(0.0), Some(1.0)),
        Some(FieldKind::Choice { options, .. }) => {
            let scores = || options.iter().filter_map(|o| o.score);
            (scores().reduce(f64::min), scores().reduce(f64::max))
        }
        Some(FieldKind::Quantity { .. } | FieldKind::Clock | FieldKind::Text { .. }) | None => {
            (None, None)
        }
    };
    let adds_up = match unit {
        Unit::Instant => return None,
        Unit::Minutes | Unit::StandardDrink => !definition.is_daily(),
        Unit::Other(_) | Unit::Percent | Unit::Clock | Unit::Points => false,
    };
    Some(Chart {
        of: key.to_owned(),
        mark: ChartMark::Bars,
        aggregate: if adds_up {
            DayAggregate::Sum
        } else {
            DayAggregate::Mean
        },
        min,
        max,
        direction: Direction::Neither,
        optional: true,
    })
}

/// A measure a month can show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MeasureOption {
    /// The tracker's key.
    pub tracker: String,
    /// The field's or measure's key.
    pub of: String,
    /// Its name.
    pub label: String,
}
