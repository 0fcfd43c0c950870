//! An open journal with everything a use case needs: the time, the words, the definitions.
//!
//! Owns opening and beginning. There is one session a program and one way to write: `act`.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::clock::Clock;
use crate::shelf::Shelf;
use crate::speech::{Tongue, choose};
use crate::word;
use care::check::Here;
use care::unit::grams_per_drink;
use care::{Definition, Entry};
use chrono::NaiveDate;
use journal::{Item, Journal, Kept, Key, Place, Trouble};
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
    shelf: Shelf,
    tongue: Tongue,
    clock: Clock,
    languages: Vec<String>,
}

impl Session {
    /// Opens the journal, or makes one where there is none and that was asked.
    pub fn open(options: &Options) -> Outcome<Self> {
        let place = options.place();
        let now = options.clock.now().timestamp();
        let mut journal = if place.vacant() && options.create {
            Journal::create(&place, &Key::new(random()?), now)?
        } else {
            Journal::open(&place, now)?
        };
        let shelf = Shelf::built_in().map_err(|refused| Mishap::Bug(refused.to_string()))?;
        journal.adopt(
            &shelf
                .all()
                .iter()
                .map(|d| d.key.as_str())
                .collect::<Vec<_>>(),
        )?;
        journal.view_trackers(shelf.all())?;
        let tongue = tongue(&journal, &options.languages)?;
        Ok(Self {
            journal,
            shelf,
            tongue,
            clock: options.clock,
            languages: options.languages.clone(),
        })
    }

    /// Ends it, with everything in the journal's one file.
    pub fn close(self) -> Outcome<()> {
        Ok(self.journal.close()?)
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
        care::day::STARTS
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
        })
    }

    /// One act: on disk when this returns.
    pub fn act(&mut self, act: &str, items: &[Item], topics: &[Topic]) -> Outcome<Changed> {
        self.journal
            .change(act, self.clock.now().timestamp(), items)?;
        if topics.contains(&Topic::Preferences) {
            self.tongue = tongue(&self.journal, &self.languages)?;
        }
        let time = self
            .clock
            .now()
            .with_timezone(&self.clock.zone())
            .format("%H:%M")
            .to_string();
        let said = self
            .tongue
            .say_with(word::SAVED_AT, &[("time", time.into())]);
        Ok(Changed {
            topics: topics.to_vec(),
            said,
            uid: None,
            count: items.len(),
        })
    }

    /// Takes the last act back, or does it again. Gives its name.
    pub(crate) fn turn(&mut self, again: bool) -> Outcome<Option<String>> {
        let act = if again {
            self.journal.redo()?
        } else {
            self.journal.undo()?
        };
        self.tongue = tongue(&self.journal, &self.languages)?;
        Ok(act)
    }

    /// An entry as the journal keeps it, with what it adds up to.
    pub fn keep(&self, entry: Entry) -> Outcome<Item> {
        let measured = entry.measured(self.definition(&entry.tracker)?);
        Ok(Item::Entry {
            uid: entry.uid.clone(),
            kept: Some(Box::new(Kept {
                id: None,
                entry,
                measured,
            })),
        })
    }
}

fn tongue(journal: &Journal, languages: &[String]) -> Result<Tongue, Trouble> {
    let country = journal
        .preference("country")?
        .unwrap_or_else(|| country_of(languages));
    Ok(Tongue::new(&choose(languages), grams_per_drink(&country)))
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

fn random<const N: usize>() -> Outcome<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Mishap::Bug(e.to_string()))?;
    Ok(bytes)
}

fn uid() -> Outcome<String> {
    use std::fmt::Write as _;
    Ok(random::<16>()?
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        }))
}
