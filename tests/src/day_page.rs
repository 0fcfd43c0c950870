//! Day page and related views, without a window: end of day, sleep, plans, calendar, search,
//! history and private trackers.

use crate::common::{self, NOON, a_day, draft, n, options, session, t};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::calendar::year;
use commands::day::page::DayPage;
use commands::day::page::day_page;
use commands::entries::history;
use commands::entries::preview;
use commands::entries::record;
use commands::entries::search;
use commands::figures::trends;
use commands::trackers;
use commands::transfer::csv_export;
use commands::visit::export;
use commands::visit::page;
use commands::visit::prepare;
use domain::{Answer, Draft, Visit};

fn today_page(open: &Session) -> DayPage {
    day_page(open, None).unwrap()
}

#[test]
fn private_tracker_is_exported_only_when_included() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("j"), NOON);
    for draft in a_day("2026-11-23") {
        common::record(&mut open, &draft).unwrap();
    }
    let private = trackers::all(&open)
        .unwrap()
        .into_iter()
        .find(|t| t.definition.private)
        .unwrap();
    let key = private.definition.key.clone();
    let smoked = draft(
        &key,
        "2026-11-23",
        &[
            ("kind", t("cannabis")),
            ("times", n(2.0)),
            ("which", t("oregano")),
        ],
    );
    common::record(&mut open, &smoked).unwrap();
    let everywhere = |open: &Session, visit: &Visit| {
        let text = export::page_as_text(&page::page(open, visit).unwrap());
        let copy = folder.path().join("copy");
        let _ = std::fs::remove_dir_all(&copy);
        csv_export::export_csv(open, &copy, &csv_export::PrivateData::Selected).unwrap();
        let files = std::fs::read_dir(&copy).unwrap().map(|f| f.unwrap().path());
        files.fold(text, |all, file| {
            format!(
                "{all}{}{}",
                file.display(),
                std::fs::read_to_string(&file).unwrap()
            )
        })
    };
    let mut visit = prepare::next(&open).unwrap();
    let out = everywhere(&open, &visit);
    for word in ["annabis", "oregano", "ubstances"] {
        assert!(!out.contains(word), "{word} stays in the journal");
    }
    visit.included_private.push(key.clone());
    prepare::change_visit(&mut open, visit.clone()).unwrap();
    let hidden = trackers::TrackerChange {
        status: Some(domain::tracker::TrackerStatus::Archived),
        ..Default::default()
    };
    trackers::change_tracker(&mut open, key.clone(), hidden.clone()).unwrap();
    let sections = prepare::visit(&open).unwrap().sections;
    assert!(
        sections.iter().any(|s| s.tracker == key && s.shown),
        "put in, it can be taken out also when it is no longer asked"
    );
    let out = everywhere(&open, &visit);
    assert!(
        out.contains("annabis") && out.contains("oregano"),
        "ticked, it is there"
    );
}

#[test]
fn search_finds_notes_and_answers_until_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let note = Draft {
        note: "Café by the river. Grüße von Zoë \u{1f327}\u{fe0f} \u{5e9}\u{5dc}\u{5d5}\u{5dd} \"quoted\" OR NOT".into(),
        ..draft("mood", "2026-11-20", &[("mood", n(3.0))])
    };
    let uid = common::record(&mut open, &note).unwrap().uid.unwrap();
    common::record(
        &mut open,
        &draft(
            "dated-change",
            "2026-11-22",
            &[("what", t("Moved to the river house"))],
        ),
    )
    .unwrap();
    let days = |open: &Session, text: &str| -> Vec<String> {
        search::search(open, text.into())
            .unwrap()
            .hits
            .into_iter()
            .map(|f| f.day)
            .collect()
    };
    assert_eq!(
        days(&open, "riv"),
        ["2026-11-22", "2026-11-20"],
        "beginnings of words, newest first"
    );
    for text in [
        "cafe",
        "GRUSSE".to_lowercase().replace("ss", "ß").as_str(),
        "zoe",
        "\u{5e9}\u{5dc}",
        "quoted\"",
        "river café",
        "OR NOT",
    ] {
        assert_eq!(days(&open, text), ["2026-11-20"], "{text} is found");
    }
    for text in ["", "  ", "\"", "*", "NEAR(", "river zebra", "-", "col:umn"] {
        assert!(
            days(&open, text).is_empty(),
            "“{text}” finds nothing and breaks nothing"
        );
    }
    common::amend(
        &mut open,
        &uid,
        &draft("mood", "2026-11-20", &[("mood", n(3.0))]),
    )
    .unwrap();
    assert_eq!(
        days(&open, "river"),
        ["2026-11-22"],
        "a note that is gone is not found"
    );
    undo::undo(&mut open).unwrap();
    assert_eq!(
        days(&open, "river").len(),
        2,
        "taken back, it is found again"
    );
    record::remove_entry(&mut open, uid.clone()).unwrap();
    assert_eq!(
        days(&open, "river").len(),
        1,
        "nor is one of a removed entry"
    );
}

