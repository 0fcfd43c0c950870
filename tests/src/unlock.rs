//! Unlock methods of a journal: passphrase, recovery sheet, keyring or none, and their failures.

use crate::common::{self, NOON, draft, n, options, session};
use commands::OpenOptions;
use commands::Session;
use commands::backup;
use commands::error::Error;
use commands::failure::message;
use commands::lock;
use commands::session::open::Credentials;
use journal::UnlockMethod;
use journal::{
    Argon2Cost, CodeError, Credential, Journal, JournalPaths, Key, KeyFile, RecoveryCode,
    SaltAndNonce,
};
use std::path::Path;
use std::process::Command;

/// A very cheap key derivation: these tests check which key slot opens, not how slowly.
const CHEAP: Argon2Cost = Argon2Cost {
    memory: 64,
    passes: 1,
};

fn with(folder: &Path, secret: Credentials) -> Result<Session, Error> {
    Session::open(&OpenOptions {
        credentials: secret,
        create: false,
        ..options(folder, NOON)
    })
}

fn shown_text(folder: &Path, secret: Credentials) -> String {
    match with(folder, secret) {
        Ok(_) => "open".into(),
        Err(error) => message::startup_error(&error, &["en".into()]).message,
    }
}

fn fresh(seed: u8) -> SaltAndNonce {
    SaltAndNonce {
        salt: [seed; 16],
        nonce: [seed.wrapping_add(1); 24],
    }
}

/// Creates a locked journal with one mood. Returns its paths and the code of its recovery sheet.
fn locked(folder: &Path, passphrase: &str) -> (JournalPaths, RecoveryCode) {
    let mut open = session(folder, NOON);
    common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(4.0))])).unwrap();
    open.close().unwrap();
    let place = JournalPaths::new(folder);
    let mut open = Journal::open(&place, &Credential::None, 0).unwrap();
    let code = RecoveryCode::new([9; 20]);
    open.set_recovery_code(UnlockMethod::Recovery, &code, &fresh(1))
        .unwrap();
    open.set_passphrase(passphrase, CHEAP, &fresh(3)).unwrap();
    open.close().unwrap();
    (place, code)
}

fn moods(open: Session) -> usize {
    let count = open.journal().all_entries().unwrap().len();
    open.close().unwrap();
    count
}

#[test]
fn keyring_slot_opens_until_revoked_or_lock_removed() {
    let folder = tempfile::tempdir().unwrap();
    let (place, code) = locked(folder.path(), "correct horse");
    let (first, second) = ([5; 32], [6; 32]);
    let opens = |with: &Credential<'_>| KeyFile::read(&place).unwrap().unlock(with).is_ok();
    let change = |act: &dyn Fn(&mut Journal)| {
        let mut open = Journal::open(&place, &Credential::Passphrase("correct horse"), 0).unwrap();
        act(&mut open);
        open.close().unwrap();
    };
    assert!(
        !opens(&Credential::Keyring(&first)),
        "there is no such door"
    );
    change(&|open| assert!(open.set_keyring_secret(&first, &fresh(11)).unwrap()));
    change(&|open| assert!(open.set_keyring_secret(&second, &fresh(13)).unwrap()));
    assert!(
        !opens(&Credential::Keyring(&first)),
        "a newer one replaced it"
    );
    assert!(opens(&Credential::Keyring(&second)));
    assert!(opens(&Credential::Passphrase("correct horse")) && opens(&Credential::Recovery(&code)));
    assert!(!opens(&Credential::None), "it is locked all the same");
    change(&|open| assert!(open.remove_unlock_method(UnlockMethod::Keyring).unwrap()));
    assert!(!opens(&Credential::Keyring(&second)));
    change(&|open| assert!(open.set_keyring_secret(&second, &fresh(15)).unwrap()));
    change(&|open| assert!(open.remove_lock().unwrap()));
    assert!(
        !opens(&Credential::Keyring(&second)),
        "it went with the lock"
    );
    assert!(opens(&Credential::None));
}

