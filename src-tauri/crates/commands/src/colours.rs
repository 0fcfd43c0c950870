//! Measures by which the month and year calendars can be shaded.
//!
//! Includes every numeric measure, also of inactive trackers that hold entries. Defines how a
//! measure without a declared chart is aggregated per day.

use crate::Session;
use crate::bridge::{Mishap, Outcome};
use crate::month::MonthChoice;
use care::definition::{Better, Chart, ChartMark, PerDay};
use care::{Definition, Kind, Unit};
use std::borrow::Cow;

/// A measure for shading days: its tracker and chart.
pub type Colour<'a> = (&'a Definition, Cow<'a, Chart>);

/// Returns the given measure of a tracker, or else the first one available.
pub(crate) fn found<'a>(session: &'a Session, tracker: &str, of: &str) -> Outcome<Colour<'a>> {
    let mut all = all(session)?;
    let at = all
        .iter()
        .position(|(d, c)| d.key == tracker && c.of == of)
        .unwrap_or(0);
    if at < all.len() {
        Ok(all.swap_remove(at))
    } else {
        Err(Mishap::NoTracker(tracker.to_owned()))
    }
}

/// Returns all measures to choose from, in tracker order.
pub(crate) fn choices(session: &Session) -> Outcome<Vec<MonthChoice>> {
    let choices = all(session)?.into_iter().map(|(definition, chart)| {
        let words = session.tongue().words_of(definition);
        let (title, measure) = (words.say("title"), words.say(&chart.of));
        MonthChoice {
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
fn all(session: &Session) -> Outcome<Vec<Colour<'_>>> {
    let mut definitions = crate::trackers::asked(session)?;
    for key in session.journal().trackers_with_entries()? {
        let held = session.shelf().find(&key);
        definitions.extend(held.filter(|d| !definitions.iter().any(|known| known.key == d.key)));
    }
    Ok(definitions.into_iter().flat_map(of).collect())
}

fn of(definition: &Definition) -> impl Iterator<Item = Colour<'_>> {
    let declared = definition.charts.iter().map(Cow::Borrowed);
    let fields = definition.fields.iter().map(|f| &f.key);
    let keys = fields.chain(definition.measures.iter().map(|m| &m.key));
    let undeclared = keys
        .filter(|key| definition.chart(key).is_none())
        .filter_map(|key| plain(definition, key).map(Cow::Owned));
    declared
        .chain(undeclared)
        .map(move |chart| (definition, chart))
}

/// Returns a chart for a measure without a declared one, or `None` for an instant or no number.
///
/// Minutes and drinks are summed per day unless the tracker is asked once a day. Other values are
/// averaged.
fn plain(definition: &Definition, key: &str) -> Option<Chart> {
    let unit = definition.unit(key)?;
    let (min, max) = match definition.field(key).map(|f| &f.kind) {
        Some(Kind::Scale { min, max }) => (Some(*min), Some(*max)),
        Some(Kind::YesNo) => (Some(0.0), Some(1.0)),
        Some(Kind::Choice { options, .. }) => {
            let scores = || options.iter().filter_map(|o| o.score);
            (scores().reduce(f64::min), scores().reduce(f64::max))
        }
        Some(Kind::Quantity { .. } | Kind::Clock | Kind::Text { .. }) | None => (None, None),
    };
    let adds_up = match unit {
        Unit::Moment => return None,
        Unit::Minutes | Unit::Drinks => !definition.once_a_day(),
        Unit::Other(_) | Unit::Percent | Unit::Clock | Unit::Points => false,
    };
    Some(Chart {
        of: key.to_owned(),
        mark: ChartMark::Bars,
        day: if adds_up { PerDay::Sum } else { PerDay::Mean },
        min,
        max,
        better: Better::Neither,
        extra: true,
    })
}
