//! When a questionnaire is due, and the score to compare with.

use super::scored::{Scale, unfinished};
use crate::changed::{Changed, Topic};
use crate::error::{Error, InputErrorKind, RecordKind, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use crate::visit::prepare;
use chrono::{Duration, NaiveDate};
use domain::Entry;
use domain::localizer::{DateStyle, Localizer};
use domain::questionnaire::{MAX_INTERVAL_DAYS, MIN_INTERVAL_DAYS, ScaleSettings};
use journal::Change;
use serde::{Deserialize, Serialize};

/// A questionnaire that is due.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DueScale {
    /// The tracker's key.
    pub tracker: String,
    /// "PHQ-9 is due today.".
    pub text: String,
    /// The day of one that was begun yesterday and not finished, YYYY-MM-DD; empty for a new one.
    pub day: String,
}

/// Returns the questionnaires that are due today.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn due_today(session: &Session) -> Result<Vec<DueScale>> {
    let mut due = Vec::new();
    for (definition, questionnaire) in super::all(session)? {
        let settings = session.journal().scale_settings(&definition.key)?;
        if settings == ScaleSettings::default() {
            continue;
        }
        let scale = Scale::new(session, definition, questionnaire);
        let entries = scale.entries()?;
        let day = due_on(&scale, &settings, &entries)?;
        if day.is_some_and(|day| day <= session.today()) {
            let with = [("title", scale.title().into())];
            due.push(DueScale {
                tracker: definition.key.clone(),
                text: session.locale().format(msg::SCALE_DUE, &with),
                day: unfinished(&scale, &entries)
                    .map_or_else(String::new, |entry| entry.day.to_string()),
            });
        }
    }
    Ok(due)
}

/// Returns the day on which it is next due.
fn due_on(
    scale: &Scale<'_>,
    settings: &ScaleSettings,
    entries: &[Entry],
) -> Result<Option<NaiveDate>> {
    // Declined items leave no total, and are no reason to ask again.
    let last = entries.iter().rev().find(|entry| scale.is_finished(entry));
    let last = last.map(|entry| entry.day);
    Ok(settings.due_on(last, next_visit(scale.session)?))
}

fn next_visit(session: &Session) -> Result<Option<NaiveDate>> {
    let date = prepare::next(session)?.date;
    Ok(date.filter(|date| *date >= session.today()))
}

/// Returns "due today, every two weeks", or that no date is set.
pub(super) fn due_text(
    scale: &Scale<'_>,
    settings: &ScaleSettings,
    entries: &[Entry],
) -> Result<String> {
    let (session, locale) = (scale.session, scale.session.locale());
    let Some(day) = due_on(scale, settings, entries)? else {
        return Ok(locale.text(msg::SCALE_NO_DATE));
    };
    let when = if day <= session.today() {
        locale.text(msg::SCALE_DUE_NOW)
    } else {
        let with = [("day", locale.date(day, DateStyle::Day).into())];
        locale.format(msg::SCALE_DUE_ON, &with)
    };
    let before_visit = next_visit(session)?.and_then(|visit| visit.pred_opt());
    let why = if settings.before_visit && before_visit == Some(day) {
        Some(locale.text(msg::SCALE_DAY_BEFORE_VISIT))
    } else {
        settings.every_days.map(|days| every(session, days))
    };
    Ok(std::iter::once(when)
        .chain(why)
        .collect::<Vec<_>>()
        .join(", "))
}

fn every(session: &Session, days: u32) -> String {
    let locale = session.locale();
    if days.is_multiple_of(7) {
        locale.format(msg::SCALE_EVERY_WEEKS, &[("weeks", (days / 7).into())])
    } else {
        locale.format(msg::SCALE_EVERY_DAYS, &[("days", days.into())])
    }
}

/// Sets when a questionnaire is due, and the score that later ones are compared with.
///
/// # Errors
/// `NotFound` if it is no questionnaire, `Input` if it would be due more often than weekly.
pub fn set_scale(
    session: &mut Session,
    tracker: String,
    settings: ScaleSettings,
) -> Result<Changed> {
    let definition = session.definition(&tracker)?;
    if definition.questionnaire.is_none() {
        return Err(Error::not_found(RecordKind::Tracker, tracker));
    }
    let days = settings.every_days;
    if days.is_some_and(|days| !(MIN_INTERVAL_DAYS..=MAX_INTERVAL_DAYS).contains(&days)) {
        return Err(Error::Input {
            field: "every",
            kind: InputErrorKind::Interval {
                min: MIN_INTERVAL_DAYS,
                max: MAX_INTERVAL_DAYS,
            },
        });
    }
    let change = Change::Scale {
        id: tracker.clone(),
        value: (settings != ScaleSettings::default()).then_some(settings),
    };
    session.commit(
        &Operation::SetScale(tracker),
        &[change],
        &[Topic::Entries, Topic::Trackers],
    )
}

/// Puts a questionnaire off until tomorrow.
///
/// # Errors
/// `NotFound` if it is no questionnaire.
pub fn put_off_scale(session: &mut Session, tracker: String) -> Result<Changed> {
    let settings = session.journal().scale_settings(&tracker)?;
    let tomorrow = session.today() + Duration::days(1);
    let settings = ScaleSettings {
        not_before: Some(tomorrow),
        ..settings
    };
    set_scale(session, tracker, settings)
}
