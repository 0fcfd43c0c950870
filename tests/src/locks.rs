//! Unlock methods of a journal: passphrase, recovery sheet, keyring or none, and their failures.

use crate::kit::{self, NOON, draft, n, options, session};
use commands::bridge::Mishap;
use commands::session::Secret;
use commands::{Options, Session, backups, doors, sentences};
use journal::{Cost, Fresh, Journal, Key, Keys, Place, SheetCode, Trouble, Typo, Unlock};
use std::path::Path;
use std::process::Command;

/// A very cheap key derivation: these tests check which key slot opens, not how slowly.
const CHEAP: Cost = Cost {
    memory: 64,
    passes: 1,
};

fn with(folder: &Path, secret: Secret) -> Result<Session, Mishap> {
    Session::open(&Options {
        secret,
        create: false,
        ..options(folder, NOON)
    })
}

fn said(folder: &Path, secret: Secret) -> String {
    match with(folder, secret) {
        Ok(_) => "open".into(),
        Err(mishap) => sentences::not_begun(&mishap, &["en".into()]).said,
    }
}

fn fresh(seed: u8) -> Fresh {
    Fresh {
        salt: [seed; 16],
        nonce: [seed.wrapping_add(1); 24],
    }
}

/// Creates a locked journal with one mood. Returns its paths and the code of its recovery sheet.
fn locked(folder: &Path, passphrase: &str) -> (Place, SheetCode) {
    let mut open = session(folder, NOON);
    kit::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(4.0))])).unwrap();
    open.close().unwrap();
    let place = Place::new(folder);
    let mut open = Journal::open(&place, &Unlock::Nothing, 0).unwrap();
    let code = SheetCode::new([9; 20]);
    open.set_sheet(&code, &fresh(1)).unwrap();
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
    let opens = |with: &Unlock<'_>| Keys::read(&place).unwrap().unlock(with).is_ok();
    let change = |act: &dyn Fn(&mut Journal)| {
        let mut open = Journal::open(&place, &Unlock::Passphrase("correct horse"), 0).unwrap();
        act(&mut open);
        open.close().unwrap();
    };
    assert!(!opens(&Unlock::Computer(&first)), "there is no such door");
    change(&|open| open.set_computer(&first, &fresh(11)).unwrap());
    change(&|open| open.set_computer(&second, &fresh(13)).unwrap());
    assert!(!opens(&Unlock::Computer(&first)), "a newer one replaced it");
    assert!(opens(&Unlock::Computer(&second)));
    assert!(opens(&Unlock::Passphrase("correct horse")) && opens(&Unlock::Sheet(&code)));
    assert!(!opens(&Unlock::Nothing), "it is locked all the same");
    change(&|open| open.revoke_computer().unwrap());
    assert!(!opens(&Unlock::Computer(&second)));
    change(&|open| open.set_computer(&second, &fresh(15)).unwrap());
    change(&|open| open.take_lock_off().unwrap());
    assert!(!opens(&Unlock::Computer(&second)), "it went with the lock");
    assert!(opens(&Unlock::Nothing));
}

