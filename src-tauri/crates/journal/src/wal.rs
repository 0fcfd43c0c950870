//! Integrity check of the WAL before SQLite reads it.
//!
//! Distinguishes an intact WAL from one with an incomplete last transaction and from a damaged one.
//! SQLite silently ignores everything after the first invalid frame, so committed transactions
//! could be lost unnoticed. No key is needed: the frame checksums cover the encrypted pages.

use std::path::Path;

/// State of a journal's WAL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Saves {
    /// The WAL is missing or empty, or every frame is valid.
    Whole,
    /// The last transaction is invalid: its write was interrupted, or it was damaged later.
    Cut,
    /// An earlier transaction is invalid, so the transactions after it can't be read.
    Damaged,
}

const HEAD: usize = 32;
const FRAME: usize = 24;

/// Maximum number of WAL resets since a leftover frame was written.
const ROUNDS: u32 = 1 << 20;

/// Inspects the WAL at `path`. A missing file counts as `Whole`.
pub(crate) fn look(path: &Path) -> std::io::Result<Saves> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(saves(&bytes)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Saves::Whole),
        Err(e) => Err(e),
    }
}

fn saves(bytes: &[u8]) -> Saves {
    if bytes.is_empty() {
        return Saves::Whole;
    }
    let Some(head) = Head::read(bytes) else {
        return if bytes.len() > HEAD {
            Saves::Damaged
        } else {
            Saves::Cut
        };
    };
    let frames: Vec<&[u8]> = bytes
        .get(HEAD..)
        .unwrap_or_default()
        .chunks(FRAME + head.page)
        .collect();
    let mut sum = head.sum;
    let mut holds = 0;
    for frame in &frames {
        match head.next(sum, frame) {
            Some(next) => sum = next,
            None => break,
        }
        holds += 1;
    }
    let rest = frames.get(holds..).unwrap_or_default();
    // After a reset, frames of an earlier WAL generation remain at the end. They are obsolete.
    let Some(first) = rest.iter().position(|f| !head.earlier(f)) else {
        return Saves::Whole;
    };
    let mut committed = false;
    for frame in rest.get(first..).unwrap_or_default() {
        if committed && head.ours(frame) {
            // A commit is synced before the next one starts, so this is damage, not an interrupted
            // write.
            return Saves::Damaged;
        }
        committed |= head.ours(frame) && word(frame, 4) != Some(0);
    }
    Saves::Cut
}

struct Head {
    page: usize,
    salts: (u32, u32),
    sum: (u32, u32),
    big: bool,
}

impl Head {
    fn read(bytes: &[u8]) -> Option<Self> {
        let big = match word(bytes, 0)? {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        let sum = summed((0, 0), bytes.get(..24)?, big);
        let page = word(bytes, 8)? as usize;
        let kept = (word(bytes, 24)?, word(bytes, 28)?);
        (sum == kept && (512..=65_536).contains(&page)).then_some(Self {
            page,
            salts: (word(bytes, 16)?, word(bytes, 20)?),
            sum,
            big,
        })
    }

    /// Returns the running checksum after `frame`, or `None` if the frame is invalid.
    fn next(&self, before: (u32, u32), frame: &[u8]) -> Option<(u32, u32)> {
        let salts = (word(frame, 8)?, word(frame, 12)?);
        let page = frame.get(FRAME..FRAME + self.page)?;
        let sum = summed(summed(before, frame.get(..8)?, self.big), page, self.big);
        let kept = (word(frame, 16)?, word(frame, 20)?);
        (salts == self.salts && sum == kept).then_some(sum)
    }

    /// Whether a frame has at least one of the two salts of the current WAL generation.
    fn ours(&self, frame: &[u8]) -> bool {
        word(frame, 8) == Some(self.salts.0) || word(frame, 12) == Some(self.salts.1)
    }

    /// Whether a frame belongs to an earlier WAL generation. Each reset increments the first salt
    /// by one and replaces the second with a new value.
    fn earlier(&self, frame: &[u8]) -> bool {
        let salts = word(frame, 8).zip(word(frame, 12));
        salts.is_some_and(|(first, second)| {
            (1..ROUNDS).contains(&self.salts.0.wrapping_sub(first)) && second != self.salts.1
        })
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    four.try_into().ok().map(u32::from_be_bytes)
}

/// SQLite's running WAL checksum.
fn summed(before: (u32, u32), bytes: &[u8], big: bool) -> (u32, u32) {
    let read = |four: &[u8]| {
        let four = four.try_into().unwrap_or_default();
        if big {
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
    use crate::{Item, Journal, Key, Place, Unlock};

    /// The WAL of a journal after several changes, and the offset at which each change ends.
    fn written() -> (Vec<u8>, Vec<usize>) {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::new(folder.path().join("j"));
        let mut open = Journal::create(&place, &Key::new([7; 48]), 0).unwrap();
        open.close().unwrap();
        open = Journal::open(&place, &Unlock::Nothing, 0).unwrap();
        let mut ends = Vec::new();
        for nth in 0..6 {
            let item = Item::Preference {
                key: "theme".into(),
                value: Some(format!("{nth}")),
            };
            open.change("preference", nth, &[item], None).unwrap();
            ends.push(std::fs::read(place.saves()).unwrap().len());
        }
        (std::fs::read(place.saves()).unwrap(), ends)
    }

    #[test]
    fn bit_flip_is_damaged_before_last_save_else_cut() {
        let (whole, ends) = written();
        assert_eq!(saves(&whole), Saves::Whole, "as it was written");
        let last = ends[ends.len() - 2];
        for at in (0..whole.len()).step_by(97) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            let wanted = if at < last {
                Saves::Damaged
            } else {
                Saves::Cut
            };
            assert_eq!(saves(&damaged), wanted, "byte {at} of {}", whole.len());
        }
    }

    #[test]
    fn truncated_save_is_cut_and_complete_one_whole() {
        let (whole, ends) = written();
        for end in &ends {
            assert_eq!(saves(&whole[..*end]), Saves::Whole, "a save ended at {end}");
            assert_eq!(saves(&whole[..end - 700]), Saves::Cut, "cut before {end}");
        }
        assert_eq!(saves(&[]), Saves::Whole, "nothing is nothing lost");
        assert_eq!(saves(&whole[..20]), Saves::Cut, "not even its head");
    }

    #[test]
    fn frames_of_an_earlier_wal_round_are_ignored() {
        let (whole, ends) = written();
        let mut earlier = whole[ends[0]..ends[1]].to_vec();
        let head = Head::read(&whole).unwrap();
        for frame in earlier.chunks_mut(FRAME + head.page) {
            frame[8..12].copy_from_slice(&head.salts.0.wrapping_sub(1).to_be_bytes());
            frame[12..16].copy_from_slice(&[1, 2, 3, 4]);
        }
        let both = [&whole[..ends[3]], &earlier].concat();
        assert_eq!(
            saves(&both),
            Saves::Whole,
            "its salts are of the round before"
        );
    }
}
