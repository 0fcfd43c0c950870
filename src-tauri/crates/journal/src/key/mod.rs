//! The journal's encryption key, which is wiped from memory on drop.
//!
//! Also reads the key file of the first format, and creates private files and folders. Random bytes
//! are supplied by the caller.

mod kdf;
mod key_file;
pub(crate) mod methods;
mod recovery_code;
mod slot;

pub use kdf::{Argon2Cost, spend_cost};
pub use key_file::{KeyFile, SlotSummary};
pub use recovery_code::{CodeError, RecoveryCode};
pub use slot::{Credential, SaltAndNonce, UnlockMethod};

use crate::{Error, Result};
use hkdf::Hkdf;
use sha2::Sha256;
use std::fs;
use std::path::Path;
use zeroize::Zeroizing;

/// A raw 256-bit key and the 128-bit salt that SQLCipher stores at the start of the file.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; 48]>);

impl Key {
    /// Creates a key from 48 random bytes.
    pub fn new(random: [u8; 48]) -> Self {
        Self(Zeroizing::new(random))
    }

    /// Returns SQLCipher's literal for a raw key, which skips key derivation on open.
    pub(crate) fn literal(&self) -> String {
        format!("x'{}'", hex(self.0.as_ref()))
    }

    pub(crate) fn read_legacy(path: &Path) -> Result<Self> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                return Err(Error::KeyFileMissing(path.to_owned()));
            }
            Err(e) if e.kind() == std::io::ErrorKind::InvalidData => {
                return Err(Error::KeyFileUnreadable(path.to_owned()));
            }
            Err(e) => return Err(e.into()),
        };
        let bytes = unhex(text.trim()).ok_or_else(|| Error::KeyFileUnreadable(path.to_owned()))?;
        Ok(Self::new(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_ref()
    }

    /// Whether both keys are equal.
    pub(crate) fn matches(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    /// Derives 32 bytes from the key with HKDF-SHA256, separated by `salt` and `purpose`.
    pub(crate) fn derive(&self, salt: &[u8], purpose: &[u8]) -> [u8; 32] {
        let mut derived = [0; 32];
        // HKDF can only fail for outputs of more than 8,160 bytes.
        let _ = Hkdf::<Sha256>::new(Some(salt), self.0.as_ref()).expand(purpose, &mut derived);
        derived
    }
}

/// Encodes bytes as lowercase hex, as in the key file.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Decodes exactly `N` bytes of hex.
pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = std::str::from_utf8(digits)
            .ok()
            .and_then(|p| u8::from_str_radix(p, 16).ok())?;
    }
    Some(bytes)
}
