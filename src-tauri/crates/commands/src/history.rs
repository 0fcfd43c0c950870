//! Earlier versions of an entry, and restoring them.
//!
//! Formats versions as text. A restore is an ordinary change, so that it can be undone.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, word};
use care::speech::{Grain, Speech};
use serde::{Deserialize, Serialize};

/// One version of an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Past {
    /// ID of the revision that created it.
    pub revision: i64,
    /// When it was created, as text.
    pub when: String,
    /// Its answers as text, in parts.
    pub parts: Vec<String>,
    /// Its note.
    pub note: String,
    /// Whether it is the current version.
    pub now: bool,
}

/// Returns the versions of an entry, latest first. A removal has no version and is not listed.
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

/// Restores an entry to the version of a revision.
pub fn bring_back(session: &mut Session, uid: &str, revision: i64) -> Outcome<Changed> {
    let history = session.journal().history(uid)?;
    let entry = history
        .into_iter()
        .find(|r| r.id == revision)
        // A removal has no state after it, so the state before it is restored.
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
