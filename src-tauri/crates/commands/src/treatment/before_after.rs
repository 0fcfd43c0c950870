//! Scores and mood before a treatment and at its end, where the journal has them.
//!
//! Both are said, or neither: one number alone invites a comparison that nobody made.

use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::measure::load_measure;
use crate::figures::text::n_of_n;
use crate::msg;
use crate::questionnaires;
use crate::session::Session;
use crate::trackers;
use chrono::{Duration, NaiveDate};
use domain::Definition;
use domain::definition::ChartMark;
use domain::localizer::Localizer;
use domain::time::Period;
use domain::treatment::Trial;

/// Days before the start and before the end that count.
const DAYS: i64 = 28;

/// Returns "PHQ-9 22 → 15 · mood 2 (24 of 28 days) → 4 (20 of 28 days)"; what was told stands in
/// its place. Empty if nothing is known.
pub(super) fn before_after(session: &Session, trial: &Trial) -> Result<String> {
    if !trial.scores.is_empty() {
        return Ok(trial.scores.clone());
    }
    let Some((before, after)) = periods(session, trial)? else {
        return Ok(String::new());
    };
    let mut parts = Vec::new();
    for definition in questionnaires::with_entries(session)? {
        let pair = (
            last_score(session, definition, before)?,
            last_score(session, definition, after)?,
        );
        if let (Some(before), Some(after)) = pair {
            parts.push(pair_text(session, definition, &before, &after));
        }
    }
    if let Some(definition) = trackers::first(session)? {
        let pair = (
            typical(session, definition, before)?,
            typical(session, definition, after)?,
        );
        if let (Some(before), Some(after)) = pair {
            parts.push(pair_text(session, definition, &before, &after));
        }
    }
    Ok(parts.join(" · "))
}

fn pair_text(session: &Session, definition: &Definition, before: &str, after: &str) -> String {
    let labels = session.locale().labels_of(definition);
    let with = [
        ("name", labels.get_or_key("title").into()),
        ("before", before.into()),
        ("after", after.into()),
    ];
    session.locale().format(msg::TRIAL_BEFORE_AFTER, &with)
}

/// Returns the weeks before a treatment began and before it ended, if the journal reaches back and
/// the dates are known to the month.
fn periods(session: &Session, trial: &Trial) -> Result<Option<(Period, Period)>> {
    let Some(recorded) = session.journal().date_range()? else {
        return Ok(None);
    };
    let month = |date: &domain::treatment::PartialDate| date.has_month().then(|| date.earliest());
    let from = trial.from.as_ref().and_then(month);
    let to: Option<NaiveDate> = if trial.ongoing {
        Some(session.today())
    } else {
        trial.to.as_ref().and_then(month)
    };
    let reaches = from.filter(|from| *from > recorded.from);
    Ok(reaches.zip(to).map(|(from, to)| {
        let yesterday = from - Duration::days(1);
        (Period::ending(yesterday, DAYS), Period::ending(to, DAYS))
    }))
}

fn last_score(
    session: &Session,
    definition: &Definition,
    period: Period,
) -> Result<Option<String>> {
    let chart = definition.charts.iter();
    let Some(chart) = chart.clone().find(|c| c.mark == ChartMark::Scores) else {
        return Ok(None);
    };
    let context = PeriodContext::new(session, period)?;
    let view = load_measure(session, definition, chart, &context)?;
    let labels = session.locale().labels_of(definition);
    let last = view.series.values.iter().rev().flatten().next();
    Ok(last.map(|score| session.locale().amount(*score, &view.unit, &labels)))
}

/// Returns "4 (20 of 28 days)", if at least half of the days have a value.
fn typical(session: &Session, definition: &Definition, period: Period) -> Result<Option<String>> {
    let Some(chart) = definition.charts.first() else {
        return Ok(None);
    };
    let context = PeriodContext::new(session, period)?;
    let view = load_measure(session, definition, chart, &context)?;
    let labels = session.locale().labels_of(definition);
    Ok(view.summary.median.map(|median| {
        let median = session.locale().amount(median, &view.unit, &labels);
        format!("{median} ({})", n_of_n(session, &view))
    }))
}
