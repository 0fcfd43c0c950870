//! The ledgers of treatment by keyboard alone.

use super::app::{self, App};
use super::screens_and_axe::look;
use crate::common;
use thirtyfour::Key;

/// Presses Tab until the focused element has these words, at most 120 times.
async fn tab_to_words(app: &App, words: &str) {
    for _ in 0..120 {
        app.keys(Key::Tab + "").await;
        let script = format!("return document.activeElement.textContent.trim() === {words:?}");
        if app.script(&script).await {
            return;
        }
    }
    panic!("Tab does not come to {words}");
}

async fn press(app: &App, words: &str) {
    tab_to_words(app, words).await;
    app.keys(Key::Enter + "").await;
}

/// Goes to the tab `steps` to the right of the first.
async fn tab_right(app: &App, steps: usize) {
    app.tab_to("[aria-label='Parts of Treatment'] [role=radio]")
        .await;
    for _ in 0..steps {
        app.keys(Key::Right + "").await;
    }
}

#[test]
fn ledgers_are_kept_by_keyboard_alone() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.begin().await;
        app.wait_text("main", "Overall").await;
        app.keys(Key::Control + "5").await;
        app.wait_text("main", "Begin with whatever is easiest")
            .await;
        let mut found = Vec::new();
        medicine_and_hold(&app, &mut found).await;
        tab_right(&app, 2).await;
        app.wait_text("main", "Type several at once").await;
        history(&app, &mut found).await;
        app.keys(Key::Control + "z").await;
        app.gone("//main//button[normalize-space()='Lithium']")
            .await;
        app.end().await;
        assert_eq!(found, Vec::<String>::new());
    });
}

async fn medicine_and_hold(app: &App, found: &mut Vec<String>) {
    press(app, "Add a medicine").await;
    app.find("#medicine-name").await;
    app.until("document.activeElement.id === 'medicine-name'")
        .await;
    app.keys("Vitamin D").await;
    app.tab_to("input[id$='amount-0']").await;
    app.keys("20").await;
    app.keys(Key::Enter + "").await;
    app.wait_text("main", "20 mg at 08:00, every day").await;
    app.tab_to("[aria-label='More about Vitamin D']").await;
    app.keys(Key::Enter + "").await;
    press(app, "Paused by my clinician").await;
    app.wait_text("[role='dialog']", "First day without it")
        .await;
    app.tab_to("#hold-to-0").await;
    app.keys("2026-11-01").await;
    app.keys(Key::Enter + "").await;
    // The pause began today: the end is refused, and what was typed stays.
    app.find("#hold-to-0[aria-invalid]").await;
    look(app, "treatment-hold", found).await;
    app.tab_to("#hold-to-0").await;
    app.keys(Key::Control + "a").await;
    app.keys("2026-11-30").await;
    app.keys(Key::Enter + "").await;
    app.wait_text("main", "paused by a clinician").await;
}

async fn history(app: &App, found: &mut Vec<String>) {
    press(app, "Type several at once").await;
    app.until("document.activeElement.getAttribute('aria-label') === 'Treatment, row 1'")
        .await;
    for keys in ["Lithium", "", "2022-06", "now", "800 mg"] {
        app.keys(keys.to_owned() + Key::Tab).await;
    }
    app.tab_to("[aria-label='Treatment, row 2']").await;
    for keys in ["Duloxetine", "", "2020", "2019"] {
        app.keys(keys.to_owned() + Key::Tab).await;
    }
    app.keys(Key::Enter + "").await;
    app.wait_text("[role='alert']", "The last day lies before")
        .await;
    look(app, "treatment-table", found).await;
    app.until("document.activeElement.getAttribute('aria-label') === 'To, or “now”, row 2'")
        .await;
    app.keys(Key::Control + "a").await;
    app.keys("2021").await;
    app.keys(Key::Enter + "").await;
    app.wait_text("main", "Jun 2022 – now").await;
    app.wait_text("main", "2020 – 2021").await;
}
