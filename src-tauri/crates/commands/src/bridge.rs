//! Results and errors of commands.
//!
//! Defines the kinds of error the window acts on. `sentences` builds their messages.

use care::grammar::Refused;
use journal::Trouble;
use serde::{Deserialize, Serialize};

/// A kind of data a view may show. A change names the topics to invalidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Topic {
    /// Entries and everything derived from them.
    Entries,
    /// The visit being prepared.
    Visit,
    /// Preferences.
    Preferences,
    /// Trackers: which exist, their names and order.
    Trackers,
}

/// Result of a change that is already on disk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Changed {
    /// Topics to invalidate.
    pub topics: Vec<Topic>,
    /// Message that says what was done.
    pub said: String,
    /// The uid of the changed entry, if it concerns one.
    pub uid: Option<String>,
    /// Number of changed records.
    pub count: usize,
}

/// Error of a command: a kind and a localized message. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[error("{said}")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Failure {
    /// Kind of error.
    pub code: Code,
    /// What is wrong and how to fix it.
    pub said: String,
    /// Messages by field, if fields are invalid.
    pub fields: Vec<FieldFault>,
}

/// Error message of one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldFault {
    /// The field's or measure's key; empty for the entry as a whole.
    pub field: String,
    /// The message.
    pub said: String,
}

/// Kinds of error that the interface handles differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Code {
    /// The input is invalid.
    Faults,
    /// The record does not exist.
    NotFound,
    /// The journal can't be opened; the message says why.
    NotOpen,
    /// The journal is damaged, empty or missing; a backup may repair it.
    Damaged,
    /// The journal is locked: a passphrase or a recovery sheet opens it.
    Locked,
    /// The journal was closed and has no lock: it only needs to be reopened.
    Closed,
    /// A file can't be imported.
    Unreadable,
    /// An I/O error of the disk, a file or the system keyring.
    Disk,
    /// An internal error.
    Bug,
    /// An internal error after which the journal was closed.
    Fell,
}

impl Code {
    /// Returns its name in the activity log.
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

/// Error inside a command, before it is localized.
#[derive(Debug, thiserror::Error)]
pub enum Mishap {
    /// Invalid answers.
    #[error("faults")]
    Faults {
        /// The tracker's key.
        tracker: String,
        /// Number of the draft among several, from 1; 0 if there is only one.
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
    /// A definition that can't be parsed or does not fit.
    #[error("refused definition")]
    Refused(Refused),
    /// No such period or month.
    #[error("no such span")]
    NoSpan(String),
    /// An error of the journal.
    #[error(transparent)]
    Journal(#[from] Trouble),
    /// A CSV file that can't be imported.
    #[error("unreadable csv")]
    Csv {
        /// The file as named.
        file: String,
        /// Where and why.
        unreadable: ::exchange::csv::Unreadable,
    },
    /// A CSV file with an entry that fails validation.
    #[error("refused csv")]
    CsvFault {
        /// The file as named.
        file: String,
        /// Line on which the entry begins.
        line: u64,
        /// The tracker.
        tracker: String,
        /// What is wrong; empty if it conflicts with an existing entry.
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
        /// Error message of the operating system.
        why: String,
    },
    /// Not the absolute path of an existing folder.
    #[error("not a folder")]
    NotAFolder(String),
    /// A backup location inside the journal's own folder.
    #[error("the same place")]
    SamePlace,
    /// The system keyring does not answer.
    #[error("no key store")]
    NoKeyring,
    /// A mistyped recovery code.
    #[error("mistyped code")]
    Typo(journal::Typo),
    /// An internal error.
    #[error("bug: {0}")]
    Bug(String),
}

/// Result of a command.
pub type Outcome<T> = Result<T, Mishap>;
