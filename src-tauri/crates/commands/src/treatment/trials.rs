//! The history of every trial.

use super::before_after::before_after;
use super::text::{date_text, helped, known};
use super::{MAX_TEXT_LEN, in_order, keep, name, optional_date, refuse, short};
use crate::changed::Changed;
use crate::error::{InputErrorKind, Result};
use crate::ids;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::treatment::{Helped, Known, Trial, TrialKind};
use journal::Change;
use serde::{Deserialize, Serialize};

/// A trial as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrialRow {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub trial: Trial,
    /// "Mar 2019 – May 2020", "about 2019", or empty.
    pub dates: String,
    /// "150 mg, 9 weeks".
    pub dose: String,
    /// How much it helped, in words.
    pub helped: String,
    /// How it is known, in words.
    pub known: String,
    /// Scores and mood before and at the end: as told, or from the journal with their days.
    pub before_after: String,
}

/// A trial as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrialForm {
    /// The medicine, therapy or procedure.
    pub name: String,
    /// What it was.
    pub kind: TrialKind,
    /// The episode it belongs to.
    pub episode: String,
    /// Since when; empty if not remembered.
    pub from: String,
    /// Until when.
    pub to: String,
    /// Whether it goes on.
    pub ongoing: bool,
    /// Whether the dates are only about right.
    pub about: bool,
    /// The highest dose, or how many sessions.
    pub highest_dose: String,
    /// How many weeks at that dose.
    pub weeks: String,
    /// What it was combined with.
    pub combined_with: String,
    /// How much it helped.
    pub helped: Option<Helped>,
    /// Scores before and after, as told.
    #[serde(default)]
    pub scores: String,
    /// Side effects.
    pub side_effects: String,
    /// Why it ended.
    pub why_stopped: String,
    /// How this is known.
    pub known: Known,
}

/// Returns all trials, grouped by episode, the latest first.
pub(super) fn rows(session: &Session) -> Result<Vec<TrialRow>> {
    let mut trials = session.journal().trials()?;
    trials.sort_by_key(|(_, trial)| {
        let begun = trial
            .from
            .as_ref()
            .map(domain::treatment::PartialDate::earliest);
        (std::cmp::Reverse(trial.ongoing), std::cmp::Reverse(begun))
    });
    // Episodes stay together, in the order of their latest trial.
    let mut episodes: Vec<String> = Vec::new();
    for (_, trial) in &trials {
        if !episodes.contains(&trial.episode) {
            episodes.push(trial.episode.clone());
        }
    }
    trials.sort_by_key(|(_, trial)| episodes.iter().position(|e| *e == trial.episode));
    trials
        .into_iter()
        .map(|(uid, trial)| row(session, uid, trial))
        .collect()
}

fn row(session: &Session, uid: String, trial: Trial) -> Result<TrialRow> {
    let weeks = (!trial.weeks.is_empty()).then(|| {
        // "9" gets its unit; "about 9" and words stay as they were typed.
        let number: Option<u32> = trial.weeks.parse().ok();
        number.map_or_else(
            || trial.weeks.clone(),
            |weeks| {
                let with = [("weeks", weeks.into())];
                session.locale().format(msg::TRIAL_WEEKS, &with)
            },
        )
    });
    let dose = (!trial.highest_dose.is_empty()).then(|| trial.highest_dose.clone());
    Ok(TrialRow {
        dates: dates(session, &trial),
        dose: dose.into_iter().chain(weeks).collect::<Vec<_>>().join(", "),
        helped: helped(session, trial.helped),
        known: known(session, trial.known),
        before_after: before_after(session, &trial)?,
        uid,
        trial,
    })
}

fn dates(session: &Session, trial: &Trial) -> String {
    let locale = session.locale();
    let text = |date: &Option<_>| date.as_ref().map(|date| date_text(session, date));
    let until = if trial.ongoing {
        Some(locale.text(msg::TRIAL_NOW))
    } else {
        text(&trial.to)
    };
    let dates = match (text(&trial.from), until) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => format!("{from} – {to}"),
        (Some(from), None) => from,
        (None, Some(to)) => locale.format(msg::TRIAL_UNTIL, &[("day", to.into())]),
        (None, None) => return locale.text(msg::DONT_REMEMBER),
    };
    if trial.about {
        locale.format(msg::TRIAL_ABOUT, &[("dates", dates.into())])
    } else {
        dates
    }
}

/// Adds, changes or (if `form` is none) removes a trial.
///
/// # Errors
/// `Input` if the name is missing, a date can't be read, or it ends before it begins.
pub fn save_trial(
    session: &mut Session,
    uid: Option<String>,
    form: Option<TrialForm>,
) -> Result<Changed> {
    let operation = if form.is_some() {
        Operation::SaveTrial
    } else {
        Operation::RemoveTrial
    };
    let value = form.map(|form| trial(session, &form)).transpose()?;
    keep(session, &operation, uid, |id| Change::Trial { id, value })
}

/// Adds the treatments of a table that was typed. Rows with nothing in them are left out; "now" as an
/// end says that the treatment goes on.
///
/// # Errors
/// `Row` with the row and field that can't be read; nothing is added then.
pub fn add_trials(session: &mut Session, forms: Vec<TrialForm>) -> Result<Changed> {
    let now = session.locale().text(msg::TRIAL_NOW).to_lowercase();
    let mut changes = Vec::new();
    for (nth, mut form) in forms.into_iter().enumerate() {
        if is_empty(&form) {
            continue;
        }
        form.ongoing |= form.to.trim().to_lowercase() == now;
        let value = trial(session, &form).map_err(|error| error.in_row(nth + 1))?;
        changes.push(Change::Trial {
            id: ids::uid()?,
            value: Some(value),
        });
    }
    if changes.is_empty() {
        return refuse("name", InputErrorKind::Missing).map_err(|error| error.in_row(1));
    }
    session.commit(&Operation::AddTrials, &changes, &super::medicines::TOPICS)
}

/// Returns whether nothing was written into a row. What is chosen from a list doesn't count.
fn is_empty(form: &TrialForm) -> bool {
    let texts = [
        &form.name,
        &form.from,
        &form.to,
        &form.highest_dose,
        &form.weeks,
        &form.combined_with,
        &form.scores,
        &form.side_effects,
        &form.why_stopped,
    ];
    form.helped.is_none() && texts.iter().all(|text| text.trim().is_empty())
}

/// Returns the trial that was typed.
///
/// # Errors
/// `Input` with the field that can't be read.
pub(super) fn trial(session: &Session, form: &TrialForm) -> Result<Trial> {
    let text = |field, text: &str| short(field, text, MAX_TEXT_LEN);
    let to = if form.ongoing { "" } else { &form.to };
    let from = optional_date(session, "from", &form.from)?;
    let to = optional_date(session, "to", to)?;
    in_order(from.as_ref(), to.as_ref())?;
    Ok(Trial {
        name: name(&form.name)?,
        kind: form.kind,
        episode: text("episode", &form.episode)?,
        to,
        from,
        ongoing: form.ongoing,
        about: form.about,
        highest_dose: text("highest_dose", &form.highest_dose)?,
        weeks: text("weeks", &form.weeks)?,
        combined_with: text("combined_with", &form.combined_with)?,
        helped: form.helped,
        scores: text("scores", &form.scores)?,
        side_effects: text("side_effects", &form.side_effects)?,
        why_stopped: text("why_stopped", &form.why_stopped)?,
        known: form.known,
    })
}
