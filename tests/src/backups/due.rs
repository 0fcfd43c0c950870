//! When a backup is due, and warnings.

use super::{at, with_days};
use crate::common::{self, NOON, draft, n, session};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::backup;
use commands::backup::schedule;
use commands::entries::trash;

#[test]
fn backup_is_due_30_minutes_after_last_if_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    assert!(
        schedule::start_due(&mut open).unwrap().is_none(),
        "nothing to copy yet"
    );
    common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(4.0))])).unwrap();
    backup::create_backup(&mut open).unwrap();
    let due = |open: &mut Session, clock: &str| {
        at(open, folder.path(), clock);
        let started = schedule::start_due(open).unwrap();
        started.is_some()
    };
    assert!(
        !due(&mut open, "2026-11-23T20:00:00Z Europe/Berlin"),
        "nothing changed since"
    );
    common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(5.0))])).unwrap();
    assert!(
        !due(&mut open, "2026-11-23T12:20:00Z Europe/Berlin"),
        "twenty minutes are not long"
    );
    assert!(
        due(&mut open, "2026-11-23T12:40:00Z Europe/Berlin"),
        "forty are"
    );
    assert!(
        due(&mut open, "2026-11-24T12:00:00Z Europe/Berlin"),
        "and each day has its own"
    );
}

#[test]
fn failed_backup_leaves_no_file_and_keeps_saves() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = with_days(&place);
    std::fs::write(place.join("backups"), "a file where the folder goes").unwrap();
    assert!(backup::create_backup(&mut open).is_err(), "it is said");
    common::record(&mut open, &draft("mood", "2026-11-20", &[("mood", n(4.0))])).unwrap();
    open.close().unwrap();
    let open = session(&place, NOON);
    assert_eq!(
        open.journal().all_entries().unwrap().len(),
        16,
        "and every save holds"
    );
    open.close().unwrap();
    std::fs::remove_file(place.join("backups")).unwrap();
    let mut open = session(&place, NOON);
    backup::create_backup(&mut open).unwrap();
    let left: Vec<_> = std::fs::read_dir(place.join("backups"))
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 1, "one copy and nothing unfinished: {left:?}");
}

#[test]
fn undo_or_erase_after_backup_makes_new_one_due() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = with_days(&folder.path().join("j"));
    backup::create_backup(&mut open).unwrap();
    assert!(
        schedule::start_if_changed(&mut open).unwrap().is_none(),
        "the copy says all there is"
    );
    undo::undo(&mut open).unwrap();
    assert!(
        schedule::start_if_changed(&mut open).unwrap().is_some(),
        "taken back"
    );
    undo::redo(&mut open).unwrap();
    assert!(
        schedule::start_if_changed(&mut open).unwrap().is_none(),
        "and done again it is as in the copy"
    );
    let mood = draft("mood", "2026-11-19", &[("mood", n(4.0))]);
    let uid = common::record(&mut open, &mood).unwrap().uid.unwrap();
    backup::create_backup(&mut open).unwrap();
    trash::erase_entry(&mut open, uid.clone()).unwrap();
    at(
        &mut open,
        folder.path(),
        "2026-11-23T12:10:00Z Europe/Berlin",
    );
    common::record(&mut open, &mood).unwrap();
    assert!(
        schedule::start_if_changed(&mut open).unwrap().is_some(),
        "an act that was given the number of a forgotten one is another act"
    );
}

#[test]
fn backup_dated_in_future_is_not_the_latest() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = with_days(&place);
    at(&mut open, &place, "2027-11-23T12:00:00Z Europe/Berlin");
    backup::create_backup(&mut open).unwrap();
    at(&mut open, &place, "2026-11-23T12:00:00Z Europe/Berlin");
    backup::create_backup(&mut open).unwrap();
    at(&mut open, &place, "2026-11-23T12:01:00Z Europe/Berlin");
    assert!(
        schedule::start_due(&mut open).unwrap().is_none(),
        "there is one of today"
    );
}

#[test]
fn failed_backup_warning_shows_until_next_success() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = with_days(&place);
    std::fs::write(place.join("backups"), "a file where the folder goes").unwrap();
    let copy = |open: &mut Session| {
        if let Some((started, to)) = schedule::start(open, schedule::start_if_changed) {
            let written = schedule::write(&started, &to);
            let _ = schedule::finish(open, written);
        }
        preferences::preferences(open).unwrap().notices
    };
    let message = copy(&mut open);
    assert!(
        message
            .iter()
            .any(|s| s.starts_with("The last backup of your journal could not be made.")),
        "{message:?}"
    );
    std::fs::remove_file(place.join("backups")).unwrap();
    assert!(
        copy(&mut open).is_empty(),
        "nothing to be said any more: there is a copy"
    );
}
