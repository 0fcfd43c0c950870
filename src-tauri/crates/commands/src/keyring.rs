//! System keyring: a secret stored there opens the journal without a passphrase.
//!
//! It is optional and never the only unlock method: people have lost all their data when a keyring
//! changed. Every operation has a timeout and may fail, and nothing else depends on it.

use keyring_core::{Entry, Error};
use std::sync::mpsc::channel;
use std::time::Duration;
use zeroize::Zeroizing;

/// This computer's secret for one journal.
pub type Secret = Zeroizing<[u8; 32]>;

/// Service name of the secrets in the keyring.
const SERVICE: &str = "Daymark";

/// Timeout at start-up: a keyring may hang, and the passphrase works without it.
const AT_A_START: Duration = Duration::from_secs(2);

/// Timeout for a user's request: the keyring may prompt for its own password.
const WHEN_ASKED: Duration = Duration::from_secs(60);

/// The keyring does not answer, refuses, or does not hold what was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAnswer;

/// Returns the secret for a journal name, or `None` if it is missing or the keyring fails.
pub fn fetch(journal: &str) -> Option<Secret> {
    let kept = in_time(journal, AT_A_START, keyring_core::Entry::get_secret)?;
    let kept = Zeroizing::new(kept);
    kept.as_slice().try_into().ok().map(Zeroizing::new)
}

/// Stores a secret for a journal name, and reads it back to verify it.
pub fn keep(journal: &str, secret: &Secret) -> Result<(), NoAnswer> {
    let kept = secret.clone();
    in_time(journal, WHEN_ASKED, move |entry| {
        entry.set_secret(kept.as_slice())
    })
    .ok_or(NoAnswer)?;
    match fetch(journal) {
        Some(same) if same == *secret => Ok(()),
        Some(_) | None => Err(NoAnswer),
    }
}

/// Deletes the secret for a journal name.
///
/// Ignores errors: call it after the key slot was revoked, when the secret opens nothing.
pub fn forget(journal: &str) {
    let _ = in_time(journal, AT_A_START, keyring_core::Entry::delete_credential);
}

/// Queries the keyring on a separate thread. Abandons the thread if the timeout passes.
fn in_time<T: Send + 'static>(
    journal: &str,
    patience: Duration,
    ask: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
) -> Option<T> {
    let journal = journal.to_owned();
    let (tell, told) = channel();
    std::thread::spawn(move || {
        let answer = system()
            .and_then(|()| Entry::new(SERVICE, &journal))
            .and_then(|entry| ask(&entry));
        // The receiver is gone after a timeout.
        let _ = tell.send(answer);
    });
    told.recv_timeout(patience).ok()?.ok()
}

/// Selects the platform's keyring, unless a store was set before.
fn system() -> Result<(), Error> {
    if keyring_core::get_default_store().is_some() {
        return Ok(());
    }
    #[cfg(target_os = "linux")]
    keyring_core::set_default_store(zbus_secret_service_keyring_store::Store::new()?);
    #[cfg(target_os = "macos")]
    keyring_core::set_default_store(apple_native_keyring_store::keychain::Store::new()?);
    #[cfg(target_os = "windows")]
    keyring_core::set_default_store(windows_native_keyring_store::Store::new()?);
    Ok(())
}
