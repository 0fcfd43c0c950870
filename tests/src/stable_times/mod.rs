//! Stability of stored times: after an amendment, an export and import, or a new end of day.

mod zones;

use crate::common::{self, NOON, draft, n, options, session, t};
use commands::Session;
use commands::app::preferences;
use commands::day::page::day_page;
use commands::entries::preview;
use commands::entries::record;
use commands::transfer::csv_export;
use commands::transfer::csv_export::PrivateData;
use commands::transfer::csv_import;
use domain::Draft;
use std::path::Path;

fn at_clock(open: &mut Session, folder: &Path, at: &str) {
    open.set_clock(options(folder, at).clock);
}

fn csv(open: &Session) -> String {
    csv_export::csv_long(open, &PrivateData::All).unwrap()
}

/// Exports a journal and imports it into a fresh one, whose day starts `day_starts` minutes after
/// midnight.
fn imported(from: &Session, folder: &Path, clock: &str, day_starts: &str) -> Session {
    let file = folder.join("all.csv");
    csv_export::export_csv(from, &file, &PrivateData::All).unwrap();
    let mut fresh = session(&folder.join("fresh"), clock);
    preferences::set_preference(&mut fresh, "day-starts".into(), day_starts.into()).unwrap();
    csv_import::import_csv(&mut fresh, &file, None).unwrap();
    fresh
}

#[test]
fn imported_time_after_midnight_keeps_its_instant() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("a"), NOON);
    // At noon the next 00:20 is still to come, so 00:20 is the one of this morning.
    let coffee = draft("diet", "2026-11-23", &[("caffeine-last", t("00:20"))]);
    common::record(&mut open, &coffee).unwrap();
    let walk = Draft {
        at: Some("00:30".into()),
        ..draft("exercise", "2026-11-22", &[("minutes", n(10.0))])
    };
    common::record(&mut open, &walk).unwrap();
    assert!(csv(&open).contains("2026-11-23T00:20:00+01:00"));
    for starts in ["240", "0", "480"] {
        let home = folder.path().join(starts);
        std::fs::create_dir(&home).unwrap();
        let fresh = imported(&open, &home, "2026-11-26T12:00:00Z Europe/Berlin", starts);
        assert_eq!(csv(&fresh), csv(&open), "the day ends at {starts}");
    }
}

#[test]
fn imported_time_outside_its_day_is_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("a"), NOON);
    let walk = Draft {
        at: Some("10:00".into()),
        ..draft("exercise", "2026-11-22", &[("minutes", n(10.0))])
    };
    common::record(&mut open, &walk).unwrap();
    let file = folder.path().join("all.csv");
    for (from, to) in [
        ("2026-11-22T09:00:00Z", "2026-11-25T09:00:00Z"),
        ("2026-11-22T09:00:00Z", "1950-11-22T09:00:00Z"),
    ] {
        let text = csv(&open);
        assert!(text.contains(from), "{text}");
        std::fs::write(&file, text.replace(from, to)).unwrap();
        let mut fresh = session(
            &folder.path().join("b"),
            "2026-11-27T12:00:00Z Europe/Berlin",
        );
        assert!(
            csv_import::import_csv(&mut fresh, &file, None).is_err(),
            "{to}"
        );
        assert!(!csv(&fresh).contains("exercise"), "nothing of it is there");
    }
}

#[test]
fn amended_entry_keeps_time_after_day_end_change() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let walk = Draft {
        at: Some("03:30".into()),
        ..draft("exercise", "2026-11-22", &[("minutes", n(10.0))])
    };
    let uid = common::record(&mut open, &walk).unwrap().uid.unwrap();
    let at = |open: &Session| {
        open.journal()
            .entry(&uid)
            .unwrap()
            .unwrap()
            .occurred_at
            .unwrap()
            .to_rfc3339()
    };
    assert_eq!(at(&open), "2026-11-23T02:30:00+00:00", "the night after");
    preferences::set_preference(&mut open, "day-starts".into(), "120".into()).unwrap();
    let noted = Draft {
        note: "in the snow".into(),
        ..walk.clone()
    };
    record::amend_entry(&mut open, uid.clone(), noted.clone(), None).unwrap();
    assert_eq!(
        at(&open),
        "2026-11-23T02:30:00+00:00",
        "a note moves nothing"
    );
    let moved = Draft {
        at: Some("03:40".into()),
        ..noted
    };
    record::amend_entry(&mut open, uid.clone(), moved.clone(), None).unwrap();
    assert_eq!(
        at(&open),
        "2026-11-22T02:40:00+00:00",
        "another time is of the day as it goes now"
    );
}

#[test]
fn imported_entry_lateness_follows_day_end_setting() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(
        &folder.path().join("a"),
        "2026-11-21T09:00:00Z Europe/Berlin",
    );
    preferences::set_preference(&mut open, "day-starts".into(), "720".into()).unwrap();
    common::record(&mut open, &draft("mood", "2026-11-20", &[("mood", n(5.0))])).unwrap();
    let late = |open: &Session| {
        let page = day_page(open, Some("2026-11-20".into())).unwrap();
        page.entries["mood"][0].late_label.clone()
    };
    assert_eq!(late(&open), "", "their day goes on until noon");
    let folder = folder.path();
    let (noon, four) = (folder.join("noon"), folder.join("four"));
    std::fs::create_dir(&noon).unwrap();
    std::fs::create_dir(&four).unwrap();
    assert_eq!(late(&imported(&open, &noon, NOON, "720")), "");
    assert_eq!(late(&imported(&open, &four, NOON, "240")), "written 21 Nov");
}

#[test]
fn sleep_ended_before_day_end_gets_the_new_date() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    assert_eq!(day_page(&open, None).unwrap().next_date, "");
    at_clock(
        &mut open,
        folder.path(),
        "2026-11-24T02:40:00Z Europe/Berlin",
    );
    let page = day_page(&open, None).unwrap();
    assert_eq!(
        (page.day.as_str(), page.next_date.as_str()),
        ("2026-11-23", "2026-11-24")
    );
    let clocks = [("bed", t("22:30")), ("up", t("03:30"))];
    let night = draft("sleep", "2026-11-24", &clocks);
    let sum = preview::preview_entry(&open, night.clone()).unwrap();
    assert_eq!(
        sum.time_span, "23 Nov, 22:30 to 24 Nov, 03:30",
        "said before it is kept"
    );
    common::record(&mut open, &night).unwrap();
    let page = day_page(&open, None).unwrap();
    assert_eq!(
        page.planned["sleep"][0].day, "2026-11-24",
        "and in sight at once"
    );
    assert!(
        !page.entries.contains_key("sleep"),
        "today's own night is another"
    );
}
