//! A further record of a day: which entry it amends, and what stays of it.

use crate::clock::zones;
use crate::error::Result;
use crate::session::Session;
use domain::time::Period;
use domain::{Answer, Definition, Draft, Entry};

/// Returns the entry that a draft amends: for a tracker with one entry a day, the last one of its
/// day. `None` if the draft makes an entry of its own, or its day is not a date.
pub(super) fn target(session: &Session, draft: &Draft) -> Result<Option<Entry>> {
    let definition = session.definition(&draft.tracker)?;
    let Ok(day) = draft.day.parse() else {
        return Ok(None);
    };
    if draft.another || !definition.is_daily() {
        return Ok(None);
    }
    let day = Period { from: day, to: day };
    let entries = session.journal().entries_of(&draft.tracker, day)?;
    Ok(entries.into_iter().next_back())
}

/// Returns a draft with what stays of the entry it amends. Answers it does not name stay; an empty
/// text removes one. A second note is added below the first.
pub(super) fn merged(session: &Session, old: &Entry, draft: &Draft) -> Result<Draft> {
    let definition = session.definition(&old.tracker)?;
    let mut values = session.answers_of(definition, old);
    if let Some(quick) = replaced_quick_answer(definition, draft) {
        values.remove(quick);
    }
    values.extend(draft.values.clone());
    let named = |answer: &Answer| !matches!(answer, Answer::Text(text) if text.trim().is_empty());
    values.retain(|_, answer| named(answer));
    let at = old.occurred_clock(zones());
    Ok(Draft {
        values,
        note: joined(&old.note, &draft.note),
        at: draft.at.clone().or(at),
        ..draft.clone()
    })
}

/// Returns the quick answer that no longer stands in place of all others, because they are given.
fn replaced_quick_answer<'a>(definition: &'a Definition, draft: &Draft) -> Option<&'a str> {
    let quick = definition.quick_answer.as_deref()?;
    let others = !draft.values.is_empty() && !draft.values.contains_key(quick);
    others.then_some(quick)
}

fn joined(old: &str, new: &str) -> String {
    match (old.trim(), new.trim()) {
        (_, "") => old.to_owned(),
        ("", _) => new.to_owned(),
        (old_note, new_note) if old_note.contains(new_note) => old.to_owned(),
        (old_note, _) => format!("{old_note}\n{new}"),
    }
}
