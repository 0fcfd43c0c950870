//! Validation of answers and their times: late answers, times after midnight, durations longer than
//! the night.

use crate::common::{self, NOON, draft, n, options, session, t};
use commands::Session;
use commands::app::undo;
use commands::day::page::day_page;
use commands::entries::preview;
use commands::entries::record;
use commands::failure::message;
use commands::trackers::transfer;
use domain::Draft;
use std::path::Path;

fn clock(open: &mut Session, folder: &Path, at: &str) {
    open.set_clock(options(folder, at).clock);
}

#[test]
fn answer_changed_later_is_late_but_added_note_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-20T18:00:00Z Europe/Berlin");
    let sort_by_time = draft("mood", "2026-11-20", &[("mood", n(5.0))]);
    let uid = common::record(&mut open, &sort_by_time)
        .unwrap()
        .uid
        .unwrap();
    clock(&mut open, folder.path(), NOON);
    let late = |open: &Session| {
        day_page(open, Some("2026-11-20".into())).unwrap().entries["mood"][0]
            .late_label
            .clone()
    };
    let noted = Draft {
        note: "the day of the letter".into(),
        ..sort_by_time
    };
    record::amend_entry(&mut open, uid.clone(), noted.clone(), None).unwrap();
    assert_eq!(
        late(&open),
        "",
        "a note does not change what was said in time"
    );
    let changed = Draft {
        values: draft("mood", "2026-11-20", &[("mood", n(2.0))]).values,
        ..noted
    };
    record::amend_entry(&mut open, uid.clone(), changed.clone(), None).unwrap();
    assert_eq!(
        late(&open),
        "written 23 Nov",
        "an answer of three days later is late"
    );
    undo::undo(&mut open).unwrap();
    assert_eq!(late(&open), "", "taken back, it is in time again");
}

#[test]
fn several_amounts_in_one_answer_stay_separate() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let text = "key = \"my-bar\"\ncovers = \"day\"\nlicence = \"own\"\n[words.en]\ntitle = \"Bar\"\n\
                line = \"{glasses}\"\nglasses = \"Glasses\"\n[[field]]\nkey = \"glasses\"\ntype = \"quantity\"\n\
                unit = \"standard-drink\"\nmax = 60\nstep = 0.01\nseveral = true\n";
    transfer::import_tracker(&mut open, "bar.toml".into(), text.into()).unwrap();
    let typed = domain::Answer::Numbers(vec![1.5, 2.0]);
    let draft = draft("my-bar", "2026-11-23", &[("glasses", typed.clone())]);
    common::record(&mut open, &draft).unwrap();
    let page = day_page(&open, None).unwrap();
    assert_eq!(page.entries["my-bar"][0].answers["glasses"], typed);
}

#[test]
fn text_in_number_field_is_rejected_with_hint() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let walk = draft("exercise", "2026-11-23", &[("minutes", t("1 h 30"))]);
    let error = common::record(&mut open, &walk).unwrap_err();
    assert_eq!(
        crate::tracker_builder::shown_text(&open, &error),
        "Minutes: Type it as a number alone, like 20."
    );
}

#[test]
fn unusual_sleep_times_give_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let open = session(folder.path(), NOON);
    let unusual = |values: &[(&str, domain::Answer)]| {
        let night = draft("sleep", "2026-11-23", values);
        preview::preview_entry(&open, night.clone())
            .unwrap()
            .warnings
    };
    let long = [("try", t("14:00")), ("latency", n(0.0)), ("awake", n(0.0))];
    let woke = ("woke", t("07:00"));
    assert_eq!(
        unusual(&[&long[..], std::slice::from_ref(&woke)].concat()),
        ["That is more than 16 hours of sleep. If that’s right, leave it."]
    );
    assert_eq!(
        unusual(&[woke, ("up", t("07:30")), ("trying", n(45.0))]),
        [
            "Those are more minutes still trying than there were from waking to getting up. Look at them again."
        ]
    );
}

