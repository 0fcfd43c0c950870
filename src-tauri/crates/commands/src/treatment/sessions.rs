//! Sessions of a course: their numbers, mood before and after, the memory check, take-aways.

use super::course_names::{course_name, kind_title};
use super::{MAX_TEXT_LEN, lines, refuse, short};
use crate::changed::Changed;
use crate::error::{Error, InputErrorKind, RecordKind, Result};
use crate::ids;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::treatment::{Course, MAX_MOOD, Remembered, TherapySession};
use journal::Change;
use serde::{Deserialize, Serialize};

/// Maximum length of take-aways and notes, in characters.
const MAX_NOTE_LEN: usize = 4000;

/// One session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SessionRow {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub session: TherapySession,
    /// Its number in the course.
    pub number: u32,
    /// Its day as text.
    pub day: String,
    /// "4 → 5, next day"; a dash stands for what was not said. Empty if neither was.
    pub mood: String,
    /// "3 of 5 of what you wrote down"; empty if nothing was asked.
    pub memory: String,
}

/// A session as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SessionForm {
    /// Uid of the course.
    pub course: String,
    /// The day.
    pub on: String,
    /// Side, protocol or dose, as told.
    pub details: String,
    /// Mood before, 0 to 10.
    pub before: Option<u8>,
    /// Mood after, 0 to 10.
    pub after: Option<u8>,
    /// When the mood after was asked.
    pub after_when: String,
    /// Memory, dissociation, or what else was noticed.
    pub note: String,
    /// What was brought.
    pub agenda: Vec<String>,
    /// What the person takes from it.
    pub takeaways: String,
    /// How it was, 0 to 10.
    pub how_was: Option<u8>,
    /// What was to be remembered, and whether it was.
    pub remembered: Vec<Remembered>,
}

/// Returns the sessions of a course, the latest first.
pub(super) fn rows(
    session: &Session,
    uid: &str,
    course: &Course,
    sessions: &[(String, TherapySession)],
) -> Vec<SessionRow> {
    let of = sessions.iter().filter(|(_, s)| s.course == uid);
    let mut of: Vec<&(String, TherapySession)> = of.collect();
    of.sort_by_key(|(_, s)| s.on);
    let row = |(nth, (uid, held)): (u32, &(String, TherapySession))| SessionRow {
        uid: uid.clone(),
        number: course.sessions_before.saturating_add(nth),
        day: session.locale().date(held.on, DateStyle::Short),
        mood: mood_text(held),
        memory: memory_text(session, held),
        session: held.clone(),
    };
    let mut rows: Vec<SessionRow> = (1..).zip(of).map(row).collect();
    rows.reverse();
    rows
}

fn mood_text(held: &TherapySession) -> String {
    let said = |mood: Option<u8>| mood.map_or_else(|| "–".to_owned(), |mood| mood.to_string());
    if held.before.or(held.after).is_none() {
        return String::new();
    }
    let moods = format!("{} → {}", said(held.before), said(held.after));
    if held.after_when.is_empty() {
        moods
    } else {
        format!("{moods}, {}", held.after_when)
    }
}

fn memory_text(session: &Session, held: &TherapySession) -> String {
    let asked = held.remembered.iter().filter_map(|line| line.there);
    let asked: Vec<bool> = asked.collect();
    if asked.is_empty() {
        return String::new();
    }
    let there = asked.iter().filter(|there| **there).count();
    let with = [
        ("n", there.to_string().into()),
        ("of", asked.len().to_string().into()),
    ];
    session.locale().format(msg::SESSION_MEMORY, &with)
}

