//! `daymark-cli`: the use cases of the app for the terminal.
//!
//! Parses arguments, prints results and sets the exit code. All rules are in `commands`.
//!
//! Exit codes: 0 success · 1 invalid answer or file, nothing changed · 2 invalid command line · 3
//! the journal is not open · 4 disk error · 5 internal error.

mod args;
mod commands;
mod entries_file;
mod output;
mod unique_keys;

use ::commands::ErrorCode;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match crate::commands::run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if args.json {
                eprintln!(
                    "{}",
                    serde_json::to_string(&failure).unwrap_or_else(|_| failure.message.clone())
                );
            } else {
                eprintln!("{}", failure.message);
            }
            ExitCode::from(match failure.code {
                ErrorCode::Validation | ErrorCode::NotFound | ErrorCode::Import => 1,
                ErrorCode::NotOpen | ErrorCode::Damaged | ErrorCode::Locked | ErrorCode::Closed => {
                    3
                }
                ErrorCode::Disk => 4,
                ErrorCode::Internal | ErrorCode::Crashed => 5,
            })
        }
    }
}
