//! Doses of a day, their marks, and how many were marked taken.

use super::form::time as time_of_day;
use super::marks::uid;
use super::medicines::{TOPICS, existing};
use super::text::{amount_text, plan_time};
use crate::changed::Changed;
use crate::error::{Error, RecordKind, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use chrono::NaiveDate;
use domain::time::Period;
use domain::treatment::{Dose, DoseStatus, Medicine, Plan, SkipReason};
use journal::Change;
use serde::{Deserialize, Serialize};

/// A dose of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DoseRow {
    /// Uid of the medicine.
    pub medicine: String,
    /// The planned time, HH:MM; empty for as needed.
    pub time: String,
    /// The time as shown, or "as needed".
    pub when: String,
    /// "Sertraline 50 mg".
    pub text: String,
    /// "you noted: at most 4 a day"; empty otherwise.
    pub note: String,
    /// Its mark.
    pub status: Option<DoseStatus>,
    /// Why it was skipped or taken in part.
    pub reason: Option<SkipReason>,
    /// For as needed: when it was taken on that day.
    pub taken: Vec<TakenDose>,
}

/// A dose taken as needed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TakenDose {
    /// Its uid.
    pub uid: String,
    /// "taken at 9:10".
    pub time: String,
}

/// What to mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DoseMark {
    /// Uid of the medicine.
    pub medicine: String,
    /// The planned time, HH:MM.
    pub time: String,
    /// The mark; none takes it back.
    pub status: Option<DoseStatus>,
    /// Why.
    pub reason: Option<SkipReason>,
}

/// Returns the doses of a day, by time, as needed last.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn of_day(session: &Session, day: NaiveDate) -> Result<Vec<DoseRow>> {
    let one = Period { from: day, to: day };
    let marks = session.journal().doses(one)?;
    let mut rows = Vec::new();
    for (id, medicine) in session.journal().medicines()? {
        let own: Vec<&Dose> = marks
            .iter()
            .filter(|(_, dose)| dose.medicine == id)
            .map(|(_, dose)| dose)
            .collect();
        for dose in medicine.doses_of_day(day, &own) {
            rows.push(DoseRow {
                when: plan_time(session, &dose.time),
                text: named(session, &medicine, dose.amount, &dose.unit),
                time: dose.time,
                note: String::new(),
                status: dose.mark.map(|mark| mark.status),
                reason: dose.mark.and_then(|mark| mark.reason),
                taken: Vec::new(),
                medicine: id.clone(),
            });
        }
        rows.extend(as_needed_row(session, &marks, id, &medicine, day));
    }
    rows.sort_by(|a, b| (a.time.is_empty(), &a.time).cmp(&(b.time.is_empty(), &b.time)));
    Ok(rows)
}

/// Returns the row of a medicine that is taken as needed, or was on that day.
fn as_needed_row(
    session: &Session,
    marks: &[(String, Dose)],
    id: String,
    medicine: &Medicine,
    day: NaiveDate,
) -> Option<DoseRow> {
    let taken = taken_on(session, marks, &id);
    let (segment, _) = medicine.segment_on(day)?;
    let (amount, note) = match &segment.plan {
        Plan::AsNeeded { amount, most } if medicine.is_taken_on(day) => {
            (Some(*amount), most.as_str())
        }
        Plan::AsNeeded { .. }
        | Plan::Daily { .. }
        | Plan::EveryDays { .. }
        | Plan::Weekdays { .. }
        | Plan::Monthly { .. }
        | Plan::Taper { .. } => {
            if taken.is_empty() {
                return None;
            }
            (None, "")
        }
    };
    let amount = amount.map(|amount| named(session, medicine, amount, &segment.unit));
    Some(DoseRow {
        time: String::new(),
        when: session.locale().text(msg::DOSE_AS_NEEDED),
        text: amount.unwrap_or_else(|| medicine.name.clone()),
        note: most_text(session, note),
        status: None,
        reason: None,
        taken,
        medicine: id,
    })
}

fn named(session: &Session, medicine: &Medicine, amount: f64, unit: &str) -> String {
    format!("{} {}", medicine.name, amount_text(session, amount, unit))
}

