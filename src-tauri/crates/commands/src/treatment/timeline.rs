//! The timeline: everything about treatment on one axis, after the NIMH life chart (episodes and
//! their weight, medicines with dose as thickness, life events).

use super::axis::at;
use super::health::weight_text;
use super::timeline_lanes::{LaneGroup, TimelineLane, lanes};
use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::measure::load_measure;
use crate::msg;
use crate::questionnaires;
use crate::session::Session;
use chrono::{Duration, NaiveDate};
use domain::definition::ChartMark;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::treatment::{EpisodeWeight, HealthKind, HealthNote, PartialDate};
use serde::{Deserialize, Serialize};

/// Everything about treatment on one axis. Positions count days from the first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Timeline {
    /// First day, YYYY-MM-DD.
    pub from: String,
    /// Number of days.
    pub days: f64,
    /// Episodes, drawn behind all lanes.
    pub episodes: Vec<TimelineSpan>,
    /// Hospital stays.
    pub stays: Vec<TimelineSpan>,
    /// Life events.
    pub events: Vec<TimelineSpan>,
    /// Lanes: medicines, courses, therapies.
    pub lanes: Vec<TimelineLane>,
    /// Names of the groups of lanes, in order.
    pub groups: Vec<(LaneGroup, String)>,
    /// Scores of questionnaires.
    pub scores: Vec<TimelineScores>,
    /// Short names of the months, January first.
    pub months: Vec<String>,
    /// Everything in words, a sentence a lane.
    pub said: Vec<String>,
}

/// A stretch with its label.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TimelineSpan {
    /// Its first day.
    pub from: f64,
    /// The day after its last.
    pub to: f64,
    /// What it is.
    pub label: String,
    /// Whether its dates are only known to the month or year.
    pub fuzzy: bool,
    /// How it weighed, −3 to 3; 0 if not said.
    pub impact: i8,
    /// How heavy an episode was, 1 to 4; 0 if not said.
    pub weight: u8,
}

/// Scores of a questionnaire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TimelineScores {
    /// Its name.
    pub title: String,
    /// "19 scores".
    pub counted: String,
    /// The highest score.
    pub high: f64,
    /// Day and score.
    pub points: Vec<[f64; 2]>,
}

/// Returns the timeline: from the first that is known to today.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn timeline(session: &Session) -> Result<Timeline> {
    let period = period(session)?;
    let lanes = lanes(session, period)?;
    let episodes = health_spans(session, period, HealthKind::Episode)?;
    let stays = health_spans(session, period, HealthKind::HospitalStay)?;
    let events = event_spans(session, period)?;
    let said = said(&lanes, &episodes, &stays, &events);
    let locale = session.locale();
    let group = |(group, id): (LaneGroup, &str)| (group, locale.text(id));
    Ok(Timeline {
        from: period.from.to_string(),
        days: period.days() as f64,
        groups: [
            (LaneGroup::Medicines, msg::TIMELINE_MEDICINES),
            (LaneGroup::Courses, msg::TIMELINE_COURSES),
            (LaneGroup::Therapies, msg::TIMELINE_THERAPIES),
        ]
        .map(group)
        .to_vec(),
        scores: scores(session, period)?,
        episodes,
        stays,
        events,
        lanes,
        months: months(session),
        said,
    })
}

fn months(session: &Session) -> Vec<String> {
    let day = |month| NaiveDate::from_ymd_opt(2026, month, 1);
    let days = (1..=12).filter_map(day);
    days.map(|day| session.locale().date(day, DateStyle::Month))
        .collect()
}

/// Returns the whole span: from the first date of any ledger or entry, to today.
fn period(session: &Session) -> Result<Period> {
    let journal = session.journal();
    let today = session.today();
    let mut first: Vec<NaiveDate> = Vec::new();
    let begins = |date: &PartialDate| date.earliest();
    for (_, medicine) in journal.medicines()? {
        first.extend(medicine.segments.first().map(|s| begins(&s.from)));
    }
    first.extend(
        journal
            .trials()?
            .iter()
            .filter_map(|t| t.1.from.as_ref().map(begins)),
    );
    first.extend(
        journal
            .courses()?
            .iter()
            .filter_map(|c| c.1.from.as_ref().map(begins)),
    );
    first.extend(journal.therapy_sessions()?.iter().map(|s| s.1.on));
    first.extend(journal.life_events()?.iter().map(|e| begins(&e.1.from)));
    let notes = journal.health_notes()?;
    let dated = notes
        .iter()
        .filter(|(_, note)| matches!(note.kind, HealthKind::Episode | HealthKind::HospitalStay));
    first.extend(dated.filter_map(|(_, note)| note.since.as_ref().map(begins)));
    first.extend(journal.date_range()?.map(|range| range.from));
    let month = today - Duration::days(30);
    let from = first.into_iter().min().unwrap_or(month).min(month);
    Ok(Period { from, to: today })
}

