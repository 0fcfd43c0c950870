//! Helpers shared by the suites: paths, seeded random numbers, test journals and their content.

use commands::OpenOptions;
use commands::Session;
use commands::app::preferences;
use commands::backup;
use commands::clock::Clock;
use commands::entries::record;
use commands::error;
use commands::session::open::Credentials;
use commands::transfer::csv_export;
use domain::{Answer, Draft};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const NOON: &str = "2026-11-23T12:00:00Z Europe/Berlin";

/// Returns the path of a program built beside this one.
pub fn built(name: &str) -> PathBuf {
    std::env::current_exe()
        .unwrap()
        .parent()
        .unwrap()
        .join(name)
}

/// Returns the repository root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// How much a suite tries.
#[derive(Clone, Copy)]
pub struct Much {
    pub long: bool,
    /// Count from the command line; overrides the default of the suite.
    pub message: Option<u32>,
}

impl Much {
    pub fn of(self, short: u32, long: u32) -> u32 {
        self.message.unwrap_or(if self.long { long } else { short })
    }
}

/// One row of the result table.
pub struct Row {
    pub name: String,
    pub tried: String,
    pub found: String,
    pub bad: u32,
}

/// Counts failures and prints the first 20.
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

/// Seeded pseudo-random number generator (xorshift).
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

pub fn options(folder: &Path, secret: Credentials) -> OpenOptions {
    OpenOptions {
        folder: Some(folder.to_owned()),
        clock: Clock::parse(NOON).unwrap(),
        languages: vec!["en-GB".into()],
        create: true,
        credentials: secret,
    }
}

pub fn session(folder: &Path) -> Session {
    Session::open(&options(folder, Credentials::None)).unwrap()
}

pub fn reopened(folder: &Path) -> error::Result<Session> {
    Session::open(&OpenOptions {
        create: false,
        ..options(folder, Credentials::None)
    })
}

/// Returns a fixed clock, `seconds` after `NOON`.
pub fn later(seconds: u32) -> Clock {
    let Some(Clock::Still(at, zone)) = Clock::parse(NOON) else {
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

pub fn save(open: &mut Session, note: &str) -> error::Result<commands::Changed> {
    record::record_entry(open, draft(note).clone(), None)
}

/// Returns the notes of all entries, sorted. Each entry has a unique note.
pub fn notes(journal: &journal::Journal) -> Result<Vec<String>, journal::Error> {
    let mut notes: Vec<String> = journal.all_entries()?.into_iter().map(|e| e.note).collect();
    notes.sort();
    Ok(notes)
}

pub fn export(open: &Session) -> error::Result<String> {
    csv_export::csv_long(open, &csv_export::PrivateData::All)
}

/// Creates a journal with `entries` entries, then a backup, then a quarter as many entries again.
pub fn template(folder: &Path, entries: u32) {
    let mut open = session(folder);
    preferences::complete_onboarding(&mut open, "GB".into()).unwrap();
    for nth in 0..entries {
        save(&mut open, &format!("t{nth}")).unwrap();
    }
    backup::create_backup(&mut open).unwrap();
    for nth in entries..entries + entries / 4 {
        save(&mut open, &format!("t{nth}")).unwrap();
    }
    open.close().unwrap();
}

/// Copies a folder recursively.
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

/// Compiles a C shim for `LD_PRELOAD` and returns its path.
pub fn shim(name: &str, into: &Path) -> PathBuf {
    let made = into.join(format!("{name}.so"));
    let built = Command::new("cc")
        .args(["-O1", "-shared", "-fPIC", "-o"])
        .arg(&made)
        .arg(root().join(format!("tests/src/bin/durability/{name}.c")))
        .arg("-ldl")
        .status();
    assert!(built.is_ok_and(|s| s.success()), "cc builds {name}.c");
    made
}
