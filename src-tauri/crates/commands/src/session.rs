//! An open journal with everything a use case needs: the time, the words, the definitions.
//!
//! Owns opening and beginning. There is one session a program and one way to write: `act`.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::clock::Clock;
use crate::shelf::Shelf;
use crate::speech::{Tongue, choose};
use crate::{keyring, word};
use care::check::Here;
use care::unit::grams_per_drink;
use care::{Definition, Entry, Tracker};
use chrono::NaiveDate;
use journal::{Item, Journal, Kept, Key, Keys, Place, SheetCode, Trouble, Unlock};
use std::path::PathBuf;

/// How a session is to be opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// The journal's folder; where none is said, the environment's `DAYMARK_JOURNAL`, else the computer's place.
    pub folder: Option<PathBuf>,
    /// Where the time comes from.
    pub clock: Clock,
    /// Languages asked for, best first.
    pub languages: Vec<String>,
    /// Whether a journal is made where there is none.
    pub create: bool,
    /// What is brought to the journal's doors.
    pub secret: Secret,
}

/// What is brought to the journal's doors, as it was typed.
#[derive(Clone, Default)]
pub enum Secret {
    /// Nothing: there is a door without a lock.
    #[default]
    Nothing,
    /// A passphrase.
    Passphrase(String),
    /// The code of a recovery sheet.
    Sheet(String),
}

impl std::fmt::Debug for Secret {
    /// What was typed is never shown.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Nothing => "nothing",
            Self::Passphrase(_) => "a passphrase",
            Self::Sheet(_) => "a sheet",
        })
    }
}

impl Options {
    /// What the computer says: its place, its clock, its languages.
    pub fn of_this_computer() -> Self {
        let asked = std::env::var("DAYMARK_LANGUAGE").ok();
        Self {
            folder: None,
            clock: Clock::from_environment(),
            languages: asked.into_iter().chain(sys_locale::get_locales()).collect(),
            create: true,
            secret: Secret::Nothing,
        }
    }

    /// The journal's place.
    pub fn place(&self) -> Place {
        let named = self
            .folder
            .clone()
            .or_else(|| std::env::var_os("DAYMARK_JOURNAL").map(PathBuf::from));
        Place::new(named.unwrap_or_else(|| {
            directories::ProjectDirs::from("", "", "daymark").map_or_else(
                || PathBuf::from("daymark"),
                |dirs| dirs.data_local_dir().join("journal"),
            )
        }))
    }
}

/// An open journal with everything a use case needs.
pub struct Session {
    journal: Journal,
    built_in: Shelf,
    shelf: Shelf,
    tongue: Tongue,
    day_starts: u32,
    clock: Clock,
    computers: Vec<String>,
    languages: Vec<String>,
    /// Why the last copy could not be made, in a sentence.
    pub(crate) no_copy: Option<String>,
}

impl Session {
    /// Opens the journal, or makes one where there is none and that was asked.
    pub fn open(options: &Options) -> Outcome<Self> {
        let place = options.place();
        let now = options.clock.now().timestamp();
        let mut journal = if place.vacant() && options.create {
            Journal::create(&place, &Key::new(random()?), now)?
        } else {
            unlocked(&place, &options.secret, now)?
        };
        let built_in = Shelf::built_in().map_err(|refused| Mishap::Bug(refused.to_string()))?;
        let new: Vec<(&str, Tracker)> = built_in
            .all()
            .iter()
            .map(|d| (d.key.as_str(), crate::trackers::unsaid(d)))
            .collect();
        if_it_can(journal.adopt(&new))?;
        let languages = languages(&journal, &options.languages)?;
        let tongue = tongue(&journal, &languages)?;
        let mut session = Self {
            day_starts: day_starts(&journal)?,
            shelf: built_in.clone(),
            built_in,
            journal,
            tongue,
            clock: options.clock,
            computers: options.languages.clone(),
            languages,
            no_copy: None,
        };
        session.restock()?;
        if session.journal.upgraded() {
            let shelf = session.shelf.clone();
            if_it_can(session.journal.index(|entry| words(&shelf, entry)))?;
        }
        Ok(session)
    }

    /// Brings the definitions up to date with the person's own and their names.
    fn restock(&mut self) -> Outcome<()> {
        self.shelf = self.built_in.with_own(self.journal.own_definitions()?);
        let names = self
            .journal
            .trackers()?
            .into_iter()
            .filter_map(|(key, tracker)| Some((key, tracker.name?)))
            .collect();
        self.shelf.name(&names);
        let shelf = &self.shelf;
        let views: Vec<(String, &Definition)> = shelf
            .all()
            .iter()
            .map(|d| (view(shelf.is_own(&d.key), &d.key), d))
            .collect();
        if_it_can(self.journal.view_trackers(&views))
    }

