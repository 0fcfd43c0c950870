//! Planned activities: homework of a therapy, and small experiments with what was expected, what
//! came of it, and what mood was on the days with and without.

use super::activity_results::results;
use super::{MAX_TEXT_LEN, keep, refuse, short};
use crate::changed::Changed;
use crate::error::{Error, InputErrorKind, RecordKind, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use chrono::NaiveDate;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::treatment::{Activity, ActivityMark};
use journal::Change;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActivityRow {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub activity: Activity,
    /// "Monday, Friday · since 12 Nov 2026 · agreed with my therapist".
    pub about: String,
    /// "2 done, 1 partly"; empty if nothing was marked.
    pub counts: String,
    /// What came of it, for an experiment.
    pub results: Vec<String>,
    /// Its mark on the day that was asked for.
    pub mark: Option<ActivityMark>,
    /// Whether it goes on.
    pub current: bool,
}

/// An activity as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActivityForm {
    /// What.
    pub what: String,
    /// Uid of the therapy it is homework of; empty for none.
    pub course: String,
    /// With whom it was agreed.
    pub agreed_with: String,
    /// Days of the week, 1 for Monday; empty for any day.
    pub weekdays: Vec<u32>,
    /// First day.
    pub from: String,
    /// Last day; empty while it goes on.
    pub to: String,
    /// Whether it asks what is expected and how it was.
    pub experiment: bool,
}

/// Returns all activities, those that go on first, the latest first.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn activities(session: &Session) -> Result<Vec<ActivityRow>> {
    let today = session.today();
    let all = session.journal().activities()?.into_iter();
    let rows: Result<Vec<ActivityRow>> = all
        .map(|(uid, activity)| row(session, uid, activity, today))
        .collect();
    let mut rows = rows?;
    rows.sort_by_key(|row| (!row.current, std::cmp::Reverse(row.activity.from)));
    Ok(rows)
}

/// Returns the activities that stand on a day.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn of_day(session: &Session, day: NaiveDate) -> Result<Vec<ActivityRow>> {
    let all = session.journal().activities()?.into_iter();
    all.filter(|(_, activity)| activity.is_on(day))
        .map(|(uid, activity)| row(session, uid, activity, day))
        .collect()
}

fn row(session: &Session, uid: String, activity: Activity, day: NaiveDate) -> Result<ActivityRow> {
    Ok(ActivityRow {
        uid,
        about: about(session, &activity),
        counts: counts(session, &activity),
        results: if activity.experiment {
            results(session, &activity)?
        } else {
            Vec::new()
        },
        mark: activity.marks.get(&day).copied(),
        current: activity.to.is_none_or(|to| to >= session.today()),
        activity,
    })
}

