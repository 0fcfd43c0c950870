//! The order of a day's entries comes back with a backup: the last one is what the day says.

use super::at;
use crate::common::{self, NOON, draft, export, n, session};
use commands::Session;
use commands::app::undo;
use commands::backup::{self, restore};
use commands::entries::record;
use domain::Draft;

/// Records several moods of one day in one second.
fn with_moods(open: &mut Session, moods: &[f64]) {
    for mood in moods {
        let another = Draft {
            another: true,
            ..draft("mood", "2026-11-22", &[("mood", n(*mood))])
        };
        common::record(open, &another).unwrap();
    }
}

fn moods(open: &Session) -> Vec<f64> {
    let entries = open.journal().all_entries().unwrap();
    entries
        .iter()
        .map(|e| e.values["mood"][0].number.unwrap())
        .collect()
}

#[test]
fn restored_entries_of_a_second_keep_their_order() {
    let all = [5.0, 1.0, 9.0, 3.0, 7.0, 2.0, 8.0];
    for removed in [0..7, 2..5, 0..1, 6..7] {
        let folder = tempfile::tempdir().unwrap();
        let mut open = session(folder.path(), NOON);
        with_moods(&mut open, &all);
        backup::create_backup(&mut open).unwrap();
        let name = backup::backups(&open).unwrap().backups[0]
            .folder_name
            .clone();
        let before = export(&open);
        at(
            &mut open,
            folder.path(),
            "2026-11-23T12:05:00Z Europe/Berlin",
        );
        let entries = open.journal().all_entries().unwrap();
        for entry in &entries[removed.clone()] {
            record::remove_entry(&mut open, entry.uid.clone()).unwrap();
        }
        with_moods(&mut open, &[4.0, 6.0]);
        let changed = export(&open);
        restore::restore_backup(&mut open, name).unwrap();
        assert_eq!(moods(&open), all, "{removed:?}");
        assert_eq!(export(&open), before, "{removed:?}: row by row");
        undo::undo(&mut open).unwrap();
        assert_eq!(export(&open), changed, "{removed:?}: and taken back");
    }
}