#[test]
fn minutes_longer_than_the_night_are_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let clocks = [
        ("bed", t("22:50")),
        ("try", t("23:00")),
        ("woke", t("07:00")),
        ("up", t("07:10")),
    ];
    for (field, minutes, fits) in [
        ("awake", 900.0, false),
        ("latency", 481.0, false),
        ("awake", 480.0, true),
    ] {
        let night = draft(
            "sleep",
            "2026-11-23",
            &[&clocks[..], &[(field, n(minutes))]].concat(),
        );
        let stored = common::record(&mut open, &night);
        assert_eq!(stored.is_ok(), fits, "{field} {minutes}: {stored:?}");
        if let Err(error) = stored {
            let shown_text = message::localize(&error, &open).message;
            assert!(
                shown_text.contains("longer than the night itself"),
                "{shown_text}"
            );
        }
    }
}

#[test]
fn time_after_midnight_falls_on_next_date_if_past() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let mut at = |day: &str, time: &str| {
        let coffee = draft("diet", day, &[("caffeine-last", t(time))]);
        let uid = common::record(&mut open, &coffee).unwrap().uid.unwrap();
        let stored = open.journal().entry(&uid).unwrap().unwrap();
        stored.values["caffeine-last"][0].text.clone().unwrap()
    };
    assert_eq!(
        at("2026-11-21", "00:20"),
        "2026-11-22T00:20:00+01:00",
        "of the evening of the 21st"
    );
    assert_eq!(at("2026-11-21", "16:00"), "2026-11-21T16:00:00+01:00");
    assert_eq!(
        at("2026-11-23", "00:20"),
        "2026-11-23T00:20:00+01:00",
        "tomorrow's has not come: it was this morning"
    );
}

#[test]
fn later_note_keeps_time_after_midnight_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let coffee = draft("diet", "2026-11-23", &[("caffeine-last", t("00:20"))]);
    let uid = common::record(&mut open, &coffee).unwrap().uid.unwrap();
    clock(
        &mut open,
        folder.path(),
        "2026-11-24T18:00:00Z Europe/Berlin",
    );
    let noted = Draft {
        note: "decaf".into(),
        ..coffee
    };
    record::amend_entry(&mut open, uid.clone(), noted.clone(), None).unwrap();
    let stored = open.journal().entry(&uid).unwrap().unwrap();
    assert_eq!(
        stored.values["caffeine-last"][0].text.as_deref(),
        Some("2026-11-23T00:20:00+01:00"),
        "the same instant"
    );
    assert!(!stored.is_late(), "and no later answer");
}

#[test]
fn bedtime_alone_is_dated_and_shows_no_end() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let shown_text = |open: &Session, clocks: &[(&str, domain::Answer)]| {
        preview::preview_entry(open, draft("sleep", "2026-11-23", clocks).clone())
            .unwrap()
            .time_span
    };
    let bed = [("bed", t("23:10")), ("try", t("23:20"))];
    assert_eq!(
        shown_text(&open, &bed),
        "22 Nov, 23:10",
        "where it begins, until its end is known"
    );
    let whole = [&bed[..], &[("woke", t("06:50")), ("up", t("07:00"))]].concat();
    assert_eq!(shown_text(&open, &whole), "22 Nov, 23:10 to 23 Nov, 07:00");
    let morning = [("bed", t("08:00")), ("try", t("08:20"))];
    assert_eq!(
        shown_text(&open, &morning),
        "23 Nov, 08:00",
        "who sleeps by day"
    );
    let late = [("bed", t("00:40"))];
    assert_eq!(shown_text(&open, &late), "23 Nov, 00:40");
    let uid = common::record(&mut open, &draft("sleep", "2026-11-23", &bed))
        .unwrap()
        .uid
        .unwrap();
    let stored = open.journal().entry(&uid).unwrap().unwrap();
    assert_eq!(
        stored.values["bed"][0].text.as_deref(),
        Some("2026-11-22T23:10:00+01:00"),
        "and is kept so"
    );
}
