//! Worker process of the kill and fault-injection suites.
//!
//! Runs the real use cases on a real journal. Announces each change before it starts and
//! acknowledges it once it has returned.

use crate::common::{Chance, NOON, draft, later, notes, options, save};
use crate::locks::doors;
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
use journal::{Credential, JournalPaths};
use std::io::Write as _;
use std::path::Path;

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

pub fn report(word: &str, state: &[String]) {
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
        self.act(after, move |open| csv_import::import_csv(open, &file, None))
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

pub fn repair(folder: &Path) {
    report("begun", &[]);
    match journal::repair(&JournalPaths::new(folder), &Credential::None, 7) {
        Ok(_) => println!("set"),
        Err(trouble) => println!("refused {trouble}"),
    }
}

/// Environment variable that sets the clock of workers.
pub const CLOCK: (&str, &str) = ("DAYMARK_CLOCK", NOON);
