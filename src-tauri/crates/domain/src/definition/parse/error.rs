//! Errors in definitions, with the values a message needs.
//!
//! The messages are localized elsewhere.

/// Error in a definition, with what a message about it needs.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{file}, line {line}, {field:?}: {kind:?}")]
pub struct DefinitionError {
    /// The file, as the user named it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Key of the field, measure, band or chart, if the error is in one.
    pub field: Option<String>,
    /// The kind of error.
    pub kind: DefinitionErrorKind,
}

/// Maximum size of a definition, in bytes.
pub const MAX_DEFINITION_LEN: usize = 256 * 1024;

/// Kind of error in a definition.
#[derive(Debug, Clone, PartialEq)]
pub enum DefinitionErrorKind {
    /// The file is longer than [`super::MAX_DEFINITION_LEN`].
    TooLong,
    /// Invalid TOML or a schema mismatch. The message of the TOML parser exists only in English.
    Syntax {
        /// Message of the TOML parser.
        message: String,
    },
    /// Written for a newer version of Daymark.
    Newer {
        /// Format version of the definition.
        format: u32,
        /// Newest format version supported.
        max: u32,
    },
    /// Invalid key: not 1 to 40 of a–z, 0–9 and -.
    InvalidKey,
    /// Duplicate key.
    DuplicateKey,
    /// A property that does not apply to the field type.
    InapplicableProperty {
        /// The property, as written in TOML.
        name: &'static str,
    },
    /// `inf` or `nan` instead of a number.
    NotFinite,
    /// The minimum is not below the maximum.
    EmptyRange {
        /// Minimum.
        min: f64,
        /// Maximum.
        max: f64,
    },
    /// The maximum is missing.
    MissingMax,
    /// A scale with ends that are not whole numbers, or too far apart.
    InvalidScale {
        /// Largest allowed difference between its ends.
        max: f64,
    },
    /// The step is not positive.
    InvalidStep,
    /// No options, or a duplicate option.
    InvalidOptions,
    /// Not exactly one formula.
    FormulaCount,
    /// Wrong number of operands in a formula.
    PartCount {
        /// Minimum number of operands.
        min: usize,
        /// Maximum number of operands.
        max: usize,
    },
    /// A measure that refers to itself.
    SelfReference,
    /// A reference to a measure defined later.
    ForwardReference {
        /// Key of the later measure.
        of: String,
    },
    /// A reference to an undefined key.
    UndefinedReference {
        /// The undefined key.
        of: String,
    },
    /// A reference to a field of the wrong type.
    IncompatibleReference {
        /// Key of the field.
        of: String,
    },
    /// A questionnaire whose total has no chart with both ends.
    TotalWithoutRange,
    /// A question of a questionnaire whose words may not be shown.
    ItemsNotAllowed {
        /// The licence of the definition.
        licence: String,
    },
    /// The English labels are missing.
    MissingEnglish,
    /// A label is missing.
    MissingLabel {
        /// The language.
        language: String,
    },
    /// A label for an unknown key.
    UnknownLabel {
        /// The language.
        language: String,
    },
}

/// An error at a byte offset of the text.
pub(super) struct Located {
    pub at: usize,
    pub field: Option<String>,
    pub kind: DefinitionErrorKind,
}

pub(super) type Result<T> = std::result::Result<T, Located>;

/// Returns an error of one part of the definition at a byte offset.
pub(super) fn fail<T>(at: usize, field: &str, kind: DefinitionErrorKind) -> Result<T> {
    Err(Located {
        at,
        field: Some(field.to_owned()),
        kind,
    })
}
