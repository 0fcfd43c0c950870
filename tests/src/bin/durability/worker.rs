//! Worker process of the kill and fault-injection suites.
//!
//! Runs the real use cases on a real journal. Announces each change before it starts and
//! acknowledges it once it has returned.

use crate::common::{self, Chance, NOON, draft, later, notes, options, save};
use commands::Session;
use commands::app::undo;
use commands::backup;
use commands::backup::restore;
use commands::entries::record;
use commands::entries::trash;
use commands::error::Result;
use commands::failure::message;
use commands::session::open::Credentials;
use commands::transfer::csv_import;
use journal::UnlockMethod;
use journal::{Argon2Cost, Credential, Journal, JournalPaths, RecoveryCode, SaltAndNonce};
use std::io::Write as _;
use std::path::Path;

/// Minimal cost of key derivation: the suites test what is on disk, not the cost of unlocking.
pub const CHEAP: Argon2Cost = Argon2Cost {
    memory: 64,
    passes: 1,
};
pub const PASSPHRASE: &str = "correct horse battery";

/// Kinds of work that end without being killed.
pub const ENDING: [&str; 10] = [
    "save",
    "backup",
    "restore",
    "import",
    "migration",
    "passphrase",
    "sheet",
    "create",
    "repair",
    "erase",
];

fn report(word: &str, state: &[String]) {
    println!(
        "{word} {}",
        serde_json::to_string(state).unwrap_or_default()
    );
    let _ = std::io::stdout().flush();
}

struct Worker {
    open: Session,
    state: Vec<String>,
    seconds: u32,
}

impl Worker {
    /// Runs a change that should result in the state `after`. Returns false if it was refused; the
    /// worker then stops.
    fn act(
        &mut self,
        mut after: Vec<String>,
        act: impl FnOnce(&mut Session) -> Result<commands::Changed>,
    ) -> bool {
        after.sort();
        self.seconds += 1;
        self.open.set_clock(later(self.seconds));
        report("will", &after);
        match act(&mut self.open) {
            Ok(_) => {
                self.state = after;
                report("did", &self.state);
                true
            }
            Err(error) => {
                let shown_text = message::localize(&error, &self.open).message;
                println!("refused {}", shown_text.replace('\n', " "));
                match notes(self.open.journal()) {
                    Ok(now) if now == self.state || now == after => {}
                    Ok(now) => println!("violation {now:?} after a refusal"),
                    Err(error) => println!("unread {error}"),
                }
                false
            }
        }
    }

    fn save(&mut self, note: &str) -> bool {
        let mut after = self.state.clone();
        after.push(note.to_owned());
        let note = note.to_owned();
        self.act(after, move |open| save(open, &note))
    }

    fn uid(&self, note: &str) -> Option<String> {
        let entries = self.open.journal().all_entries().ok()?;
        entries.into_iter().find(|e| e.note == note).map(|e| e.uid)
    }

    fn amend(&mut self, note: &str, to: &str) -> bool {
        let Some(uid) = self.uid(note) else {
            return true;
        };
        let mut after = self.state.clone();
        after.retain(|n| n != note);
        after.push(to.to_owned());
        let to = draft(to);
        self.act(after, move |open| {
            record::amend_entry(open, uid.clone(), to.clone(), None)
        })
    }

    fn remove(&mut self, note: &str, erase: bool) -> bool {
        let Some(uid) = self.uid(note) else {
            return true;
        };
        let mut after = self.state.clone();
        after.retain(|n| n != note);
        self.act(after, move |open| {
            if erase {
                trash::erase_entry(open, uid.clone())
            } else {
                record::remove_entry(open, uid.clone())
            }
        })
    }

    fn undo(&mut self, before: Vec<String>) -> bool {
        self.act(before, undo::undo)
    }

    fn create_backup(&mut self) -> bool {
        self.act(self.state.clone(), backup::create_backup)
    }

    fn restore(&mut self, nth: usize) -> bool {
        let Ok(page) = backup::backups(&self.open) else {
            return true;
        };
        let Some(name) = page.backups.get(nth % page.backups.len().max(1)) else {
            return true;
        };
        let place = self.open.journal().paths().backups();
        let all = journal::list_backups(&place).unwrap_or_default();
        let copy = all
            .into_iter()
            .find(|b| b.folder.ends_with(&name.folder_name));
        let held = copy.and_then(|copy| {
            let copy = self.open.journal().open_backup(&copy, 0).ok()?;
            let held = notes(&copy).ok();
            copy.close().ok()?;
            held
        });
        let Some(held) = held else { return true };
        let name = name.folder_name.clone();
        self.act(held, move |open| {
            restore::restore_backup(open, name.clone())
        })
    }

