//! Durability suites, run by `cargo x durability`.
//!
//! Each suite tests one promise about a journal, with counts, and prints a line. A run of all
//! suites writes the table to `target/durability.md`. Short by default; `--long` runs the long form.

mod common;
mod damage;
mod external_view;
mod full_disk;
mod fuzz;
mod kill;
mod leaks;
mod locks;
mod mutation;
mod network;
mod spoil;
mod unlock_and_backup;
mod verify;
mod worker;

use common::{Much, Row};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

type Suite = (&'static str, fn(Much) -> Row);

const SUITES: &[Suite] = &[
    ("kill", kill::kill),
    ("faults", kill::faults),
    ("damage", damage::damage),
    ("full-disk", full_disk::full_disk),
    ("unlock", unlock_and_backup::unlock),
    ("drill", unlock_and_backup::drill),
    ("window", kill::window),
    ("network", network::network),
    ("leaks", leaks::leaks),
    ("fuzz", fuzz::fuzz),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["worker", what, seed, place, import] => {
            worker::work(
                Path::new(place),
                what,
                seed.parse().unwrap_or(0),
                Path::new(import),
            );
            return ExitCode::SUCCESS;
        }
        ["full-disk-inside", inside @ ..] => return full_disk::inside(inside),
        ["network-inside"] => {
            network::inside();
            return ExitCode::SUCCESS;
        }
        ["fuzz", target, seconds, folder] => {
            fuzz::inside(target, seconds.parse().unwrap_or(0), Path::new(folder));
            return ExitCode::SUCCESS;
        }
        _ => {}
    }
    let Some((wanted, much)) = read(&words) else {
        let names: Vec<&str> = SUITES.iter().map(|(name, _)| *name).collect();
        println!(
            "cargo x durability [{}] [--long] [--cycles|--variants|--steps|--seconds N]",
            names.join(" | ")
        );
        return ExitCode::from(2);
    };
    let rows: Vec<Row> = SUITES
        .iter()
        .filter(|(name, _)| wanted.is_none_or(|w| w == *name))
        .map(|(name, suite)| {
            let started = Instant::now();
            let row = suite(much);
            let seconds = started.elapsed().as_secs();
            println!("{name}: {}: {} ({seconds} s)", row.tried, row.found);
            row
        })
        .collect();
    let bad: u32 = rows.iter().map(|row| row.bad).sum();
    if wanted.is_none() {
        retain(&rows);
    }
    println!(
        "durability: {} passed, {} failed",
        rows.iter().filter(|r| r.bad == 0).count(),
        rows.iter().filter(|r| r.bad > 0).count()
    );
    if bad == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn read<'a>(words: &[&'a str]) -> Option<(Option<&'a str>, Much)> {
    let mut much = Much {
        long: false,
        message: None,
    };
    let mut wanted = None;
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match *word {
            "--long" => much.long = true,
            "--cycles" | "--variants" | "--steps" | "--seconds" | "--points" => {
                much.message = Some(rest.next()?.parse().ok()?);
            }
            name if SUITES.iter().any(|(known, _)| *known == name) => wanted = Some(name),
            _ => return None,
        }
    }
    Some((wanted, much))
}

/// Writes the table as Markdown to `target/durability.md` and prints it.
fn retain(rows: &[Row]) {
    let mut page = String::from("| what was done to it | how often | found |\n|---|---|---|\n");
    for row in rows {
        page += &format!("| {} | {} | {} |\n", row.name, row.tried, row.found);
    }
    let path = common::built("").with_file_name("durability.md");
    let path = path
        .parent()
        .map_or(path.clone(), |up| up.join("durability.md"));
    if std::fs::write(&path, &page).is_ok() {
        println!("{page}");
    }
}
