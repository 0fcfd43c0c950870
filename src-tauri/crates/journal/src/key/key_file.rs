//! The key file: one random key for the journal, wrapped once for each unlock method, so that a method
//! can change without rewriting the journal.
//!
//! The file format is documented in `SECURITY.md`. Random bytes and costs come in as arguments.

use super::kdf::Argon2Cost;
use super::slot::{Credential, KeySlot, SaltAndNonce, UnlockMethod};
use super::{Key, hex};
use crate::backup::list_backups;
use crate::files::{Access, is_not_found, write_atomic};
use crate::paths::JournalPaths;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;

/// The format this program writes, and the newest it reads.
const FORMAT: u32 = 1;

/// Maximum length of a key file in bytes: a handful of slots is a page of text.
const MAX_KEY_FILE_LEN: u64 = 64 * 1024;

/// Which unlock methods a journal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotSummary {
    /// It opens without a credential.
    pub unlocked: bool,
    /// It opens with a passphrase.
    pub passphrase: bool,
    /// It opens with the patient's recovery code.
    pub recovery: bool,
    /// It opens with a recovery code that a trusted person holds.
    pub trusted_recovery: bool,
    /// It opens with a secret in a computer's keyring.
    pub keyring: bool,
}

/// The contents of a key file. Its names are part of the file format: the checksum covers them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    daymark: String,
    format: u32,
    /// Identifies the journal and binds each key slot to it. Derived from the key; reveals nothing
    /// about it.
    journal: String,
    /// Derived from the key. Distinguishes a correct key with a damaged journal from a wrong key.
    check: String,
    #[serde(rename = "doors")]
    slots: Vec<KeySlot>,
    /// SHA-256 checksum of all other fields. Distinguishes a damaged file from a wrong passphrase.
    /// The first files have none.
    #[serde(default, skip_serializing_if = "String::is_empty", rename = "sum")]
    checksum: String,
}

#[derive(Deserialize)]
struct Header {
    daymark: String,
    format: u32,
}

impl KeyFile {
    /// Creates the key file of a new journal, with a plain key slot.
    pub(crate) fn new(key: &Key) -> Self {
        let journal = hex(&key.derive(b"", b"daymark journal")[..16]);
        Self {
            daymark: "keys".to_owned(),
            format: FORMAT,
            check: check_value(key, &journal),
            journal,
            slots: vec![KeySlot::plain(key)],
            checksum: String::new(),
        }
    }

    /// Reads the key file. If it is missing or damaged, falls back to the second copy, then to a
    /// backup. A key file of the first format is migrated once.
    ///
    /// # Errors
    /// Returns the error of the first copy if no other can be read.
    pub fn read(paths: &JournalPaths) -> Result<Self> {
        // Restoring the other file is optional here. The next read tries again.
        let repaired = |key_file: Self, path: &Path| {
            let _ = key_file.write_to(path);
            Ok(key_file)
        };
        match (read(&paths.key_file()), read(&paths.key_file_twin())) {
            (Ok(key_file), Ok(same)) if key_file == same => Ok(key_file),
            (Ok(key_file), _) => repaired(key_file, &paths.key_file_twin()),
            // An older key file must never replace one of a newer program.
            (Err(newer @ Error::KeyFileNewer { .. }), _) => Err(newer),
            (Err(_), Ok(key_file)) => repaired(key_file, &paths.key_file()),
            (Err(Error::KeyFileMissing(_)), Err(Error::KeyFileMissing(_))) => {
                Self::migrate_first_format(paths)
                    .or_else(|error| Self::restore_from_backup(paths).ok_or(error))
            }
            (Err(error), Err(_)) => Self::restore_from_backup(paths).ok_or(error),
        }
    }

    /// Returns the key file of the newest backup that has a readable one. A backup has the same
    /// key.
    fn restore_from_backup(paths: &JournalPaths) -> Option<Self> {
        let backups = list_backups(&paths.backups()).ok()?;
        let key_file = backups.iter().find_map(|backup| {
            let backup = JournalPaths::new(&backup.folder);
            read(&backup.key_file())
                .or_else(|_| read(&backup.key_file_twin()))
                .ok()
        })?;
        let _ = key_file.write(paths);
        Some(key_file)
    }

    fn migrate_first_format(paths: &JournalPaths) -> Result<Self> {
        let key = Key::read_legacy(&paths.legacy_key_file())?;
        let key_file = Self::new(&key);
        key_file.write(paths)?;
        let reread = read(&paths.key_file())?.unlock(&Credential::None)?;
        if reread.matches(&key) {
            fs::remove_file(paths.legacy_key_file())?;
        }
        Ok(key_file)
    }