#[test]
fn passphrase_requires_sheet_and_locks_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    kit::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(4.0))])).unwrap();
    let refused = |open: &mut Session, typed: &str| {
        let mishap = doors::set_passphrase(open, typed).unwrap_err();
        sentences::failure(&mishap, open).said
    };
    assert!(
        refused(&mut open, "correct horse").starts_with("Make a recovery sheet first"),
        "never without"
    );
    let code = SheetCode::new([5; 20]);
    open.close().unwrap();
    let mut bare = Journal::open(&Place::new(folder.path()), &Unlock::Nothing, 0).unwrap();
    bare.set_sheet(&code, &fresh(1)).unwrap();
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
    assert!(doors::doors(&open).unwrap().unlocked, "nothing changed");
    doors::set_passphrase(&mut open, "correct horse").unwrap();
    open.close().unwrap();
    assert_eq!(
        said(folder.path(), Secret::Nothing),
        "The journal is locked."
    );
    assert!(
        said(folder.path(), Secret::Passphrase("wrong horse".into()))
            .starts_with("This is not the passphrase.")
    );
    assert!(
        said(folder.path(), Secret::Passphrase("x".repeat(1 << 20)))
            .starts_with("This is not the passphrase."),
        "a megabyte is only wrong"
    );
    let open = with(folder.path(), Secret::Passphrase("correct horse".into())).unwrap();
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
    let open = with(folder.path(), Secret::Passphrase(decomposed.into())).unwrap();
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
    let mut open = with(&elsewhere, Secret::Sheet(typed)).unwrap();
    assert_eq!(
        open.journal().all_entries().unwrap().len(),
        1,
        "everything is there"
    );
    doors::set_passphrase(&mut open, "a new one now").unwrap();
    open.close().unwrap();
    assert_eq!(
        moods(with(&elsewhere, Secret::Passphrase("a new one now".into())).unwrap()),
        1,
        "and a new passphrase opens"
    );
    let mut wrong = code.groups();
    let another = if wrong[4].starts_with('7') { "8" } else { "7" };
    wrong[4].replace_range(0..1, another);
    assert_eq!(
        said(&elsewhere, Secret::Sheet(wrong.concat())),
        "Group 5 is mistyped. Look at it again; the others are right so far."
    );
    let other = SheetCode::new([77; 20]).groups().concat();
    assert!(
        said(&elsewhere, Secret::Sheet(other))
            .starts_with("This sheet does not open this journal.")
    );
    assert!(
        matches!(SheetCode::read("").err(), Some(Typo::Length(0))),
        "nothing typed"
    );
}