    fn import(&mut self, file: &Path) -> bool {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let mut after = self.state.clone();
        for nth in 0..5 {
            let note = format!("i{nth}");
            if text.contains(&note) && !after.contains(&note) {
                after.push(note);
            }
        }
        let file = file.to_owned();
        self.act(after, move |open| csv_import::import_csv(open, &file))
    }
}

/// Runs one kind of work until it is done or killed.
pub fn work(folder: &Path, what: &str, seed: u64, import: &Path) {
    match what {
        "passphrase" | "sheet" => return doors(folder, what),
        "repair" => return repair(folder),
        _ => {}
    }
    report("begun", &[]);
    let opened = Session::open(&options(folder, Credentials::None));
    let open = match opened {
        Ok(open) => open,
        Err(error) => {
            let shown_text = message::startup_error(&error, &["en".into()]).message;
            println!("refused {shown_text}");
            return;
        }
    };
    let Ok(state) = notes(open.journal()) else {
        println!("unread at the start");
        return;
    };
    report("did", &state);
    let mut worker = Worker {
        open,
        state,
        seconds: 60 + (seed % 1000) as u32 * 40,
    };
    match what {
        "save" | "create" | "migration" => {
            let before = worker.state.clone();
            let _ = worker.save("a")
                && worker.save("b")
                && worker.amend("a", "c")
                && worker.remove("b", false)
                && {
                    let mut with = before;
                    with.extend(["b".to_owned(), "c".to_owned()]);
                    worker.undo(with)
                };
        }
        "backup" => {
            let _ = worker.save("a")
                && worker.create_backup()
                && worker.save("b")
                && worker.create_backup();
        }
        "restore" => {
            let _ = worker.restore(0);
        }
        "import" => {
            let _ = worker.import(import);
        }
        "erase" => {
            let _ = worker.remove("t1", true);
        }
        _ => mixed(&mut worker, seed, import),
    }
    if let Err(error) = worker.open.close() {
        println!("refused at the end: {error}");
    }
}

fn mixed(worker: &mut Worker, seed: u64, import: &Path) {
    let mut chance = Chance::new(seed);
    let mut before = None;
    for nth in 0.. {
        let some = worker
            .state
            .get(chance.below(worker.state.len()))
            .cloned()
            .unwrap_or_default();
        let stood = worker.state.clone();
        let chosen = chance.below(20);
        println!("doing {chosen}");
        let went = match chosen {
            0..=11 if worker.state.len() < 60 => worker.save(&format!("m{seed}-{nth}")),
            0..=12 => worker.remove(&some, false),
            // Imported entries keep their identity: a second import recognises one even after its
            // note changed.
            13 | 14 if some.starts_with('i') => true,
            13 | 14 => worker.amend(&some, &format!("a{seed}-{nth}")),
            15 => match before.take() {
                Some(before) => worker.undo(before),
                None => true,
            },
            16 | 17 => worker.create_backup(),
            18 => worker.restore(chance.below(10)),
            _ => worker.import(import),
        };
        if !went {
            return;
        }
        // A second undo goes back one step further; it is no redo.
        before = (chosen != 15 && worker.state != stood).then_some(stood);
    }
}

fn fresh() -> SaltAndNonce {
    SaltAndNonce {
        salt: [5; 16],
        nonce: [6; 24],
    }
}

/// Returns the recovery code that workers set.
pub fn code() -> RecoveryCode {
    RecoveryCode::new([41; 20])
}

fn doors(folder: &Path, what: &str) {
    report("begun", &[]);
    let place = JournalPaths::new(folder);
    let done = Journal::open(&place, &Credential::None, 0).and_then(|mut open| {
        report("did", &notes(&open)?);
        println!("setting");
        if what == "sheet" {
            open.set_recovery_code(UnlockMethod::Recovery, &code(), &fresh())?;
        } else {
            open.set_passphrase(PASSPHRASE, CHEAP, &fresh())?;
        }
        println!("set");
        open.close()
    });
    if let Err(trouble) = done {
        println!("refused {trouble}");
    }
}

fn repair(folder: &Path) {
    report("begun", &[]);
    match journal::repair(&JournalPaths::new(folder), &Credential::None, 7) {
        Ok(_) => println!("set"),
        Err(trouble) => println!("refused {trouble}"),
    }
}

/// Parsed output of a worker.
#[derive(Default)]
pub struct MeasureView {
    pub did: Option<Vec<String>>,
    pub will: Option<Vec<String>>,
    pub set: bool,
    pub acks: u32,
    pub violation: Option<String>,
    /// Numbers of the operations that were started.
    pub doing: String,
}

