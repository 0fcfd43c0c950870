//! Kill and fault-injection suites: the core killed at random instants, each disk call failing, and
//! the real window killed during input.

use crate::common::{self, Bad, Chance, Much, Row};
use crate::external_view::{self, Window};
use crate::verify::{WorkerOutput, verify};
use crate::worker::{CLOCK, ENDING};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Template journals for workers.
pub struct Beginnings {
    folder: tempfile::TempDir,
    pub import: PathBuf,
}

impl Beginnings {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        common::template(&folder.path().join("usual"), 12);
        let other = folder.path().join("other");
        let mut open = common::session(&other);
        for nth in 0..5 {
            common::save(&mut open, &format!("i{nth}")).unwrap();
        }
        let import = folder.path().join("import.csv");
        std::fs::write(&import, common::export(&open).unwrap()).unwrap();
        open.close().unwrap();
        let first = folder.path().join("migration");
        common::copy(&common::root().join("tests/journals/0001_start"), &first);
        std::fs::remove_file(first.join("values.csv")).unwrap();
        let damaged = folder.path().join("repair");
        common::copy(&folder.path().join("usual"), &damaged);
        let file = damaged.join("journal.daymark");
        let mut bytes = std::fs::read(&file).unwrap();
        for at in 0..64 {
            bytes[3 * 4096 + at] ^= 0x55;
        }
        std::fs::write(file, bytes).unwrap();
        Self { folder, import }
    }

    /// Prepares the journal folder for a kind of work and returns its path.
    pub fn place(&self, what: &str, into: &Path) -> PathBuf {
        let place = into.join("j");
        let _ = std::fs::remove_dir_all(&place);
        match what {
            "create" => {}
            "migration" | "repair" => common::copy(&self.folder.path().join(what), &place),
            _ => common::copy(&self.folder.path().join("usual"), &place),
        }
        place
    }
}

pub fn worker(place: &Path, what: &str, seed: u64, import: &Path) -> Command {
    let mut worker = Command::new(std::env::current_exe().unwrap());
    worker
        .args(["worker", what, &seed.to_string()])
        .arg(place)
        .arg(import)
        .env(CLOCK.0, CLOCK.1)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    worker
}

fn emitted(mut child: Child) -> WorkerOutput {
    let mut lines = String::new();
    if let Some(out) = &mut child.stdout {
        let _ = out.read_to_string(&mut lines);
    }
    let _ = child.wait();
    WorkerOutput::read(&lines)
}

pub fn kill(much: Much) -> Row {
    let cycles = much.of(80, 2000);
    let beginnings = Beginnings::new();
    let into = tempfile::tempdir().unwrap();
    let (mut bad, mut acks, mut place) = (Bad::default(), 0, PathBuf::new());
    let mut chance = Chance::new(11);
    for cycle in 0..cycles {
        // Each journal is used and killed several times before a new one starts.
        let what = match cycle % 20 {
            7 | 13 => "migration",
            3 => "create",
            17 => "repair",
            11 => "import",
            _ => "mixed",
        };
        if what != "mixed" || cycle % 20 < 1 || cycle % 20 == 8 || cycle % 20 == 14 {
            place = beginnings.place(what, into.path());
        } else if !matches!(cycle % 20, 1 | 2 | 9 | 10 | 15 | 16) {
            place = beginnings.place("mixed", into.path());
        }
        let mut child = worker(&place, what, u64::from(cycle), &beginnings.import)
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(chance.below(240_000) as u64));
        let _ = child.kill();
        let emitted = emitted(child);
        acks += emitted.acks;
        if let Err(why) = verify(&place, what, &emitted) {
            bad.say(format!("cycle {cycle} ({what}): {why}"));
        }
    }
    Row {
        name: "killed at random instants (save, copy, import, restore, migration, repair)".into(),
        tried: format!("{cycles} cycles, {acks} acknowledged acts"),
        found: format!("{} lost or not opening", bad.0),
        bad: bad.0,
    }
}

struct Failing<'a> {
    shim: &'a Path,
    beginnings: &'a Beginnings,
    into: &'a Path,
}

impl Failing<'_> {
    /// Runs a worker whose disk call number `at` fails with `fault`. Returns its folder, its parsed
    /// output and the number of calls.
    fn run(&self, what: &str, at: u32, fault: &str) -> (PathBuf, WorkerOutput, u32) {
        let place = self.beginnings.place(what, self.into);
        let count = self.into.join("count");
        let _ = std::fs::remove_file(&count);
        // The prefix also matches what is created beside `j` under the same name.
        let under = self.into.canonicalize().unwrap().join("j");
        let child = worker(&place, what, 1, &self.beginnings.import)
            .env("LD_PRELOAD", self.shim)
            .env("DAYMARK_FAULT_UNDER", under)
            .env("DAYMARK_FAULT_AT", at.to_string())
            .env("DAYMARK_FAULT_DO", fault)
            .env("DAYMARK_FAULT_COUNT", &count)
            .spawn()
            .unwrap();
        let emitted = emitted(child);
        let calls = std::fs::read_to_string(&count).unwrap_or_default();
        (place, emitted, calls.trim().parse().unwrap_or(0))
    }
}

