//! A key slot: the journal's key, wrapped with a credential.
//!
//! The key is wrapped with XChaCha20-Poly1305; the associated data are the journal's identifier and
//! the slot type. The wrapping key comes from Argon2id for a passphrase. Recovery codes and keyring
//! secrets use HKDF, because they are random enough to need no slow hash.

use super::{Fresh, SheetCode, Unlock};
use crate::Trouble;
use crate::key::{Key, hex, unhex};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// Argon2id cost of one passphrase guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Number of passes over the memory.
    pub passes: u32,
}

impl Cost {
    /// Lowest cost used for a new passphrase: 64 MiB, 3 passes (OWASP's minimum is 19 MiB, 2
    /// passes).
    pub const LEAST: Self = Self {
        memory: 64 * 1024,
        passes: 3,
    };

    /// Highest cost accepted from a key file, so that a malicious file can't block the computer.
    const MOST: Self = Self {
        memory: 1024 * 1024,
        passes: 20,
    };

    /// Returns the cost that takes about `wanted` on this computer, given that `LEAST` takes
    /// `least_took`.
    pub fn about(wanted: std::time::Duration, least_took: std::time::Duration) -> Self {
        let times = wanted.as_secs_f64() / least_took.as_secs_f64().max(0.001);
        let passes = (f64::from(Self::LEAST.passes) * times).round();
        Self {
            memory: Self::LEAST.memory,
            passes: (passes as u32).clamp(Self::LEAST.passes, Self::MOST.passes),
        }
    }

    fn credible(self) -> bool {
        (8..=Self::MOST.memory).contains(&self.memory)
            && (1..=Self::MOST.passes).contains(&self.passes)
    }
}

/// Maximum length of a passphrase in bytes, before normalisation.
const LONGEST: usize = 4096;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Door {
    /// The key in plain, without a lock.
    Unlocked { key: String },
    /// Wrapped with Argon2id of the passphrase (NFKC).
    Passphrase {
        cost: Cost,
        salt: String,
        nonce: String,
        sealed: String,
    },
    /// Wrapped with HKDF of the recovery code.
    Sheet { nonce: String, sealed: String },
    /// Wrapped with HKDF of the recovery code that a trusted person holds.
    Trusted { nonce: String, sealed: String },
    /// Wrapped with HKDF of a secret in this computer's keyring.
    Computer { nonce: String, sealed: String },
}

impl Door {
    pub(super) fn unlocked(key: &Key) -> Self {
        Self::Unlocked {
            key: hex(key.bytes()),
        }
    }

    pub(super) fn passphrase(
        journal: &str,
        key: &Key,
        passphrase: &str,
        cost: Cost,
        fresh: &Fresh,
    ) -> Result<Self, Trouble> {
        let wrap = stretched(passphrase, cost, &fresh.salt).ok_or(Trouble::WrongPassphrase)?;
        Ok(Self::Passphrase {
            cost,
            salt: hex(&fresh.salt),
            nonce: hex(&fresh.nonce),
            sealed: seal(&wrap, &fresh.nonce, &bound(journal, "passphrase"), key)?,
        })
    }

    pub(super) fn sheet(
        journal: &str,
        key: &Key,
        code: &SheetCode,
        fresh: &Fresh,
    ) -> Result<Self, Trouble> {
        let wrap = spread(journal, code.bytes(), b"daymark sheet")?;
        Ok(Self::Sheet {
            nonce: hex(&fresh.nonce),
            sealed: seal(&wrap, &fresh.nonce, &bound(journal, "sheet"), key)?,
        })
    }

    pub(super) fn trusted(
        journal: &str,
        key: &Key,
        code: &SheetCode,
        fresh: &Fresh,
    ) -> Result<Self, Trouble> {
        let wrap = spread(journal, code.bytes(), b"daymark sheet")?;
        Ok(Self::Trusted {
            nonce: hex(&fresh.nonce),
            sealed: seal(&wrap, &fresh.nonce, &bound(journal, "trusted"), key)?,
        })
    }

    pub(super) fn computer(
        journal: &str,
        key: &Key,
        secret: &[u8; 32],
        fresh: &Fresh,
    ) -> Result<Self, Trouble> {
        let wrap = spread(journal, secret, b"daymark computer")?;
        Ok(Self::Computer {
            nonce: hex(&fresh.nonce),
            sealed: seal(&wrap, &fresh.nonce, &bound(journal, "computer"), key)?,
        })
    }

