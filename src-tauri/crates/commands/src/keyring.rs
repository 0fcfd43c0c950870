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
const STARTUP_TIMEOUT: Duration = Duration::from_secs(2);

/// Timeout for a user's request: the keyring may prompt for its own password.
const INTERACTIVE_TIMEOUT: Duration = Duration::from_secs(60);

/// The keyring does not answer, refuses, or does not hold what was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyringUnavailable;

/// Returns the secret for a journal name, or `None` if it is missing or the keyring fails.
pub fn load(journal: &str) -> Option<Secret> {
    let stored = with_entry(journal, STARTUP_TIMEOUT, keyring_core::Entry::get_secret)?;
    let stored = Zeroizing::new(stored);
    stored.as_slice().try_into().ok().map(Zeroizing::new)
}

/// Stores a secret for a journal name, and reads it back to verify it.
pub fn store(journal: &str, secret: &Secret) -> Result<(), KeyringUnavailable> {
    let stored = secret.clone();
    with_entry(journal, INTERACTIVE_TIMEOUT, move |entry| {
        entry.set_secret(stored.as_slice())
    })
    .ok_or(KeyringUnavailable)?;
    match load(journal) {
        Some(same) if same == *secret => Ok(()),
        Some(_) | None => Err(KeyringUnavailable),
    }
}

/// Deletes the secret for a journal name.
///
/// Ignores errors: call it after the key slot was revoked, when the secret opens nothing.
pub fn delete(journal: &str) {
    let _ = with_entry(
        journal,
        STARTUP_TIMEOUT,
        keyring_core::Entry::delete_credential,
    );
}

/// Queries the keyring on a separate thread. Abandons the thread if the timeout passes.
fn with_entry<T: Send + 'static>(
    journal: &str,
    timeout: Duration,
    action: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
) -> Option<T> {
    let journal = journal.to_owned();
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let answer = set_default_store()
            .and_then(|()| Entry::new(SERVICE, &journal))
            .and_then(|entry| action(&entry));
        // The receiver is gone after a timeout.
        let _ = sender.send(answer);
    });
    receiver.recv_timeout(timeout).ok()?.ok()
}

/// Selects the platform's keyring, unless a store was set before.
fn set_default_store() -> Result<(), Error> {
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
