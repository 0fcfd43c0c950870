//! Damaged, interrupted and old key files.

use super::{CHEAP, fresh, locked};
use journal::{Credential, Journal, JournalPaths, Key, KeyFile, RecoveryCode};

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