fn about(session: &Session, activity: &Activity) -> String {
    let locale = session.locale();
    let weekdays = activity.weekdays.iter();
    let weekdays = weekdays.map(|nth| locale.text(&format!("weekday-{nth}")));
    let weekdays = weekdays.collect::<Vec<_>>().join(", ");
    let days = if weekdays.is_empty() {
        locale.text(msg::ACTIVITY_ANY_DAY)
    } else {
        weekdays
    };
    let from = locale.date(activity.from, DateStyle::Short);
    let dates = activity.to.map_or_else(
        || locale.format(msg::MEDICINE_SINCE, &[("day", from.as_str().into())]),
        |to| format!("{from} – {}", locale.date(to, DateStyle::Short)),
    );
    let agreed = (!activity.agreed_with.is_empty()).then(|| {
        let with = [("who", activity.agreed_with.as_str().into())];
        locale.format(msg::ACTIVITY_AGREED, &with)
    });
    let parts = [Some(days), Some(dates), agreed];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn counts(session: &Session, activity: &Activity) -> String {
    let (done, partly, not) = activity.counts();
    let said = |count: usize, id: &'static str| {
        (count > 0).then(|| session.locale().format(id, &[("count", count.into())]))
    };
    let parts = [
        said(done, msg::ACTIVITY_DONE_COUNT),
        said(partly, msg::ACTIVITY_PARTLY_COUNT),
        said(not, msg::ACTIVITY_NOT_COUNT),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Adds, changes or (if `form` is none) removes an activity. Its marks stay.
///
/// # Errors
/// `Input` with the field that can't be read.
pub fn save_activity(
    session: &mut Session,
    uid: Option<String>,
    form: Option<ActivityForm>,
) -> Result<Changed> {
    let operation = if form.is_some() {
        Operation::SaveActivity
    } else {
        Operation::RemoveActivity
    };
    let marks = match &uid {
        Some(uid) => existing(session, uid)?.marks,
        None => BTreeMap::new(),
    };
    let value = form
        .map(|form| activity(session, &form, marks))
        .transpose()?;
    keep(session, &operation, uid, |id| Change::Activity {
        id,
        value,
    })
}

fn existing(session: &Session, uid: &str) -> Result<Activity> {
    let mut all = session.journal().activities()?.into_iter();
    let found = all.find(|(known, _)| known == uid);
    let none = || Error::not_found(RecordKind::Activity, uid);
    found.map(|(_, activity)| activity).ok_or_else(none)
}

fn activity(
    session: &Session,
    form: &ActivityForm,
    marks: BTreeMap<NaiveDate, ActivityMark>,
) -> Result<Activity> {
    let what = short("what", &form.what, MAX_TEXT_LEN)?;
    if what.is_empty() {
        return refuse("what", InputErrorKind::Missing);
    }
    if form.weekdays.iter().any(|day| !(1..=7).contains(day)) {
        return refuse("weekdays", InputErrorKind::NoWeekday);
    }
    let day = |field, typed: &str| {
        let date = super::partial_date(session, field, typed)?;
        date.known_day()
            .map_or_else(|| refuse(field, InputErrorKind::NotADay), Ok)
    };
    let from = day("from", &form.from)?;
    let to = match form.to.trim() {
        "" => None,
        typed => Some(day("to", typed)?),
    };
    if to.is_some_and(|to| to < from) {
        return refuse("to", InputErrorKind::EndsBeforeStart);
    }
    Ok(Activity {
        what,
        course: form.course.clone(),
        agreed_with: short("agreed_with", &form.agreed_with, MAX_TEXT_LEN)?,
        weekdays: form.weekdays.clone(),
        from,
        to,
        experiment: form.experiment,
        marks,
    })
}

/// Says what became of an activity on a day. An empty mark takes it back.
///
/// # Errors
/// `NotFound` if there is no such activity, day or answer.
pub fn mark_activity(
    session: &mut Session,
    uid: String,
    day: String,
    mark: ActivityMark,
) -> Result<Changed> {
    let none = || Error::not_found(RecordKind::Period, &day);
    let date: NaiveDate = day.parse().map_err(|_| none())?;
    if date > session.today() || !mark.is_valid() {
        return Err(none());
    }
    let mut activity = existing(session, &uid)?;
    if mark.is_empty() {
        activity.marks.remove(&date);
    } else {
        activity.marks.insert(date, mark);
    }
    keep(session, &Operation::MarkActivity, Some(uid), |id| {
        Change::Activity {
            id,
            value: Some(activity),
        }
    })
}

/// Returns the experiments of a period with what came of them, for a page.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn experiment_lines(session: &Session, period: Period) -> Result<Vec<report::Line>> {
    let today = session.today();
    let all = session.journal().activities()?.into_iter();
    let within = all.filter(|(_, activity)| {
        let last = activity.to.unwrap_or(today);
        activity.experiment && activity.from <= period.to && last >= period.from
    });
    let line = |(uid, activity)| -> Result<report::Line> {
        let row = row(session, uid, activity, today)?;
        let parts = [row.about, row.counts].into_iter().chain(row.results);
        let parts = parts.filter(|part| !part.is_empty());
        Ok(report::Line {
            day: row.activity.what,
            text: parts.collect::<Vec<_>>().join(" · "),
        })
    };
    within.map(line).collect()
}