#[test]
fn passphrase_requires_sheet_and_locks_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(4.0))])).unwrap();
    let refused = |open: &mut Session, typed: &str| {
        let error = lock::set_passphrase(open, typed.into()).unwrap_err();
        message::localize(&error, open).message
    };
    assert!(
        refused(&mut open, "correct horse").starts_with("Make a recovery sheet first"),
        "never without"
    );
    let code = RecoveryCode::new([5; 20]);
    open.close().unwrap();
    let mut bare = Journal::open(&JournalPaths::new(folder.path()), &Credential::None, 0).unwrap();
    bare.set_recovery_code(UnlockMethod::Recovery, &code, &fresh(1))
        .unwrap();
    bare.close().unwrap();
    let mut open = session(folder.path(), NOON);
    for typed in ["", "short", "         ", "        \t  "] {
        assert!(
            refused(&mut open, typed).contains("at least 8"),
            "“{typed}”"
        );
    }
    assert!(
        refused(&mut open, &"x".repeat(1 << 20)).starts_with("Shorten it"),
        "a megabyte"
    );
    assert!(
        lock::unlock_methods(&open).unwrap().unlocked,
        "nothing changed"
    );
    lock::set_passphrase(&mut open, "correct horse".into()).unwrap();
    open.close().unwrap();
    assert_eq!(
        shown_text(folder.path(), Credentials::None),
        "The journal is locked."
    );
    assert!(
        shown_text(folder.path(), Credentials::Passphrase("wrong horse".into()))
            .starts_with("This is not the passphrase.")
    );
    assert!(
        shown_text(folder.path(), Credentials::Passphrase("x".repeat(1 << 20)))
            .starts_with("This is not the passphrase."),
        "a megabyte is only wrong"
    );
    let open = with(
        folder.path(),
        Credentials::Passphrase("correct horse".into()),
    )
    .unwrap();
    let found = format!(
        "{:?}",
        std::fs::read_dir(folder.path())
            .unwrap()
            .map(|e| e.unwrap().file_name())
            .collect::<Vec<_>>()
    );
    assert!(
        !found.contains("\"journal.key\""),
        "no bare key is left: {found}"
    );
    assert_eq!(moods(open), 1, "everything is there");
}

#[test]
fn passphrase_in_other_unicode_form_unlocks() {
    let folder = tempfile::tempdir().unwrap();
    locked(folder.path(), "Grüße an Zoë");
    let decomposed = "Gru\u{308}ße an Zoe\u{308}";
    let open = with(folder.path(), Credentials::Passphrase(decomposed.into())).unwrap();
    assert_eq!(moods(open), 1, "typed on another keyboard, the same words");
}

#[test]
fn sheet_resets_passphrase_on_another_computer() {
    let folder = tempfile::tempdir().unwrap();
    let (_, code) = locked(&folder.path().join("a"), "forgotten one");
    let elsewhere = folder.path().join("b");
    std::fs::create_dir(&elsewhere).unwrap();
    for file in ["journal.daymark", "journal.keys"] {
        std::fs::copy(folder.path().join("a").join(file), elsewhere.join(file)).unwrap();
    }
    let typed = code.groups().join(" ").to_lowercase();
    let mut open = with(&elsewhere, Credentials::Recovery(typed)).unwrap();
    assert_eq!(
        open.journal().all_entries().unwrap().len(),
        1,
        "everything is there"
    );
    lock::set_passphrase(&mut open, "a new one now".into()).unwrap();
    open.close().unwrap();
    assert_eq!(
        moods(with(&elsewhere, Credentials::Passphrase("a new one now".into())).unwrap()),
        1,
        "and a new passphrase opens"
    );
    let mut wrong = code.groups();
    let another = if wrong[4].starts_with('7') { "8" } else { "7" };
    wrong[4].replace_range(0..1, another);
    assert_eq!(
        shown_text(&elsewhere, Credentials::Recovery(wrong.concat())),
        "Group 5 is mistyped. Look at it again; the others are right so far."
    );
    let other = RecoveryCode::new([77; 20]).groups().concat();
    assert!(
        shown_text(&elsewhere, Credentials::Recovery(other))
            .starts_with("This sheet does not open this journal.")
    );
    assert!(
        matches!(RecoveryCode::parse("").err(), Some(CodeError::Length(0))),
        "nothing typed"
    );
}