fn health_spans(session: &Session, period: Period, kind: HealthKind) -> Result<Vec<TimelineSpan>> {
    let notes = session.journal().health_notes()?.into_iter();
    let of = notes.filter(|(_, note)| note.kind == kind);
    let mut dated: Vec<(PartialDate, HealthNote)> = of
        .filter_map(|(_, note)| Some((note.since.clone()?, note)))
        .collect();
    dated.sort_by_key(|(since, _)| since.earliest());
    let last = dated.len().saturating_sub(1);
    let span = |(nth, (since, note)): (usize, (PartialDate, HealthNote))| {
        // The last episode goes on without an end. Of another one only its beginning is known.
        let goes_on = kind == HealthKind::Episode && nth == last;
        let until = match &note.until {
            Some(until) => until.latest(),
            None if goes_on => period.to,
            None => since.latest(),
        };
        TimelineSpan {
            from: at(period, since.earliest()),
            to: at(period, until.min(period.to)) + 1.0,
            label: std::iter::once(note.text)
                .chain(note.weight.map(|weight| weight_text(session, weight)))
                .collect::<Vec<_>>()
                .join(", "),
            fuzzy: since.known_day().is_none(),
            impact: 0,
            weight: note.weight.map_or(0, EpisodeWeight::level),
        }
    };
    Ok(dated.into_iter().enumerate().map(span).collect())
}

fn event_spans(session: &Session, period: Period) -> Result<Vec<TimelineSpan>> {
    let today = session.today();
    let span = |event: domain::treatment::LifeEvent| {
        let last = event.to.as_ref().unwrap_or(&event.from).latest();
        let last = if event.ongoing { today } else { last };
        TimelineSpan {
            from: at(period, event.from.earliest()),
            to: at(period, last.min(today)) + 1.0,
            label: event.what,
            fuzzy: event.from.known_day().is_none(),
            impact: event.impact.unwrap_or(0),
            weight: 0,
        }
    };
    let events = session.journal().life_events()?.into_iter();
    let mut spans: Vec<TimelineSpan> = events.map(|(_, event)| span(event)).collect();
    spans.sort_by(|a, b| a.from.total_cmp(&b.from));
    Ok(spans)
}

fn scores(session: &Session, period: Period) -> Result<Vec<TimelineScores>> {
    let context = PeriodContext::new(session, period)?;
    let mut all = Vec::new();
    for definition in questionnaires::with_entries(session)? {
        let mut charts = definition.charts.iter();
        let Some(chart) = charts.find(|chart| chart.mark == ChartMark::Scores) else {
            continue;
        };
        let view = load_measure(session, definition, chart, &context)?;
        let values = view.series.values.iter().enumerate();
        let points: Vec<[f64; 2]> = values
            .filter_map(|(day, value)| Some([day as f64, (*value)?]))
            .collect();
        if points.is_empty() {
            continue;
        }
        let highest = points.iter().map(|point| point[1]).fold(0.0, f64::max);
        let with = [("count", points.len().into())];
        all.push(TimelineScores {
            title: session
                .locale()
                .labels_of(definition)
                .get_or_key("title")
                .to_owned(),
            counted: session.locale().format(msg::SCALE_COUNT, &with),
            high: chart.max.unwrap_or(highest),
            points,
        });
    }
    Ok(all)
}

fn said(
    lanes: &[TimelineLane],
    episodes: &[TimelineSpan],
    stays: &[TimelineSpan],
    events: &[TimelineSpan],
) -> Vec<String> {
    let lane = |lane: &TimelineLane| {
        let parts = lane.parts.iter().map(|part| part.said.as_str());
        format!("{}: {}", lane.name, parts.collect::<Vec<_>>().join("; "))
    };
    let spans = episodes.iter().chain(stays).chain(events);
    let spans = spans.map(|span| span.label.clone());
    lanes.iter().map(lane).chain(spans).collect()
}
