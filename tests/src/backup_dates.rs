//! Backups of one second, and backups dated ahead by a wrong clock.

use crate::common::{self, NOON, a_day, draft, n, session};
use commands::backup;
use journal::{Credential, JournalPaths, list_backups};

#[test]
fn backups_of_one_second_do_not_replace_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let mut counts = Vec::new();
    for day in ["2026-11-21", "2026-11-22", "2026-11-23"] {
        for draft in a_day(day) {
            common::record(&mut open, &draft).unwrap();
        }
        backup::create_backup(&mut open).unwrap();
        counts.insert(0, open.journal().all_entries().unwrap().len());
    }
    let all = list_backups(&folder.path().join("backups")).unwrap();
    let held: Vec<usize> = all
        .iter()
        .map(|backup| {
            let copy = session(&backup.folder, NOON);
            copy.journal().all_entries().unwrap().len()
        })
        .collect();
    assert_eq!(held, counts, "newest first, each as it was");
}

#[test]
fn backup_dated_ahead_takes_no_other_place() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("journal"));
    let at = |clock: &str| common::options(&place.folder, clock).clock;
    let mut open = session(&place.folder, NOON);
    common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(4.0))])).unwrap();
    // A computer whose clock was a year ahead for twelve backups.
    for hour in 1..=12 {
        open.set_clock(at(&format!("2027-11-23T{hour:02}:00:00Z Europe/Berlin")));
        backup::create_backup(&mut open).unwrap();
    }
    open.set_clock(at("2026-11-23T13:00:00Z Europe/Berlin"));
    common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(7.0))])).unwrap();
    backup::create_backup(&mut open).unwrap();
    let names: Vec<String> = list_backups(&place.backups())
        .unwrap()
        .iter()
        .map(|b| b.at.to_rfc3339())
        .collect();
    assert!(
        names.contains(&"2026-11-23T13:00:00+00:00".into()),
        "{names:?}"
    );
    open.close().unwrap();
    // The newest backup that is not of the future is put in place of a damaged journal.
    std::fs::write(place.file(), [0; 8192]).unwrap();
    let now = 1_795_438_800;
    let report = journal::repair(&place, &Credential::None, now).unwrap();
    assert_eq!(
        report.backup.map(|at| at.to_rfc3339()).as_deref(),
        Some("2026-11-23T13:00:00+00:00")
    );
}
