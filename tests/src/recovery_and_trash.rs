//! Journals that do not open normally: repair and error messages. Also trash, erasure, trusted
//! recovery sheets and the second backup location.

use crate::common::{self, NOON, a_day, draft, n, options, session};
use commands::OpenOptions;
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::backup;
use commands::backup::repair;
use commands::entries::history;
use commands::entries::record;
use commands::entries::trash;
use commands::failure::message;
use commands::lock;
use commands::lock::recovery_sheet;
use commands::session::open::Credentials;
use commands::transfer::csv_export;
use journal::UnlockMethod;
use journal::{Argon2Cost, Credential, Journal, JournalPaths, RecoveryCode, SaltAndNonce};
use std::path::Path;

fn export(open: &Session) -> String {
    csv_export::csv_long(open, &csv_export::PrivateData::All).unwrap()
}

fn rows(open: &Session) -> Vec<String> {
    let mut rows: Vec<String> = export(open).lines().map(str::to_owned).collect();
    rows.sort();
    rows
}

/// Opens a journal with two days and a backup, then one more day.
fn with_a_copy(folder: &Path) -> Session {
    let mut open = session(folder, NOON);
    for day in ["2026-11-20", "2026-11-21"] {
        for draft in a_day(day) {
            common::record(&mut open, &draft).unwrap();
        }
    }
    backup::create_backup(&mut open).unwrap();
    for draft in a_day("2026-11-22") {
        common::record(&mut open, &draft).unwrap();
    }
    open
}

fn not_created(folder: &Path) -> OpenOptions {
    OpenOptions {
        create: false,
        ..options(folder, NOON)
    }
}

fn notice(folder: &Path) -> String {
    match Session::open(&options(folder, NOON)) {
        Ok(_) => "open".into(),
        Err(error) => message::startup_error(&error, &["en".into()]).message,
    }
}

#[test]
fn damaged_page_is_repaired_from_backup() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    let open = with_a_copy(&place.folder);
    let whole = rows(&open);
    open.close().unwrap();
    let bytes = std::fs::read(place.file()).unwrap();
    let mut tried = 0;
    for page in 1..bytes.len() / 4096 {
        let mut damaged = bytes.clone();
        damaged[page * 4096 + 17] ^= 1;
        std::fs::write(place.file(), &damaged).unwrap();
        let shown = repair::repair(&not_created(&place.folder)).unwrap();
        assert!(
            shown.messages[0].starts_with("The backup of 23 Nov 2026"),
            "page {page}: {shown:?}"
        );
        let open = session(&place.folder, NOON);
        let now = rows(&open);
        assert!(
            now.iter().all(|row| whole.contains(row)),
            "page {page}: nothing that was never written"
        );
        assert!(
            now.len() >= whole.len() * 2 / 3,
            "page {page}: everything of the copy at least"
        );
        assert!(
            open.journal()
                .check(open.definitions().all())
                .unwrap()
                .is_empty(),
            "page {page}: whole"
        );
        open.close().unwrap();
        let stored: Vec<_> = std::fs::read_dir(&place.folder)
            .unwrap()
            .map(|e| e.unwrap().path())
            .filter(|p| p.to_string_lossy().contains("/damaged-"))
            .collect();
        assert_eq!(
            std::fs::read(stored[0].join("journal.daymark")).unwrap(),
            damaged,
            "the damaged file is kept as it was"
        );
        for stored in stored {
            std::fs::remove_dir_all(stored).unwrap();
        }
        tried += 1;
    }
    assert!(tried > 20, "each page but the first: {tried}");
}

#[test]
fn empty_or_missing_journal_is_restored_from_backup() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    with_a_copy(&place.folder).close().unwrap();
    std::fs::write(place.file(), "").unwrap();
    assert!(
        notice(&place.folder).contains("an empty file"),
        "empty is said"
    );
    std::fs::remove_file(place.file()).unwrap();
    for keys in [place.key_file(), place.key_file_twin()] {
        std::fs::remove_file(keys).unwrap();
    }
    assert!(
        notice(&place.folder).contains("There is no journal in"),
        "only copies are left, and no new journal takes their place"
    );
    repair::repair(&not_created(&place.folder)).unwrap();
    let open = session(&place.folder, NOON);
    assert_eq!(
        open.journal().all_entries().unwrap().len(),
        10,
        "the copy's"
    );
    open.close().unwrap();
    let nothing = folder.path().join("nothing");
    with_a_copy(&nothing).close().unwrap();
    let nothing = JournalPaths::new(nothing);
    std::fs::remove_dir_all(nothing.backups()).unwrap();
    std::fs::write(nothing.file(), "").unwrap();
    let refused = repair::repair(&not_created(&nothing.folder)).unwrap_err();
    assert!(
        refused
            .message
            .starts_with("Nothing of this journal can be read"),
        "{refused:?}"
    );
    assert_eq!(
        std::fs::read(nothing.file()).unwrap(),
        b"",
        "and nothing was changed"
    );
}

