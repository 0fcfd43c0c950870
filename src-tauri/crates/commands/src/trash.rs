//! Recently removed entries, and their permanent erasure, also from backups.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, backups, word};
use care::speech::{Grain, Speech};
use chrono::Duration;
use serde::{Deserialize, Serialize};

/// How long a removed entry is listed.
const LISTED: Duration = Duration::days(30);

/// A removed entry for display.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemovedShown {
    /// The entry.
    pub uid: String,
    /// The revision that removed it.
    pub revision: i64,
    /// Its tracker and its day, in words.
    pub title: String,
    /// The parts of its line.
    pub parts: Vec<String>,
    /// Its note.
    pub note: String,
    /// When it was removed, in words.
    pub when: String,
}

/// Returns the entries removed in the last 30 days and not restored, latest first.
pub fn removed(session: &Session) -> Outcome<Vec<RemovedShown>> {
    let tongue = session.tongue();
    let since = session.clock().now() - LISTED;
    let mut shown = Vec::new();
    for removed in session.journal().removed(since)? {
        let entry = &removed.entry;
        // Without a definition there are no labels to describe its entries.
        let Some(definition) = session.shelf().find(&entry.tracker) else {
            continue;
        };
        let title = tongue.words_of(definition).say("title").to_owned();
        let with = [
            ("what", title.into()),
            ("day", tongue.date(entry.day, Grain::Short).into()),
        ];
        shown.push(RemovedShown {
            uid: entry.uid.clone(),
            revision: removed.revision,
            title: tongue.say_with(word::TRASH_ENTRY, &with),
            parts: crate::today::line(session, definition, entry),
            note: entry.note.clone(),
            when: backups::when(session, removed.at),
        });
    }
    Ok(shown)
}

/// Erases an entry permanently from the journal and all reachable backups. The result reports how
/// many files may still contain it.
pub fn erase_entry(session: &mut Session, uid: &str) -> Outcome<Changed> {
    let mut found = session.journal_mut().erase(uid)?;
    let mut left = 0u32;
    for copy in backups::everywhere(session)? {
        match session.journal().erase_in_copy(&copy, uid) {
            Ok(there) => found |= there,
            Err(_) => left += 1,
        }
    }
    if !found {
        return Err(Mishap::NoEntry);
    }
    left += session.journal().place().older_files()?;
    let key = if left == 0 {
        word::ERASED
    } else {
        word::ERASED_LEFT
    };
    Ok(Changed {
        topics: vec![Topic::Entries],
        said: session.tongue().say_with(key, &[("count", left.into())]),
        uid: None,
        count: 1,
    })
}
