//! The seals of a file's pages.
//!
//! Owns one question: whether every page is as it was sealed with the key, and where it was. SQLCipher answers it too
//! (`cipher_integrity_check`, which `check` asks because it names pages), one page after another; a copy is proved each
//! time it is taken, so here it is asked of several parts of the file at once. Must not know what is in the pages.
//!
//! As SQLCipher 4 seals them: a page of 4,096 bytes ends in 16 bytes of initialisation vector and an HMAC-SHA512 over
//! all before it and the page's number. The HMAC's key is PBKDF2 of the raw key in two rounds; the file's head, 16 bytes
//! of salt, is not sealed.

use crate::place::read_at;
use crate::{Key, Trouble};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use std::fs::File;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use zeroize::Zeroizing;

type Seal = Hmac<Sha512>;

const PAGE: usize = 4096;
const SEALED: usize = PAGE - SEAL;
const SEAL: usize = 64;
/// The salt's length, and how it differs for seals.
const HEAD: usize = 16;
const MASK: u8 = 0x3a;

/// Pages read at once.
const RUN: u64 = 256;

/// The page that holds SQLite's locks, which is never written: it lies at one GiB.
const LOCKS: u64 = (1 << 30) / PAGE as u64;

/// More threads than these gain nothing: the disk is asked by all.
const MOST: usize = 4;

/// Whether every page holds.
pub(crate) fn hold(file: &File, key: &Key) -> Result<bool, Trouble> {
    let length = file.metadata()?.len();
    if length == 0 || length % PAGE as u64 != 0 {
        return Ok(false);
    }
    let seal = seal_of(key)?;
    let pages = length / PAGE as u64;
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get().min(MOST)) as u64;
    let broken = AtomicBool::new(false);
    let all: Vec<Result<(), Trouble>> = std::thread::scope(|scope| {
        let parts = (0..threads).map(|n| pages * n / threads..pages * (n + 1) / threads);
        let looking: Vec<_> = parts
            .map(|part| scope.spawn(|| look(file, &seal, part, &broken)))
            .collect();
        looking
            .into_iter()
            // A thread that broke off has seen nothing.
            .map(|part| part.join().unwrap_or(Err(Trouble::Damaged)))
            .collect()
    });
    all.into_iter().collect::<Result<(), _>>()?;
    Ok(!broken.into_inner())
}

/// Looks at some pages, counted from 0, as long as none is broken.
fn look(file: &File, seal: &Seal, part: Range<u64>, broken: &AtomicBool) -> Result<(), Trouble> {
    let mut buffer = vec![0; RUN as usize * PAGE];
    let mut first = part.start;
    while first < part.end && !broken.load(Ordering::Relaxed) {
        let count = RUN.min(part.end - first);
        let run = buffer.get_mut(..count as usize * PAGE).unwrap_or_default();
        read_at(file, run, first * PAGE as u64)?;
        for (nth, page) in (first..).zip(run.chunks_exact(PAGE)) {
            if nth != LOCKS && !holds(seal, nth, page) {
                broken.store(true, Ordering::Relaxed);
            }
        }
        first += count;
    }
    Ok(())
}

fn holds(seal: &Seal, nth: u64, page: &[u8]) -> bool {
    let from = if nth == 0 { HEAD } else { 0 };
    let number = (nth as u32 + 1).to_le_bytes();
    let (Some(sealed), Some(kept)) = (page.get(from..SEALED), page.get(SEALED..)) else {
        return false;
    };
    seal.clone()
        .chain_update(sealed)
        .chain_update(number)
        .verify_slice(kept)
        .is_ok()
}

/// PBKDF2 of two rounds, of which 32 bytes are the seals' key.
fn seal_of(key: &Key) -> Result<Seal, Trouble> {
    let (raw, salt) = key.bytes().split_at(32);
    let of = |bytes: &[u8]| Seal::new_from_slice(bytes).map_err(|_| Trouble::KeysDamaged);
    let masked: Vec<u8> = salt.iter().map(|byte| byte ^ MASK).collect();
    let first = of(raw)?
        .chain_update(&masked)
        .chain_update(1u32.to_be_bytes())
        .finalize()
        .into_bytes();
    let second = of(raw)?.chain_update(first).finalize().into_bytes();
    let made: Zeroizing<Vec<u8>> = Zeroizing::new(
        first
            .iter()
            .zip(second)
            .map(|(a, b)| a ^ b)
            .take(32)
            .collect(),
    );
    of(&made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Journal;
    use crate::place::Place;
    use std::fs;

    /// A journal of some pages, closed, with its key.
    fn written() -> (tempfile::TempDir, Place, Key) {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::new(folder.path().join("j"));
        let key = Key::new([7; 48]);
        let mut journal = Journal::create(&place, &key, 0).unwrap();
        for form in 0..40 {
            journal
                .keep_draft(&form.to_string(), 0, &"river ".repeat(400))
                .unwrap();
        }
        journal.close().unwrap();
        (folder, place, key)
    }

    fn hold_now(place: &Place, key: &Key) -> bool {
        hold(&fs::File::open(place.file()).unwrap(), key).unwrap()
    }

    #[test]
    fn the_seals_of_a_whole_file_hold_with_its_key_and_with_no_other() {
        let (_folder, place, key) = written();
        assert!(fs::metadata(place.file()).unwrap().len() > 30 * PAGE as u64);
        assert!(hold_now(&place, &key), "as SQLCipher wrote it");
        assert!(!hold_now(&place, &Key::new([8; 48])), "another key");
    }

    #[test]
    fn a_changed_byte_a_moved_page_and_a_cut_file_are_seen_as_sqlcipher_sees_them() {
        let (_folder, place, key) = written();
        let whole = fs::read(place.file()).unwrap();
        let pages = whole.len() / PAGE;
        let seen = |name: &str, bytes: Vec<u8>| {
            fs::write(place.file(), bytes).unwrap();
            assert!(!hold_now(&place, &key), "{name}");
        };
        for page in [0, 1, pages / 2, pages - 1] {
            for at in [HEAD, 700, SEALED - 1, SEALED, PAGE - 1] {
                let mut bytes = whole.clone();
                bytes[page * PAGE + at] ^= 1;
                seen(&format!("byte {at} of page {page}"), bytes);
            }
        }
        let mut moved = whole.clone();
        moved.copy_within(2 * PAGE..3 * PAGE, 3 * PAGE);
        seen("a page in another's place", moved);
        seen(
            "a file cut within a page",
            whole[..whole.len() - 1].to_vec(),
        );
        seen("an empty file", Vec::new());
        fs::write(place.file(), &whole).unwrap();
        assert!(hold_now(&place, &key), "and whole again");
    }
}
