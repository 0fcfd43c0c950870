//! Recently removed entries, and their permanent erasure, also from backups.

use crate::changed::{Changed, Topic};
use crate::entries::describe;
use crate::error::{Error, RecordKind, Result};
use crate::session::Session;
use crate::{backup, msg};
use chrono::Duration;
use domain::localizer::{DateStyle, Localizer};
use serde::{Deserialize, Serialize};

/// How long a removed entry is listed.
const LISTED_FOR: Duration = Duration::days(30);

/// A removed entry for display.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemovedEntryView {
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
pub fn list_trash(session: &Session) -> Result<Vec<RemovedEntryView>> {
    let locale = session.locale();
    let since = session.clock().now() - LISTED_FOR;
    let mut shown = Vec::new();
    for removed in session.journal().removed(since)? {
        let entry = &removed.entry;
        // Without a definition there are no labels to describe its entries.
        let Some(definition) = session.definitions().get(&entry.tracker) else {
            continue;
        };
        let title = locale.labels_of(definition).get_or_key("title").to_owned();
        let with = [
            ("what", title.into()),
            ("day", locale.date(entry.day, DateStyle::Short).into()),
        ];
        shown.push(RemovedEntryView {
            uid: entry.uid.clone(),
            revision: removed.revision,
            title: locale.format(msg::TRASH_ENTRY, &with),
            parts: describe::line(session, definition, entry),
            note: entry.note.clone(),
            when: backup::format_instant(session, removed.at),
        });
    }
    Ok(shown)
}

/// Erases an entry permanently from the journal and all reachable backups. The result reports how
/// many files may still contain it.
pub fn erase_entry(session: &mut Session, uid: String) -> Result<Changed> {
    let mut found = session.journal_mut().erase(&uid)?;
    let mut unreachable = 0u32;
    let now = session.clock().now().timestamp();
    for backup in backup::all(session)? {
        match session.journal().erase_in_backup(&backup, &uid, now) {
            Ok(in_backup) => found |= in_backup,
            Err(_) => unreachable += 1,
        }
    }
    if !found {
        return Err(Error::not_found(RecordKind::Entry, uid));
    }
    unreachable += session.journal().paths().count_older_files()?;
    let key = if unreachable == 0 {
        msg::ERASED
    } else {
        msg::ERASED_LEFT
    };
    Ok(Changed {
        topics: vec![Topic::Entries],
        message: session
            .locale()
            .format(key, &[("count", unreachable.into())]),
        uid: None,
        count: 1,
    })
}
