//! The saves that lie beside the journal, looked at before SQLite reads them.
//!
//! Owns telling a whole file of saves from one that was cut off and one that is damaged. SQLite passes over all that
//! follows the first frame that does not hold, and says nothing: acknowledged saves would be gone in silence. Must not
//! know the key: frames carry sums over the encrypted pages.

use std::path::Path;

/// How the saves beside a journal are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Saves {
    /// There are none, or each holds.
    Whole,
    /// The last one does not hold: the computer stopped while it was written, or it was damaged since.
    Cut,
    /// One in the middle does not hold: what was saved after it can't be read.
    Damaged,
}

const HEAD: usize = 32;
const FRAME: usize = 24;

/// How many times the file can have begun anew since a frame of an earlier round was written.
const ROUNDS: u32 = 1 << 20;

/// Looks at the saves in that file; none is as good as a whole one.
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
    // Frames of an earlier round stay behind the last of this one; they are nobody's loss.
    let Some(first) = rest.iter().position(|f| !head.earlier(f)) else {
        return Saves::Whole;
    };
    let mut committed = false;
    for frame in rest.get(first..).unwrap_or_default() {
        if committed && head.ours(frame) {
            // A save is on disk before the next begins, so this was no cut.
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

    /// The sum up to the end of a frame that holds.
    fn next(&self, before: (u32, u32), frame: &[u8]) -> Option<(u32, u32)> {
        let salts = (word(frame, 8)?, word(frame, 12)?);
        let page = frame.get(FRAME..FRAME + self.page)?;
        let sum = summed(summed(before, frame.get(..8)?, self.big), page, self.big);
        let kept = (word(frame, 16)?, word(frame, 20)?);
        (salts == self.salts && sum == kept).then_some(sum)
    }

    /// Whether a frame was written in this round.
    fn ours(&self, frame: &[u8]) -> bool {
        word(frame, 8) == Some(self.salts.0) || word(frame, 12) == Some(self.salts.1)
    }

    /// Whether it was written in an earlier one: each round's first salt is one more, its second a new one.
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

/// SQLite's running sum of a file of saves.
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

    /// A journal's saves of some acts, and where each save ends.
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
    fn every_bit_that_turns_is_told_and_only_the_last_save_can_be_a_cut() {
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
    fn a_save_cut_off_is_told_from_one_that_ended() {
        let (whole, ends) = written();
        for end in &ends {
            assert_eq!(saves(&whole[..*end]), Saves::Whole, "a save ended at {end}");
            assert_eq!(saves(&whole[..end - 700]), Saves::Cut, "cut before {end}");
        }
        assert_eq!(saves(&[]), Saves::Whole, "nothing is nothing lost");
        assert_eq!(saves(&whole[..20]), Saves::Cut, "not even its head");
    }

    #[test]
    fn a_frame_of_an_earlier_round_is_nobodys_loss() {
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
