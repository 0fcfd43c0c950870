//! `daymark-cli`: the use cases of the app for the terminal.
//!
//! Parses arguments, prints results and sets the exit code. All rules are in `commands`.
//!
//! Exit codes: 0 success · 1 invalid answer or file, nothing changed · 2 invalid command line · 3
//! the journal is not open · 4 disk error · 5 internal error.

mod arguments;
mod entries_file;
mod run;

use clap::Parser;
use commands::bridge::Code;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    match run::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if arguments.json {
                eprintln!(
                    "{}",
                    serde_json::to_string(&failure).unwrap_or_else(|_| failure.said.clone())
                );
            } else {
                eprintln!("{}", failure.said);
            }
            ExitCode::from(match failure.code {
                Code::Faults | Code::NotFound | Code::Unreadable => 1,
                Code::NotOpen | Code::Damaged | Code::Locked | Code::Closed => 3,
                Code::Disk => 4,
                Code::Bug | Code::Fell => 5,
            })
        }
    }
}
