//! Errors inside a command, before they are localized.

use domain::ValidationError;
use domain::definition::parse::DefinitionError;

/// Result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use case failed. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Invalid answers.
    #[error("invalid answers for {tracker}: {errors:?}")]
    Validation {
        /// The tracker's key.
        tracker: String,
        /// Number of the draft among several, from 1; 0 if there is only one.
        number: usize,
        /// What is wrong.
        errors: Vec<ValidationError>,
    },
    /// Invalid input of another form, such as a passphrase or a pause.
    #[error("invalid {field}: {kind:?}")]
    Input {
        /// The form's field.
        field: &'static str,
        /// What is wrong.
        kind: InputErrorKind,
    },
    /// Invalid input in a row of a table that was typed.
    #[error("row {number}: {error}")]
    Row {
        /// The row, from 1.
        number: usize,
        /// What is wrong in it.
        error: Box<Error>,
    },
    /// The record, or the value that was asked for, does not exist.
    #[error("no {kind:?} {id}")]
    NotFound {
        /// What was looked for.
        kind: RecordKind,
        /// Its id, as given.
        id: String,
    },
    /// A definition that can't be parsed or does not fit.
    #[error("invalid definition")]
    Definition(DefinitionError),
    /// A custom tracker that can't be saved or imported.
    #[error("{subject}: {problem:?}")]
    Tracker {
        /// Name of the file, or of the field in the builder.
        subject: TrackerSubject,
        /// What is wrong.
        problem: TrackerProblem,
    },
    /// An error of the journal.
    #[error(transparent)]
    Journal(#[from] journal::Error),
    /// A CSV file that can't be imported.
    #[error("{file} can't be imported")]
    Csv {
        /// The file as named.
        file: String,
        /// Where and why.
        error: ::exchange::csv::CsvError,
    },
    /// A CSV file with an entry that fails validation.
    #[error("{file} has an invalid entry")]
    CsvEntry {
        /// The file as named.
        file: String,
        /// Line on which the entry begins.
        line: u64,
        /// The tracker.
        tracker: String,
        /// What is wrong; empty if it conflicts with an existing entry.
        errors: Vec<ValidationError>,
    },
    /// A text file of entries that can't be read.
    #[error("{file} can't be read: {why}")]
    Text {
        /// The file as named.
        file: String,
        /// Where and why.
        why: String,
    },
    /// A file that can't be read or written.
    #[error("{path}: {why}")]
    File {
        /// The path.
        path: String,
        /// Error message of the operating system.
        why: String,
    },
    /// Not the absolute path of an existing folder.
    #[error("{0} is not a folder")]
    NotAFolder(String),
    /// A folder for an export that holds something already.
    #[error("{0} is not empty")]
    FolderNotEmpty(String),
    /// A backup location inside the journal's own folder.
    #[error("the backup location is the journal's folder")]
    SameFolder,
    /// The system keyring does not answer.
    #[error("the system keyring does not answer")]
    KeyringUnavailable,
    /// A mistyped recovery code.
    #[error("mistyped recovery code")]
    RecoveryCode(journal::CodeError),
    /// An internal error.
    #[error("internal error: {0}")]
    Internal(String),
    /// An amount in drinks, and no country that says how large a drink is.
    #[error("no country is known")]
    NoCountry,
}

impl Error {
    /// Creates the error for a record or value that does not exist.
    pub fn not_found(kind: RecordKind, id: impl ToString) -> Self {
        let id = id.to_string();
        Self::NotFound { kind, id }
    }

    /// Says in which row of a table an error is, counted from 1.
    #[must_use]
    pub fn in_row(self, number: usize) -> Self {
        let error = Box::new(self);
        Self::Row { number, error }
    }
}

/// What was looked for and does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// A medicine.
    Medicine,
    /// A course of treatment.
    Course,
    /// A planned activity.
    Activity,
    /// A visit.
    Visit,
    /// An entry.
    Entry,
    /// A tracker.
    Tracker,
    /// A chart of a tracker.
    Chart,
    /// A backup.
    Backup,
    /// A practice, or a timing that fits it.
    Practice,
    /// A day, month, year or period.
    Period,
    /// A preference, or a value of one.
    Preference,
}

/// What is wrong with the input of a form other than an entry's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputErrorKind {
    /// The text is too short.
    TooShort {
        /// Minimum number of characters.
        min: usize,
    },
    /// The text is too long.
    TooLong {
        /// Maximum number of characters.
        max: usize,
    },
    /// A recovery sheet must be created first.
    NoRecoverySheet,
    /// The journal has no lock, so it already opens without a passphrase.
    NotLocked,
    /// Not a date, or one before 1900.
    NotADay,
    /// The last day is before the first.
    EndsBeforeStart,
    /// Another pause covers some of the days.
    Overlaps,
    /// Nothing was written.
    Missing,
    /// The highest number is not above the lowest, or out of bounds.
    EmptyRange,
    /// Not a time of day.
    NotATime,
    /// Not an amount.
    NotAnAmount,
    /// Not a whole number within its limits.
    WholeNumber {
        /// The lowest.
        min: u32,
        /// The highest.
        max: u32,
    },
    /// No day of the week was chosen.
    NoWeekday,
    /// Two intakes at the same time.
    SameTimeTwice,
    /// The day is needed: another dose begins within the month or year.
    NeedsDay,
    /// A medicine with marked doses, which can only be stopped.
    HasDoses {
        /// Number of days with a mark.
        days: u32,
    },
    /// A course with sessions, which can only be ended.
    HasSessions {
        /// Number of sessions.
        count: usize,
    },
    /// An interval outside its limits.
    Interval {
        /// Fewest days.
        min: u32,
        /// Most days.
        max: u32,
    },
    /// Not a phone number.
    NotAPhoneNumber,
    /// A medicine of this name is taken already.
    IsTaken,
    /// Two stretches cover the same day.
    StretchesOverlap,
    /// A passphrase with signs that a PDF can't keep.
    UnfitForPdf,
    /// Too many lines.
    TooManyLines {
        /// Maximum number of lines.
        max: usize,
    },
}

/// What a problem with a custom tracker is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrackerSubject {
    /// A file, or a field by its name.
    Named(String),
    /// The tracker that is being built.
    NewTracker,
    /// A field without a name, by its number from 1.
    Field(usize),
}

impl std::fmt::Display for TrackerSubject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Named(name) => f.write_str(name),
            Self::NewTracker => f.write_str("new tracker"),
            Self::Field(number) => write!(f, "field {number}"),
        }
    }
}

/// What is wrong with a custom tracker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrackerProblem {
    /// It has no name.
    NoName,
    /// It has no field, or too many.
    FieldCount,
    /// A field has no name.
    FieldWithoutName,
    /// A choice has no option, or too many.
    OptionCount,
    /// Some options have a value in charts and others do not.
    PartlyScored,
    /// The highest answer is not above the lowest.
    Range,
    /// The ends of a scale are not whole numbers, or too far apart.
    Scale,
    /// A field with answers would change its meaning.
    Answered,
    /// The same tracker exists; holds its key.
    AlreadyImported(String),
    /// Another tracker has this key.
    KeyTaken(String),
}
