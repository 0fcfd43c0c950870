//! The page of treatment: medicines now, stopped ones, the history, health notes.

use super::health::{HealthRow, rows as health_rows};
use super::lanes::{LanePart, lane};
use super::marks::Marks;
use super::text::{amount_text, date_text, marks_text, plan_text, stop_reason};
use super::trials::{TrialRow, rows as trial_rows};
use crate::error::Result;
use crate::msg;
use crate::session::Session;
use domain::time::Period;
use domain::treatment::{Medicine, MedicineKind, Segment, Stop, days_left};
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
    /// "8 days left of what you picked up"; empty if no supply was noted.
    pub supply: String,
    /// Whether it is taken as needed.
    pub as_needed: bool,
    /// Whether a clinician has it paused.
    pub on_hold: bool,
    /// Its doses over time, as parts of a lane.
    pub lane: Vec<LanePart>,
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
        let over = medicine.is_over_on(session.today());
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
    let last = medicine.current(today);
    let lane_days = Period::ending(today, LANE_DAYS);
    MedicineRow {
        title: title(session, &medicine),
        about: [&medicine.form, &medicine.reason, &medicine.prescriber]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" · "),
        plan: last
            .map(|segment| plan_text(session, segment))
            .into_iter()
            .chain(ahead(session, &medicine))
            .chain(on_hold_text(session, &medicine))
            .collect::<Vec<_>>()
            .join(" · "),
        since: since_text(session, &medicine),
        marks: marks_text(session, marks, &uid, &medicine),
        supply: supply_text(session, &medicine),
        as_needed: last.is_some_and(|s| s.plan.amount_a_day().is_none()),
        on_hold: medicine.is_on_hold(today),
        lane: lane(session, &medicine, lane_days),
        uid,
        medicine,
    }
}

fn supply_text(session: &Session, medicine: &Medicine) -> String {
    days_left(&medicine.fills, session.today()).map_or_else(String::new, |days| {
        let with = [("count", days.into())];
        session.locale().format(msg::MEDICINE_SUPPLY_LEFT, &with)
    })
}

/// Returns "Sertraline 100 mg": the name with the amount of a day.
pub(super) fn title(session: &Session, medicine: &Medicine) -> String {
    let today = session.today();
    let amount = medicine.current(today).and_then(|segment| {
        let from = segment.from.earliest();
        let amount = segment.plan.amount_on(from, today)?;
        Some(amount_text(session, amount, &segment.unit))
    });
    std::iter::once(medicine.name.clone())
        .chain(amount)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns since when a medicine is taken, or from when to when it was.
pub(crate) fn since_text(session: &Session, medicine: &Medicine) -> String {
    let current = medicine.current(session.today());
    let (Some(first), Some(last)) = (medicine.segments.first(), current) else {
        return String::new();
    };
    let locale = session.locale();
    let (first, last) = (
        date_text(session, &first.from),
        date_text(session, &last.from),
    );
    if let Some(stop) = &medicine.stopped {
        let why = why_text(session, stop);
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

/// Returns "side effects: too sleepy"; what was not said is left out.
fn why_text(session: &Session, stop: &Stop) -> String {
    let said = stop_reason(stop.reason).map(|id| session.locale().text(id));
    let note = (!stop.note.is_empty()).then(|| stop.note.clone());
    let parts: Vec<String> = said.into_iter().chain(note).collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(" · {}", parts.join(": "))
    }
}

/// Returns that a clinician has it paused, if so.
fn on_hold_text(session: &Session, medicine: &Medicine) -> Option<String> {
    let on_hold = medicine.is_on_hold(session.today());
    on_hold.then(|| session.locale().text(msg::MEDICINE_ON_HOLD))
}

/// Returns what is set for later: "from 1 Dec 2026: 100 mg at 08:00, every day".
fn ahead(session: &Session, medicine: &Medicine) -> Vec<String> {
    let later = medicine
        .segments
        .iter()
        .filter(|s| s.from.earliest() > session.today());
    let line = |segment: &Segment| {
        let with = [
            ("day", date_text(session, &segment.from).into()),
            ("plan", plan_text(session, segment).into()),
        ];
        session.locale().format(msg::MEDICINE_FROM_THEN, &with)
    };
    later.map(line).collect()
}

/// Returns the plan of a medicine, and that a clinician has it paused.
pub(crate) fn plan_and_hold(session: &Session, medicine: &Medicine) -> String {
    let current = medicine.current(session.today());
    let plan = current.map(|segment| plan_text(session, segment));
    let parts = plan.into_iter().chain(on_hold_text(session, medicine));
    parts.collect::<Vec<_>>().join(" · ")
}

/// Returns how a medicine is got, in words.
pub(crate) fn kind_text(session: &Session, kind: MedicineKind) -> String {
    session.locale().text(match kind {
        MedicineKind::Prescribed => msg::KIND_PRESCRIBED,
        MedicineKind::OverTheCounter => msg::KIND_OTC,
        MedicineKind::Herbal => msg::KIND_HERBAL,
    })
}
