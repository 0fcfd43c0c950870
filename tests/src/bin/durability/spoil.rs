//! Corrupts files as disks and programs do.

use crate::common::Chance;
use std::path::Path;

const PAGE: usize = 4096;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum At {
    Journal,
    Saves,
    OneKeys,
    BothKeys,
}

/// Corrupts bytes as disks and programs do. Returns a description of the damage.
fn spoil(bytes: &mut Vec<u8>, chance: &mut Chance) -> &'static str {
    let length = bytes.len().max(1);
    let pages = (length / PAGE).max(1);
    match chance.below(8) {
        0 | 1 => {
            let at = chance.below(length);
            bytes[at] ^= 1 << chance.below(8);
            "a bit turned"
        }
        2 => {
            let from = chance.below(length) / 512 * 512;
            let to = (from + 512).min(length);
            bytes[from..to].fill(0);
            "a sector of zeros"
        }
        3 => {
            let from = chance.below(length);
            let to = (from + 1 + chance.below(300)).min(length);
            let noise = chance.bytes(to - from);
            bytes[from..to].copy_from_slice(&noise);
            "noise"
        }
        4 if pages > 1 => {
            let (a, b) = (chance.below(pages), chance.below(pages));
            for at in 0..PAGE {
                bytes.swap(a * PAGE + at, b * PAGE + at);
            }
            "two pages exchanged"
        }
        5 if pages > 1 => {
            let (from, to) = (chance.below(pages), chance.below(pages));
            bytes.copy_within(from * PAGE..(from + 1) * PAGE, to * PAGE);
            "a page twice"
        }
        6 => {
            bytes.truncate(chance.below(length));
            "cut off"
        }
        _ => {
            let at = chance.below(length);
            bytes[at] = bytes[at].wrapping_add(1 + chance.below(254) as u8);
            "a byte changed"
        }
    }
}

pub fn spoil_file(path: &Path, chance: &mut Chance) -> (&'static str, bool) {
    let mut bytes = std::fs::read(path).unwrap();
    let before = bytes.clone();
    let done = spoil(&mut bytes, chance);
    std::fs::write(path, &bytes).unwrap();
    (done, bytes != before)
}

/// Returns whether a WAL truncated to `length` ends at a commit. Such a WAL is indistinguishable
/// from one that ended there.
pub fn ends_at_a_save(whole: &[u8], length: usize) -> bool {
    let frame = 24 + PAGE;
    length == 0
        || (length >= 32 && (length - 32).is_multiple_of(frame) && {
            let last = length.checked_sub(frame);
            length == 32 || last.is_some_and(|at| whole[at + 4..at + 8] != [0; 4])
        })
}