#[test]
fn sheet_prints_its_code_and_is_replaced_by_newer_one() {
    let folder = tempfile::tempdir().unwrap();
    let code = SheetCode::new([33; 20]);
    let groups = code.groups();
    let squares = report::squares(&groups.concat());
    assert!(
        squares.len() >= 21 && squares.iter().all(|row| row.len() == squares.len()),
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
        squares,
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
    let mut open = Journal::open(&place, &Unlock::Sheet(&first), 0).unwrap();
    open.set_sheet(&code, &fresh(8)).unwrap();
    open.close().unwrap();
    assert!(
        matches!(
            Journal::open(&place, &Unlock::Sheet(&first), 0),
            Err(Trouble::WrongSheet)
        ),
        "the earlier sheet is useless"
    );
    Journal::open(&place, &Unlock::Sheet(&code), 0)
        .unwrap()
        .close()
        .unwrap();
}

#[test]
fn damaged_key_file_is_restored_from_twin_or_reported() {
    let folder = tempfile::tempdir().unwrap();
    let (place, _) = locked(folder.path(), "the passphrase");
    let good = std::fs::read(place.keys()).unwrap();
    let opens = || {
        Journal::open(&place, &Unlock::Passphrase("the passphrase"), 0).map(|j| j.close().unwrap())
    };
    let damages: [(&str, Vec<u8>); 4] = [
        ("nothing in it", Vec::new()),
        ("cut", good[..good.len() / 2].to_vec()),
        ("another file", b"PK\x03\x04 not keys".to_vec()),
        ("far too long", vec![b' '; 1 << 20]),
    ];
    for (what, damaged) in &damages {
        std::fs::write(place.keys(), damaged).unwrap();
        assert!(opens().is_ok(), "{what}: the twin stands in");
        assert_eq!(
            std::fs::read(place.keys()).unwrap(),
            good,
            "{what}: and mends it"
        );
    }
    for (what, damaged) in &damages {
        std::fs::write(place.keys(), damaged).unwrap();
        std::fs::write(place.keys_twin(), damaged).unwrap();
        assert!(
            matches!(opens(), Err(Trouble::KeyUnreadable(_))),
            "{what} twice is said"
        );
        std::fs::write(place.keys(), &good).unwrap();
        std::fs::write(place.keys_twin(), &good).unwrap();
    }
    let text = String::from_utf8(good.clone()).unwrap();
    let both = |text: &str| {
        std::fs::write(place.keys(), text).unwrap();
        std::fs::write(place.keys_twin(), text).unwrap();
    };
    both(&text.replace("\"memory\": 64", "\"memory\": 4294967295"));
    let begun = std::time::Instant::now();
    assert!(
        matches!(opens(), Err(Trouble::KeyUnreadable(_))),
        "a cost nobody can pay is not believed"
    );
    assert!(begun.elapsed().as_secs() < 5, "and not tried");
    both(&text.replace("\"format\": 1", "\"format\": 2"));
    assert!(
        matches!(opens(), Err(Trouble::KeysNewer { found: 2, .. })),
        "a newer form is left alone"
    );
    assert!(
        std::fs::read_to_string(place.keys())
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
    let old = std::fs::read(place.keys()).unwrap();
    let mut open = Journal::open(&place, &Unlock::Passphrase("the first one"), 0).unwrap();
    open.set_passphrase("the second one", CHEAP, &fresh(40))
        .unwrap();
    open.close().unwrap();
    std::fs::write(place.keys_twin(), old).unwrap();
    Journal::open(&place, &Unlock::Passphrase("the second one"), 0)
        .unwrap()
        .close()
        .unwrap();
    assert_eq!(
        std::fs::read(place.keys()).unwrap(),
        std::fs::read(place.keys_twin()).unwrap(),
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
        std::fs::read(place.keys()).unwrap(),
        std::fs::read(place.file()).unwrap(),
    );
    let other = SheetCode::new([200; 20]);
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
        std::fs::write(place.keys(), &doors).unwrap();
        std::fs::write(place.keys_twin(), &doors).unwrap();
        let _ = std::fs::remove_file(place.folder.join("journal.daymark-wal"));
        let unlock = match secret {
            0 => Unlock::Nothing,
            1 => Unlock::Passphrase("the passphrase"),
            2 => Unlock::Passphrase("not the passphrase"),
            3 => Unlock::Sheet(&code),
            _ => Unlock::Sheet(&other),
        };
        let got = match Journal::open(&place, &unlock, 0) {
            Ok(open) => {
                open.close().unwrap();
                "open"
            }
            Err(Trouble::Empty(_)) => "empty",
            Err(Trouble::KeyUnreadable(_) | Trouble::KeysDamaged) => "keys",
            Err(Trouble::Locked) => "locked",
            Err(Trouble::WrongPassphrase) => "passphrase",
            Err(Trouble::WrongSheet) => "sheet",
            Err(Trouble::Unreadable(_)) => "damaged",
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
    let place = Place::new(folder.path().join("j"));
    Journal::create(&place, &Key::new([7; 48]), 0)
        .unwrap()
        .close()
        .unwrap();
    for path in [place.keys(), place.keys_twin()] {
        std::fs::remove_file(path).unwrap();
    }
    std::fs::write(place.folder.join("journal.key"), "07".repeat(48)).unwrap();
    Journal::open(&place, &Unlock::Nothing, 0)
        .unwrap()
        .close()
        .unwrap();
    assert!(
        !place.folder.join("journal.key").exists(),
        "its key stands among the doors now"
    );
    assert!(
        Keys::read(&place).unwrap().doors().unlocked,
        "as the door without a lock it was"
    );
}

#[test]
fn new_lock_reaches_second_location_or_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let (place, stick) = (
        Place::new(folder.path().join("j")),
        folder.path().join("stick"),
    );
    std::fs::create_dir(&stick).unwrap();
    let mut open = session(&place.folder, NOON);
    kit::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(4.0))])).unwrap();
    backups::set_backup_place(&mut open, stick.to_str().unwrap()).unwrap();
    open.close().unwrap();
    let mut bare = Journal::open(&place, &Unlock::Nothing, 0).unwrap();
    bare.set_sheet(&SheetCode::new([5; 20]), &fresh(1)).unwrap();
    bare.close().unwrap();
    let mut open = session(&place.folder, NOON);
    let changed = doors::set_passphrase(&mut open, "correct horse").unwrap();
    assert_eq!(changed.said, "The passphrase is set.");
    let own = std::fs::read_dir(stick.join("Daymark copies")).unwrap();
    let own = own.map(|e| e.unwrap().path()).next().unwrap();
    let copy = journal::backups(&own).unwrap().remove(0).folder;
    assert_eq!(said(&copy, Secret::Nothing), "The journal is locked.");
    std::fs::rename(&stick, folder.path().join("away")).unwrap();
    let changed = doors::set_passphrase(&mut open, "another horse").unwrap();
    assert!(
        changed.said.ends_with("they open as they did before."),
        "{}",
        changed.said
    );
}
