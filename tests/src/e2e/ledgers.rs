//! The ledgers of treatment in the window: side effects, sessions, therapy, life events, timeline.

use super::app::{self, App};
use super::scales::fits;
use super::screens_and_axe::{load, look};
use crate::common;
use crate::treatment::history::noor;
use commands::treatment::courses::{CourseForm, save_course};
use commands::treatment::sessions::{SessionForm, save_session};
use domain::treatment::CourseKind;
use std::path::Path;

const CLOCK: &str = "2026-11-22T21:30:00Z Europe/Berlin";

/// Ada's log with noor's treatments, and a course of twelve sessions in it.
fn full(home: &Path) {
    load(home, "ada.toml");
    let mut session = common::session(&home.join("journal"), CLOCK);
    noor(&mut session);
    let form = CourseForm {
        kind: CourseKind::Ect,
        name: "ECT, autumn".into(),
        who: String::new(),
        details: "right side".into(),
        rhythm: "twice a week".into(),
        from: "2026-09-21".into(),
        to: String::new(),
        sessions_before: String::new(),
        takes_home: "my brother".into(),
        agenda: Vec::new(),
        remember: Vec::new(),
        on_charts: true,
        on_pages: false,
    };
    let uid = save_course(&mut session, None, Some(form.clone())).unwrap();
    let uid = uid.uid.unwrap();
    let first: chrono::NaiveDate = "2026-09-21".parse().unwrap();
    for nth in 0..12_i64 {
        let on = first + chrono::Duration::days(nth * 7 / 2);
        let form = SessionForm {
            course: uid.clone(),
            on: on.to_string(),
            details: String::new(),
            before: Some(3),
            after: Some(4),
            after_when: "next day".into(),
            note: String::new(),
            agenda: Vec::new(),
            takeaways: String::new(),
            how_was: None,
            remembered: Vec::new(),
        };
        save_session(&mut session, None, Some(form)).unwrap();
    }
    let form = CourseForm {
        remember: vec!["the trip to the lake".into(), "the code of the door".into()],
        ..form
    };
    save_course(&mut session, Some(uid), Some(form)).unwrap();
    session.close().unwrap();
}

async fn tab(app: &App, name: &str) {
    app.click(&format!(
        "//div[@role='radiogroup' and @aria-label='Parts of Treatment']//button[normalize-space()='{name}']"
    ))
    .await;
}

async fn type_in(app: &App, id: &str, text: &str) {
    app.find(id).await.send_keys(text).await.unwrap();
}

async fn save(app: &App) {
    app.click("//div[@role='dialog']//button[normalize-space()='Save']")
        .await;
    app.gone("//div[@role='dialog']").await;
}

#[test]
fn ledgers_are_kept_and_drawn_in_the_window() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        full(home.path());
        let app = App::start(home.path(), CLOCK, "en_GB").await;
        app.begin().await;
        let mut found = Vec::new();
        app.go("Treatment").await;
        side_effects(&app, &mut found).await;
        therapy(&app, &mut found).await;
        tab(&app, "Sessions").await;
        app.wait_text("main", "ECT, autumn, 12 sessions").await;
        app.wait_text("main", "28 days before").await;
        look(&app, "treatment-sessions", &mut found).await;
        app.click("//button[normalize-space()='Write about a session']")
            .await;
        app.click(
            "//div[@role='dialog']//button[@role='radio' and normalize-space()='still there']",
        )
        .await;
        look(&app, "treatment-session-form", &mut found).await;
        save(&app).await;
        app.wait_text("main", "1 of 1 of what you wrote down").await;
        life_and_timeline(&app, &mut found).await;
        small_and_dark(&app, &mut found).await;
        app.end().await;
        assert_eq!(found, Vec::<String>::new());
    });
}