#[test]
fn sheet_prints_its_code_and_is_replaced_by_newer_one() {
    let folder = tempfile::tempdir().unwrap();
    let code = RecoveryCode::new([33; 20]);
    let groups = code.groups();
    let qr_rows = report::qr_rows(&groups.concat());
    assert!(
        qr_rows.len() >= 21 && qr_rows.iter().all(|row| row.len() == qr_rows.len()),
        "a square of squares"
    );
    let sheet = report::RecoverySheet {
        language: "en".into(),
        direction: "ltr".into(),
        paper: "a4".into(),
        title: "Daymark recovery sheet".into(),
        lead: vec!["Keep it.".into()],
        groups: groups.clone(),
        alt: "The same code for a camera.".into(),
        qr_rows,
        after: vec!["Type it.".into()],
    };
    let path = folder.path().join("sheet.pdf");
    std::fs::write(&path, report::sheet_pdf(&sheet).unwrap()).unwrap();
    let text = Command::new("pdftotext")
        .arg("-layout")
        .arg(&path)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    for group in &groups {
        assert!(text.contains(group.as_str()), "{group} is printed:\n{text}");
    }
    let info = Command::new("pdfinfo").arg(&path).output().unwrap();
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    assert!(
        info.contains("Tagged:          yes") && info.contains("Pages:           1"),
        "{info}"
    );
    let (place, first) = locked(&folder.path().join("j"), "the passphrase");
    let mut open = Journal::open(&place, &Credential::Recovery(&first), 0).unwrap();
    open.set_recovery_code(UnlockMethod::Recovery, &code, &fresh(8))
        .unwrap();
    open.close().unwrap();
    assert!(
        matches!(
            Journal::open(&place, &Credential::Recovery(&first), 0),
            Err(journal::Error::WrongRecoveryCode)
        ),
        "the earlier sheet is useless"
    );
    Journal::open(&place, &Credential::Recovery(&code), 0)
        .unwrap()
        .close()
        .unwrap();
}

#[test]
fn damaged_key_file_is_restored_from_twin_or_reported() {
    let folder = tempfile::tempdir().unwrap();
    let (place, _) = locked(folder.path(), "the passphrase");
    let good = std::fs::read(place.key_file()).unwrap();
    let opens = || {
        Journal::open(&place, &Credential::Passphrase("the passphrase"), 0)
            .map(|j| j.close().unwrap())
    };
    let damages: [(&str, Vec<u8>); 4] = [
        ("nothing in it", Vec::new()),
        ("cut", good[..good.len() / 2].to_vec()),
        ("another file", b"PK\x03\x04 not keys".to_vec()),
        ("far too long", vec![b' '; 1 << 20]),
    ];
    for (what, damaged) in &damages {
        std::fs::write(place.key_file(), damaged).unwrap();
        assert!(opens().is_ok(), "{what}: the twin stands in");
        assert_eq!(
            std::fs::read(place.key_file()).unwrap(),
            good,
            "{what}: and mends it"
        );
    }
    for (what, damaged) in &damages {
        std::fs::write(place.key_file(), damaged).unwrap();
        std::fs::write(place.key_file_twin(), damaged).unwrap();
        assert!(
            matches!(opens(), Err(journal::Error::KeyFileUnreadable(_))),
            "{what} twice is said"
        );
        std::fs::write(place.key_file(), &good).unwrap();
        std::fs::write(place.key_file_twin(), &good).unwrap();
    }
    let text = String::from_utf8(good.clone()).unwrap();
    let both = |text: &str| {
        std::fs::write(place.key_file(), text).unwrap();
        std::fs::write(place.key_file_twin(), text).unwrap();
    };
    both(&text.replace("\"memory\": 64", "\"memory\": 4294967295"));
    let started = std::time::Instant::now();
    assert!(
        matches!(opens(), Err(journal::Error::KeyFileUnreadable(_))),
        "a cost nobody can pay is not believed"
    );
    assert!(started.elapsed().as_secs() < 5, "and not tried");
    both(&text.replace("\"format\": 1", "\"format\": 2"));
    assert!(
        matches!(opens(), Err(journal::Error::KeyFileNewer { found: 2, .. })),
        "a newer form is left alone"
    );
    assert!(
        std::fs::read_to_string(place.key_file())
            .unwrap()
            .contains("\"format\": 2"),
        "to the byte"
    );
    both(&text);
    assert!(opens().is_ok(), "put back, it opens");
}

#[test]
fn interrupted_key_change_opens_with_new_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let (place, _) = locked(folder.path(), "the first one");
    let old = std::fs::read(place.key_file()).unwrap();
    let mut open = Journal::open(&place, &Credential::Passphrase("the first one"), 0).unwrap();
    open.set_passphrase("the second one", CHEAP, &fresh(40))
        .unwrap();
    open.close().unwrap();
    std::fs::write(place.key_file_twin(), old).unwrap();
    Journal::open(&place, &Credential::Passphrase("the second one"), 0)
        .unwrap()
        .close()
        .unwrap();
    assert_eq!(
        std::fs::read(place.key_file()).unwrap(),
        std::fs::read(place.key_file_twin()).unwrap(),
        "and the twin is as new"
    );
}

