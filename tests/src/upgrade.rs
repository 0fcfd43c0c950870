//! Upgrade of journals in earlier formats, without loss. One real file of each released format lies
//! in `tests/journals` and is never changed.

use crate::common::{self, NOON};
use commands::app::undo;
use commands::backup::{self, restore};
use commands::entries::history;
use commands::entries::search;
use commands::pauses;
use commands::session::open::Credentials;
use commands::trackers::{self, transfer};
use commands::transfer::csv_export::{self, PrivateData};
use commands::visit::{export, page, prepare};
use commands::{OpenOptions, Session};
use domain::tracker::TrackerStatus;
use std::path::{Path, PathBuf};

/// Copies a stored journal into a folder and returns its path. The original is never opened.
fn copy_of(name: &str, into: &Path) -> PathBuf {
    let stored = common::root().join("tests/journals").join(name);
    let place = into.join("journal");
    std::fs::create_dir_all(&place).unwrap();
    for file in ["journal.daymark", "journal.key"] {
        std::fs::copy(stored.join(file), place.join(file)).unwrap();
    }
    place
}

#[test]
fn first_format_journal_opens_without_loss() {
    let folder = tempfile::tempdir().unwrap();
    let place = copy_of("0001_start", folder.path());
    let mut open = common::session(&place, NOON);
    let stored = common::root().join("tests/journals/0001_start/values.csv");
    let everything = csv_export::csv_long(&open, &csv_export::PrivateData::All).unwrap();
    assert_eq!(
        everything,
        std::fs::read_to_string(stored).unwrap(),
        "every answer is as it was"
    );
    let findings = open
        .journal()
        .check(open.definitions().all(), commands::clock::zones())
        .unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    let found = search::search(&open, "river".into()).unwrap();
    assert_eq!(found.hits.len(), 1, "notes written before can be searched");
    let uid = found.hits[0].uid.clone();
    assert_eq!(
        history::entry_history(&open, uid.clone()).unwrap().len(),
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
    let open = common::session(&place, NOON);
    let copies = copies_in(&place);
    assert_eq!(copies.len(), 1, "one copy: {copies:?}");
    assert_eq!(
        std::fs::read(&copies[0]).unwrap(),
        before,
        "to the byte what was there"
    );
    open.close().unwrap();
    let again = common::session(&place, NOON);
    assert!(!again.journal().upgraded(), "once is enough");
    assert_eq!(copies_in(&place).len(), 1, "and no further copy is made");
}

#[test]
fn journal_format_version_is_seven() {
    assert_eq!(journal::VERSION, 7, "its number was raised");
}

const EVENING: &str = "2026-11-20T20:00:00Z Europe/Berlin";

/// Copies a folder of the second format's fixtures with all it holds.
fn copy_second_format(name: &str, into: &Path) -> PathBuf {
    fn copy(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
            let target = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &target);
            } else {
                std::fs::copy(entry.path(), target).unwrap();
            }
        }
    }
    let place = into.join(name);
    copy(&fixture(name), &place);
    place
}

fn fixture(name: &str) -> PathBuf {
    common::root()
        .join("tests/journals/0002_daily_log")
        .join(name)
}

#[test]
fn second_format_journal_opens_with_the_same_csv() {
    let folder = tempfile::tempdir().unwrap();
    let place = copy_second_format("journal", folder.path());
    let open = common::session(&place, EVENING);
    assert!(open.journal().upgraded());
    let everything = csv_export::csv_long(&open, &PrivateData::All).unwrap();
    let before = std::fs::read_to_string(fixture("values.csv")).unwrap();
    assert_eq!(everything, before, "every answer is as it was");
    let issues = open
        .journal()
        .check(open.definitions().all(), commands::clock::zones())
        .unwrap();
    assert!(issues.is_empty(), "{issues:?}");
    let page = page::page(&open, &prepare::next(&open).unwrap()).unwrap();
    let printed = std::fs::read_to_string(fixture("page.txt")).unwrap();
    assert_eq!(export::page_as_text(&page), printed, "and so is the page");
}

