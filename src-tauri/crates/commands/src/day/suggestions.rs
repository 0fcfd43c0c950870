//! Entries of one's own that can be recorded again with one press.

use crate::entries::describe;
use crate::error::Result;
use crate::session::Session;
use crate::trackers;
use chrono::NaiveDate;
use domain::time::Period;
use domain::{Definition, Draft, Entry, FieldKind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An earlier entry, to be recorded again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Suggestion {
    /// Its answers as text.
    pub label: String,
    /// The draft that records it on the day.
    pub draft: Draft,
}

/// How far back an entry may lie, in days.
const BACK: i64 = 30;

/// Number of suggestions of a tracker.
const MOST: usize = 2;

/// Returns the last two kinds of entry of each tracker with several a day, by tracker key. Kinds that
/// the day has already are left out, as are free text and times.
pub(crate) fn suggestions(
    session: &Session,
    day: NaiveDate,
) -> Result<BTreeMap<String, Vec<Suggestion>>> {
    let mut all = BTreeMap::new();
    for definition in trackers::active(session)? {
        let repeats = !definition.is_daily() && definition.max_days_ahead == 0;
        let Some(kind) = first_choice(definition).filter(|_| repeats) else {
            continue;
        };
        let of_tracker = suggestions_of(session, definition, kind, day)?;
        if !of_tracker.is_empty() {
            all.insert(definition.key.clone(), of_tracker);
        }
    }
    Ok(all)
}

/// Returns the choice that says what kind of entry it is: the first field.
fn first_choice(definition: &Definition) -> Option<&str> {
    let first = definition.fields.first()?;
    let choice = matches!(&first.kind, FieldKind::Choice { several: false, .. });
    choice.then_some(first.key.as_str())
}

fn suggestions_of(
    session: &Session,
    definition: &Definition,
    kind: &str,
    day: NaiveDate,
) -> Result<Vec<Suggestion>> {
    let period = Period::ending(day, BACK);
    let entries = session.journal().entries_of(&definition.key, period)?;
    let kind_of = |entry: &Entry| entry.values.get(kind)?.first()?.text.clone();
    let there = entries.iter().filter(|entry| entry.day == day);
    let mut seen: BTreeSet<String> = there.filter_map(kind_of).collect();
    let mut suggestions = Vec::new();
    for entry in entries.iter().rev().filter(|entry| entry.day < day) {
        if suggestions.len() < MOST && kind_of(entry).is_some_and(|kind| seen.insert(kind)) {
            suggestions.push(suggestion(session, definition, entry, day));
        }
    }
    Ok(suggestions)
}

fn suggestion(
    session: &Session,
    definition: &Definition,
    entry: &Entry,
    day: NaiveDate,
) -> Suggestion {
    let mut again = entry.without_free_text(definition);
    again.note = String::new();
    // What it was like is asked anew; the kind and the length are not.
    let kept = |key: &str| {
        let kind = definition.field(key).map(|field| &field.kind);
        matches!(
            kind,
            Some(FieldKind::Choice { .. } | FieldKind::Quantity { .. } | FieldKind::YesNo)
        )
    };
    again.values.retain(|key, _| kept(key));
    Suggestion {
        label: describe::line(session, definition, &again).join(", "),
        draft: Draft {
            tracker: definition.key.clone(),
            day: day.to_string(),
            values: session.answers_of(definition, &again),
            ..Draft::default()
        },
    }
}
