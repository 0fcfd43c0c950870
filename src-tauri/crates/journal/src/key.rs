//! The journal's key file.
//!
//! Owns how the raw key lies on disk: for now 48 random bytes in hexadecimal in a file only its owner reads.
//! Must not know where randomness comes from: the bytes are handed in.

use crate::Trouble;
use std::fs;
use std::io::Write;
use std::path::Path;

/// A raw 256-bit key and the 128-bit salt SQLCipher keeps at the head of the file.
#[derive(Clone)]
pub struct Key([u8; 48]);

impl Key {
    /// A key of 48 random bytes.
    pub fn new(random: [u8; 48]) -> Self {
        Self(random)
    }

    /// The literal SQLCipher takes raw: no derivation at each open.
    pub(crate) fn literal(&self) -> String {
        format!("x'{}'", hex(&self.0))
    }

    pub(crate) fn read(path: &Path) -> Result<Self, Trouble> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                return Err(Trouble::KeyMissing(path.to_owned()));
            }
            Err(e) if e.kind() == std::io::ErrorKind::InvalidData => {
                return Err(Trouble::KeyUnreadable(path.to_owned()));
            }
            Err(e) => return Err(e.into()),
        };
        let mut bytes = [0; 48];
        let text = text.trim();
        if text.len() != 96 || !text.is_ascii() {
            return Err(Trouble::KeyUnreadable(path.to_owned()));
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = std::str::from_utf8(pair)
                .ok()
                .and_then(|p| u8::from_str_radix(p, 16).ok())
                .ok_or_else(|| Trouble::KeyUnreadable(path.to_owned()))?;
        }
        Ok(Self(bytes))
    }

    /// Writes the key, durable before any journal is made with it.
    pub(crate) fn write(&self, path: &Path) -> Result<(), Trouble> {
        let mut file = private_file(path)?;
        file.write_all(hex(&self.0).as_bytes())?;
        file.write_all(b"\n")?;
        file.sync_all()?;
        if let Some(parent) = path.parent() {
            fs::File::open(parent)?.sync_all()?;
        }
        Ok(())
    }
}

/// A new file that only its owner may read and write; refuses one that exists.
pub(crate) fn private_file(path: &Path) -> Result<fs::File, Trouble> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(options.open(path)?)
}

/// A folder that only its owner may enter.
pub(crate) fn private_folder(path: &Path) -> Result<(), Trouble> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(path)?)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
