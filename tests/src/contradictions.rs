//! Entries that contradict themselves: found by a check, mended in one change.

use crate::common::{self, NOON, draft, export, n, rows, session, t};
use commands::Session;
use commands::app::undo;
use commands::entries::contradictions::{contradictions, mend_contradictions};
use domain::Entry;
use domain::entry::Value;

/// Writes an entry as an earlier version would have taken it from a file.
fn store(open: &mut Session, change: impl Fn(&mut Entry), tracker: &str) {
    let entries = open.journal().all_entries().unwrap();
    let mut entry = entries.into_iter().find(|e| e.tracker == tracker).unwrap();
    change(&mut entry);
    let stored = open.to_stored(entry).unwrap();
    open.commit(&commands::operation::Operation::Import, &[stored], &[])
        .unwrap();
}

fn wrong_journal(folder: &std::path::Path) -> Session {
    let mut open = session(folder, NOON);
    for draft in common::a_day("2026-11-22") {
        common::record(&mut open, &draft).unwrap();
    }
    common::record(&mut open, &draft("mood", "2026-11-21", &[("mood", n(3.0))])).unwrap();
    common::record(
        &mut open,
        &draft("exercise", "2026-11-21", &[("kind", t("walk"))]),
    )
    .unwrap();
    store(
        &mut open,
        |e| e.values.get_mut("meals").unwrap()[0].number = Some(-50.0),
        "diet",
    );
    store(
        &mut open,
        |e| e.values.get_mut("mood").unwrap()[0] = Value::number(15.0),
        "mood",
    );
    store(
        &mut open,
        |e| e.values.get_mut("up").unwrap()[0].number = Some(0.0),
        "sleep",
    );
    store(&mut open, |e| e.offset = -36_000, "practice");
    open
}

#[test]
fn contradictions_are_found_with_their_day() {
    let folder = tempfile::tempdir().unwrap();
    let open = wrong_journal(folder.path());
    let found = contradictions(&open).unwrap();
    let texts: Vec<&str> = found.iter().map(|f| f.text.as_str()).collect();
    assert_eq!(found.len(), 4, "{texts:?}");
    assert!(
        texts
            .iter()
            .any(|text| text.contains("22 Nov") && text.contains("Food")),
        "{texts:?}"
    );
}

#[test]
fn mending_is_one_change_that_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = wrong_journal(folder.path());
    let before = rows(&open);
    assert_eq!(mend_contradictions(&mut open).unwrap().count, 4);
    assert!(contradictions(&open).unwrap().is_empty());
    let entries = open.journal().all_entries().unwrap();
    let of = |tracker: &str, day: &str| {
        entries
            .iter()
            .find(|e| e.tracker == tracker && e.day.to_string() == day)
    };
    let meals = &of("diet", "2026-11-22").unwrap().values["meals"][0];
    assert_eq!(
        (meals.number, meals.text.as_deref()),
        (Some(2.0), Some("two"))
    );
    assert!(
        of("mood", "2026-11-21").is_none(),
        "an entry with nothing left is removed"
    );
    assert_eq!(of("practice", "2026-11-22").unwrap().offset, 3600);
    let issues = open
        .journal()
        .check(open.definitions().all(), commands::clock::zones());
    assert_eq!(issues.unwrap(), [], "the figures follow");
    undo::undo(&mut open).unwrap();
    assert_eq!(rows(&open), before);
}

#[test]
fn sound_journal_has_no_contradictions() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    commands::demo::fill(&mut open, 60, 1, |_| ()).unwrap();
    assert_eq!(contradictions(&open).unwrap(), []);
    let before = export(&open);
    assert_eq!(mend_contradictions(&mut open).unwrap().count, 0);
    assert_eq!(export(&open), before);
}
