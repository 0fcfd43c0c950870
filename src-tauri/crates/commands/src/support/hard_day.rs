//! Hard days: whether there was a run of them, and what stood beside the person's own better days.
//!
//! Only counts and the person's words. Nothing here says that one thing caused another.

use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::measure::load_measure;
use crate::msg;
use crate::session::Session;
use crate::support::plan;
use crate::trackers;
use chrono::{Duration, NaiveDate};
use domain::definition::{Chart, FieldKind};
use domain::figure::summary::quantile;
use domain::support::PlanPart;
use domain::time::Period;
use domain::{Definition, Series};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What Today leads with on a hard day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HardDay {
    /// "Walk: on 9 of 14 of your better days", most frequent first.
    pub helped: Vec<String>,
    /// Things the person can do alone, from the plan.
    pub plan: Vec<String>,
}

/// Days in a row that make a run.
const RUN: usize = 3;

/// Days back in which the run lies.
const RUN_WITHIN: i64 = 7;

/// Days back in which better days are looked for.
const BETTER_DAYS: i64 = 180;

/// Fewest better days that say something.
const FEWEST_BETTER: usize = 5;

/// Fewest of them on which something stood.
const FEWEST_TOGETHER: usize = 3;

/// The option of a choice that names nothing.
const OTHER: &str = "other";

/// Most lines.
const MOST: usize = 4;

/// Returns the first question's chart, and the answer at or below which a day is a low one.
fn first_scale(session: &Session) -> Result<Option<(&Definition, &Chart, f64)>> {
    let Some(definition) = trackers::first(session)? else {
        return Ok(None);
    };
    let field = definition.fields.first();
    let threshold = field.and_then(|field| field.low_day_threshold);
    let chart = field.and_then(|field| definition.chart(&field.key));
    Ok(chart
        .zip(threshold)
        .map(|(chart, low)| (definition, chart, low)))
}

fn series(session: &Session, of: (&Definition, &Chart), period: Period) -> Result<Series> {
    let context = PeriodContext::new(session, period)?;
    Ok(load_measure(session, of.0, of.1, &context)?.series)
}

/// Returns whether the last three recorded days, all within a week, were low ones.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn is_low_run(session: &Session) -> Result<bool> {
    let Some((definition, chart, low)) = first_scale(session)? else {
        return Ok(false);
    };
    let period = Period::ending(session.today(), RUN_WITHIN);
    let series = series(session, (definition, chart), period)?;
    let mut last = series.values.iter().rev().flatten().take(RUN);
    let known = series.values.iter().flatten().count();
    Ok(known >= RUN && last.all(|value| *value <= low))
}

/// Returns what Today leads with on a hard day.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn hard_day(session: &Session) -> Result<HardDay> {
    let plan = plan::view(session)?.parts.into_iter();
    let alone = plan.filter(|part| part.part == PlanPart::Alone);
    Ok(HardDay {
        helped: what_stood_beside(session)?,
        plan: alone.flat_map(|part| part.lines).collect(),
    })
}

/// Returns what was recorded most often on the person's own better days.
fn what_stood_beside(session: &Session) -> Result<Vec<String>> {
    let better = better_days(session)?;
    if better.len() < FEWEST_BETTER {
        return Ok(Vec::new());
    }
    let mut days: BTreeMap<String, BTreeSet<NaiveDate>> = BTreeMap::new();
    let period = Period::ending(session.today(), BETTER_DAYS);
    for definition in trackers::active(session)? {
        // Private things and trackers of one's own are not held up on a hard day.
        let own = session.definitions().is_custom(&definition.key);
        let Some(kind) = kind_field(definition).filter(|_| !own && !definition.private) else {
            continue;
        };
        let labels = session.locale().labels_of(definition);
        for entry in session.journal().entries_of(&definition.key, period)? {
            if !better.contains(&entry.day) {
                continue;
            }
            let options = entry.values.get(kind).into_iter().flatten();
            let named = |option: &&str| *option != OTHER;
            for option in options
                .filter_map(|value| value.text.as_deref())
                .filter(named)
            {
                let label = labels.get_or_key(&format!("{kind}.{option}")).to_owned();
                days.entry(label).or_default().insert(entry.day);
            }
        }
    }
    Ok(lines(session, days, better.len()))
}

/// Returns what stood on most of the better days, as lines.
fn lines(session: &Session, days: BTreeMap<String, BTreeSet<NaiveDate>>, of: usize) -> Vec<String> {
    let mut counted: Vec<(String, usize)> = days
        .into_iter()
        .map(|(label, on)| (label, on.len()))
        .filter(|(_, count)| *count >= FEWEST_TOGETHER)
        .collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let line = |(what, count): (String, usize)| {
        let with = [
            ("what", what.into()),
            ("n", count.to_string().into()),
            ("of", of.to_string().into()),
        ];
        session.locale().format(msg::HARD_DAY_LINE, &with)
    };
    counted.into_iter().take(MOST).map(line).collect()
}

/// Returns the choice that says what was done or with whom: the first field, of what can happen
/// several times a day.
fn kind_field(definition: &Definition) -> Option<&str> {
    let first = definition.fields.first()?;
    let choice = matches!(&first.kind, FieldKind::Choice { .. });
    (choice && !definition.is_daily() && definition.max_days_ahead == 0)
        .then_some(first.key.as_str())
}

/// Returns the better days of the last months: the upper quarter of the person's own answers.
fn better_days(session: &Session) -> Result<BTreeSet<NaiveDate>> {
    let Some((definition, chart, _)) = first_scale(session)? else {
        return Ok(BTreeSet::new());
    };
    let yesterday = session.today() - Duration::days(1);
    let period = Period::ending(yesterday, BETTER_DAYS);
    let series = series(session, (definition, chart), period)?;
    let mut known: Vec<f64> = series.values.iter().flatten().copied().collect();
    known.sort_by(f64::total_cmp);
    let (Some(low), Some(limit)) = (known.first().copied(), quantile(&known, 0.75)) else {
        return Ok(BTreeSet::new());
    };
    // Days that are all alike have no better ones.
    if limit - low <= f64::EPSILON {
        return Ok(BTreeSet::new());
    }
    let days = series.values.iter().enumerate();
    let better = days.filter(|(_, value)| value.is_some_and(|value| value >= limit));
    Ok(better.map(|(nth, _)| period.day(nth)).collect())
}
