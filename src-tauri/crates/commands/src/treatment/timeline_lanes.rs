//! Lanes of the timeline: medicines of the journal and of the history under one name, courses,
//! therapies.

use super::axis::{at, range_text};
use super::course_names::course_name;
use super::text::{amount_text, helped};
use crate::error::Result;
use crate::msg;
use crate::session::Session;
use chrono::{Duration, NaiveDate};
use domain::time::Period;
use domain::treatment::{Course, Known, Medicine, PartialDate, Trial, TrialKind};
use serde::{Deserialize, Serialize};

/// A lane of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TimelineLane {
    /// Which group it belongs to.
    pub group: LaneGroup,
    /// Its name.
    pub name: String,
    /// Its stretches, by time.
    pub parts: Vec<TimelinePart>,
    /// Whether it goes on.
    pub current: bool,
}

/// The groups of lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum LaneGroup {
    /// Medicines.
    Medicines,
    /// Courses of sessions.
    Courses,
    /// Therapies, and what else was tried.
    Therapies,
}

/// A stretch of a lane.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TimelinePart {
    /// Its first day.
    pub from: f64,
    /// The day after its last.
    pub to: f64,
    /// Thickness from 0 to 1: the dose compared with the highest of this lane.
    pub height: f64,
    /// "40 mg", "12 sessions"; stands beside the last stretch.
    pub label: String,
    /// Whether dates or dose are from memory, or only known to the year.
    pub fuzzy: bool,
    /// Days on which a session was held.
    pub sessions: Vec<f64>,
    /// The stretch in words.
    pub said: String,
}

