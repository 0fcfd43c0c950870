//! Upgrade of journals in earlier formats, without loss. One real file of each released format lies
//! in `tests/journals` and is never changed.

use crate::kit::{self, NOON, draft, n};
use commands::{exchange, history, search, undo};
use std::path::{Path, PathBuf};

/// Copies a stored journal into a folder and returns its path. The original is never opened.
fn copy_of(name: &str, into: &Path) -> PathBuf {
    let kept = kit::root().join("tests/journals").join(name);
    let place = into.join("journal");
    std::fs::create_dir_all(&place).unwrap();
    for file in ["journal.daymark", "journal.key"] {
        std::fs::copy(kept.join(file), place.join(file)).unwrap();
    }
    place
}

#[test]
fn first_format_journal_opens_without_loss() {
    let folder = tempfile::tempdir().unwrap();
    let place = copy_of("0001_start", folder.path());
    let mut open = kit::session(&place, NOON);
    let kept = kit::root().join("tests/journals/0001_start/values.csv");
    let everything = exchange::csv_long(&open, &exchange::Private::All).unwrap();
    assert_eq!(
        everything,
        std::fs::read_to_string(kept).unwrap(),
        "every answer is as it was"
    );
    let findings = open.journal().check(open.shelf().all()).unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    let found = search::search(&open, "river").unwrap();
    assert_eq!(found.found.len(), 1, "notes written before can be searched");
    let uid = found.found[0].uid.clone();
    assert_eq!(
        history::history(&open, &uid).unwrap().len(),
        1,
        "its one revision that stands is listed"
    );
    undo::redo(&mut open).unwrap();
    let moods = |open: &commands::Session| {
        let entry = open.journal().entry(&uid).unwrap().unwrap();
        entry.values["mood"][0].number
    };
    assert_eq!(
        moods(&open),
        Some(2.0),
        "what was undone before can be done again"
    );
    undo::undo(&mut open).unwrap();
    assert_eq!(moods(&open), Some(3.0), "and taken back");
    let entries = open.journal().all_entries().unwrap();
    let late = entries.iter().filter(|e| e.is_late()).count();
    assert!(
        late > 0 && late < entries.len(),
        "entries written later are told from the others: {late} of {}",
        entries.len()
    );
}

fn copies_in(place: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(place)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.to_string_lossy().contains(".before-"))
        .collect()
}

#[test]
fn upgrade_first_makes_one_identical_backup() {
    let folder = tempfile::tempdir().unwrap();
    let place = copy_of("0001_start", folder.path());
    let before = std::fs::read(place.join("journal.daymark")).unwrap();
    let open = kit::session(&place, NOON);
    let copies = copies_in(&place);
    assert_eq!(copies.len(), 1, "one copy: {copies:?}");
    assert_eq!(
        std::fs::read(&copies[0]).unwrap(),
        before,
        "to the byte what was there"
    );
    open.close().unwrap();
    let again = kit::session(&place, NOON);
    assert!(!again.journal().upgraded(), "once is enough");
    assert_eq!(copies_in(&place).len(), 1, "and no further copy is made");
}

#[test]
fn journal_format_version_is_two() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = kit::session(&place, NOON);
    kit::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(4.0))])).unwrap();
    assert_eq!(journal::VERSION, 2, "its number was raised");
}
