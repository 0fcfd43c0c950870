//! Damage suite: corrupted journals, WAL files and key files.
//!
//! Damage never yields wrong data in silence, is reported as what it is, and can be repaired.

use crate::common::{self, Bad, Chance, Much, Row, export, options};
use crate::spoil::{At, ends_at_a_save, spoil_file};
use commands::Session;
use commands::error::Error;
use commands::session::open::Credentials;
use journal::{Credential, JournalPaths};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// An intact journal, either closed or as left by a stopped program (with its WAL).
struct Whole {
    folder: PathBuf,
    says: String,
    copy_says: BTreeSet<String>,
}

fn rows(text: &str) -> BTreeSet<String> {
    text.lines().map(str::to_owned).collect()
}

fn whole(folder: &Path, stopped: bool) -> Whole {
    let made = folder.join(if stopped { "stopped" } else { "closed" });
    common::template(&made, 40);
    let lies = folder.join(if stopped {
        "stopped-lies"
    } else {
        "closed-lies"
    });
    let mut open = common::session(&made);
    let copies = journal::list_backups(&JournalPaths::new(&made).backups()).unwrap();
    let copy = common::session(&copies[0].folder);
    let copy_says = rows(&export(&copy).unwrap());
    copy.close().unwrap();
    if stopped {
        for nth in 0..12 {
            common::save(&mut open, &format!("s{nth}")).unwrap();
        }
    }
    let says = export(&open).unwrap();
    if stopped {
        common::copy(&made, &lies);
    }
    open.close().unwrap();
    if !stopped {
        common::copy(&made, &lies);
    }
    let place = JournalPaths::new(&lies);
    assert_eq!(place.wal().exists(), stopped, "saves lie beside it or not");
    Whole {
        folder: lies,
        says,
        copy_says,
    }
}

enum Opened {
    Says(String, bool),
    Named(&'static str),
    Other(String),
}

fn look(place: &Path) -> Opened {
    let named = |trouble: &journal::Error| match trouble {
        journal::Error::Corrupt(_) | journal::Error::Damaged => Some("damaged"),
        journal::Error::Empty(_) => Some("empty"),
        journal::Error::Missing(_) => Some("missing"),
        journal::Error::KeyFileUnreadable(_)
        | journal::Error::KeyFileDamaged
        | journal::Error::KeyFileMissing(_) => Some("keys"),
        _ => None,
    };
    let of = |error: Error| match &error {
        Error::Journal(trouble) => {
            named(trouble).map_or(Opened::Other(error.to_string()), Opened::Named)
        }
        _ => Opened::Other(format!("{error:?}")),
    };
    let options = commands::OpenOptions {
        create: false,
        ..options(place, Credentials::None)
    };
    match Session::open(&options) {
        Err(error) => of(error),
        Ok(open) => {
            let cut = open.journal().condition().cut_off;
            let message = export(&open);
            drop(open);
            match message {
                Ok(message) => Opened::Says(message, cut),
                Err(error) => of(error),
            }
        }
    }
}

/// Repairs a journal and checks it: everything in the backup is back, and nothing is there that was
/// never written.
fn brought_back(place: &Path, whole: &Whole) -> Result<(), String> {
    let place = JournalPaths::new(place);
    journal::repair(&place, &Credential::None, 9).map_err(|e| format!("repair: {e}"))?;
    let open =
        Session::open(&options(&place.folder, Credentials::None)).map_err(|e| e.to_string())?;
    let says = rows(&export(&open).map_err(|e| e.to_string())?);
    let findings = open
        .journal()
        .check(open.definitions().all(), commands::clock::zones());
    open.close().map_err(|e| e.to_string())?;
    if let Some(finding) = findings.map_err(|e| e.to_string())?.first() {
        return Err(finding.to_string());
    }
    if let Some(row) = whole.copy_says.difference(&says).next() {
        return Err(format!("not back: {row}"));
    }
    match says.difference(&rows(&whole.says)).next() {
        Some(row) => Err(format!("never written: {row}")),
        None => Ok(()),
    }
}

/// Tally of the results.
#[derive(Default)]
struct Counted {
    bad: Bad,
    harmless: u32,
    named: u32,
    cuts: u32,
}

impl Counted {
    /// Damages one file of a journal that has a backup, and counts the result.
    fn variant(&mut self, variant: u32, place: &Path, whole: &Whole, at: At, chance: &mut Chance) {
        common::copy(&whole.folder, place);
        let lies = JournalPaths::new(place);
        let (done, changed) = match at {
            At::Journal => spoil_file(&lies.file(), chance),
            At::Saves => spoil_file(&lies.wal(), chance),
            At::OneKeys => spoil_file(&lies.key_file(), chance),
            At::BothKeys => {
                let (done, changed) = spoil_file(&lies.key_file(), chance);
                spoil_file(&lies.key_file_twin(), chance);
                (done, changed)
            }
        };
        if at == At::Saves && done == "cut off" {
            let stored = std::fs::metadata(lies.wal()).map_or(0, |data| data.len() as usize);
            let whole_saves = std::fs::read(JournalPaths::new(&whole.folder).wal()).unwrap();
            if ends_at_a_save(&whole_saves, stored) {
                return;
            }
        }
        let say = |why: String| format!("variant {variant}, {at:?}, {done}: {why}");
        match (look(place), at) {
            (Opened::Says(says, _), _) if says == whole.says => self.harmless += 1,
            // The user is told that the last save may be missing.
            (Opened::Says(_, true), At::Saves) => self.cuts += 1,
            (Opened::Says(..), _) if changed => self.bad.say(say("wrong in silence".into())),
            (Opened::Says(..), _) => self.harmless += 1,
            (Opened::Named("damaged" | "empty" | "missing"), At::Journal | At::Saves) => {
                self.named += 1;
                if let Err(why) = brought_back(place, whole) {
                    self.bad.say(say(why));
                }
            }
            (Opened::Named(other), _) => self.bad.say(say(format!("called {other}"))),
            (Opened::Other(other), _) => self.bad.say(say(other)),
        }
    }

