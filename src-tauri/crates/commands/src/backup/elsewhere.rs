//! Beginning on a new computer from a backup, with a recovery sheet or the passphrase.

use crate::error::Result;
use crate::session::Session;
use crate::session::open::{Credentials, OpenOptions};
use journal::{JournalPaths, RecoveryCode};
use std::path::Path;

/// Returns what a typed secret is: the code of a recovery sheet, a passphrase, or nothing.
pub fn credentials(secret: &str) -> Credentials {
    if secret.trim().is_empty() {
        Credentials::None
    } else if RecoveryCode::parse(secret).is_ok() {
        Credentials::Recovery(secret.to_owned())
    } else {
        Credentials::Passphrase(secret.to_owned())
    }
}

/// Finds the backup in a folder that the user chose, and proves that the secret opens it.
///
/// # Errors
/// Returns an error if there is no backup, or it does not open.
pub fn prove(options: &OpenOptions, chosen: &Path) -> Result<JournalPaths> {
    let backup = journal::find_backup(chosen)?;
    let opened = Session::open(&OpenOptions {
        folder: Some(backup.folder.clone()),
        create: false,
        ..options.clone()
    })?;
    opened.close()?;
    Ok(backup)
}

/// Puts a backup in the place of this computer's journal, which must be closed and stays in a folder
/// beside it.
///
/// # Errors
/// Returns an error if the files can't be copied; the former journal stands then.
pub fn adopt(options: &OpenOptions, backup: &JournalPaths) -> Result<()> {
    let now = options.clock.now().timestamp();
    Ok(journal::adopt(backup, &options.paths(), now)?)
}
