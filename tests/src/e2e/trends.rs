//! Trends: a closer look, weekdays, one measure over another, a saved view, a chart as a file; and the way
//! from a pattern to the page.

use super::app::{self, App};
use super::scales::fits;
use super::screens_and_axe::{load, look};
use super::visit::page_says;
use crate::common;
use crate::patterns::{days, with_late};
use thirtyfour::Key;

const CLOCK: &str = "2026-11-22T21:30:00Z Europe/Berlin";

async fn view(app: &App, name: &str) {
    app.click(&format!(
        "//*[@aria-label='How to look at it']//button[normalize-space()='{name}']"
    ))
    .await;
}

async fn choose(app: &App, name: &str) {
    app.click(&format!(
        "//main//button[@role='radio' and normalize-space()='{name}']"
    ))
    .await;
}

#[test]
fn trends_are_looked_at_closer_and_kept() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        load(home.path(), "ada.toml");
        let app = App::start(home.path(), CLOCK, "en_GB").await;
        app.begin().await;
        let mut found = Vec::new();
        app.go("Trends").await;
        closer(&app).await;
        view(&app, "Weekdays").await;
        app.wait_text("main", "What each weekday was like").await;
        look(&app, "trends-weekdays", &mut found).await;
        view(&app, "Charts").await;
        save_a_chart(&app, home.path(), &mut found).await;
        overlay_and_view(&app, &mut found).await;
        app.size(900, 600).await;
        app.text_size("200").await;
        app.go("Trends").await;
        app.find("main h1").await;
        fits(&app, "trends-900-200", &mut found).await;
        view(&app, "Weekdays").await;
        app.wait_text("main", "What each weekday was like").await;
        fits(&app, "trends-weekdays-900-200", &mut found).await;
        app.end().await;
        assert_eq!(found, Vec::<String>::new());
    });
}

/// By pointer and by key, and back.
async fn closer(app: &App) {
    let figure = app.find(".figure").await;
    let mouse = app.driver().action_chain();
    let mouse = mouse.move_to_element_with_offset(&figure, -100, 0);
    let mouse = mouse.click_and_hold().move_by_offset(150, 0).release();
    mouse.perform().await.unwrap();
    app.click("//button[normalize-space()='Back to all of it']")
        .await;
    app.gone("//button[normalize-space()='Back to all of it']")
        .await;
    app.tab_to("[role='slider']").await;
    app.keys("+").await;
    app.find("//button[normalize-space()='Back to all of it']")
        .await;
    app.keys("-").await;
    app.gone("//button[normalize-space()='Back to all of it']")
        .await;
}

async fn save_a_chart(app: &App, home: &std::path::Path, found: &mut Vec<String>) {
    app.click("[aria-label='Save Mood']").await;
    app.wait_text("[role='dialog']", "Numbers (CSV)").await;
    look(app, "trends-save", found).await;
    app.click("//div[@role='dialog']//button[normalize-space()='Numbers (CSV)']")
        .await;
    let file = home.join("mood.csv");
    app.choose_path("Save this chart", &file).await;
    app.wait_text("[role='dialog']", "mood.csv").await;
    let numbers = std::fs::read_to_string(&file).unwrap();
    assert!(
        numbers.starts_with("\u{feff}day,value,as shown\n"),
        "{numbers}"
    );
    app.click("//div[@role='dialog']//button[@aria-label='Close']")
        .await;
    app.gone("//div[@role='dialog']").await;
}

async fn overlay_and_view(app: &App, found: &mut Vec<String>) {
    // Two measures stay.
    let on = "//*[@aria-label='What to draw']//button[@aria-pressed='true']";
    while app
        .driver()
        .find_all(thirtyfour::By::XPath(on))
        .await
        .unwrap()
        .len()
        > 2
    {
        let left = app
            .driver()
            .find_all(thirtyfour::By::XPath(on))
            .await
            .unwrap();
        let last = left.last().unwrap().text().await.unwrap();
        app.click(&format!(
            "//*[@aria-label='What to draw']//button[normalize-space()='{last}']"
        ))
        .await;
        app.gone(&format!("{on}[normalize-space()='{last}']")).await;
    }
    app.click("//button[normalize-space()='One over the other']")
        .await;
    app.find("[aria-label*='Over it: ']").await;
    look(app, "trends-overlay", found).await;
    app.click("//button[normalize-space()='Save this view']")
        .await;
    app.find("#view-name")
        .await
        .send_keys("Two of them")
        .await
        .unwrap();
    app.click("//div[@role='dialog']//button[normalize-space()='Save']")
        .await;
    app.gone("//div[@role='dialog']").await;
    choose(app, "30 days").await;
    app.click("//button[normalize-space()='Two of them']").await;
    app.find("//button[@role='radio' and @aria-checked='true' and normalize-space()='90 days']")
        .await;
}

#[test]
fn pattern_becomes_an_experiment_on_the_page() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let mut session = common::session(&home.path().join("journal"), common::NOON);
        days(&mut session, 90, true);
        with_late(&mut session);
        session.close().unwrap();
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.begin().await;
        app.go("Trends").await;
        choose(&app, "Patterns").await;
        app.wait_text("main", "your mood tended to be higher").await;
        app.click("//section[.//h2[contains(., 'your mood')]]//button[normalize-space()='Try it for two weeks']")
            .await;
        let what = app.find("#activity-what").await;
        what.send_keys(Key::Control + "a").await.unwrap();
        what.send_keys("a walk after lunch").await.unwrap();
        app.click("//div[@role='dialog']//button[normalize-space()='Save']")
            .await;
        app.gone("//div[@role='dialog']").await;
        app.go("Today").await;
        app.click("//section[@aria-labelledby='activities']//button[normalize-space()='Done']")
            .await;
        app.find("//section[@aria-labelledby='activities']//button[@aria-checked='true' and normalize-space()='Done']")
            .await;
        app.go("Visit").await;
        page_says(&app, "a walk after lunch").await;
        app.end().await;
    });
}
