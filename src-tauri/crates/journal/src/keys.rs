//! The doors to a journal's key, and the file they stand in.
//!
//! Owns `journal.keys`: one random key for the journal, wrapped once for each door (a passphrase, a recovery sheet, a
//! secret of this computer, or none), so that a door is changed without rewriting the journal. Must not know where randomness or time come from:
//! bytes and costs are handed in.

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

/// The form of the file this program writes, and the newest it reads.
const FORMAT: u32 = 1;

/// Longest file read: a handful of doors is a page of text.
const LONGEST: u64 = 64 * 1024;

/// What is brought to a door.
#[derive(Clone)]
pub enum Unlock<'a> {
    /// Nothing: the journal has the door without a lock.
    Nothing,
    /// A passphrase.
    Passphrase(&'a str),
    /// The code of a recovery sheet.
    Sheet(&'a SheetCode),
    /// The secret this computer keeps for the journal.
    Computer(&'a [u8; 32]),
}

/// Fresh randomness for one door.
pub struct Fresh {
    /// For the passphrase's derivation.
    pub salt: [u8; 16],
    /// For the wrapping.
    pub nonce: [u8; 24],
}

/// Which doors a journal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doors {
    /// Whoever can use the person's login opens it.
    pub unlocked: bool,
    /// A passphrase opens it.
    pub passphrase: bool,
    /// A recovery sheet opens it.
    pub sheet: bool,
    /// So does the sheet somebody trusted keeps.
    pub trusted: bool,
    /// A secret that a computer's key store keeps opens it.
    pub computer: bool,
}

/// The doors of a journal, as they lie on disk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keys {
    daymark: String,
    format: u32,
    /// Names the journal and binds each door to it; made of the key, so it tells nothing.
    journal: String,
    /// Made of the key: tells a right key with a damaged journal from a wrong one.
    check: String,
    doors: Vec<Door>,
    /// Of all the rest: tells a damaged file from a wrong passphrase. The first files had none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sum: String,
}

#[derive(Deserialize)]
struct Head {
    daymark: String,
    format: u32,
}

impl Keys {
    /// The doors of a new journal: one without a lock.
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

    /// Reads the doors; the twin stands in where the first file is gone or damaged, then a copy of the journal. The key
    /// file of the first format is moved over, once.
    pub fn read(place: &Place) -> Result<Self, Trouble> {
        // Mending is not what was asked: where it can't be written to now, there will be another time.
        let mended = |keys: Self, path: &Path| {
            let _ = keys.write_to(path);
            Ok(keys)
        };
        match (read(&place.keys()), read(&place.keys_twin())) {
            (Ok(keys), Ok(same)) if keys == same => Ok(keys),
            (Ok(keys), _) => mended(keys, &place.keys_twin()),
            // A newer program's doors are never replaced by older ones.
            (Err(newer @ Trouble::KeysNewer { .. }), _) => Err(newer),
            (Err(_), Ok(keys)) => mended(keys, &place.keys()),
            (Err(Trouble::KeyMissing(_)), Err(Trouble::KeyMissing(_))) => {
                Self::moved_over(place).or_else(|error| Self::of_a_copy(place).ok_or(error))
            }
            (Err(error), Err(_)) => Self::of_a_copy(place).ok_or(error),
        }
    }

    /// The doors beside the newest copy that has some: a copy has the same key.
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

    /// The key, for what was brought.
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

    /// The journal's name: it tells nothing, and stays the same whatever its doors.
    pub fn name(&self) -> &str {
        &self.journal
    }

    /// Which doors there are.
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

    /// Sets the passphrase; the door without a lock is gone with it.
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

    /// Takes the lock off: whoever can use the login opens the journal.
    pub(crate) fn take_lock_off(&mut self, key: &Key) {
        self.drop_the_lock();
        self.doors.retain(|d| !matches!(d, Door::Computer { .. }));
        self.doors.push(Door::unlocked(key));
    }

    /// Sheets stay when the passphrase changes or goes.
    fn drop_the_lock(&mut self) {
        self.doors
            .retain(|d| !matches!(d, Door::Unlocked { .. } | Door::Passphrase { .. }));
    }

    /// Makes a recovery sheet the one that opens; an earlier one opens no more.
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

    /// Makes a trusted person's sheet open, or none; an earlier one opens no more.
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

    /// Makes a secret of this computer open, or none; an earlier one opens no more.
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

    /// Writes both files, each whole or not at all.
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
            // What was cut off is of no use to anybody.
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
    /// The sum of all but the sum.
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
