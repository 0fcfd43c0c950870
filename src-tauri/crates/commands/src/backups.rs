//! Backups: schedule, locations, comparison and restore.
//!
//! A restore takes a backup first, then applies the differences as one change that can be undone.
//! The `journal` crate writes and verifies backups.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::sentences::failure;
use crate::{Session, word};
use care::speech::{Grain, Speech};
use chrono::{DateTime, Duration, Utc};
use journal::{Backup, Item, Journal, Snapshot, Trouble};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Maximum age of the latest backup while the journal changes.
const EVERY: Duration = Duration::minutes(30);

/// A started backup. It is written without the session.
pub type Begun = Snapshot;

/// Preference that stores the journal position of the last backup.
const NOTED: &str = "backed-up";

/// A backup in the list of backups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupShown {
    /// Its folder's name.
    pub name: String,
    /// When it was taken, in words.
    pub said: String,
}

/// The list of backups, and their second location.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupsPage {
    /// Backups beside the journal, newest first.
    pub copies: Vec<BackupShown>,
    /// Path of the second location; empty if none is set.
    pub place: String,
    /// When a backup was last written there, as text.
    pub place_said: String,
}

/// What restoring a backup would change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Compared {
    /// Number of records that differ.
    pub count: usize,
    /// Summary of the differences, in one sentence.
    pub said: String,
    /// Days that differ, as text, latest first; at most `MOST_DAYS`.
    pub days: Vec<String>,
}

/// Maximum number of days listed.
const MOST_DAYS: usize = 40;

fn folder(session: &Session) -> PathBuf {
    session.journal().place().backups()
}

/// Starts a backup if one is due: the first of a day, or after 30 minutes with changes.
pub fn begin_due(session: &mut Session) -> Outcome<Option<Snapshot>> {
    let now = session.clock().now();
    // A backup dated in the future was taken with a wrong clock.
    let latest = journal::backups(&folder(session))?
        .into_iter()
        .find(|backup| backup.at <= now);
    let today = latest.as_ref().is_some_and(|b| {
        let day = care::day::patients_day(b.at, session.clock().zone(), session.day_starts());
        day == session.today()
    });
    let fresh = latest.is_some_and(|b| now - b.at < EVERY);
    if !session.journal().has_entries()? || (today && (fresh || !changed_since(session)?)) {
        return Ok(None);
    }
    Ok(Some(session.journal_mut().snapshot()?))
}

/// Starts a backup if something changed since the last one. Call before closing the journal.
pub fn begin_changed(session: &mut Session) -> Outcome<Option<Snapshot>> {
    Ok(if changed_since(session)? {
        Some(session.journal_mut().snapshot()?)
    } else {
        None
    })
}

fn changed_since(session: &Session) -> Outcome<bool> {
    let noted = session.journal().preference(NOTED)?;
    Ok(noted != Some(session.journal().stand()?) && session.journal().has_entries()?)
}

/// Starts a backup if `begin` finds one due, and returns it with its target.
///
/// On an error, stores the message in the session for a later warning.
pub fn begun(
    session: &mut Session,
    begin: impl FnOnce(&mut Session) -> Outcome<Option<Begun>>,
) -> Option<(Begun, Whereto)> {
    let tried = place(session).and_then(|to| Ok(begin(session)?.map(|begun| (begun, to))));
    match tried {
        Ok(begun) => begun,
        Err(mishap) => {
            session.no_copy = Some(failure(&mishap, session).said);
            None
        }
    }
}

/// Target of a backup: folders and time.
pub struct Whereto {
    folder: PathBuf,
    second: Option<PathBuf>,
    at: DateTime<Utc>,
}

/// Returns the target of a backup started now.
pub fn place(session: &Session) -> Outcome<Whereto> {
    Ok(Whereto {
        folder: folder(session),
        second: second(session)?,
        at: session.clock().now(),
    })
}

/// A written backup and the journal position it holds.
pub struct Written {
    backup: Backup,
    stand: String,
}

