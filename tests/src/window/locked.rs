//! The lock through the real window: a sheet, a passphrase, closing at once, a passphrase forgotten.

use super::app::{self, App};
use super::axe::violations;
use crate::kit;
use std::process::Command;
use thirtyfour::Key;

async fn type_into(app: &App, id: &str, text: &str) {
    let field = app.find(&format!("#{id}")).await;
    field.send_keys(text).await.unwrap();
}

/// The code as it stands on the printed sheet.
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

async fn a_passphrase_is_set(app: &App) {
    app.go("Settings").await;
    app.click("//button[normalize-space()='Make a recovery sheet']")
        .await;
    app.wait_text(".outcome", "Print it").await;
    app.click("//button[normalize-space()='Set a passphrase']")
        .await;
    type_into(app, "new-passphrase", "correct horse").await;
    type_into(app, "same-passphrase", "correct hose").await;
    app.keys(Key::Enter + "").await;
    app.wait_text("[role='alert']", "The two are not the same")
        .await;
    app.find("#same-passphrase").await.clear().await.unwrap();
    type_into(app, "same-passphrase", "correct horse").await;
    app.keys(Key::Enter + "").await;
    app.wait_text(".outcome", "The passphrase is set").await;
}

#[test]
fn a_locked_journal_opens_by_passphrase_and_a_forgotten_one_by_its_sheet() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let mut app = App::start(home.path(), kit::NOON, "en_GB").await;
        app.click("//button[@type='submit']").await;
        app.wait_text("main", "Overall").await;
        app.keys("4").await;
        app.wait_text(".saved", "Saved").await;
        a_passphrase_is_set(&app).await;
        app.keys(Key::Control + "l").await;
        app.wait_text("h1", "Your journal is locked").await;
        assert!(
            !app.script::<String>("return document.body.innerText")
                .await
                .contains("mood"),
            "nothing of it is on the page"
        );
        let found = violations(&app, "locked").await;
        assert!(found.is_empty(), "{found:#?}");
        app.keys("correct hose").await;
        app.keys(Key::Enter + "").await;
        app.wait_text("[role='alert']", "This is not the passphrase")
            .await;
        app.keys("correct horse").await;
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
    });
}
