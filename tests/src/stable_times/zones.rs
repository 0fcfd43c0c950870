//! Times of two zones, repeated and skipped.

use super::{csv, imported};
use crate::common::{self, NOON, draft, n, session, t};
use commands::Session;
use commands::day::page::day_page;
use commands::entries::preview;
use commands::failure::message;
use commands::transfer::csv_export;
use commands::transfer::csv_export::PrivateData;
use domain::Draft;

#[test]
fn repeated_autumn_time_is_asked_and_stored() {
    let folder = tempfile::tempdir().unwrap();
    let clock = "2026-10-25T12:00:00Z Europe/Berlin";
    let mut open = session(&folder.path().join("a"), clock);
    let night = |bed: &str| {
        draft(
            "sleep",
            "2026-10-25",
            &[("bed", t(bed)), ("up", t("09:00"))],
        )
    };
    let sum = preview::preview_entry(&open, night("02:30").clone()).unwrap();
    let [duplicated] = sum.ambiguous_times.as_slice() else {
        panic!("one clock is shown twice: {:?}", sum.ambiguous_times)
    };
    assert_eq!(
        duplicated.ask,
        "Into bed: the clock went back that night and showed 02:30 twice. Which one was it?"
    );
    assert!(!duplicated.is_second, "the first unless said otherwise");
    assert_eq!(sum.measures[0].text, "7 h 30");
    let second = preview::preview_entry(&open, night(&duplicated.second).clone()).unwrap();
    assert!(second.ambiguous_times[0].is_second);
    assert_eq!(second.measures[0].text, "6 h 30");

    let uid = common::record(&mut open, &night(&duplicated.second))
        .unwrap()
        .uid
        .unwrap();
    let stored = open.journal().entry(&uid).unwrap().unwrap();
    let typed = stored.answers(
        open.definition("sleep").unwrap(),
        10.0,
        commands::clock::zones(),
    );
    assert_eq!(typed["bed"], t("02:30 (2)"), "and read as such again");
    let walk = Draft {
        at: Some("02:40 (2)".into()),
        ..draft("exercise", "2026-10-24", &[("minutes", n(10.0))])
    };
    common::record(&mut open, &walk).unwrap();
    let all = csv(&open);
    assert!(all.contains("2026-10-25T02:30:00+01:00"), "{all}");
    assert!(all.contains("2026-10-25T01:40:00Z"), "{all}");
    assert_eq!(csv(&imported(&open, folder.path(), clock, "240")), all);
}

#[test]
fn night_across_two_zones_keeps_its_duration() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("a"), NOON);
    let flight = Draft {
        start_zone: Some("America/New_York".into()),
        ..draft(
            "sleep",
            "2026-11-23",
            &[
                ("bed", t("22:00")),
                ("try", t("23:00")),
                ("woke", t("08:30")),
                ("up", t("10:00")),
            ],
        )
    };
    let sum = preview::preview_entry(&open, flight.clone()).unwrap();
    assert_eq!(
        sum.time_span,
        "22 Nov, 22:00 (New York) to 23 Nov, 10:00 (Berlin)"
    );
    let uid = common::record(&mut open, &flight).unwrap().uid.unwrap();
    let stored = |open: &Session| open.journal().entry(&uid).unwrap().unwrap();
    let first = stored(&open);
    assert_eq!(
        first.values["bed"][0].text.as_deref(),
        Some("2026-11-22T22:00:00-05:00[America/New_York]")
    );
    let definition = open.definition("sleep").unwrap();
    assert_eq!(
        first.measures(definition, commands::clock::zones())["in-bed"],
        360.0,
        "six hours"
    );
    let page = day_page(&open, None).unwrap();
    let shown = &page.entries["sleep"][0];
    assert_eq!(shown.start_zone.as_deref(), Some("America/New_York"));
    assert_eq!(shown.answers["bed"], t("22:00"), "by the clock over there");
    let zones: Vec<_> = page
        .time_zones
        .iter()
        .map(|zone| zone.label.as_str())
        .collect();
    assert_eq!(zones, ["Berlin", "New York"], "both can be chosen");

    let noted = Draft {
        note: "On the plane".into(),
        values: shown.answers.clone(),
        ..draft("sleep", "2026-11-23", &[])
    };
    common::amend(&mut open, &uid, &noted).unwrap();
    assert_eq!(stored(&open).values, first.values, "a note moves no clock");

    let line = &day_page(&open, None).unwrap().entries["sleep"][0].parts[0];
    assert_eq!(
        line, "22:00 (New York) – 10:00 (Berlin)",
        "never read as twelve hours"
    );
    let wide = folder.path().join("wide");
    csv_export::export_csv(&open, &wide, &PrivateData::All).unwrap();
    let wide = std::fs::read_to_string(wide.join("sleep.csv")).unwrap();
    assert!(wide.contains("22:00 America/New_York,"), "{wide}");
    let fresh = imported(
        &open,
        folder.path(),
        "2026-11-27T12:00:00Z Asia/Tokyo",
        "240",
    );
    assert_eq!(csv(&fresh), csv(&open), "a file brings it in as it was");

    let home = Draft {
        zone: Some("Europe/Berlin".into()),
        start_zone: None,
        ..noted
    };
    common::amend(&mut open, &uid, &home).unwrap();
    let definition = open.definition("sleep").unwrap();
    assert_eq!(
        stored(&open).measures(definition, commands::clock::zones())["in-bed"],
        720.0,
        "both in Berlin after all"
    );
}

#[test]
fn invalid_or_inapplicable_zone_is_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let nowhere = Draft {
        start_zone: Some("Europe/Berlin".into()),
        ..draft("mood", "2026-11-23", &[("mood", n(5.0))])
    };
    let failure = common::record(&mut open, &nowhere).unwrap_err();
    let shown_text = message::localize(&failure, &open).message;
    assert!(
        shown_text.contains("“began” is not asked here"),
        "{shown_text}"
    );
    let lost = Draft {
        start_zone: Some("Atlantis".into()),
        ..draft("sleep", "2026-11-23", &[("bed", t("22:00"))])
    };
    let failure = common::record(&mut open, &lost).unwrap_err();
    let shown_text = message::localize(&failure, &open).message;
    assert!(shown_text.contains("time zone"), "{shown_text}");
}
