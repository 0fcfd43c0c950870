//! Repair of a damaged journal in an earlier format, which no upgrade can read whole.

use super::not_created;
use crate::common::{self, NOON, session};
use commands::backup::repair;
use journal::JournalPaths;

/// One page after another is damaged; there is no backup. What stands on other pages comes back with its
/// measures.
#[test]
fn damaged_journal_of_earlier_format_is_salvaged() {
    let stored = common::root().join("tests/journals/0003_standard_names/journal");
    let bytes = std::fs::read(stored.join("journal.daymark")).unwrap();
    let (mut tried, mut nothing) = (0, Vec::new());
    for page in 1..bytes.len() / 4096 {
        let folder = tempfile::tempdir().unwrap();
        let place = JournalPaths::new(folder.path().join("j"));
        std::fs::create_dir_all(&place.folder).unwrap();
        for name in ["journal.keys", "journal.keys.2"] {
            std::fs::copy(stored.join(name), place.folder.join(name)).unwrap();
        }
        let mut damaged = bytes.clone();
        damaged[page * 4096 + 17] ^= 1;
        std::fs::write(place.file(), &damaged).unwrap();
        tried += 1;
        if repair::repair(&not_created(&place.folder)).is_err() {
            nothing.push(page);
            continue;
        }
        let open = session(&place.folder, NOON);
        let found = open.journal().all_entries().unwrap();
        if found.is_empty() {
            nothing.push(page);
        }
        let findings = open
            .journal()
            .check(open.definitions().all(), commands::clock::zones())
            .unwrap();
        assert!(findings.is_empty(), "page {page}: {findings:?}");
        open.close().unwrap();
    }
    assert!(tried > 20, "each page but the first: {tried}");
    // Pages without which no table is found, or no entry is complete: about a third of so small a file.
    assert!(nothing.len() * 5 < tried * 2, "{nothing:?} of {tried}");
}
