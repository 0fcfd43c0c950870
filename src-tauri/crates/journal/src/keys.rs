//! The key file `journal.keys`.
//!
//! It stores the journal's random key once per key slot: wrapped with a passphrase, a recovery code
//! or a secret of this computer, or in plain. A slot can be changed without re-encrypting the
//! journal. Random bytes and Argon2 costs are supplied by the caller.

mod door;
mod sheet;

pub use door::{Cost, try_cost};
pub use sheet::{SheetCode, Typo};

use crate::Trouble;
use crate::key::{Key, hex, private_file};
use crate::place::Place;
use door::Door;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// Key file format this version writes, and the newest it reads.
const FORMAT: u32 = 1;

/// Maximum size of a key file in bytes. A few key slots need about one page of text.
const LONGEST: u64 = 64 * 1024;

/// A credential.
#[derive(Clone)]
pub enum Unlock<'a> {
    /// None: opens the plain key slot.
    Nothing,
    /// A passphrase.
    Passphrase(&'a str),
    /// A recovery code.
    Sheet(&'a SheetCode),
    /// The secret that this computer's keyring stores for the journal.
    Computer(&'a [u8; 32]),
}

/// Random bytes for one key slot.
pub struct Fresh {
    /// Salt for the passphrase's key derivation.
    pub salt: [u8; 16],
    /// Nonce for wrapping the key.
    pub nonce: [u8; 24],
}

/// The unlock methods of a journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doors {
    /// Opens without a credential: access to the person's login is enough.
    pub unlocked: bool,
    /// Opens with a passphrase.
    pub passphrase: bool,
    /// Opens with a recovery code.
    pub sheet: bool,
    /// Opens with the recovery code that a trusted person holds.
    pub trusted: bool,
    /// Opens with a secret stored in a computer's keyring.
    pub computer: bool,
}

/// The contents of a key file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keys {
    daymark: String,
    format: u32,
    /// Identifies the journal and binds each key slot to it. Derived from the key; reveals nothing
    /// about it.
    journal: String,
    /// Derived from the key. Distinguishes a correct key with a damaged journal from a wrong key.
    check: String,
    doors: Vec<Door>,
    /// SHA-256 checksum of all other fields. Distinguishes a damaged file from a wrong passphrase.
    /// The first files have none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sum: String,
}

#[derive(Deserialize)]
struct Head {
    daymark: String,
    format: u32,
}

impl Keys {
    /// Creates the key file of a new journal, with a plain key slot.
    pub(crate) fn new(key: &Key) -> Self {
        let journal = hex(&key.derived(b"", b"daymark journal")[..16]);
        Self {
            daymark: "keys".to_owned(),
            format: FORMAT,
            check: check(key, &journal),
            journal,
            doors: vec![Door::unlocked(key)],
            sum: String::new(),
        }
    }

    /// Reads the key file. If it is missing or damaged, falls back to the second copy, then to a
    /// backup. A key file of the first format is migrated once.
    pub fn read(place: &Place) -> Result<Self, Trouble> {
        // Restoring the other file is optional here. The next read tries again.
        let mended = |keys: Self, path: &Path| {
            let _ = keys.write_to(path);
            Ok(keys)
        };
        match (read(&place.keys()), read(&place.keys_twin())) {
            (Ok(keys), Ok(same)) if keys == same => Ok(keys),
            (Ok(keys), _) => mended(keys, &place.keys_twin()),
            // An older key file must never replace one of a newer program.
            (Err(newer @ Trouble::KeysNewer { .. }), _) => Err(newer),
            (Err(_), Ok(keys)) => mended(keys, &place.keys()),
            (Err(Trouble::KeyMissing(_)), Err(Trouble::KeyMissing(_))) => {
                Self::moved_over(place).or_else(|error| Self::of_a_copy(place).ok_or(error))
            }
            (Err(error), Err(_)) => Self::of_a_copy(place).ok_or(error),
        }
    }

    /// Returns the key file of the newest backup that has a readable one. A backup has the same
    /// key.
    fn of_a_copy(place: &Place) -> Option<Self> {
        let copies = crate::backups(&place.backups()).ok()?;
        let keys = copies.iter().find_map(|copy| {
            let copy = Place::new(&copy.folder);
            read(&copy.keys()).or_else(|_| read(&copy.keys_twin())).ok()
        })?;
        let _ = keys.write(place);
        Some(keys)
    }

    fn moved_over(place: &Place) -> Result<Self, Trouble> {
        let key = Key::read(&place.key())?;
        let keys = Self::new(&key);
        keys.write(place)?;
        let again = read(&place.keys())?.unlock(&Unlock::Nothing)?;
        if again.same(&key) {
            fs::remove_file(place.key())?;
        }
        Ok(keys)
    }

    /// Returns the key that the credential unlocks.
    pub fn unlock(&self, with: &Unlock<'_>) -> Result<Key, Trouble> {
        let doors = self.doors.iter();
        let opened = doors.filter_map(|door| door.open(&self.journal, with).transpose());
        let mut key = None;
        for tried in opened {
            key = key.or(Some(tried?));
        }
        let Some(key) = key else {
            return Err(match with {
                Unlock::Nothing | Unlock::Computer(_) => Trouble::Locked,
                Unlock::Passphrase(_) => Trouble::WrongPassphrase,
                Unlock::Sheet(_) => Trouble::WrongSheet,
            });
        };
        if check(&key, &self.journal) == self.check {
            Ok(key)
        } else {
            Err(Trouble::KeysDamaged)
        }
    }

    /// Returns the journal's identifier. It reveals nothing about the key and stays the same when
    /// unlock methods change.
    pub fn name(&self) -> &str {
        &self.journal
    }