/// Writes a started backup without the session, then to the second location if it is reachable.
pub fn write(begun: &Begun, to: &Whereto) -> Result<Written, Trouble> {
    let backup = begun.write(&to.folder, to.at)?;
    if let Some(second) = &to.second {
        // A missing drive must not prevent the local backup. The list of backups shows when one
        // was last written there.
        if at_hand(second)
            && let Ok(other) = backup.also_to(second)
        {
            make_room(begun, second, &other).unwrap_or_else(stays);
        }
    }
    make_room(begun, &to.folder, &backup).unwrap_or_else(stays);
    Ok(Written {
        backup,
        stand: begun.stand().to_owned(),
    })
}

/// Reports an old backup that can't be removed. It takes up space, but the new backup is valid.
fn stays(error: Trouble) {
    eprintln!("An old copy could not be removed: {error}");
}

/// Prunes old backups if the new one holds at least 90 % of the entries of the previous one.
fn make_room(begun: &Begun, folder: &Path, copy: &Backup) -> Result<(), Trouble> {
    let others = journal::backups(folder)?.into_iter();
    let before = others
        .filter(|other| other.folder != copy.folder)
        .find(|other| other.at <= copy.at);
    // If either backup can't be opened, this returns an error and nothing is pruned.
    if let Some(before) = before
        && begun.entries_in(copy)? * 10 >= begun.entries_in(&before)? * 9
    {
        journal::prune(folder)?;
    }
    Ok(())
}

/// Name of the backup folder in the second location.
const SECOND: &str = "Daymark copies";

/// Preference that stores the path of the second location.
const SECOND_PLACE: &str = "backup-place";

fn second(session: &Session) -> Outcome<Option<PathBuf>> {
    let said = session.journal().preference(SECOND_PLACE)?;
    let Some(path) = said.filter(|path| !path.is_empty()) else {
        return Ok(None);
    };
    Ok(Some(within(session, Path::new(&path))?))
}

/// Returns whether the second location exists now. The path of a missing drive is not created.
fn at_hand(folder: &Path) -> bool {
    folder.ancestors().nth(2).is_some_and(Path::is_dir)
}

/// Returns the journal's own subfolder of a location: backups of other journals are not pruned.
fn within(session: &Session, path: &Path) -> Outcome<PathBuf> {
    let name = session.journal().name()?;
    let short: String = name.chars().take(8).collect();
    Ok(path.join(SECOND).join(short))
}

/// Sets the second location to a writable folder and takes a backup. Empty text removes it.
///
/// # Errors
///
/// `NotAFolder` unless it is an absolute path of a folder; `SamePlace` inside the journal's folder.
pub fn set_backup_place(session: &mut Session, typed: &str) -> Outcome<Changed> {
    let path = Path::new(typed.trim());
    let taken_away = typed.trim().is_empty();
    if !taken_away {
        let own = &session.journal().place().folder;
        if !path.is_absolute() || !path.is_dir() {
            return Err(Mishap::NotAFolder(typed.trim().to_owned()));
        }
        let inside = |p: &Path| p.canonicalize().unwrap_or_else(|_| p.to_owned());
        if inside(path).starts_with(inside(own)) {
            return Err(Mishap::SamePlace);
        }
        std::fs::create_dir_all(within(session, path)?)
            .map_err(|e| crate::exchange::file(path, &e))?;
    }
    let item = Item::Preference {
        key: SECOND_PLACE.to_owned(),
        value: (!taken_away).then(|| path.display().to_string()),
    };
    let changed = session.act("preference", &[item], &[Topic::Preferences])?;
    if !taken_away && session.journal().has_entries()? {
        copy_now(session)?;
    }
    Ok(changed)
}

/// Copies the current key slots to the backups in the second location.
///
/// Returns whether all of them were updated; true if there is no second location.
pub(crate) fn carry_doors(session: &Session) -> bool {
    let Ok(second) = second(session) else {
        return false;
    };
    let Some(folder) = second else { return true };
    at_hand(&folder)
        && journal::backups(&folder)
            .and_then(|copies| session.journal().give_doors(&copies))
            .unwrap_or_default()
}

