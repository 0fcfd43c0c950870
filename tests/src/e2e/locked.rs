//! End-to-end tests of the lock: passphrase, recovery sheet, locking at once, forgotten passphrase,
//! keyring.

use super::app::{self, App};
use super::axe::violations;
use super::desktop::{Bus, KeyStore};
use super::screens_and_axe::look;
use crate::common;
use commands::OpenOptions;
use commands::Session;
use commands::clock::Clock;
use commands::session::open::Credentials;
use commands::transfer::csv_export;
use std::path::Path;
use std::process::Command;
use thirtyfour::Key;

async fn type_into(app: &App, id: &str, text: &str) {
    let field = app.find(&format!("#{id}")).await;
    field.send_keys(text).await.unwrap();
}

/// Returns the recovery code as printed on the sheet.
fn printed(app: &App) -> String {
    let pdf = app.home().join("Daymark recovery sheet 2026-11-23.pdf");
    let text = Command::new("pdftotext")
        .arg("-layout")
        .arg(pdf)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    let groups: Vec<&str> = text
        .split_whitespace()
        .filter(|word| {
            word.len() == 5
                && word
                    .chars()
                    .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        })
        .collect();
    assert_eq!(groups.len(), 8, "eight groups are printed: {text}");
    groups.join(" ")
}

/// Completes onboarding with a passphrase, whose repetition is mistyped once.
async fn begun_with_a_passphrase(app: &App) {
    app.click("//button[normalize-space()='Use a passphrase']")
        .await;
    type_into(app, "first-passphrase", "correct horse").await;
    type_into(app, "first-again", "correct hose").await;
    app.keys(Key::Enter + "").await;
    app.wait_text("[role='alert']", "The two are not the same")
        .await;
    app.find("#first-again").await.clear().await.unwrap();
    type_into(app, "first-again", "correct horse").await;
    app.keys(Key::Enter + "").await;
    let sheet = app.home().join("Daymark recovery sheet 2026-11-23.pdf");
    app.choose_path("Save the recovery sheet", &sheet).await;
    app.wait_text("h1", "A sheet to keep").await;
    app.wait_text(".where", "Daymark recovery sheet").await;
    app.click("//button[normalize-space()='Begin']").await;
}

/// Changes the passphrase in the settings.
async fn a_passphrase_is_changed(app: &App) {
    app.go("Settings").await;
    app.click("//button[normalize-space()='Change the passphrase']")
        .await;
    type_into(app, "new-passphrase", "correct horse two").await;
    type_into(app, "new-again", "correct horse two").await;
    app.keys(Key::Enter + "").await;
    app.wait_text(".outcome", "The passphrase is set").await;
}

#[test]
fn passphrase_or_recovery_code_opens_locked_journal() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let mut app = App::start(home.path(), common::NOON, "en_GB").await;
        begun_with_a_passphrase(&app).await;
        app.wait_text("main", "Overall").await;
        app.keys("4").await;
        app.wait_text(".saved", "Saved").await;
        a_passphrase_is_changed(&app).await;
        app.click("//label[contains(., 'helplines of my country')]/input")
            .await;
        app.until("document.querySelectorAll('.piece input:checked').length === 1")
            .await;
        app.keys(Key::Control + "l").await;
        app.wait_text("h1", "Your journal is locked").await;
        assert!(
            !app.script::<String>("return document.body.innerText")
                .await
                .contains("mood"),
            "nothing of it is on the page"
        );
        let mut found = violations(&app, "locked").await;
        app.keys(Key::F1 + "").await;
        app.wait_text("main", "call 999").await;
        app.wait_text("main", "Samaritans").await;
        look(&app, "locked-support", &mut found).await;
        app.keys(Key::Escape + "").await;
        app.wait_text("h1", "Your journal is locked").await;
        assert!(found.is_empty(), "{found:#?}");
        app.keys("correct horse").await;
        app.keys(Key::Enter + "").await;
        app.wait_text("[role='alert']", "This is not the passphrase")
            .await;
        app.keys("correct horse two").await;
        app.keys(Key::Enter + "").await;
        app.wait_text("main", "Overall").await;
        app = app.again().await;
        app.wait_text("h1", "Your journal is locked").await;
        app.click("//button[normalize-space()='I have my recovery sheet']")
            .await;
        let code = printed(&app);
        let another = if &code[12..13] == "7" { "8" } else { "7" };
        let typo = format!("{}{another}{}", &code[..12], &code[13..]);
        type_into(&app, "code", &typo).await;
        app.click("//button[normalize-space()='Open']").await;
        app.wait_text("[role='alert']", "Group 3 is mistyped").await;
        let field = app.find("#code").await;
        assert_eq!(
            field.prop("value").await.unwrap().unwrap_or_default(),
            typo,
            "what was typed stays"
        );
        field.clear().await.unwrap();
        field.send_keys(&code).await.unwrap();
        app.click("//button[normalize-space()='Open']").await;
        app.wait_text("main", "Overall").await;
        app.find("//button[@aria-checked='true' and normalize-space()='4']")
            .await;
        app.end().await;
        on_a_fresh_machine(&app, &code).await;
    });
}

