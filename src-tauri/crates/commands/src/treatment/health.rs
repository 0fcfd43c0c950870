//! Health notes: conditions, allergies, hospital stays, life situation.

use super::text::date_text;
use super::{MAX_TEXT_LEN, in_order, keep, optional_date, refuse, short};
use crate::changed::Changed;
use crate::error::{InputErrorKind, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::treatment::{EpisodeWeight, HealthKind, HealthNote};
use journal::Change;
use serde::{Deserialize, Serialize};

/// The notes of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HealthRow {
    /// The kind.
    pub kind: HealthKind,
    /// Its heading.
    pub title: String,
    /// The notes.
    pub notes: Vec<HealthView>,
}

/// One note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HealthView {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub note: HealthNote,
    /// "since Mar 2019 · Dr Brandt".
    pub about: String,
}

/// A note as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HealthForm {
    /// What it is about.
    pub kind: HealthKind,
    /// The fact.
    pub text: String,
    /// Since when; empty if not known.
    pub since: String,
    /// Until when, for an episode or a hospital stay; empty if it goes on or is not known.
    #[serde(default)]
    pub until: String,
    /// Who treats it, or more about it.
    pub detail: String,
    /// How heavy an episode was.
    #[serde(default)]
    pub weight: Option<EpisodeWeight>,
}

/// Returns the notes of each kind, in order.
pub(super) fn rows(session: &Session) -> Result<Vec<HealthRow>> {
    let notes = session.journal().health_notes()?;
    let of = |kind| {
        let of = notes.iter().filter(move |(_, note)| note.kind == kind);
        of.map(|(uid, note)| view(session, uid, note)).collect()
    };
    let row = |kind| HealthRow {
        kind,
        title: session.locale().text(heading(kind)),
        notes: of(kind),
    };
    Ok(HealthKind::ALL.into_iter().map(row).collect())
}

fn view(session: &Session, uid: &str, note: &HealthNote) -> HealthView {
    let since = note.since.as_ref().map(|date| {
        if matches!(
            note.kind,
            HealthKind::Episode | HealthKind::HospitalStay | HealthKind::Lab
        ) {
            let until = note.until.as_ref().map(|until| date_text(session, until));
            let dates = [Some(date_text(session, date)), until];
            return dates.into_iter().flatten().collect::<Vec<_>>().join(" – ");
        }
        let with = [("day", date_text(session, date).into())];
        session.locale().format(msg::MEDICINE_SINCE, &with)
    });
    let weight = note.weight.map(|weight| weight_text(session, weight));
    let detail = (!note.detail.is_empty()).then(|| note.detail.clone());
    HealthView {
        uid: uid.to_owned(),
        note: note.clone(),
        about: since
            .into_iter()
            .chain(weight)
            .chain(detail)
            .collect::<Vec<_>>()
            .join(" · "),
    }
}

/// Returns how heavy an episode was, in words.
pub(super) fn weight_text(session: &Session, weight: EpisodeWeight) -> String {
    session.locale().text(match weight {
        EpisodeWeight::Mild => msg::EPISODE_MILD,
        EpisodeWeight::SomeEffort => msg::EPISODE_SOME_EFFORT,
        EpisodeWeight::GreatEffort => msg::EPISODE_GREAT_EFFORT,
        EpisodeWeight::Severe => msg::EPISODE_SEVERE,
    })
}

pub(super) fn heading(kind: HealthKind) -> &'static str {
    match kind {
        HealthKind::Allergy => msg::HEALTH_ALLERGY,
        HealthKind::Physical => msg::HEALTH_PHYSICAL,
        HealthKind::CoOccurring => msg::HEALTH_CO_OCCURRING,
        HealthKind::Episode => msg::HEALTH_EPISODE,
        HealthKind::HospitalStay => msg::HEALTH_HOSPITAL,
        HealthKind::Lab => msg::HEALTH_LAB,
        HealthKind::Family => msg::HEALTH_FAMILY,
        HealthKind::Pregnancy => msg::HEALTH_PREGNANCY,
        HealthKind::LifeSituation => msg::HEALTH_LIFE,
    }
}

/// Adds, changes or (if `form` is none) removes a note.
///
/// # Errors
/// `Input` if nothing was written or the date can't be read.
pub fn save_health_note(
    session: &mut Session,
    uid: Option<String>,
    form: Option<HealthForm>,
) -> Result<Changed> {
    let operation = if form.is_some() {
        Operation::SaveHealthNote
    } else {
        Operation::RemoveHealthNote
    };
    let value = form.map(|form| note(session, &form)).transpose()?;
    keep(session, &operation, uid, |id| Change::HealthNote {
        id,
        value,
    })
}

fn note(session: &Session, form: &HealthForm) -> Result<HealthNote> {
    let text = short("text", &form.text, MAX_TEXT_LEN)?;
    if text.is_empty() {
        return refuse("text", InputErrorKind::Missing);
    }
    let since = optional_date(session, "since", &form.since)?;
    let until = optional_date(session, "until", &form.until)?;
    in_order(since.as_ref(), until.as_ref())?;
    Ok(HealthNote {
        kind: form.kind,
        text,
        since,
        until,
        detail: short("detail", &form.detail, MAX_TEXT_LEN)?,
        weight: form.weight.filter(|_| form.kind == HealthKind::Episode),
    })
}
