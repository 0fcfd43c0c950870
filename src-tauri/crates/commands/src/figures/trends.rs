//! Trends: every measure over a period, as figures on one time axis.
//!
//! Selects the charts of a period and formats their summaries. The domain crate builds the figures.

use crate::error::RecordKind;
use crate::error::{Error, Result};
use crate::figures::context::PeriodContext;
use crate::figures::figure::figure;
use crate::figures::measure::{events, load_measure};
use crate::figures::text::{lines, n_of_n, period_text};
use crate::session::Session;
use crate::support::hard_day::is_low_run;
use crate::treatment::lanes::{MedicineLane, lanes};
use crate::{msg, questionnaires, trackers};
use chrono::{Datelike as _, NaiveDate};
use domain::Definition;
use domain::definition::{Chart, ChartMark};
use domain::figure::{Figure, Tick};
use domain::localizer::{DateStyle, Localizer};
use domain::preferences::TrendView;
use domain::time::Period;
use serde::{Deserialize, Serialize};

/// Trends over a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrendsPage {
    /// The period, as text.
    pub period: String,
    /// The charts, top to bottom.
    pub panels: Vec<Panel>,
    /// Dated changes in the period.
    pub changes: Vec<String>,
    /// Dated changes, as marks on the time axis.
    pub events: Vec<Tick>,
    /// Whether there was a run of low days: the charts wait for a press then.
    pub low_run: bool,
    /// Whether figures are kept for the page of a visit alone.
    pub numbers_hidden: bool,
    /// Medicines of the period, with their doses.
    pub lanes: Vec<MedicineLane>,
    /// What a diamond marks; empty where none is drawn.
    pub marked: String,
    /// First day of the period, YYYY-MM-DD.
    pub from: String,
    /// Each day in words, for the read-out; empty for a period drawn in columns.
    pub days: Vec<String>,
    /// Saved views.
    pub views: Vec<TrendView>,
    /// Says when the entries begin, if most of the period lies before them; empty otherwise.
    pub begins: String,
}

/// One chart with its summary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Panel {
    /// The tracker's key.
    pub tracker: String,
    /// The field's or measure's key.
    pub of: String,
    /// The tracker's name.
    pub title: String,
    /// The measure's name; empty if it equals the tracker's.
    pub measure: String,
    /// Its summary, in short lines.
    pub lines: Vec<String>,
    /// How many days it has, in words.
    pub counted: String,
    /// Whether there is little or nothing to draw.
    pub few: bool,
    /// The chart.
    pub figure: Figure,
}

/// Returns the trends over `30`, `90` or `365` days, `all`, `first` (since the first entry), or a stretch
/// like `2026-10-01..2026-11-15`.
///
/// Includes optional charts only if `everything` is set.
pub fn trends(session: &Session, span: String, everything: bool) -> Result<TrendsPage> {
    let period = period_of(session, &span)?;
    let context = PeriodContext::since_first_entry(session, period)?;
    let events = events(session, period, true, |_| true)?;
    let mut panels = Vec::new();
    for (definition, chart) in charts(session)? {
        if everything || !chart.optional {
            panels.push(panel(session, definition, chart, &context, &events)?);
        }
    }
    let changes = events
        .iter()
        .map(|(day, what)| format!("{}: {what}", session.locale().date(*day, DateStyle::Short)));
    let ticks = events.iter().filter_map(|(day, what)| {
        let at = period.index(*day)? as f64;
        let label = what.clone();
        Some(Tick { at, label })
    });
    Ok(TrendsPage {
        period: period_text(session, period),
        panels,
        changes: changes.collect(),
        events: ticks.collect(),
        low_run: is_low_run(session)?,
        numbers_hidden: session.preferences().hide_numbers,
        lanes: lanes(session, period)?,
        from: period.from.to_string(),
        days: day_names(session, period),
        views: session.preferences().trend_views.clone(),
        begins: begins(session, &context),
        marked: context.state_legend(session),
    })
}

/// Returns the days of a span: up to today, or of a stretch like `2026-10-01..2026-11-15`, which is at least
/// a week.
pub(crate) fn period_of(session: &Session, span: &str) -> Result<Period> {
    let today = session.today();
    Ok(match span {
        "30" | "90" | "365" => Period::ending(today, span.parse().unwrap_or(90)),
        "all" | "first" => {
            let recorded = session.journal().date_range()?;
            let from = recorded
                .map_or(today, |r| r.from)
                .min(today - chrono::Duration::days(6));
            Period { from, to: today }
        }
        other => {
            let stretch = stretch(other, today);
            stretch.ok_or_else(|| Error::not_found(RecordKind::Period, other))?
        }
    })
}

/// Reads a stretch of days that has been.
fn stretch(text: &str, today: NaiveDate) -> Option<Period> {
    let (from, to) = text.split_once("..")?;
    let (from, to): (NaiveDate, NaiveDate) = (from.parse().ok()?, to.parse().ok()?);
    let fits = (to - from).num_days() >= 6 && to <= today && from.year() >= 1900;
    fits.then_some(Period { from, to })
}

/// Builds one chart over a period.
pub fn panel(
    session: &Session,
    definition: &Definition,
    chart: &Chart,
    context: &PeriodContext,
    events: &[(NaiveDate, String)],
) -> Result<Panel> {
    let view = load_measure(session, definition, chart, context)?;
    let labels = session.locale().labels_of(definition);
    let measure = labels.get_or_key(&chart.of).to_owned();
    let title = labels.get_or_key("title").to_owned();
    Ok(Panel {
        tracker: definition.key.clone(),
        of: chart.of.clone(),
        measure: if measure == title {
            String::new()
        } else {
            measure
        },
        title,
        lines: lines(session, &view),
        counted: n_of_n(session, &view),
        few: if chart.mark == ChartMark::Scores {
            view.summary.n < 2
        } else {
            view.summary.n * FEW < view.summary.of || view.summary.n == 0
        },
        figure: figure(session, &view, events),
    })
}

/// A measure has little to draw with a value on fewer than one of this many days.
const FEW: usize = 20;

/// Longest period whose days are named one by one; longer ones are drawn in columns.
const MAX_NAMED: usize = 400;

fn day_names(session: &Session, period: Period) -> Vec<String> {
    let days = if period.days() > MAX_NAMED {
        0
    } else {
        period.days()
    };
    let name = |nth| session.locale().date(period.day(nth), DateStyle::Full);
    (0..days).map(name).collect()
}

/// Returns a sentence if more than half of the period lies before the first entry.
fn begins(session: &Session, context: &PeriodContext) -> String {
    let most = context.before * 2 > context.period.days();
    context
        .began()
        .filter(|_| most)
        .map_or_else(String::new, |day| {
            let day = session.locale().date(day, DateStyle::Day);
            session
                .locale()
                .format(msg::BEGINS_ON, &[("day", day.into())])
        })
}

/// Returns the charts of all active trackers, in tracker order, then those of questionnaires with
/// entries.
pub fn charts(session: &Session) -> Result<Vec<(&Definition, &Chart)>> {
    Ok(trackers::active(session)?
        .into_iter()
        .chain(questionnaires::with_entries(session)?)
        .flat_map(|d| d.charts.iter().map(move |c| (d, c)))
        .collect())
}
