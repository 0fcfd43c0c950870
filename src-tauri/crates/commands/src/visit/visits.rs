//! Visits that have been, and points for the next one.

use crate::changed::{Changed, Topic};
use crate::entries::describe::describe;
use crate::error::{Error, InputErrorKind, RecordKind, Result};
use crate::ids;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use crate::visit::export::{next_page, page_as_text};
use crate::visit::prepare::{NEXT, next};
use chrono::{Duration, NaiveDate};
use domain::Visit;
use domain::localizer::{DateStyle, Localizer};
use journal::Change;
use serde::{Deserialize, Serialize};

/// Maximum number of points, and of characters of what was agreed.
const MAX_POINTS: usize = 20;
const MAX_TEXT_LEN: usize = 4000;

/// A visit that has been.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PastVisit {
    /// Its uid.
    pub uid: String,
    /// "24 Nov 2026, Dr Okafor".
    pub title: String,
    /// What the patient wanted to talk about.
    pub points: Vec<String>,
    /// What was agreed.
    pub agreed: String,
    /// The page as it was, as text.
    pub page: String,
}

/// Returns the visits that have been, the latest first.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn past_visits(session: &Session) -> Result<Vec<PastVisit>> {
    let visits = session.journal().past_visits()?.into_iter();
    let view = |(uid, visit): (String, Visit)| {
        let date = visit
            .date
            .map(|day| session.locale().date(day, DateStyle::Short));
        let with = Some(visit.with).filter(|with| !with.is_empty());
        PastVisit {
            uid,
            title: date.into_iter().chain(with).collect::<Vec<_>>().join(", "),
            points: visit.points,
            agreed: visit.agreed,
            page: visit.page,
        }
    };
    Ok(visits.map(view).collect())
}

/// Keeps the visit that was prepared as one that has been, with its page as it was. The next one
/// begins without points, and its page covers the days since then.
///
/// # Errors
/// `Input` if the day is no date, lies ahead, or what was agreed is too long.
pub fn record_visit(session: &mut Session, on: String, agreed: String) -> Result<Changed> {
    let input = |field, kind| Error::Input { field, kind };
    let not_a_day = |_| input("on", InputErrorKind::NotADay);
    let typed = crate::day::typed_date::read_date(session, on).map_err(not_a_day)?;
    let day: NaiveDate = typed
        .day
        .parse()
        .map_err(|_| input("on", InputErrorKind::NotADay))?;
    if day > session.today() {
        return Err(input("on", InputErrorKind::NotADay));
    }
    if agreed.chars().count() > MAX_TEXT_LEN {
        let max = MAX_TEXT_LEN;
        return Err(input("agreed", InputErrorKind::TooLong { max }));
    }
    let page = page_as_text(&next_page(session)?);
    let visit = next(session)?;
    let past = Visit {
        date: Some(day),
        agreed: agreed.trim().to_owned(),
        page,
        ..visit.clone()
    };
    let ahead = following(visit);
    let change = |id: String, value| Change::Visit {
        id,
        value: Some(value),
    };
    let changes = [change(ids::uid()?, past), change(NEXT.to_owned(), ahead)];
    session.commit(
        &Operation::RecordVisit,
        &changes,
        &[Topic::Visit, Topic::Entries],
    )
}

/// Returns the visit after one: the same choices and names, and nothing written for it yet.
fn following(visit: Visit) -> Visit {
    Visit {
        points: Vec::new(),
        notes: Vec::new(),
        helped: String::new(),
        hard: String::new(),
        since_last: true,
        date: None,
        ..visit
    }
}

/// Changes what was agreed at a visit, or (without a text) removes the visit.
///
/// # Errors
/// `NotFound` if there is no such visit.
pub fn change_past_visit(
    session: &mut Session,
    uid: String,
    agreed: Option<String>,
) -> Result<Changed> {
    let visit = session.journal().visit(&uid)?.filter(|_| uid != NEXT);
    let visit = visit.ok_or_else(|| Error::not_found(RecordKind::Visit, &uid))?;
    let value = agreed.map(|agreed| Visit { agreed, ..visit });
    let changes = [Change::Visit { id: uid, value }];
    session.commit(
        &Operation::RecordVisit,
        &changes,
        &[Topic::Visit, Topic::Entries],
    )
}

/// Adds a point for the next visit.
///
/// # Errors
/// `Input` if nothing was written, it is too long, or there are too many points.
pub fn add_point(session: &mut Session, text: String) -> Result<Changed> {
    let input = |kind| Error::Input {
        field: "point",
        kind,
    };
    let text = text.trim().to_owned();
    if text.is_empty() {
        return Err(input(InputErrorKind::Missing));
    }
    if text.chars().count() > 2000 {
        return Err(input(InputErrorKind::TooLong { max: 2000 }));
    }
    let mut visit = next(session)?;
    visit.points.retain(|point| !point.trim().is_empty());
    if visit.points.len() >= MAX_POINTS {
        return Err(input(InputErrorKind::TooManyLines { max: MAX_POINTS }));
    }
    visit.points.push(text);
    let changes = [Change::Visit {
        id: NEXT.to_owned(),
        value: Some(visit),
    }];
    session.commit(&Operation::ChangeVisit, &changes, &[Topic::Visit])
}

/// Adds an entry as a point for the next visit: "Sleep, 12 Nov: 6 h 10".
///
/// # Errors
/// `NotFound` if there is no such entry; see `add_point`.
pub fn add_entry_point(session: &mut Session, uid: String) -> Result<Changed> {
    let none = || Error::not_found(RecordKind::Entry, &uid);
    let entry = session.journal().entry(&uid)?.ok_or_else(none)?;
    let definition = session.definition(&entry.tracker)?;
    let labels = session.locale().labels_of(definition);
    let mut said = describe(session, definition, &entry);
    said.extend(Some(entry.note.trim().to_owned()).filter(|note| !note.is_empty()));
    let day = session.locale().date(entry.day, DateStyle::Day);
    let text = format!("{}, {day}: {}", labels.get_or_key("title"), said.join(", "));
    add_point(session, text)
}

/// Returns what Today says on the day before a visit, on its day, and once it has passed; empty
/// otherwise and for other days.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn reminder(session: &Session, day: NaiveDate) -> Result<String> {
    let visit = next(session)?;
    let today = session.today();
    let Some(date) = visit.date.filter(|_| day == today) else {
        return Ok(String::new());
    };
    let id = if date == today + Duration::days(1) {
        msg::VISIT_TOMORROW
    } else if date == today {
        msg::VISIT_TODAY
    } else if date < today && (today - date).num_days() <= 14 {
        msg::VISIT_BEEN
    } else {
        return Ok(String::new());
    };
    let points = visit.non_empty_points().count();
    let with = [("count", points.into())];
    Ok(session.locale().format(id, &with))
}