#[test]
fn second_format_keeps_trackers_drafts_and_undo() {
    let folder = tempfile::tempdir().unwrap();
    let place = copy_second_format("journal", folder.path());
    let mut open = common::session(&place, EVENING);
    let all = trackers::all(&open).unwrap();
    let status = |of: TrackerStatus| all.iter().filter(|t| t.status == of).count();
    assert!(status(TrackerStatus::Disabled) > 0, "what was off is off");
    assert!(
        status(TrackerStatus::Archived) > 0,
        "what was retired is archived"
    );
    assert!(all.iter().any(|t| t.custom), "custom trackers are there");
    assert!(
        !open.journal().drafts().unwrap().is_empty(),
        "so are drafts"
    );
    assert_eq!(pauses::pauses(&open).unwrap().len(), 1, "and the pause");
    assert_eq!(
        undo::redo(&mut open).unwrap().count,
        1,
        "what was undone can be redone"
    );
    assert_eq!(undo::undo(&mut open).unwrap().count, 1, "and undone");
}

#[test]
fn second_format_tracker_files_still_import() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = common::session(&folder.path().join("j"), EVENING);
    for name in ["tea.toml", "my-garden.toml"] {
        let text = std::fs::read_to_string(fixture(name)).unwrap();
        transfer::import_tracker(&mut open, name.into(), text).unwrap();
    }
}

#[test]
fn second_format_lock_opens_with_passphrase_and_code() {
    let folder = tempfile::tempdir().unwrap();
    let place = copy_second_format("locked", folder.path());
    let code = std::fs::read_to_string(fixture("locked/recovery-code.txt")).unwrap();
    let opens = |credentials: Credentials| {
        let options = common::options(&place, EVENING);
        Session::open(&OpenOptions {
            credentials,
            ..options
        })
        .map(Session::close)
    };
    assert!(opens(Credentials::None).is_err(), "it is locked");
    opens(Credentials::Passphrase("correct horse battery".into()))
        .unwrap()
        .unwrap();
    opens(Credentials::Recovery(code)).unwrap().unwrap();
}

#[test]
fn second_format_backup_compares_and_restores() {
    let folder = tempfile::tempdir().unwrap();
    let place = copy_second_format("journal", folder.path());
    let mut open = common::session(&place, "2026-11-20T21:00:00Z Europe/Berlin");
    let name = backup::backups(&open).unwrap().backups[0]
        .folder_name
        .clone();
    let file = place.join("backups").join(&name).join("journal.daymark");
    let bytes = std::fs::read(&file).unwrap();
    backup::verify_backup(&open, name.clone()).unwrap();
    let compared = restore::compare_backup(&open, name.clone()).unwrap();
    assert_eq!(
        std::fs::read(&file).unwrap(),
        bytes,
        "reading changes no backup"
    );
    assert!(compared.count > 0, "entries were added after it");
    restore::restore_backup(&mut open, name.clone()).unwrap();
    let compared = restore::compare_backup(&open, name).unwrap();
    assert_eq!(compared.count, 0, "restored");
}

#[test]
fn third_format_journal_opens_without_loss() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("journal");
    let stored = common::root().join("tests/journals/0003_standard_names");
    std::fs::create_dir_all(&place).unwrap();
    for file in ["journal.daymark", "journal.keys", "journal.keys.2"] {
        std::fs::copy(stored.join("journal").join(file), place.join(file)).unwrap();
    }
    let mut open = common::session(&place, EVENING);
    assert!(open.journal().upgraded());
    let everything = csv_export::csv_long(&open, &PrivateData::All).unwrap();
    let before = std::fs::read_to_string(stored.join("values.csv")).unwrap();
    assert_eq!(everything, before, "every answer is as it was");
    let page = commands::support::support_now(&open).unwrap();
    assert!(page.people.is_empty(), "the new tables are there");
    assert!(undo::undo(&mut open).is_ok(), "and so is undo");
}
