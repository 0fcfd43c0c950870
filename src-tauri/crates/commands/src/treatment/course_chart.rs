//! A course of sessions on a time axis that counts from its first session: day 0.

use super::course_names::course_name;
use crate::error::{Error, RecordKind, Result};
use crate::figures::context::PeriodContext;
use crate::figures::measure::load_measure;
use crate::figures::text::{n_of_n, typical};
use crate::figures::trends::{Panel, panel};
use crate::msg;
use crate::questionnaires;
use crate::session::Session;
use crate::trackers;
use chrono::{Duration, NaiveDate};
use domain::Definition;
use domain::definition::{Chart, ChartMark};
use domain::figure::Tick;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::treatment::{Course, TherapySession};
use serde::{Deserialize, Serialize};

/// Days shown before the first session and after the last.
const AROUND: i64 = 28;

/// Days between two marks of the axis.
const STEP: i64 = 14;

/// Longest course that is drawn day by day.
const MAX_DAYS: i64 = 366;

/// The chart of a course.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CourseChart {
    /// "ECT, 12 sessions, 3 Sep 2024 to 11 Oct 2024".
    pub title: String,
    /// Session numbers.
    pub sessions: Vec<Tick>,
    /// Mood, then the questionnaires with scores in it.
    pub panels: Vec<Panel>,
    /// Before, during and after.
    pub stretches: Vec<Stretch>,
}

/// A stretch of days with its figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Stretch {
    /// "28 days before".
    pub title: String,
    /// "mood typical 1, most days 1 to 2, 25 of 28 days"; scores with their number.
    pub lines: Vec<String>,
}

/// Returns the chart of a course; none without a session or if it is too long to be drawn by days.
///
/// # Errors
/// `NotFound` if there is no such course.
pub fn course_chart(session: &Session, uid: String) -> Result<Option<CourseChart>> {
    let none = || Error::not_found(RecordKind::Course, &uid);
    let mut all = session.journal().courses()?.into_iter();
    let (_, course) = all.find(|(known, _)| *known == uid).ok_or_else(none)?;
    let sessions = session.journal().therapy_sessions()?.into_iter();
    let mut held: Vec<TherapySession> = sessions
        .map(|(_, held)| held)
        .filter(|held| held.course == uid)
        .collect();
    held.sort_by_key(|held| held.on);
    let (Some(first), Some(last)) = (held.first(), held.last()) else {
        return Ok(None);
    };
    let (first, last) = (first.on, last.on);
    if (last - first).num_days() > MAX_DAYS {
        return Ok(None);
    }
    let to = (last + Duration::days(AROUND)).min(session.today().max(last));
    let period = Period {
        from: first - Duration::days(AROUND),
        to,
    };
    let numbers = |(nth, held): (u32, &TherapySession)| Tick {
        at: (held.on - period.from).num_days() as f64,
        label: course.sessions_before.saturating_add(nth).to_string(),
    };
    Ok(Some(CourseChart {
        title: title(session, &course, held.len(), first, last),
        sessions: (1..).zip(&held).map(numbers).collect(),
        panels: panels(session, period)?,
        stretches: stretches(session, period, first, last)?,
    }))
}

fn title(
    session: &Session,
    course: &Course,
    sessions: usize,
    first: NaiveDate,
    last: NaiveDate,
) -> String {
    let day = |day| session.locale().date(day, DateStyle::Short).into();
    let with = [
        ("name", course_name(session, course).into()),
        ("count", sessions.into()),
        ("from", day(first)),
        ("to", day(last)),
    ];
    session.locale().format(msg::COURSE_CHART, &with)
}

/// Returns what is drawn: the first question, and each questionnaire with a score in the period.
fn measures(session: &Session) -> Result<Vec<(&Definition, &Chart)>> {
    let first = trackers::first(session)?.into_iter();
    let first = first.filter_map(|d| Some((d, d.charts.first()?)));
    let scored = questionnaires::with_entries(session)?.into_iter();
    let scored = scored.filter_map(|d| {
        let mut charts = d.charts.iter();
        Some((d, charts.find(|c| c.mark == ChartMark::Scores)?))
    });
    Ok(first.chain(scored).collect())
}

fn panels(session: &Session, period: Period) -> Result<Vec<Panel>> {
    let context = PeriodContext::new(session, period)?;
    let mut panels = Vec::new();
    for (definition, chart) in measures(session)? {
        let mut drawn = panel(session, definition, chart, &context, &[])?;
        if drawn.figure.readings.is_empty() && !panels.is_empty() {
            continue;
        }
        drawn.figure.x = axis(session, period);
        panels.push(drawn);
    }
    Ok(panels)
}

/// Returns the marks of the axis: days before and after the first session.
fn axis(session: &Session, period: Period) -> Vec<Tick> {
    let days = i64::try_from(period.days()).unwrap_or(0);
    let steps = (-AROUND / STEP..).map(|nth| nth * STEP);
    let within = steps.take_while(|day| day + AROUND < days);
    let tick = |day: i64| {
        let label = match day {
            0 => session.locale().text(msg::COURSE_DAY_0),
            before if before < 0 => format!("−{}", before.abs()),
            after => format!("+{after}"),
        };
        Tick {
            at: (day + AROUND) as f64,
            label,
        }
    };
    within.map(tick).collect()
}

fn stretches(
    session: &Session,
    whole: Period,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Stretch>> {
    let one = Duration::days(1);
    let day = |date: NaiveDate| (date - first).num_days().to_string();
    let before = Period::ending(first - one, AROUND);
    let during = Period {
        from: first,
        to: last,
    };
    let locale = session.locale();
    let days = [("days", AROUND.to_string().into())];
    let mut stretches = vec![
        stretch(session, locale.format(msg::COURSE_BEFORE, &days), before)?,
        stretch(
            session,
            locale.format(msg::COURSE_DURING, &[("to", day(last).into())]),
            during,
        )?,
    ];
    if whole.to > last {
        let after = Period {
            from: last + one,
            to: whole.to,
        };
        let with = [
            ("from", day(after.from).into()),
            ("to", day(after.to).into()),
        ];
        let title = locale.format(msg::COURSE_AFTER, &with);
        stretches.push(stretch(session, title, after)?);
    }
    Ok(stretches)
}

fn stretch(session: &Session, title: String, period: Period) -> Result<Stretch> {
    let context = PeriodContext::new(session, period)?;
    let mut lines = Vec::new();
    for (definition, chart) in measures(session)? {
        let view = load_measure(session, definition, chart, &context)?;
        let labels = session.locale().labels_of(definition);
        let name = labels.get_or_key("title");
        if chart.mark == ChartMark::Scores {
            let scores = view.series.values.iter().flatten();
            let scores: Vec<String> = scores
                .map(|score| session.locale().amount(*score, &view.unit, &labels))
                .collect();
            lines.extend((!scores.is_empty()).then(|| format!("{name} {}", scores.join(", "))));
            continue;
        }
        let middle = typical(session, &view);
        let counted = n_of_n(session, &view);
        lines.push(match middle {
            Some(middle) => format!("{name}: {middle}, {counted}"),
            None => format!("{name}: {counted}"),
        });
    }
    Ok(Stretch { title, lines })
}