/// Opens intact and damaged files a thousand times, with right and wrong credentials. Each attempt
/// must give the expected result.
#[test]
fn mixed_credentials_and_damage_give_exact_errors() {
    let folder = tempfile::tempdir().unwrap();
    let (place, code) = locked(&folder.path().join("j"), "the passphrase");
    let (keys, file) = (
        std::fs::read(place.key_file()).unwrap(),
        std::fs::read(place.file()).unwrap(),
    );
    let other = RecoveryCode::new([200; 20]);
    let mut random = 7u32;
    let mut draw = |of: u32| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) % of
    };
    for case in 0..1000 {
        let secret = draw(5);
        let damage = draw(4);
        let mut journal = file.clone();
        let mut doors = keys.clone();
        match damage {
            1 => {
                // Damages the first page, so that even the right key cannot read it.
                let at = 16 + draw(4000) as usize;
                journal[at] ^= 1 << draw(8);
            }
            2 => doors.truncate(draw(400) as usize),
            3 => journal.clear(),
            _ => {}
        }
        std::fs::write(place.file(), &journal).unwrap();
        std::fs::write(place.key_file(), &doors).unwrap();
        std::fs::write(place.key_file_twin(), &doors).unwrap();
        let _ = std::fs::remove_file(place.folder.join("journal.daymark-wal"));
        let unlock = match secret {
            0 => Credential::None,
            1 => Credential::Passphrase("the passphrase"),
            2 => Credential::Passphrase("not the passphrase"),
            3 => Credential::Recovery(&code),
            _ => Credential::Recovery(&other),
        };
        let got = match Journal::open(&place, &unlock, 0) {
            Ok(open) => {
                open.close().unwrap();
                "open"
            }
            Err(journal::Error::Empty(_)) => "empty",
            Err(journal::Error::KeyFileUnreadable(_) | journal::Error::KeyFileDamaged) => "keys",
            Err(journal::Error::Locked) => "locked",
            Err(journal::Error::WrongPassphrase) => "passphrase",
            Err(journal::Error::WrongRecoveryCode) => "sheet",
            Err(journal::Error::Corrupt(_)) => "damaged",
            Err(_) => "other",
        };
        let wanted = match (damage, secret) {
            (3, _) => "empty",
            (2, _) => "keys",
            (_, 0) => "locked",
            (_, 2) => "passphrase",
            (_, 4) => "sheet",
            (1, _) => "damaged",
            (_, _) => "open",
        };
        assert_eq!(got, wanted, "case {case}: damage {damage}, secret {secret}");
    }
}

#[test]
fn legacy_bare_key_is_moved_into_key_file() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    Journal::create(&place, &Key::new([7; 48]), 0)
        .unwrap()
        .close()
        .unwrap();
    for path in [place.key_file(), place.key_file_twin()] {
        std::fs::remove_file(path).unwrap();
    }
    std::fs::write(place.folder.join("journal.key"), "07".repeat(48)).unwrap();
    Journal::open(&place, &Credential::None, 0)
        .unwrap()
        .close()
        .unwrap();
    assert!(
        !place.folder.join("journal.key").exists(),
        "its key stands among the doors now"
    );
    assert!(
        KeyFile::read(&place).unwrap().slots().unlocked,
        "as the door without a lock it was"
    );
}

#[test]
fn new_lock_reaches_second_location_or_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let (place, stick) = (
        JournalPaths::new(folder.path().join("j")),
        folder.path().join("stick"),
    );
    std::fs::create_dir(&stick).unwrap();
    let mut open = session(&place.folder, NOON);
    common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(4.0))])).unwrap();
    backup::set_backup_location(&mut open, stick.to_str().unwrap().into()).unwrap();
    open.close().unwrap();
    let mut bare = Journal::open(&place, &Credential::None, 0).unwrap();
    bare.set_recovery_code(
        UnlockMethod::Recovery,
        &RecoveryCode::new([5; 20]),
        &fresh(1),
    )
    .unwrap();
    bare.close().unwrap();
    let mut open = session(&place.folder, NOON);
    let changed = lock::set_passphrase(&mut open, "correct horse".into()).unwrap();
    assert_eq!(changed.message, "The passphrase is set.");
    let own = std::fs::read_dir(stick.join("Daymark copies")).unwrap();
    let own = own.map(|e| e.unwrap().path()).next().unwrap();
    let copy = journal::list_backups(&own).unwrap().remove(0).folder;
    assert_eq!(
        shown_text(&copy, Credentials::None),
        "The journal is locked."
    );
    std::fs::rename(&stick, folder.path().join("away")).unwrap();
    let changed = lock::set_passphrase(&mut open, "another horse".into()).unwrap();
    assert!(
        changed.message.ends_with("they open as they did before."),
        "{}",
        changed.message
    );
}
