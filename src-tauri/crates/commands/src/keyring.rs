//! The computer's own key store: a secret kept there opens the journal without asking.
//!
//! Owns asking it, in time. It is a convenience and never the only way in: people have lost everything to a key store
//! that changed under them, so each act here may fail and nothing else depends on it. Must not know what the secret
//! opens.

use keyring_core::{Entry, Error};
use std::sync::mpsc::channel;
use std::time::Duration;
use zeroize::Zeroizing;

/// A secret of this computer for one journal.
pub type Secret = Zeroizing<[u8; 32]>;

/// The name secrets go by in the store.
const SERVICE: &str = "Daymark";

/// At a start nobody waits long for a store that may hang; what it would give, a passphrase gives too.
const AT_A_START: Duration = Duration::from_secs(2);

/// Where the person asked for it, the store may have to ask them for its own password.
const WHEN_ASKED: Duration = Duration::from_secs(60);

/// The store does not answer, or refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAnswer;

/// The secret for the journal of this name; none where the store has none or does not answer.
pub fn fetch(journal: &str) -> Option<Secret> {
    let kept = in_time(journal, AT_A_START, keyring_core::Entry::get_secret)?;
    let kept = Zeroizing::new(kept);
    kept.as_slice().try_into().ok().map(Zeroizing::new)
}

/// Keeps a secret for the journal of this name, and sees that it is there.
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

/// Takes the secret for the journal of this name away. One that can't be taken away opens nothing by then.
pub fn forget(journal: &str) {
    let _ = in_time(journal, AT_A_START, keyring_core::Entry::delete_credential);
}

/// Asks the store on a thread of its own, which is left behind where the store hangs.
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
        // Nobody may be waiting any more.
        let _ = tell.send(answer);
    });
    told.recv_timeout(patience).ok()?.ok()
}

/// The store of this computer, unless another was chosen before.
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
