//! Unlock methods of the journal: passphrase, recovery sheet, system keyring, none.
//!
//! Limits passphrases, chooses the key derivation cost and creates recovery sheets. The `journal`
//! crate wraps the key.

pub mod recovery_sheet;

use crate::backup::sync_key_files;
use crate::changed::{Changed, Topic};
use crate::error::{Error, InputErrorKind, Result};
use crate::ids::random;
use crate::session::Session;
use crate::{keyring, msg};
use journal::{Argon2Cost, SaltAndNonce, SlotSummary, UnlockMethod};
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// Unlock methods of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UnlockMethods {
    /// There is no lock: the user's login is enough to open the journal.
    pub unlocked: bool,
    /// A recovery sheet exists.
    pub recovery: bool,
    /// A recovery sheet for a trusted person exists.
    pub trusted_recovery: bool,
    /// The system keyring opens the journal without a passphrase.
    pub keyring: bool,
}

/// Target time for one passphrase attempt.
const GUESS_DURATION: Duration = Duration::from_millis(700);

/// Minimum passphrase length, in characters.
const MIN_LEN: usize = 8;

/// Maximum passphrase length, in characters.
const MAX_LEN: usize = 200;

/// Returns the unlock methods of the journal.
pub fn unlock_methods(session: &Session) -> Result<UnlockMethods> {
    let SlotSummary {
        unlocked,
        recovery,
        trusted_recovery,
        keyring,
        passphrase: _,
    } = session.journal().slots()?;
    Ok(UnlockMethods {
        unlocked,
        recovery,
        trusted_recovery,
        keyring,
    })
}

/// Sets or changes the passphrase.
///
/// # Errors
///
/// Fails if the length is out of range, or without a recovery sheet: a forgotten passphrase needs
/// one.
pub fn set_passphrase(session: &mut Session, passphrase: String) -> Result<Changed> {
    if !session.journal().slots()?.recovery {
        return Err(invalid(InputErrorKind::NoRecoverySheet));
    }
    let long = passphrase.chars().count();
    if passphrase.trim().is_empty() || long < MIN_LEN {
        return Err(invalid(InputErrorKind::TooShort { min: MIN_LEN }));
    }
    if long > MAX_LEN {
        return Err(invalid(InputErrorKind::TooLong { max: MAX_LEN }));
    }
    let salt_and_nonce = salt_and_nonce()?;
    let updated =
        session
            .journal_mut()
            .set_passphrase(&passphrase, argon2_cost(), &salt_and_nonce)?;
    Ok(lock_changed(session, msg::PASSPHRASE_SET, updated))
}

/// Removes the lock: the user's login is then enough to open the journal.
pub fn remove_lock(session: &mut Session) -> Result<Changed> {
    let updated = session.journal_mut().remove_lock()?;
    Ok(lock_changed(session, msg::LOCK_TAKEN_OFF, updated))
}

/// Enables or disables unlocking by a secret in the system keyring.
///
/// The passphrase keeps working in either case.
pub fn set_keyring_unlock(session: &mut Session, on: bool) -> Result<Changed> {
    let name = session.journal().name()?;
    if !on {
        let updated = session
            .journal_mut()
            .remove_unlock_method(UnlockMethod::Keyring)?;
        keyring::delete(&name);
        return Ok(lock_changed(session, msg::COMPUTER_REVOKED, updated));
    }
    if session.journal().slots()?.unlocked {
        return Err(invalid(InputErrorKind::NotLocked));
    }
    let secret = Zeroizing::new(random()?);
    // The keyring must hold the secret before its key slot exists.
    keyring::store(&name, &secret)
        .map_err(|keyring::KeyringUnavailable| Error::KeyringUnavailable)?;
    let salt_and_nonce = salt_and_nonce()?;
    let updated = session
        .journal_mut()
        .set_keyring_secret(&secret, &salt_and_nonce)?;
    Ok(lock_changed(session, msg::COMPUTER_SET, updated))
}

pub(crate) fn salt_and_nonce() -> Result<SaltAndNonce> {
    Ok(SaltAndNonce {
        salt: random()?,
        nonce: random()?,
    })
}

/// Returns the key derivation cost that takes about 0.7 s on this computer.
///
/// Estimated from one run at the minimum cost, and never below that.
fn argon2_cost() -> Argon2Cost {
    let started = Instant::now();
    journal::spend_cost(Argon2Cost::MIN);
    Argon2Cost::for_duration(GUESS_DURATION, started.elapsed())
}

/// Updates the key slots of backups in the second location and returns the message. `updated` says
/// whether the backups beside the journal were updated. The message includes a warning if a backup
/// could not be reached.
pub(crate) fn lock_changed(session: &Session, key: &str, updated: bool) -> Changed {
    let locale = session.locale();
    let mut message = locale.text(key);
    let second_updated = sync_key_files(session);
    if !(updated && second_updated) {
        message = format!("{message} {}", locale.text(msg::DOORS_NOT_THERE));
    }
    Changed::topic(Topic::Preferences, message)
}

fn invalid(kind: InputErrorKind) -> Error {
    Error::Input {
        field: "passphrase",
        kind,
    }
}
