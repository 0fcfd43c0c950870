//! When the patient's day ends, and times around it.

use super::today_page;
use crate::common::{self, NOON, draft, n, options, session, t};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::day::page::day_page;
use commands::entries::preview;
use commands::entries::record;
use commands::figures::trends;
use commands::trackers;
use domain::Draft;

#[test]
fn day_end_follows_preference() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-23T23:20:00Z Europe/Berlin");
    let page = today_page(&open);
    assert_eq!(
        page.day, "2026-11-23",
        "00:20 still belongs to the day before"
    );
    assert_eq!(
        page.after_midnight_notice, "It is 00:20 and still 23 Nov for you: your day ends at 04:00.",
        "and that is said before anything is saved"
    );
    preferences::set_preference(&mut open, "day-starts".into(), "0".into()).unwrap();
    assert_eq!(
        today_page(&open).day,
        "2026-11-24",
        "at midnight, if they say so"
    );
    assert_eq!(
        today_page(&open).after_midnight_notice,
        "",
        "nothing to explain then"
    );
    undo::undo(&mut open).unwrap();
    assert_eq!(
        today_page(&open).day,
        "2026-11-23",
        "a setting is taken back like all else"
    );
    preferences::set_preference(&mut open, "day-starts".into(), "60".into()).unwrap();
    let pill = Draft {
        at: Some("00:20".into()),
        ..draft("exercise", "2026-11-23", &[("minutes", n(5.0))])
    };
    let sum = preview::preview_entry(&open, pill.clone()).unwrap();
    assert_eq!(
        sum.time_span, "00:20 belongs to Monday, 23 November 2026.",
        "the date is shown before saving"
    );
}

#[test]
fn lateness_survives_new_day_end_and_travel() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-23T23:20:00Z Europe/Berlin");
    common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(3.0))])).unwrap();
    let late = |open: &Session| open.journal().all_entries().unwrap()[0].is_late();
    assert!(!late(&open), "00:20 was in time");
    preferences::set_preference(&mut open, "day-starts".into(), "0".into()).unwrap();
    assert!(
        !late(&open),
        "another end of the day later does not make it late"
    );
    // Recorded in Tokyo and amended in Los Angeles: day, zone and lateness stay the same.
    open.set_clock(options(folder.path(), "2026-11-24T03:00:00Z Asia/Tokyo").clock);
    let day = today_page(&open).day;
    common::record(&mut open, &draft("mood", &day, &[("mood", n(4.0))])).unwrap();
    open.set_clock(options(folder.path(), "2026-11-24T10:00:00Z America/Los_Angeles").clock);
    let uid = open.journal().all_entries().unwrap()[1].uid.clone();
    common::amend(&mut open, &uid, &draft("mood", &day, &[("mood", n(5.0))])).unwrap();
    let entry = open.journal().entry(&uid).unwrap().unwrap();
    assert_eq!(
        (entry.day.to_string(), entry.zone.as_str(), entry.is_late()),
        ("2026-11-24".into(), "Asia/Tokyo", false),
        "travel changes nothing of it"
    );
}

#[test]
fn only_plans_accept_a_near_future_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let plans = trackers::all(&open)
        .unwrap()
        .into_iter()
        .find(|t| t.definition.max_days_ahead > 0)
        .unwrap();
    let key = plans.definition.key.clone();
    let plan = |day: &str| {
        draft(
            &key,
            day,
            &[
                ("what", t("Five minutes on the balcony")),
                ("pleasure-thought", n(2.0)),
            ],
        )
    };
    common::record(&mut open, &plan("2026-11-24")).unwrap();
    assert_eq!(
        today_page(&open).planned[&key][0].label,
        "24 Nov",
        "shown on the page of today"
    );
    assert!(
        common::record(&mut open, &plan("2027-11-24")).is_err(),
        "a year ahead is no small plan"
    );
    assert!(
        common::record(&mut open, &draft("mood", "2026-11-24", &[("mood", n(4.0))])).is_err(),
        "a mood can't be of tomorrow"
    );
    trends::trends(&open, "all".into(), true).unwrap();
}

#[test]
fn skipped_spring_time_is_reported_before_saving() {
    let folder = tempfile::tempdir().unwrap();
    let open = session(folder.path(), "2026-03-30T12:00:00Z Europe/Berlin");
    let night = draft(
        "sleep",
        "2026-03-29",
        &[("bed", t("02:30")), ("up", t("09:00"))],
    );
    let sum = preview::preview_entry(&open, night.clone()).unwrap();
    assert_eq!(
        sum.warnings,
        ["Into bed: the clock went forward that night, so this time is saved as 03:30."],
        "said before saving"
    );
}

#[test]
fn sleep_entered_abroad_keeps_home_zone() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-20T18:00:00Z Europe/Berlin");
    common::record(&mut open, &draft("mood", "2026-11-20", &[("mood", n(5.0))])).unwrap();
    assert!(
        today_page(&open).time_zones.is_empty(),
        "who stays at home is asked nothing"
    );
    open.set_clock(options(folder.path(), "2026-11-22T12:00:00Z America/New_York").clock);
    let zones: Vec<_> = today_page(&open)
        .time_zones
        .into_iter()
        .map(|z| z.label)
        .collect();
    assert_eq!(zones, ["New York", "Berlin"], "where one is comes first");
    let clocks = [
        ("bed", t("23:00")),
        ("try", t("23:10")),
        ("latency", n(10.0)),
        ("wakings", n(0.0)),
        ("awake", n(0.0)),
        ("woke", t("06:50")),
        ("up", t("07:00")),
    ];
    let at_home = Draft {
        zone: Some("Europe/Berlin".into()),
        ..draft("sleep", "2026-11-21", &clocks)
    };
    let uid = common::record(&mut open, &at_home).unwrap().uid.unwrap();
    let stored = open.journal().entry(&uid).unwrap().unwrap();
    let bed = stored.values["bed"][0].number.unwrap() * 60.0;
    let wanted = chrono::DateTime::parse_from_rfc3339("2026-11-20T23:00:00+01:00")
        .unwrap()
        .timestamp();
    assert_eq!(bed as i64, wanted, "in bed at eleven in Berlin");
    let shown = &day_page(&open, Some("2026-11-21".into())).unwrap().entries["sleep"][0];
    assert_eq!(shown.zone, "Europe/Berlin", "and its form says so");
    // Amended abroad without a zone, the entry keeps its original zone.
    let later = Draft {
        zone: None,
        ..draft(
            "sleep",
            "2026-11-21",
            &[&clocks[..6], &[("up", t("07:30"))]].concat(),
        )
    };
    record::amend_entry(&mut open, uid.clone(), later.clone(), None).unwrap();
    let up = open.journal().entry(&uid).unwrap().unwrap().values["up"][0]
        .number
        .unwrap();
    let wanted = chrono::DateTime::parse_from_rfc3339("2026-11-21T07:30:00+01:00")
        .unwrap()
        .timestamp();
    assert_eq!((up * 60.0) as i64, wanted);
}
