//! What can be wrong with a definition.
//!
//! Owns the reasons, typed, with what a sentence about them needs. The sentences stand with the other
//! words, in each language; must not know them.

/// What is wrong with a definition.
#[derive(Debug, Clone, PartialEq)]
pub enum Flaw {
    /// The file is longer than [`super::LONGEST`].
    Long,
    /// Not what a definition is written in: in the words of the reader of TOML, which has but English.
    Form {
        /// What the reader says.
        said: String,
    },
    /// Made for a newer Daymark.
    Newer {
        /// The format it is in.
        format: u32,
        /// The newest this one reads.
        most: u32,
    },
    /// A key is 1 to 40 of a–z, 0–9 and -.
    NotAKey,
    /// Another part has this key.
    KeyTwice,
    /// A property that this type does not have.
    MeansNothing {
        /// The property as it is written.
        name: &'static str,
    },
    /// `inf` or `nan`, where a number is meant.
    NoNumber,
    /// The lowest is not below the highest.
    EmptyRange {
        /// Lowest.
        min: f64,
        /// Highest.
        max: f64,
    },
    /// The highest amount that can be right is not said.
    NoMax,
    /// A scale that is not in whole numbers, or too wide.
    Steps {
        /// Most between its ends.
        most: f64,
    },
    /// The step is not above zero.
    NoStep,
    /// No options, or one of them twice.
    Options,
    /// No formula, or more than one.
    OneFormula,
    /// The formula takes another number of parts.
    Parts {
        /// Fewest.
        fewest: usize,
        /// Most.
        most: usize,
    },
    /// A measure made of itself.
    Itself,
    /// Made of what comes after it.
    Later {
        /// What comes later.
        of: String,
    },
    /// Names what is not there.
    Undefined {
        /// What is not there.
        of: String,
    },
    /// Names a field whose type can't do this.
    DoesNotFit {
        /// The field.
        of: String,
    },
    /// There are no English words.
    NoEnglish,
    /// A word is missing.
    NoWord {
        /// The language.
        language: String,
    },
    /// A word for nothing that is there.
    StrayWord {
        /// The language.
        language: String,
    },
}
