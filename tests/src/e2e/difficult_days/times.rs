//! The day's end, and clocks that change.

use super::weeks;
use crate::common::{self};
use crate::e2e::app::{self, App};
use crate::e2e::screens_and_axe::look;
use commands::app::preferences;

/// The patient's day ends while the window is open. Later answers belong to the next day.
#[test]
fn open_window_at_day_end_moves_to_next_day() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        weeks(home.path());
        // 15 seconds before 04:00 local time, when the patient's day ends.
        let clock = home.path().join("clock");
        std::fs::write(&clock, "2026-11-23T02:59:45Z Europe/Berlin").unwrap();
        let app = App::start(home.path(), &format!("@{}", clock.display()), "en_GB").await;
        app.wait_text("h1", "Sunday, 22 November").await;
        app.wait_text(".still", "your day ends at 04:00").await;
        app.keys("4").await;
        app.wait_text(".saved", "Saved").await;
        // A rename, so that the app never reads half a time.
        let next = home.path().join("next");
        std::fs::write(&next, "2026-11-23T03:00:05Z Europe/Berlin").unwrap();
        std::fs::rename(&next, &clock).unwrap();
        // The same event as when the user returns from another window.
        app.script::<()>("dispatchEvent(new Event('focus'))").await;
        app.wait_text("h1", "Monday, 23 November").await;
        app.gone(".still").await;
        app.gone(".scale [aria-checked='true']").await;
        app.click("//*[contains(@class, 'scale')]//button[normalize-space()='7']")
            .await;
        app.wait_text(".scale [aria-checked='true']", "7").await;
        app.end().await;
        let csv = crate::e2e::cli(&app, &["entries", "--days", "3"]);
        let of = |day: &str| {
            csv.lines()
                .filter(|l| l.contains(day))
                .collect::<Vec<_>>()
                .join("\n")
        };
        assert!(
            of("2026-11-22").contains("mood 4") && of("2026-11-23").contains("mood 7"),
            "{csv}"
        );
    });
}

/// When the clock goes back, one time occurs twice and the form asks which is meant. After a change
/// of time zone it asks for the zone at both ends of the night.
#[test]
fn dst_or_zone_change_asks_which_clock_is_meant() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let away = "2026-10-24T12:00:00Z America/New_York";
        let mut open = common::session(&home.path().join("journal"), away);
        preferences::complete_onboarding(&mut open, "GB".into()).unwrap();
        let mood = common::draft("mood", "2026-10-24", &[("mood", common::n(5.0))]);
        common::record(&mut open, &mood).unwrap();
        open.close().unwrap();
        let clock = "2026-10-25T12:00:00Z Europe/Berlin";
        let app = App::start(home.path(), clock, "en_GB").await;
        app.click("//button[@aria-label='Sleep: Add']").await;
        crate::e2e::fill(&app, "sleep-new-bed", "0230").await;
        crate::e2e::fill(&app, "sleep-new-up", "9").await;
        app.wait_text(".form", "showed 02:30 twice").await;
        app.wait_text("details", "Time in bed: 7 h 30").await;
        app.click("//button[@role='radio' and normalize-space()='The second']")
            .await;
        app.wait_text("details", "Time in bed: 6 h 30").await;
        let mut found = Vec::new();
        look(&app, "hard-autumn", &mut found).await;
        app.click("//button[normalize-space()='Done']").await;
        app.wait_text("main", "02:30 – 09:00").await;
        app.click("//button[@aria-label='Sleep: Change']").await;
        app.click(
            "//*[contains(@aria-label, 'where you went to bed')]/button[normalize-space()='New York']",
        )
        .await;
        app.wait_text(".form", "02:30 (New York)").await;
        app.wait_text("details", "Time in bed: 1 h 30").await;
        assert!(!app.there(".night .bar").await, "no bar shows two zones");
        look(&app, "hard-journey", &mut found).await;
        app.click(
            "//*[contains(@aria-label, 'where you went to bed')]/button[normalize-space()='Berlin']",
        )
        .await;
        app.wait_text("details", "Time in bed: 6 h 30").await;
        app.end().await;
        assert!(found.is_empty(), "{found:#?}");
        let csv = crate::e2e::cli(&app, &["export", "csv"]);
        assert!(csv.contains("2026-10-25T02:30:00+01:00"), "{csv}");
    });
}
