//! End-to-end tests of the daily log: one key on a bad day, catch-up, keyboard entry, the night
//! editor, custom trackers, and practices with reduced motion.

mod trackers;

use crate::common;
use crate::e2e::app::{self, App};
use crate::e2e::{choose, cli, fill};
use commands::app::preferences;
use std::path::Path;
use std::process::Command;
use thirtyfour::Key;

/// Creates a journal past onboarding, with a mood on `day` and the preferences in `extra` (key,
/// value, key, value …).
fn started(home: &Path, day: &str, extra: &[&str]) {
    let run = |clock: &str, arguments: &[&str]| {
        let done = Command::new(cli::built("daymark-cli"))
            .arg("--journal")
            .arg(home.join("journal"))
            .args(arguments)
            .env("DAYMARK_CLOCK", clock)
            .env("DAYMARK_LANGUAGE", "en-GB")
            .output()
            .unwrap();
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
    };
    let file = home.join("entries.toml");
    let text = format!("[[entry]]\ntracker = \"mood\"\nday = \"{day}\"\nvalues = {{ mood = 5 }}\n");
    std::fs::write(&file, text).unwrap();
    run(
        &format!("{day}T18:00:00Z Europe/Berlin"),
        &["record", file.to_str().unwrap()],
    );
    let mut session = common::session(&home.join("journal"), common::NOON);
    preferences::complete_onboarding(&mut session, "GB".into()).unwrap();
    for pair in extra.chunks(2) {
        preferences::set_preference(&mut session, pair[0].into(), pair[1].into()).unwrap();
    }
    session.close().unwrap();
}

fn moods(app: &App) -> Vec<(String, f64, bool)> {
    let place = journal::JournalPaths::new(app.journal());
    let journal = journal::Journal::open(&place, &journal::Credential::None, 0).unwrap();
    let entries = journal.all_entries().unwrap();
    journal.close().unwrap();
    entries
        .iter()
        .filter(|e| e.tracker == "mood")
        .map(|e| {
            let mood = e.values["mood"][0].number.unwrap();
            (e.day.to_string(), mood, e.is_late())
        })
        .collect()
}

#[test]
fn low_mood_by_one_key_saves_a_valid_day() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        started(home.path(), "2026-11-22", &[]);
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.wait_text("main", "Overall, how was your mood today?")
            .await;
        app.script::<()>("window.acts = 0; for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, () => window.acts++, true)").await;
        // Starting the app was the first action; this is the second and last.
        app.keys("2").await;
        app.wait_text(".saved", "Saved").await;
        assert_eq!(
            app.script::<usize>("return window.acts").await,
            1,
            "one key"
        );
        let took: f64 = app
            .script("const at = (name) => performance.getEntriesByName(name)[0].startTime; return at('saved') - at('ready')")
            .await;
        assert!(
            took > 0.0 && took < 10_000.0,
            "ten seconds are enough for a bad day: {took} ms from ready to saved"
        );
        // A low answer shortens the page. The notice appears only once.
        app.wait_text("[role='status']", "The page is shorter")
            .await;
        assert!(
            !app.there("//h2[normalize-space()='Exercise']").await,
            "nothing more is asked"
        );
        let app = app.again().await;
        app.wait_text("main", "Overall").await;
        assert!(!app.there(".told").await, "it was said once");
        app.click("//button[@role='radio' and normalize-space()='Usual']")
            .await;
        app.find("//h2[normalize-space()='Exercise']").await;
        // The chosen length holds for the day, also after navigation.
        app.go("Trends").await;
        app.go("Today").await;
        app.find("//h2[normalize-space()='Exercise']").await;
        app.end().await;
        assert_eq!(
            moods(&app),
            [
                ("2026-11-22".into(), 5.0, false),
                ("2026-11-23".into(), 2.0, false)
            ],
            "a valid day"
        );
    });
}

#[test]
fn three_missed_days_are_filled_with_three_clicks() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        started(home.path(), "2026-11-19", &[]);
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.wait_text(".back", "Good that you are here").await;
        for (day, mood) in [("20", "3"), ("21", "4"), ("22", "10")] {
            app.click(&format!("//*[@role='radiogroup' and contains(@aria-label, ' {day} November')]//button[normalize-space()='{mood}']")).await;
            // An answered day stays in place and shows its answer.
            app.wait_text(&format!("//*[contains(@class, 'back')]//*[@role='radiogroup' and contains(@aria-label, ' {day} November')]//button[@aria-checked='true']"), mood)
            .await;
        }
        app.gone(".back").await;
        app.click("//button[@role='radio' and normalize-space()='Yesterday']")
            .await;
        app.wait_text("main", "written 23 Nov").await;
        app.end().await;
        let late: Vec<_> = moods(&app).into_iter().filter(|m| m.2).collect();
        assert_eq!(
            late.iter().map(|m| m.1).collect::<Vec<_>>(),
            [3.0, 4.0, 10.0],
            "three days, each written late"
        );
    });
}

