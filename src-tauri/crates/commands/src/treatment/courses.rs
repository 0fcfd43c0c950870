//! Courses of treatment and therapies: their list, adding and changing one.

use super::course_names::{course_name, kind_title};
use super::sessions::{SessionRow, rows as session_rows};
use super::text::date_text;
use super::{MAX_TEXT_LEN, in_order, keep, lines, optional_date, refuse, short, whole_number};
use crate::changed::Changed;
use crate::error::{InputErrorKind, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::treatment::{Course, CourseKind, PartialDate, TherapySession};
use journal::Change;
use serde::{Deserialize, Serialize};

/// The courses and therapies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CoursesPage {
    /// Courses of sessions, the latest first.
    pub courses: Vec<CourseRow>,
    /// Therapies, the latest first.
    pub therapies: Vec<CourseRow>,
    /// What a course can be.
    pub kinds: Vec<CourseKindView>,
    /// Today, YYYY-MM-DD.
    pub today: String,
}

/// One course.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CourseRow {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub course: Course,
    /// "CBT, with my therapist".
    pub title: String,
    /// "weekly · since 3 Jun 2026 · 22 sessions".
    pub about: String,
    /// Its sessions, the latest first.
    pub sessions: Vec<SessionRow>,
}

/// What a course can be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CourseKindView {
    /// The kind.
    pub kind: CourseKind,
    /// Its name.
    pub title: String,
    /// Whether it is a psychotherapy.
    pub therapy: bool,
}

/// A course as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CourseForm {
    /// What it is.
    pub kind: CourseKind,
    /// Its name; empty if the kind says enough.
    pub name: String,
    /// With whom, or where.
    pub who: String,
    /// Side, protocol or dose, as told.
    pub details: String,
    /// How often.
    pub rhythm: String,
    /// Since when; empty if not known.
    pub from: String,
    /// Until when; empty while it goes on.
    pub to: String,
    /// Sessions held before; empty for none.
    pub sessions_before: String,
    /// Who takes the person home.
    pub takes_home: String,
    /// What to bring next time.
    pub agenda: Vec<String>,
    /// What to remember.
    pub remember: Vec<String>,
    /// Whether each session is a mark on the charts.
    pub on_charts: bool,
    /// Whether take-aways are on the page of a visit.
    pub on_pages: bool,
}

/// Most sessions that a course had before the journal.
const MAX_SESSIONS: u32 = 10_000;

/// Returns the courses and therapies with their sessions.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn courses(session: &Session) -> Result<CoursesPage> {
    let sessions = session.journal().therapy_sessions()?;
    let rows = session.journal().courses()?.into_iter();
    let mut rows: Vec<CourseRow> = rows
        .map(|(uid, course)| row(session, uid, course, &sessions))
        .collect();
    rows.sort_by_key(|row| {
        let begun = row.course.from.as_ref().map(PartialDate::earliest);
        let last = row.sessions.first().map(|session| session.session.on);
        (row.course.to.is_some(), std::cmp::Reverse(last.max(begun)))
    });
    let (therapies, courses) = rows.into_iter().partition(|r| r.course.kind.is_therapy());
    let kind = |kind: CourseKind| CourseKindView {
        kind,
        title: kind_title(session, kind),
        therapy: kind.is_therapy(),
    };
    Ok(CoursesPage {
        courses,
        therapies,
        kinds: CourseKind::ALL.into_iter().map(kind).collect(),
        today: session.today().to_string(),
    })
}

fn row(
    session: &Session,
    uid: String,
    course: Course,
    sessions: &[(String, TherapySession)],
) -> CourseRow {
    let sessions = session_rows(session, &uid, &course, sessions);
    let name = course_name(session, &course);
    let title = if course.who.is_empty() {
        name
    } else {
        let with = [("name", name.into()), ("who", course.who.as_str().into())];
        session.locale().format(msg::COURSE_WITH, &with)
    };
    CourseRow {
        about: about(session, &course, sessions.len()),
        title,
        uid,
        course,
        sessions,
    }
}

fn about(session: &Session, course: &Course, sessions: usize) -> String {
    let locale = session.locale();
    let total = u32::try_from(sessions).unwrap_or(u32::MAX);
    let total = total.saturating_add(course.sessions_before);
    let count = (total > 0).then(|| {
        let with = [("count", total.into())];
        locale.format(msg::COURSE_SESSIONS, &with)
    });
    let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
    let parts = [
        filled(&course.rhythm),
        dates(session, course),
        count,
        filled(&course.details),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns "since 3 Jun 2026" or "Mar 2026 – Aug 2026", if the dates are known.
pub(super) fn dates(session: &Session, course: &Course) -> Option<String> {
    let locale = session.locale();
    let day = |date| date_text(session, date);
    match (&course.from, &course.to) {
        (Some(from), Some(to)) => Some(format!("{} – {}", day(from), day(to))),
        (Some(from), None) => {
            Some(locale.format(msg::MEDICINE_SINCE, &[("day", day(from).into())]))
        }
        (None, Some(to)) => Some(locale.format(msg::TRIAL_UNTIL, &[("day", day(to).into())])),
        (None, None) => None,
    }
}

/// Adds, changes or (if `form` is none) removes a course.
///
/// # Errors
/// `Input` with the field that can't be read, or if a course to be removed has sessions.
pub fn save_course(
    session: &mut Session,
    uid: Option<String>,
    form: Option<CourseForm>,
) -> Result<Changed> {
    let Some(form) = form else {
        let sessions = session.journal().therapy_sessions()?;
        let of = sessions
            .iter()
            .filter(|(_, s)| Some(&s.course) == uid.as_ref());
        let count = of.count();
        if count > 0 {
            return refuse("name", InputErrorKind::HasSessions { count });
        }
        return keep(session, &Operation::RemoveCourse, uid, |id| {
            Change::Course { id, value: None }
        });
    };
    let value = Some(course(session, &form)?);
    keep(session, &Operation::SaveCourse, uid, |id| Change::Course {
        id,
        value,
    })
}

fn course(session: &Session, form: &CourseForm) -> Result<Course> {
    let from = optional_date(session, "from", &form.from)?;
    let to = optional_date(session, "to", &form.to)?;
    in_order(from.as_ref(), to.as_ref())?;
    let text = |field, text: &str| short(field, text, MAX_TEXT_LEN);
    Ok(Course {
        kind: form.kind,
        name: text("name", &form.name)?,
        who: text("who", &form.who)?,
        details: text("details", &form.details)?,
        rhythm: text("rhythm", &form.rhythm)?,
        from,
        to,
        sessions_before: match form.sessions_before.trim() {
            "" => 0,
            typed => whole_number("sessions_before", typed, (0, MAX_SESSIONS))?,
        },
        takes_home: text("takes_home", &form.takes_home)?,
        agenda: lines("agenda", &form.agenda)?,
        remember: lines("remember", &form.remember)?,
        on_charts: form.on_charts,
        on_pages: form.on_pages,
    })
}
