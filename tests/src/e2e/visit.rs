//! The visit: points gathered, the page seen as it is printed, saved, and kept once it has been.

use super::app::{self, App};
use super::scales::fits;
use super::screens_and_axe::look;
use crate::common;
use crate::follow_up::person::two_months;
use thirtyfour::Key;

const CLOCK: &str = "2026-11-23T19:10:00Z Europe/Berlin";

pub async fn page_says(app: &App, words: &str) {
    app.find(&format!(
        "//pre[@data-page-text and contains(., '{words}')]"
    ))
    .await;
}

async fn trends_tab(app: &App, name: &str) {
    app.click(&format!(
        "//div[@role='radiogroup' and @aria-label='Parts of Trends']//button[normalize-space()='{name}']"
    ))
    .await;
}

#[test]
fn visit_is_prepared_seen_and_kept() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        two_months(home.path()).close().unwrap();
        let app = App::start(home.path(), CLOCK, "en_GB").await;
        app.begin().await;
        let mut found = Vec::new();
        app.wait_text(
            "main",
            "Your visit is tomorrow. 3 points are written down for it.",
        )
        .await;
        app.go("Visit").await;
        page_says(&app, "Since the visit on 23 Oct").await;
        app.find("//img[@alt='Sheet 1 of 1']").await;
        look(&app, "visit-follow-up", &mut found).await;
        larger(&app, &mut found).await;
        app.click("//label[normalize-space()='Side effects']/input")
            .await;
        app.gone("//pre[@data-page-text and contains(., 'Sweating a lot:')]")
            .await;
        app.click("//label[normalize-space()='Side effects']/input")
            .await;
        page_says(&app, "Sweating a lot:").await;
        app.click("//button[normalize-space()='Less identifying']")
            .await;
        page_says(&app, "A copy without names and dates").await;
        look(&app, "visit-less", &mut found).await;
        app.click("//button[normalize-space()='First visit']").await;
        page_says(&app, "Treatment history").await;
        look(&app, "visit-first", &mut found).await;
        // The driver scrolls no further than to the edge, where the click meets what is above.
        app.script::<bool>("document.querySelector('main h1').scrollIntoView(); return true")
            .await;
        app.click("//button[normalize-space()='Follow-up']").await;
        page_says(&app, "Since the visit on 23 Oct").await;
        app.click("//button[normalize-space()='I have been there']")
            .await;
        app.find("#record-agreed")
            .await
            .send_keys("go on with 100 mg")
            .await
            .unwrap();
        look(&app, "visit-record", &mut found).await;
        app.click("//form//button[normalize-space()='Save']").await;
        app.wait_text("main", "Agreed: go on with 100 mg").await;
        page_says(&app, "Nothing written down for this visit.").await;
        patterns(&app, &mut found).await;
        app.size(900, 600).await;
        app.text_size("200").await;
        for place in ["Visit", "Trends"] {
            app.go(place).await;
            app.find("main h1").await;
            fits(
                &app,
                &format!("{}-900-200", place.to_lowercase()),
                &mut found,
            )
            .await;
        }
        app.end().await;
        assert_eq!(found, Vec::<String>::new());
    });
}

/// The page is seen as large as on paper, by key, and closes with Escape.
async fn larger(app: &App, found: &mut Vec<String>) {
    let small = app.find("[aria-label='See it larger']").await;
    small.send_keys(Key::Enter + "").await.unwrap();
    let sheet = app.find("[role='dialog'] img").await;
    let width: f64 = sheet.rect().await.unwrap().width;
    assert!(width >= 790.0, "{width} pixels");
    look(app, "visit-larger", found).await;
    let scrolls = app.find("[role='dialog'] [role='group']").await;
    scrolls.send_keys(Key::Escape + "").await.unwrap();
    app.gone("[role='dialog']").await;
}

async fn patterns(app: &App, found: &mut Vec<String>) {
    app.go("Trends").await;
    trends_tab(app, "Before and after").await;
    app.wait_text("main", "24 Oct 2026: Sertraline 100 mg")
        .await;
    look(app, "trends-before-after", found).await;
    trends_tab(app, "Patterns").await;
    app.wait_text("main", "Only what holds by a strict rule is told.")
        .await;
    look(app, "trends-patterns", found).await;
    trends_tab(app, "Experiments").await;
    app.wait_text("main", "What I mean to try").await;
    look(app, "trends-experiments", found).await;
}

#[test]
fn point_from_an_entry_is_on_the_next_page() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.begin().await;
        super::the_day(&app).await;
        app.click("//button[contains(normalize-space(), 'Walk · 25 min')]")
            .await;
        app.click("//button[normalize-space()='Add to next visit']")
            .await;
        app.go("Visit").await;
        page_says(&app, "1. Exercise, 23 Nov: ").await;
        app.end().await;
    });
}

#[test]
fn week_is_typed_from_the_card() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.begin().await;
        let mut found = Vec::new();
        app.go("Days").await;
        app.click("//button[@role='radio' and normalize-space()='Week card']")
            .await;
        app.click("[aria-label='The week before']").await;
        app.wait_text("main", "16 Nov – 22 Nov").await;
        for day in [
            "Mon 16", "Tue 17", "Wed 18", "Thu 19", "Fri 20", "Sat 21", "Sun 22",
        ] {
            let cell = app.find(&format!("[aria-label='{day}, Mood']")).await;
            cell.send_keys("4").await.unwrap();
        }
        let cell = app.find("[aria-label='Wed 18, Exercise: Minutes']").await;
        cell.send_keys("x").await.unwrap();
        app.click("//button[normalize-space()='Save']").await;
        app.wait_text("[role='alert']", "“x” is no number").await;
        look(&app, "week", &mut found).await;
        cell.clear().await.unwrap();
        cell.send_keys("20").await.unwrap();
        app.click("//button[normalize-space()='Save']").await;
        app.gone("[aria-label='Mon 16, Mood']").await;
        app.size(900, 600).await;
        app.text_size("200").await;
        app.go("Days").await;
        app.click("//button[@role='radio' and normalize-space()='Week card']")
            .await;
        app.find("//table").await;
        fits(&app, "week-900-200", &mut found).await;
        app.end().await;
        assert_eq!(found, Vec::<String>::new());
    });
}
