//! A tracker of one's own, by mouse and by keys.

use super::started;
use crate::common;
use crate::e2e::app::{self, App};
use crate::e2e::{choose, cli, fill};
use std::path::Path;
use thirtyfour::Key;

/// Builds a tracker with a scale and a quantity, using the mouse.
async fn build_by_mouse(app: &App) {
    app.go("Settings").await;
    app.click("//button[normalize-space()='Open the trackers']")
        .await;
    app.click("//button[normalize-space()='Make your own']")
        .await;
    for (field, text) in [
        ("own-title", "Garden"),
        ("own-0-name", "Calm"),
        ("own-0-low", "none"),
        ("own-0-high", "deep"),
    ] {
        app.click(&format!("#{field}")).await;
        app.keys(text).await;
    }
    app.wait_text(".preview", "Calm").await;
    app.click("//button[normalize-space()='Add a question']")
        .await;
    app.click("#own-1-name").await;
    app.keys("Weeds").await;
    app.click("//select[@id='own-1-kind']/option[@value='quantity']")
        .await;
    app.click("#own-1-unit").await;
    app.keys("kg").await;
    app.wait_text(".preview", "Weeds").await;
    app.click("//button[normalize-space()='Save']").await;
    app.find("//button[@aria-label='Details: Garden']").await;
}

/// Opens the tracker list with the keyboard alone.
async fn trackers_by_keys(app: &App) {
    app.keys(Key::Control + ",").await;
    app.wait_text("h1", "Settings").await;
    app.tab_to("main section.sheet button").await;
    app.keys(Key::Enter + "").await;
    app.wait_text("h1", "Trackers").await;
}

/// Builds a tracker with one number, with the keyboard alone.
async fn build_by_keys(app: &App) {
    trackers_by_keys(app).await;
    app.tab_to(".make button").await;
    app.keys(Key::Enter + "").await;
    app.tab_to("#own-title").await;
    app.keys("Birds").await;
    app.tab_to("#own-0-name").await;
    app.keys("Seen").await;
    app.tab_to("#own-0-kind").await;
    app.keys("a number").await;
    app.tab_to("#own-0-unit").await;
    app.keys("birds").await;
    app.wait_text(".preview", "Seen").await;
    app.tab_to("button[type='submit']").await;
    app.keys(Key::Enter + "").await;
    app.find("//button[@aria-label='Details: Birds']").await;
}

/// Logs an entry, opens its chart and exports the tracker, with the keyboard alone.
async fn use_by_keys(app: &App) {
    app.keys(Key::Control + "1").await;
    app.wait_text("main", "Overall").await;
    app.tab_to("button[aria-label='Birds: Add']").await;
    app.keys(Key::Enter + "").await;
    app.find("#my-birds-new-seen:focus").await;
    app.keys("12").await;
    app.keys(Key::Enter + "").await;
    app.wait_text("main", "Seen 12 birds").await;
    app.keys(Key::Control + "3").await;
    app.wait_text(".panels", "Birds").await;
    trackers_by_keys(app).await;
    app.tab_to("button[aria-label='Details: Birds']").await;
    app.keys(Key::Enter + "").await;
    app.find("#name-my-birds").await;
    app.tab_to(".details .actions .btn + .btn").await;
    app.keys(Key::Enter + "").await;
    let file = app.home().join("Daymark tracker my-birds.toml");
    app.choose_path("Save as a file", &file).await;
    app.wait_text(".outcome", "Saved to").await;
}

#[test]
fn custom_tracker_is_built_logged_and_transferred() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        started(home.path(), "2026-11-22", &[]);
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.wait_text("main", "Overall").await;
        build_by_mouse(&app).await;
        build_by_keys(&app).await;
        app.go("Today").await;
        app.click("//button[@aria-label='Garden: Add']").await;
        choose(&app, "Calm", "7").await;
        fill(&app, "my-garden-new-weeds", "2.5").await;
        app.click("//button[normalize-space()='Done']").await;
        app.wait_text("main", "Calm 7 · Weeds 2.5 kg").await;
        app.go("Trends").await;
        app.wait_text(".panels", "Garden").await;
        app.go("Settings").await;
        app.click("//button[normalize-space()='Open the trackers']")
            .await;
        app.click("//button[@aria-label='Details: Garden']").await;
        app.click("//button[normalize-space()='Save as a file']")
            .await;
        let file = home.path().join("Daymark tracker my-garden.toml");
        app.choose_path("Save as a file", &file).await;
        app.wait_text(".outcome", "my-garden").await;
        use_by_keys(&app).await;
        app.end().await;
        for key in ["my-garden", "my-birds"] {
            let file = home.path().join(format!("Daymark tracker {key}.toml"));
            let stored = std::fs::read_to_string(&file).unwrap();
            let there = cli(&app, &["tracker", "export", key]);
            assert_eq!(there, stored, "the file is what is kept");
            brought_into_a_fresh_journal(&file, &stored, key).await;
        }
    });
}

async fn brought_into_a_fresh_journal(file: &Path, stored: &str, key: &str) {
    let home = tempfile::tempdir().unwrap();
    started(home.path(), "2026-11-22", &[]);
    let app = App::start(home.path(), common::NOON, "en_GB").await;
    app.go("Settings").await;
    app.click("//button[normalize-space()='Open the trackers']")
        .await;
    let input = app.find("input[type='file']").await;
    input.send_keys(file.to_str().unwrap()).await.unwrap();
    app.find(&format!("#name-{key}")).await;
    let bad = home.path().join("bad.toml");
    std::fs::write(&bad, stored.replace(key, "mood")).unwrap();
    app.find("input[type='file']")
        .await
        .send_keys(bad.to_str().unwrap())
        .await
        .unwrap();
    app.wait_text(".outcome", "is here already and is not replaced")
        .await;
    app.end().await;
    let here = cli(&app, &["tracker", "export", key]);
    assert_eq!(here, stored, "the same to the byte");
}