#[test]
fn digits_and_enter_alone_answer_the_day() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        started(home.path(), "2026-11-22", &["length", "everything"]);
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.wait_text("main", "Overall").await;
        for digit in ["4", "5", "6"] {
            app.keys(digit).await;
            app.keys(Key::Enter + "").await;
        }
        app.keys("1").await;
        app.keys("0").await;
        app.wait_text("//*[@role='radiogroup' and @aria-label='How anxious or tense were you?']//button[@aria-checked='true']", "10").await;
        app.end().await;
        let csv = cli(&app, &["export", "csv"]);
        for row in ["mood,4", "interest,5", "energy,6", "anxiety,10"] {
            let (field, value) = row.split_once(',').unwrap();
            assert!(
                csv.lines().any(|l| l.contains("2026-11-23")
                    && l.contains(&format!(",{field},"))
                    && l.contains(&format!(",{value},"))),
                "{row} is in\n{csv}"
            );
        }
    });
}

#[test]
fn night_bar_edits_by_mouse_and_keys_in_12_hour_clock() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        started(home.path(), "2026-11-22", &["clock", "12"]);
        let app = App::start(home.path(), common::NOON, "en_GB").await;
        app.click("//button[@aria-label='Sleep: Add']").await;
        app.find(".night .bar").await;
        // The bar spans 18 hours: 23:00 is at hour 5, and 7:00 at hour 13. Lights out defaults to
        // the first time and getting up to the second.
        let box_of = "const b = document.querySelector('.night .bar').getBoundingClientRect();";
        for (hours, name) in [(5.0, "Tried to sleep"), (13.0, "Got up")] {
            app.script::<()>(&format!(
                "{box_of} const bar = document.querySelector('.night .bar'); bar.setPointerCapture = () => {{}};
                 const at = {{ clientX: b.left + b.width * {hours} / 18, clientY: b.top + 20, button: 0, pointerId: 1, bubbles: true, cancelable: true }};
                 bar.dispatchEvent(new PointerEvent('pointerdown', at)); bar.dispatchEvent(new PointerEvent('pointerup', at));"
            ))
            .await;
            app.find(&format!("[role='slider'][aria-label='{name}']"))
                .await;
        }
        app.wait_text(".sum", "22 Nov, 11:00 pm to 23 Nov, 7:00 am")
            .await;
        let handle = app.find("[role='slider'][aria-label='Got up']").await;
        handle.send_keys(Key::Right + Key::PageUp).await.unwrap();
        app.wait_text(".sum", "7:35 am").await;
        fill(&app, "sleep-new-latency", "10").await;
        fill(&app, "sleep-new-awake", "15 + 20").await;
        app.wait_text(".sum", "Asleep 7 h 15").await;
        let field = app.find("#sleep-new-bed").await;
        field.clear().await.unwrap();
        field.send_keys("9:30 pm" + Key::Tab).await.unwrap();
        app.wait_text(".sum", "22 Nov, 9:30 pm").await;
        app.end().await;
    });
}

/// Records a breathing practice. Returns whether reduced motion is on, by how many pixels the
/// circle had grown when the first breath in ended, and the listed entries.
async fn breathe(home: &Path) -> (bool, f64, String) {
    started(home, "2026-11-22", &[]);
    let app = App::start(home, common::NOON, "en_GB").await;
    app.go("Support").await;
    app.click("//button[@aria-label='Begin: Calm breathing']")
        .await;
    app.click("//button[normalize-space()='Begin']").await;
    app.find(".circle").await;
    let still: bool = app
        .script("return matchMedia('(prefers-reduced-motion: reduce)').matches")
        .await;
    let grown = "(c => c.getBoundingClientRect().width - c.offsetWidth)\
        (document.querySelector('.circle'))";
    if !still {
        app.until(&format!("{grown} > 20")).await;
    }
    app.wait_text(".breath", "Out").await;
    let grown: f64 = app.script(&format!("return {grown}")).await;
    app.click("//button[normalize-space()='End']").await;
    choose(&app, "Tension before", "7").await;
    choose(&app, "And now, how tense are you?", "4").await;
    app.click("//button[normalize-space()='Save']").await;
    app.go("Today").await;
    app.wait_text("main", "Breathing · 1 min · tension 7 to 4")
        .await;
    app.end().await;
    (still, grown, cli(&app, &["entries", "--days", "1"]))
}

#[test]
fn practice_records_minutes_and_obeys_reduced_motion() {
    app::journey(async {
        let moving = tempfile::tempdir().unwrap();
        let (still, grown, entries) = breathe(moving.path()).await;
        assert!(entries.contains("Breathing"), "{entries}");
        assert!(!still && grown > 0.0, "the circle grows: by {grown}");
        let calm = tempfile::tempdir().unwrap();
        let settings = calm.path().join("config/gtk-3.0");
        std::fs::create_dir_all(&settings).unwrap();
        std::fs::write(
            settings.join("settings.ini"),
            "[Settings]\ngtk-enable-animations=0\n",
        )
        .unwrap();
        let (still, grown, _) = breathe(calm.path()).await;
        assert!(still, "the computer asks for less motion");
        assert!(grown.abs() < 0.5, "and the circle stands still: {grown}");
    });
}
