//! Leftover drafts of past days.
//!
//! Records drafts left over because the window closed or crashed before the field lost focus. A
//! draft that is not valid stays as it is, and its day is reported. Drafts of a day that is not
//! over are not touched.

use crate::changed::Topic;
use crate::clock::zones;
use crate::entries::{drafts, record};
use crate::error::Result;
use crate::operation::Operation;
use crate::session::Session;
use chrono::{DateTime, NaiveDate};
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::{Draft, Entry, EntryContext, Field, FieldKind};
use journal::StoredDraft;
use serde::{Deserialize, Serialize};

/// A past day with an unrecorded draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LeftoverDraft {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// A sentence about it, with the day.
    pub text: String,
}

/// Records the drafts of past days, as of when they were typed. Discards empty ones and those of
/// removed entries. A draft that cannot be recorded (not valid, or the journal cannot be written)
/// stays and is reported.
pub fn record_leftovers(session: &mut Session) {
    for (stored, draft, _) in past_drafts(session).unwrap_or_default() {
        let done = if is_obsolete(session, &stored, &draft) {
            drafts::discard_draft(session, stored.form)
        } else {
            record(session, &stored, draft)
        };
        // Errors are ignored: the draft stays saved, and today's page reports its day.
        drop(done);
    }
}

/// Returns whether a draft can be discarded: it is empty, or its entry was removed since.
fn is_obsolete(session: &Session, stored: &StoredDraft, draft: &Draft) -> bool {
    let uid = uid_of(&stored.form);
    let entry = session.journal().entry(uid);
    let empty = draft.values.is_empty() && draft.note.trim().is_empty();
    empty || (uid != NEW && matches!(entry, Ok(None)))
}

/// Last part of a form's name when there is no entry yet.
const NEW: &str = "new";

fn uid_of(form: &str) -> &str {
    form.rsplit(' ').next().unwrap_or_default()
}

/// Returns the past days with unrecorded drafts, latest first.
pub fn leftover_drafts(session: &Session) -> Result<Vec<LeftoverDraft>> {
    let mut days: Vec<NaiveDate> = past_drafts(session)?
        .into_iter()
        .map(|(_, _, day)| day)
        .collect();
    days.sort_unstable();
    days.dedup();
    let text = days.into_iter().rev().map(|day| LeftoverDraft {
        day: day.to_string(),
        text: session.locale().format(
            crate::msg::UNFINISHED,
            &[("day", session.locale().date(day, DateStyle::Full).into())],
        ),
    });
    Ok(text.collect())
}

/// Returns the drafts of past days, each with its day.
fn past_drafts(session: &Session) -> Result<Vec<(StoredDraft, Draft, NaiveDate)>> {
    let today = session.today();
    let stored = session.journal().drafts()?.into_iter();
    let of_past_days = stored.filter_map(|stored| {
        let draft: Draft = serde_json::from_str(&stored.text).ok()?;
        let day: NaiveDate = draft.day.parse().ok()?;
        let named = stored.form.starts_with(&format!("{} ", draft.tracker));
        (named && day < today && session.definitions().get(&draft.tracker).is_some())
            .then_some((stored, draft, day))
    });
    Ok(of_past_days.collect())
}

fn record(session: &mut Session, stored: &StoredDraft, draft: Draft) -> Result<()> {
    let existing = existing_entry(session, stored, &draft)?;
    let draft = match &existing {
        Some(entry) if uid_of(&stored.form) == NEW => merge_with(session, entry, stored, draft)?,
        Some(_) | None => draft,
    };
    let now = session.clock().now();
    let context = EntryContext {
        now: DateTime::from_timestamp(stored.at, 0).map_or(now, |at| at.min(now)),
        ..session.entry_context()?
    };
    let (operation, entry): (fn(String) -> Operation, Entry) = match existing {
        Some(old) => (
            Operation::Amend,
            record::amended(session, &old, &draft, context, 0)?,
        ),
        None => (
            Operation::Record,
            record::new_entry(session, &draft, context, 0)?,
        ),
    };
    let operation = operation(entry.tracker.clone());
    let change = session.to_stored(entry)?;
    session.commit_form(&operation, &[change], &[Topic::Entries], Some(&stored.form))?;
    Ok(())
}

/// Returns the entry that the draft amends. For a new entry of a tracker with one a day, returns
/// the one recorded since, if any.
fn existing_entry(session: &Session, stored: &StoredDraft, draft: &Draft) -> Result<Option<Entry>> {
    let uid = uid_of(&stored.form);
    if uid != NEW {
        return Ok(session.journal().entry(uid)?);
    }
    let daily = !draft.another && session.definition(&draft.tracker)?.is_daily();
    let Some(day) = draft.day.parse().ok().filter(|_| daily) else {
        return Ok(None);
    };
    let day = Period { from: day, to: day };
    let mut entries = session.journal().entries_of(&draft.tracker, day)?;
    // An entry with its own time is an additional one.
    let at = entries.iter().position(|entry| entry.occurred_at.is_none());
    Ok(at
        .map(|at| entries.swap_remove(at))
        .or_else(|| entries.pop()))
}

/// Merges a draft with the entry recorded meanwhile. Both notes are kept; for each field the later
/// answer wins.
fn merge_with(
    session: &Session,
    entry: &Entry,
    stored: &StoredDraft,
    draft: Draft,
) -> Result<Draft> {
    let definition = session.definition(&entry.tracker)?;
    let recorded = session.answers_of(definition, entry);
    let (mut values, later) = if entry.recorded_at.timestamp() < stored.at {
        (recorded, draft.values)
    } else {
        (draft.values, recorded)
    };
    values.extend(later);
    let both = [entry.note.trim(), draft.note.trim()];
    let both: Vec<&str> = both.into_iter().filter(|note| !note.is_empty()).collect();
    let typed_at = draft.at.filter(|at| !at.trim().is_empty());
    // Recorded clock times keep their time zone; without any, typed ones keep theirs.
    let clock = |f: &Field| f.kind == FieldKind::Clock && entry.values.contains_key(&f.key);
    let (zone, start_zone) = if entry.occurred_at.is_some() || definition.fields.iter().any(clock) {
        let start_zone = entry.start_zone(definition);
        (entry.zone.clone(), start_zone.map(str::to_owned))
    } else {
        (
            draft.zone.unwrap_or_else(|| entry.zone.clone()),
            draft.start_zone,
        )
    };
    Ok(Draft {
        values,
        note: both.join("\n"),
        at: typed_at.or_else(|| entry.occurred_clock(zones())),
        zone: Some(zone),
        start_zone,
        ..draft
    })
}
