//! Kill test for typing: the app is killed at random instants while a note is typed.
//!
//! At most the last second of typing is lost, and nothing that was saved.

use super::app::{self, App};
use crate::common;
use commands::app::preferences;
use commands::day::page::day_page;
use commands::entries::drafts;
use std::path::Path;
use std::time::{Duration, Instant};

/// Number of kills, each after a different delay.
const TIMES: u64 = 50;

/// Typing older than this must be on disk.
const LAST_SECOND: Duration = Duration::from_secs(1);

const WORDS: &str =
    "the lamp in the hall was on and the rain went by the window all day and I sat there ";

/// Returns the note in the journal (of the draft if there is one, else of the entry) and the number
/// of moods of the day.
fn stored(place: &Path) -> (String, usize) {
    let open = common::session(place, common::NOON);
    let drafts = drafts::drafts(&open, open.today()).unwrap();
    let page = day_page(&open, None).unwrap();
    let recorded = page.entries.get("mood").map(|moods| moods[0].note.clone());
    let typed = drafts.values().next().map(|draft| draft.note.clone());
    let moods = page.entries.get("mood").map_or(0, Vec::len);
    open.close().unwrap();
    (typed.or(recorded).unwrap_or_default(), moods)
}

/// Types until `instant` has passed. Returns the text and how many of its letters are older than
/// `LAST_SECOND`.
async fn type_until(app: &App, instant: Duration) -> (String, usize) {
    app.click("#onward-note").await;
    let note = app.find("textarea").await;
    note.click().await.unwrap();
    let started = Instant::now();
    let mut typed: Vec<(char, Instant)> = Vec::new();
    for letter in WORDS.chars().cycle() {
        if started.elapsed() >= instant {
            break;
        }
        note.send_keys(letter.to_string()).await.unwrap();
        typed.push((letter, Instant::now()));
    }
    let end = Instant::now();
    let safe = typed.iter().filter(|(_, at)| end - *at > LAST_SECOND);
    (typed.iter().map(|(c, _)| *c).collect(), safe.count())
}

#[test]
fn kill_while_typing_loses_at_most_one_second() {
    app::journey(async {
        // A fixed seed gives every run the same sequence of delays.
        let mut random = 0x9e37_79b9_7f4a_7c15_u64;
        let mut lost_most = 0;
        for time in 0..TIMES {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(time | 1);
            let instant = Duration::from_millis(50 + (random >> 33) % 1900);
            let home = tempfile::tempdir().unwrap();
            let place = home.path().join("journal");
            let mut open = common::session(&place, common::NOON);
            preferences::complete_onboarding(&mut open, "GB".into()).unwrap();
            open.close().unwrap();
            let app = App::start(home.path(), common::NOON, "en_GB").await;
            app.wait_text("main", "Overall").await;
            app.keys("4").await;
            app.wait_text(".saved", "Saved").await;
            let (typed, safe) = type_until(&app, instant).await;
            app.kill();
            let (found, moods) = stored(&place);
            assert_eq!(moods, 1, "the mood that was saved is there (time {time})");
            assert!(
                typed.starts_with(&found),
                "what is there is what was typed (time {time}): {found:?} of {typed:?}"
            );
            assert!(
                found.chars().count() >= safe,
                "after {instant:?} (time {time}) {found:?} is less than the {safe} letters typed a second before; typed {typed:?}"
            );
            lost_most = lost_most.max(typed.chars().count() - found.chars().count());
        }
        println!("{TIMES} times killed; at most {lost_most} letters of the last second lost");
    });
}
