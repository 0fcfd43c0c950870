//! `cargo x`: task runner for building, running and testing.
//!
//! Has no dependencies, so that it builds in seconds on a fresh machine.
#![allow(clippy::print_stdout)]

mod doors;
mod prepare;
mod run;
mod supply;

use std::process::ExitCode;

const HELP: &str = "cargo x run        install what is missing, build, open the app
cargo x test       all tests; ends with `N passed, N failed`
cargo x trust      what is promised about a journal, tried (--long for hours of it)
cargo x check      format, lints, types, licences, stale generated files
cargo x generate   write the window's generated types and words
cargo x accept     take figures, pages, keys and pictures as they are now
cargo x bench      measure against limits of the same run (release build); all, or starts saves figures trust keys
cargo x demo       open the app with a made-up person, in a place of its own
cargo x bundle     a package for this system
cargo x bill       what it is made of (CycloneDX)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.first().map(String::as_str) {
        Some("run") => doors::run(&arguments[1..]),
        Some("test") => doors::test(),
        Some("trust") => doors::trust(&arguments[1..]),
        Some("check") => doors::check(),
        Some("generate") => doors::generate(),
        Some("accept") => doors::accept(),
        Some("bench") => doors::bench(&arguments[1..]),
        Some("demo") => doors::demo(),
        Some("bundle") => doors::bundle(),
        Some("bill") => supply::bill(),
        _ => {
            println!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
