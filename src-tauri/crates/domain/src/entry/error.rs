//! Validation errors.
//!
//! Their messages are localized elsewhere.

use serde::{Deserialize, Serialize};

/// A validation error and the field it applies to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ValidationError {
    /// Key of the field; of the measure, if several answers are inconsistent; `None` for the whole
    /// entry.
    pub field: Option<String>,
    /// The kind of error.
    pub kind: ValidationErrorKind,
}

/// Kind of validation error.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ValidationErrorKind {
    /// The tracker has no such field.
    UnknownField,
    /// The answer's type does not match the kind of field.
    WrongKind,
    /// Text was given where a number is expected.
    NoNumber,
    /// The number is outside the valid range.
    OutOfRange {
        /// Lowest valid number.
        min: f64,
        /// Highest valid number.
        max: f64,
    },
    /// The number lies between two valid steps.
    OffStep {
        /// The step.
        step: f64,
    },
    /// The option does not exist.
    NotAnOption,
    /// Not a time of day as HH:MM.
    NotATime,
    /// Not a date as YYYY-MM-DD, or one before 1900.
    NotADay,
    /// Not an IANA time zone.
    NotAZone,
    /// The text is too long.
    TooLong {
        /// Maximum number of characters.
        max: usize,
    },
    /// The day is in the future.
    Future,
    /// The time is in the future.
    NotYet,
    /// The time has passed, but is before the day start: it belongs to the previous day.
    DayBefore,
    /// The entry has no answer and no note.
    Empty,
    /// The answers are inconsistent: a measure is outside its range.
    Inconsistent,
}

impl ValidationError {
    /// Creates an error for one field.
    pub fn for_field(field: &str, kind: ValidationErrorKind) -> Self {
        Self {
            field: Some(field.to_owned()),
            kind,
        }
    }

    /// Creates an error for the whole entry.
    pub fn general(kind: ValidationErrorKind) -> Self {
        Self { field: None, kind }
    }
}
