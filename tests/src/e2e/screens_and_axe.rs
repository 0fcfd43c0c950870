//! Accessibility checks and screenshots of every screen, empty and full, light and dark.
//!
//! Axe must report no violation. Screenshots go to the folder in `DAYMARK_PICTURES`, if set.

use super::app::{self, App};
use super::axe::violations;
use crate::{cli, common};
use std::path::Path;
use std::process::Command;

pub const PLACES: [&str; 8] = [
    "Today",
    "Days",
    "Trends",
    "Scales",
    "Treatment",
    "Support",
    "Visit",
    "Settings",
];
const CLOCK: &str = "2026-11-22T21:30:00Z Europe/Berlin";

fn picture(name: &str) {
    if let Some(folder) = std::env::var_os("DAYMARK_PICTURES") {
        let path = Path::new(&folder).join(format!("{name}.png"));
        let taken = Command::new("import")
            .args(["-window", "root"])
            .arg(path)
            .status()
            .unwrap();
        assert!(taken.success(), "a picture of {name}");
    }
}

pub async fn look(app: &App, name: &str, found: &mut Vec<String>) {
    // The delay and two frames let pending changes be painted.
    app.driver()
        .execute_async("const d = arguments[0]; setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => d(1))), 150);", vec![])
        .await
        .unwrap();
    found.extend(violations(app, name).await);
    picture(name);
}

async fn theme(app: &App, theme: &str) {
    app.go("Settings").await;
    app.click(&format!(
        "//button[@role='radio' and normalize-space()='{theme}']"
    ))
    .await;
    app.find(&format!("html[data-theme='{}']", theme.to_lowercase()))
        .await;
}

async fn every_place(app: &App, who: &str, found: &mut Vec<String>) {
    for shade in ["Light", "Dark"] {
        theme(app, shade).await;
        for place in PLACES {
            app.go(place).await;
            app.find("main h1").await;
            look(
                app,
                &format!("{}-{who}-{}", place.to_lowercase(), shade.to_lowercase()),
                found,
            )
            .await;
        }
        let shade = shade.to_lowercase();
        states(app, who, &shade, found).await;
    }
    // The dark theme stays on, so large text is checked on it too.
    app.text_size("200").await;
    for place in PLACES {
        whole(app, place, &format!("{who}-200"), found).await;
    }
}

/// Checks a screen, and that it does not overflow horizontally.
async fn whole(app: &App, place: &str, name: &str, found: &mut Vec<String>) {
    app.go(place).await;
    app.find("main h1").await;
    let name = format!("{}-{name}", place.to_lowercase());
    look(app, &name, found).await;
    let over: i64 = app
        .script("return document.documentElement.scrollWidth - innerWidth")
        .await;
    assert!(over <= 0, "{name} is {over} px too wide");
}

/// Checks what opens within the screens: forms, dialogs, a practice, the tracker builder.
async fn states(app: &App, who: &str, shade: &str, found: &mut Vec<String>) {
    app.go("Today").await;
    app.click("//button[starts-with(@aria-label, 'Sleep: ')]")
        .await;
    look(app, &format!("night-{who}-{shade}"), found).await;
    app.click("//button[@role='radio' and normalize-space()='Everything']")
        .await;
    app.find("//h2[normalize-space()='Small plan']").await;
    look(app, &format!("everything-{who}-{shade}"), found).await;
    app.click("//button[@role='radio' and normalize-space()='Usual']")
        .await;
    app.go("Days").await;
    app.click("//button[@role='radio' and normalize-space()='Year']")
        .await;
    app.find("[role='grid']").await;
    look(app, &format!("year-{who}-{shade}"), found).await;
    app.find("#search").await.send_keys("walk").await.unwrap();
    app.wait_text("[role='status']", "ound").await;
    look(app, &format!("search-{who}-{shade}"), found).await;
    app.go("Trends").await;
    app.click("//button[@role='radio' and normalize-space()='Tables']")
        .await;
    look(app, &format!("table-{who}-{shade}"), found).await;
    app.keys(thirtyfour::Key::Control + "/").await;
    app.wait_text(".sheet-title", "Keyboard shortcuts").await;
    look(app, &format!("help-{who}-{shade}"), found).await;
    app.click("//button[@aria-label='Close']").await;
    app.gone(".sheet-dialog").await;
    app.go("Support").await;
    app.click("//button[@aria-label='Begin: Calm breathing']")
        .await;
    look(app, &format!("practice-{who}-{shade}"), found).await;
    app.click("//button[normalize-space()='Begin']").await;
    app.find(".breath").await;
    look(app, &format!("breathing-{who}-{shade}"), found).await;
    app.click("//button[normalize-space()='End']").await;
    look(app, &format!("practised-{who}-{shade}"), found).await;
    app.go("Settings").await;
    app.click("//button[normalize-space()='Plan a pause']")
        .await;
    look(app, &format!("pause-{who}-{shade}"), found).await;
    app.click("//button[normalize-space()='Open the trackers']")
        .await;
    app.click("//button[@aria-label='Details: Exercise']").await;
    look(app, &format!("trackers-{who}-{shade}"), found).await;
    app.click("//button[normalize-space()='Make your own']")
        .await;
    app.find("#own-title")
        .await
        .send_keys("Garden")
        .await
        .unwrap();
    look(app, &format!("builder-{who}-{shade}"), found).await;
    app.click("//button[normalize-space()='Cancel']").await;
}