    /// Ends it, with everything in the journal's one file.
    pub fn close(self) -> Outcome<()> {
        Ok(self.journal.close()?)
    }

    /// Ends it after a fault: a copy that is being written may be reading the one file, so nothing is brought into it.
    pub fn leave(self) -> Outcome<()> {
        Ok(self.journal.leave()?)
    }

    /// Why the last copy could not be made, in a sentence; none where it could.
    pub fn no_copy(&self) -> Option<&str> {
        self.no_copy.as_deref()
    }

    /// The journal, to be asked.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// The definitions.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The words.
    pub fn tongue(&self) -> &Tongue {
        &self.tongue
    }

    /// Languages asked for, best first: the person's choice before the computer's.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// The time.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Where the time comes from, changed: for making entries of other days.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// The definition of that key.
    pub fn definition(&self, key: &str) -> Outcome<&Definition> {
        self.shelf
            .find(key)
            .ok_or_else(|| Mishap::NoTracker(key.to_owned()))
    }

    /// The patient's day it is now.
    pub fn today(&self) -> NaiveDate {
        care::day::patients_day(self.clock.now(), self.clock.zone(), self.day_starts())
    }

    /// Minutes after midnight at which their day begins.
    pub fn day_starts(&self) -> u32 {
        self.day_starts
    }

    /// The journal, to keep what is no act: drafts.
    pub(crate) fn journal_mut(&mut self) -> &mut Journal {
        &mut self.journal
    }

    /// The country, as said or as the computer's language tells; empty where neither does.
    pub fn country(&self) -> String {
        let said = self.journal.preference("country").ok().flatten();
        said.unwrap_or_else(|| country_of(&self.languages))
    }

    /// What the gate must be told for an entry written now.
    pub fn here(&self) -> Outcome<Here> {
        Ok(Here {
            now: self.clock.now(),
            zone: self.clock.zone(),
            day_starts: self.day_starts(),
            drink: self.tongue.drink,
            uid: uid()?,
            source: "hand".to_owned(),
            was: None,
        })
    }

    /// One act: on disk when this returns.
    pub fn act(&mut self, act: &str, items: &[Item], topics: &[Topic]) -> Outcome<Changed> {
        self.act_settling(act, items, topics, None)
    }

    /// One act that makes an entry of what a form holds; its draft goes with it.
    pub fn act_settling(
        &mut self,
        act: &str,
        items: &[Item],
        topics: &[Topic],
        form: Option<&str>,
    ) -> Outcome<Changed> {
        let now = self.clock.now().timestamp();
        let count = self.journal.change(act, now, items, form)?;
        if topics.contains(&Topic::Preferences) {
            self.settle()?;
        }
        if topics.contains(&Topic::Trackers) {
            self.restock()?;
        }
        let now = self.clock.now().with_timezone(&self.clock.zone());
        let time = self.tongue.time(now.time());
        let said = self
            .tongue
            .say_with(word::SAVED_AT, &[("time", time.into())]);
        Ok(Changed {
            topics: topics.to_vec(),
            said,
            uid: None,
            count,
        })
    }

    /// Keeps a note of the app to itself; not an act.
    pub(crate) fn remember(&mut self, key: &str, value: &str) -> Outcome<Changed> {
        self.journal.remember(key, value)?;
        Ok(Changed {
            topics: vec![Topic::Preferences],
            said: String::new(),
            uid: None,
            count: 0,
        })
    }

    /// Takes the last act back, or does it again. Gives its name.
    pub(crate) fn turn(&mut self, again: bool) -> Outcome<Option<String>> {
        let act = if again {
            self.journal.redo()?
        } else {
            self.journal.undo()?
        };
        self.settle()?;
        self.restock()?;
        Ok(act)
    }

    /// Brings what was set up to date.
    fn settle(&mut self) -> Outcome<()> {
        self.languages = languages(&self.journal, &self.computers)?;
        self.tongue = tongue(&self.journal, &self.languages)?;
        self.day_starts = day_starts(&self.journal)?;
        Ok(())
    }

    /// An entry as the journal keeps it, with what it adds up to.
    pub fn keep(&self, entry: Entry) -> Outcome<Item> {
        let definition = self.definition(&entry.tracker)?;
        Ok(self.keep_by(definition, entry))
    }

