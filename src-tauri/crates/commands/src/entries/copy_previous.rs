//! Copying the answers of the previous day.

use crate::changed::{Changed, Topic};
use crate::entries::{describe, record};
use crate::error::{Error, RecordKind, Result};
use crate::operation::Operation;
use crate::session::Session;
use crate::{msg, trackers};
use chrono::{Duration, NaiveDate};
use domain::entry::Source;
use domain::time::Period;
use domain::{Covers, Definition, Draft, Entry, EntryContext};

/// Returns the label of "same as the day before", or `None` if there is nothing to copy.
pub fn copy_previous_label(session: &Session, day: NaiveDate) -> Result<Option<String>> {
    let entries = entries_to_copy(session, day)?;
    if entries.is_empty() {
        return Ok(None);
    }
    // Lists everything that is copied, so that no unseen answer is recorded.
    let lines = entries.iter().map(|(definition, entry)| {
        let copied = entry.without_free_text(definition);
        describe::describe(session, definition, &copied).join(", ")
    });
    let line: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    let line = line.join(" · ");
    Ok(Some(
        session
            .locale()
            .format(msg::SAME_AS_BEFORE, &[("said", line.into())]),
    ))
}

/// Copies the previous day's answers to a day, for trackers without answers on it.
///
/// Free text is not copied. Returns `NotFound` if there is nothing to copy.
pub fn copy_previous_day(session: &mut Session, day: String) -> Result<Changed> {
    let day: NaiveDate = day
        .parse()
        .map_err(|_| Error::not_found(RecordKind::Period, &day))?;
    let mut changes = Vec::new();
    for (definition, entry) in entries_to_copy(session, day)? {
        let draft = draft(session, definition, &entry, day);
        let context = EntryContext {
            source: Source::CopiedFromPreviousDay,
            ..session.entry_context()?
        };
        let mut entry = record::new_entry(session, &draft, context, 0)?;
        // An existing entry with only a note receives the answers and keeps its note.
        let one = Period { from: day, to: day };
        let noted = session.journal().entries_of(&definition.key, one)?;
        if let Some(noted) = noted.into_iter().find(|e| e.values.is_empty()) {
            (entry.uid, entry.note) = (noted.uid, noted.note);
        }
        changes.push(session.to_stored(entry)?);
    }
    if changes.is_empty() {
        return Err(Error::not_found(RecordKind::Entry, day));
    }
    session.commit(&Operation::CopyPreviousDay, &changes, &[Topic::Entries])
}

fn draft(session: &Session, definition: &Definition, entry: &Entry, day: NaiveDate) -> Draft {
    let copied = entry.without_free_text(definition);
    let values = session.answers_of(definition, &copied);
    Draft {
        tracker: definition.key.clone(),
        day: day.to_string(),
        values,
        ..Draft::default()
    }
}

/// Returns the previous day's entries of whole-day trackers that have no answer on this day.
fn entries_to_copy(session: &Session, day: NaiveDate) -> Result<Vec<(&Definition, Entry)>> {
    let before = day - Duration::days(1);
    let entries = session.journal().entries(Period {
        from: before,
        to: day,
    })?;
    let mut entries_to_copy = Vec::new();
    // Trackers that are off by default (diary card, pain, weight) need a new answer each day.
    // A copied value is too easy to overlook on the button.
    let about_a_day = |d: &&Definition| {
        d.covers == Covers::Day && d.quick_answer.is_none() && !d.private && !d.disabled_by_default
    };
    for definition in trackers::active(session)?.into_iter().filter(about_a_day) {
        // An entry with only a note is not an answer.
        let of = |on: NaiveDate| {
            entries
                .iter()
                .rfind(move |e| e.tracker == definition.key && e.day == on && !e.values.is_empty())
        };
        if let (Some(entry), None) = (of(before), of(day))
            && !draft(session, definition, entry, day).values.is_empty()
        {
            entries_to_copy.push((definition, entry.clone()));
        }
    }
    // Nothing is offered without an answer to the first question. That answer is listed first.
    let first = trackers::first(session)?.map(|d| d.key.clone());
    let at = entries_to_copy
        .iter()
        .position(|(d, _)| Some(&d.key) == first.as_ref());
    match at {
        Some(at) => {
            let copy = entries_to_copy.remove(at);
            entries_to_copy.insert(0, copy);
        }
        None => entries_to_copy.clear(),
    }
    Ok(entries_to_copy)
}
