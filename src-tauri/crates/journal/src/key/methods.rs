//! Unlock methods of an open journal: passphrase, recovery codes, keyring.
//!
//! Each change also reaches the backups beside the journal: a backup has the same key, so its old
//! slots would still open it. A backup that can't be reached keeps its own slots; the functions return
//! `false` then.

use super::{
    Argon2Cost, Credential, KeyFile, RecoveryCode, SaltAndNonce, SlotSummary, UnlockMethod,
};
use crate::backup::{Backup, list_backups};
use crate::journal::Journal;
use crate::paths::JournalPaths;
use crate::{Error, Result};

impl Journal {
    /// Returns the journal's identifier. It reveals nothing about the key and stays the same when
    /// unlock methods change.
    pub fn name(&self) -> Result<String> {
        Ok(KeyFile::read(&self.paths)?.name().to_owned())
    }

    /// Returns which unlock methods are set.
    pub fn slots(&self) -> Result<SlotSummary> {
        Ok(KeyFile::read(&self.paths)?.slots())
    }

    /// Sets or changes the passphrase. From then on the journal is locked.
    ///
    /// # Errors
    /// Fails without a change if the new slot can't be written or does not open.
    pub fn set_passphrase(
        &mut self,
        passphrase: &str,
        cost: Argon2Cost,
        random: &SaltAndNonce,
    ) -> Result<bool> {
        let mut key_file = KeyFile::read(&self.paths)?;
        key_file.set_passphrase(&self.key, passphrase, cost, random)?;
        self.write_verified(&key_file, &Credential::Passphrase(passphrase))
    }

    /// Removes the passphrase and the keyring unlock, so that the journal opens without a
    /// credential. Recovery codes stay valid.
    ///
    /// # Errors
    /// Fails without a change if the key file can't be written.
    pub fn remove_lock(&mut self) -> Result<bool> {
        let mut key_file = KeyFile::read(&self.paths)?;
        key_file.remove_lock(&self.key);
        self.write_verified(&key_file, &Credential::None)
    }

    /// Sets the recovery code of the patient or of a trusted person, replacing an earlier one.
    ///
    /// # Errors
    /// Fails without a change if the new slot can't be written or does not open.
    pub fn set_recovery_code(
        &mut self,
        method: UnlockMethod,
        code: &RecoveryCode,
        random: &SaltAndNonce,
    ) -> Result<bool> {
        let mut key_file = KeyFile::read(&self.paths)?;
        key_file.set_slot(method, &self.key, code.bytes(), random)?;
        self.write_verified(&key_file, &Credential::Recovery(code))
    }

    /// Sets the secret in this computer's keyring as an unlock method, replacing an earlier one.
    ///
    /// # Errors
    /// Fails without a change if the new slot can't be written or does not open.
    pub fn set_keyring_secret(&mut self, secret: &[u8; 32], random: &SaltAndNonce) -> Result<bool> {
        let mut key_file = KeyFile::read(&self.paths)?;
        key_file.set_slot(UnlockMethod::Keyring, &self.key, secret, random)?;
        self.write_verified(&key_file, &Credential::Keyring(secret))
    }

    /// Removes an unlock method.
    ///
    /// # Errors
    /// Fails without a change if the key file can't be written.
    pub fn remove_unlock_method(&mut self, method: UnlockMethod) -> Result<bool> {
        let mut key_file = KeyFile::read(&self.paths)?;
        key_file.remove_slot(method);
        self.write_key_file(&key_file)
    }

    /// Writes the journal's current key file to the given backups. Returns whether every backup
    /// could be updated.
    pub fn copy_key_file_to(&self, backups: &[Backup]) -> Result<bool> {
        let key_file = KeyFile::read(&self.paths)?;
        let written = backups
            .iter()
            .filter(|backup| key_file.write(&JournalPaths::new(&backup.folder)).is_ok());
        Ok(written.count() == backups.len())
    }

    /// Writes the key file only after verifying that the new slot opens.
    fn write_verified(&self, key_file: &KeyFile, credential: &Credential<'_>) -> Result<bool> {
        if !key_file.unlock(credential)?.matches(&self.key) {
            return Err(Error::KeyFileDamaged);
        }
        self.write_key_file(key_file)
    }

    fn write_key_file(&self, key_file: &KeyFile) -> Result<bool> {
        key_file.write(&self.paths)?;
        // The journal's own slots are changed by now: an unreachable backup is no error.
        let backups = list_backups(&self.paths.backups()).unwrap_or_default();
        self.copy_key_file_to(&backups)
    }
}
