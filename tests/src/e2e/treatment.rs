//! Treatment: a medicine from its start to its end, the history, health notes.

use super::app::{self, App};
use super::scales::fits;
use super::screens_and_axe::look;
use crate::common;
use thirtyfour::Key;

async fn set(app: &App, id: &str, text: &str) {
    let field = app.find(id).await;
    field.clear().await.unwrap();
    field.send_keys(text).await.unwrap();
}

async fn mark(app: &App, day: &str, status: &str) {
    app.click(&format!(
        "//button[@role='radio' and normalize-space()='{day}']"
    ))
    .await;
    app.click(&format!(
        "//section[@aria-labelledby='doses']//button[@role='radio' and normalize-space()='{status}']"
    ))
    .await;
    app.find(&format!(
        "//section[@aria-labelledby='doses']//button[@aria-checked='true' and normalize-space()='{status}']"
    ))
    .await;
}

#[test]
fn medicine_is_started_marked_raised_and_stopped() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.begin().await;
        app.wait_text("main", "Overall").await;
        let mut found = Vec::new();
        app.keys(Key::Control + "5").await;
        app.wait_text("main", "Begin with whatever is easiest")
            .await;
        look(&app, "treatment-empty", &mut found).await;
        app.click("//section//button[normalize-space()='Add a medicine']")
            .await;
        app.find("#medicine-name")
            .await
            .send_keys("sertr")
            .await
            .unwrap();
        app.click("//li/button[starts-with(normalize-space(), 'Sertraline')]")
            .await;
        set(&app, "#medicine-form", "tablet").await;
        set(&app, "#medicine-reason", "depression").await;
        set(&app, "#medicine-from", "2026-11-01").await;
        let amount = "input[id$='amount-0']";
        set(&app, amount, "5O").await;
        app.click("//button[normalize-space()='Save']").await;
        app.wait_text("[role='alert']", "Type an amount in digits")
            .await;
        look(&app, "treatment-add", &mut found).await;
        set(&app, amount, "50").await;
        app.click("//button[normalize-space()='Save']").await;
        app.wait_text("main", "50 mg at 08:00, every day").await;
        app.wait_text("main", "0 of 22 marked taken, 22 not recorded")
            .await;
        app.go("Today").await;
        mark(&app, "Saturday", "Taken").await;
        mark(&app, "Yesterday", "Skipped").await;
        app.click("//button[@role='radio' and normalize-space()='side effects']")
            .await;
        app.find("//button[@aria-checked='true' and normalize-space()='side effects']")
            .await;
        mark(&app, "Today", "Taken").await;
        look(&app, "today-doses", &mut found).await;
        app.go("Treatment").await;
        app.wait_text(
            "main",
            "1 of 22 marked taken, 1 skipped (side effects), 20 not recorded",
        )
        .await;
        app.click("[aria-label='Sertraline: Change dose']").await;
        set(&app, "#dose-from", "2026-11-16").await;
        set(&app, "[role='dialog'] input[id$='amount-0']", "100").await;
        look(&app, "treatment-dose", &mut found).await;
        app.click("//div[@role='dialog']//button[normalize-space()='Save']")
            .await;
        app.wait_text("main", "Sertraline 100 mg").await;
        app.wait_text("main", "since 16 Nov 2026, first 1 Nov 2026")
            .await;
        app.find("[aria-label*='50 mg, 100 mg']").await;
        look(&app, "treatment-now", &mut found).await;
        app.go("Trends").await;
        app.find("[aria-label='Sertraline: 50 mg, 100 mg']").await;
        look(&app, "trends-doses", &mut found).await;
        app.go("Treatment").await;
        app.click("[aria-label='More about Sertraline']").await;
        app.click("//button[normalize-space()='Stop']").await;
        app.click("//button[@role='radio' and normalize-space()='side effects']")
            .await;
        app.click("//div[@role='dialog']//button[normalize-space()='Save']")
            .await;
        app.click("//button[normalize-space()='Stopped: 1']").await;
        app.wait_text("main", "1 Nov 2026 – 23 Nov 2026 · side effects")
            .await;
        app.keys(Key::Control + "z").await;
        app.wait_text("main", "100 mg at 08:00, every day").await;
        app.gone("//button[normalize-space()='Stopped: 1']").await;
        history_and_notes(&app, &mut found).await;
        assert_eq!(found, Vec::<String>::new());
        app.end().await;
    });
}

async fn history_and_notes(app: &App, found: &mut Vec<String>) {
    app.click("//button[@role='radio' and normalize-space()='History']")
        .await;
    app.click("//button[normalize-space()='Add a treatment']")
        .await;
    set(app, "#trial-name", "Duloxetine").await;
    set(app, "#trial-from", "2019").await;
    set(app, "#trial-highest_dose", "60 mg").await;
    app.click("//button[@role='radio' and normalize-space()='half']")
        .await;
    look(app, "treatment-trial", found).await;
    app.click("//div[@role='dialog']//button[normalize-space()='Save']")
        .await;
    app.wait_text("main", "Duloxetine").await;
    look(app, "treatment-history", found).await;
    app.click("//button[@role='radio' and normalize-space()='Conditions']")
        .await;
    app.click("[aria-label='Add: Physical conditions']").await;
    set(app, "#health-text", "underactive thyroid").await;
    set(app, "#health-since", "2015").await;
    app.click("//form//button[normalize-space()='Save']").await;
    app.wait_text("main", "since 2015").await;
    look(app, "treatment-conditions", found).await;
    app.go("Settings").await;
    app.click("//button[@role='radio' and normalize-space()='Dark']")
        .await;
    app.find("html[data-theme='dark']").await;
    app.size(900, 600).await;
    app.text_size("200").await;
    app.go("Treatment").await;
    for (tab, words) in [
        ("Now", "100 mg at 08:00"),
        ("History", "Duloxetine"),
        ("Conditions", "underactive thyroid"),
    ] {
        app.click(&format!(
            "//button[@role='radio' and normalize-space()='{tab}']"
        ))
        .await;
        app.wait_text("main", words).await;
        fits(
            app,
            &format!("treatment-{}-900-200-dark", tab.to_lowercase()),
            found,
        )
        .await;
    }
    app.go("Today").await;
    app.find("#doses").await;
    fits(app, "today-doses-900-200-dark", found).await;
}
