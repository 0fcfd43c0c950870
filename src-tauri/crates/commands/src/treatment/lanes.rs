//! Medicines on a time axis: their doses as lanes, and the days on which a dose changed.

use super::sessions::session_lanes;
use super::text::amount_text;
use crate::error::Result;
use crate::msg;
use crate::session::Session;
use chrono::{Duration, NaiveDate};
use domain::time::Period;
use domain::treatment::{Medicine, Segment};
use serde::{Deserialize, Serialize};

/// A part of a lane: a stretch with one dose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LanePart {
    /// Its first day on the x axis, counted from the first day of the lane.
    pub from: f64,
    /// The day after its last.
    pub to: f64,
    /// Height from 0 to 1: the dose compared with the highest.
    pub height: f64,
    /// "50 mg".
    pub label: String,
    /// Whether it is taken as needed.
    pub as_needed: bool,
}

/// Returns the parts of a medicine's lane over a period. Days count from the first of the period.
pub(crate) fn lane(session: &Session, medicine: &Medicine, period: Period) -> Vec<LanePart> {
    let end = period.to + Duration::days(1);
    let stopped = medicine.stopped.as_ref().map(|stop| stop.on.latest());
    let amount = |segment: &Segment| segment.plan.amount_a_day().unwrap_or(0.0);
    let most = medicine.segments.iter().map(amount).fold(0.0, f64::max);
    let at = |day: NaiveDate| (day - period.from).num_days() as f64;
    let mut parts = Vec::new();
    for (nth, segment) in medicine.segments.iter().enumerate() {
        let next = medicine.segments.get(nth + 1).map(|s| s.from.earliest());
        let until = next.or(stopped).unwrap_or(end).min(end);
        let from = segment.from.earliest().max(period.from);
        if from >= until {
            continue;
        }
        parts.push(LanePart {
            from: at(from),
            to: at(until),
            height: if most > 0.0 {
                amount(segment) / most
            } else {
                0.5
            },
            as_needed: segment.plan.amount_a_day().is_none(),
            label: segment.plan.amount_a_day().map_or_else(
                || session.locale().text(msg::DOSE_AS_NEEDED),
                |a| amount_text(session, a, &segment.unit),
            ),
        });
    }
    parts
}

/// A medicine with its doses over a period, or a course with its sessions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MedicineLane {
    /// Its name.
    pub name: String,
    /// Its doses.
    pub parts: Vec<LanePart>,
    /// For a course: the days of its sessions.
    pub sessions: Vec<f64>,
}

/// Returns the medicines that were taken in a period, then the courses with a session in it.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn lanes(session: &Session, period: Period) -> Result<Vec<MedicineLane>> {
    let medicines = session.journal().medicines()?.into_iter();
    let lanes = medicines.map(|(_, medicine)| MedicineLane {
        parts: lane(session, &medicine, period),
        name: medicine.name,
        sessions: Vec::new(),
    });
    let mut lanes: Vec<MedicineLane> = lanes.filter(|lane| !lane.parts.is_empty()).collect();
    for (name, sessions) in session_lanes(session, period, false)? {
        lanes.push(MedicineLane {
            name,
            parts: Vec::new(),
            sessions,
        });
    }
    Ok(lanes)
}

/// Returns the changes of doses in a period: "Sertraline 100 mg", "Sertraline stopped".
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn dose_changes(session: &Session, period: Period) -> Result<Vec<(NaiveDate, String)>> {
    let mut changes = Vec::new();
    for (_, medicine) in session.journal().medicines()? {
        let mut before: Option<String> = None;
        for segment in &medicine.segments {
            let amount = segment.plan.amount_a_day();
            let dose = amount.map(|a| amount_text(session, a, &segment.unit));
            let said = change_text(session, &medicine.name, dose.as_deref(), before.as_deref());
            changes.extend(segment.from.known_day().map(|day| (day, said)));
            before = dose;
        }
        let stopped = medicine
            .stopped
            .as_ref()
            .and_then(|stop| stop.on.known_day());
        let with = [("name", medicine.name.as_str().into())];
        let said = session.locale().format(msg::MEDICINE_STOP_MARK, &with);
        changes.extend(stopped.map(|day| (day, said)));
    }
    changes.retain(|(day, _)| period.index(*day).is_some());
    Ok(changes)
}

/// Returns "Sertraline 100 mg (was 50 mg)".
fn change_text(session: &Session, name: &str, dose: Option<&str>, before: Option<&str>) -> String {
    let said = match dose {
        Some(dose) => format!("{name} {dose}"),
        None => name.to_owned(),
    };
    let Some(before) = before else {
        return said;
    };
    let with = [("said", said.into()), ("before", before.into())];
    session.locale().format(msg::MEDICINE_CHANGED_MARK, &with)
}
