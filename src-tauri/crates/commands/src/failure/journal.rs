//! Messages about the journal and its files.

use super::{CommandError, ErrorCode};
use crate::locale::Locale;
use crate::msg;
use ::journal::Error;
use std::path::Path;

/// Localizes an error of the journal. Needs no session.
pub(super) fn journal_message(error: &Error, locale: &Locale) -> CommandError {
    let path = |key: &str, path: &Path| {
        (
            ErrorCode::NotOpen,
            locale.format(key, &[("path", path.display().to_string().into())]),
        )
    };
    // `Damaged` makes the window offer a repair, because a backup could help.
    let repairable = |key: &str, at: &Path| (ErrorCode::Damaged, path(key, at).1);
    let plain = |code, key: &str| (code, locale.text(key));
    let (code, message) = match error {
        Error::Missing(at) => repairable(msg::FAILURE_MISSING, at),
        Error::Empty(at) => repairable(msg::FAILURE_EMPTY, at),
        Error::Exists(at) | Error::NotAJournal(at) => path(msg::FAILURE_FOREIGN, at),
        Error::KeyFileMissing(at) | Error::KeyFileUnreadable(at) => path(msg::FAILURE_KEY, at),
        Error::Locked => plain(ErrorCode::Locked, msg::FAILURE_LOCKED),
        Error::WrongPassphrase => plain(ErrorCode::Locked, msg::FAILURE_WRONG_PASSPHRASE),
        Error::WrongRecoveryCode => plain(ErrorCode::Locked, msg::FAILURE_WRONG_SHEET),
        Error::KeyFileDamaged => plain(ErrorCode::Damaged, msg::FAILURE_KEYS_DAMAGED),
        Error::Damaged => plain(ErrorCode::Damaged, msg::FAILURE_DAMAGED),
        Error::NothingToRepairFrom => plain(ErrorCode::NotOpen, msg::FAILURE_NOTHING_TO_REPAIR),
        Error::NotAFile(at) => path(msg::FAILURE_NOT_A_FILE, at),
        Error::PermissionDenied(at) => path(msg::FAILURE_DENIED, at),
        Error::ReadOnly => plain(ErrorCode::Disk, msg::FAILURE_READ_ONLY),
        Error::Full => plain(ErrorCode::Disk, msg::FAILURE_FULL),
        Error::Newer { .. } | Error::KeyFileNewer { .. } => {
            plain(ErrorCode::NotOpen, msg::FAILURE_NEWER)
        }
        Error::Corrupt(at) => repairable(msg::FAILURE_UNREADABLE, at),
        Error::InUse => plain(ErrorCode::NotOpen, msg::FAILURE_IN_USE),
        Error::Disk(why) => (ErrorCode::Disk, disk_message(locale, why.to_string())),
        Error::Sql(why) => (ErrorCode::Disk, disk_message(locale, why.to_string())),
        Error::RevisionFormat(why) => (
            ErrorCode::Internal,
            locale.format(msg::FAILURE_BUG, &[("id", why.to_string().into())]),
        ),
        Error::NoTracker(key) => (ErrorCode::NotFound, no_tracker(locale, key)),
    };
    CommandError::new(code, message)
}

/// Returns the message for a tracker that does not exist.
pub(super) fn no_tracker(locale: &Locale, key: &str) -> String {
    locale.format(msg::FAILURE_NO_TRACKER, &[("key", key.into())])
}

fn disk_message(locale: &Locale, why: String) -> String {
    locale.format(msg::FAILURE_DISK, &[("why", why.into())])
}
