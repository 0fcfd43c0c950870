//! Unlock and backup suites: right and wrong credentials on intact and damaged files, and backups
//! opened elsewhere and compared.

use crate::common::{self, Bad, Chance, Much, Row, export, later, save};
use crate::locks::{CHEAP, PASSPHRASE, code};

use commands::backup;
use journal::UnlockMethod;
use journal::{Credential, Journal, JournalPaths, RecoveryCode, SaltAndNonce};
use std::collections::HashMap;

/// Returns the expected result for a kind of damage and a credential.
fn wanted(damage: usize, imported: usize) -> &'static str {
    match (damage, imported) {
        (3, _) => "empty",
        (4, _) => "missing",
        (2, _) => "keys",
        (5, _) => "keys newer",
        (_, 0) => "locked",
        (_, 2) => "passphrase",
        (_, 4) => "sheet",
        (1, _) => "damaged",
        (_, _) => "open",
    }
}

fn called(opened: Result<Journal, journal::Error>) -> &'static str {
    match opened {
        Ok(open) => match open.close() {
            Ok(()) => "open",
            Err(_) => "other",
        },
        Err(journal::Error::Empty(_)) => "empty",
        Err(journal::Error::Missing(_)) => "missing",
        Err(journal::Error::KeyFileUnreadable(_) | journal::Error::KeyFileDamaged) => "keys",
        Err(journal::Error::KeyFileNewer { .. }) => "keys newer",
        Err(journal::Error::Locked) => "locked",
        Err(journal::Error::WrongPassphrase) => "passphrase",
        Err(journal::Error::WrongRecoveryCode) => "sheet",
        Err(journal::Error::Corrupt(_) | journal::Error::Damaged) => "damaged",
        Err(_) => "other",
    }
}

pub fn unlock(much: Much) -> Row {
    let cases = much.of(300, 1000);
    let folder = tempfile::tempdir().unwrap();
    let place = JournalPaths::new(folder.path().join("j"));
    let mut open = common::session(&place.folder);
    save(&mut open, "a").unwrap();
    open.close().unwrap();
    let fresh = SaltAndNonce {
        salt: [1; 16],
        nonce: [2; 24],
    };
    let mut open = Journal::open(&place, &Credential::None, 0).unwrap();
    open.set_recovery_code(UnlockMethod::Recovery, &code(), &fresh)
        .unwrap();
    open.set_passphrase(PASSPHRASE, CHEAP, &fresh).unwrap();
    open.close().unwrap();
    let (keys, file) = (
        std::fs::read(place.key_file()).unwrap(),
        std::fs::read(place.file()).unwrap(),
    );
    let other = RecoveryCode::new([200; 20]);
    let mut chance = Chance::new(7);
    let mut bad = Bad::default();
    for case in 0..cases {
        let (damage, imported) = (chance.below(6), chance.below(5));
        let (mut journal, mut doors) = (file.clone(), keys.clone());
        match damage {
            1 => journal[16 + chance.below(4000)] ^= 1 << chance.below(8),
            2 => doors.truncate(chance.below(doors.len() - 2)),
            3 => journal.clear(),
            5 => {
                let text =
                    String::from_utf8_lossy(&doors).replace("\"format\": 1", "\"format\": 7");
                doors = text.into_bytes();
            }
            _ => {}
        }
        std::fs::write(place.file(), &journal).unwrap();
        if damage == 4 {
            std::fs::remove_file(place.file()).unwrap();
        }
        std::fs::write(place.key_file(), &doors).unwrap();
        std::fs::write(place.key_file_twin(), &doors).unwrap();
        let unlock = match imported {
            0 => Credential::None,
            1 => Credential::Passphrase(PASSPHRASE),
            2 => Credential::Passphrase("not the passphrase"),
            3 => Credential::Recovery(&code()),
            _ => Credential::Recovery(&other),
        };
        let got = called(Journal::open(&place, &unlock, 0));
        if got != wanted(damage, imported) {
            bad.say(format!(
                "case {case}: damage {damage}, brought {imported}: called {got}, not {}",
                wanted(damage, imported)
            ));
        }
    }
    Row {
        name: "unlockings, right and wrong, of whole and damaged files".into(),
        tried: format!("{cases} cases"),
        found: format!("{} called something else", bad.0),
        bad: bad.0,
    }
}

pub fn drill(much: Much) -> Row {
    let drills = much.of(20, 100);
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = common::session(&place);
    let mut chance = Chance::new(3);
    let mut bad = Bad::default();
    let (mut tried, mut message) = (0, HashMap::new());
    let mut minute = 0;
    while tried < drills {
        for nth in 0..=chance.below(4) {
            save(&mut open, &format!("d{minute}-{nth}")).unwrap();
        }
        minute += 1;
        open.set_clock(later(minute * 2000));
        backup::create_backup(&mut open).unwrap();
        let all = journal::list_backups(&JournalPaths::new(&place).backups()).unwrap();
        message.insert(all[0].folder.clone(), export(&open).unwrap());
        let copy = &all[chance.below(all.len())];
        // Opened in another folder, as on another computer.
        let elsewhere = folder.path().join("elsewhere");
        let _ = std::fs::remove_dir_all(&elsewhere);
        common::copy(&copy.folder, &elsewhere);
        let other = common::session(&elsewhere);
        let equal = export(&other).unwrap() == message[&copy.folder];
        let whole = other
            .journal()
            .check(other.definitions().all(), commands::clock::zones())
            .unwrap()
            .is_empty();
        other.close().unwrap();
        if !equal || !whole {
            bad.say(format!("{}: not as it was", copy.folder.display()));
        }
        tried += 1;
    }
    open.close().unwrap();
    Row {
        name: "copies drawn by chance, opened elsewhere and compared".into(),
        tried: format!("{tried} drills"),
        found: format!("{} not equal", bad.0),
        bad: bad.0,
    }
}
