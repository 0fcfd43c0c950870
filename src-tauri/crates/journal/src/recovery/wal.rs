//! Integrity check of the WAL before SQLite reads it.
//!
//! Distinguishes an intact WAL from one with an incomplete last transaction and from a damaged one.
//! SQLite silently ignores everything after the first invalid frame, so committed transactions
//! could be lost unnoticed. No key is needed: the frame checksums cover the encrypted pages.

use std::path::Path;

/// State of a journal's WAL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WalState {
    /// The WAL is missing or empty, or every frame is valid.
    Intact,
    /// The last transaction is invalid: its write was interrupted, or it was damaged later.
    Truncated,
    /// An earlier transaction is invalid, so the transactions after it can't be read.
    Damaged,
}

const HEADER_LEN: usize = 32;
const FRAME_HEADER_LEN: usize = 24;

/// Maximum number of WAL resets since a leftover frame was written.
const MAX_CHECKPOINTS: u32 = 1 << 20;

/// Inspects the WAL at `path`. A missing file counts as `Intact`.
pub(crate) fn inspect(path: &Path) -> std::io::Result<WalState> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(wal_state(&bytes)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(WalState::Intact),
        Err(e) => Err(e),
    }
}

fn wal_state(bytes: &[u8]) -> WalState {
    if bytes.is_empty() {
        return WalState::Intact;
    }
    let Some(header) = WalHeader::read(bytes) else {
        return if bytes.len() > HEADER_LEN {
            WalState::Damaged
        } else {
            WalState::Truncated
        };
    };
    let frames: Vec<&[u8]> = bytes
        .get(HEADER_LEN..)
        .unwrap_or_default()
        .chunks(FRAME_HEADER_LEN + header.page)
        .collect();
    let mut checksum = header.checksum;
    let mut valid_frames = 0;
    for frame in &frames {
        match header.next(checksum, frame) {
            Some(next) => checksum = next,
            None => break,
        }
        valid_frames += 1;
    }
    let rest = frames.get(valid_frames..).unwrap_or_default();
    // After a reset, frames of an earlier WAL generation remain at the end. They are obsolete.
    let Some(first) = rest.iter().position(|f| !header.is_earlier(f)) else {
        return WalState::Intact;
    };
    let mut committed = false;
    for frame in rest.get(first..).unwrap_or_default() {
        if committed && header.is_current(frame) {
            // A commit is synced before the next one starts, so this is damage, not an interrupted
            // write.
            return WalState::Damaged;
        }
        committed |= header.is_current(frame) && read_u32(frame, 4) != Some(0);
    }
    WalState::Truncated
}

struct WalHeader {
    page: usize,
    salts: (u32, u32),
    checksum: (u32, u32),
    big_endian: bool,
}

