//! Treatment: medicines with their doses, the history of trials, health notes, and their pages.

pub mod doses;
pub mod find;
pub mod form;
pub mod health;
pub mod lanes;
mod marks;
pub mod medicines;
pub mod page;
pub mod printed;
mod text;
pub mod trials;

use crate::error::{Error, InputErrorKind, Result};
use crate::session::Session;
use domain::treatment::PartialDate;

/// Maximum length of a name, in characters.
const MAX_NAME_LEN: usize = 120;

/// Maximum length of another text, in characters.
const MAX_TEXT_LEN: usize = 500;

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
