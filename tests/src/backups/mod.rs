//! Backups: creation while the journal is in use, verification, restore and schedule. Saving is
//! never blocked.

mod due;
mod locks;
mod order;

use crate::common::{self, NOON, a_day, draft, export, n, options, rows, session};
use commands::Session;
use commands::app::undo;
use commands::backup;
use commands::backup::restore;
use commands::backup::schedule;
use commands::entries::record;
use commands::trackers::transfer;
use std::path::Path;
use std::process::Command;

fn with_days(folder: &Path) -> Session {
    let mut open = session(folder, NOON);
    for day in ["2026-11-21", "2026-11-22", "2026-11-23"] {
        for draft in a_day(day) {
            common::record(&mut open, &draft).unwrap();
        }
    }
    open
}

fn at(open: &mut Session, folder: &Path, clock: &str) {
    open.set_clock(options(folder, clock).clock);
}

#[test]
fn backup_opens_as_journal_with_same_entries() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = with_days(&place);
    backup::create_backup(&mut open).unwrap();
    let names = backup::backups(&open).unwrap().backups;
    assert_eq!(names[0].text, "23 Nov 2026, 13:00", "listed by its time");
    let copy = place.join("backups").join(&names[0].folder_name);
    let same = session(&copy, NOON);
    assert_eq!(
        export(&same),
        export(&open),
        "opened like any journal, it says the same"
    );
    same.close().unwrap();
    assert!(
        backup::verify_backup(&open, names[0].folder_name.clone())
            .unwrap()
            .message
            .starts_with("This backup is fine: 15"),
        "and is whole"
    );
    // The backup must not release the journal's lock: another process still cannot open it.
    let other = Command::new(crate::cli::built("daymark-cli"))
        .arg("--journal")
        .arg(&place)
        .arg("check")
        .output()
        .unwrap();
    assert_eq!(
        other.status.code(),
        Some(3),
        "one program at a time: {}",
        String::from_utf8_lossy(&other.stderr)
    );
    open.close().unwrap();
}

#[test]
fn backup_during_saves_holds_state_at_its_start() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = with_days(&place);
    let before = export(&open);
    at(&mut open, &place, "2026-11-24T12:00:00Z Europe/Berlin");
    let started = schedule::start_due(&mut open).unwrap().unwrap();
    for minutes in 1..=400 {
        common::record(
            &mut open,
            &draft(
                "exercise",
                "2026-11-24",
                &[("minutes", n(f64::from(minutes)))],
            ),
        )
        .unwrap();
    }
    let to = schedule::target(&open).unwrap();
    let written = schedule::write(&started, &to);
    let backup = schedule::finish(&mut open, written).unwrap();
    let copy = session(&backup.folder, NOON);
    assert_eq!(export(&copy), before, "as it was when it began");
    copy.close().unwrap();
    let after = export(&open);
    open.close().unwrap();
    let open = session(&place, NOON);
    assert_eq!(export(&open), after, "and every save is in the journal");
    assert_eq!(
        open.journal().all_entries().unwrap().len(),
        15 + 400,
        "all of them"
    );
}

