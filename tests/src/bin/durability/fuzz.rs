//! Fuzzing of everything read from outside: tracker definitions, CSV files, key files and command
//! arguments.
//!
//! A finding is a panic, a hang, or a journal that fails its integrity check afterwards.

use crate::common::{self, Bad, Chance, Much, Row};
use crate::mutation::{corpus, mutated, value};
#[allow(clippy::wildcard_imports)]
use commands::Session;
use commands::api::bind::call;
use commands::api::bind::scope::*;
use commands::app::preferences;
use commands::app::undo;
use commands::session::open::Credentials;
use commands::trackers::transfer;
use commands::transfer::csv_import;
use journal::{Credential, Journal, JournalPaths};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const TARGETS: [&str; 4] = ["definition", "csv", "keys", "commands"];

/// Longest time for one input. Anything slower counts as a hang.
const HANG: Duration = Duration::from_secs(5);

macro_rules! commands {
    (
        shell { $($shell:ident($($shell_arg:ident: $shell_type:ty),*) -> $shell_out:ty;)* }
        $($group:ident $name:ident($($arg:ident: $kind:ty),*) -> $out:ty = $use_case:path;)*
    ) => {
        /// Calls one command with generated arguments. Arguments that do not deserialize are
        /// skipped, as the bridge rejects them.
        fn call_one(session: &mut Session, nth: usize, chance: &mut Chance, corpus: &[Value], last: &Path) {
            const NAMES: &[&str] = &[$(stringify!($name)),*];
            let name = NAMES[nth % NAMES.len()];
            // PDFs, key derivation and backups are slow by nature, so they run rarely.
            if ["save_file", "set_passphrase", "complete_onboarding", "create_backup", "restore_backup", "verify_backup"]
                .contains(&name) && chance.below(40) > 0 {
                return;
            }
            $(
                if name == stringify!($name) {
                    $(let $arg = value(chance, &stringify!($kind).replace(' ', ""), corpus);)*
                    let message = format!("{name} {:?}", ($(&$arg,)*));
                    std::fs::write(last, message).unwrap();
                    $(let Ok($arg) = serde_json::from_value::<$kind>($arg) else { return; };)*
                    let _ = call::$name(session, $($arg),*);
                }
            )*
        }
    };
}

include!("../../../../src-tauri/crates/commands/src/api/commands.rs");

/// Fuzzes a target for `seconds` in a child process. Stores the latest input in `folder`.
pub fn inside(target: &str, seconds: u64, folder: &Path) {
    let started = Instant::now();
    let mut chance = Chance::new(17);
    let place = folder.join("journal");
    let last = folder.join("last");
    let mut session = common::session(&place);
    preferences::complete_onboarding(&mut session, "GB".into()).unwrap();
    common::save(&mut session, "first").unwrap();
    let mut corpus = corpus(target, &JournalPaths::new(&place));
    if target == "csv" {
        corpus.push(common::export(&session).unwrap().into_bytes());
    }
    let values: Vec<Value> = corpus
        .iter()
        .filter_map(|bytes| serde_json::from_slice(bytes).ok())
        .collect();
    let mut tries = 0_u64;
    while started.elapsed() < Duration::from_secs(seconds) {
        let input = mutated(&mut chance, &corpus);
        let one = Instant::now();
        match target {
            "definition" => {
                std::fs::write(&last, &input).unwrap();
                let text = String::from_utf8_lossy(&input).into_owned();
                if transfer::import_tracker(&mut session, "x.toml".into(), text.clone()).is_ok() {
                    let _ = undo::undo(&mut session);
                }
            }
            "csv" => {
                std::fs::write(&last, &input).unwrap();
                if csv_import::import_csv(&mut session, &last, None).is_ok() {
                    let _ = undo::undo(&mut session);
                }
            }
            "keys" => {
                std::fs::write(&last, &input).unwrap();
                keys_file(folder, &input);
            }
            _ => {
                let nth = chance.below(1000);
                call_one(&mut session, nth, &mut chance, &values, &last);
            }
        }
        assert!(one.elapsed() < HANG, "took {:?}", one.elapsed());
        tries += 1;
    }
    let findings = session
        .journal()
        .check(session.definitions().all(), commands::clock::zones())
        .unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    println!("{tries}");
}

/// Opens a journal with fuzzed key files, which may fail but not panic. Its own key files must open
/// it afterwards.
fn keys_file(folder: &Path, input: &[u8]) {
    let place = JournalPaths::new(folder.join("other"));
    if place.is_empty() {
        common::session(&place.folder).close().unwrap();
    }
    let files = [place.key_file(), place.key_file_twin()];
    let good = files.clone().map(|file| std::fs::read(file).unwrap());
    for file in &files {
        std::fs::write(file, input).unwrap();
    }
    for unlock in [Credential::None, Credential::Passphrase("x y z")] {
        if let Ok(open) = Journal::open(&place, &unlock, 1) {
            open.close().unwrap();
        }
    }
    for (file, bytes) in files.iter().zip(good) {
        std::fs::write(file, bytes).unwrap();
    }
    Session::open(&common::options(&place.folder, Credentials::None))
        .and_then(Session::close)
        .expect("the journal's own key files still open it");
}

pub fn fuzz(much: Much) -> Row {
    let seconds = much.of(8, 300);
    let (mut bad, mut tries) = (Bad::default(), 0_u64);
    for target in TARGETS {
        let folder = tempfile::tempdir().unwrap();
        let done = Command::new(std::env::current_exe().unwrap())
            .args(["fuzz", target, &seconds.to_string()])
            .arg(folder.path())
            .env("HOME", folder.path())
            .env("XDG_CONFIG_HOME", folder.path().join("config"))
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        let message = String::from_utf8_lossy(&done.stdout).into_owned();
        match message.trim().parse::<u64>() {
            Ok(count) if done.status.success() => tries += count,
            _ => {
                // The failing input is saved: it joins the corpus once the bug is fixed.
                let stored = std::env::temp_dir().join(format!("daymark-fuzz-{target}"));
                let _ = std::fs::copy(folder.path().join("last"), &stored);
                let why = String::from_utf8_lossy(&done.stderr).into_owned();
                bad.say(format!("{target}: {} ({})", why.trim(), stored.display()));
            }
        }
    }
    Row {
        name: "definitions, tables, key files and arguments of commands that nobody would write"
            .into(),
        tried: format!("{} readers, {seconds} s each, {tries} tries", TARGETS.len()),
        found: format!("{} findings", bad.0),
        bad: bad.0,
    }
}
