//! Recovery sheets: for the patient, and for a person they trust.

use super::{lock_changed, salt_and_nonce};
use crate::backup::sync_key_files;
use crate::changed::Changed;
use crate::error::{Error, Result};
use crate::files::{remove, write};
use crate::ids::random;
use crate::msg;
use crate::session::Session;
use domain::localizer::{DateStyle, Localizer};
use journal::{RecoveryCode, UnlockMethod};
use report::{PaperSize, RecoverySheet, qr_rows};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Who keeps a recovery sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SheetHolder {
    /// The patient.
    Patient,
    /// A person they trust.
    Trusted,
}

impl SheetHolder {
    /// Returns the message that names the file.
    pub(crate) fn file_name(self) -> &'static str {
        match self {
            Self::Patient => msg::FILE_SHEET,
            Self::Trusted => msg::FILE_TRUSTED_SHEET,
        }
    }

    fn unlock_method(self) -> UnlockMethod {
        match self {
            Self::Patient => UnlockMethod::Recovery,
            Self::Trusted => UnlockMethod::TrustedRecovery,
        }
    }
}

/// Creates a recovery sheet and saves it for printing. An earlier sheet of the holder stops working.
///
/// # Errors
/// Fails if the sheet can't be saved; the earlier sheet stays valid then.
pub fn create_recovery_sheet(
    session: &mut Session,
    holder: SheetHolder,
    path: &Path,
) -> Result<()> {
    let code = RecoveryCode::new(random()?);
    let pdf = report::sheet_pdf(&sheet(session, &code, holder))
        .map_err(|e| Error::Internal(e.to_string()))?;
    write(path, &pdf)?;
    let salt_and_nonce = salt_and_nonce()?;
    // The sheet is saved before its key slot exists, so that a code in use is never lost.
    let result =
        session
            .journal_mut()
            .set_recovery_code(holder.unlock_method(), &code, &salt_and_nonce);
    if let Err(error) = result {
        remove(path);
        return Err(error.into());
    }
    // The new sheet opens the journal in any case. An unreachable backup keeps its old key slots.
    sync_key_files(session);
    Ok(())
}

/// Revokes the trusted person's recovery sheet.
pub fn revoke_trusted_sheet(session: &mut Session) -> Result<Changed> {
    let method = UnlockMethod::TrustedRecovery;
    let updated = session.journal_mut().remove_unlock_method(method)?;
    Ok(lock_changed(session, msg::TRUSTED_REVOKED, updated))
}

fn sheet(session: &Session, code: &RecoveryCode, holder: SheetHolder) -> RecoverySheet {
    let locale = session.locale();
    let groups = code.groups();
    let day = locale.date(session.today(), DateStyle::Short);
    let (title, lead, note) = match holder {
        SheetHolder::Patient => (msg::SHEET_TITLE, msg::SHEET_LEAD, msg::SHEET_KEEP),
        SheetHolder::Trusted => (msg::TRUSTED_TITLE, msg::TRUSTED_LEAD, msg::TRUSTED_KEEP),
    };
    RecoverySheet {
        language: locale.language().to_owned(),
        direction: locale.direction().to_owned(),
        paper: PaperSize::for_country(session.country()).name(),
        title: locale.text(title),
        lead: vec![
            locale.format(lead, &[("day", day.into())]),
            locale.text(note),
        ],
        qr_rows: qr_rows(&groups.concat()),
        groups,
        alt: locale.text(msg::SHEET_ALT),
        after: vec![locale.text(msg::SHEET_HOW), locale.text(msg::SHEET_LETTERS)],
    }
}
