//! End-to-end tests of difficult days: pauses, quick answers, low answers, coming back, earlier
//! days, practices, plans, the end of the day and time zones.
//!
//! Axe checks each state, and a screenshot is taken of each if requested.

mod times;

use super::visit::page_says;
use crate::common::{self, draft, n, options, t};
use crate::e2e::app::{self, App};
use crate::e2e::screens_and_axe::look;
use commands::app::preferences;
use domain::Draft;
use std::path::Path;
use thirtyfour::Key;

/// Creates a journal with entries from 1 to 20 November, with two missed and three hard days.
fn weeks(home: &Path) {
    let clock = |day: &str| format!("{day}T19:00:00Z Europe/Berlin");
    let place = home.join("journal");
    let mut open = common::session(&place, &clock("2026-11-01"));
    preferences::complete_onboarding(&mut open, "DE".into()).unwrap();
    for day in 1..=20 {
        let day = format!("2026-11-{day:02}");
        open.set_clock(options(&place, &clock(&day)).clock);
        let mood = f64::from(day.as_bytes()[9] - b'0') / 2.0;
        let message: Vec<Draft> = match day.as_str() {
            "2026-11-05" | "2026-11-06" => Vec::new(),
            "2026-11-12" | "2026-11-13" => {
                vec![draft("day-state", &day, &[("state", t("in-bed"))])]
            }
            "2026-11-14" => vec![
                draft("day-state", &day, &[("state", t("cant"))]),
                draft("mood", &day, &[("mood", n(1.0))]),
            ],
            _ => vec![Draft {
                note: "a few words about the day, so that there is something to read again later"
                    .into(),
                ..draft(
                    "mood",
                    &day,
                    &[("mood", n(mood.round())), ("energy", n(3.0))],
                )
            }],
        };
        for draft in message {
            common::record(&mut open, &draft).unwrap();
        }
    }
    open.close().unwrap();
}

#[test]
fn difficult_days_render_and_pass_axe() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        weeks(home.path());
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.wait_text("h1", "Monday").await;
        let mut found = Vec::new();
        coming_back(&app, &mut found).await;
        a_day_in_days(&app, &mut found).await;
        a_pause(&app, &mut found).await;
        app.end().await;
        assert!(found.is_empty(), "{found:#?}");
    });
}

/// Checks the greeting after two days away, the shortened page after a low answer, and the focus of
/// a quick answer.
async fn coming_back(app: &App, found: &mut Vec<String>) {
    app.wait_text(".back", "Good that you are here").await;
    look(app, "hard-greeting", found).await;
    app.script::<()>("document.querySelector('.was').scrollIntoView({ block: 'end' })")
        .await;
    look(app, "hard-greeting-pause", found).await;
    // Undoing the suggested pause offers the missed days again.
    app.click("//*[contains(@class, 'back')]//button[normalize-space()='In hospital']")
        .await;
    app.gone(".back").await;
    app.keys(Key::Control + "z").await;
    app.wait_text(".back", "Good that you are here").await;
    app.click("//button[normalize-space()='Not now']").await;
    app.gone(".back").await;
    app.keys("1").await;
    app.wait_text(".notice", "The page is shorter").await;
    app.gone("//h2[normalize-space()='Sleep']").await;
    look(app, "hard-low", found).await;
    // A quick answer given by key keeps the focus, and the same key clears it.
    let tap = "//button[normalize-space()='In bed today']";
    app.script::<()>("document.querySelector('#tap-day-state-in-bed').focus()")
        .await;
    for pressed in ["true", "false"] {
        app.keys(Key::Enter + "").await;
        app.find(&format!("{tap}[@aria-pressed='{pressed}']")).await;
        app.until("document.activeElement.id === 'tap-day-state-in-bed'")
            .await;
    }
    app.script::<()>("document.querySelector('.scale [tabindex=\"0\"]').focus()")
        .await;
    // Backspace clears the answer and restores the length of the page.
    app.keys(Key::Backspace + "").await;
    app.find("//h2[normalize-space()='Sleep']").await;
    app.gone("[role='radio'][aria-checked='true'].none, .scale [aria-checked='true']")
        .await;
}

async fn a_day_in_days(app: &App, found: &mut Vec<String>) {
    app.go("Days").await;
    app.find(".cell.diamond").await;
    look(app, "hard-month", found).await;
    app.click("//button[@role='radio' and normalize-space()='Year']")
        .await;
    app.find(".day.diamond").await;
    look(app, "hard-year", found).await;
    app.click("//button[@role='radio' and normalize-space()='Month']")
        .await;
    app.click("//button[contains(., '14 November')]").await;
    app.wait_text("h1", "Saturday, 14 November").await;
    app.wait_text("main h2", "how was your mood that day?")
        .await;
    look(app, "hard-day", found).await;
    app.click("//button[@aria-label='The day before']").await;
    app.wait_text("h1", "Friday, 13 November").await;
    app.click("//button[@aria-label='The day after']").await;
    app.wait_text("h1", "Saturday, 14 November").await;
    app.click("//button[normalize-space()='History']").await;
    app.wait_text(".sheet-title", "History").await;
    look(app, "hard-history", found).await;
    app.click("//button[@aria-label='Close']").await;
    app.gone(".sheet-dialog").await;
    app.go("Trends").await;
    app.wait_text(".marked", "In bed that day: 2 days").await;
    look(app, "hard-trends", found).await;
    app.go("Visit").await;
    page_says(app, "In bed that day: 2 days").await;
    look(app, "hard-visit", found).await;
    app.go("Settings").await;
    app.click("//button[@role='radio' and normalize-space()='Dark']")
        .await;
    app.find("html[data-theme='dark']").await;
    for (place, shown) in [("Days", ".cell.diamond"), ("Trends", ".marked")] {
        app.go(place).await;
        app.find(shown).await;
        look(app, &format!("hard-{}-dark", place.to_lowercase()), found).await;
    }
}

