//! Copies of the journal: taken by themselves, looked at, brought back.
//!
//! Owns when a copy is due, where copies lie, and that bringing one back is an act like any other: a copy is made
//! before, and it can be taken back. How a copy is taken and proved is the journal's.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, word};
use care::speech::{Grain, Speech};
use chrono::{DateTime, Duration, Utc};
use journal::{Backup, Counts, Item, Journal, Snapshot};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// While something changed, a copy is at most this old.
const EVERY: Duration = Duration::minutes(30);

/// A copy that was begun: it is written without the session.
pub type Begun = Snapshot;

/// The preference that notes the last act a copy holds.
const NOTED: &str = "backed-up";

/// A copy as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupShown {
    /// Its folder's name.
    pub name: String,
    /// When it was taken, in words.
    pub said: String,
}

/// What bringing a copy back would change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Compared {
    /// In a sentence.
    pub said: String,
    /// The days that differ, in words, the latest first; the first of them where there are many.
    pub days: Vec<String>,
}

/// Most days named.
const MOST_DAYS: usize = 40;

fn folder(session: &Session) -> PathBuf {
    session.journal().place().backups()
}

/// Begins a copy where one is due: the first of a day, or after half an hour in which something changed.
pub fn begin_due(session: &mut Session) -> Outcome<Option<Snapshot>> {
    let latest = journal::backups(&folder(session))?.into_iter().next();
    let now = session.clock().now();
    let today = latest.as_ref().is_some_and(|b| {
        let day = care::day::patients_day(b.at, session.clock().zone(), session.day_starts());
        day == session.today()
    });
    let fresh = latest.is_some_and(|b| now - b.at < EVERY);
    let empty = session.journal().counts()?.entries == 0;
    if empty || (today && (fresh || !changed_since(session)?)) {
        return Ok(None);
    }
    Ok(Some(session.journal_mut().snapshot()?))
}

/// Begins a copy where something changed since the last: before the journal is closed.
pub fn begin_changed(session: &mut Session) -> Outcome<Option<Snapshot>> {
    Ok(if changed_since(session)? {
        Some(session.journal_mut().snapshot()?)
    } else {
        None
    })
}

fn changed_since(session: &Session) -> Outcome<bool> {
    let Counts { entries, revision } = session.journal().counts()?;
    let noted = session.journal().preference(NOTED)?;
    Ok(entries > 0 && noted != Some(revision.to_string()))
}

/// Where a copy begun now goes, and its instant.
pub fn place(session: &Session) -> (PathBuf, DateTime<Utc>) {
    (folder(session), session.clock().now())
}

/// Ends a copy. Older ones make room only for one that was proved and does not hold much less.
pub fn end(session: &mut Session, written: Result<Backup, journal::Trouble>) -> Outcome<Backup> {
    session.journal_mut().done_copying()?;
    let backup = written?;
    let Counts { entries, revision } = session.journal().counts()?;
    session
        .journal_mut()
        .remember(NOTED, &revision.to_string())?;
    let folder = folder(session);
    let before = journal::backups(&folder)?.into_iter().nth(1);
    let held = match before {
        Some(before) => {
            let copy = session.journal().open_copy(&before);
            copy.and_then(|copy| {
                let counts = copy.counts();
                copy.close()?;
                counts
            })
            .map_or(0, |counts| counts.entries)
        }
        None => 0,
    };
    if entries * 10 >= held * 9 {
        journal::prune(&folder)?;
    }
    Ok(backup)
}

/// Makes a copy now.
pub fn back_up(session: &mut Session) -> Outcome<Changed> {
    let backup = copy_now(session)?;
    let said = session.tongue().say_with(
        word::BACKUP_MADE,
        &[("path", backup.folder.display().to_string().into())],
    );
    Ok(told(said))
}

fn copy_now(session: &mut Session) -> Outcome<Backup> {
    let snapshot = session.journal_mut().snapshot()?;
    let (folder, at) = place(session);
    let written = snapshot.write(&folder, at);
    end(session, written)
}