    /// Damages the key files of a journal without backups. No other key file can open it then, so
    /// the damage must be reported. Changed white space in a key file is harmless.
    fn without_a_copy(&mut self, variant: u32, place: &Path, whole: &Whole, chance: &mut Chance) {
        common::copy(&whole.folder, place);
        let lies = JournalPaths::new(place);
        std::fs::remove_dir_all(lies.backups()).unwrap();
        let (done, _) = spoil_file(&lies.key_file(), chance);
        std::fs::copy(lies.key_file(), lies.key_file_twin()).unwrap();
        match look(place) {
            Opened::Named("keys") => self.named += 1,
            Opened::Says(says, _) if says == whole.says => self.harmless += 1,
            Opened::Says(..) => self
                .bad
                .say(format!("keys {variant}, {done}: wrong in silence")),
            Opened::Named(other) => self
                .bad
                .say(format!("keys {variant}, {done}: called {other}")),
            Opened::Other(other) => self.bad.say(format!("keys {variant}, {done}: {other}")),
        }
    }
}

pub fn damage(much: Much) -> Row {
    let variants = much.of(200, 5000);
    let folder = tempfile::tempdir().unwrap();
    let (closed, stopped) = (whole(folder.path(), false), whole(folder.path(), true));
    let place = folder.path().join("variant");
    let mut counted = Counted::default();
    let mut chance = Chance::new(23);
    for variant in 0..variants {
        let at = [
            At::Journal,
            At::Journal,
            At::Saves,
            At::OneKeys,
            At::BothKeys,
        ][chance.below(5)];
        let whole = if at == At::Saves || chance.below(4) == 0 {
            &stopped
        } else {
            &closed
        };
        let _ = std::fs::remove_dir_all(&place);
        counted.variant(variant, &place, whole, at, &mut chance);
    }
    for variant in 0..variants / 10 {
        let _ = std::fs::remove_dir_all(&place);
        counted.without_a_copy(variant, &place, &closed, &mut chance);
    }
    let Counted {
        bad,
        harmless,
        named,
        cuts,
    } = counted;
    Row {
        name: "damaged journals, saves and keys".into(),
        tried: format!(
            "{} variants: {harmless} without effect, {named} named, {cuts} told as cut off",
            variants + variants / 10
        ),
        found: format!("{} silently wrong, misnamed or not brought back", bad.0),
        bad: bad.0,
    }
}
