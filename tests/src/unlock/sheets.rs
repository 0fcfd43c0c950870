//! Recovery sheets.

use super::{fresh, locked, moods, shown_text, with};
use commands::lock;
use commands::session::open::Credentials;
use journal::UnlockMethod;
use journal::{CodeError, Credential, Journal, RecoveryCode};
use std::process::Command;

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