    /// The same by a definition that is about to be the entry's.
    pub(crate) fn keep_by(&self, definition: &Definition, entry: Entry) -> Item {
        Item::Entry {
            uid: entry.uid.clone(),
            kept: Some(Box::new(Kept {
                id: None,
                words: Some(words(&self.shelf, &entry)),
                measured: entry.measured(definition),
                entry,
            })),
        }
    }
}

/// What the program writes for itself when it opens waits where nothing can be written: the journal is read all the same.
fn if_it_can(written: Result<(), Trouble>) -> Outcome<()> {
    match written {
        Err(Trouble::ReadOnly | Trouble::Full) => Ok(()),
        other => Ok(other?),
    }
}

fn unlocked(place: &Place, secret: &Secret, now: i64) -> Outcome<Journal> {
    brought(place, secret, |unlock| Journal::open(place, unlock, now))
}

/// What this computer's key store has for the journal, where it is to open it.
fn of_this_computer(place: &Place) -> Option<keyring::Secret> {
    let keys = Keys::read(place).ok()?;
    if keys.doors().computer {
        keyring::fetch(keys.name())
    } else {
        None
    }
}

/// Does something with what was brought to the doors. Nothing brought is what this computer has.
pub(crate) fn brought<T>(
    place: &Place,
    secret: &Secret,
    act: impl FnOnce(&Unlock<'_>) -> Result<T, Trouble>,
) -> Outcome<T> {
    Ok(match secret {
        Secret::Nothing => match of_this_computer(place) {
            Some(secret) => act(&Unlock::Computer(&secret))?,
            None => act(&Unlock::Nothing)?,
        },
        Secret::Passphrase(typed) => act(&Unlock::Passphrase(typed))?,
        Secret::Sheet(typed) => {
            let code = SheetCode::read(typed).map_err(Mishap::Typo)?;
            act(&Unlock::Sheet(&code))?
        }
    })
}

fn languages(journal: &Journal, computers: &[String]) -> Result<Vec<String>, Trouble> {
    let chosen = journal.preference("language")?;
    let chosen = chosen.filter(|tag| tag != crate::preferences::SYSTEM);
    Ok(chosen
        .into_iter()
        .chain(computers.iter().cloned())
        .collect())
}

fn tongue(journal: &Journal, languages: &[String]) -> Result<Tongue, Trouble> {
    let country = journal
        .preference("country")?
        .unwrap_or_else(|| country_of(languages));
    let mut tongue = Tongue::new(&choose(languages), grams_per_drink(&country));
    tongue.halves = journal.preference("clock")?.as_deref() == Some("12");
    Ok(tongue)
}

fn day_starts(journal: &Journal) -> Result<u32, Trouble> {
    let said = journal.preference("day-starts")?;
    Ok(said
        .and_then(|text| text.parse().ok())
        .unwrap_or(care::day::STARTS))
}

/// The words an entry is found by: its note and what was answered in words of one's own.
fn words(shelf: &Shelf, entry: &Entry) -> String {
    let text = |key: &str| {
        let field = shelf.find(&entry.tracker).and_then(|d| d.field(key));
        field.is_some_and(|f| matches!(f.kind, care::Kind::Text { .. }))
    };
    let answers = entry
        .values
        .iter()
        .filter(|(key, _)| text(key))
        .flat_map(|(_, values)| values.iter().filter_map(|v| v.text.as_deref()));
    answers
        .chain([entry.note.as_str()])
        .filter(|words| !words.trim().is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The name of a tracker's view: one of the person's own never takes a name the file itself uses.
fn view(own: bool, key: &str) -> String {
    let name = key.replace('-', "_");
    if own { format!("tracker_{name}") } else { name }
}

/// "en_US.UTF-8" lives in US.
fn country_of(languages: &[String]) -> String {
    languages
        .iter()
        .find_map(|tag| {
            let region = tag
                .replace('_', "-")
                .split(['.', '@'])
                .next()?
                .split('-')
                .nth(1)?
                .to_uppercase();
            (region.len() == 2 && !["XA", "XB"].contains(&region.as_str())).then_some(region)
        })
        .unwrap_or_default()
}

pub(crate) fn random<const N: usize>() -> Outcome<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Mishap::Bug(e.to_string()))?;
    Ok(bytes)
}

pub(crate) fn uid() -> Outcome<String> {
    use std::fmt::Write as _;
    Ok(random::<16>()?
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        }))
}
