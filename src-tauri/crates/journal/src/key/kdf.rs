//! Key derivation: Argon2id for passphrases, HKDF for random secrets.

use crate::{Error, Result};
use argon2::{Algorithm, Argon2, Params, Version};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// Argon2id cost of one passphrase guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Argon2Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Number of passes over the memory.
    pub passes: u32,
}

impl Argon2Cost {
    /// Lowest cost used for a new passphrase: 64 MiB, 3 passes (OWASP's minimum is 19 MiB, 2
    /// passes).
    pub const MIN: Self = Self {
        memory: 64 * 1024,
        passes: 3,
    };

    /// Highest cost accepted from a key file, so that a malicious file can't block the computer.
    const MAX: Self = Self {
        memory: 1024 * 1024,
        passes: 20,
    };

    /// Returns the cost that takes about `duration` on this computer, given that `MIN` takes
    /// `min_cost_took`.
    pub fn for_duration(duration: std::time::Duration, min_cost_took: std::time::Duration) -> Self {
        let factor = duration.as_secs_f64() / min_cost_took.as_secs_f64().max(0.001);
        let passes = (f64::from(Self::MIN.passes) * factor).round();
        Self {
            memory: Self::MIN.memory,
            passes: (passes as u32).clamp(Self::MIN.passes, Self::MAX.passes),
        }
    }

    pub(super) fn is_plausible(self) -> bool {
        (8..=Self::MAX.memory).contains(&self.memory)
            && (1..=Self::MAX.passes).contains(&self.passes)
    }
}

/// Maximum length of a passphrase in bytes, before normalisation.
const MAX_PASSPHRASE_LEN: usize = 4096;

pub(super) type WrapKey = Zeroizing<[u8; 32]>;

/// Derives the wrapping key with Argon2id. Returns `None` if the passphrase is longer than
/// `MAX_PASSPHRASE_LEN` or hashing fails.
pub(super) fn argon2id(passphrase: &str, cost: Argon2Cost, salt: &[u8; 16]) -> Option<WrapKey> {
    if passphrase.len() > MAX_PASSPHRASE_LEN {
        return None;
    }
    let normalized: Zeroizing<String> = Zeroizing::new(passphrase.nfkc().collect());
    let params = Params::new(cost.memory, cost.passes, 1, Some(32)).ok()?;
    let mut wrap_key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(normalized.as_bytes(), salt, wrap_key.as_mut())
        .ok()?;
    Some(wrap_key)
}

/// Spends the cost of one passphrase guess, so that the caller can time it.
pub fn spend_cost(cost: Argon2Cost) {
    drop(argon2id("how long does this take", cost, &[0; 16]));
}

pub(super) fn hkdf(journal: &str, random: &[u8], what: &[u8]) -> Result<WrapKey> {
    let mut wrap_key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(journal.as_bytes()), random)
        .expand(what, wrap_key.as_mut())
        .map_err(|_| Error::KeyFileDamaged)?;
    Ok(wrap_key)
}