async fn side_effects(app: &App, found: &mut Vec<String>) {
    tab(app, "Side effects").await;
    app.click("//button[normalize-space()='Sweating a lot']")
        .await;
    app.click("//button[normalize-space()='Dry mouth']").await;
    let strong = "//*[@role='radiogroup' and @aria-label='Sweating a lot: how strong']";
    app.click(&format!("{strong}//button[normalize-space()='clearly']"))
        .await;
    app.find(&format!(
        "{strong}//button[@aria-checked='true' and normalize-space()='clearly']"
    ))
    .await;
    app.click("//*[@aria-label='How often']//button[normalize-space()='3']")
        .await;
    look(app, "treatment-effects", found).await;
    app.click("//button[normalize-space()='All of them']").await;
    app.gone("//button[normalize-space()='Less sexual desire']")
        .await;
    type_in(app, "#effects-search", "libido").await;
    app.gone("//button[normalize-space()='Headache']").await;
    app.click("//button[normalize-space()='All of them']").await;
    app.click("//button[normalize-space()='The whole list']")
        .await;
    app.wait_text("main", "When not to wait").await;
    look(app, "treatment-effects-help", found).await;
}

async fn therapy(app: &App, found: &mut Vec<String>) {
    tab(app, "Therapy").await;
    app.wait_text("main", "What I mean to try").await;
    look(app, "treatment-therapy-empty", found).await;
    app.click("//button[normalize-space()='Add a therapy']")
        .await;
    type_in(app, "#course-who", "my therapist").await;
    type_in(app, "#course-rhythm", "weekly").await;
    look(app, "treatment-therapy-form", found).await;
    save(app).await;
    app.wait_text("main", "CBT, with my therapist").await;
    let line = app
        .find("[aria-label='Line 1 of what I want to bring']")
        .await;
    line.send_keys("the talk with my manager").await.unwrap();
    app.find("[aria-label='Line 2 of what I want to bring']")
        .await;
    app.click("//button[normalize-space()='Write about a session']")
        .await;
    type_in(app, "#session-takeaways", "A thought is not a fact.").await;
    app.click("//*[@aria-label='How it was, 0 to 10']//button[normalize-space()='7']")
        .await;
    save(app).await;
    app.wait_text("main", "A thought is not a fact.").await;
    app.click("//button[normalize-space()='Plan something']")
        .await;
    type_in(app, "#activity-what", "10-minute walk").await;
    app.click("//div[@role='dialog']//input[@type='checkbox']")
        .await;
    look(app, "treatment-activity-form", found).await;
    save(app).await;
    app.wait_text("main", "any day").await;
    look(app, "treatment-therapy", found).await;
    app.go("Today").await;
    app.click("//section[@aria-labelledby='activities']//button[normalize-space()='Partly']")
        .await;
    app.wait_text("main", "1 partly").await;
    look(app, "today-activity", found).await;
    app.go("Treatment").await;
}

async fn life_and_timeline(app: &App, found: &mut Vec<String>) {
    tab(app, "Conditions").await;
    app.click("//button[normalize-space()='Add a life event']")
        .await;
    type_in(app, "#life-what", "lost my job").await;
    type_in(app, "#life-from", "2026-10-05").await;
    save(app).await;
    app.wait_text("main", "lost my job").await;
    look(app, "treatment-conditions-life", found).await;
    tab(app, "Timeline").await;
    app.find("[aria-label^='Timeline of treatment. ']").await;
    look(app, "treatment-timeline", found).await;
    app.click("//button[normalize-space()='Each stopped medicine']")
        .await;
    look(app, "treatment-timeline-each", found).await;
    app.click("//button[@role='radio' and normalize-space()='5 years']")
        .await;
    look(app, "treatment-timeline-5", found).await;
    app.go("Trends").await;
    app.find("[aria-label='ECT, autumn: 13 sessions']").await;
    look(app, "trends-lanes", found).await;
}

async fn small_and_dark(app: &App, found: &mut Vec<String>) {
    app.go("Settings").await;
    app.click("//button[@role='radio' and normalize-space()='Dark']")
        .await;
    app.find("html[data-theme='dark']").await;
    app.go("Treatment").await;
    for (size, text) in [("1280", "100"), ("900", "200")] {
        if size == "900" {
            app.size(900, 600).await;
            app.text_size(text).await;
            app.go("Treatment").await;
        }
        for name in [
            "Now",
            "Timeline",
            "History",
            "Sessions",
            "Therapy",
            "Side effects",
            "Conditions",
        ] {
            tab(app, name).await;
            app.find("main h1").await;
            let name = name.to_lowercase().replace(' ', "-");
            fits(app, &format!("treatment-{name}-{size}-{text}-dark"), found).await;
        }
    }
}
