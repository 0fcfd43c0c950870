//! Treatment: medicines with their doses, the history of trials, health notes, and their pages.

pub mod activities;
mod activity_results;
mod axis;
mod before_after;
pub mod course_chart;
pub(crate) mod course_names;
pub mod courses;
pub mod doses;
pub(crate) mod effect_items;
pub(crate) mod effect_lines;
mod effect_weeks;
pub mod effects;
pub mod find;
pub mod form;
pub mod health;
pub mod holds;
pub mod lanes;
pub mod life_events;
mod marks;
pub mod medicines;
pub mod page;
pub mod printed;
pub mod sessions;
pub(crate) mod text;
pub mod timeline;
pub(crate) mod timeline_lanes;
pub mod trial_csv;
pub mod trials;

use crate::changed::Changed;
use crate::error::{Error, InputErrorKind, Result};
use crate::ids;
use crate::operation::Operation;
use crate::session::Session;
use domain::treatment::PartialDate;
use journal::Change;

/// Maximum length of a name, in characters.
const MAX_NAME_LEN: usize = 120;

/// Maximum length of another text, in characters.
const MAX_TEXT_LEN: usize = 500;

/// Maximum number of lines of a list.
const MAX_LINES: usize = 40;

fn refuse<T>(field: &'static str, kind: InputErrorKind) -> Result<T> {
    Err(Error::Input { field, kind })
}

/// Trims a text and checks its length.
fn short(field: &'static str, text: &str, max: usize) -> Result<String> {
    let text = text.trim();
    if text.chars().count() > max {
        return refuse(field, InputErrorKind::TooLong { max });
    }
    Ok(text.to_owned())
}

/// Like `short`; a name has to be there.
fn name(text: &str) -> Result<String> {
    let name = short("name", text, MAX_NAME_LEN)?;
    if name.is_empty() {
        return refuse("name", InputErrorKind::Missing);
    }
    Ok(name)
}

/// Reads a date as far as it is known: a year, a year and month, or a date as people type it.
fn partial_date(session: &Session, field: &'static str, text: &str) -> Result<PartialDate> {
    if let Some(date) = PartialDate::parse(text) {
        return Ok(date);
    }
    let read = crate::day::typed_date::read_date(session, text.trim().to_owned());
    let day = read.ok().and_then(|read| PartialDate::parse(&read.day));
    day.map_or_else(|| refuse(field, InputErrorKind::NotADay), Ok)
}

/// Like `partial_date`; nothing typed is no date.
fn optional_date(
    session: &Session,
    field: &'static str,
    text: &str,
) -> Result<Option<PartialDate>> {
    match text.trim() {
        "" => Ok(None),
        typed => partial_date(session, field, typed).map(Some),
    }
}

/// Checks that something does not end before it begins.
fn in_order(from: Option<&PartialDate>, to: Option<&PartialDate>) -> Result<()> {
    match (from, to) {
        (Some(from), Some(to)) if to.latest() < from.earliest() => {
            refuse("to", InputErrorKind::EndsBeforeStart)
        }
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

/// Reads a whole number within its limits.
fn whole_number(field: &'static str, text: &str, (min, max): (u32, u32)) -> Result<u32> {
    let number = text.trim().parse().ok();
    let number = number.filter(|number| (min..=max).contains(number));
    number.map_or_else(
        || refuse(field, InputErrorKind::WholeNumber { min, max }),
        Ok,
    )
}

/// Trims lines, leaves out the empty ones and checks their length and number.
fn lines(field: &'static str, typed: &[String]) -> Result<Vec<String>> {
    let lines: Result<Vec<String>> = typed
        .iter()
        .map(|line| short(field, line, MAX_TEXT_LEN))
        .collect();
    let mut lines = lines?;
    lines.retain(|line| !line.is_empty());
    if lines.len() > MAX_LINES {
        return refuse(field, InputErrorKind::TooManyLines { max: MAX_LINES });
    }
    Ok(lines)
}

/// Gives a record of a ledger its state, under its uid or a new one.
fn keep(
    session: &mut Session,
    operation: &Operation,
    uid: Option<String>,
    change: impl FnOnce(String) -> Change,
) -> Result<Changed> {
    let uid = uid.map_or_else(ids::uid, Ok)?;
    let changed = session.commit(operation, &[change(uid.clone())], &medicines::TOPICS)?;
    Ok(Changed {
        uid: Some(uid),
        ..changed
    })
}
