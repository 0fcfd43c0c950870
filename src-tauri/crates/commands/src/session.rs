//! Session: an open journal with the clock, the locale and the definitions.
//!
//! A program has one session. Every change that can be undone is written through `act` or
//! `act_settling`.

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

/// How to open a session.
#[derive(Debug, Clone)]
pub struct Options {
    /// The journal's folder. If none, the environment variable `DAYMARK_JOURNAL`, else the default
    /// folder of the computer.
    pub folder: Option<PathBuf>,
    /// The source of the time.
    pub clock: Clock,
    /// Requested languages, best first.
    pub languages: Vec<String>,
    /// Whether to create a journal if there is none.
    pub create: bool,
    /// The credential that unlocks the journal.
    pub secret: Secret,
}

/// A credential that unlocks the journal, as typed.
#[derive(Clone, Default)]
pub enum Secret {
    /// None: the keyring of this computer or a key slot without a lock opens it.
    #[default]
    Nothing,
    /// A passphrase.
    Passphrase(String),
    /// The code of a recovery sheet.
    Sheet(String),
}

impl std::fmt::Debug for Secret {
    /// Omits what was typed.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Nothing => "nothing",
            Self::Passphrase(_) => "a passphrase",
            Self::Sheet(_) => "a sheet",
        })
    }
}

impl Options {
    /// Returns the defaults of this computer: its folder, clock and languages.
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

    /// Returns the location of the journal.
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

/// An open journal with the clock, the locale and the definitions.
pub struct Session {
    journal: Journal,
    built_in: Shelf,
    shelf: Shelf,
    tongue: Tongue,
    day_starts: u32,
    clock: Clock,
    computers: Vec<String>,
    languages: Vec<String>,
    /// Why the last backup failed, as a sentence.
    pub(crate) no_copy: Option<String>,
}

impl Session {
    /// Opens the journal. Creates one if there is none and `create` is set.
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

    /// Reloads the definitions with custom trackers and names, and updates the tracker views.
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

    /// Closes the journal. All changes are checkpointed into its one file.
    pub fn close(self) -> Outcome<()> {
        Ok(self.journal.close()?)
    }

    /// Closes the journal after a crash, without a checkpoint: a running backup may be reading its
    /// file.
    pub fn leave(self) -> Outcome<()> {
        Ok(self.journal.leave()?)
    }

    /// Returns why the last backup failed, as a sentence; none if it succeeded.
    pub fn no_copy(&self) -> Option<&str> {
        self.no_copy.as_deref()
    }

    /// Returns the journal, for reading.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Returns the definitions.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Returns the locale.
    pub fn tongue(&self) -> &Tongue {
        &self.tongue
    }

    /// Returns the requested languages, best first: the user's choice before those of the computer.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// Returns the clock.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Replaces the clock, to record entries of other days.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// Returns the definition with that key.
    pub fn definition(&self, key: &str) -> Outcome<&Definition> {
        self.shelf
            .find(key)
            .ok_or_else(|| Mishap::NoTracker(key.to_owned()))
    }

    /// Returns the current day of the patient.
    pub fn today(&self) -> NaiveDate {
        care::day::patients_day(self.clock.now(), self.clock.zone(), self.day_starts())
    }

    /// Returns when the patient's day starts, in minutes after midnight.
    pub fn day_starts(&self) -> u32 {
        self.day_starts
    }

    /// Returns the journal for writes that undo does not cover, such as drafts.
    pub(crate) fn journal_mut(&mut self) -> &mut Journal {
        &mut self.journal
    }

    /// Returns the chosen country, else the country of the languages; empty if neither is known.
    pub fn country(&self) -> String {
        let said = self.journal.preference("country").ok().flatten();
        said.unwrap_or_else(|| country_of(&self.languages))
    }

    /// Returns the context that validates an entry written now.
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

    /// Applies `items` as one change that can be undone. Durable on return.
    pub fn act(&mut self, act: &str, items: &[Item], topics: &[Topic]) -> Outcome<Changed> {
        self.act_settling(act, items, topics, None)
    }

    /// Like `act`; also deletes the draft of `form` in the same transaction.
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

    /// Saves app state. Undo does not cover it.
    pub(crate) fn remember(&mut self, key: &str, value: &str) -> Outcome<Changed> {
        self.journal.remember(key, value)?;
        Ok(Changed {
            topics: vec![Topic::Preferences],
            said: String::new(),
            uid: None,
            count: 0,
        })
    }

    /// Undoes the last change, or redoes it if `again` is set. Returns its name, if there was one.
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

    /// Reloads the settings from the preferences.
    fn settle(&mut self) -> Outcome<()> {
        self.languages = languages(&self.journal, &self.computers)?;
        self.tongue = tongue(&self.journal, &self.languages)?;
        self.day_starts = day_starts(&self.journal)?;
        Ok(())
    }

    /// Returns an entry as the journal stores it, with its measures computed.
    pub fn keep(&self, entry: Entry) -> Outcome<Item> {
        let definition = self.definition(&entry.tracker)?;
        Ok(self.keep_by(definition, entry))
    }

    /// Like `keep`, with a definition that is not in effect yet.
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

/// Ignores `ReadOnly` and `Full`: start-up housekeeping must not block reading.
fn if_it_can(written: Result<(), Trouble>) -> Outcome<()> {
    match written {
        Err(Trouble::ReadOnly | Trouble::Full) => Ok(()),
        other => Ok(other?),
    }
}

fn unlocked(place: &Place, secret: &Secret, now: i64) -> Outcome<Journal> {
    brought(place, secret, |unlock| Journal::open(place, unlock, now))
}

/// Returns the secret from the keyring of this computer, if the journal has a keyring slot.
fn of_this_computer(place: &Place) -> Option<keyring::Secret> {
    let keys = Keys::read(place).ok()?;
    if keys.doors().computer {
        keyring::fetch(keys.name())
    } else {
        None
    }
}

/// Runs `act` with the credential. Without one, uses the keyring of this computer if it has a
/// secret.
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

/// Returns the searchable text of an entry: its note and its text answers.
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

/// Returns the name of a tracker's SQL view. A prefix keeps custom trackers from using names that
/// the journal itself uses.
fn view(own: bool, key: &str) -> String {
    let name = key.replace('-', "_");
    if own { format!("tracker_{name}") } else { name }
}

/// Returns the country of the first language tag that has one: "US" for "en_US.UTF-8".
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
