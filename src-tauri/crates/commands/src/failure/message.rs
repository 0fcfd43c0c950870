//! The localized failure of an error.

use super::journal::{journal_message, no_tracker};
use super::validation::{input_message, validation_message};
use super::{CommandError, ErrorCode, FieldError, import};
use crate::error::{Error, RecordKind, TrackerProblem, TrackerSubject};
use crate::locale::Locale;
use crate::msg;
use crate::session::Session;

/// Returns the localized failure for an error.
pub fn localize(error: &Error, session: &Session) -> CommandError {
    let locale = session.locale();
    if let Error::Validation {
        tracker,
        number,
        errors,
    } = error
    {
        return validation_message(session, tracker, *number, errors);
    }
    if let Error::CsvEntry {
        file,
        line,
        tracker,
        errors,
    } = error
    {
        let why = validation_message(session, tracker, 0, errors).message;
        let message = import::at_line(locale, file, *line, 0, why);
        return CommandError::new(ErrorCode::Import, message);
    }
    if let Error::Row { number, error } = error {
        return in_row(*number, localize(error, session), locale);
    }
    localize_without_session(error, locale)
}

/// Names the row of a table in a failure: its fields are called "2.from" then.
fn in_row(number: usize, failure: CommandError, locale: &Locale) -> CommandError {
    let field = |field: FieldError| FieldError {
        field: format!("{number}.{}", field.field),
        ..field
    };
    let with = [
        ("number", number.to_string().into()),
        ("why", failure.message.into()),
    ];
    CommandError {
        message: locale.format(msg::FAILURE_ROW, &with),
        fields: failure.fields.into_iter().map(field).collect(),
        code: failure.code,
    }
}

/// Localizes an error that needs no session.
fn localize_without_session(error: &Error, locale: &Locale) -> CommandError {
    let one = |key, name, what: &str| locale.format(key, &[(name, what.into())]);
    let (code, message) = match error {
        Error::Input { field, kind } => return input_message(field, *kind, locale),
        Error::NotFound { kind, id } => (ErrorCode::NotFound, not_found(*kind, id, locale)),
        Error::Definition(error) => (ErrorCode::Import, import::definition(error, locale)),
        Error::Tracker { subject, problem } => {
            (ErrorCode::Import, tracker_message(subject, problem, locale))
        }
        Error::Csv { file, error } => (ErrorCode::Import, import::csv(file, error, locale)),
        Error::Text { file, why } => (ErrorCode::Import, file_message(locale, file, why)),
        Error::File { path, why } => {
            let with = [("path", path.as_str().into()), ("why", why.as_str().into())];
            (ErrorCode::Disk, locale.format(msg::FAILURE_FILE, &with))
        }
        Error::NotAFolder(typed) => {
            let message = one(msg::FAILURE_NOT_A_FOLDER, "path", typed);
            (ErrorCode::Validation, message)
        }
        Error::FolderNotEmpty(path) => {
            let message = one(msg::FAILURE_FOLDER_NOT_EMPTY, "path", path);
            (ErrorCode::Validation, message)
        }
        Error::SameFolder => (ErrorCode::Validation, locale.text(msg::FAILURE_SAME_PLACE)),
        Error::NoCountry => (ErrorCode::Validation, locale.text(msg::FAILURE_NO_COUNTRY)),
        Error::KeyringUnavailable => (ErrorCode::Disk, locale.text(msg::FAILURE_NO_KEYRING)),
        Error::Internal(id) => (ErrorCode::Internal, one(msg::FAILURE_BUG, "id", id)),
        Error::Journal(error) => return journal_message(error, locale),
        Error::RecoveryCode(error) => (ErrorCode::Locked, recovery_code_message(*error, locale)),
        Error::Row { number, error } => {
            return in_row(*number, localize_without_session(error, locale), locale);
        }
        Error::Validation { .. } | Error::CsvEntry { .. } => {
            let id = error.to_string();
            (ErrorCode::Internal, one(msg::FAILURE_BUG, "id", &id))
        }
    };
    CommandError::new(code, message)
}

