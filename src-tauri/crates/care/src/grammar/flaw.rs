//! Errors in definitions, with the values a message needs.
//!
//! The messages are localized elsewhere.

/// Kind of error in a definition.
#[derive(Debug, Clone, PartialEq)]
pub enum Flaw {
    /// The file is longer than [`super::LONGEST`].
    Long,
    /// Invalid TOML or a schema mismatch. The message of the TOML parser exists only in English.
    Form {
        /// Message of the TOML parser.
        said: String,
    },
    /// Written for a newer version of Daymark.
    Newer {
        /// Format version of the definition.
        format: u32,
        /// Newest format version supported.
        most: u32,
    },
    /// Invalid key: not 1 to 40 of a–z, 0–9 and -.
    NotAKey,
    /// Duplicate key.
    KeyTwice,
    /// A property that does not apply to the field type.
    MeansNothing {
        /// The property, as written in TOML.
        name: &'static str,
    },
    /// `inf` or `nan` instead of a number.
    NoNumber,
    /// The minimum is not below the maximum.
    EmptyRange {
        /// Minimum.
        min: f64,
        /// Maximum.
        max: f64,
    },
    /// The maximum is missing.
    NoMax,
    /// A scale with ends that are not whole numbers, or too far apart.
    Steps {
        /// Largest allowed difference between its ends.
        most: f64,
    },
    /// The step is not positive.
    NoStep,
    /// No options, or a duplicate option.
    Options,
    /// Not exactly one formula.
    OneFormula,
    /// Wrong number of operands in a formula.
    Parts {
        /// Minimum number of operands.
        fewest: usize,
        /// Maximum number of operands.
        most: usize,
    },
    /// A measure that refers to itself.
    Itself,
    /// A reference to a measure defined later.
    Later {
        /// Key of the later measure.
        of: String,
    },
    /// A reference to an undefined key.
    Undefined {
        /// The undefined key.
        of: String,
    },
    /// A reference to a field of the wrong type.
    DoesNotFit {
        /// Key of the field.
        of: String,
    },
    /// The English labels are missing.
    NoEnglish,
    /// A label is missing.
    NoWord {
        /// The language.
        language: String,
    },
    /// A label for an unknown key.
    StrayWord {
        /// The language.
        language: String,
    },
}
