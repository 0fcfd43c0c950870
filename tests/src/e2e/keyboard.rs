//! Journeys by keyboard alone.

use super::app;
use super::app::App;
use super::cli;
use crate::common;

#[test]
fn keyboard_undo_works_after_restart() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.begin().await;
        app.wait_text("main", "Overall").await;
        app.keys("7").await;
        app.wait_text(".saved", "Saved").await;
        app = app.again().await;
        app.wait_text("main", "Overall").await;
        let chosen = "//button[@role='radio' and @aria-checked='true' and normalize-space()='7']";
        assert!(app.there(chosen).await, "it was kept");
        app.keys(thirtyfour::Key::Control + "z").await;
        app.wait_text(".saved", "Undone").await;
        app.gone(chosen).await;
        app.end().await;
        assert_eq!(cli(&app, &["entries"]), "", "also in the journal");
    });
}

/// Counts the stops the Tab key must reach: every control, and one per radio group.
const STOPS: &str =
    "return [...document.querySelectorAll('button, input, select, textarea, [tabindex]')]
    .filter((e) => !e.disabled && e.tabIndex >= 0 && e.getClientRects().length > 0).length";

const FOCUSED: &str =
    "const all = [...document.querySelectorAll('button, input, select, textarea, [tabindex]')];
    return all.indexOf(document.activeElement)";

#[test]
fn tab_key_reaches_every_control() {
    app::journey(async {
        let folder = tempfile::tempdir().unwrap();
        let app = App::start(folder.path(), common::NOON, "en_GB").await;
        app.begin().await;
        app.wait_text("main", "Overall").await;
        for place in ["Today", "Days", "Trends", "Visit", "Settings"] {
            app.go(place).await;
            app.find("main h1").await;
            let stops: usize = app
                .driver()
                .execute(STOPS, vec![])
                .await
                .unwrap()
                .convert()
                .unwrap();
            let mut seen = std::collections::BTreeSet::new();
            for _ in 0..stops + 3 {
                app.keys(thirtyfour::Key::Tab + "").await;
                let at: i64 = app
                    .driver()
                    .execute(FOCUSED, vec![])
                    .await
                    .unwrap()
                    .convert()
                    .unwrap();
                seen.insert(at);
            }
            seen.remove(&-1);
            assert!(
                seen.len() >= stops,
                "{place}: Tab reaches {} of {stops}",
                seen.len()
            );
        }
        app.end().await;
    });
}
