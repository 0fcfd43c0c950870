//! End-to-end tests through the real window, driven over WebDriver. Few, and without retries.
//!
//! The app under test is the built one. Screenshots come from the X server, so they show what
//! ships.

mod app;
mod axe;
mod daily;
mod desktop;
mod dialogs;
mod difficult_days;
mod keyboard;
mod kill;
mod ledger_keys;
mod ledgers;
mod locked;
mod page;
mod sandbox;
mod scales;
mod screens_and_axe;
mod support;
mod treatment;
mod trends;
mod typing_loss;
mod visit;

use crate::{cli, common};
use app::App;
use std::path::Path;
use std::process::Command;

fn cli(app: &App, arguments: &[&str]) -> String {
    cli::fine(&app.journal(), arguments)
}

async fn fill(app: &App, id: &str, text: &str) {
    let field = app.find(&format!("#{id}")).await;
    field.send_keys(text).await.unwrap();
    // A field is saved on blur.
    field.send_keys(thirtyfour::Key::Tab + "").await.unwrap();
}

/// Chooses an option of a question by its label.
async fn choose(app: &App, group: &str, option: &str) {
    app.click(&format!(
        "//*[@role='radiogroup' and @aria-label='{group}']//button[normalize-space()='{option}']"
    ))
    .await;
}

async fn open_row(app: &App, title: &str) {
    app.click(&format!("//button[@aria-label='{title}: Add']"))
        .await;
}

async fn done(app: &App) {
    app.click("//button[normalize-space()='Done']").await;
}

/// Enters one full day by typing and clicking: mood, sleep, a walk, meals and breathing.
async fn the_day(app: &App) {
    app.wait_text("main", "Overall, how was your mood today?")
        .await;
    // The scale already has the focus, so one key answers it.
    app.keys("4").await;
    app.wait_text(".saved", "Saved").await;
    open_row(app, "Sleep").await;
    for (field, typed) in [
        ("bed", "23:30"),
        ("latency", "25"),
        ("wakings", "1"),
        ("awake", "20"),
        ("woke", "7:10"),
    ] {
        fill(app, &format!("sleep-new-{field}"), typed).await;
    }
    app.wait_text(".sum", "Asleep 6 h 55").await;
    done(app).await;
    open_row(app, "Exercise").await;
    choose(app, "What did you do?", "Walk").await;
    fill(app, "exercise-new-minutes", "25").await;
    choose(app, "How hard was it?", "light").await;
    done(app).await;
    open_row(app, "Food").await;
    choose(app, "Regular meals", "two meals").await;
    done(app).await;
    open_row(app, "Stress practice").await;
    choose(app, "What did you practise?", "Breathing").await;
    fill(app, "practice-new-minutes", "10").await;
    choose(app, "Tension before", "7").await;
    choose(app, "Tension after", "4").await;
    done(app).await;
}

async fn the_day_is_there(app: &App) {
    for words in [
        "23:30 – 07:10 · asleep about 6 h 55",
        "Walk · 25 min · light",
        "two meals",
        "Breathing · 10 min · tension 7 to 4",
    ] {
        app.wait_text("main", words).await;
    }
    assert!(
        app.there("//button[@role='radio' and @aria-checked='true' and normalize-space()='4']")
            .await,
        "mood 4 is chosen"
    );
}

fn pdf_text(path: &Path) -> String {
    let text = Command::new("pdftotext")
        .arg("-layout")
        .arg(path)
        .arg("-")
        .output()
        .unwrap();
    String::from_utf8_lossy(&text.stdout).into_owned()
}

#[test]
fn first_day_is_logged_charted_and_exported() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.wait_text("h1", "Welcome to Daymark").await;
        app.begin().await;
        the_day(&app).await;
        the_day_is_there(&app).await;
        app = app.again().await;
        app.wait_text("h1", "Monday, 23 November").await;
        the_day_is_there(&app).await;
        app.go("Trends").await;
        app.wait_text("main", "since 23 Nov: 1 of 1 night").await;
        app.go("Visit").await;
        app.wait_text("main", "What I want to talk about").await;
        let point = app.find("input[aria-label='Point 1']").await;
        point.send_keys("Sweating at night").await.unwrap();
        point.send_keys(thirtyfour::Key::Tab + "").await.unwrap();
        app.find("//pre[@data-page-text and contains(., 'Sweating at night')]")
            .await;
        app.click("//button[normalize-space()='Save as PDF']").await;
        let pdf = app.home().join("Daymark 2026-11-23.pdf");
        app.choose_path("Save as PDF", &pdf).await;
        app.wait_text(".outcome", "Saved to").await;
        app.end().await;
        let printed = pdf_text(&pdf);
        for words in [
            "Sweating at night",
            "1 of 90",
            "6 h 55",
            "25 min",
            "tension 7 to 4",
            "not a medical device",
            "23 Nov 2026, 13:00",
        ] {
            assert!(
                printed.contains(words),
                "{words} is on the page:\n{printed}"
            );
        }
        let info = Command::new("pdfinfo").arg(&pdf).output().unwrap();
        let info = String::from_utf8_lossy(&info.stdout).into_owned();
        assert!(
            info.contains("Tagged:          yes") && info.contains("The last 90 days"),
            "{info}"
        );
        agrees_with_the_terminal(&app, &printed);
    });
}

/// Records the same day from a file with the CLI. PDF text and CSV answers must be equal.
fn agrees_with_the_terminal(app: &App, printed: &str) {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("j");
    let run = cli::fine;
    let file = common::root().join("tests/patients/one-day.toml");
    run(&other, &["record", file.to_str().unwrap()]);
    let pdf = folder.path().join("page.pdf");
    run(
        &other,
        &[
            "report",
            "--point",
            "Sweating at night",
            "--out",
            pdf.to_str().unwrap(),
        ],
    );
    assert_eq!(
        pdf_text(&pdf),
        printed,
        "the terminal's page says what the window's says"
    );
    // The rows differ only in the entry id, which is the first column.
    let answers = |csv: &str| {
        let mut rows: Vec<String> = csv
            .lines()
            .map(|l| {
                l.split_once(',')
                    .map(|x| x.1)
                    .unwrap_or_default()
                    .to_owned()
            })
            .collect();
        rows.sort();
        rows
    };
    assert_eq!(
        answers(&cli(app, &["export", "csv"])),
        answers(&run(&other, &["export", "csv"])),
        "and so does its CSV"
    );
}

#[test]
fn invalid_time_is_reported_and_stays_in_field() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.begin().await;
        app.wait_text("main", "Overall").await;
        open_row(&app, "Sleep").await;
        fill(&app, "sleep-new-bed", "25:99").await;
        app.wait_text(".fault", "Type a time like 23:10").await;
        let typed = app
            .find("#sleep-new-bed")
            .await
            .prop("value")
            .await
            .unwrap();
        assert_eq!(typed.as_deref(), Some("25:99"), "what was typed stays");
        app.end().await;
        assert_eq!(cli(&app, &["entries"]), "", "and nothing was kept");
    });
}

#[test]
fn journal_open_elsewhere_is_reported() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let held = common::session(&folder.path().join("journal"), common::NOON);
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.wait_text("h1", "Your journal is not open").await;
        app.wait_text("main", "open in another window or program")
            .await;
        held.close().unwrap();
        app.end().await;
    });
}