/// Restores everything on another computer from the newest backup and the recovery code alone.
async fn on_a_fresh_machine(lost: &App, code: &str) {
    let before = what_it_holds(&lost.journal(), code);
    assert!(!before.is_empty());
    let home = tempfile::tempdir().unwrap();
    let backups = lost.journal().join("backups");
    let app = App::start(home.path(), common::NOON, "en_GB").await;
    app.wait_text("h1", "Welcome to Daymark").await;
    let begin = "//button[normalize-space()='Choose the backup']";
    app.click("//button[normalize-space()='I have a backup']")
        .await;
    // An empty folder, and a secret that is not the journal's: one sentence, and nothing is lost.
    let empty = home.path().join("nothing here");
    std::fs::create_dir(&empty).unwrap();
    type_into(&app, "elsewhere-secret", "a wrong passphrase").await;
    for wrong in [&empty, &backups] {
        app.click(begin).await;
        app.choose_path("Choose the backup", wrong).await;
        app.find("[role='alert']").await;
    }
    app.find("#elsewhere-secret").await.clear().await.unwrap();
    type_into(&app, "elsewhere-secret", code).await;
    app.click(begin).await;
    app.choose_path("Choose the backup", &backups).await;
    app.wait_text("main", "Overall").await;
    app.end().await;
    assert_eq!(what_it_holds(&app.journal(), code), before, "everything");
}

#[test]
fn keyring_opens_journal_only_while_it_answers() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let bus = Bus::start();
        let mut app = App::start_on(bus.address(), home.path(), common::NOON, "en_GB").await;
        begun_with_a_passphrase(&app).await;
        app.wait_text("main", "Overall").await;
        app.go("Settings").await;
        let set = "//button[normalize-space()='Open without asking here']";
        app.click(set).await;
        app.wait_text(".fault", "key store does not answer").await;
        let store = KeyStore::start(&bus, home.path());
        app.click(set).await;
        app.wait_text(".outcome", "without asking from now on")
            .await;
        app = app.again().await;
        app.wait_text("main", "Overall").await;
        app.keys(Key::Control + "l").await;
        app.wait_text("h1", "Your journal is locked").await;
        drop(store);
        app = app.again().await;
        app.wait_text("h1", "Your journal is locked").await;
        app.keys("correct horse").await;
        app.keys(Key::Enter + "").await;
        app.wait_text("main", "Overall").await;
        let _store = KeyStore::start(&bus, home.path());
        app.go("Settings").await;
        app.click("//button[normalize-space()='Ask every time']")
            .await;
        app.wait_text(".outcome", "asks every time").await;
        app = app.again().await;
        app.wait_text("h1", "Your journal is locked").await;
        app.end().await;
    });
}

/// Returns all entries of a journal as CSV.
fn what_it_holds(folder: &Path, code: &str) -> String {
    let options = OpenOptions {
        folder: Some(folder.to_owned()),
        clock: Clock::parse(common::NOON).unwrap(),
        languages: vec!["en-GB".into()],
        create: false,
        credentials: Credentials::Recovery(code.to_owned()),
    };
    let open = Session::open(&options).unwrap();
    let text = csv_export::csv_long(&open, &csv_export::PrivateData::All).unwrap();
    open.close().unwrap();
    text
}