impl WalHeader {
    fn read(bytes: &[u8]) -> Option<Self> {
        let big_endian = match read_u32(bytes, 0)? {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        let checksum = checksum((0, 0), bytes.get(..24)?, big_endian);
        let page = read_u32(bytes, 8)? as usize;
        let stored = (read_u32(bytes, 24)?, read_u32(bytes, 28)?);
        (checksum == stored && (512..=65_536).contains(&page)).then_some(Self {
            page,
            salts: (read_u32(bytes, 16)?, read_u32(bytes, 20)?),
            checksum,
            big_endian,
        })
    }

    /// Returns the running checksum after `frame`, or `None` if the frame is invalid.
    fn next(&self, before: (u32, u32), frame: &[u8]) -> Option<(u32, u32)> {
        let salts = (read_u32(frame, 8)?, read_u32(frame, 12)?);
        let page = frame.get(FRAME_HEADER_LEN..FRAME_HEADER_LEN + self.page)?;
        let checksum = checksum(
            checksum(before, frame.get(..8)?, self.big_endian),
            page,
            self.big_endian,
        );
        let stored = (read_u32(frame, 16)?, read_u32(frame, 20)?);
        (salts == self.salts && checksum == stored).then_some(checksum)
    }

    /// Whether a frame has at least one of the two salts of the current WAL generation.
    fn is_current(&self, frame: &[u8]) -> bool {
        read_u32(frame, 8) == Some(self.salts.0) || read_u32(frame, 12) == Some(self.salts.1)
    }

    /// Whether a frame belongs to an earlier WAL generation. Each reset increments the first salt
    /// by one and replaces the second with a new value.
    fn is_earlier(&self, frame: &[u8]) -> bool {
        let salts = read_u32(frame, 8).zip(read_u32(frame, 12));
        salts.is_some_and(|(first, second)| {
            (1..MAX_CHECKPOINTS).contains(&self.salts.0.wrapping_sub(first))
                && second != self.salts.1
        })
    }
}

fn read_u32(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    four.try_into().ok().map(u32::from_be_bytes)
}

/// SQLite's running WAL checksum.
fn checksum(before: (u32, u32), bytes: &[u8], big_endian: bool) -> (u32, u32) {
    let read = |four: &[u8]| {
        let four = four.try_into().unwrap_or_default();
        if big_endian {
            u32::from_be_bytes(four)
        } else {
            u32::from_le_bytes(four)
        }
    };
    bytes.chunks_exact(8).fold(before, |(a, b), eight| {
        let (left, right) = eight.split_at(4);
        let a = a.wrapping_add(read(left)).wrapping_add(b);
        (a, b.wrapping_add(read(right)).wrapping_add(a))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Change, Credential, Journal, JournalPaths, Key};

    /// The WAL of a journal after several changes, and the offset at which each change ends.
    fn written() -> (Vec<u8>, Vec<usize>) {
        let folder = tempfile::tempdir().unwrap();
        let paths = JournalPaths::new(folder.path().join("j"));
        let mut open = Journal::create(&paths, &Key::new([7; 48]), 0).unwrap();
        open.close().unwrap();
        open = Journal::open(&paths, &Credential::None, 0).unwrap();
        let mut ends = Vec::new();
        for index in 0..6 {
            let item = Change::Preference {
                id: "theme".into(),
                value: Some(crate::PreferenceValue(format!("{index}"))),
            };
            open.apply("preference", index, &[item], None).unwrap();
            ends.push(std::fs::read(paths.wal()).unwrap().len());
        }
        (std::fs::read(paths.wal()).unwrap(), ends)
    }

    #[test]
    fn bit_flip_is_damaged_before_last_save_else_cut() {
        let (full, ends) = written();
        assert_eq!(wal_state(&full), WalState::Intact, "as it was written");
        let last = ends[ends.len() - 2];
        for at in (0..full.len()).step_by(97) {
            let mut damaged = full.clone();
            damaged[at] ^= 0x10;
            let expected = if at < last {
                WalState::Damaged
            } else {
                WalState::Truncated
            };
            assert_eq!(wal_state(&damaged), expected, "byte {at} of {}", full.len());
        }
    }

    #[test]
    fn truncated_save_is_cut_and_complete_one_whole() {
        let (full, ends) = written();
        for end in &ends {
            assert_eq!(
                wal_state(&full[..*end]),
                WalState::Intact,
                "a save ended at {end}"
            );
            assert_eq!(
                wal_state(&full[..end - 700]),
                WalState::Truncated,
                "cut before {end}"
            );
        }
        assert_eq!(wal_state(&[]), WalState::Intact, "nothing is nothing lost");
        assert_eq!(
            wal_state(&full[..20]),
            WalState::Truncated,
            "not even its head"
        );
    }

    #[test]
    fn frames_of_an_earlier_wal_round_are_ignored() {
        let (full, ends) = written();
        let mut is_earlier = full[ends[0]..ends[1]].to_vec();
        let header = WalHeader::read(&full).unwrap();
        for frame in is_earlier.chunks_mut(FRAME_HEADER_LEN + header.page) {
            frame[8..12].copy_from_slice(&header.salts.0.wrapping_sub(1).to_be_bytes());
            frame[12..16].copy_from_slice(&[1, 2, 3, 4]);
        }
        let both = [&full[..ends[3]], &is_earlier].concat();
        assert_eq!(
            wal_state(&both),
            WalState::Intact,
            "its salts are of the round before"
        );
    }
}