    /// Returns the key that the credential unlocks.
    ///
    /// # Errors
    /// Returns `Locked`, `WrongPassphrase` or `WrongRecoveryCode` by the kind of credential, and
    /// `KeyFileDamaged` if a slot can't be valid.
    pub fn unlock(&self, credential: &Credential<'_>) -> Result<Key> {
        let mut key = None;
        for slot in &self.slots {
            let opened = slot.open(&self.journal, credential)?;
            key = key.or(opened);
        }
        let Some(key) = key else {
            return Err(match credential {
                Credential::None | Credential::Keyring(_) => Error::Locked,
                Credential::Passphrase(_) => Error::WrongPassphrase,
                Credential::Recovery(_) => Error::WrongRecoveryCode,
            });
        };
        if check_value(&key, &self.journal) == self.check {
            Ok(key)
        } else {
            Err(Error::KeyFileDamaged)
        }
    }

    /// Returns the journal's identifier. It reveals nothing about the key and stays the same when
    /// unlock methods change.
    pub fn name(&self) -> &str {
        &self.journal
    }

    /// Returns which unlock methods are set.
    pub fn slots(&self) -> SlotSummary {
        let any = |is: fn(&KeySlot) -> bool| self.slots.iter().any(is);
        let method = |method| self.slots.iter().any(|slot| slot.method() == Some(method));
        SlotSummary {
            unlocked: any(|slot| matches!(slot, KeySlot::Plain { .. })),
            passphrase: any(|slot| matches!(slot, KeySlot::Passphrase { .. })),
            recovery: method(UnlockMethod::Recovery),
            trusted_recovery: method(UnlockMethod::TrustedRecovery),
            keyring: method(UnlockMethod::Keyring),
        }
    }

    /// Sets the passphrase and removes the plain key slot.
    pub(super) fn set_passphrase(
        &mut self,
        key: &Key,
        passphrase: &str,
        cost: Argon2Cost,
        random: &SaltAndNonce,
    ) -> Result<()> {
        let slot = KeySlot::passphrase(&self.journal, key, passphrase, cost, random)?;
        self.remove_plain_and_passphrase();
        self.slots.push(slot);
        Ok(())
    }

    /// Removes the passphrase and the keyring unlock, and adds a plain key slot. Recovery codes stay
    /// valid.
    pub(super) fn remove_lock(&mut self, key: &Key) {
        self.remove_plain_and_passphrase();
        self.remove_slot(UnlockMethod::Keyring);
        self.slots.push(KeySlot::plain(key));
    }

    fn remove_plain_and_passphrase(&mut self) {
        self.slots
            .retain(|slot| !matches!(slot, KeySlot::Plain { .. } | KeySlot::Passphrase { .. }));
    }

    /// Sets the random secret of a method, replacing an earlier one.
    pub(super) fn set_slot(
        &mut self,
        method: UnlockMethod,
        key: &Key,
        secret: &[u8],
        random: &SaltAndNonce,
    ) -> Result<()> {
        let slot = KeySlot::random(method, &self.journal, key, secret, random)?;
        self.remove_slot(method);
        self.slots.push(slot);
        Ok(())
    }

    /// Removes the slot of a method.
    pub(super) fn remove_slot(&mut self, method: UnlockMethod) {
        self.slots.retain(|slot| slot.method() != Some(method));
    }

    /// Writes both copies of the key file, each atomically.
    pub(crate) fn write(&self, paths: &JournalPaths) -> Result<()> {
        self.write_to(&paths.key_file())?;
        self.write_to(&paths.key_file_twin())
    }

    fn write_to(&self, path: &Path) -> Result<()> {
        let complete = Self {
            checksum: self.compute_checksum()?,
            ..self.clone()
        };
        let text = serde_json::to_string_pretty(&complete)? + "\n";
        Ok(write_atomic(path, text.as_bytes(), Access::Private)?)
    }

    /// Returns the checksum of all fields except the checksum.
    fn compute_checksum(&self) -> Result<String> {
        let without = Self {
            checksum: String::new(),
            ..self.clone()
        };
        Ok(hex(&Sha256::digest(serde_json::to_vec(&without)?)))
    }
}

fn check_value(key: &Key, journal: &str) -> String {
    hex(&key.derive(journal.as_bytes(), b"daymark check"))
}

fn read(path: &Path) -> Result<KeyFile> {
    let length = match fs::metadata(path) {
        Ok(data) => data.len(),
        Err(e) if is_not_found(&e) => return Err(Error::KeyFileMissing(path.to_owned())),
        Err(e) => return Err(e.into()),
    };
    let unreadable = || Error::KeyFileUnreadable(path.to_owned());
    if length == 0 || length > MAX_KEY_FILE_LEN {
        return Err(unreadable());
    }
    let bytes = fs::read(path)?;
    let header: Header = serde_json::from_slice(&bytes).map_err(|_| unreadable())?;
    if header.daymark != "keys" {
        return Err(unreadable());
    }
    if header.format > FORMAT {
        return Err(Error::KeyFileNewer {
            found: header.format,
            supported: FORMAT,
        });
    }
    let mut key_file: KeyFile = serde_json::from_slice(&bytes).map_err(|_| unreadable())?;
    if !key_file.checksum.is_empty() && key_file.compute_checksum()? != key_file.checksum {
        return Err(unreadable());
    }
    key_file.checksum.clear();
    Ok(key_file)
}