#[test]
fn entry_history_lists_and_restores_versions() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let uid = common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(2.0))]))
        .unwrap()
        .uid
        .unwrap();
    for mood in [4.0, 7.0] {
        common::amend(
            &mut open,
            &uid,
            &draft("mood", "2026-11-23", &[("mood", n(mood))]),
        )
        .unwrap();
    }
    let past = history::entry_history(&open, uid.clone()).unwrap();
    let message: Vec<&str> = past.iter().map(|p| p.parts[0].as_str()).collect();
    assert_eq!(
        message,
        ["mood 7", "mood 4", "mood 2"],
        "every state, the latest first"
    );
    assert!(past[0].current && !past[2].current, "and which one holds");
    history::restore_version(&mut open, uid.clone(), past[2].revision).unwrap();
    assert_eq!(
        today_page(&open).entries["mood"][0].answers["mood"],
        Answer::Number(2.0),
        "brought back"
    );
    undo::undo(&mut open).unwrap();
    assert_eq!(
        today_page(&open).entries["mood"][0].answers["mood"],
        Answer::Number(7.0),
        "and that taken back"
    );
}

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
fn weekly_movement_is_shown_beside_guideline() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    for (day, minutes, effort) in [
        ("2026-11-23", 30.0, "moderate"),
        ("2026-11-20", 20.0, "vigorous"),
        ("2026-11-18", 40.0, "light"),
        ("2026-11-10", 60.0, "moderate"),
    ] {
        common::record(
            &mut open,
            &draft(
                "exercise",
                day,
                &[("minutes", n(minutes)), ("effort", t(effort))],
            ),
        )
        .unwrap();
    }
    let message = &today_page(&open).weekly_totals["exercise"];
    assert!(
        message.starts_with("1 h 10 at moderate effort in these seven days."),
        "30 + 2 · 20, without what was eight days ago: {message}"
    );
    assert!(
        message.contains("150 to 300") && message.contains("any amount helps"),
        "{message}"
    );
}

#[test]
fn several_awake_times_are_listed_and_summed() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let night = |awake: Answer| {
        draft(
            "sleep",
            "2026-11-23",
            &[
                ("bed", t("23:00")),
                ("try", t("23:00")),
                ("latency", n(0.0)),
                ("awake", awake),
                ("woke", t("07:00")),
                ("up", t("07:00")),
            ],
        )
    };
    let asleep = |open: &Session, draft: &Draft| {
        let sum = preview::preview_entry(open, draft.clone()).unwrap();
        sum.measures
            .into_iter()
            .find(|m| m.key == "asleep")
            .map(|m| m.text)
    };
    assert_eq!(
        asleep(&open, &night(Answer::Numbers(vec![15.0, 20.0, 25.0]))),
        Some("7 h".into()),
        "eight hours less one"
    );
    common::record(&mut open, &night(Answer::Numbers(vec![15.0, 20.0]))).unwrap();
    assert_eq!(
        today_page(&open).entries["sleep"][0].answers["awake"],
        Answer::Numbers(vec![15.0, 20.0]),
        "each is kept"
    );
    assert!(
        preview::preview_entry(&open, night(Answer::Numbers(vec![800.0, 200.0])).clone()).is_err(),
        "longer than can be"
    );
    let sum =
        preview::preview_entry(&open, night(Answer::Numbers(vec![400.0, 60.0])).clone()).unwrap();
    assert_eq!(
        sum.warnings,
        ["That is less than 2 hours of sleep. If it was so, leave it."],
        "unusual is asked, not refused"
    );
    assert_eq!(
        sum.time_span, "22 Nov, 23:00 to 23 Nov, 07:00",
        "with its dates"
    );
    let mut restless = night(Answer::Number(20.0));
    restless.values.insert("wakings".into(), n(0.0));
    assert_eq!(
        preview::preview_entry(&open, restless.clone())
            .unwrap()
            .warnings,
        ["There are minutes awake, but no time you woke up. If it was so, leave it."],
        "what does not go together is asked too"
    );
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
        ["Into bed: the clock went forward that night, so this time is kept as 03:30."],
        "said before saving"
    );
}

#[test]
fn year_view_has_every_day_and_legend() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(
        &mut open,
        &draft("mood", "2026-11-23", &[("mood", n(10.0))]),
    )
    .unwrap();
    let page = year::year(&open, None, "".into(), "".into()).unwrap();
    let days: Vec<_> = page.months.iter().flat_map(|m| &m.days).collect();
    assert_eq!(days.len(), 365, "2026 has no leap day");
    assert_eq!(
        page.head.legend,
        ["0", "2", "4", "6", "8", "10"],
        "where each shade begins and the last ends"
    );
    let today = days.iter().find(|d| d.today).unwrap();
    assert_eq!(
        (today.shade, today.text.as_str()),
        (Some(4), "23 Nov 2026: 10"),
        "shaded and said"
    );
    assert!(
        days.iter().filter(|d| d.shade.is_some()).count() == 1,
        "a day without a value has no shade"
    );
    assert!(
        year::year(&open, Some(1899), "".into(), "".into()).is_err(),
        "before 1900 there is nothing"
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
