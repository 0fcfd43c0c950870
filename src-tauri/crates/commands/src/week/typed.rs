//! Typing in a week: all of it or none, in one step that can be undone.

use super::rows::WeekCellKind;
use crate::changed::{Changed, Topic};
use crate::entries::record::record_all;
use crate::error::{Error, Result};
use crate::failure::message::localize;
use crate::msg;
use crate::session::Session;
use chrono::NaiveDate;
use domain::localizer::{DateStyle, Localizer};
use domain::{Answer, Draft};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A cell as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WeekCell {
    /// Key of the tracker.
    pub of: String,
    /// Key of the field.
    pub field: String,
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// What goes into it.
    pub kind: WeekCellKind,
    /// What was typed.
    pub text: String,
}

/// Records what was typed of a week. Empty cells stay unanswered.
///
/// # Errors
/// Names the day and the row that can't be read; nothing is recorded then.
pub fn save_week(session: &mut Session, cells: Vec<WeekCell>) -> Result<Changed> {
    let mut drafts: BTreeMap<(String, String), Draft> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| !cell.text.trim().is_empty()) {
        let answer = answer(session, cell)?;
        let key = (cell.day.clone(), cell.of.clone());
        let draft = drafts.entry(key).or_insert_with(|| Draft {
            tracker: cell.of.clone(),
            day: cell.day.clone(),
            ..Draft::default()
        });
        draft.values.insert(cell.field.clone(), answer);
    }
    let mut all = Vec::with_capacity(drafts.len());
    for draft in drafts.into_values() {
        all.push((draft, session.entry_context()?));
    }
    if all.is_empty() {
        let message = session.locale().text(msg::WEEK_NOTHING);
        return Ok(Changed::topic(Topic::Entries, message));
    }
    let places: Vec<String> = all.iter().map(|(draft, _)| place(session, draft)).collect();
    record_all(session, &all).map_err(|error| located(session, error, &places))
}

/// Returns "Tue 17 Nov, Sleep".
fn place(session: &Session, draft: &Draft) -> String {
    let definition = session.definitions().get(&draft.tracker);
    let title = definition.map_or_else(String::new, |definition| {
        let labels = session.locale().labels_of(definition);
        labels.get_or_key("title").to_owned()
    });
    format!("{}, {title}", day_text(session, &draft.day))
}

fn day_text(session: &Session, day: &str) -> String {
    let date: Option<NaiveDate> = day.parse().ok();
    date.map_or_else(
        || day.to_owned(),
        |day| session.locale().date(day, DateStyle::Full),
    )
}

/// Says at which day and row an answer does not fit.
fn located(session: &Session, error: Error, places: &[String]) -> Error {
    let Error::Validation {
        tracker,
        number,
        errors,
    } = error
    else {
        return error;
    };
    let place = places.get(number.saturating_sub(1)).cloned();
    let single = Error::Validation {
        tracker,
        number: 0,
        errors,
    };
    Error::Text {
        file: place.unwrap_or_default(),
        why: localize(&single, session).message,
    }
}

fn answer(session: &Session, cell: &WeekCell) -> Result<Answer> {
    let text = cell.text.trim();
    match cell.kind {
        WeekCellKind::Tick | WeekCellKind::Dose => Ok(Answer::Bool(true)),
        WeekCellKind::Clock => Ok(Answer::Text(clock_text(text))),
        WeekCellKind::Number => {
            let number = text.replace(',', ".").parse::<f64>().ok();
            let number = number.filter(|number| number.is_finite());
            let refused = || Error::Text {
                file: day_text(session, &cell.day),
                why: session
                    .locale()
                    .format(msg::WEEK_NOT_A_NUMBER, &[("typed", text.into())]),
            };
            number.map(Answer::Number).ok_or_else(refused)
        }
    }
}

/// Returns "23:30" for "2330", "23.30" and "23:30".
fn clock_text(typed: &str) -> String {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let plain = typed.chars().all(|c| c.is_ascii_digit());
    match (plain, digits.len()) {
        (true, 3 | 4) => {
            let (hours, minutes) = digits.split_at(digits.len() - 2);
            format!("{hours:0>2}:{minutes}")
        }
        (true, 1 | 2) => format!("{digits:0>2}:00"),
        _ => typed.replace('.', ":"),
    }
}

#[cfg(test)]
mod tests {
    use super::clock_text;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (typed, read) in [
            ("2330", "23:30"),
            ("730", "07:30"),
            ("7", "07:00"),
            ("23.30", "23:30"),
            ("23:30", "23:30"),
            ("late", "late"),
        ] {
            assert_eq!(clock_text(typed), read, "{typed}");
        }
    }
}
