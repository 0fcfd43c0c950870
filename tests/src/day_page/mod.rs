//! Day page and related views, without a window: end of day, sleep, plans, calendar, search,
//! history and private trackers.

mod amounts;
mod day_end;

use crate::common::{self, NOON, a_day, draft, n, session, t};
use commands::Session;
use commands::app::undo;
use commands::calendar::year;
use commands::day::page::DayPage;
use commands::day::page::day_page;
use commands::entries::history;
use commands::entries::record;
use commands::entries::search;
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
fn search_finds_words_of_every_script_and_spelling() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let notes = [
        ("2026-11-01", "Wyjazd do Łódź, wielki błąd"),
        ("2026-11-02", "ein großer Tag, Straße gesperrt"),
        ("2026-11-03", "昨日はよく眠れました。朝は散歩"),
        ("2026-11-04", "今天睡得不好，头疼"),
        ("2026-11-05", "better 🙂 after the walk"),
        ("2026-11-06", "मुझे आज अच्छा लगा"),
        ("2026-11-07", "Ærø og smørrebrød"),
    ];
    for (day, note) in notes {
        let note = Draft {
            note: note.into(),
            ..draft("mood", day, &[("mood", n(3.0))])
        };
        common::record(&mut open, &note).unwrap();
    }
    let days = |text: &str| -> Vec<String> {
        let found = search::search(&open, text.into()).unwrap().hits;
        found.into_iter().map(|hit| hit.day).collect()
    };
    for (text, day) in [
        ("lodz", "2026-11-01"),
        ("blad", "2026-11-01"),
        ("gross", "2026-11-02"),
        ("strasse gesp", "2026-11-02"),
        ("眠れ", "2026-11-03"),
        ("散歩", "2026-11-03"),
        ("睡得不好", "2026-11-04"),
        ("🙂", "2026-11-05"),
        ("walk 🙂", "2026-11-05"),
        ("अच्छा", "2026-11-06"),
        ("aero", "2026-11-07"),
        ("smorre", "2026-11-07"),
    ] {
        assert_eq!(days(text), [day], "{text}");
    }
    assert!(days("眠い").is_empty());
    assert!(days("lodzx").is_empty());
    let hit = &search::search(&open, "散歩".into()).unwrap().hits[0];
    assert_eq!(hit.parts[1], "散歩", "the match is marked");
}
