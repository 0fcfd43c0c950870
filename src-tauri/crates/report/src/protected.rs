//! PDF files that open only with a passphrase.

use crate::error::PdfError;
use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Permissions};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Name of the only filter in the file.
const FILTER: &[u8] = b"StdCF";

/// Longest passphrase that a PDF can have, in bytes (ISO 32000-2).
pub const MAX_PASSPHRASE_LEN: usize = 127;

/// Returns whether a PDF can keep a passphrase: as `SASLprep` (RFC 4013) writes it, it is not too long, and
/// has no sign that came after Unicode 3.2, such as newer emoji.
pub fn is_pdf_passphrase(passphrase: &str) -> bool {
    stringprep::saslprep(passphrase).is_ok_and(|text| text.len() <= MAX_PASSPHRASE_LEN)
}

/// Encrypts a PDF with AES-256 after ISO 32000-2 (revision 6), which readers of today open with the
/// passphrase. Everything is permitted to whoever opens it, so that screen readers, printing and copying
/// work. `key` is the random key of the file.
///
/// # Errors
/// Fails if the PDF can't be read, or the passphrase can't be written into it.
pub fn protected(pdf: &[u8], passphrase: &str, key: &[u8; 32]) -> Result<Vec<u8>, PdfError> {
    let failed = |error: &dyn std::fmt::Display| PdfError::new(error.to_string());
    let mut document = Document::load_mem(pdf).map_err(|e| failed(&e))?;
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let version = EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(FILTER.to_vec(), filter)]),
        file_encryption_key: key,
        stream_filter: FILTER.to_vec(),
        string_filter: FILTER.to_vec(),
        owner_password: passphrase,
        user_password: passphrase,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).map_err(|e| failed(&e))?;
    document.encrypt(&state).map_err(|e| failed(&e))?;
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(|e| failed(&e))?;
    Ok(bytes)
}
