//! Journals that do not open normally: repair and error messages. Also trash, erasure, trusted
//! recovery sheets and the second backup location.

mod elsewhere;
mod old_format;
mod removed;

use crate::common::{self, NOON, a_day, export, options, rows, session};
use commands::OpenOptions;
use commands::Session;
use commands::app::preferences;
use commands::backup;
use commands::backup::repair;
use commands::failure::message;
use journal::JournalPaths;
use std::path::Path;

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
                .check(open.definitions().all(), commands::clock::zones())
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
