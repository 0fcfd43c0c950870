//! Questionnaires, and what is shown at once for thoughts of death.

use super::app::{self, App};
use super::screens_and_axe::look;
use super::visit::page_says;
use crate::common::{self, t};
use thirtyfour::Key;

const OPTIONS: [&str; 4] = [
    "not-at-all",
    "several-days",
    "more-than-half",
    "nearly-every-day",
];

/// Records a complete PHQ-9 of a day, with the given answers.
fn record(journal: &std::path::Path, day: &str, answers: [usize; 9]) {
    let mut open = common::session(journal, common::NOON);
    let named = answers.iter().enumerate();
    let values: Vec<_> = named
        .map(|(index, answer)| (format!("q{}", index + 1), t(OPTIONS[*answer])))
        .collect();
    let values: Vec<_> = values
        .iter()
        .map(|(k, v)| (k.as_str(), v.clone()))
        .collect();
    common::record(&mut open, &common::draft("phq-9", day, &values)).unwrap();
    open.close().unwrap();
}

async fn question(app: &App, nth: u32) {
    app.wait_text("main", &format!("Question {nth} of 9")).await;
}

#[test]
fn questionnaire_survives_a_kill_and_is_finished() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.begin().await;
        app.wait_text("main", "Overall").await;
        let mut found = Vec::new();
        app.keys(Key::Control + "4").await;
        app.wait_text("main", "Nothing here is a diagnosis").await;
        look(&app, "scales-empty", &mut found).await;
        app.tab_to("[aria-label='PHQ-9: Start']").await;
        app.keys(Key::Enter + "").await;
        for (nth, key) in (1..).zip(["1", "2", "1", "2", "1"]) {
            question(&app, nth).await;
            app.keys(key).await;
        }
        question(&app, 6).await;
        look(&app, "scales-one", &mut found).await;
        let journal = app.journal();
        app.kill();
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.wait_text("main", "Overall").await;
        app.keys(Key::Control + "4").await;
        app.wait_text("main", "5 of 9 answered – no total").await;
        app.tab_to("[aria-label='PHQ-9: Go on']").await;
        app.keys(Key::Enter + "").await;
        question(&app, 6).await;
        // Back shows the answer that was kept, and a digit changes it.
        app.keys(Key::Left + "").await;
        question(&app, 5).await;
        app.find(".option[aria-pressed='true']").await;
        app.keys("1").await;
        for (nth, key) in (6..).zip(["1", "2", "0", "0"]) {
            question(&app, nth).await;
            app.keys(key).await;
        }
        app.wait_text("main", "not part of the total").await;
        app.keys("1").await;
        app.wait_text("main", "The questionnaire calls 10 to 14 moderate")
            .await;
        app.wait_text("main", "10 of 27").await;
        look(&app, "scales-result-first", &mut found).await;
        app.end().await;
        record(&journal, "2026-11-08", [2, 2, 2, 2, 2, 2, 1, 1, 0]);
        record(&journal, "2026-10-25", [3, 2, 2, 2, 2, 2, 2, 1, 1]);
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.wait_text("main", "Overall").await;
        app.wait_text("main", "10 of 27 · moderate").await;
        app.keys(Key::Control + "4").await;
        app.wait_text("main", "since last time, 4 lower: smaller than")
            .await;
        look(&app, "scales", &mut found).await;
        app.click("[aria-label^='PHQ-9: 10']").await;
        app.wait_text("main", "3 questionnaires").await;
        look(&app, "scales-result", &mut found).await;
        app.click("//button[normalize-space()='When is the next one?']")
            .await;
        app.click("//button[@role='radio' and normalize-space()='every 2 weeks']")
            .await;
        app.click("//button[normalize-space()='Save']").await;
        app.wait_text("main", "due 7 Dec, every 2 weeks").await;
        app.go("Visit").await;
        page_says(&app, "now 10 (23 Nov)").await;
        page_says(&app, "PHQ-9, question 9").await;
        app.go("Trends").await;
        app.wait_text("main", "3 questionnaires").await;
        app.go("Scales").await;
        app.click("//button[normalize-space()='Add a score from my clinic']")
            .await;
        app.find("#score-total")
            .await
            .send_keys("117")
            .await
            .unwrap();
        app.find("#score-who")
            .await
            .send_keys("my sleep clinic")
            .await
            .unwrap();
        app.click("//form//button[normalize-space()='Save']").await;
        app.find("#score-total[aria-invalid='true']").await;
        look(&app, "scales-score", &mut found).await;
        let total = app.find("#score-total").await;
        total.clear().await.unwrap();
        total.send_keys("17").await.unwrap();
        app.click("//form//button[normalize-space()='Save']").await;
        app.wait_text("main", "of 28 · moderate").await;
        small_and_large(&app, &mut found).await;
        assert_eq!(found, Vec::<String>::new());
        app.end().await;
    });
}

