//! `daymark-cli`: the same use cases from a terminal.
//!
//! Owns arguments, exit codes and how answers are printed. Every rule lies behind `commands`.
//!
//! Exit codes: 0 done · 1 an answer or a file can't be right, nothing was changed · 2 the command line can't be
//! read · 3 the journal is not open · 4 the disk refused · 5 a fault of Daymark.

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
