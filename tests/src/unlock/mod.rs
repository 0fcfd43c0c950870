//! Unlock methods of a journal: passphrase, recovery sheet, keyring or none, and their failures.

mod damage;
mod sheets;

use crate::common::{self, NOON, draft, n, options, session};
use commands::OpenOptions;
use commands::Session;
use commands::backup;
use commands::error::Error;
use commands::failure::message;
use commands::lock;
use commands::session::open::Credentials;
use journal::UnlockMethod;
use journal::{Argon2Cost, Credential, Journal, JournalPaths, KeyFile, RecoveryCode, SaltAndNonce};
use std::path::Path;

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
