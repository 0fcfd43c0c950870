//! The page as a file that opens only with a passphrase, as another library (Poppler) reads it.

use super::person::two_months;
use commands::failure::message::localize;
use commands::saving::{SaveRequest, save, suggest};
use std::path::Path;
use std::process::{Command, Output};

fn read(program: &str, file: &Path, passphrase: Option<&str>) -> Output {
    let mut command = Command::new(program);
    if let Some(passphrase) = passphrase {
        command.args(["-upw", passphrase]);
    }
    if program == "pdftotext" {
        return command.arg(file).arg("-").output().unwrap();
    }
    command.arg(file).output().unwrap()
}

#[test]
fn page_with_a_passphrase_opens_only_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = two_months(folder.path());
    let file = folder.path().join("page.pdf");
    let passphrase = "slow green river é";
    let request = SaveRequest::ProtectedPdf {
        passphrase: passphrase.into(),
    };
    save(&mut session, &request, &file).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    let raw = String::from_utf8_lossy(&bytes);
    for word in ["Okafor", "Since the visit", "sweat"] {
        assert!(!raw.contains(word), "{word} stands in the file");
    }
    for wrong in [None, Some("slow green river e")] {
        assert!(!read("pdftotext", &file, wrong).status.success());
    }
    let text = read("pdftotext", &file, Some(passphrase));
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(text.contains("I sweat at night"), "{text}");
    let info = read("pdfinfo", &file, Some(passphrase));
    let info = String::from_utf8(info.stdout).unwrap();
    assert!(info.contains("algorithm:AES-256"), "{info}");
    let tagged = info
        .lines()
        .any(|line| line.starts_with("Tagged:") && line.ends_with("yes"));
    assert!(tagged, "{info}");
    assert!(info.contains("copy:yes"), "{info}");
}

#[test]
fn unfit_passphrase_is_refused_before_any_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let session = two_months(folder.path());
    let emoji = "\u{1f327} blue river".to_owned();
    for passphrase in ["short".to_owned(), "x".repeat(128), emoji] {
        let error = suggest(&session, &SaveRequest::ProtectedPdf { passphrase }).unwrap_err();
        assert_eq!(localize(&error, &session).fields[0].field, "passphrase");
    }
}
