//! The life chart of a first visit's page, from the timeline of treatment.

use crate::error::Result;
use crate::msg;
use crate::session::Session;
use crate::treatment::timeline::{Timeline, TimelineSpan, timeline};
use crate::treatment::timeline_lanes::TimelineLane;
use chrono::{Datelike as _, NaiveDate};
use domain::figure::Tick;
use report::{LifeChart, LifeEpisode, LifeLane};

/// Returns the life chart; empty without any lane.
///
/// # Errors
/// Fails if the journal can't be read.
pub(super) fn life_chart(session: &Session) -> Result<LifeChart> {
    let all = timeline(session)?;
    if all.lanes.is_empty() {
        return Ok(LifeChart::default());
    }
    let locale = session.locale();
    let mut lanes: Vec<LifeLane> = all.lanes.iter().map(treatment_lane).collect();
    for (id, spans) in [
        (msg::TIMELINE_STAYS, &all.stays),
        (msg::TIMELINE_EVENTS, &all.events),
    ] {
        lanes.extend((!spans.is_empty()).then(|| span_lane(locale.text(id), spans)));
    }
    let episode = |span: &TimelineSpan| LifeEpisode {
        from: span.from,
        to: span.to,
        label: span.label.clone(),
        weight: span.weight,
    };
    Ok(LifeChart {
        title: locale.text(msg::PAGE_YEARS),
        legend: locale.text(msg::PAGE_YEARS_LEGEND),
        days: all.days,
        x: years(session.today(), &all),
        episodes: all.episodes.iter().map(episode).collect(),
        lanes,
    })
}

fn treatment_lane(lane: &TimelineLane) -> LifeLane {
    let said = lane.parts.iter().map(|part| part.said.as_str());
    let parts = lane.parts.iter();
    LifeLane {
        name: lane.name.clone(),
        parts: parts.map(|p| [p.from, p.to, p.height]).collect(),
        fuzzy: lane.parts.iter().map(|part| part.fuzzy).collect(),
        labels: lane.parts.iter().map(|part| part.label.clone()).collect(),
        said: said.collect::<Vec<_>>().join("; "),
    }
}

fn span_lane(name: String, spans: &[TimelineSpan]) -> LifeLane {
    LifeLane {
        name,
        parts: spans
            .iter()
            .map(|s| [s.from, s.to, if s.fuzzy { 0.3 } else { 0.6 }])
            .collect(),
        fuzzy: spans.iter().map(|s| s.fuzzy).collect(),
        labels: spans.iter().map(|s| s.label.clone()).collect(),
        said: spans
            .iter()
            .map(|s| s.label.as_str())
            .collect::<Vec<_>>()
            .join("; "),
    }
}

/// Returns the first days of the years.
fn years(today: NaiveDate, all: &Timeline) -> Vec<Tick> {
    let first = today.year() - (all.days / 365.25) as i32 - 1;
    let at = |year: i32| {
        let day = NaiveDate::from_ymd_opt(year, 1, 1)?;
        let back = (today - day).num_days() as f64;
        let at = all.days - 1.0 - back;
        (at >= 0.0).then(|| Tick {
            at,
            label: year.to_string(),
        })
    };
    (first..=today.year()).filter_map(at).collect()
}