fn most_text(session: &Session, most: &str) -> String {
    if most.is_empty() {
        return String::new();
    }
    session
        .locale()
        .format(msg::DOSE_MOST, &[("most", most.into())])
}

fn taken_on(session: &Session, marks: &[(String, Dose)], medicine: &str) -> Vec<TakenDose> {
    let of = marks
        .iter()
        .filter(|(_, dose)| dose.as_needed && dose.medicine == medicine);
    let mut taken: Vec<(String, TakenDose)> = of
        .map(|(uid, dose)| {
            let shown = TakenDose {
                uid: uid.clone(),
                time: if dose.time.is_empty() {
                    session.locale().text(msg::DOSE_TOOK_SOMETIME)
                } else {
                    let with = [("time", plan_time(session, &dose.time).into())];
                    session.locale().format(msg::DOSE_TOOK_AT, &with)
                },
            };
            (dose.time.clone(), shown)
        })
        .collect();
    taken.sort_by(|a, b| a.0.cmp(&b.0));
    taken.into_iter().map(|(_, taken)| taken).collect()
}

/// Marks doses of a day, or takes marks back. All of a time can be marked at once.
///
/// # Errors
/// `NotFound` if a dose is not planned on that day.
pub fn mark_doses(session: &mut Session, day: String, marks: Vec<DoseMark>) -> Result<Changed> {
    let none = || Error::not_found(RecordKind::Period, &day);
    let date: NaiveDate = day.parse().map_err(|_| none())?;
    let mut changes = Vec::with_capacity(marks.len());
    let there = session.journal().doses(Period {
        from: date,
        to: date,
    })?;
    for mark in marks {
        let medicine = existing(session, &mark.medicine)?;
        let of = there
            .iter()
            .filter(|(_, dose)| dose.medicine == mark.medicine);
        let own: Vec<&Dose> = of.map(|(_, dose)| dose).collect();
        let doses = medicine.doses_of_day(date, &own);
        let dose = doses.into_iter().find(|dose| dose.time == mark.time);
        let dose = dose.ok_or_else(none)?;
        changes.push(Change::Dose {
            id: uid(&mark.medicine, date, &mark.time),
            value: mark.status.map(|status| Dose {
                medicine: mark.medicine,
                day: date,
                time: mark.time,
                status,
                reason: mark
                    .reason
                    .filter(|_| matches!(status, DoseStatus::Skipped | DoseStatus::Partly)),
                amount: dose.amount,
                unit: dose.unit,
                as_needed: false,
            }),
        });
    }
    session.commit(&Operation::MarkDoses, &changes, &TOPICS)
}

/// Records that a medicine was taken as needed, now or at a time of the day.
///
/// # Errors
/// `NotFound` if it is not taken as needed.
pub fn take_as_needed(
    session: &mut Session,
    medicine: String,
    day: String,
    time: Option<String>,
) -> Result<Changed> {
    let none = || Error::not_found(RecordKind::Medicine, &medicine);
    let date: NaiveDate = day.parse().map_err(|_| none())?;
    let taken = existing(session, &medicine)?;
    let (segment, _) = taken.segment_on(date).ok_or_else(none)?;
    let Plan::AsNeeded { amount, .. } = segment.plan else {
        return Err(none());
    };
    let now = session.clock().now().with_timezone(&session.clock().zone());
    // When it was taken on an earlier day is not known, unless it is said.
    let time = match time {
        Some(typed) => time_of_day(&typed)?,
        None if date == session.today() => now.format("%H:%M").to_string(),
        None => String::new(),
    };
    let change = Change::Dose {
        id: crate::ids::uid()?,
        value: Some(Dose {
            medicine: medicine.clone(),
            day: date,
            time,
            status: DoseStatus::Taken,
            reason: None,
            amount,
            unit: segment.unit.clone(),
            as_needed: true,
        }),
    };
    session.commit(&Operation::MarkDoses, &[change], &TOPICS)
}

/// Takes back a dose that was taken as needed.
///
/// # Errors
/// Fails if the journal can't be written.
pub fn untake(session: &mut Session, uid: String) -> Result<Changed> {
    let change = Change::Dose {
        id: uid,
        value: None,
    };
    session.commit(&Operation::MarkDoses, &[change], &TOPICS)
}
