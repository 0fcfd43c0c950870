//! What was before and after a known date: a change of dose, the start of a course, a visit.
//!
//! Only dates that are known are offered. Looking for the day that fits best would always find one.

use crate::error::{Error, RecordKind, Result};
use crate::figures::context::PeriodContext;
use crate::figures::measure::{MeasureView, load_measure};
use crate::figures::text::{n_of_n, name, typical};
use crate::figures::trends;
use crate::msg;
use crate::session::Session;
use crate::treatment::course_names::course_name;
use crate::treatment::lanes::dose_changes;
use chrono::{Duration, NaiveDate};
use domain::definition::ChartMark;
use domain::localizer::{DateStyle, Localizer};
use domain::pattern::overlap;
use domain::time::Period;
use domain::treatment::PartialDate;
use serde::{Deserialize, Serialize};

/// Fewest days on each side.
const MIN_DAYS: i64 = 14;
/// Most days on each side.
const MAX_DAYS: i64 = 28;
/// How far back dates are offered.
const REACH: i64 = 3650;

/// A date that can be chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KnownDate {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// "24 Oct 2026: Sertraline 100 mg".
    pub title: String,
}

/// What was before and after a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BeforeAfterPage {
    /// Dates that can be chosen, the latest first.
    pub dates: Vec<KnownDate>,
    /// The chosen day; empty if there is none.
    pub day: String,
    /// "28 days before" and "28 days since".
    pub headings: [String; 2],
    /// The measures.
    pub rows: Vec<BeforeAfterRow>,
}

/// A measure before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BeforeAfterRow {
    /// Its name.
    pub name: String,
    /// Typical value before, with n of N.
    pub before: String,
    /// Typical value since, with n of N.
    pub since: String,
    /// "higher in 67 of 100 pairs of days"; why it is not compared otherwise.
    pub said: String,
    /// Middle halves: before from and to, since from and to, on the scale of the measure; none if it is
    /// not compared.
    pub ranges: Option<[f64; 4]>,
    /// The scale of the picture.
    pub scale: [f64; 2],
}

/// Returns what was before and after a day, or the latest known date.
///
/// # Errors
/// `NotFound` if the day is no date.
pub fn before_after(session: &Session, day: Option<String>) -> Result<BeforeAfterPage> {
    let dates = known_dates(session)?;
    let none = |text: &String| Error::not_found(RecordKind::Period, text);
    let chosen = match &day {
        Some(day) => Some(day.parse::<NaiveDate>().map_err(|_| none(day))?),
        None => dates.first().map(|(day, _)| *day),
    };
    let locale = session.locale();
    let listed = dates.into_iter().map(|(day, what)| KnownDate {
        title: format!("{}: {what}", locale.date(day, DateStyle::Short)),
        day: day.to_string(),
    });
    let mut page = BeforeAfterPage {
        dates: listed.collect(),
        day: chosen.map(|day| day.to_string()).unwrap_or_default(),
        headings: [String::new(), String::new()],
        rows: Vec::new(),
    };
    let Some(day) = chosen else {
        return Ok(page);
    };
    let since = ((session.today() - day).num_days() + 1).clamp(0, MAX_DAYS);
    if since < MIN_DAYS {
        return Ok(page);
    }
    let one = Duration::days(1);
    let before = Period::ending(day - one, since);
    let after = Period {
        from: day,
        to: day + Duration::days(since - 1),
    };
    let with = [("days", since.to_string().into())];
    page.headings =
        [msg::COURSE_BEFORE, msg::BEFORE_AFTER_SINCE].map(|id| locale.format(id, &with));
    page.rows = rows(session, before, after)?;
    Ok(page)
}

/// Returns the dates that are known, the latest first: doses, courses, dated changes.
fn known_dates(session: &Session) -> Result<Vec<(NaiveDate, String)>> {
    let latest = session.today() - Duration::days(MIN_DAYS - 1);
    let period = Period::ending(latest, REACH);
    let mut dates = dose_changes(session, period)?;
    for (_, course) in session.journal().courses()? {
        let from = course.from.as_ref().and_then(PartialDate::known_day);
        let began = from.filter(|day| period.index(*day).is_some());
        dates.extend(began.map(|day| (day, course_name(session, &course))));
    }
    dates.extend(crate::figures::measure::events(
        session,
        period,
        false,
        |_| true,
    )?);
    dates.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    dates.dedup();
    Ok(dates)
}

fn rows(session: &Session, before: Period, after: Period) -> Result<Vec<BeforeAfterRow>> {
    let earlier = PeriodContext::new(session, before)?;
    let later = PeriodContext::new(session, after)?;
    let mut rows = Vec::new();
    for (definition, chart) in trends::charts(session)? {
        if chart.mark == ChartMark::Scores || chart.optional {
            continue;
        }
        let was = load_measure(session, definition, chart, &earlier)?;
        let is = load_measure(session, definition, chart, &later)?;
        if was.summary.n + is.summary.n > 0 {
            rows.push(row(session, &was, &is));
        }
    }
    Ok(rows)
}

fn row(session: &Session, was: &MeasureView<'_>, is: &MeasureView<'_>) -> BeforeAfterRow {
    let (a, b) = (values(was), values(is));
    let compared = half(was).zip(half(is));
    let all = || a.iter().chain(&b).copied();
    let highest = all().fold(f64::NEG_INFINITY, f64::max);
    let lowest = all().fold(f64::INFINITY, f64::min);
    BeforeAfterRow {
        name: name(session, was),
        before: cell(session, was),
        since: cell(session, is),
        said: if compared.is_some() {
            pairs_text(session, &a, &b)
        } else {
            session.locale().text(msg::BEFORE_AFTER_NOT)
        },
        ranges: compared.map(|((a, b), (c, d))| [a, b, c, d]),
        scale: [
            was.chart.min.unwrap_or(lowest),
            was.chart.max.unwrap_or(highest),
        ],
    }
}

/// Returns "typical 4, most days 3 to 5, 22 of 28 days".
fn cell(session: &Session, view: &MeasureView<'_>) -> String {
    let counted = n_of_n(session, view);
    let middle = typical(session, view);
    middle.map_or_else(|| counted.clone(), |middle| format!("{middle}, {counted}"))
}

/// Returns the middle half, if at least half of the days are recorded.
fn half(view: &MeasureView<'_>) -> Option<(f64, f64)> {
    let middle = view.summary.low.zip(view.summary.high);
    view.summary.median.and(middle)
}

fn values(view: &MeasureView<'_>) -> Vec<f64> {
    view.series.values.iter().copied().flatten().collect()
}

/// Returns "higher in 67 of 100 pairs of a day before and a day since, lower in 20".
fn pairs_text(session: &Session, before: &[f64], since: &[f64]) -> String {
    let found = overlap(before, since);
    let pairs = (found.up + found.down + found.ties).max(1);
    let share = |count: usize| ((100 * count) as f64 / pairs as f64).round();
    let with = [
        ("up", session.locale().number(share(found.up)).into()),
        ("down", session.locale().number(share(found.down)).into()),
    ];
    session.locale().format(msg::BEFORE_AFTER_PAIRS, &with)
}