pub fn faults(much: Much) -> Row {
    let beginnings = Beginnings::new();
    let into = tempfile::tempdir().unwrap();
    let shim = common::shim("faults", into.path());
    let failing = Failing {
        shim: &shim,
        beginnings: &beginnings,
        into: into.path(),
    };
    let mut points = Vec::new();
    for what in ENDING {
        let (place, emitted, calls) = failing.run(what, 0, "count");
        verify(&place, what, &emitted)
            .unwrap_or_else(|why| panic!("{what} without a fault: {why}"));
        assert!(calls > 3, "{what} writes");
        for fault in ["kill", "eio", "enospc", "short"] {
            points.extend((1..=calls).map(|at| (what, at, fault)));
        }
    }
    let wanted = much.of(240, u32::MAX) as usize;
    let step = (points.len() / wanted.min(points.len())).max(1);
    let (mut bad, mut tried) = (Bad::default(), 0);
    for (what, at, fault) in points.iter().step_by(step) {
        let (place, emitted, _) = failing.run(what, *at, fault);
        tried += 1;
        if let Err(why) = verify(&place, what, &emitted) {
            bad.say(format!("{what}, call {at}, {fault}: {why}"));
        }
    }
    Row {
        name: "each call to the disk failing (kill, EIO, ENOSPC, short write)".into(),
        tried: format!("{tried} of {} points", points.len()),
        found: format!("{} violations", bad.0),
        bad: bad.0,
    }
}

/// Opens and checks a journal. Returns the number of changes to its entries and the last mood.
fn acts(place: &Path) -> Result<(i64, Option<f64>), String> {
    let open = common::reopened(place).map_err(|e| format!("open: {e}"))?;
    let findings = open
        .journal()
        .check(open.definitions().all(), commands::clock::zones());
    let findings = findings.map_err(|e| format!("check: {e}"))?;
    if let Some(finding) = findings.first() {
        return Err(format!("check: {finding}"));
    }
    let journal = open.journal();
    let (mut acts, mut mood) = (0, None);
    for entry in journal.all_entries().map_err(|e| e.to_string())? {
        let history = journal.history(&entry.uid).map_err(|e| e.to_string())?;
        acts += history.len() as i64;
        mood = entry.values.get("mood").and_then(|v| v.first()?.number);
    }
    open.close().map_err(|e| format!("close: {e}"))?;
    Ok((acts, mood))
}

/// Returns the keys for one cycle of the window. No answer is low, because a low answer shortens
/// the page, which is a change of its own. No answer repeats the one before it, because that would
/// be no change.
fn answers(cycle: u32, mood: Option<f64>) -> Vec<&'static str> {
    let all = ["6", "5", "7", "9"];
    let from = (cycle as usize..).find(|from| all[from % 4].parse().ok() != mood);
    (0..12)
        .map(|nth| all[(from.unwrap_or_default() + nth) % 4])
        .collect()
}

/// Kills the real window while answers are given.
pub fn window(much: Much) -> Row {
    let cycles = much.of(5, 200);
    let (home, _) = external_view::home(None);
    let place = home.path().join("journal");
    let mut chance = Chance::new(5);
    let (mut bad, mut all) = (Bad::default(), 0);
    let (mut before, mut mood) = acts(&place).unwrap();
    for cycle in 0..cycles {
        let keys = answers(cycle, mood);
        let emitted = killed_while_answered(home.path(), &keys, 100 + chance.below(900) as u64);
        all += emitted;
        let (now, stored) = match acts(&place) {
            Ok(found) => found,
            Err(why) => {
                bad.say(format!("cycle {cycle}: {why}"));
                continue;
            }
        };
        // The kill may suppress the acknowledgement of a change that is already on disk.
        let done = now - before;
        if !(emitted..=emitted + 1).contains(&done) {
            bad.say(format!(
                "cycle {cycle}: {emitted} acts acknowledged, {done} kept"
            ));
        }
        let last = usize::try_from(done - 1).ok().map(|last| keys.get(last));
        let message = last.map_or(mood, |key| key.and_then(|key| key.parse().ok()));
        if stored != message {
            bad.say(format!(
                "cycle {cycle}: {stored:?} is kept, {message:?} was answered"
            ));
        }
        (before, mood) = (now, stored);
    }
    assert!(all > 0, "the window took answers");
    Row {
        name: "the real window killed while it is answered".into(),
        tried: format!("{cycles} cycles, {all} acknowledged acts"),
        found: format!("{} lost or not opening", bad.0),
        bad: bad.0,
    }
}

/// Kills a window `after` milliseconds from the first key. Returns how many changes it
/// acknowledged.
fn killed_while_answered(home: &Path, keys: &[&'static str], after: u64) -> i64 {
    let mut window = Window::open(home, &[]);
    window.wait("ready");
    external_view::point(700, 500);
    let keys = keys.to_vec();
    let hand = std::thread::spawn(move || {
        for key in keys {
            // The window may be gone before the last keys.
            let _ = Command::new("xdotool").args(["key", key]).status();
        }
    });
    std::thread::sleep(Duration::from_millis(after));
    window.kill();
    hand.join().unwrap();
    std::thread::sleep(Duration::from_millis(20));
    window.emitted("changed") as i64
}
