//! What the suites share: places, chance with a seed, a journal to begin with, and what a journal says.

use care::{Answer, Draft};
use commands::clock::Clock;
use commands::session::Secret;
use commands::{Options, Session, exchange, record};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const NOON: &str = "2026-11-23T12:00:00Z Europe/Berlin";

/// A program that was built beside this one.
pub fn built(name: &str) -> PathBuf {
    std::env::current_exe()
        .unwrap()
        .parent()
        .unwrap()
        .join(name)
}

/// The project's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// How much is tried, and where the table goes.
#[derive(Clone, Copy)]
pub struct Much {
    pub long: bool,
    /// Said on the command line, for the suite that is named.
    pub said: Option<u32>,
}

impl Much {
    pub fn of(self, short: u32, long: u32) -> u32 {
        self.said.unwrap_or(if self.long { long } else { short })
    }
}

/// One line of the table.
pub struct Row {
    pub name: String,
    pub tried: String,
    pub found: String,
    pub bad: u32,
}

/// Counts what was wrong and says the first few.
#[derive(Default)]
pub struct Bad(pub u32);

impl Bad {
    pub fn say(&mut self, what: impl std::fmt::Display) {
        self.0 += 1;
        if self.0 <= 20 {
            println!("  ! {what}");
        }
    }
}

/// Chance that comes again.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, of: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % of.max(1) as u64) as usize
    }

    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.below(256) as u8).collect()
    }
}

pub fn options(folder: &Path, secret: Secret) -> Options {
    Options {
        folder: Some(folder.to_owned()),
        clock: Clock::read(NOON).unwrap(),
        languages: vec!["en-GB".into()],
        create: true,
        secret,
    }
}

pub fn session(folder: &Path) -> Session {
    Session::open(&options(folder, Secret::Nothing)).unwrap()
}

pub fn reopened(folder: &Path) -> commands::bridge::Outcome<Session> {
    Session::open(&Options {
        create: false,
        ..options(folder, Secret::Nothing)
    })
}

/// A clock so many seconds later.
pub fn later(seconds: u32) -> Clock {
    let Some(Clock::Still(at, zone)) = Clock::read(NOON) else {
        unreachable!("it stands still")
    };
    Clock::Still(at + chrono::Duration::seconds(i64::from(seconds)), zone)
}

pub fn draft(note: &str) -> Draft {
    Draft {
        tracker: "exercise".into(),
        day: "2026-11-23".into(),
        values: BTreeMap::from([("minutes".to_owned(), Answer::Number(20.0))]),
        note: note.to_owned(),
        ..Draft::default()
    }
}

pub fn save(open: &mut Session, note: &str) -> commands::bridge::Outcome<commands::Changed> {
    record::record_entry(open, &draft(note), None)
}

/// The notes of a journal, sorted: each entry has its own.
pub fn notes(journal: &journal::Journal) -> Result<Vec<String>, journal::Trouble> {
    let mut notes: Vec<String> = journal.all_entries()?.into_iter().map(|e| e.note).collect();
    notes.sort();
    Ok(notes)
}

pub fn export(open: &Session) -> commands::bridge::Outcome<String> {
    exchange::csv_long(open, &exchange::Private::All)
}

/// A journal with some entries, a copy of it, and some more entries.
pub fn template(folder: &Path, entries: u32) {
    let mut open = session(folder);
    commands::preferences::begin(&mut open, "GB").unwrap();
    for nth in 0..entries {
        save(&mut open, &format!("t{nth}")).unwrap();
    }
    commands::backups::back_up(&mut open).unwrap();
    for nth in entries..entries + entries / 4 {
        save(&mut open, &format!("t{nth}")).unwrap();
    }
    open.close().unwrap();
}

/// A folder and all that is in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(|e| e.unwrap()) {
        let into = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &into);
        } else {
            std::fs::copy(entry.path(), into).unwrap();
        }
    }
}

/// Builds what is put before a program's own calls.
pub fn shim(name: &str, into: &Path) -> PathBuf {
    let made = into.join(format!("{name}.so"));
    let built = Command::new("cc")
        .args(["-O1", "-shared", "-fPIC", "-o"])
        .arg(&made)
        .arg(root().join(format!("tests/src/bin/trust/{name}.c")))
        .arg("-ldl")
        .status();
    assert!(built.is_ok_and(|s| s.success()), "cc builds {name}.c");
    made
}
