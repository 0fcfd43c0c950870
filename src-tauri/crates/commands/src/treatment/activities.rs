//! Planned activities: homework of a therapy, and small experiments with what was expected, what
//! came of it, and what mood was on the days with and without.

use super::{MAX_TEXT_LEN, keep, refuse, short};
use crate::changed::Changed;
use crate::error::{Error, InputErrorKind, RecordKind, Result};
use crate::figures::context::PeriodContext;
use crate::figures::measure::load_measure;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use crate::trackers;
use chrono::NaiveDate;
use domain::figure::summary::quantile;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::treatment::{Activity, ActivityDone, ActivityMark};
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

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    quantile(&values, 0.5)
}

/// Returns what came of an experiment: expected and actual, and mood on days with and without it.
fn results(session: &Session, activity: &Activity) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let both = |expected: fn(&ActivityMark) -> Option<u8>,
                actual: fn(&ActivityMark) -> Option<u8>| {
        let marks = activity.marks.values();
        let pairs = marks.filter_map(|mark| expected(mark).zip(actual(mark)));
        pairs.collect::<Vec<(u8, u8)>>()
    };
    for (id, pairs) in [
        (
            msg::ACTIVITY_PLEASURE_RESULT,
            both(|m| m.expected_pleasure, |m| m.pleasure),
        ),
        (
            msg::ACTIVITY_MASTERY_RESULT,
            both(|m| m.expected_mastery, |m| m.mastery),
        ),
    ] {
        let expected = median(pairs.iter().map(|p| f64::from(p.0)).collect());
        let actual = median(pairs.iter().map(|p| f64::from(p.1)).collect());
        if let (Some(expected), Some(actual)) = (expected, actual) {
            let number = |value: f64| session.locale().number(value).into();
            let with = [
                ("expected", number(expected)),
                ("actual", number(actual)),
                ("count", pairs.len().into()),
            ];
            lines.push(session.locale().format(id, &with));
        }
    }
    lines.extend(mood_line(session, activity)?);
    Ok(lines)
}

/// Returns "Mood: typical 5 on 6 days with it, typical 4 on 8 other days"; none if either has no
/// value.
fn mood_line(session: &Session, activity: &Activity) -> Result<Option<String>> {
    let Some(definition) = trackers::first(session)? else {
        return Ok(None);
    };
    let Some(chart) = definition.charts.first() else {
        return Ok(None);
    };
    let today = session.today();
    let to = activity.to.unwrap_or(today).min(today);
    if to < activity.from {
        return Ok(None);
    }
    let period = Period {
        from: activity.from,
        to,
    };
    let context = PeriodContext::new(session, period)?;
    let view = load_measure(session, definition, chart, &context)?;
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for (nth, value) in view.series.values.iter().enumerate() {
        let mark = activity.marks.get(&period.day(nth));
        let done = mark.and_then(|mark| mark.done);
        let on = matches!(done, Some(ActivityDone::Done | ActivityDone::Partly));
        let side = if on { &mut with } else { &mut without };
        side.extend(*value);
    }
    let (n_with, n_without) = (with.len(), without.len());
    let labels = session.locale().labels_of(definition);
    let amount = |value: f64| session.locale().amount(value, &view.unit, &labels).into();
    Ok(median(with).zip(median(without)).map(|(with, without)| {
        let said = [
            ("name", labels.get_or_key("title").into()),
            ("with", amount(with)),
            ("without", amount(without)),
            ("n", n_with.into()),
            ("m", n_without.into()),
        ];
        session.locale().format(msg::ACTIVITY_MOOD_RESULT, &said)
    }))
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
