//! Random bytes and ids.

use crate::error::{Error, Result};

/// Returns random bytes of the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(bytes)
}

/// Returns a new random uid: 128 bits in hexadecimal.
pub(crate) fn uid() -> Result<String> {
    Ok(journal::hex(&random::<16>()?))
}
