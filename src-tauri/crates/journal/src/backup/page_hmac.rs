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

use crate::files::read_at;
use crate::key::Key;
use crate::{Error, Result};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use std::fs::File;
use std::ops::Range;
use std::sync::mpsc::Receiver;
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

type PageMac = Hmac<Sha512>;

const PAGE: usize = 4096;
const AUTHENTICATED_LEN: usize = PAGE - MAC_LEN;
const MAC_LEN: usize = 64;
/// Length of the salt, and the XOR mask that turns it into the HMAC salt.
const SALT_LEN: usize = 16;
const MASK: u8 = 0x3a;

/// The lock-byte page at 1 GiB, which SQLite never writes.
const LOCK_PAGE: u64 = (1 << 30) / PAGE as u64;

/// Maximum number of threads. More gain nothing, because the disk is the bottleneck.
const MAX_THREADS: usize = 4;

/// Verifier of page HMACs.
pub(crate) struct PageVerifier(PageMac);

impl PageVerifier {
    /// Creates a verifier for the given key.
    pub(crate) fn new(key: &Key) -> Result<Self> {
        Ok(Self(page_mac(key)?))
    }

    /// Verifies byte ranges of `file` in parallel as they arrive on `ranges`, until the channel
    /// closes. Returns whether every page in them is valid.
    pub(crate) fn verify(&self, file: &File, ranges: Receiver<Range<u64>>) -> Result<bool> {
        let threads = std::thread::available_parallelism().map_or(1, |n| n.get().min(MAX_THREADS));
        let ranges = Mutex::new(ranges);
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|_| scope.spawn(|| self.follow(file, &ranges)))
                .collect();
            // A thread that panicked has verified nothing.
            let results = workers
                .into_iter()
                .map(|part| part.join().unwrap_or(Err(Error::Damaged)));
            Ok(results
                .collect::<Result<Vec<bool>, _>>()?
                .into_iter()
                .all(|valid| valid))
        })
    }

    fn follow(&self, file: &File, ranges: &Mutex<Receiver<Range<u64>>>) -> Result<bool> {
        let next = || {
            let receiver = ranges.lock().unwrap_or_else(PoisonError::into_inner);
            receiver.recv().ok()
        };
        let mut valid = true;
        while let Some(part) = next() {
            valid &= self.verify_range(file, part)?;
        }
        Ok(valid)
    }

    fn verify_range(&self, file: &File, part: Range<u64>) -> Result<bool> {
        let (first, length) = (part.start / PAGE as u64, part.end - part.start);
        let is_aligned = |bytes: u64| bytes.is_multiple_of(PAGE as u64);
        if !is_aligned(part.start) || !is_aligned(length) {
            return Ok(false);
        }
        let mut pages = vec![0; length as usize];
        read_at(file, &mut pages, part.start)?;
        let mut indexed = (first..).zip(pages.chunks_exact(PAGE));
        Ok(indexed.all(|(index, page)| index == LOCK_PAGE || is_valid(&self.0, index, page)))
    }
}

fn is_valid(mac: &PageMac, index: u64, page: &[u8]) -> bool {
    let from = if index == 0 { SALT_LEN } else { 0 };
    let number = (index as u32 + 1).to_le_bytes();
    let parts = (
        page.get(from..AUTHENTICATED_LEN),
        page.get(AUTHENTICATED_LEN..),
    );
    let (Some(authenticated), Some(expected)) = parts else {
        return false;
    };
    mac.clone()
        .chain_update(authenticated)
        .chain_update(number)
        .verify_slice(expected)
        .is_ok()
}

/// Derives the HMAC key: two rounds of PBKDF2, truncated to 32 bytes.
fn page_mac(key: &Key) -> Result<PageMac> {
    let (raw, salt) = key.bytes().split_at(32);
    let of = |bytes: &[u8]| PageMac::new_from_slice(bytes).map_err(|_| Error::KeyFileDamaged);
    let masked: Vec<u8> = salt.iter().map(|byte| byte ^ MASK).collect();
    let first = of(raw)?
        .chain_update(&masked)
        .chain_update(1u32.to_be_bytes())
        .finalize()
        .into_bytes();
    let second = of(raw)?.chain_update(first).finalize().into_bytes();
    let derived: Zeroizing<Vec<u8>> = Zeroizing::new(
        first
            .iter()
            .zip(second)
            .map(|(a, b)| a ^ b)
            .take(32)
            .collect(),
    );
    of(&derived)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Journal;
    use crate::paths::JournalPaths;
    use std::fs;

    /// A closed journal of several pages, with its key.
    fn closed_journal() -> (tempfile::TempDir, JournalPaths, Key) {
        let folder = tempfile::tempdir().unwrap();
        let paths = JournalPaths::new(folder.path().join("j"));
        let key = Key::new([7; 48]);
        let mut journal = Journal::create(&paths, &key, 0).unwrap();
        for form in 0..40 {
            journal
                .save_draft(&form.to_string(), 0, &"river ".repeat(400))
                .unwrap();
        }
        journal.close().unwrap();
        (folder, paths, key)
    }

    fn verify_file(paths: &JournalPaths, key: &Key) -> bool {
        let file = fs::File::open(paths.file()).unwrap();
        let length = file.metadata().unwrap().len();
        let (sender, ranges) = std::sync::mpsc::channel();
        let step = 5 * PAGE as u64;
        for from in (0..length).step_by(step as usize) {
            sender.send(from..(from + step).min(length)).unwrap();
        }
        drop(sender);
        PageVerifier::new(key)
            .unwrap()
            .verify(&file, ranges)
            .unwrap()
    }

    #[test]
    fn intact_file_verifies_only_with_its_own_key() {
        let (_folder, paths, key) = closed_journal();
        assert!(fs::metadata(paths.file()).unwrap().len() > 30 * PAGE as u64);
        assert!(verify_file(&paths, &key), "as SQLCipher wrote it");
        assert!(!verify_file(&paths, &Key::new([8; 48])), "another key");
    }

    #[test]
    fn changed_byte_moved_page_or_cut_fails_verification() {
        let (_folder, paths, key) = closed_journal();
        let intact = fs::read(paths.file()).unwrap();
        let pages = intact.len() / PAGE;
        let assert_invalid = |name: &str, bytes: Vec<u8>| {
            fs::write(paths.file(), bytes).unwrap();
            assert!(!verify_file(&paths, &key), "{name}");
        };
        for page in [0, 1, pages / 2, pages - 1] {
            for at in [
                SALT_LEN,
                700,
                AUTHENTICATED_LEN - 1,
                AUTHENTICATED_LEN,
                PAGE - 1,
            ] {
                let mut bytes = intact.clone();
                bytes[page * PAGE + at] ^= 1;
                assert_invalid(&format!("byte {at} of page {page}"), bytes);
            }
        }
        let mut moved = intact.clone();
        moved.copy_within(2 * PAGE..3 * PAGE, 3 * PAGE);
        assert_invalid("a page in another's place", moved);
        assert_invalid(
            "a file cut within a page",
            intact[..intact.len() - 1].to_vec(),
        );
        fs::write(paths.file(), &intact).unwrap();
        assert!(verify_file(&paths, &key), "and whole again");
    }
}