#[test]
fn open_journal_is_not_repaired() {
    let folder = tempfile::tempdir().unwrap();
    let open = with_a_copy(folder.path());
    let refused = repair::repair(&not_created(folder.path())).unwrap_err();
    assert!(
        refused.message.contains("open in another window"),
        "{refused:?}"
    );
    open.close().unwrap();
}

#[test]
fn damaged_wal_is_always_reported() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    let open = with_a_copy(&place.folder);
    let lies = JournalPaths::new(folder.path().join("lies"));
    std::fs::create_dir(&lies.folder).unwrap();
    for (from, to) in [
        (place.file(), lies.file()),
        (place.wal(), lies.wal()),
        (place.key_file(), lies.key_file()),
    ] {
        std::fs::copy(from, to).unwrap();
    }
    open.close().unwrap();
    let whole = std::fs::read(lies.wal()).unwrap();
    let mut damaged = whole.clone();
    damaged[32 + 24 + 100] ^= 1;
    std::fs::write(lies.wal(), &damaged).unwrap();
    assert!(
        notice(&lies.folder).contains("is damaged; its key is the right one"),
        "in the middle"
    );
    std::fs::write(lies.wal(), &whole[..whole.len() - 500]).unwrap();
    let open = session(&lies.folder, NOON);
    let launch = preferences::preferences(&open).unwrap();
    assert!(
        launch
            .notices
            .iter()
            .any(|n| n.contains("stopped while it was saving")),
        "cut off at the end: {:?}",
        launch.notices
    );
    open.close().unwrap();
    let open = session(&lies.folder, NOON);
    assert!(
        preferences::preferences(&open).unwrap().notices.is_empty(),
        "said once"
    );
    open.close().unwrap();
}

#[cfg(unix)]
#[test]
fn non_regular_journal_file_is_reported() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let real = JournalPaths::new(folder.path().join("real"));
    with_a_copy(&real.folder).close().unwrap();
    let make = |name: &str| {
        let place = JournalPaths::new(folder.path().join(name));
        std::fs::create_dir(&place.folder).unwrap();
        std::fs::copy(real.key_file(), place.key_file()).unwrap();
        place
    };
    let a_folder = make("folder");
    std::fs::create_dir(a_folder.file()).unwrap();
    let a_link = make("link");
    symlink(real.file(), a_link.file()).unwrap();
    let a_pipe = make("pipe");
    let made = std::process::Command::new("mkfifo")
        .arg(a_pipe.file())
        .status();
    assert!(made.unwrap().success(), "a pipe");
    for place in [a_folder, a_link, a_pipe] {
        let notice = notice(&place.folder);
        assert!(
            notice.contains("is not a file of its own"),
            "{}: {notice}",
            place.folder.display()
        );
    }
    let other = make("other");
    std::fs::write(other.file(), vec![200u8; 9000]).unwrap();
    assert!(
        notice(&other.folder).contains("damaged"),
        "what nobody can tell is called damaged"
    );
}

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
        "Forgotten, here and in every backup that can be reached."
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
            .check(open.definitions().all())
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