fn not_found(kind: RecordKind, id: &str, locale: &Locale) -> String {
    let found = |key| locale.format(key, &[("found", id.into())]);
    match kind {
        RecordKind::Entry => locale.text(msg::FAILURE_NO_ENTRY),
        RecordKind::Tracker => no_tracker(locale, id),
        RecordKind::Medicine => locale.text(msg::FAILURE_NO_MEDICINE),
        RecordKind::Course => locale.text(msg::FAILURE_NO_COURSE),
        RecordKind::Visit => locale.text(msg::FAILURE_NO_VISIT),
        RecordKind::Activity => locale.text(msg::FAILURE_NO_ACTIVITY),
        RecordKind::Chart => found(msg::FAILURE_NO_CHART),
        RecordKind::Backup => found(msg::FAILURE_NO_BACKUP),
        RecordKind::Practice => found(msg::FAILURE_NO_PRACTICE),
        RecordKind::Period => found(msg::FAILURE_SPAN),
        RecordKind::Preference => found(msg::FAILURE_NO_PREFERENCE),
    }
}

fn tracker_message(subject: &TrackerSubject, problem: &TrackerProblem, locale: &Locale) -> String {
    let subject = match subject {
        TrackerSubject::Named(name) => name.clone(),
        TrackerSubject::NewTracker => locale.text(msg::TRACKER_NEW),
        TrackerSubject::Field(number) => {
            locale.format(msg::TRACKER_FIELD, &[("number", number.to_string().into())])
        }
    };
    let with_key = |message, key: &str| locale.format(message, &[("key", key.into())]);
    let why = match problem {
        TrackerProblem::NoName => locale.text(msg::TRACKER_NO_NAME),
        TrackerProblem::FieldCount => locale.text(msg::TRACKER_NO_FIELDS),
        TrackerProblem::FieldWithoutName => locale.text(msg::TRACKER_FIELD_NO_NAME),
        TrackerProblem::OptionCount => locale.text(msg::TRACKER_NO_OPTIONS),
        TrackerProblem::PartlyScored => locale.text(msg::TRACKER_SCORES),
        TrackerProblem::Range => locale.text(msg::TRACKER_RANGE),
        TrackerProblem::Scale => locale.text(msg::TRACKER_SCALE),
        TrackerProblem::Answered => locale.text(msg::TRACKER_ANSWERED),
        TrackerProblem::AlreadyImported(key) => with_key(msg::TRACKER_SAME, key),
        TrackerProblem::KeyTaken(key) => with_key(msg::TRACKER_EXISTS, key),
    };
    file_message(locale, &subject, &why)
}

/// Formats an error about a file: "walks.toml: this is not text."
fn file_message(locale: &Locale, file: &str, why: &str) -> String {
    let with = [("file", file.into()), ("why", why.into())];
    locale.format(msg::FAILURE_TEXT, &with)
}

fn recovery_code_message(error: journal::CodeError, locale: &Locale) -> String {
    match error {
        journal::CodeError::Length(found) => locale.format(
            msg::FAILURE_CODE_LENGTH,
            &[("found", found.to_string().into())],
        ),
        journal::CodeError::Group(group) => locale.format(
            msg::FAILURE_CODE_GROUP,
            &[("nth", group.to_string().into())],
        ),
    }
}

/// Localizes an error that prevented a session from starting, in the best of the requested
/// languages.
pub fn startup_error(error: &Error, languages: &[String]) -> CommandError {
    let locale = Locale::negotiate(languages);
    if let Error::Text { file, why } = error {
        return CommandError::new(ErrorCode::NotFound, file_message(&locale, file, why));
    }
    localize_without_session(error, &locale)
}

/// Returns the failure for an operation that needs the journal closed while it is open here.
pub fn already_open(session: &Session) -> CommandError {
    journal_message(&journal::Error::InUse, session.locale())
}

/// Returns the failure for a closed journal, `locked` or not.
pub fn journal_closed(locked: bool, languages: &[String]) -> CommandError {
    let failure = journal_message(&journal::Error::Locked, &Locale::negotiate(languages));
    CommandError {
        code: if locked {
            ErrorCode::Locked
        } else {
            ErrorCode::Closed
        },
        ..failure
    }
}

/// Returns the failure shown after a crash closed the journal.
pub fn crashed(languages: &[String]) -> CommandError {
    let message = Locale::negotiate(languages).text(msg::FAILURE_FELL);
    CommandError::new(ErrorCode::Crashed, message)
}