pub fn load(home: &Path, file: &str) {
    let loaded = Command::new(cli::built("daymark-cli"))
        .arg("--journal")
        .arg(home.join("journal"))
        .arg("record")
        .arg(common::root().join("tests/patients").join(file))
        .env("DAYMARK_CLOCK", CLOCK)
        .status()
        .unwrap();
    assert!(loaded.success(), "{file} loads");
}

#[test]
fn full_journal_has_no_axe_violations() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        load(home.path(), "ada.toml");
        let app = App::start(home.path(), CLOCK, "en_GB").await;
        app.wait_text("h1", "Welcome").await;
        app.begin().await;
        let mut found = Vec::new();
        every_place(&app, "ada", &mut found).await;
        app.end().await;
        assert!(found.is_empty(), "{found:#?}");
    });
}

#[test]
fn fifty_year_journal_has_no_axe_violations() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let made = Command::new(cli::built("daymark-cli"))
            .args(["demo", "--days", "18250", "--seed", "11", "--journal"])
            .arg(home.path().join("journal"))
            .env("DAYMARK_CLOCK", CLOCK)
            .status()
            .unwrap();
        assert!(made.success(), "fifty years are made up");
        let app = App::start(home.path(), CLOCK, "en_GB").await;
        app.wait_text("h1", "Sunday").await;
        let mut found = Vec::new();
        every_place(&app, "fifty", &mut found).await;
        app.end().await;
        assert!(found.is_empty(), "{found:#?}");
    });
}

#[test]
fn empty_journal_has_no_axe_violations() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let app = App::start(home.path(), CLOCK, "en_GB").await;
        app.wait_text("h1", "Welcome").await;
        let mut found = Vec::new();
        look(&app, "first-empty-light", &mut found).await;
        app.click("//button[normalize-space()='Use a passphrase']")
            .await;
        look(&app, "first-passphrase-light", &mut found).await;
        app.click("//button[normalize-space()='Cancel']").await;
        app.click("//button[normalize-space()='I have a backup']")
            .await;
        look(&app, "first-backup-light", &mut found).await;
        app.begin().await;
        every_place(&app, "empty", &mut found).await;
        app.end().await;
        assert!(found.is_empty(), "{found:#?}");
    });
}

#[test]
fn long_text_and_rtl_locales_fit_and_pass_axe() {
    app::journey(async {
        for (language, direction) in [("es_ES", "ltr"), ("en-XA", "ltr"), ("ar-XB", "rtl")] {
            let home = tempfile::tempdir().unwrap();
            load(home.path(), "ada.toml");
            let app = App::start(home.path(), CLOCK, language).await;
            app.find(&format!("html[dir='{direction}']")).await;
            app.begin().await;
            let mut found = Vec::new();
            // The places, and Support now among them.
            for nth in 1..=PLACES.len() + 1 {
                let earlier = nth - 1;
                app.click(&format!(
                    "//nav//button[count(preceding::button[ancestor::nav]) = {earlier}]"
                ))
                .await;
                app.find("main h1").await;
                look(&app, &format!("place-{nth}-{language}"), &mut found).await;
                let wide = app
                    .driver()
                    .execute(
                        "return document.documentElement.scrollWidth - innerWidth",
                        vec![],
                    )
                    .await
                    .unwrap();
                let over: i64 = wide.convert().unwrap();
                assert!(over <= 0, "place {nth} in {language} is {over} px too wide");
            }
            app.end().await;
            assert!(found.is_empty(), "{found:#?}");
        }
    });
}

#[test]
fn chosen_language_persists_on_the_closed_page() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let app = App::start(home.path(), CLOCK, "en_GB").await;
        app.begin().await;
        app.go("Settings").await;
        app.click("//button[@role='radio' and normalize-space()='Español']")
            .await;
        app.wait_text("main h1", "Ajustes").await;
        app.find("html[lang='es']").await;
        app.click("//nav/button[1]").await;
        app.wait_text("main h1", "omingo, 22 de noviembre").await;
        let mut found = Vec::new();
        look(&app, "today-empty-es", &mut found).await;
        app.keys(thirtyfour::Key::Control + "l").await;
        app.wait_text("h1", "Tu diario está cerrado").await;
        look(&app, "closed-empty-es", &mut found).await;
        app.end().await;
        assert!(found.is_empty(), "{found:#?}");
    });
}

/// With large text or a small window no screen overflows horizontally, and axe reports nothing.
#[test]
fn large_text_in_small_window_fits_and_passes_axe() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        load(home.path(), "ada.toml");
        let app = App::start(home.path(), CLOCK, "en_GB").await;
        app.begin().await;
        let mut found = Vec::new();
        for (text, width, height) in [("100", 900, 600), ("200", 1280, 800), ("200", 900, 600)] {
            app.size(width, height).await;
            app.text_size(text).await;
            for place in PLACES {
                whole(&app, place, &format!("{width}-{text}"), &mut found).await;
            }
            // Axe also checks what opens within a screen: forms, the year, a practice, the builder.
            states(&app, &width.to_string(), text, &mut found).await;
        }
        app.end().await;
        assert!(found.is_empty(), "{found:#?}");
    });
}
