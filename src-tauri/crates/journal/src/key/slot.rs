//! Key slots: the journal's key, wrapped once for each unlock method.
//!
//! The wrapping is XChaCha20-Poly1305. Its associated data names the journal and the kind of slot, so
//! that a slot can't be moved to another journal or pass as another kind.

use super::kdf::{Argon2Cost, WrapKey, argon2id, hkdf};
use super::{Key, RecoveryCode, hex, unhex};
use crate::{Error, Result};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What opens a journal.
#[derive(Clone)]
pub enum Credential<'a> {
    /// Nothing: the journal has no lock.
    None,
    /// A passphrase.
    Passphrase(&'a str),
    /// The code of a recovery sheet.
    Recovery(&'a RecoveryCode),
    /// The secret in this computer's keyring.
    Keyring(&'a [u8; 32]),
}

/// Random bytes for one key slot.
pub struct SaltAndNonce {
    /// Salt of the passphrase derivation.
    pub salt: [u8; 16],
    /// Nonce of the wrapping.
    pub nonce: [u8; 24],
}

/// An unlock method whose secret is random, so that no slow derivation is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlockMethod {
    /// The patient's recovery code.
    Recovery,
    /// The recovery code that a trusted person holds.
    TrustedRecovery,
    /// A secret in this computer's keyring.
    Keyring,
}

impl UnlockMethod {
    /// Name in the associated data and in the key file. Part of the file format.
    fn name(self) -> &'static str {
        match self {
            Self::Recovery => "sheet",
            Self::TrustedRecovery => "trusted",
            Self::Keyring => "computer",
        }
    }

    /// Purpose of the HKDF expansion. Part of the file format.
    fn purpose(self) -> &'static [u8] {
        match self {
            Self::Recovery | Self::TrustedRecovery => b"daymark sheet",
            Self::Keyring => b"daymark computer",
        }
    }
}

/// A wrapped key, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SealedKey {
    nonce: String,
    sealed: String,
}

/// A key slot as it is stored in the key file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum KeySlot {
    /// The key in plain, without a lock.
    #[serde(rename = "unlocked")]
    Plain { key: String },
    /// Wrapped with Argon2id of the passphrase (NFKC).
    Passphrase {
        cost: Argon2Cost,
        salt: String,
        nonce: String,
        sealed: String,
    },
    /// Wrapped with HKDF of the recovery code.
    #[serde(rename = "sheet")]
    Recovery(SealedKey),
    /// Wrapped with HKDF of the recovery code that a trusted person holds.
    #[serde(rename = "trusted")]
    TrustedRecovery(SealedKey),
    /// Wrapped with HKDF of a secret in this computer's keyring.
    #[serde(rename = "computer")]
    Keyring(SealedKey),
}

impl KeySlot {
    pub(super) fn plain(key: &Key) -> Self {
        Self::Plain {
            key: hex(key.bytes()),
        }
    }

    pub(super) fn passphrase(
        journal: &str,
        key: &Key,
        passphrase: &str,
        cost: Argon2Cost,
        random: &SaltAndNonce,
    ) -> Result<Self> {
        let wrap_key = argon2id(passphrase, cost, &random.salt).ok_or(Error::WrongPassphrase)?;
        let SealedKey { nonce, sealed } =
            seal(&wrap_key, &random.nonce, journal, "passphrase", key)?;
        Ok(Self::Passphrase {
            cost,
            salt: hex(&random.salt),
            nonce,
            sealed,
        })
    }

    /// Wraps the key with a random secret.
    pub(super) fn random(
        method: UnlockMethod,
        journal: &str,
        key: &Key,
        secret: &[u8],
        random: &SaltAndNonce,
    ) -> Result<Self> {
        let wrap_key = hkdf(journal, secret, method.purpose())?;
        let sealed = seal(&wrap_key, &random.nonce, journal, method.name(), key)?;
        Ok(match method {
            UnlockMethod::Recovery => Self::Recovery(sealed),
            UnlockMethod::TrustedRecovery => Self::TrustedRecovery(sealed),
            UnlockMethod::Keyring => Self::Keyring(sealed),
        })
    }

    /// Returns the method of a slot with a random secret.
    pub(super) fn method(&self) -> Option<UnlockMethod> {
        self.sealed().map(|(method, _)| method)
    }