    /// Returns which unlock methods are set.
    pub fn doors(&self) -> Doors {
        let any = |is: fn(&Door) -> bool| self.doors.iter().any(is);
        Doors {
            unlocked: any(|d| matches!(d, Door::Unlocked { .. })),
            passphrase: any(|d| matches!(d, Door::Passphrase { .. })),
            sheet: any(|d| matches!(d, Door::Sheet { .. })),
            trusted: any(|d| matches!(d, Door::Trusted { .. })),
            computer: any(|d| matches!(d, Door::Computer { .. })),
        }
    }

    /// Sets the passphrase and removes the plain key slot.
    pub(crate) fn set_passphrase(
        &mut self,
        key: &Key,
        passphrase: &str,
        cost: Cost,
        fresh: &Fresh,
    ) -> Result<(), Trouble> {
        let door = Door::passphrase(&self.journal, key, passphrase, cost, fresh)?;
        self.drop_the_lock();
        self.doors.push(door);
        Ok(())
    }

    /// Removes the passphrase and the keyring unlock, and adds a plain key slot.
    pub(crate) fn take_lock_off(&mut self, key: &Key) {
        self.drop_the_lock();
        self.doors.retain(|d| !matches!(d, Door::Computer { .. }));
        self.doors.push(Door::unlocked(key));
    }

    /// Removes the plain and passphrase slots. Recovery codes stay valid.
    fn drop_the_lock(&mut self) {
        self.doors
            .retain(|d| !matches!(d, Door::Unlocked { .. } | Door::Passphrase { .. }));
    }

    /// Sets the recovery code, replacing an earlier one.
    pub(crate) fn set_sheet(
        &mut self,
        key: &Key,
        code: &SheetCode,
        fresh: &Fresh,
    ) -> Result<(), Trouble> {
        let door = Door::sheet(&self.journal, key, code, fresh)?;
        self.doors.retain(|d| !matches!(d, Door::Sheet { .. }));
        self.doors.push(door);
        Ok(())
    }

    /// Sets the recovery code that a trusted person holds, replacing an earlier one. `None` removes
    /// it.
    pub(crate) fn set_trusted(
        &mut self,
        key: &Key,
        code: Option<(&SheetCode, &Fresh)>,
    ) -> Result<(), Trouble> {
        let door = code
            .map(|(code, fresh)| Door::trusted(&self.journal, key, code, fresh))
            .transpose()?;
        self.doors.retain(|d| !matches!(d, Door::Trusted { .. }));
        self.doors.extend(door);
        Ok(())
    }

    /// Sets this computer's keyring secret, replacing an earlier one. `None` removes it.
    pub(crate) fn set_computer(
        &mut self,
        key: &Key,
        secret: Option<(&[u8; 32], &Fresh)>,
    ) -> Result<(), Trouble> {
        let door = secret
            .map(|(secret, fresh)| Door::computer(&self.journal, key, secret, fresh))
            .transpose()?;
        self.doors.retain(|d| !matches!(d, Door::Computer { .. }));
        self.doors.extend(door);
        Ok(())
    }

    /// Writes both copies of the key file, each atomically.
    pub(crate) fn write(&self, place: &Place) -> Result<(), Trouble> {
        self.write_to(&place.keys())?;
        self.write_to(&place.keys_twin())
    }

    fn write_to(&self, path: &Path) -> Result<(), Trouble> {
        let mut unfinished = path.as_os_str().to_owned();
        unfinished.push(".unfinished");
        let unfinished = std::path::PathBuf::from(unfinished);
        match fs::remove_file(&unfinished) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e.into()),
            Ok(()) | Err(_) => {}
        }
        let summed = Self {
            sum: self.summed()?,
            ..self.clone()
        };
        let text = serde_json::to_string_pretty(&summed)? + "\n";
        let mut file = private_file(&unfinished)?;
        let written = file.write_all(text.as_bytes());
        if let Err(error) = written.and_then(|()| file.sync_all()) {
            let _ = fs::remove_file(&unfinished);
            return Err(error.into());
        }
        fs::rename(&unfinished, path)?;
        if let Some(parent) = path.parent() {
            fs::File::open(parent)?.sync_all()?;
        }
        Ok(())
    }
}

impl Keys {
    /// Returns the checksum of all fields except the checksum.
    fn summed(&self) -> Result<String, Trouble> {
        let bare = Self {
            sum: String::new(),
            ..self.clone()
        };
        Ok(hex(&Sha256::digest(serde_json::to_vec(&bare)?)))
    }
}

fn check(key: &Key, journal: &str) -> String {
    hex(&key.derived(journal.as_bytes(), b"daymark check"))
}

fn read(path: &Path) -> Result<Keys, Trouble> {
    let length = match fs::metadata(path) {
        Ok(data) => data.len(),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            return Err(Trouble::KeyMissing(path.to_owned()));
        }
        Err(e) => return Err(e.into()),
    };
    let unreadable = || Trouble::KeyUnreadable(path.to_owned());
    if length == 0 || length > LONGEST {
        return Err(unreadable());
    }
    let bytes = fs::read(path)?;
    let head: Head = serde_json::from_slice(&bytes).map_err(|_| unreadable())?;
    if head.daymark != "keys" {
        return Err(unreadable());
    }
    if head.format > FORMAT {
        return Err(Trouble::KeysNewer {
            found: head.format,
            known: FORMAT,
        });
    }
    let mut keys: Keys = serde_json::from_slice(&bytes).map_err(|_| unreadable())?;
    if !keys.sum.is_empty() && keys.summed()? != keys.sum {
        return Err(unreadable());
    }
    keys.sum.clear();
    Ok(keys)
}