    /// Returns the key if `with` opens this slot. Returns `None` if the slot is of another type or
    /// the credential is wrong.
    pub(super) fn open(&self, journal: &str, with: &Unlock<'_>) -> Result<Option<Key>, Trouble> {
        let (wrap, nonce, sealed, kind) = match (self, with) {
            (Self::Unlocked { key }, Unlock::Nothing) => {
                let bytes = unhex::<48>(key).ok_or(Trouble::KeysDamaged)?;
                return Ok(Some(Key::new(bytes)));
            }
            (
                Self::Passphrase {
                    cost,
                    salt,
                    nonce,
                    sealed,
                },
                Unlock::Passphrase(passphrase),
            ) => {
                let Some(wrap) = wrapped(passphrase, *cost, salt)? else {
                    return Ok(None);
                };
                (wrap, nonce, sealed, "passphrase")
            }
            (Self::Sheet { nonce, sealed }, Unlock::Sheet(code)) => {
                (of_sheet(journal, code)?, nonce, sealed, "sheet")
            }
            (Self::Trusted { nonce, sealed }, Unlock::Sheet(code)) => {
                (of_sheet(journal, code)?, nonce, sealed, "trusted")
            }
            (Self::Computer { nonce, sealed }, Unlock::Computer(secret)) => {
                let wrap = spread(journal, *secret, b"daymark computer")?;
                (wrap, nonce, sealed, "computer")
            }
            (
                Self::Unlocked { .. }
                | Self::Passphrase { .. }
                | Self::Sheet { .. }
                | Self::Trusted { .. }
                | Self::Computer { .. },
                _,
            ) => return Ok(None),
        };
        unseal(&wrap, nonce, &bound(journal, kind), sealed)
    }
}

type Wrap = Zeroizing<[u8; 32]>;

fn bound(journal: &str, kind: &str) -> String {
    format!("daymark keys 1 {journal} {kind}")
}

fn of_sheet(journal: &str, code: &SheetCode) -> Result<Wrap, Trouble> {
    spread(journal, code.bytes(), b"daymark sheet")
}

/// Derives the wrapping key from a passphrase, with the cost and salt stored in the slot.
fn wrapped(passphrase: &str, cost: Cost, salt: &str) -> Result<Option<Wrap>, Trouble> {
    let salt = unhex::<16>(salt).ok_or(Trouble::KeysDamaged)?;
    if !cost.credible() {
        return Err(Trouble::KeysDamaged);
    }
    Ok(stretched(passphrase, cost, &salt))
}

/// Derives the wrapping key with Argon2id. Returns `None` if the passphrase is longer than
/// `LONGEST` or hashing fails.
fn stretched(passphrase: &str, cost: Cost, salt: &[u8; 16]) -> Option<Wrap> {
    if passphrase.len() > LONGEST {
        return None;
    }
    let typed: Zeroizing<String> = Zeroizing::new(passphrase.nfkc().collect());
    let params = Params::new(cost.memory, cost.passes, 1, Some(32)).ok()?;
    let mut wrap = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(typed.as_bytes(), salt, wrap.as_mut())
        .ok()?;
    Some(wrap)
}

/// Spends the cost of one passphrase guess, so that the caller can time it.
pub fn try_cost(cost: Cost) {
    drop(stretched("how long does this take", cost, &[0; 16]));
}

fn spread(journal: &str, random: &[u8], what: &[u8]) -> Result<Wrap, Trouble> {
    let mut wrap = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(journal.as_bytes()), random)
        .expand(what, wrap.as_mut())
        .map_err(|_| Trouble::KeysDamaged)?;
    Ok(wrap)
}

fn seal(wrap: &Wrap, nonce: &[u8; 24], bound: &str, key: &Key) -> Result<String, Trouble> {
    let payload = Payload {
        msg: key.bytes(),
        aad: bound.as_bytes(),
    };
    XChaCha20Poly1305::new((&**wrap).into())
        .encrypt(&XNonce::from(*nonce), payload)
        .map(|sealed| hex(&sealed))
        .map_err(|_| Trouble::KeysDamaged)
}

fn unseal(wrap: &Wrap, nonce: &str, bound: &str, sealed: &str) -> Result<Option<Key>, Trouble> {
    let nonce = unhex::<24>(nonce).ok_or(Trouble::KeysDamaged)?;
    let sealed = unhex::<64>(sealed).ok_or(Trouble::KeysDamaged)?;
    let payload = Payload {
        msg: &sealed,
        aad: bound.as_bytes(),
    };
    let opened = XChaCha20Poly1305::new((&**wrap).into()).decrypt(&XNonce::from(nonce), payload);
    let Ok(bytes) = opened.map(Zeroizing::new) else {
        return Ok(None);
    };
    let bytes: [u8; 48] = bytes
        .as_slice()
        .try_into()
        .map_err(|_| Trouble::KeysDamaged)?;
    Ok(Some(Key::new(bytes)))
}