#[test]
fn trusted_sheet_unlocks_until_revoked() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    with_a_copy(&place.folder).close().unwrap();
    let fresh = SaltAndNonce {
        salt: [1; 16],
        nonce: [2; 24],
    };
    let cheap = Argon2Cost {
        memory: 64,
        passes: 1,
    };
    let (own, theirs) = (RecoveryCode::new([3; 20]), RecoveryCode::new([4; 20]));
    let mut bare = Journal::open(&place, &Credential::None, 0).unwrap();
    bare.set_recovery_code(UnlockMethod::Recovery, &own, &fresh)
        .unwrap();
    bare.set_recovery_code(UnlockMethod::TrustedRecovery, &theirs, &fresh)
        .unwrap();
    bare.set_passphrase("correct horse", cheap, &fresh).unwrap();
    bare.close().unwrap();
    for code in [&own, &theirs] {
        Journal::open(&place, &Credential::Recovery(code), 0)
            .unwrap()
            .close()
            .unwrap();
    }
    let mut open = Session::open(&OpenOptions {
        credentials: Credentials::Passphrase("correct horse".into()),
        ..options(&place.folder, NOON)
    })
    .unwrap();
    assert!(
        lock::unlock_methods(&open).unwrap().trusted_recovery,
        "it is said"
    );
    recovery_sheet::revoke_trusted_sheet(&mut open).unwrap();
    open.close().unwrap();
    let copy = JournalPaths::new(&journal::list_backups(&place.backups()).unwrap()[0].folder);
    for place in [&place, &copy] {
        assert!(
            matches!(
                Journal::open(place, &Credential::Recovery(&theirs), 0),
                Err(journal::Error::WrongRecoveryCode)
            ),
            "it opens no more, nor the copies"
        );
        Journal::open(place, &Credential::Recovery(&own), 0)
            .unwrap()
            .close()
            .unwrap();
    }
}

#[test]
fn second_location_gets_backups_and_may_be_absent() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let stick = folder.path().join("stick");
    let mut open = with_a_copy(&place);
    for (typed, why) in [
        ("stick", "is not a folder"),
        ("/nowhere/at/all", "is not a folder"),
        (place.to_str().unwrap(), "own folder"),
    ] {
        let error = backup::set_backup_location(&mut open, typed.into()).unwrap_err();
        let notice = message::localize(&error, &open).message;
        assert!(notice.contains(why), "{typed}: {notice}");
    }
    std::fs::create_dir(&stick).unwrap();
    open.set_clock(options(&place, "2026-11-23T13:00:00Z Europe/Berlin").clock);
    backup::set_backup_location(&mut open, stick.to_str().unwrap().into()).unwrap();
    let page = backup::backups(&open).unwrap();
    assert_eq!(
        page.location_text,
        "The last backup there is of 23 Nov 2026, 14:00."
    );
    let own = std::fs::read_dir(stick.join("Daymark copies"))
        .unwrap()
        .next()
        .unwrap();
    let there = journal::list_backups(&own.unwrap().path()).unwrap();
    let copy = session(&there[0].folder, NOON);
    assert_eq!(
        export(&copy),
        export(&open),
        "it opens there and says the same"
    );
    copy.close().unwrap();
    std::fs::remove_dir_all(&stick).unwrap();
    open.set_clock(options(&place, "2026-11-23T14:00:00Z Europe/Berlin").clock);
    backup::create_backup(&mut open).unwrap();
    assert!(!stick.exists(), "a stick that is away is not made up");
    assert_eq!(
        backup::backups(&open).unwrap().backups.len(),
        3,
        "and the copy here is made"
    );
    open.close().unwrap();
}

#[test]
fn incomplete_repair_is_not_applied() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    let open = with_a_copy(&place.folder);
    let whole = rows(&open);
    open.close().unwrap();
    let bench = place.folder.join(".repairing");
    std::fs::create_dir(&bench).unwrap();
    std::fs::write(bench.join("journal.daymark"), "half a file").unwrap();
    for marker in ["", "/elsewhere", "damaged-1/../.."] {
        std::fs::write(bench.join("ready"), marker).unwrap();
        let open = session(&place.folder, NOON);
        assert_eq!(rows(&open), whole, "“{marker}”");
        open.close().unwrap();
    }
}

#[test]
fn foreign_file_is_reported_as_not_a_journal() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    with_a_copy(&place.folder).close().unwrap();
    let text = b"{\"entries\": []}\n".repeat(300);
    let plain = [&b"SQLite format 3\0"[..], &[1; 8000]].concat();
    let archive = [&b"PK\x03\x04"[..], &[1; 8000]].concat();
    for bytes in [text, plain, archive] {
        std::fs::write(place.file(), &bytes).unwrap();
        let notice = notice(&place.folder);
        assert!(notice.contains("is not a Daymark journal"), "{notice}");
        assert_eq!(std::fs::read(place.file()).unwrap(), bytes, "left alone");
    }
    let file = folder.path().join("a-file");
    std::fs::write(&file, "no folder").unwrap();
    let notice = notice(&file);
    assert!(notice.contains("is not a file of its own"), "{notice}");
}
