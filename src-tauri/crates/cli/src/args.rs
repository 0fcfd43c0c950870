//! Command-line arguments.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// A patient's own journal, from the terminal. Not a medical device.
#[derive(Parser)]
#[command(
    name = "daymark-cli",
    version,
    after_help = "Exit codes: 0 done · 1 an answer or a file can't be right, nothing was changed · 2 the command \
                  line can't be read · 3 the journal is not open · 4 the disk refused · 5 a fault of Daymark"
)]
pub struct Args {
    /// The journal's folder (else the environment's `DAYMARK_JOURNAL`, else the computer's own place)
    #[arg(long, global = true, value_name = "DIR")]
    pub journal: Option<PathBuf>,
    /// A file whose first line is the passphrase of a locked journal
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "sheet")]
    pub passphrase: Option<PathBuf>,
    /// A file with the code of a recovery sheet
    #[arg(long, global = true, value_name = "FILE")]
    pub sheet: Option<PathBuf>,
    /// Answer for programs, as JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Make a journal of a made-up person, in a folder that has none
    Demo {
        /// How many days, ending today
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=36600))]
        days: u32,
        /// The same seed makes the same person
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Record entries from a TOML or JSON file, or from standard input (-)
    Record {
        /// The file
        file: PathBuf,
    },
    /// Say the country, which decides how large a drink is
    Country {
        /// Two letters, such as GB; OTHER for one that is not listed
        code: String,
    },
    /// List entries
    Entries {
        #[command(flatten)]
        span: Span,
    },
    /// One measure, day by day
    Series {
        /// Key of the tracker
        tracker: String,
        /// Key of the field or measure; the tracker's first chart where none is said
        measure: Option<String>,
        #[command(flatten)]
        span: Span,
    },
    /// Every measure in one line: n of N, typical value, spread
    Summary {
        #[command(flatten)]
        span: Span,
    },
    /// The page for the visit
    Report {
        /// How many days back, at most 366
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..=366))]
        days: Option<u32>,
        /// Something to talk about; may be said several times
        #[arg(long)]
        point: Vec<String>,
        /// Where to write it; standard output where nothing is said (text only)
        #[arg(long, value_name = "PATH")]
        out: Option<PathBuf>,
        /// PDF or plain text; by the ending of the path where nothing is said
        #[arg(long)]
        format: Option<Format>,
    },
    /// Take everything out
    Export {
        /// As what
        format: Exchange,
        /// A file ending in .csv, or a folder; standard output where nothing is said
        #[arg(long, value_name = "PATH")]
        out: Option<PathBuf>,
        /// Also what is private and left out unless asked for
        #[arg(long)]
        private: bool,
    },
    /// Find words in notes and text answers
    Search {
        /// The words, or how they begin
        words: String,
    },
    /// Make a backup now, encrypted and proved
    Backup,
    /// List the backups there are
    Backups,
    /// Set everything to what a backup says; undo takes it back
    Restore {
        /// The backup's name, as listed
        name: String,
        /// Only say what would change
        #[arg(long)]
        compare: bool,
    },
    /// Repair a damaged journal: the newest whole backup, with all that can still be read
    Repair,
    /// List what was removed in the last thirty days
    Trash,
    /// Forget an entry for good, here and in every backup; not to be undone
    Erase {
        /// The entry, as `entries --json` and `trash` name it
        uid: String,
    },
    /// Verify that backups open and are whole
    Verify {
        /// One backup's name; all of them where none is said
        name: Option<String>,
    },
    /// Hand over or bring in the definition of a tracker
    Tracker {
        /// What to do
        #[command(subcommand)]
        command: TrackerCommand,
    },
    /// Bring an export back in
    Import {
        /// As what
        format: Exchange,
        /// values.csv of an export, or its folder
        file: PathBuf,
        /// What to keep where the file says something else than the journal
        #[arg(long, value_enum)]
        differing: Option<Differing>,
    },
    /// Take the last act back
    Undo,
    /// Do it again
    Redo,
    /// Check the journal: its pages, its figures, and answers that contradict themselves
    Check {
        /// Mend answers that contradict themselves; undo takes it back
        #[arg(long)]
        mend: bool,
    },
}

/// Which days.
#[derive(clap::Args)]
pub struct Span {
    /// How many days, ending today
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=36600))]
    pub days: u32,
}

/// A form of the page.
#[derive(Clone, Copy, ValueEnum, PartialEq)]
pub enum Format {
    /// PDF/UA-1
    Pdf,
    /// Plain text
    Text,
}

/// What to keep where a file says something else than the journal.
#[derive(Clone, Copy, ValueEnum, PartialEq)]
pub enum Differing {
    /// The entry of the journal
    Mine,
    /// The entry of the file
    Theirs,
    /// Both, as two entries
    Both,
}

impl From<Differing> for ::commands::transfer::compare::Differing {
    fn from(differing: Differing) -> Self {
        match differing {
            Differing::Mine => Self::Mine,
            Differing::Theirs => Self::Theirs,
            Differing::Both => Self::Both,
        }
    }
}

/// What can be done with a definition.
#[derive(Subcommand)]
pub enum TrackerCommand {
    /// Its text, on standard output
    Export {
        /// Its key
        key: String,
    },
    /// Bring one in
    Import {
        /// A .toml file
        file: PathBuf,
    },
    /// List them, with those that are off
    List,
    /// Switch one on
    On {
        /// Its key
        key: String,
    },
    /// Switch one off; what was recorded stays
    Off {
        /// Its key
        key: String,
    },
}

/// A form of everything.
#[derive(Clone, Copy, ValueEnum)]
pub enum Exchange {
    /// One long file that comes back exactly; a folder has a wide file per tracker beside it
    Csv,
}
