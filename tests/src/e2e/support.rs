//! Support now and what it shows.

use super::app::{self, App};
use super::screens_and_axe::{PLACES, look};
use crate::common;

#[test]
fn support_now_opens_from_every_place_by_its_key() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.find("#country").await;
        app.keys(thirtyfour::Key::F1 + "").await;
        app.wait_text("aside", "emergency number").await;
        app.keys(thirtyfour::Key::Escape + "").await;
        app.gone("aside").await;
        app.begin().await;
        app.wait_text("main", "Overall").await;
        for place in PLACES {
            app.go(place).await;
            app.find("main h1").await;
            app.keys(thirtyfour::Key::F1 + "").await;
            app.wait_text("main h1", "Support now").await;
            app.wait_text("main", "call 999").await;
            app.keys(thirtyfour::Key::Escape + "").await;
            app.find(&format!(
                "//nav//button[normalize-space()='{place}' and @aria-current='page']"
            ))
            .await;
            assert!(!app.there("//h1[normalize-space()='Support now']").await);
        }
        app.end().await;
    });
}

#[test]
fn plan_and_people_stand_in_support_now() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.begin().await;
        app.wait_text("main", "Overall").await;
        let mut found = Vec::new();
        app.keys(thirtyfour::Key::F1 + "").await;
        app.wait_text("main", "You have no plan yet").await;
        look(&app, "support-now-empty", &mut found).await;
        app.click("//button[normalize-space()='Write your plan']")
            .await;
        app.click("//button[contains(., 'Things I can do by myself')]")
            .await;
        for line in ["Calm breathing, five minutes", "A warm shower"] {
            let field = app.find("input.added").await;
            field.send_keys(line).await.unwrap();
            field.send_keys(thirtyfour::Key::Enter + "").await.unwrap();
            app.find(&format!("//button[@aria-label='Remove: {line}']"))
                .await;
        }
        app.click("//button[@aria-label='Move up: A warm shower']")
            .await;
        app.until("document.querySelector('input.line').value === 'A warm shower'")
            .await;
        look(&app, "support-plan", &mut found).await;
        // A line that is only typed is saved when its page goes, and an emptied one takes no other
        // with it.
        let field = app.find("input.added").await;
        field.send_keys("The balcony").await.unwrap();
        app.keys(thirtyfour::Key::F1 + "").await;
        app.wait_text("main li", "The balcony").await;
        app.keys(thirtyfour::Key::Escape + "").await;
        app.click("//button[contains(., 'Things I can do by myself')]")
            .await;
        app.find("input.line").await.clear().await.unwrap();
        app.click(".row button[aria-label^='Remove']").await;
        app.until("document.querySelectorAll('input.line').length === 2")
            .await;
        app.until("document.querySelector('input.line').value === 'Calm breathing, five minutes'")
            .await;
        app.click("//button[@role='radio' and normalize-space()='People']")
            .await;
        app.click("//button[normalize-space()='Add somebody']")
            .await;
        app.find("#person-name")
            .await
            .send_keys("My sister")
            .await
            .unwrap();
        app.keys(thirtyfour::Key::F1 + "").await;
        app.wait_text("main h1", "Support now").await;
        app.keys(thirtyfour::Key::Escape + "").await;
        app.until("document.querySelector('#person-name')?.value === 'My sister'")
            .await;
        app.find("#person-phone")
            .await
            .send_keys("at work")
            .await
            .unwrap();
        app.click("//button[normalize-space()='Save']").await;
        app.wait_text(".fault", "digits, spaces").await;
        let phone = app.find("#person-phone").await;
        phone.clear().await.unwrap();
        phone.send_keys("01632 960147").await.unwrap();
        look(&app, "support-person", &mut found).await;
        app.click("//button[normalize-space()='Save']").await;
        app.find("//button[@aria-label='Copy 01632 960147']").await;
        look(&app, "support-people", &mut found).await;
        app.click("//button[@role='radio' and normalize-space()='Helplines']")
            .await;
        app.wait_text("main", "Samaritans").await;
        app.click("//button[normalize-space()='Add a line']").await;
        for (id, text) in [
            ("#line-name", "The crisis team"),
            ("#line-number", "01632 960455"),
        ] {
            app.find(id).await.send_keys(text).await.unwrap();
        }
        app.click("//form//button[normalize-space()='Save']").await;
        app.find("//button[@aria-label='Copy 01632 960455']").await;
        look(&app, "support-lines", &mut found).await;
        app.click("//button[@role='radio' and normalize-space()='Tools']")
            .await;
        app.click("[aria-label$='Thought record']").await;
        app.find("textarea, input[type='text'], input.input").await;
        look(&app, "support-thought-record", &mut found).await;
        app.keys(thirtyfour::Key::F1 + "").await;
        app.wait_text("main h1", "Support now").await;
        app.wait_text("main li", "Calm breathing, five minutes")
            .await;
        app.wait_text("main li", "My sister").await;
        app.click("//button[@aria-label='Copy 01632 960147']").await;
        app.until("document.querySelector('[role=status]').textContent.includes('01632 960147')")
            .await;
        look(&app, "support-now", &mut found).await;
        app.size(900, 600).await;
        look(&app, "support-now-900", &mut found).await;
        app.keys(thirtyfour::Key::Escape + "").await;
        app.go("Settings").await;
        app.click("//button[@role='radio' and normalize-space()='Dark']")
            .await;
        app.find("html[data-theme='dark']").await;
        app.text_size("200").await;
        app.keys(thirtyfour::Key::F1 + "").await;
        app.wait_text("main li", "My sister").await;
        look(&app, "support-now-900-200-dark", &mut found).await;
        app.keys(thirtyfour::Key::Escape + "").await;
        app.go("Support").await;
        for tab in ["Plan", "People", "Helplines"] {
            app.click(&format!(
                "//button[@role='radio' and normalize-space()='{tab}']"
            ))
            .await;
            app.find("main section.sheet").await;
            let name = format!("support-{}-900-200-dark", tab.to_lowercase());
            look(&app, &name, &mut found).await;
            let over: i64 = app
                .script("return document.documentElement.scrollWidth - innerWidth")
                .await;
            assert!(over <= 0, "{name} is {over} px too wide");
        }
        assert!(found.is_empty(), "{found:#?}");
        app.end().await;
    });
}