#[test]
fn restoring_backup_is_one_undoable_change() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = with_days(&place);
    let first = rows(&open);
    backup::create_backup(&mut open).unwrap();
    let name = backup::backups(&open).unwrap().backups[0]
        .folder_name
        .clone();
    assert_eq!(
        restore::compare_backup(&open, name.clone())
            .unwrap()
            .message,
        "This backup says the same as the journal."
    );
    at(&mut open, &place, "2026-11-23T13:00:00Z Europe/Berlin");
    let entries = open.journal().all_entries().unwrap();
    record::remove_entry(&mut open, entries[0].uid.clone()).unwrap();
    common::record(&mut open, &draft("mood", "2026-11-20", &[("mood", n(9.0))])).unwrap();
    let text = open
        .definitions()
        .source("exercise")
        .unwrap()
        .replace("key = \"exercise\"", "key = \"theirs\"");
    transfer::import_tracker(&mut open, "theirs.toml".into(), text.clone()).unwrap();
    common::record(
        &mut open,
        &draft("theirs", "2026-11-23", &[("minutes", n(7.0))]),
    )
    .unwrap();
    let changed = export(&open);
    let compared = restore::compare_backup(&open, name.clone()).unwrap();
    assert_eq!(
        compared.days,
        ["23 Nov 2026", "21 Nov 2026", "20 Nov 2026"],
        "the days that differ: {}",
        compared.message
    );
    restore::restore_backup(&mut open, name.clone()).unwrap();
    assert!(rows(&open) == first, "as the copy says");
    assert!(open.definitions().get("theirs").is_none(), "trackers too");
    assert_eq!(
        backup::backups(&open).unwrap().backups.len(),
        2,
        "and what was there was copied before"
    );
    undo::undo(&mut open).unwrap();
    assert_eq!(export(&open), changed, "taken back, it is as it was");
    assert!(
        open.definitions().get("theirs").is_some(),
        "with the tracker"
    );
    assert!(
        open.journal()
            .check(open.definitions().all(), commands::clock::zones())
            .unwrap()
            .is_empty(),
        "and whole"
    );
}

/// Backs up a changing journal forty times. Each retained backup must open and equal the state at
/// its time.
#[test]
fn retained_backups_match_state_at_their_time() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = with_days(&place);
    let mut message = std::collections::HashMap::new();
    for minute in 0..40 {
        let clock = format!(
            "2026-11-23T{:02}:{:02}:00Z Europe/Berlin",
            13 + minute / 60,
            minute % 60
        );
        at(&mut open, &place, &clock);
        let walk = draft(
            "exercise",
            "2026-11-23",
            &[("minutes", n(f64::from(minute + 1)))],
        );
        common::record(&mut open, &walk).unwrap();
        let started = schedule::start_if_changed(&mut open).unwrap().unwrap();
        let to = schedule::target(&open).unwrap();
        let written = schedule::write(&started, &to);
        let backup = schedule::finish(&mut open, written).unwrap();
        message.insert(backup.folder.clone(), export(&open));
    }
    let stored = journal::list_backups(&place.join("backups")).unwrap();
    assert_eq!(stored.len(), 10, "ten of one day stay");
    for backup in stored {
        let copy = session(&backup.folder, NOON);
        assert_eq!(
            export(&copy),
            message[&backup.folder],
            "{}",
            backup.folder.display()
        );
        assert!(
            copy.journal()
                .check(copy.definitions().all(), commands::clock::zones())
                .unwrap()
                .is_empty(),
            "whole"
        );
        copy.close().unwrap();
    }
}

#[test]
fn journals_in_one_location_keep_separate_backups() {
    let folder = tempfile::tempdir().unwrap();
    let stick = folder.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    let mut counted = Vec::new();
    for name in ["one", "two"] {
        let place = folder.path().join(name);
        let mut open = with_days(&place);
        backup::set_backup_location(&mut open, stick.display().to_string().clone()).unwrap();
        for hour in 1..=14 {
            at(
                &mut open,
                &place,
                &format!("2026-11-23T{hour:02}:00:00Z Europe/Berlin"),
            );
            backup::create_backup(&mut open).unwrap();
        }
        open.close().unwrap();
        let folders = std::fs::read_dir(stick.join("Daymark copies")).unwrap();
        let mut each: Vec<usize> = folders
            .map(|f| journal::list_backups(&f.unwrap().path()).unwrap().len())
            .collect();
        each.sort_unstable();
        counted.push(each);
    }
    assert_eq!(counted[0].len(), 1, "{counted:?}");
    assert_eq!(
        counted[1], [counted[0][0]; 2],
        "the first one's are all there"
    );
}
