//! Backups of the journal, and their retention.
//!
//! A backup is a folder with the encrypted file and its key file. Any Daymark opens it with the
//! same passphrase or recovery code.
//!
//! A backup is taken while the journal is in use. After a checkpoint, automatic checkpoints are
//! disabled until the backup ends. The main file therefore stays unchanged while commits go to the
//! WAL. The file is read through a handle that was opened with the journal: closing any other
//! handle would release the journal's lock.

use crate::key::{new_folder, private_file, private_folder};
use crate::keys::Keys;
use crate::open::{GATHERED, Journal, State, connect};
use crate::place::{Place, copy_private, read_at};
use crate::seals::Seals;
use crate::{Key, Trouble};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A state of the journal to back up, readable without locking the journal.
pub struct Snapshot {
    pages: Arc<fs::File>,
    length: u64,
    place: Place,
    key: Key,
    stand: String,
}

/// A verified backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its folder.
    pub folder: PathBuf,
    /// When it was taken.
    pub at: DateTime<Utc>,
}

/// Format of a backup's folder name: the instant it was taken, in UTC.
const NAME: &str = "%Y-%m-%dT%H%M%SZ";

/// Bytes written between two syncs. A concurrent commit waits for at most one such sync.
const PIECE: usize = 1 << 20;

impl Journal {
    /// Starts a backup; `done_copying` ends it. Commits continue meanwhile.
    pub fn snapshot(&mut self) -> Result<Snapshot, Trouble> {
        self.db
            .query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
        let snapshot = Snapshot {
            length: self.pages.metadata()?.len(),
            pages: Arc::clone(&self.pages),
            place: self.place.clone(),
            key: self.key.clone(),
            stand: self.stand()?,
        };
        // Set last, so that a failed start leaves checkpoints enabled.
        self.db.pragma_update(None, "wal_autocheckpoint", 0)?;
        Ok(snapshot)
    }

    /// Ends a backup and enables automatic checkpoints again.
    pub fn done_copying(&mut self) -> Result<(), Trouble> {
        Ok(self
            .db
            .pragma_update(None, "wal_autocheckpoint", GATHERED)?)
    }

    /// Returns the journal's position in its revision history. It differs after each change and is
    /// the same again after undo and redo. It consists of the id and time of the last revision, and
    /// the id of the last revision that is not undone. The time is needed because ids of erased
    /// revisions are reused.
    pub fn stand(&self) -> Result<String, Trouble> {
        Ok(self.db.query_row(
            "select coalesce((select id || '.' || at from revision order by id desc limit 1), '0') || '.' || \
             coalesce((select max(id) from revision where state = 'done'), 0)",
            [],
            |row| row.get(0),
        )?)
    }

    /// Returns the number of entries. Scans all of them: some hundredths of a second for fifty
    /// years of data.
    pub fn entry_count(&self) -> Result<i64, Trouble> {
        self.number("select count(*) from entry")
    }

    /// Whether there is any entry.
    pub fn has_entries(&self) -> Result<bool, Trouble> {
        Ok(self.number("select exists (select 1 from entry)")? == 1)
    }

    fn number(&self, sql: &str) -> Result<i64, Trouble> {
        Ok(self.db.query_row(sql, [], |row| row.get(0))?)
    }

    /// Opens a backup of this journal with the journal's own key. Intended for reading.
    pub fn open_copy(&self, backup: &Backup) -> Result<Self, Trouble> {
        opened(&Place::new(&backup.folder), &self.key)
    }

    /// Erases an entry from a backup. Returns whether the backup contained any data of it.
    pub fn erase_in_copy(&self, backup: &Backup, uid: &str) -> Result<bool, Trouble> {
        let mut copy = self.open_copy(backup)?;
        let found = copy.erase(uid);
        copy.close()?;
        found
    }
}

pub(crate) fn opened(place: &Place, key: &Key) -> Result<Journal, Trouble> {
    Ok(Journal {
        db: connect(&place.file(), key)?,
        pages: Arc::new(fs::File::open(place.file())?),
        place: place.clone(),
        upgraded: false,
        state: State::default(),
        reading: None,
        key: key.clone(),
    })
}

