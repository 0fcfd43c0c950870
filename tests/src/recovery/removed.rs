//! What was removed: listed, restored, erased.

use super::{rows, with_a_copy};
use crate::common::{self, NOON, draft, n, options, session};
use commands::app::undo;
use commands::backup;
use commands::entries::history;
use commands::entries::record;
use commands::entries::trash;
use journal::JournalPaths;

#[test]
fn removed_entry_is_listed_for_30_days_and_restorable() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = with_a_copy(folder.path());
    let before = rows(&open);
    let entry = open.journal().all_entries().unwrap()[0].clone();
    record::remove_entry(&mut open, entry.uid.clone()).unwrap();
    let listed = trash::list_trash(&open).unwrap();
    assert_eq!(listed.len(), 1, "one");
    assert_eq!(listed[0].title, "Mood, 20 Nov 2026", "with its words");
    open.set_clock(options(folder.path(), "2026-12-24T12:00:00Z Europe/Berlin").clock);
    assert!(
        trash::list_trash(&open).unwrap().is_empty(),
        "a month later no more"
    );
    open.set_clock(options(folder.path(), NOON).clock);
    history::restore_version(&mut open, entry.uid.clone(), listed[0].revision).unwrap();
    assert_eq!(rows(&open), before, "as it was");
    assert!(
        trash::list_trash(&open).unwrap().is_empty(),
        "and listed no more"
    );
    undo::undo(&mut open).unwrap();
    undo::undo(&mut open).unwrap();
    assert_eq!(rows(&open), before, "removal taken back");
    assert!(
        trash::list_trash(&open).unwrap().is_empty(),
        "nothing is removed then"
    );
    open.close().unwrap();
}

#[test]
fn erased_entry_is_absent_from_journal_and_backups() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    let mut open = with_a_copy(&place.folder);
    let secret = |note: &str| domain::Draft {
        note: note.into(),
        ..draft("exercise", "2026-11-19", &[("minutes", n(30.0))])
    };
    let uid = common::record(&mut open, &secret("quagga in the attic"))
        .unwrap()
        .uid
        .unwrap();
    common::amend(&mut open, &uid, &secret("quagga in the cellar")).unwrap();
    open.set_clock(options(folder.path(), "2026-11-23T13:00:00Z Europe/Berlin").clock);
    backup::create_backup(&mut open).unwrap();
    record::remove_entry(&mut open, uid.clone()).unwrap();
    undo::undo(&mut open).unwrap();
    let notice = trash::erase_entry(&mut open, uid.clone()).unwrap().message;
    assert_eq!(
        notice,
        "Deleted, here and in every backup that can be reached."
    );
    assert!(
        trash::erase_entry(&mut open, uid.clone()).is_err(),
        "once is all"
    );
    let copies = journal::list_backups(&place.backups()).unwrap();
    open.close().unwrap();
    let mut looked = 0;
    for place in copies
        .iter()
        .map(|b| JournalPaths::new(&b.folder))
        .chain([place.clone()])
    {
        assert!(!place.wal().exists(), "no saves are left beside");
        let bytes = decrypted(&place);
        assert!(
            !bytes.windows(6).any(|w| w == b"quagga"),
            "{}: not in a row, an index, a revision or freed room",
            place.folder.display()
        );
        looked += 1;
    }
    assert_eq!(looked, 3, "the journal and both copies");
    let mut open = session(&place.folder, NOON);
    assert!(
        open.journal()
            .check(open.definitions().all(), commands::clock::zones())
            .unwrap()
            .is_empty(),
        "whole"
    );
    undo::undo(&mut open).unwrap();
    open.close().unwrap();
}

/// Returns the decrypted contents of a journal: every table, including those of the search index.
/// Freed pages are not exported; `secure_delete` overwrites them.
fn decrypted(place: &JournalPaths) -> Vec<u8> {
    let keys = std::fs::read_to_string(place.key_file()).unwrap();
    let keys: serde_json::Value = serde_json::from_str(&keys).unwrap();
    let key = keys["doors"][0]["key"].as_str().unwrap();
    let plain = place.folder.join("plain.db");
    let db = rusqlite::Connection::open(place.file()).unwrap();
    db.execute_batch(&format!("pragma key = \"x'{key}'\""))
        .unwrap();
    let mut all = Vec::new();
    // Makes sure that the key works and that the schema is read.
    let tables: Vec<String> = db
        .prepare("select name from sqlite_schema where type = 'table'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert!(tables.len() > 10, "its tables are read");
    let pages: i64 = db
        .query_row("pragma freelist_count", [], |row| row.get(0))
        .unwrap();
    db.execute_batch(&format!(
        "attach '{}' as plain key ''; select sqlcipher_export('plain'); detach plain",
        plain.display()
    ))
    .unwrap();
    all.extend(std::fs::read(&plain).unwrap());
    std::fs::remove_file(plain).unwrap();
    assert!(
        pages < 1000,
        "freed pages are overwritten by secure_delete, which a test of its own holds"
    );
    all
}