/// Looks at the list, a result, a question and the page for thoughts of death in a small window
/// with the largest text, dark.
async fn small_and_large(app: &App, found: &mut Vec<String>) {
    app.go("Settings").await;
    app.click("//button[@role='radio' and normalize-space()='Dark']")
        .await;
    app.find("html[data-theme='dark']").await;
    app.size(900, 600).await;
    app.text_size("200").await;
    app.go("Scales").await;
    app.wait_text("main", "10 of 27").await;
    fits(app, "scales-900-200-dark", found).await;
    app.click("[aria-label^='PHQ-9: 10']").await;
    app.wait_text("main", "3 questionnaires").await;
    fits(app, "scales-result-900-200-dark", found).await;
    app.click("//button[normalize-space()='Change an answer']")
        .await;
    question(app, 1).await;
    fits(app, "scales-one-900-200-dark", found).await;
    for nth in 1..9 {
        question(app, nth).await;
        app.click("//button[normalize-space()='Next']").await;
    }
    question(app, 9).await;
    app.keys("2").await;
    app.wait_text("main", "That is more often than last time.")
        .await;
    fits(app, "scales-item9-900-200-dark", found).await;
}

pub async fn fits(app: &App, name: &str, found: &mut Vec<String>) {
    look(app, name, found).await;
    let over: i64 = app
        .script("return document.documentElement.scrollWidth - innerWidth")
        .await;
    assert!(over <= 0, "{name} is {over} px too wide");
}

async fn answer_item_nine(app: &App, option: usize) {
    app.click(&format!("//*[@data-row='8']//label[{}]//input", option + 1))
        .await;
}

#[test]
fn thoughts_of_death_show_help_at_once() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.begin().await;
        app.wait_text("main", "Overall").await;
        let mut found = Vec::new();
        app.keys(Key::Control + "4").await;
        app.click("[aria-label='PHQ-9: Start']").await;
        question(&app, 1).await;
        app.click("//button[normalize-space()='All on one page']")
            .await;
        look(&app, "scales-all", &mut found).await;
        // Not at all, and declined: nothing is shown.
        for option in [0, 4] {
            answer_item_nine(&app, option).await;
            app.until(&format!(
                "document.querySelectorAll('[data-row=\"8\"] input')[{option}].checked"
            ))
            .await;
            let answered = usize::from(option == 0);
            app.wait_text("main", &format!("{answered} of 9 answered"))
                .await;
            assert!(!app.there("//*[contains(., 'You noted thoughts')]").await);
        }
        // Any value from 1, on a form with nothing else answered.
        answer_item_nine(&app, 1).await;
        app.wait_text("main", "You noted thoughts of being better off dead")
            .await;
        app.wait_text("main", "several days").await;
        app.wait_text("main", "call 999").await;
        app.wait_text("main", "Samaritans").await;
        app.wait_text("main", "You have no plan yet").await;
        app.wait_text("main", "nobody is watching").await;
        look(&app, "scales-item9", &mut found).await;
        assert!(app.there("nav button").await, "nothing is locked");
        let marked: bool = app
            .script("return document.querySelector('.mark input').checked")
            .await;
        assert!(marked, "it is marked, and can be taken off");
        app.click(".mark input").await;
        app.until("!document.querySelector('.mark input').checked")
            .await;
        app.click("//button[normalize-space()='Go on']").await;
        // Seen once, it is one line; a higher answer shows it again.
        app.find("//button[normalize-space()='Show it again']")
            .await;
        app.wait_text("main", "1 of 9 answered").await;
        answer_item_nine(&app, 2).await;
        app.wait_text("main", "more than half the days").await;
        app.wait_text("main", "tell your clinician before the next visit")
            .await;
        app.click("//button[normalize-space()='Go on']").await;
        answer_item_nine(&app, 0).await;
        app.gone("//button[normalize-space()='Show it again']")
            .await;
        assert_eq!(found, Vec::<String>::new());
        app.end().await;
    });
}

#[test]
fn without_a_country_the_generic_numbers_are_shown() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        let choice = app.find("#country option[value='']").await;
        choice.click().await.unwrap();
        app.click("//button[normalize-space()='Begin without one']")
            .await;
        app.wait_text("main", "Overall").await;
        app.keys(Key::Control + "4").await;
        app.click("[aria-label='PHQ-9: Start']").await;
        question(&app, 1).await;
        for nth in 1..9 {
            question(&app, nth).await;
            app.click("//button[normalize-space()='Next']").await;
        }
        question(&app, 9).await;
        app.keys("3").await;
        app.wait_text("main", "nearly every day").await;
        app.wait_text("main", "findahelpline.com").await;
        app.wait_text("main", "Choose your country").await;
        app.wait_text("main", "your country’s emergency number")
            .await;
        app.end().await;
    });
}