impl Snapshot {
    /// Returns the journal's position when the snapshot was taken.
    pub fn stand(&self) -> &str {
        &self.stand
    }

    /// Returns the number of entries in a backup of this journal.
    pub fn entries_in(&self, copy: &Backup) -> Result<i64, Trouble> {
        let open = opened(&Place::new(&copy.folder), &self.key)?;
        let count = open.entry_count();
        open.close()?;
        count
    }

    /// Writes the backup to a new folder under `into` and verifies it. Every page HMAC is checked,
    /// the backup is opened with the key, and its position must match the snapshot. A backup that
    /// fails verification is removed.
    pub fn write(&self, into: &Path, at: DateTime<Utc>) -> Result<Backup, Trouble> {
        private_folder(into)?;
        let folder = into.join(at.format(NAME).to_string());
        let unfinished = into.join(".unfinished");
        clear(&unfinished)?;
        private_folder(&unfinished)?;
        if let Err(error) = self.copy(&Place::new(&unfinished)) {
            clear(&unfinished)?;
            return Err(error);
        }
        put_in_place(&unfinished, &folder)?;
        Ok(Backup { folder, at })
    }

    /// Syncs each piece before the next is written, and verifies it in parallel.
    fn copy(&self, to: &Place) -> Result<(), Trouble> {
        let mut file = private_file(&to.file())?;
        let (seals, written) = (Seals::of(&self.key)?, fs::File::open(to.file())?);
        let (say, said) = std::sync::mpsc::channel();
        let (copied, held) = std::thread::scope(|both| {
            let looking = both.spawn(|| seals.hold(&written, said));
            let copied = self.pieces(|from, piece| {
                file.write_all(piece)?;
                file.sync_data()?;
                // Sending fails only after the verifier stopped early. Its result is handled below.
                let _ = say.send(from..from + piece.len() as u64);
                Ok(())
            });
            drop(say);
            (copied, looking.join().unwrap_or(Err(Trouble::Damaged)))
        });
        copied?;
        file.sync_all()?;
        Keys::read(&self.place)?.write(to)?;
        if held? && self.stands(to)? {
            Ok(fs::File::open(&to.folder)?.sync_all()?)
        } else {
            Err(Trouble::Damaged)
        }
    }

    /// Whether the backup opens at the snapshot's position. Valid page HMACs prove the pages'
    /// content and place, and the position proves that they form this state. A journal with a
    /// damaged page is never backed up, so that good backups are not pruned in its favour.
    fn stands(&self, copy: &Place) -> Result<bool, Trouble> {
        let open = opened(copy, &self.key)?;
        let stand = open.stand()?;
        open.close()?;
        Ok(stand == self.stand)
    }

    /// Reads the file piece by piece.
    fn pieces(
        &self,
        mut each: impl FnMut(u64, &[u8]) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let mut buffer = vec![0; PIECE];
        let mut at = 0;
        while at < self.length {
            let piece = (self.length - at).min(PIECE as u64) as usize;
            let piece = buffer.get_mut(..piece).unwrap_or_default();
            read_at(&self.pages, piece, at)?;
            each(at, piece)?;
            at += piece.len() as u64;
        }
        Ok(())
    }
}

pub(crate) fn clear(folder: &Path) -> Result<(), Trouble> {
    match fs::remove_dir_all(folder) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Renames a finished backup to its final name. Replaces a backup of the same second.
fn put_in_place(unfinished: &Path, folder: &Path) -> Result<(), Trouble> {
    if folder.exists() {
        put_away(folder)?;
    }
    fs::rename(unfinished, folder)?;
    if let Some(into) = folder.parent() {
        fs::File::open(into)?.sync_all()?;
    }
    Ok(())
}

/// Name of a backup during removal, so that a partly removed backup is never listed.
const UNWANTED: &str = ".unwanted";

/// Removes a backup. It disappears from the list in one step.
fn put_away(folder: &Path) -> Result<(), Trouble> {
    let unwanted = folder.with_file_name(UNWANTED);
    clear(&unwanted)?;
    match fs::rename(folder, &unwanted) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
        Ok(()) | Err(_) => clear(&unwanted),
    }
}

