//! Parallel HMAC verification of an encrypted file's pages.
//!
//! Verifies that every page was written with the key and is at its original position. SQLCipher's
//! `cipher_integrity_check` does the same page by page; `check` uses it because it names the pages.
//! Every new backup is verified, so this implementation checks parts of the file in parallel while
//! later parts are still written.
//!
//! SQLCipher 4 format: a page of 4,096 bytes ends in a 16-byte initialisation vector and an
//! HMAC-SHA512. The HMAC covers everything before it and the page number. Its key is derived from
//! the raw key with two rounds of PBKDF2. The 16 bytes of salt at the start of the file are not
//! covered.

use crate::place::read_at;
use crate::{Key, Trouble};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use std::fs::File;
use std::ops::Range;
use std::sync::mpsc::Receiver;
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

type Seal = Hmac<Sha512>;

const PAGE: usize = 4096;
const SEALED: usize = PAGE - SEAL;
const SEAL: usize = 64;
/// Length of the salt, and the XOR mask that turns it into the HMAC salt.
const HEAD: usize = 16;
const MASK: u8 = 0x3a;

/// The lock-byte page at 1 GiB, which SQLite never writes.
const LOCKS: u64 = (1 << 30) / PAGE as u64;

/// Maximum number of threads. More gain nothing, because the disk is the bottleneck.
const MOST: usize = 4;

/// Verifier of page HMACs.
pub(crate) struct Seals(Seal);

impl Seals {
    /// Creates a verifier for the given key.
    pub(crate) fn of(key: &Key) -> Result<Self, Trouble> {
        Ok(Self(seal_of(key)?))
    }

    /// Verifies byte ranges of `file` in parallel as they arrive on `written`, until the channel
    /// closes. Returns whether every page in them is valid.
    pub(crate) fn hold(&self, file: &File, written: Receiver<Range<u64>>) -> Result<bool, Trouble> {
        let threads = std::thread::available_parallelism().map_or(1, |n| n.get().min(MOST));
        let written = Mutex::new(written);
        std::thread::scope(|scope| {
            let looking: Vec<_> = (0..threads)
                .map(|_| scope.spawn(|| self.follow(file, &written)))
                .collect();
            // A thread that panicked has verified nothing.
            let seen = looking
                .into_iter()
                .map(|part| part.join().unwrap_or(Err(Trouble::Damaged)));
            Ok(seen
                .collect::<Result<Vec<bool>, _>>()?
                .into_iter()
                .all(|held| held))
        })
    }

    fn follow(&self, file: &File, written: &Mutex<Receiver<Range<u64>>>) -> Result<bool, Trouble> {
        let next = || {
            let told = written.lock().unwrap_or_else(PoisonError::into_inner);
            told.recv().ok()
        };
        let mut held = true;
        while let Some(part) = next() {
            held &= self.look(file, part)?;
        }
        Ok(held)
    }

    fn look(&self, file: &File, part: Range<u64>) -> Result<bool, Trouble> {
        let (first, length) = (part.start / PAGE as u64, part.end - part.start);
        let whole = |bytes: u64| bytes.is_multiple_of(PAGE as u64);
        if !whole(part.start) || !whole(length) {
            return Ok(false);
        }
        let mut pages = vec![0; length as usize];
        read_at(file, &mut pages, part.start)?;
        let mut numbered = (first..).zip(pages.chunks_exact(PAGE));
        Ok(numbered.all(|(nth, page)| nth == LOCKS || holds(&self.0, nth, page)))
    }
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

/// Derives the HMAC key: two rounds of PBKDF2, truncated to 32 bytes.
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

    /// A closed journal of several pages, with its key.
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
        let file = fs::File::open(place.file()).unwrap();
        let length = file.metadata().unwrap().len();
        let (say, written) = std::sync::mpsc::channel();
        let step = 5 * PAGE as u64;
        for from in (0..length).step_by(step as usize) {
            say.send(from..(from + step).min(length)).unwrap();
        }
        drop(say);
        Seals::of(key).unwrap().hold(&file, written).unwrap()
    }

    #[test]
    fn intact_file_verifies_only_with_its_own_key() {
        let (_folder, place, key) = written();
        assert!(fs::metadata(place.file()).unwrap().len() > 30 * PAGE as u64);
        assert!(hold_now(&place, &key), "as SQLCipher wrote it");
        assert!(!hold_now(&place, &Key::new([8; 48])), "another key");
    }

    #[test]
    fn changed_byte_moved_page_or_cut_fails_verification() {
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
        fs::write(place.file(), &whole).unwrap();
        assert!(hold_now(&place, &key), "and whole again");
    }
}
