//! Earlier versions of an entry, and restoring them.
//!
//! Formats versions as text. A restore is an ordinary change, so that it can be undone.

use crate::changed::{Changed, Topic};
use crate::entries::describe;
use crate::entries::record::existing;
use crate::error::{Error, RecordKind, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::localizer::{DateStyle, Localizer};
use serde::{Deserialize, Serialize};

/// One version of an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EntryVersion {
    /// ID of the revision that created it.
    pub revision: i64,
    /// When it was created, as text.
    pub when: String,
    /// Its answers as text, in parts.
    pub parts: Vec<String>,
    /// Its note.
    pub note: String,
    /// Whether it is the current version.
    pub current: bool,
}

/// Returns the versions of an entry, latest first. A removal has no version and is not listed.
pub fn entry_history(session: &Session, uid: String) -> Result<Vec<EntryVersion>> {
    let current = existing(session, &uid)?;
    let definition = session.definition(&current.tracker)?;
    let locale = session.locale();
    let zone = session.clock().zone();
    let mut versions: Vec<EntryVersion> = Vec::new();
    for revision in session.journal().history(&uid)? {
        let Some(entry) = revision.after else {
            continue;
        };
        let at = revision.at.with_timezone(&zone);
        let with = [
            ("day", locale.date(at.date_naive(), DateStyle::Short).into()),
            ("time", locale.time(at.time()).into()),
        ];
        versions.push(EntryVersion {
            revision: revision.id,
            when: locale.format(msg::HISTORY_WHEN, &with),
            parts: describe::describe(session, definition, &entry),
            current: versions.is_empty() && entry == current,
            note: entry.note,
        });
    }
    Ok(versions)
}

/// Restores an entry to the version of a revision.
pub fn restore_version(session: &mut Session, uid: String, revision: i64) -> Result<Changed> {
    let history = session.journal().history(&uid)?;
    let entry = history
        .into_iter()
        .find(|r| r.id == revision)
        // A removal has no state after it, so the state before it is restored.
        .and_then(|r| r.after.or(r.before))
        .ok_or_else(|| Error::not_found(RecordKind::Entry, &uid))?;
    let operation = Operation::Amend(entry.tracker.clone());
    let change = session.to_stored(entry)?;
    let changed = session.commit(&operation, &[change], &[Topic::Entries])?;
    Ok(Changed {
        uid: Some(uid),
        ..changed
    })
}
