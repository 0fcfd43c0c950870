//! `cargo x`: task runner for building, running and testing.
//!
//! Has no dependencies, so that it builds in seconds on a fresh machine.
#![allow(clippy::print_stdout)]

mod bundle;
mod display;
mod process;
mod setup;
mod suites;
mod supply_chain;
mod tasks;

use std::process::ExitCode;

const HELP: &str = "cargo x run          install what is missing, build, open the app
cargo x demo         open the app with demo data, in a temporary folder
cargo x test         all tests; ends with `N passed, N failed`
cargo x check        format, lints, types, docs, licences, stale generated files
cargo x generate     write generated files: types, message ids, capability
cargo x accept       accept current figures, pages and exports as golden files
cargo x screenshots  write a picture of each screen to target/screenshots
cargo x durability   durability suites (--long for hours of random ones)
cargo x bench        benchmarks against limits of the same run: all, or starts saves figures ledgers durability keys
cargo x bundle       a Debian package, to target/
cargo x sbom         bill of materials (CycloneDX), to target/sbom";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.first().map(String::as_str) {
        Some("run") => tasks::run(&arguments[1..]),
        Some("test") => tasks::test(),
        Some("check") => tasks::check(),
        Some("generate") => tasks::generate(),
        Some("accept") => tasks::accept(),
        Some("bench") => tasks::bench(&arguments[1..]),
        Some("demo") => tasks::demo(),
        Some("screenshots") => tasks::screenshots(),
        Some("durability") => tasks::durability(&arguments[1..]),
        Some("bundle") => bundle::bundle(),
        Some("sbom") => supply_chain::sbom(),
        _ => {
            println!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