impl MeasureView {
    pub fn read(lines: &str) -> Self {
        let mut emitted = Self::default();
        let state = |rest: &str| serde_json::from_str(rest).unwrap_or_default();
        // A line cut off by the kill does not count.
        let whole = lines.rfind('\n').map_or("", |at| &lines[..at]);
        for line in whole.lines() {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            match word {
                "will" => emitted.will = Some(state(rest)),
                "did" => {
                    emitted.did = Some(state(rest));
                    emitted.will = None;
                    emitted.acks += 1;
                }
                "set" => emitted.set = true,
                "doing" => emitted.doing = format!("{} {rest}", emitted.doing),
                "violation" => emitted.violation = Some(line.to_owned()),
                _ => {}
            }
        }
        emitted
    }
}

/// Verifies the journal a worker left. All acknowledged changes are present, nothing else is, and
/// the journal and its backups open.
pub fn verify(folder: &Path, what: &str, emitted: &MeasureView) -> Result<(), String> {
    if let Some(violation) = &emitted.violation {
        return Err(violation.clone());
    }
    let place = JournalPaths::new(folder);
    if what == "repair" {
        let opened = Journal::open(&place, &Credential::None, 0).and_then(Journal::close);
        if emitted.set {
            opened.map_err(|error| format!("repaired, and then {error}"))?;
        } else {
            journal::repair(&place, &Credential::None, 9)
                .map_err(|e| format!("repaired again: {e}"))?;
        }
    }
    let secrets: &[Credentials] = &match what {
        "passphrase" if emitted.set => vec![Credentials::Passphrase(PASSPHRASE.into())],
        "passphrase" => vec![
            Credentials::Passphrase(PASSPHRASE.into()),
            Credentials::None,
        ],
        "sheet" if emitted.set => vec![Credentials::Recovery(code().groups().concat())],
        _ => vec![Credentials::None],
    };
    let mut opened = Err("no door".to_owned());
    for secret in secrets {
        opened = Session::open(&options(folder, secret.clone())).map_err(|e| format!("open: {e}"));
        if opened.is_ok() {
            break;
        }
    }
    let mut open = opened?;
    let now = notes(open.journal()).map_err(|e| format!("read: {e}"))?;
    let expected = |state: &Option<Vec<String>>| state.as_ref() == Some(&now);
    if emitted.did.is_some() && !expected(&emitted.did) && !expected(&emitted.will) {
        let did = emitted.did.clone().unwrap_or_default();
        let will = emitted.will.clone().unwrap_or_default();
        return Err(format!(
            "{} than acknowledged; {} than begun ({})",
            unlike(&now, &did),
            unlike(&now, &will),
            emitted.doing
        ));
    }
    let findings = open
        .journal()
        .check(open.definitions().all())
        .map_err(|e| format!("check: {e}"))?;
    if let Some(finding) = findings.first() {
        return Err(format!("check: {finding}"));
    }
    copies_hold(&mut open)?;
    open.close().map_err(|e| format!("close: {e}"))
}

/// Describes how two states differ.
fn unlike(now: &[String], other: &[String]) -> String {
    let less: Vec<_> = other.iter().filter(|n| !now.contains(n)).collect();
    let more: Vec<_> = now.iter().filter(|n| !other.contains(n)).collect();
    format!("without {less:?} and with {more:?} more")
}

/// Checks that every listed backup is intact, that another one can be made, and that no unfinished
/// backup remains.
fn copies_hold(open: &mut Session) -> Result<(), String> {
    let all = backup::backups(open).map_err(|e| format!("copies: {e}"))?;
    for copy in &all.backups {
        let drill = backup::verify_backup(open, copy.folder_name.clone())
            .map_err(|e| format!("drill: {e}"))?;
        if !drill.message.starts_with("This backup is whole") {
            return Err(format!("{}: {}", copy.folder_name, drill.message));
        }
    }
    open.set_clock(common::later(90_000));
    backup::create_backup(open).map_err(|e| format!("another copy: {e}"))?;
    let left = std::fs::read_dir(open.journal().paths().backups()).map_err(|e| e.to_string())?;
    for entry in left.flatten() {
        if entry.file_name().to_string_lossy().contains("unfinished") {
            return Err("something unfinished is left".into());
        }
    }
    Ok(())
}

/// Environment variable that sets the clock of workers.
pub const CLOCK: (&str, &str) = ("DAYMARK_CLOCK", NOON);
