//! Fuzzing of everything read from outside: tracker definitions, CSV files, key files and command
//! arguments.
//!
//! A finding is a panic, a hang, or a journal that fails its integrity check afterwards.

use crate::common::{self, Bad, Chance, Much, Row};
use crate::external_view;
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
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const TARGETS: [&str; 4] = ["definition", "csv", "keys", "commands"];

/// Longest time for one input. Anything slower counts as a hang.
const HANG: Duration = Duration::from_secs(5);

/// Returns the seed inputs of a target: valid files, and past or likely findings.
fn corpus(target: &str, place: &JournalPaths) -> Vec<Vec<u8>> {
    let folders: &[&str] = match target {
        "definition" => &["assets/trackers", "tests/fuzz/definition"],
        "csv" => &["tests/fuzz/csv"],
        "keys" => &["tests/fuzz/keys"],
        _ => &["tests/fuzz/commands"],
    };
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| external_view::files(&common::root().join(folder)))
        .filter(|file| file.extension().is_none_or(|e| e != "md"))
        .collect();
    files.sort();
    let mut all: Vec<Vec<u8>> = files.iter().map(|f| std::fs::read(f).unwrap()).collect();
    if target == "keys" {
        all.push(std::fs::read(place.key_file()).unwrap());
    }
    all
}

/// Tokens that are significant to one of the parsers.
const WORDS: [&str; 36] = [
    "\"",
    "'",
    ",",
    ";",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "[[",
    "]]",
    "[[field]]",
    "{",
    "}",
    "=",
    "=cmd|",
    "key",
    "type",
    "null",
    "true",
    "-1",
    "0",
    "1e308",
    "-0.0",
    "NaN",
    "9223372036854775807",
    "18446744073709551616",
    "2026-02-30",
    "2026-03-29T02:30",
    "0000-00-00",
    "\u{202e}",
    "\u{feff}",
    "é",
    "e\u{301}",
    "🌧\u{fe0f}",
    "\\u0000",
    "mood",
];

/// Returns an input of the corpus with one to six random mutations.
fn mutated(chance: &mut Chance, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = corpus[chance.below(corpus.len())].clone();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        match chance.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 if at < bytes.len() => bytes[at] = chance.below(256) as u8,
            2 => bytes.truncate(at),
            3 => {
                let to = (at + chance.below(40)).min(bytes.len());
                bytes.drain(at..to);
            }
            4 => {
                let to = (at + chance.below(200)).min(bytes.len());
                let piece = bytes[at..to].to_vec();
                let into = chance.below(bytes.len() + 1);
                bytes.splice(into..into, piece);
            }
            5 => {
                let other = &corpus[chance.below(corpus.len())];
                let from = chance.below(other.len() + 1);
                bytes.splice(at..at, other[from..].iter().copied());
            }
            _ => {
                let word = WORDS[chance.below(WORDS.len())];
                bytes.splice(at..at, word.bytes());
            }
        }
        bytes.truncate(1 << 16);
    }
    bytes
}

/// Returns a value for an argument of type `kind`, plausible or arbitrary.
fn value(chance: &mut Chance, kind: &str, corpus: &[Value]) -> Value {
    let text = |chance: &mut Chance| {
        let known = [
            "exercise",
            "mood",
            "sleep",
            "2026-11-23",
            "2026-11",
            "note",
            "length",
            "usual",
            "day",
            "value",
        ];
        let mut text = match chance.below(3) {
            0 => WORDS[chance.below(WORDS.len())].to_owned(),
            _ => known[chance.below(known.len())].to_owned(),
        };
        if chance.below(6) == 0 {
            text = text.repeat(1 + chance.below(3000));
        }
        Value::from(text)
    };
    match kind {
        "String" => text(chance),
        "Option < String >" | "Option<String>" if chance.below(3) > 0 => text(chance),
        "bool" => Value::from(chance.below(2) == 0),
        "i64" => Value::from([0, 1, 2, 7, -1, i64::MAX, i64::MIN][chance.below(7)]),
        "Option<i32>" => Value::from([2026, 0, -1, 2025, i32::MAX, i32::MIN][chance.below(6)]),
        kind if kind.starts_with("Option<") && chance.below(3) == 0 => Value::Null,
        _ => {
            let mut value = corpus[chance.below(corpus.len())].clone();
            for _ in 0..chance.below(4) {
                disturb(chance, &mut value);
            }
            value
        }
    }
}

/// Changes one value somewhere inside `value`.
fn disturb(chance: &mut Chance, value: &mut Value) {
    match value {
        Value::Object(map) if !map.is_empty() && chance.below(5) > 0 => {
            let nth = chance.below(map.len());
            if let Some(inner) = map.values_mut().nth(nth) {
                disturb(chance, inner);
            }
        }
        Value::Array(all) if !all.is_empty() && chance.below(5) > 0 => {
            let nth = chance.below(all.len());
            disturb(chance, &mut all[nth]);
        }
        other => {
            let kinds = ["String", "i64", "bool"];
            *other = match chance.below(5) {
                0 => Value::Null,
                1 => serde_json::json!([1.5e300, -3.7, 11]),
                n => self::value(chance, kinds[n % 3], &[Value::Null]),
            };
        }
    }
}

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
            if ["save_pdf", "create_recovery_sheet", "set_passphrase", "complete_onboarding", "create_backup", "restore_backup", "verify_backup"]
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
                if csv_import::import_csv(&mut session, &last).is_ok() {
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
        .check(session.definitions().all())
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
