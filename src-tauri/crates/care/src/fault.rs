//! Why an answer is not accepted.
//!
//! Owns the reasons, typed; the sentences stand with the other words. Must not know how they are shown.

use serde::{Deserialize, Serialize};

/// One reason, with the field it is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Fault {
    /// The field, where one is to blame; the measure, where several are.
    pub field: Option<String>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum FaultKind {
    /// The tracker asks no such thing.
    UnknownField,
    /// A number was asked, words were given, or the like.
    WrongKind,
    /// A number was asked, and words were typed.
    NoNumber,
    /// Outside what can be right.
    OutOfRange {
        /// Lowest.
        min: f64,
        /// Highest.
        max: f64,
    },
    /// Between two steps.
    OffStep {
        /// The step.
        step: f64,
    },
    /// Not among the options.
    NotAnOption,
    /// Not a time of day as HH:MM.
    NotAClock,
    /// Not a date as YYYY-MM-DD, or one before 1900.
    NotADay,
    /// Not a time zone of the IANA list.
    NotAZone,
    /// Longer than the field takes.
    TooLong {
        /// Most characters.
        max: usize,
    },
    /// The day has not come yet.
    Future,
    /// The time of day has not come yet.
    NotYet,
    /// The time of day is past, but was before the day began: it is of the day before.
    DayBefore,
    /// The end lies before the beginning.
    BeforeBegin,
    /// Another one covers some of the same days.
    Overlaps,
    /// Shorter than is needed.
    TooShort {
        /// Fewest characters.
        min: usize,
    },
    /// A recovery sheet is to be made first.
    NoSheet,
    /// There is no lock that could be opened without asking.
    NoLock,
    /// There is no answer and no note.
    Nothing,
    /// The answers don't go together: the measure leaves its range.
    Apart,
}

impl Fault {
    /// A fault of one field.
    pub fn of(field: &str, kind: FaultKind) -> Self {
        Self {
            field: Some(field.to_owned()),
            kind,
        }
    }

    /// A fault of the entry as a whole.
    pub fn whole(kind: FaultKind) -> Self {
        Self { field: None, kind }
    }
}