/// Returns all lanes: medicines, courses, therapies, each by its first day.
pub(super) fn lanes(session: &Session, period: Period) -> Result<Vec<TimelineLane>> {
    let mut lanes = Vec::new();
    for (_, medicine) in session.journal().medicines()? {
        add(&mut lanes, medicine_lane(session, period, &medicine));
    }
    for lane in course_lanes(session, period)? {
        add(&mut lanes, lane);
    }
    for (_, trial) in session.journal().trials()? {
        if let Some(lane) = trial_lane(session, period, &trial)
            && !is_covered(&lanes, &lane)
        {
            add(&mut lanes, lane);
        }
    }
    for lane in &mut lanes {
        lane.parts.sort_by(|a, b| a.from.total_cmp(&b.from));
    }
    let begins = |lane: &TimelineLane| lane.parts.first().map_or(0.0, |part| part.from);
    lanes.sort_by(|a, b| {
        (a.group, begins(a))
            .partial_cmp(&(b.group, begins(b)))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    Ok(lanes)
}

fn same_lane(a: &TimelineLane, b: &TimelineLane) -> bool {
    a.group == b.group && a.name.to_lowercase() == b.name.to_lowercase()
}

/// Adds a lane, or its stretches to the lane of the same name.
fn add(lanes: &mut Vec<TimelineLane>, lane: TimelineLane) {
    if lane.parts.is_empty() {
        return;
    }
    match lanes.iter_mut().find(|known| same_lane(known, &lane)) {
        Some(known) => {
            known.current |= lane.current;
            known.parts.extend(lane.parts);
        }
        None => lanes.push(lane),
    }
}

/// Returns whether the journal already knows a treatment of the history: the same name at an
/// overlapping time. What is written down day by day stands then.
fn is_covered(lanes: &[TimelineLane], lane: &TimelineLane) -> bool {
    let known = lanes.iter().filter(|known| same_lane(known, lane));
    let mut parts = known.flat_map(|known| &known.parts);
    parts.any(|known| {
        let mut new = lane.parts.iter();
        new.any(|new| new.from < known.to && known.from < new.to)
    })
}

fn medicine_lane(session: &Session, period: Period, medicine: &Medicine) -> TimelineLane {
    let end = period.to + Duration::days(1);
    let stopped = medicine.stopped.as_ref().map(|stop| &stop.on);
    let amount = |n: usize| medicine.segments.get(n).and_then(|s| s.plan.amount_a_day());
    let most = (0..medicine.segments.len())
        .filter_map(amount)
        .fold(0.0, f64::max);
    let mut parts = Vec::new();
    for (nth, segment) in medicine.segments.iter().enumerate() {
        let next = medicine.segments.get(nth + 1).map(|next| &next.from);
        let until = next.or(stopped);
        let to = until.map_or(end, |date| date.latest().min(end));
        if segment.from.earliest() >= to {
            continue;
        }
        let dose = amount(nth);
        let label = dose.map_or_else(
            || session.locale().text(msg::DOSE_AS_NEEDED),
            |dose| amount_text(session, dose, &segment.unit),
        );
        parts.push(TimelinePart {
            from: at(period, segment.from.earliest()),
            to: at(period, to),
            height: dose.filter(|_| most > 0.0).map_or(0.4, |dose| dose / most),
            said: format!(
                "{label}, {}",
                range_text(session, Some(&segment.from), until)
            ),
            label,
            fuzzy: !segment.from.has_month(),
            sessions: Vec::new(),
        });
    }
    TimelineLane {
        group: LaneGroup::Medicines,
        name: medicine.name.clone(),
        current: !medicine.is_over_on(session.today()),
        parts,
    }
}

/// Returns the lane of a treatment of the history; none without any date.
fn trial_lane(session: &Session, period: Period, trial: &Trial) -> Option<TimelineLane> {
    let end = period.to + Duration::days(1);
    let known = trial.from.as_ref().or(trial.to.as_ref())?;
    let last = trial.to.as_ref().unwrap_or(known);
    let to = if trial.ongoing {
        end
    } else {
        last.latest() + Duration::days(1)
    };
    let until = if trial.ongoing {
        None
    } else {
        trial.to.as_ref().or(trial.from.as_ref())
    };
    let words = [
        Some(trial.highest_dose.clone()),
        Some(range_text(session, trial.from.as_ref(), until)),
        Some(helped(session, trial.helped)),
    ];
    let words = words.into_iter().flatten().filter(|word| !word.is_empty());
    let month = |date: Option<&PartialDate>| date.is_some_and(PartialDate::has_month);
    let dated = month(trial.from.as_ref()) && (trial.ongoing || month(trial.to.as_ref()));
    Some(TimelineLane {
        group: match trial.kind {
            TrialKind::Medicine => LaneGroup::Medicines,
            TrialKind::Course => LaneGroup::Courses,
            TrialKind::Therapy | TrialKind::Other => LaneGroup::Therapies,
        },
        name: trial.name.clone(),
        current: trial.ongoing,
        parts: vec![TimelinePart {
            from: at(period, known.earliest()),
            to: at(period, to.min(end)),
            // Only the year is known: a thin line over what it can mean.
            height: if dated { 1.0 } else { 0.3 },
            label: trial.highest_dose.clone(),
            fuzzy: trial.about || !dated || trial.known == Known::Memory,
            sessions: Vec::new(),
            said: words.collect::<Vec<_>>().join(", "),
        }],
    })
}

fn course_lanes(session: &Session, period: Period) -> Result<Vec<TimelineLane>> {
    let sessions = session.journal().therapy_sessions()?;
    let courses = session.journal().courses()?.into_iter();
    let lane = |(uid, course): (String, Course)| {
        let of = sessions.iter().filter(|(_, held)| held.course == uid);
        let mut days: Vec<NaiveDate> = of.map(|(_, held)| held.on).collect();
        days.sort();
        course_lane(session, period, &course, &days)
    };
    Ok(courses.filter_map(lane).collect())
}

/// Returns the lane of a course with its sessions; none without any date.
fn course_lane(
    session: &Session,
    period: Period,
    course: &Course,
    days: &[NaiveDate],
) -> Option<TimelineLane> {
    let from = course.from.as_ref().map(PartialDate::earliest);
    let from = from.into_iter().chain(days.first().copied()).min()?;
    let to = match (&course.to, course.kind.is_therapy()) {
        (Some(to), _) => to.latest(),
        (None, true) => period.to,
        (None, false) => days.last().copied().unwrap_or(period.to),
    };
    let label = session_count(session, course, days.len());
    let range = range_text(session, course.from.as_ref(), course.to.as_ref());
    let said = [label.clone(), range].into_iter().filter(|w| !w.is_empty());
    Some(TimelineLane {
        group: if course.kind.is_therapy() {
            LaneGroup::Therapies
        } else {
            LaneGroup::Courses
        },
        name: course_name(session, course),
        current: course.to.is_none() && to >= period.to,
        parts: vec![TimelinePart {
            from: at(period, from),
            to: at(period, to.min(period.to) + Duration::days(1)),
            height: 1.0,
            fuzzy: course
                .from
                .as_ref()
                .is_some_and(|d| d.known_day().is_none()),
            sessions: days.iter().map(|day| at(period, *day)).collect(),
            said: said.collect::<Vec<_>>().join(", "),
            label,
        }],
    })
}

/// Returns "12 sessions"; empty for none.
fn session_count(session: &Session, course: &Course, held: usize) -> String {
    let total = u32::try_from(held).unwrap_or(u32::MAX);
    let total = total.saturating_add(course.sessions_before);
    if total == 0 {
        return String::new();
    }
    let with = [("count", total.into())];
    session.locale().format(msg::COURSE_SESSIONS, &with)
}
