//! Copies of the journal: taken by themselves, looked at, brought back.
//!
//! Owns when a copy is due, where copies lie, and that bringing one back is an act like any other: a copy is made
//! before, and it can be taken back. How a copy is taken and proved is the journal's.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::sentences::failure;
use crate::{Session, word};
use care::speech::{Grain, Speech};
use chrono::{DateTime, Duration, Utc};
use journal::{Backup, Item, Journal, Snapshot, Trouble};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

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

/// The copies there are, and the second place for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupsPage {
    /// The copies beside the journal, the newest first.
    pub copies: Vec<BackupShown>,
    /// The second place as it was typed; empty where there is none.
    pub place: String,
    /// When a copy was last put there, in words.
    pub place_said: String,
}

/// What bringing a copy back would change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Compared {
    /// How many things differ.
    pub count: usize,
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
    let now = session.clock().now();
    // One of a clock that stood wrong is not the latest.
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

/// Begins a copy where something changed since the last: before the journal is closed.
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

/// Begins a copy where `begin` says that one is due, and says where it goes. What keeps one from beginning is kept to be
/// said.
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

/// Where a copy begun now goes.
pub struct Whereto {
    folder: PathBuf,
    second: Option<PathBuf>,
    at: DateTime<Utc>,
}

/// Where a copy begun now goes, and its instant.
pub fn place(session: &Session) -> Outcome<Whereto> {
    Ok(Whereto {
        folder: folder(session),
        second: second(session)?,
        at: session.clock().now(),
    })
}

/// A copy that was written, and where the journal stood in it.
pub struct Written {
    backup: Backup,
    stand: String,
}

/// Writes a copy that was begun, without the session; then into the second place, which may be away.
pub fn write(begun: &Begun, to: &Whereto) -> Result<Written, Trouble> {
    let backup = begun.write(&to.folder, to.at)?;
    if let Some(second) = &to.second {
        // A stick that is not there is no reason to be without a copy here; the list of copies says when one was last
        // written there.
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

/// An old copy that can't be removed takes room, and is no reason to do without the new one.
fn stays(error: Trouble) {
    eprintln!("An old copy could not be removed: {error}");
}

/// Older ones make room only for one that was proved and does not hold much less than the one before.
fn make_room(begun: &Begun, folder: &Path, copy: &Backup) -> Result<(), Trouble> {
    let others = journal::backups(folder)?.into_iter();
    let before = others
        .filter(|other| other.folder != copy.folder)
        .find(|other| other.at <= copy.at);
    // One that can't be opened says nothing: all stay until there is one that does.
    if let Some(before) = before
        && begun.entries_in(copy)? * 10 >= begun.entries_in(&before)? * 9
    {
        journal::prune(folder)?;
    }
    Ok(())
}

/// The name of the folder copies get in a second place.
const SECOND: &str = "Daymark copies";

/// The preference that says where the second place is.
const SECOND_PLACE: &str = "backup-place";

fn second(session: &Session) -> Outcome<Option<PathBuf>> {
    let said = session.journal().preference(SECOND_PLACE)?;
    let Some(path) = said.filter(|path| !path.is_empty()) else {
        return Ok(None);
    };
    Ok(Some(within(session, Path::new(&path))?))
}

/// Whether the place a person named for copies is there now: a stick may be away, and is not made up.
fn at_hand(folder: &Path) -> bool {
    folder.ancestors().nth(2).is_some_and(Path::is_dir)
}

/// A folder of the journal's own: another journal's copies there are not this one's to remove.
fn within(session: &Session, path: &Path) -> Outcome<PathBuf> {
    let name = session.journal().name()?;
    let short: String = name.chars().take(8).collect();
    Ok(path.join(SECOND).join(short))
}

/// Says where a second place for copies is: a folder that can be written to; nothing takes it away. The newest copy
/// goes there at once.
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

/// Gives the copies in the second place the doors the journal has now; whether they have them.
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

/// Every copy that can be reached, in both places.
pub fn everywhere(session: &Session) -> Outcome<Vec<Backup>> {
    let mut all = journal::backups(&folder(session))?;
    if let Some(second) = second(session)? {
        all.extend(journal::backups(&second).unwrap_or_default());
    }
    Ok(all)
}

/// Ends a copy, and notes what it holds.
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
    let to = place(session)?;
    let snapshot = session.journal_mut().snapshot()?;
    let written = write(&snapshot, &to);
    end(session, written)
}

/// The copies there are, the newest first.
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

/// An instant, in words.
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

/// What went stale where something else is to be said of copies.
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