/// Adds, changes or (if `form` is none) removes a session. A new one takes over what was to be
/// brought and to be remembered.
///
/// # Errors
/// `Input` with the field that can't be read; `NotFound` if there is no such course.
pub fn save_session(
    session: &mut Session,
    uid: Option<String>,
    form: Option<SessionForm>,
) -> Result<Changed> {
    let Some(form) = form else {
        return super::keep(session, &Operation::RemoveSession, uid, |id| {
            Change::TherapySession { id, value: None }
        });
    };
    let none = || Error::not_found(RecordKind::Course, &form.course);
    let all = session.journal().courses()?.into_iter();
    let mut all = all.filter(|(known, _)| *known == form.course);
    let (course_uid, course) = all.next().ok_or_else(none)?;
    let value = Some(held(session, &form)?);
    let mut changes = Vec::new();
    if uid.is_none() && !(course.agenda.is_empty() && course.remember.is_empty()) {
        changes.push(Change::Course {
            id: course_uid,
            value: Some(Course {
                agenda: Vec::new(),
                remember: Vec::new(),
                ..course
            }),
        });
    }
    let uid = uid.map_or_else(ids::uid, Ok)?;
    changes.push(Change::TherapySession {
        id: uid.clone(),
        value,
    });
    let changed = session.commit(&Operation::SaveSession, &changes, &super::medicines::TOPICS)?;
    Ok(Changed {
        uid: Some(uid),
        ..changed
    })
}

fn held(session: &Session, form: &SessionForm) -> Result<TherapySession> {
    let on = super::partial_date(session, "on", &form.on)?;
    let Some(on) = on.known_day() else {
        return refuse("on", InputErrorKind::NotADay);
    };
    let moods = [form.before, form.after, form.how_was];
    if moods.iter().flatten().any(|mood| *mood > MAX_MOOD) {
        let max = u32::from(MAX_MOOD);
        return refuse("before", InputErrorKind::WholeNumber { min: 0, max });
    }
    let mut remembered = Vec::new();
    for line in &form.remembered {
        let text = short("remembered", &line.text, MAX_TEXT_LEN)?;
        let there = line.there;
        remembered.extend((!text.is_empty()).then_some(Remembered { text, there }));
    }
    Ok(TherapySession {
        course: form.course.clone(),
        on,
        details: short("details", &form.details, MAX_TEXT_LEN)?,
        before: form.before,
        after: form.after,
        after_when: short("after_when", &form.after_when, MAX_TEXT_LEN)?,
        note: short("note", &form.note, MAX_NOTE_LEN)?,
        agenda: lines("agenda", &form.agenda)?,
        takeaways: short("takeaways", &form.takeaways, MAX_NOTE_LEN)?,
        how_was: form.how_was,
        remembered,
    })
}

/// Returns the days of a period with a session of each course that is marked on the charts, under its
/// name, or that of its kind.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn session_lanes(
    session: &Session,
    period: Period,
    less_identifying: bool,
) -> Result<Vec<(String, Vec<f64>)>> {
    let sessions = session.journal().therapy_sessions()?;
    let mut lanes = Vec::new();
    for (uid, course) in session.journal().courses()? {
        let of = sessions.iter().filter(|(_, held)| held.course == uid);
        let days = of.filter_map(|(_, held)| Some(period.index(held.on)? as f64));
        let mut days: Vec<f64> = days.collect();
        days.sort_by(f64::total_cmp);
        if course.on_charts && !days.is_empty() {
            let name = if less_identifying {
                kind_title(session, course.kind)
            } else {
                course_name(session, &course)
            };
            lanes.push((name, days));
        }
    }
    Ok(lanes)
}

/// Returns what the person took from the sessions of a period, of therapies that they put on pages.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn takeaway_lines(session: &Session, period: Period) -> Result<Vec<report::Line>> {
    let courses = session.journal().courses()?;
    let on_pages = |held: &TherapySession| {
        let mut courses = courses.iter();
        courses.any(|(uid, course)| *uid == held.course && course.on_pages)
    };
    let sessions = session.journal().therapy_sessions()?.into_iter();
    let within = sessions
        .map(|(_, held)| held)
        .filter(|held| period.index(held.on).is_some());
    let mut written: Vec<TherapySession> = within
        .filter(|held| !held.takeaways.is_empty() && on_pages(held))
        .collect();
    written.sort_by_key(|held| held.on);
    let line = |held: TherapySession| report::Line {
        day: session.locale().date(held.on, DateStyle::Day),
        text: held.takeaways,
    };
    Ok(written.into_iter().map(line).collect())
}