/// Checks a pause from today on: no questions are asked, writing stays possible, and one click ends
/// the pause.
async fn a_pause(app: &App, found: &mut Vec<String>) {
    app.go("Days").await;
    app.click("//main//button[normalize-space()='Plan a pause']")
        .await;
    app.find("//button[@role='radio' and normalize-space()='Holiday']")
        .await;
    look(app, "hard-settings", found).await;
    app.click("//button[normalize-space()='Save']").await;
    app.gone("//button[normalize-space()='Save']").await;
    app.go("Today").await;
    app.wait_text(".pause", "Holiday, since 23 Nov 2026").await;
    app.gone(".scale").await;
    look(app, "hard-pause", found).await;
    app.click("//button[normalize-space()='Write something anyway']")
        .await;
    app.find(".scale").await;
    look(app, "hard-pause-anyway", found).await;
    app.click("//button[normalize-space()='I’m back']").await;
    app.gone(".pause").await;
    app.find(".scale").await;
}

/// A practice that is interrupted is recorded for the day, and its pace is offered next time.
#[test]
fn interrupted_practice_is_recorded_and_keeps_pace() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        weeks(home.path());
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.wait_text("h1", "Monday").await;
        app.go("Support").await;
        app.click("//button[@aria-label='Begin: Calm breathing']")
            .await;
        app.click("//button[@aria-label='More: Seconds in']").await;
        app.click("//*[contains(@class, 'scale')]//button[normalize-space()='7']")
            .await;
        app.click("//button[normalize-space()='Begin']").await;
        app.find(".breath").await;
        // A practice left within its first 10 seconds is not recorded; it lasts five minutes.
        app.until("/4:[0-4]\\d/.test(document.querySelector('.left').textContent)")
            .await;
        app.go("Today").await;
        let row = "//div[contains(@class, 'row')][.//h2[normalize-space()='Stress practice']]";
        app.wait_text(row, "Breathing").await;
        app.click("//button[normalize-space()='Done']").await;
        app.wait_text(row, "1 min").await;
        app.wait_text(row, "13:00").await;
        app.go("Support").await;
        app.click("//button[@aria-label='Begin: Calm breathing']")
            .await;
        let pace: String = app
            .script("return document.querySelector('#practice-pace-0').value")
            .await;
        assert_eq!(pace, "5", "the pace is offered as it was set");
        // The plain timer asks for its activity before saving.
        app.click("//button[normalize-space()='All practices']")
            .await;
        app.click("//button[@aria-label='Begin: Just a timer']")
            .await;
        app.click("//button[normalize-space()='Begin']").await;
        app.click("//button[normalize-space()='End']").await;
        app.click("//button[@role='radio' and normalize-space()='Yoga']")
            .await;
        app.click("//button[normalize-space()='Save']").await;
        app.go("Today").await;
        app.wait_text(row, "Yoga").await;
        app.end().await;
    });
}

/// A plan for tomorrow can be changed until its day. Afterwards the page asks for the outcome.
#[test]
fn plan_is_editable_until_its_day_then_asks_outcome() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        weeks(home.path());
        let row = "//div[contains(@class, 'row')][.//h2[normalize-space()='Small plan']]";
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.wait_text("h1", "Monday").await;
        app.click("//button[@role='radio' and normalize-space()='Everything']")
            .await;
        app.click("//button[@aria-label='Small plan: Add']").await;
        app.click("//button[@role='radio' and normalize-space()='Tomorrow']")
            .await;
        let what = app
            .find("//label[contains(., 'What small thing?')]//input")
            .await;
        what.send_keys("Five minutes on the balcony").await.unwrap();
        app.click(&format!("{row}//*[@role='radiogroup' and @aria-label='Pleasure you expect']//button[normalize-space()='2']")).await;
        app.gone(&format!("{row}//*[@aria-label='Pleasure there was']"))
            .await;
        let mut found = Vec::new();
        look(&app, "hard-plan", &mut found).await;
        app.click(&format!("{row}//button[normalize-space()='Done']"))
            .await;
        app.wait_text(row, "24 Nov: Five minutes on the balcony")
            .await;
        app.click(&format!("{row}//button[contains(., 'balcony')]"))
            .await;
        app.gone(&format!("{row}//*[@aria-label='Pleasure there was']"))
            .await;
        app.click(&format!("{row}//*[@role='radiogroup' and @aria-label='Pleasure you expect']//button[normalize-space()='3']")).await;
        app.click(&format!("{row}//button[normalize-space()='Done']"))
            .await;
        app.end().await;
        assert!(found.is_empty(), "{found:#?}");

        let app = App::start(home.path(), "2026-11-24T18:00:00Z Europe/Berlin", "en_GB").await;
        app.wait_text(row, "Five minutes on the balcony").await;
        look(&app, "hard-plan-after", &mut found).await;
        app.click("//button[starts-with(@aria-label, 'How was it?')]")
            .await;
        app.click(&format!("{row}//*[@role='radiogroup' and @aria-label='Pleasure there was']//button[normalize-space()='6']")).await;
        app.click(&format!("{row}//button[normalize-space()='Done']"))
            .await;
        app.wait_text(row, "pleasure 3 thought, 6 felt").await;
        app.gone("//button[starts-with(@aria-label, 'How was it?')]")
            .await;
        app.end().await;
        assert!(found.is_empty(), "{found:#?}");
    });
}
