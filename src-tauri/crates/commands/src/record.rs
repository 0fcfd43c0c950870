//! Recording, amending and removing entries.
//!
//! Owns the way from a draft to the journal. A tracker that holds one entry a day amends the one that is there.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, word};
use care::check::Here;
use care::period::Period;
use care::speech::Speech;
use care::{Draft, Entry};
use journal::Item;
use serde::{Deserialize, Serialize};

/// A measure of what is being typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddedUp {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its amount, worded.
    pub said: String,
}

/// Records a draft.
pub fn record_entry(session: &mut Session, draft: &Draft) -> Outcome<Changed> {
    let here = session.here()?;
    let entry = accept(session, draft, &here, 0)?;
    let (act, entry) = settle(session, entry, None)?;
    put(session, act, entry)
}

/// Replaces an entry's answers by those of a draft.
pub fn amend_entry(session: &mut Session, uid: &str, draft: &Draft) -> Outcome<Changed> {
    let old = session.journal().entry(uid)?.ok_or(Mishap::NoEntry)?;
    let mut draft = draft.clone();
    draft.zone.get_or_insert(old.zone.clone());
    let here = Here {
        uid: old.uid.clone(),
        source: old.source.clone(),
        ..session.here()?
    };
    let mut entry = accept(session, &draft, &here, 0)?;
    // When it was first written down tells whether it was late; later amendments stand in the revisions.
    entry.recorded = old.recorded;
    put(session, "amend", entry)
}

/// Removes an entry. Undo brings it back.
pub fn remove_entry(session: &mut Session, uid: &str) -> Outcome<Changed> {
    let old = session.journal().entry(uid)?.ok_or(Mishap::NoEntry)?;
    let items = [Item::Entry {
        uid: uid.to_owned(),
        kept: None,
    }];
    let mut changed = session.act(
        &format!("remove {}", old.tracker),
        &items,
        &[Topic::Entries],
    )?;
    changed.said = session.tongue().say(word::REMOVED);
    Ok(changed)
}

/// Records several drafts as one act: all of them or none.
pub fn record_all(session: &mut Session, drafts: &[(Draft, Here)]) -> Outcome<Changed> {
    let mut items = Vec::with_capacity(drafts.len());
    let mut days = std::collections::HashMap::new();
    for (number, (draft, here)) in drafts.iter().enumerate() {
        let entry = accept(session, draft, here, number + 1)?;
        let once = session.definition(&entry.tracker)?.once_a_day();
        let same = if once {
            days.get(&(entry.tracker.clone(), entry.day)).cloned()
        } else {
            None
        };
        let (_, entry) = settle(session, entry, same)?;
        if once {
            days.insert((entry.tracker.clone(), entry.day), entry.uid.clone());
        }
        items.push(session.keep(entry)?);
    }
    session.act("record-many", &items, &[Topic::Entries])
}

/// What a draft adds up to so far; nothing is recorded.
pub fn add_up(session: &Session, draft: &Draft) -> Outcome<Vec<AddedUp>> {
    let here = session.here()?;
    let entry = accept(session, draft, &here, 0)?;
    let definition = session.definition(&entry.tracker)?;
    let words = session.tongue().words_of(definition);
    let measured = entry.measured(definition);
    Ok(definition
        .measures
        .iter()
        .filter_map(|m| {
            Some(AddedUp {
                key: m.key.clone(),
                name: words.say(&m.key).to_owned(),
                said: session
                    .tongue()
                    .amount(*measured.get(&m.key)?, &m.unit, &words),
            })
        })
        .collect())
}

fn accept(session: &Session, draft: &Draft, here: &Here, number: usize) -> Outcome<Entry> {
    let definition = session.definition(&draft.tracker)?;
    definition
        .check(draft, here)
        .map(|checked| checked.entry)
        .map_err(|faults| Mishap::Faults {
            tracker: draft.tracker.clone(),
            number,
            faults,
        })
}

/// Gives an entry its place: of a tracker with one a day it takes that one's.
fn settle(
    session: &Session,
    mut entry: Entry,
    same: Option<String>,
) -> Outcome<(&'static str, Entry)> {
    if let Some(uid) = same {
        entry.uid = uid;
        return Ok(("amend", entry));
    }
    if !session.definition(&entry.tracker)?.once_a_day() {
        return Ok(("record", entry));
    }
    let day = Period {
        from: entry.day,
        to: entry.day,
    };
    match session.journal().entries_of(&entry.tracker, day)?.pop() {
        Some(old) => {
            entry.uid = old.uid;
            entry.recorded = old.recorded;
            Ok(("amend", entry))
        }
        None => Ok(("record", entry)),
    }
}

fn put(session: &mut Session, act: &str, entry: Entry) -> Outcome<Changed> {
    let (uid, tracker) = (entry.uid.clone(), entry.tracker.clone());
    let item = session.keep(entry)?;
    let changed = session.act(&format!("{act} {tracker}"), &[item], &[Topic::Entries])?;
    Ok(Changed {
        uid: Some(uid),
        ..changed
    })
}
