//! Benchmarks, run by `cargo x bench`.
//!
//! Reports each figure as a ratio to a limit. Limits measured in the same run make the ratio
//! independent of the machine. Prints a table and writes `target/bench.json`.

mod charts;
mod durability;
mod ledgers;
mod peers;
mod read;
mod window;
mod write;

use commands::OpenOptions;
use commands::Session;
use commands::app::preferences;
use commands::clock::Clock;
use commands::demo;
use commands::session::open::Credentials;
use std::path::{Path, PathBuf};
use std::time::Instant;

const CLOCK: &str = "2026-11-22T21:30:00Z Europe/Berlin";
const YEARS: [u32; 3] = [1, 10, 50];

struct Line {
    name: String,
    figure: f64,
    unit: &'static str,
    limit: f64,
    target: f64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, what, folder] = arguments.as_slice()
        && what == "first-pdf"
    {
        println!("{}", read::first_pdf(Path::new(folder)).as_secs_f64() * 1e3);
        return;
    }
    let place = built("").parent().unwrap().join("bench-journals");
    let journals: Vec<PathBuf> = YEARS.iter().map(|years| journal(&place, *years)).collect();
    let mut lines = Vec::new();
    // Without arguments all benchmarks run, else only the named ones.
    let asked = |what: &str| arguments.len() == 1 || arguments.iter().any(|a| a == what);
    if asked("starts") {
        window::starts(&place, &journals, &mut lines);
    }
    if asked("saves") {
        write::saves(&place, &journals, &mut lines);
    }
    if asked("figures") {
        read::figures(&journals, &mut lines);
        read::pdfs(&journals[0], &mut lines);
        read::changed_pages(&place, &journals[0], &mut lines);
        read::looking(&journals[2], &mut lines);
    }
    if asked("ledgers") {
        ledgers::ledgers(&place, &journals[1], &mut lines);
    }
    if asked("durability") {
        durability::unlocking(&place, &journals[2], &mut lines);
        durability::copies(&place, &journals[2], &mut lines);
    }
    if asked("peers") {
        charts::trends(&place, &journals[2], &mut lines);
        peers::page(&journals[0], &mut lines);
    }
    if asked("keys") {
        window::keys(&place, &journals[2], &mut lines);
    }
    println!(
        "\n{:<46}{:>12}{:>12}{:>8}{:>9}",
        "", "measured", "limit", "ratio", "target"
    );
    for line in &lines {
        let ratio = line.figure / line.limit;
        let verdict = if ratio <= line.target { "" } else { "  over" };
        println!(
            "{:<46}{:>9.3} {:<3}{:>8.3} {:<3}{ratio:>7.2}{:>9.2}{verdict}",
            line.name, line.figure, line.unit, line.limit, line.unit, line.target
        );
    }
    let json: Vec<_> = lines
        .iter()
        .map(|l| serde_json::json!({"name": l.name, "measured": l.figure, "limit": l.limit, "ratio": l.figure / l.limit, "target": l.target, "unit": l.unit}))
        .collect();
    let path = place.join("../bench.json");
    std::fs::write(&path, serde_json::to_string_pretty(&json).unwrap()).unwrap();
}

fn built(name: &str) -> PathBuf {
    std::env::current_exe()
        .unwrap()
        .parent()
        .unwrap()
        .join(name)
}

fn open(folder: &Path) -> Session {
    open_with(folder, Credentials::None)
}

fn open_with(folder: &Path, secret: Credentials) -> Session {
    let options = OpenOptions {
        folder: Some(folder.to_owned()),
        clock: Clock::parse(CLOCK).unwrap(),
        languages: vec!["en-GB".into()],
        create: true,
        credentials: secret,
    };
    Session::open(&options).unwrap()
}

/// Copies a journal to write to. Returns the new folder.
fn copied(place: &Path, name: &str, journal: &Path) -> PathBuf {
    let copy = place.join(name);
    let _ = std::fs::remove_dir_all(&copy);
    std::fs::create_dir_all(&copy).unwrap();
    for name in ["journal.daymark", "journal.keys"] {
        std::fs::copy(journal.join(name), copy.join(name)).unwrap();
    }
    copy
}

/// Returns how long `act` takes, in milliseconds.
fn timed(act: impl FnOnce()) -> f64 {
    let started = Instant::now();
    act();
    started.elapsed().as_secs_f64() * 1e3
}

fn journal(place: &Path, years: u32) -> PathBuf {
    let folder = place.join(format!("{years}-years"));
    if !folder.join("journal.daymark").exists() {
        eprintln!("making {years} years …");
        let unfinished = place.join(format!("{years}-unfinished"));
        let _ = std::fs::remove_dir_all(&unfinished);
        let mut session = open(&unfinished);
        demo::fill(&mut session, years * 365, 11, |_| ()).unwrap();
        preferences::complete_onboarding(&mut session, "GB".into()).unwrap();
        session.close().unwrap();
        std::fs::rename(unfinished, &folder).unwrap();
    }
    folder
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}
