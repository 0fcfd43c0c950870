//! What a command gives back: what changed, or why it could not be done.
//!
//! Owns the kinds of failure the window acts on. Sentences are made in `sentences`.

use care::grammar::Refused;
use journal::Trouble;
use serde::{Deserialize, Serialize};

/// One kind of thing a window may show; a change names those that went stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Topic {
    /// Entries and all drawn of them.
    Entries,
    /// The visit being prepared.
    Visit,
    /// Preferences.
    Preferences,
    /// Trackers: which there are, their names and order.
    Trackers,
}

/// What an act changed. Everything in it is on disk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Changed {
    /// What went stale.
    pub topics: Vec<Topic>,
    /// What was done, as a sentence.
    pub said: String,
    /// The entry it was about.
    pub uid: Option<String>,
    /// How many things are otherwise than before.
    pub count: usize,
}

/// Why a command could not be done, in a sentence and as a kind. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[error("{said}")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Failure {
    /// What kind it is.
    pub code: Code,
    /// What is wrong and how to mend it.
    pub said: String,
    /// Sentences by field, where fields are to blame.
    pub fields: Vec<FieldFault>,
}

/// What is wrong with one field, as a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldFault {
    /// The field's or measure's key; empty for the entry as a whole.
    pub field: String,
    /// The sentence.
    pub said: String,
}

/// Kinds of failure that ask for something else of whoever shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Code {
    /// An answer can't be right.
    Faults,
    /// What it is about is gone.
    NotFound,
    /// The journal is not open, and why.
    NotOpen,
    /// The journal is damaged, empty or gone; a copy may mend it.
    Damaged,
    /// The journal is locked: a passphrase or a recovery sheet opens it.
    Locked,
    /// The journal was put away and has no lock: it only needs to be opened.
    Closed,
    /// A file can't be brought in.
    Unreadable,
    /// The disk refused.
    Disk,
    /// A fault of Daymark.
    Bug,
    /// A fault of Daymark after which the journal was closed.
    Fell,
}

impl Code {
    /// Its name in the program's own account of what it did.
    pub fn name(self) -> &'static str {
        match self {
            Self::Faults => "faults",
            Self::NotFound => "not found",
            Self::NotOpen => "not open",
            Self::Damaged => "damaged",
            Self::Locked => "locked",
            Self::Closed => "closed",
            Self::Unreadable => "unreadable",
            Self::Disk => "disk",
            Self::Bug => "bug",
            Self::Fell => "fell",
        }
    }
}

/// Anything that can go wrong on the way of a command, before it has its sentence.
#[derive(Debug, thiserror::Error)]
pub enum Mishap {
    /// Answers that can't be right.
    #[error("faults")]
    Faults {
        /// The definition asked.
        tracker: String,
        /// Which of several drafts, from 1; 0 where there is one.
        number: usize,
        /// What is wrong.
        faults: Vec<care::Fault>,
    },
    /// No such entry.
    #[error("no such entry")]
    NoEntry,
    /// No such tracker.
    #[error("no such tracker")]
    NoTracker(String),
    /// A definition that can't be read or does not fit.
    #[error("refused definition")]
    Refused(Refused),
    /// No such period or month.
    #[error("no such span")]
    NoSpan(String),
    /// The journal.
    #[error(transparent)]
    Journal(#[from] Trouble),
    /// A CSV that can't be brought in.
    #[error("unreadable csv")]
    Csv {
        /// The file as named.
        file: String,
        /// Where and why.
        unreadable: ::exchange::csv::Unreadable,
    },
    /// A CSV whose entry the gate refuses.
    #[error("refused csv")]
    CsvFault {
        /// The file as named.
        file: String,
        /// Where the entry begins.
        line: u64,
        /// The tracker.
        tracker: String,
        /// What is wrong; none where it clashes with an entry that is there.
        faults: Vec<care::Fault>,
    },
    /// A text file of entries that can't be read.
    #[error("unreadable text")]
    Text {
        /// The file as named.
        file: String,
        /// Where and why.
        why: String,
    },
    /// A file that can't be read or written.
    #[error("file")]
    File {
        /// The path.
        path: String,
        /// What the system said.
        why: String,
    },
    /// Not a folder, or none that can be found.
    #[error("not a folder")]
    NotAFolder(String),
    /// The journal's own folder, where another place is asked for.
    #[error("the same place")]
    SamePlace,
    /// The computer's key store does not answer.
    #[error("no key store")]
    NoKeyring,
    /// A code of a recovery sheet that can't be right.
    #[error("mistyped code")]
    Typo(journal::Typo),
    /// A fault of Daymark's own.
    #[error("bug: {0}")]
    Bug(String),
}

/// What a command gives back.
pub type Outcome<T> = Result<T, Mishap>;
