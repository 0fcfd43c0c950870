//! Locks and keys of backups.

use super::{export, with_days};
use crate::common::{NOON, session};
use commands::backup;
use journal::UnlockMethod;
use journal::{Credential, Journal, JournalPaths, RecoveryCode};

#[test]
fn backup_of_damaged_journal_opens_with_same_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    let open = with_days(&place.folder);
    let whole = export(&open);
    open.close().unwrap();
    let code = RecoveryCode::new([3; 20]);
    let fresh = journal::SaltAndNonce {
        salt: [1; 16],
        nonce: [2; 24],
    };
    let mut bare = Journal::open(&place, &Credential::None, 0).unwrap();
    bare.set_recovery_code(UnlockMethod::Recovery, &code, &fresh)
        .unwrap();
    bare.close().unwrap();
    let mut open = session(&place.folder, NOON);
    backup::create_backup(&mut open).unwrap();
    let copy = place.folder.join("backups").join(
        backup::backups(&open).unwrap().backups[0]
            .folder_name
            .clone(),
    );
    open.close().unwrap();
    let mut bytes = std::fs::read(place.file()).unwrap();
    bytes[100] ^= 1;
    std::fs::write(place.file(), bytes).unwrap();
    assert!(
        matches!(
            Journal::open(&place, &Credential::None, 0),
            Err(journal::Error::Corrupt(_))
        ),
        "damaged, not locked"
    );
    Journal::open(&JournalPaths::new(&copy), &Credential::Recovery(&code), 0)
        .unwrap()
        .close()
        .unwrap();
    let copy = session(&copy, NOON);
    assert_eq!(export(&copy), whole, "and everything is in it");
}

#[test]
fn new_lock_also_locks_earlier_backups() {
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    let mut open = with_days(&place.folder);
    backup::create_backup(&mut open).unwrap();
    open.close().unwrap();
    let code = RecoveryCode::new([3; 20]);
    let fresh = || journal::SaltAndNonce {
        salt: [1; 16],
        nonce: [2; 24],
    };
    let cheap = journal::Argon2Cost {
        memory: 64,
        passes: 1,
    };
    let mut bare = Journal::open(&place, &Credential::None, 0).unwrap();
    bare.set_recovery_code(UnlockMethod::Recovery, &code, &fresh())
        .unwrap();
    bare.set_passphrase("correct horse", cheap, &fresh())
        .unwrap();
    bare.close().unwrap();
    let copy = JournalPaths::new(&journal::list_backups(&place.backups()).unwrap()[0].folder);
    assert!(
        matches!(
            Journal::open(&copy, &Credential::None, 0),
            Err(journal::Error::Locked)
        ),
        "its old door is gone"
    );
    for unlock in [
        Credential::Passphrase("correct horse"),
        Credential::Recovery(&code),
    ] {
        Journal::open(&copy, &unlock, 0).unwrap().close().unwrap();
    }
}
