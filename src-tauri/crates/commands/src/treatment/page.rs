//! The page of treatment: medicines now, stopped ones, the history, health notes.

use super::health::{HealthRow, rows as health_rows};
use super::marks::Marks;
use super::text::{amount_text, date_text, marks_text, plan_text, stop_reason};
use super::trials::{TrialRow, rows as trial_rows};
use crate::error::Result;
use crate::msg;
use crate::session::Session;
use chrono::{Duration, NaiveDate};
use domain::time::Period;
use domain::treatment::{Medicine, MedicineKind, Segment};
use serde::{Deserialize, Serialize};

/// The page of treatment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TreatmentPage {
    /// Medicines that are taken, grouped by kind.
    pub now: Vec<MedicineRow>,
    /// Medicines that were stopped, latest first.
    pub stopped: Vec<MedicineRow>,
    /// Every trial.
    pub trials: Vec<TrialRow>,
    /// Health notes, by kind.
    pub health: Vec<HealthRow>,
    /// Today, YYYY-MM-DD.
    pub today: String,
}

/// One medicine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MedicineRow {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub medicine: Medicine,
    /// "Sertraline 100 mg".
    pub title: String,
    /// "tablet · depression · my GP".
    pub about: String,
    /// "100 mg at 08:00, every day".
    pub plan: String,
    /// "since 14 Oct 2026"; for a stopped one "3 Jun 2026 – 14 Oct 2026 · side effects".
    pub since: String,
    /// "24 of 28 marked taken, 4 not recorded"; empty if nothing was scheduled.
    pub marks: String,
    /// Whether it is taken as needed.
    pub as_needed: bool,
    /// Whether a clinician has it paused.
    pub on_hold: bool,
    /// Its doses over time, as parts of a lane.
    pub lane: Vec<LanePart>,
}

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
}

/// Days that the lane of a row goes back.
const LANE_DAYS: i64 = 180;

/// Returns the page of treatment.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn treatment(session: &Session) -> Result<TreatmentPage> {
    let marks = Marks::load(session)?;
    let (mut now, mut stopped) = (Vec::new(), Vec::new());
    for (uid, medicine) in session.journal().medicines()? {
        let over = medicine.stopped.is_some();
        let row = row(session, &marks, uid, medicine);
        if over { &mut stopped } else { &mut now }.push(row);
    }
    now.sort_by_key(|row| kind_order(row.medicine.kind));
    stopped.sort_by_key(|row| {
        let ended = row.medicine.stopped.as_ref().map(|stop| stop.on.earliest());
        std::cmp::Reverse(ended)
    });
    Ok(TreatmentPage {
        now,
        stopped,
        trials: trial_rows(session)?,
        health: health_rows(session)?,
        today: session.today().to_string(),
    })
}

fn kind_order(kind: MedicineKind) -> u8 {
    match kind {
        MedicineKind::Prescribed => 0,
        MedicineKind::OverTheCounter => 1,
        MedicineKind::Herbal => 2,
    }
}

fn row(session: &Session, marks: &Marks, uid: String, medicine: Medicine) -> MedicineRow {
    let today = session.today();
    let last = medicine.segments.last();
    let lane_days = Period::ending(today, LANE_DAYS);
    MedicineRow {
        title: title(session, &medicine),
        about: [&medicine.form, &medicine.reason, &medicine.prescriber]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" · "),
        plan: last.map_or_else(String::new, |segment| plan_text(session, segment)),
        since: since(session, &medicine),
        marks: marks_text(session, marks, &uid, &medicine),
        as_needed: last.is_some_and(|s| s.plan.amount_a_day().is_none()),
        on_hold: medicine.is_on_hold(today),
        lane: lane(session, &medicine, lane_days),
        uid,
        medicine,
    }
}

/// Returns "Sertraline 100 mg": the name with the amount of a day.
pub(super) fn title(session: &Session, medicine: &Medicine) -> String {
    let amount = medicine.segments.last().and_then(|segment| {
        let amount = segment.plan.amount_a_day()?;
        Some(amount_text(session, amount, &segment.unit))
    });
    std::iter::once(medicine.name.clone())
        .chain(amount)
        .collect::<Vec<_>>()
        .join(" ")
}

fn since(session: &Session, medicine: &Medicine) -> String {
    let (Some(first), Some(last)) = (medicine.segments.first(), medicine.segments.last()) else {
        return String::new();
    };
    let locale = session.locale();
    let (first, last) = (
        date_text(session, &first.from),
        date_text(session, &last.from),
    );
    if let Some(stop) = &medicine.stopped {
        let why = locale.text(stop_reason(stop.reason));
        let why = if stop.note.is_empty() {
            why
        } else {
            format!("{why}: {}", stop.note)
        };
        let with = [
            ("from", first.into()),
            ("to", date_text(session, &stop.on).into()),
            ("why", why.into()),
        ];
        return locale.format(msg::MEDICINE_STOPPED, &with);
    }
    if first == last {
        return locale.format(msg::MEDICINE_SINCE, &[("day", first.into())]);
    }
    let with = [("day", last.into()), ("first", first.into())];
    locale.format(msg::MEDICINE_SINCE_DOSE, &with)
}

/// Returns the parts of a medicine's lane over a period. Days count from the first of the period.
pub(crate) fn lane(session: &Session, medicine: &Medicine, period: Period) -> Vec<LanePart> {
    let end = period.to + Duration::days(1);
    let stopped = medicine.stopped.as_ref().map(|stop| stop.on.earliest());
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
            label: segment.plan.amount_a_day().map_or_else(
                || session.locale().text(msg::DOSE_AS_NEEDED),
                |a| amount_text(session, a, &segment.unit),
            ),
        });
    }
    parts
}

/// A medicine with its doses over a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MedicineLane {
    /// Its name.
    pub name: String,
    /// Its doses.
    pub parts: Vec<LanePart>,
}

/// Returns the medicines that were taken in a period.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn lanes(session: &Session, period: Period) -> Result<Vec<MedicineLane>> {
    let medicines = session.journal().medicines()?.into_iter();
    let lanes = medicines.map(|(_, medicine)| MedicineLane {
        parts: lane(session, &medicine, period),
        name: medicine.name,
    });
    Ok(lanes.filter(|lane| !lane.parts.is_empty()).collect())
}

/// Returns the changes of doses in a period: "Sertraline 100 mg", "Sertraline stopped".
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn dose_changes(session: &Session, period: Period) -> Result<Vec<(NaiveDate, String)>> {
    let mut changes = Vec::new();
    for (_, medicine) in session.journal().medicines()? {
        for segment in &medicine.segments {
            let amount = segment.plan.amount_a_day();
            let dose = amount.map(|a| format!(" {}", amount_text(session, a, &segment.unit)));
            let said = format!("{}{}", medicine.name, dose.unwrap_or_default());
            changes.extend(segment.from.known_day().map(|day| (day, said)));
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

/// Returns each medicine that is taken with its plan and marks, for the page of a visit.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn medicine_lines(session: &Session) -> Result<Vec<report::Line>> {
    let now = treatment(session)?.now.into_iter();
    let line = |row: MedicineRow| {
        let parts = [row.plan, row.since, row.marks];
        report::Line {
            day: row.medicine.name,
            text: parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
        }
    };
    Ok(now.map(line).collect())
}
