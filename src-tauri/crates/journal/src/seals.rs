//! The seals of a file's pages.
//!
//! Owns one question: whether every page is as it was sealed with the key, and where it was. SQLCipher answers it too
//! (`cipher_integrity_check`, which `check` asks because it names pages), one page after another; a copy is proved each
//! time it is taken, so here it is asked of parts of the file at once, while later ones are still written. Must not know
//! what is in the pages.
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
use std::sync::mpsc::Receiver;
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

type Seal = Hmac<Sha512>;

const PAGE: usize = 4096;
const SEALED: usize = PAGE - SEAL;
const SEAL: usize = 64;
/// The salt's length, and how it differs for seals.
const HEAD: usize = 16;
const MASK: u8 = 0x3a;

/// The page that holds SQLite's locks, which is never written: it lies at one GiB.
const LOCKS: u64 = (1 << 30) / PAGE as u64;

/// More threads than these gain nothing: the disk is asked by all.
const MOST: usize = 4;

/// What seals are looked at with.
pub(crate) struct Seals(Seal);

impl Seals {
    /// Those of a key.
    pub(crate) fn of(key: &Key) -> Result<Self, Trouble> {
        Ok(Self(seal_of(key)?))
    }

    /// Looks at parts of a file as they are said to be written, several at once, until no more will be said; whether
    /// every page of them holds. Parts are counted in bytes.
    pub(crate) fn hold(&self, file: &File, written: Receiver<Range<u64>>) -> Result<bool, Trouble> {
        let threads = std::thread::available_parallelism().map_or(1, |n| n.get().min(MOST));
        let written = Mutex::new(written);
        std::thread::scope(|scope| {
            let looking: Vec<_> = (0..threads)
                .map(|_| scope.spawn(|| self.follow(file, &written)))
                .collect();
            // A thread that broke off has seen nothing.
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
        fs::write(place.file(), &whole).unwrap();
        assert!(hold_now(&place, &key), "and whole again");
    }
}
