//! A second location and a trusted person's sheet.

use super::{export, with_a_copy};
use crate::common::{NOON, options, session};
use commands::OpenOptions;
use commands::Session;
use commands::backup;
use commands::failure::message;
use commands::lock;
use commands::lock::recovery_sheet;
use commands::session::open::Credentials;
use journal::UnlockMethod;
use journal::{Argon2Cost, Credential, Journal, JournalPaths, RecoveryCode, SaltAndNonce};

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
        ("stick", "can’t find the folder"),
        ("/nowhere/at/all", "can’t find the folder"),
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