/// Returns all reachable backups in both locations.
pub fn everywhere(session: &Session) -> Outcome<Vec<Backup>> {
    let mut all = journal::backups(&folder(session))?;
    if let Some(second) = second(session)? {
        all.extend(journal::backups(&second).unwrap_or_default());
    }
    Ok(all)
}

/// Finishes a backup and stores the journal position it holds.
///
/// On an error, also stores the message in the session for a later warning.
pub fn end(session: &mut Session, written: Result<Written, Trouble>) -> Outcome<Backup> {
    let ended = ended(session, written);
    session.no_copy = ended.as_ref().err().map(|m| failure(m, session).said);
    ended
}

fn ended(session: &mut Session, written: Result<Written, Trouble>) -> Outcome<Backup> {
    session.journal_mut().done_copying()?;
    let Written { backup, stand } = written?;
    session.journal_mut().remember(NOTED, &stand)?;
    Ok(backup)
}

/// Takes a backup now.
pub fn back_up(session: &mut Session) -> Outcome<Changed> {
    let backup = copy_now(session)?;
    let said = session.tongue().say_with(
        word::BACKUP_MADE,
        &[("path", backup.folder.display().to_string().into())],
    );
    Ok(told(said))
}

fn copy_now(session: &mut Session) -> Outcome<Backup> {
    let to = place(session)?;
    let snapshot = session.journal_mut().snapshot()?;
    let written = write(&snapshot, &to);
    end(session, written)
}

/// Returns the backups, newest first, and the state of the second location.
pub fn backups(session: &Session) -> Outcome<BackupsPage> {
    let shown = |backup: &Backup| BackupShown {
        name: name(backup),
        said: when(session, backup.at),
    };
    let all = journal::backups(&folder(session))?;
    let path = session.journal().preference(SECOND_PLACE)?;
    let second = second(session)?.map(|folder| journal::backups(&folder).unwrap_or_default());
    let tongue = session.tongue();
    Ok(BackupsPage {
        copies: all.iter().map(shown).collect(),
        place: path.unwrap_or_default(),
        place_said: match second.as_deref() {
            None => String::new(),
            Some([]) => tongue.say(word::BACKUP_SECOND_NONE),
            Some([latest, ..]) => {
                let with = [("when", when(session, latest.at).into())];
                tongue.say_with(word::BACKUP_SECOND_LATEST, &with)
            }
        },
    })
}

fn name(backup: &Backup) -> String {
    let name = backup.folder.file_name();
    name.map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Formats an instant as local date and time.
pub fn when(session: &Session, at: DateTime<Utc>) -> String {
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
    // The program's own bookkeeping is not restored.
    items.retain(|item| !matches!(item, Item::Preference { key, .. } if key == NOTED));
    Ok(items)
}

/// Returns what restoring a backup would change. Changes nothing.
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
        count: items.len(),
        said: tongue.say_with(key, &with),
        days: days
            .iter()
            .rev()
            .take(MOST_DAYS)
            .map(|day| tongue.date(*day, Grain::Short))
            .collect(),
    })
}

/// Restores the state of a backup in one change, after taking a backup of the current state.
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

/// Verifies that a backup opens and is intact: every page, structure and measure.
pub fn drill_backup(session: &Session, named: &str) -> Outcome<Changed> {
    let copy = opened(session, named)?;
    let findings = copy.check(session.shelf().all());
    let count = copy.entry_count();
    copy.close()?;
    let (findings, count) = (findings?, count?);
    let with = [("count", count.into()), ("found", findings.len().into())];
    let key = if findings.is_empty() {
        word::DRILL_FINE
    } else {
        word::DRILL_FOUND
    };
    Ok(told(session.tongue().say_with(key, &with)))
}

/// Returns a change that invalidates the displayed state of backups.
pub fn told_apart() -> Changed {
    told(String::new())
}

fn told(said: String) -> Changed {
    Changed {
        topics: vec![Topic::Preferences],
        said,
        uid: None,
        count: 0,
    }
}
