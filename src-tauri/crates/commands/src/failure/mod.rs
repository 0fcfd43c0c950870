//! Failures: what the window learns of an error, localized.

mod import;
mod journal;
pub mod message;
mod validation;

use serde::{Deserialize, Serialize};

/// Error of a command: a kind and a localized message. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CommandError {
    /// Kind of error.
    pub code: ErrorCode,
    /// What is wrong and how to fix it.
    pub message: String,
    /// Messages by field, if fields are invalid.
    pub fields: Vec<FieldError>,
}

/// Error message of one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldError {
    /// The field's or measure's key; empty for the entry as a whole.
    pub field: String,
    /// The message.
    pub message: String,
}

/// Kinds of error that the interface handles differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ErrorCode {
    /// The input is invalid.
    Validation,
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
    Import,
    /// An I/O error of the disk, a file or the system keyring.
    Disk,
    /// An internal error.
    Internal,
    /// An internal error after which the journal was closed.
    Crashed,
}

impl ErrorCode {
    /// Returns its name in the activity log.
    pub fn name(self) -> &'static str {
        match self {
            Self::Validation => "invalid input",
            Self::NotFound => "not found",
            Self::NotOpen => "not open",
            Self::Damaged => "damaged",
            Self::Locked => "locked",
            Self::Closed => "closed",
            Self::Import => "import",
            Self::Disk => "disk",
            Self::Internal => "internal",
            Self::Crashed => "crashed",
        }
    }
}

impl CommandError {
    /// Creates a failure that concerns no field.
    pub fn new(code: ErrorCode, message: String) -> Self {
        Self {
            code,
            message,
            fields: Vec::new(),
        }
    }
}
