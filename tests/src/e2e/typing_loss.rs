//! End-to-end tests against lost or misdirected input: the last tick, a leftover search, a rejected
//! answer, a further entry, undo within a text field.

use super::app::{self, App};
use super::{cli, fill};
use crate::common::{self, draft, n};
use commands::app::preferences;
use domain::Draft;
use std::path::Path;
use thirtyfour::Key;

fn started(home: &Path) {
    let mut open = common::session(&home.join("journal"), "2026-11-22T18:00:00Z Europe/Berlin");
    preferences::complete_onboarding(&mut open, "DE".into()).unwrap();
    let noted = Draft {
        note: "the day of the letter".into(),
        ..draft("mood", "2026-11-22", &[("mood", n(4.0))])
    };
    common::record(&mut open, &noted).unwrap();
    open.close().unwrap();
}

#[test]
fn input_and_focus_stay_with_their_question() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        started(home.path());
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.wait_text("main", "Overall").await;
        the_last_tick_comes_off(&app).await;
        a_refused_answer_stays(&app).await;
        one_tap_by_key_leaves_the_focus_in_its_row(&app).await;
        a_digit_after_taking_back_answers_the_same_question(&app).await;
        a_further_entry_is_asked_whole(&app).await;
        a_search_left_behind_hides_nothing(&app).await;
        app.end().await;
        let all = cli(&app, &["entries", "--days", "2"]);
        assert!(
            all.contains("mood 10") && all.contains("mood 3"),
            "both moods of the day: {all}"
        );
        assert!(!all.contains("in person"), "the tick is off: {all}");
    });
}

/// A note typed just before closing is recorded as an entry, not only stored as a draft.
#[test]
fn closing_the_window_records_the_typed_note() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        started(home.path());
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.wait_text("main", "Overall").await;
        app.click("#onward-note").await;
        app.find("textarea")
            .await
            .send_keys("a walk by the river")
            .await
            .unwrap();
        // The app exits before the driver gets a response, so the result is ignored.
        let keys = app.driver().action_chain().key_down(Key::Control);
        let _ = keys.send_keys("q").perform().await;
        app.released().await;
        let csv = cli(&app, &["export", "csv"]);
        assert!(csv.contains("a walk by the river"), "{csv}");
    });
}

async fn the_last_tick_comes_off(app: &App) {
    app.click("//button[@aria-label='People: Add']").await;
    let tick = "//label[normalize-space()='in person']//input";
    app.click(tick).await;
    app.wait_text(".saved", "Saved").await;
    app.click(tick).await;
    app.wait_text(".saved", "Removed").await;
    app.click("//button[normalize-space()='Done']").await;
    app.find("//button[@aria-label='People: Add']").await;
}

async fn a_refused_answer_stays(app: &App) {
    app.click("//button[@aria-label='Exercise: Add']").await;
    fill(app, "exercise-new-minutes", "many").await;
    app.find(".fault").await;
    app.click("//button[normalize-space()='Done']").await;
    // The form must stay open with the typed text and the error.
    let typed: String = app
        .script("return document.querySelector('#exercise-new-minutes').value")
        .await;
    assert_eq!(typed, "many");
    app.script::<()>("document.querySelector('#exercise-new-minutes').value = ''")
        .await;
    fill(app, "exercise-new-minutes", "25").await;
    app.gone(".fault").await;
    app.click("//button[normalize-space()='Done']").await;
    app.gone("#exercise-new-minutes").await;
}

async fn one_tap_by_key_leaves_the_focus_in_its_row(app: &App) {
    app.tab_to("#tap-sleep-yes").await;
    app.keys(Key::Enter + "").await;
    app.gone("#tap-sleep-yes").await;
    app.until("document.activeElement.id === 'onward-sleep'")
        .await;
}

async fn a_digit_after_taking_back_answers_the_same_question(app: &App) {
    app.click("//button[@role='radio' and normalize-space()='Everything']")
        .await;
    let energy = "//*[@role='radiogroup' and contains(@aria-label, 'energy')]";
    let point = |nth: u8, chosen: bool| {
        format!("{energy}//button[normalize-space()='{nth}' and @aria-checked='{chosen}']")
    };
    app.click(&point(4, false)).await;
    app.find(&point(4, true)).await;
    app.keys(Key::Control + "z").await;
    app.find(&point(4, false)).await;
    app.until("document.activeElement.closest('.scale') !== null")
        .await;
    app.keys("6").await;
    app.find(&point(6, true)).await;
}

async fn a_further_entry_is_asked_whole(app: &App) {
    app.click("//*[contains(@class, 'scale')]//button[normalize-space()='3']")
        .await;
    app.click("//button[@role='radio' and normalize-space()='Everything']")
        .await;
    app.click("//button[normalize-space()='Add another of this day']")
        .await;
    app.find(".more .scale").await;
    app.until("document.activeElement.closest('.more .scale') !== null")
        .await;
    app.keys("1").await;
    app.keys("0").await;
    app.wait_text(".more .scale [aria-checked='true']", "10")
        .await;
    let at: String = app
        .script("return document.querySelector('.more input[id$=\"-at\"]').value")
        .await;
    assert_eq!(at, "13:00", "its time is that of the press");
    app.click("//div[contains(@class, 'more')]//button[normalize-space()='Done']")
        .await;
    app.wait_text("main", "mood 10").await;
}

async fn a_search_left_behind_hides_nothing(app: &App) {
    app.go("Days").await;
    app.find("#search").await.send_keys("letter").await.unwrap();
    app.wait_text("[role='status']", "one entry").await;
    // Undo in a text field undoes typing only, no change of the journal.
    app.keys(Key::Control + "z").await;
    app.gone("//button[contains(., 'letter')]").await;
    app.find("#search").await.send_keys("letter").await.unwrap();
    app.click("//button[contains(., 'letter')]").await;
    app.wait_text("h1", "Sunday, 22 November").await;
    app.click("//button[contains(normalize-space(), 'Back to the month')]")
        .await;
    app.until("document.activeElement.dataset.day === '2026-11-22'")
        .await;
}
