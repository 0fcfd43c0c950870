//! Drafts left over when the window closed.

use crate::common::{self, NOON, draft, n, options, session, t};
use commands::Session;
use commands::app::undo;
use commands::day::page::DayPage;
use commands::day::page::day_page;
use commands::entries::drafts;
use commands::entries::leftover_drafts;
use commands::entries::record;
use domain::{Answer, Draft};
use std::path::Path;

const EVENING: &str = "2026-11-22T19:00:00Z Europe/Berlin";

fn typed(open: &mut Session, uid: &str, draft: &Draft) {
    let form = format!("{} {} {uid}", draft.tracker, draft.day);
    drafts::save_draft(open, form.clone(), draft.clone()).unwrap();
}

fn noted(note: &str, values: &[(&str, Answer)]) -> Draft {
    Draft {
        note: note.into(),
        ..draft("mood", "2026-11-22", values)
    }
}

/// Reopens the journal at another time and processes leftover drafts, as the app does on start.
fn opened(folder: &Path, clock: &str) -> Session {
    let mut open = session(folder, clock);
    leftover_drafts::record_leftovers(&mut open);
    open
}

/// Records an entry and saves a draft that adds a note to it. Returns the entry's uid.
fn typed_into_an_entry(open: &mut Session) -> String {
    let first = noted("", &[("mood", n(4.0))]);
    let uid = common::record(open, &first).unwrap().uid.unwrap();
    typed(open, &uid, &noted("the letter came", &[("mood", n(4.0))]));
    uid
}

fn of_sunday(open: &Session) -> DayPage {
    day_page(open, Some("2026-11-22".into())).unwrap()
}

#[test]
fn past_day_draft_is_recorded_as_of_typing_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), EVENING);
    typed(&mut open, "new", &noted("the letter came", &[]));
    let minutes = draft("exercise", "2026-11-22", &[("minutes", n(25.0))]);
    typed(&mut open, "new", &minutes);
    open.close().unwrap();

    let mut open = opened(folder.path(), NOON);
    let page = of_sunday(&open);
    let mood = &page.entries["mood"][0];
    assert_eq!(
        (mood.note.as_str(), mood.late_label.as_str()),
        ("the letter came", "")
    );
    assert_eq!(page.entries["exercise"].len(), 1, "the walk too");
    assert!(page.drafts.is_empty(), "nothing is typed any more");
    let today = day_page(&open, None).unwrap();
    assert!(
        today.leftover_drafts.is_empty(),
        "and nothing is left to be told"
    );
    undo::undo(&mut open).unwrap();
    undo::undo(&mut open).unwrap();
    assert!(
        of_sunday(&open).entries.is_empty(),
        "each can be taken back"
    );
}

#[test]
fn leftover_draft_merges_with_entry_without_loss() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), EVENING);
    typed(
        &mut open,
        "new",
        &noted("the letter came", &[("energy", n(2.0))]),
    );
    open.set_clock(options(folder.path(), "2026-11-22T19:05:00Z Europe/Berlin").clock);
    let answered = noted("a walk", &[("mood", n(4.0)), ("interest", n(5.0))]);
    common::record(&mut open, &answered).unwrap();
    open.close().unwrap();
    let open = opened(folder.path(), NOON);
    let page = of_sunday(&open);
    let [mood] = page.entries["mood"].as_slice() else {
        panic!("one entry of the day")
    };
    assert_eq!(mood.answers["mood"], n(4.0));
    assert_eq!(mood.answers["energy"], n(2.0));
    assert_eq!(
        mood.answers["interest"],
        n(5.0),
        "of one question the later answer"
    );
    assert_eq!(mood.note, "a walk\nthe letter came");
}

#[test]
fn leftover_draft_of_entry_amends_that_entry() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), EVENING);
    typed_into_an_entry(&mut open);
    open.close().unwrap();
    let open = opened(folder.path(), NOON);
    let page = of_sunday(&open);
    assert_eq!(page.entries["mood"].len(), 1);
    assert_eq!(page.entries["mood"][0].note, "the letter came");
}

#[test]
fn invalid_leftover_draft_is_kept_and_reported() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), EVENING);
    let night = draft("sleep", "2026-11-22", &[("bed", t("half past"))]);
    typed(&mut open, "new", &night);
    open.close().unwrap();
    for _ in 0..2 {
        let open = opened(folder.path(), NOON);
        let today = day_page(&open, None).unwrap();
        let message: Vec<_> = today
            .leftover_drafts
            .iter()
            .map(|u| u.text.as_str())
            .collect();
        assert_eq!(
            message,
            ["Something you typed is not recorded yet: Sunday, 22 November 2026."]
        );
        assert_eq!(
            of_sunday(&open).drafts["sleep 2026-11-22 new"].values["bed"],
            t("half past")
        );
        open.close().unwrap();
    }
}

#[test]
fn draft_of_current_day_is_not_recorded_on_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), EVENING);
    typed(&mut open, "new", &noted("the let", &[]));
    open.close().unwrap();
    let mut open = opened(folder.path(), "2026-11-22T22:30:00Z Europe/Berlin");
    assert!(of_sunday(&open).entries.is_empty());
    assert_eq!(of_sunday(&open).drafts.len(), 1, "it opens as it was left");
    open.set_clock(options(folder.path(), NOON).clock);
    assert!(
        of_sunday(&open).entries.is_empty(),
        "nothing happens by itself while it is open"
    );
}

#[test]
fn draft_of_removed_entry_is_discarded() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), EVENING);
    let uid = typed_into_an_entry(&mut open);
    record::remove_entry(&mut open, uid.clone()).unwrap();
    open.close().unwrap();
    let open = opened(folder.path(), NOON);
    let page = of_sunday(&open);
    assert!(page.entries.is_empty() && page.drafts.is_empty());
    assert!(day_page(&open, None).unwrap().leftover_drafts.is_empty());
}

#[test]
fn leftover_draft_uses_zone_of_typing() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), EVENING);
    let clocks = [("bed", t("23:00")), ("up", t("07:00"))];
    typed(&mut open, "new", &draft("sleep", "2026-11-22", &clocks));
    open.close().unwrap();
    let open = opened(folder.path(), "2026-11-23T18:00:00Z America/New_York");
    let night = &of_sunday(&open).entries["sleep"][0];
    assert_eq!(night.zone, "Europe/Berlin");
    let stored = open.journal().entry(&night.uid).unwrap().unwrap();
    let up = stored.clock_of("up").unwrap().to_rfc3339();
    assert_eq!(
        up, "2026-11-22T06:00:00+00:00",
        "seven in the morning of Berlin"
    );
}

#[test]
fn leftover_two_zone_draft_keeps_its_zones() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), EVENING);
    let flight = Draft {
        start_zone: Some("America/New_York".into()),
        ..draft(
            "sleep",
            "2026-11-22",
            &[("bed", t("22:00")), ("up", t("10:00"))],
        )
    };
    typed(&mut open, "new", &flight);
    let quality = draft("sleep", "2026-11-22", &[("quality", t("poor"))]);
    common::record(&mut open, &quality).unwrap();
    open.close().unwrap();
    let open = opened(folder.path(), NOON);
    let night = &of_sunday(&open).entries["sleep"][0];
    assert_eq!(night.answers["quality"], t("poor"));
    assert_eq!(night.start_zone.as_deref(), Some("America/New_York"));
    assert_eq!(night.answers["bed"], t("22:00"));
}
