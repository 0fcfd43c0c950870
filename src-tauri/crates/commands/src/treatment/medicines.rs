//! Adding, changing, stopping and restarting a medicine.

use super::form::{self, DoseForm, MedicineForm};
use super::{MAX_TEXT_LEN, partial_date, refuse, short, whole_number};
use crate::changed::{Changed, Topic};
use crate::error::{Error, InputErrorKind, RecordKind, Result};
use crate::ids;
use crate::operation::Operation;
use crate::session::Session;
use domain::treatment::{Fill, Medicine, Segment, Stop, StopReason};
use journal::Change;

/// Topics that a change of treatment invalidates.
pub(super) const TOPICS: [Topic; 2] = [Topic::Treatment, Topic::Entries];

/// Returns the medicine with that uid.
pub(super) fn existing(session: &Session, uid: &str) -> Result<Medicine> {
    let all = session.journal().medicines()?.into_iter();
    let mut found = all.filter(|(known, _)| known == uid);
    let none = || Error::not_found(RecordKind::Medicine, uid);
    found.next().map(|(_, medicine)| medicine).ok_or_else(none)
}

pub(super) fn store(
    session: &mut Session,
    operation: &Operation,
    uid: String,
    medicine: Option<Medicine>,
) -> Result<Changed> {
    let change = Change::Medicine {
        id: uid.clone(),
        value: medicine,
    };
    let changed = session.commit(operation, &[change], &TOPICS)?;
    Ok(Changed {
        uid: Some(uid),
        ..changed
    })
}

/// Adds a medicine, or changes its name, kind, form, reason and prescriber. An existing one keeps
/// its doses: those change with `change_dose`.
///
/// # Errors
/// `Input` with the field that can't be read; `IsTaken` for a second one of a name, unless it says so.
pub fn save_medicine(
    session: &mut Session,
    uid: Option<String>,
    form: MedicineForm,
) -> Result<Changed> {
    let typed = form::medicine(session, &form)?;
    let Some(uid) = uid else {
        if !form.second && is_taken(session, &typed.name)? {
            return refuse("name", InputErrorKind::IsTaken);
        }
        return store(session, &Operation::AddMedicine, ids::uid()?, Some(typed));
    };
    let old = existing(session, &uid)?;
    let medicine = Medicine {
        segments: old.segments,
        holds: old.holds,
        fills: old.fills,
        stopped: old.stopped,
        ..typed
    };
    store(session, &Operation::ChangeMedicine, uid, Some(medicine))
}

/// Returns whether a medicine of that name is taken: a new dose is a change of that one then, or two
/// forms of it are taken together.
fn is_taken(session: &Session, name: &str) -> Result<bool> {
    let name = name.to_lowercase();
    let today = session.today();
    let mut all = session.journal().medicines()?.into_iter();
    Ok(all.any(|(_, known)| known.name.to_lowercase() == name && !known.is_over_on(today)))
}

/// Begins a new segment with another dose or plan. What was taken before stays as it is. A segment
/// may lie in the past, between two others. One that begins on the day of another corrects it; marks
/// keep the amount that they were given for.
///
/// # Errors
/// `Input` if a field can't be read, or only a month or year is known in which another begins.
pub fn change_dose(session: &mut Session, uid: String, dose: DoseForm) -> Result<Changed> {
    let mut medicine = existing(session, &uid)?;
    let segment = form::segment(session, &dose)?;
    insert(&mut medicine.segments, segment)?;
    in_order(&medicine)?;
    store(session, &Operation::ChangeDose, uid, Some(medicine))
}

/// Puts a segment at its place in time, or in the place of the one with the same date.
fn insert(segments: &mut Vec<Segment>, segment: Segment) -> Result<()> {
    if let Some(same) = segments.iter_mut().find(|s| s.from == segment.from) {
        *same = segment;
        return Ok(());
    }
    let (from, until) = (segment.from.earliest(), segment.from.latest());
    let within = |s: &Segment| (from..=until).contains(&s.from.earliest());
    if segments.iter().any(within) {
        return refuse("from", InputErrorKind::NeedsDay);
    }
    let at = segments.partition_point(|s| s.from.earliest() < from);
    segments.insert(at, segment);
    Ok(())
}

/// Checks that a medicine does not end before it begins.
fn in_order(medicine: &Medicine) -> Result<()> {
    let last = medicine.segments.last().map(|s| s.from.earliest());
    let ends = medicine.stopped.as_ref().map(|stop| stop.on.latest());
    match (last, ends) {
        (Some(begins), Some(ends)) if ends < begins => {
            refuse("on", InputErrorKind::EndsBeforeStart)
        }
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

/// Stops a medicine, with the first day without it and why.
///
/// # Errors
/// `Input` if the date can't be read or lies before its last dose began.
pub fn stop_medicine(
    session: &mut Session,
    uid: String,
    on: String,
    reason: StopReason,
    note: String,
) -> Result<Changed> {
    let mut medicine = existing(session, &uid)?;
    medicine.stopped = Some(Stop {
        on: partial_date(session, "on", &on)?,
        reason,
        note: short("note", &note, MAX_TEXT_LEN)?,
    });
    in_order(&medicine)?;
    store(session, &Operation::StopMedicine, uid, Some(medicine))
}

/// Removes a medicine that was added by mistake.
///
/// # Errors
/// `Input` if doses of it were marked: it is stopped then, so that what was marked stays true.
pub fn remove_medicine(session: &mut Session, uid: String) -> Result<Changed> {
    existing(session, &uid)?;
    let days = session.journal().days_with_doses_of(&uid)?;
    if days > 0 {
        return refuse("name", InputErrorKind::HasDoses { days });
    }
    store(session, &Operation::RemoveMedicine, uid, None)
}

/// Notes a supply that was picked up: the day, and how many days it lasts. One of the same day
/// replaces the other; nothing typed removes it.
///
/// # Errors
/// `Input` if the day or the number can't be read.
pub fn note_supply(
    session: &mut Session,
    uid: String,
    on: String,
    days: String,
) -> Result<Changed> {
    let mut medicine = existing(session, &uid)?;
    let Some(on) = partial_date(session, "on", &on)?.known_day() else {
        return refuse("on", InputErrorKind::NotADay);
    };
    medicine.fills.retain(|fill| fill.on != on);
    if !days.trim().is_empty() {
        let days = whole_number("days", &days, (1, 366))?;
        medicine.fills.push(Fill { on, days });
        medicine.fills.sort_by_key(|fill| fill.on);
    }
    store(session, &Operation::NoteSupply, uid, Some(medicine))
}