impl Backup {
    /// Copies the backup to a second location and compares the files byte by byte. A copy that
    /// fails the comparison is removed.
    pub fn also_to(&self, into: &Path) -> Result<Self, Trouble> {
        let (name, from) = (self.at.format(NAME).to_string(), Place::new(&self.folder));
        let (folder, unfinished) = (into.join(name), into.join(".unfinished"));
        private_folder(into)?;
        clear(&unfinished)?;
        new_folder(&unfinished)?;
        let to = Place::new(&unfinished);
        let copied = copy_private(&from.file(), &to.file())
            .and_then(|()| Keys::read(&from)?.write(&to))
            .and_then(|()| {
                if fs::read(from.file())? == fs::read(to.file())? {
                    Ok(())
                } else {
                    Err(Trouble::Damaged)
                }
            });
        if let Err(error) = copied {
            clear(&unfinished)?;
            return Err(error);
        }
        put_in_place(&unfinished, &folder)?;
        Ok(Self {
            folder,
            at: self.at,
        })
    }
}

/// Returns the backups in a folder, newest first. Entries with other names are ignored.
pub fn backups(folder: &Path) -> Result<Vec<Backup>, Trouble> {
    let listed = match fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(e.into()),
    };
    let mut all: Vec<Backup> = listed
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name();
            let at = chrono::NaiveDateTime::parse_from_str(name.to_str()?, NAME).ok()?;
            Some(Backup {
                folder: entry.path(),
                at: at.and_utc(),
            })
        })
        .collect();
    all.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    Ok(all)
}

/// Deletes backups by the retention policy: the ten latest are retained, and the latest of each of
/// 14 days, 8 weeks and 24 months.
pub fn prune(folder: &Path) -> Result<(), Trouble> {
    // An interrupted removal may have left this folder behind.
    clear(&folder.join(UNWANTED))?;
    let all = backups(folder)?;
    let keep = kept(&all.iter().map(|b| b.at.date_naive()).collect::<Vec<_>>());
    for (backup, keep) in all.iter().zip(keep) {
        if !keep {
            put_away(&backup.folder)?;
        }
    }
    Ok(())
}

/// Returns which backups are retained, given their days, newest first.
fn kept(days: &[NaiveDate]) -> Vec<bool> {
    type Span = fn(NaiveDate) -> (i32, u32);
    let spans: [(Span, usize); 3] = [
        (|day| (day.year(), day.ordinal()), 14),
        (|day| (day.iso_week().year(), day.iso_week().week()), 8),
        (|day| (day.year(), day.month()), 24),
    ];
    let mut keep: Vec<bool> = (0..days.len()).map(|nth| nth < 10).collect();
    for (span, most) in spans {
        let mut seen = BTreeSet::new();
        for (day, keep) in days.iter().zip(&mut keep) {
            if seen.len() < most && seen.insert(span(*day)) {
                *keep = true;
            }
        }
    }
    keep
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retention_keeps_latest_and_thins_older_backups() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        // Two backups a day for three years, newest first.
        let days: Vec<NaiveDate> = (0..3 * 365)
            .flat_map(|back| [today - chrono::Duration::days(back); 2])
            .collect();
        let kept = kept(&days);
        let ages: Vec<i64> = days
            .iter()
            .zip(&kept)
            .filter(|(_, keep)| **keep)
            .map(|(day, _)| (today - *day).num_days())
            .collect();
        assert!(ages.len() <= 10 + 14 + 8 + 24, "{} stay", ages.len());
        assert_eq!(
            &ages[..10],
            &[0, 0, 1, 1, 2, 2, 3, 3, 4, 4],
            "the ten latest"
        );
        assert!(
            (0..14).all(|age| ages.contains(&age)),
            "one of each of fourteen days"
        );
        assert!(
            ages.iter().any(|age| *age > 650),
            "and some of almost two years ago"
        );
    }
}