    fn sealed(&self) -> Option<(UnlockMethod, &SealedKey)> {
        match self {
            Self::Plain { .. } | Self::Passphrase { .. } => None,
            Self::Recovery(sealed) => Some((UnlockMethod::Recovery, sealed)),
            Self::TrustedRecovery(sealed) => Some((UnlockMethod::TrustedRecovery, sealed)),
            Self::Keyring(sealed) => Some((UnlockMethod::Keyring, sealed)),
        }
    }

    /// Returns the key if `credential` opens this slot. Returns `None` if the slot is of another
    /// kind or the credential is wrong.
    ///
    /// # Errors
    /// Returns an error if the contents of the slot can't be valid.
    pub(super) fn open(&self, journal: &str, credential: &Credential<'_>) -> Result<Option<Key>> {
        match credential {
            Credential::None => self.open_plain(),
            Credential::Passphrase(passphrase) => self.open_passphrase(journal, passphrase),
            Credential::Recovery(code) => match self.sealed() {
                Some((method, sealed)) if method != UnlockMethod::Keyring => {
                    open_random(method, journal, code.bytes(), sealed)
                }
                Some(_) | None => Ok(None),
            },
            Credential::Keyring(secret) => match self.sealed() {
                Some((UnlockMethod::Keyring, sealed)) => {
                    open_random(UnlockMethod::Keyring, journal, *secret, sealed)
                }
                Some(_) | None => Ok(None),
            },
        }
    }

    fn open_plain(&self) -> Result<Option<Key>> {
        let Self::Plain { key } = self else {
            return Ok(None);
        };
        let bytes = unhex::<48>(key).ok_or(Error::KeyFileDamaged)?;
        Ok(Some(Key::new(bytes)))
    }

    fn open_passphrase(&self, journal: &str, passphrase: &str) -> Result<Option<Key>> {
        let Self::Passphrase {
            cost,
            salt,
            nonce,
            sealed,
        } = self
        else {
            return Ok(None);
        };
        let salt = unhex::<16>(salt).ok_or(Error::KeyFileDamaged)?;
        if !cost.is_plausible() {
            return Err(Error::KeyFileDamaged);
        }
        match argon2id(passphrase, *cost, &salt) {
            Some(wrap_key) => unseal(&wrap_key, nonce, journal, "passphrase", sealed),
            None => Ok(None),
        }
    }
}

fn open_random(
    method: UnlockMethod,
    journal: &str,
    secret: &[u8],
    SealedKey { nonce, sealed }: &SealedKey,
) -> Result<Option<Key>> {
    let wrap_key = hkdf(journal, secret, method.purpose())?;
    unseal(&wrap_key, nonce, journal, method.name(), sealed)
}

fn associated_data(journal: &str, kind: &str) -> String {
    format!("daymark keys 1 {journal} {kind}")
}

fn seal(
    wrap_key: &WrapKey,
    nonce: &[u8; 24],
    journal: &str,
    kind: &str,
    key: &Key,
) -> Result<SealedKey> {
    let associated = associated_data(journal, kind);
    let payload = Payload {
        msg: key.bytes(),
        aad: associated.as_bytes(),
    };
    let sealed = XChaCha20Poly1305::new((&**wrap_key).into())
        .encrypt(&XNonce::from(*nonce), payload)
        .map_err(|_| Error::KeyFileDamaged)?;
    Ok(SealedKey {
        nonce: hex(nonce),
        sealed: hex(&sealed),
    })
}

fn unseal(
    wrap_key: &WrapKey,
    nonce: &str,
    journal: &str,
    kind: &str,
    sealed: &str,
) -> Result<Option<Key>> {
    let nonce = unhex::<24>(nonce).ok_or(Error::KeyFileDamaged)?;
    let sealed = unhex::<64>(sealed).ok_or(Error::KeyFileDamaged)?;
    let associated = associated_data(journal, kind);
    let payload = Payload {
        msg: &sealed,
        aad: associated.as_bytes(),
    };
    let opened =
        XChaCha20Poly1305::new((&**wrap_key).into()).decrypt(&XNonce::from(nonce), payload);
    let Ok(bytes) = opened.map(Zeroizing::new) else {
        return Ok(None);
    };
    let bytes: [u8; 48] = bytes
        .as_slice()
        .try_into()
        .map_err(|_| Error::KeyFileDamaged)?;
    Ok(Some(Key::new(bytes)))
}
