//! What an entry was before, and bringing that back.
//!
//! Owns how earlier states are worded. Bringing back is an act like any other.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, word};
use care::speech::{Grain, Speech};
use serde::{Deserialize, Serialize};

/// One state an entry had.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Past {
    /// The act that made it so.
    pub revision: i64,
    /// When, in words.
    pub when: String,
    /// What it said, in parts.
    pub parts: Vec<String>,
    /// Its note.
    pub note: String,
    /// Whether it is what the entry says now.
    pub now: bool,
}

/// The states an entry had, the latest first. A removal has no state and is not listed.
pub fn history(session: &Session, uid: &str) -> Outcome<Vec<Past>> {
    let current = session.journal().entry(uid)?.ok_or(Mishap::NoEntry)?;
    let definition = session.definition(&current.tracker)?;
    let tongue = session.tongue();
    let zone = session.clock().zone();
    let mut past: Vec<Past> = Vec::new();
    for revision in session.journal().history(uid)? {
        let Some(entry) = revision.after else {
            continue;
        };
        let at = revision.at.with_timezone(&zone);
        let with = [
            ("day", tongue.date(at.date_naive(), Grain::Short).into()),
            ("time", tongue.time(at.time()).into()),
        ];
        past.push(Past {
            revision: revision.id,
            when: tongue.say_with(word::HISTORY_WHEN, &with),
            parts: crate::today::said(session, definition, &entry),
            now: past.is_empty() && entry == current,
            note: entry.note,
        });
    }
    Ok(past)
}

/// Sets an entry to a state it had.
pub fn bring_back(session: &mut Session, uid: &str, revision: i64) -> Outcome<Changed> {
    let history = session.journal().history(uid)?;
    let entry = history
        .into_iter()
        .find(|r| r.id == revision)
        // What an act removed comes back as it was before.
        .and_then(|r| r.after.or(r.before))
        .ok_or(Mishap::NoEntry)?;
    let act = format!("amend {}", entry.tracker);
    let item = session.keep(entry)?;
    let changed = session.act(&act, &[item], &[Topic::Entries])?;
    Ok(Changed {
        uid: Some(uid.to_owned()),
        ..changed
    })
}