/// The copies there are, the newest first.
pub fn backups(session: &Session) -> Outcome<Vec<BackupShown>> {
    let all = journal::backups(&folder(session))?;
    Ok(all
        .iter()
        .map(|backup| BackupShown {
            name: name(backup),
            said: when(session, backup.at),
        })
        .collect())
}

fn name(backup: &Backup) -> String {
    let name = backup.folder.file_name();
    name.map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn when(session: &Session, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&session.clock().zone());
    let tongue = session.tongue();
    let with = [
        ("day", tongue.date(local.date_naive(), Grain::Short).into()),
        ("time", tongue.time(local.time()).into()),
    ];
    tongue.say_with(word::HISTORY_WHEN, &with)
}

fn find(session: &Session, named: &str) -> Outcome<Backup> {
    journal::backups(&folder(session))?
        .into_iter()
        .find(|backup| name(backup) == named)
        .ok_or_else(|| Mishap::NoSpan(named.to_owned()))
}

fn opened(session: &Session, named: &str) -> Outcome<Journal> {
    Ok(session.journal().open_copy(&find(session, named)?)?)
}

fn differences(session: &Session, named: &str) -> Outcome<Vec<Item>> {
    let copy = opened(session, named)?;
    let items = session.journal().differences(&copy);
    copy.close()?;
    let mut items = items?;
    // A note of the program to itself is nothing to bring back.
    items.retain(|item| !matches!(item, Item::Preference { key, .. } if key == NOTED));
    Ok(items)
}

/// What bringing a copy back would change; nothing is changed.
pub fn compare_backup(session: &Session, named: &str) -> Outcome<Compared> {
    let items = differences(session, named)?;
    let mut days = BTreeSet::new();
    for item in &items {
        if let Item::Entry { uid, kept } = item {
            days.extend(kept.as_ref().map(|kept| kept.entry.day));
            days.extend(session.journal().entry(uid)?.map(|entry| entry.day));
        }
    }
    let tongue = session.tongue();
    let with = [("count", items.len().into()), ("days", days.len().into())];
    let key = if items.is_empty() {
        word::BACKUP_SAME
    } else {
        word::BACKUP_DIFFERS
    };
    Ok(Compared {
        said: tongue.say_with(key, &with),
        days: days
            .iter()
            .rev()
            .take(MOST_DAYS)
            .map(|day| tongue.date(*day, Grain::Short))
            .collect(),
    })
}

/// Sets everything to what a copy says, as one act; a copy of what is there is made before.
pub fn restore_backup(session: &mut Session, named: &str) -> Outcome<Changed> {
    let items = differences(session, named)?;
    if items.is_empty() {
        return Ok(told(session.tongue().say(word::BACKUP_SAME)));
    }
    copy_now(session)?;
    let topics = [
        Topic::Entries,
        Topic::Trackers,
        Topic::Preferences,
        Topic::Visit,
    ];
    let changed = session.act("restore", &items, &topics)?;
    let said = session
        .tongue()
        .say_with(word::RESTORED, &[("count", items.len().into())]);
    Ok(Changed { said, ..changed })
}

/// Proves that a copy opens and is whole: every page, every structure, every measure.
pub fn drill_backup(session: &Session, named: &str) -> Outcome<Changed> {
    let copy = opened(session, named)?;
    let findings = copy.check(session.shelf().all());
    let counts = copy.counts();
    copy.close()?;
    let (findings, counts) = (findings?, counts?);
    let with = [
        ("count", counts.entries.into()),
        ("found", findings.len().into()),
    ];
    let key = if findings.is_empty() {
        word::DRILL_FINE
    } else {
        word::DRILL_FOUND
    };
    Ok(told(session.tongue().say_with(key, &with)))
}

fn told(said: String) -> Changed {
    Changed {
        topics: vec![Topic::Preferences],
        said,
        uid: None,
        count: 0,
    }
}
