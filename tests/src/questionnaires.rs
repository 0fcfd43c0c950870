//! Questionnaires: totals, due dates, the item about thoughts of death, scores of a clinic.

use crate::common::{self, NOON, n, t};
use commands::app::{preferences, undo};
use commands::questionnaires::answering::{ScalePage, scale};
use commands::questionnaires::list::scales;
use commands::questionnaires::{due, own, support_item};
use commands::transfer::csv_export::{self, PrivateData};
use commands::transfer::csv_import;
use commands::visit::{export, prepare};
use commands::{Session, day, failure};
use domain::questionnaire::ScaleSettings;
use domain::{Answer, Visit};

fn open(folder: &tempfile::TempDir) -> Session {
    common::session(&folder.path().join("journal"), NOON)
}

const OPTIONS: [&str; 5] = [
    "not-at-all",
    "several-days",
    "more-than-half",
    "nearly-every-day",
    "declined",
];

/// Records the first items of a questionnaire; 4 declines.
fn fill(session: &mut Session, tracker: &str, day: &str, answers: &[usize]) {
    let named = answers.iter().enumerate();
    let values: Vec<(String, Answer)> = named
        .map(|(index, answer)| (format!("q{}", index + 1), t(OPTIONS[*answer])))
        .collect();
    let values: Vec<_> = values
        .iter()
        .map(|(k, v)| (k.as_str(), v.clone()))
        .collect();
    common::record(session, &common::draft(tracker, day, &values)).unwrap();
}

/// Records only the item about thoughts of death.
fn item_nine(session: &mut Session, day: &str, answer: usize) {
    let draft = common::draft("phq-9", day, &[("q9", t(OPTIONS[answer]))]);
    common::record(session, &draft).unwrap();
}

fn page(session: &Session, day: &str) -> ScalePage {
    scale(session, "phq-9".into(), Some(day.into())).unwrap()
}

fn message(session: &Session, error: &commands::Error) -> String {
    failure::message::localize(error, session).message
}

#[test]
fn incomplete_form_has_no_total() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    fill(&mut session, "phq-9", "2026-11-23", &[1, 1, 1, 1, 1, 1, 1]);
    let shown = page(&session, "2026-11-23");
    assert_eq!(shown.without_total, "7 of 9 answered – no total");
    assert!(shown.result.is_none());
    let rows = scales(&session).unwrap().rows;
    assert_eq!(rows[0].unfinished.as_deref(), Some("2026-11-23"));
    assert_eq!(rows[0].total, "");
    // The difficulty item is no part of the total.
    fill(
        &mut session,
        "phq-9",
        "2026-11-23",
        &[1, 1, 1, 1, 1, 1, 1, 1, 0],
    );
    let result = page(&session, "2026-11-23").result.unwrap();
    assert_eq!(
        (result.total, result.band.as_str()),
        (8.0, "The questionnaire calls 5 to 9 mild.")
    );
}

#[test]
fn help_is_shown_for_any_value_from_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    assert_eq!(page(&session, "2026-11-23").support, None, "never answered");
    for (answer, shown) in [(0, false), (4, false), (1, true), (2, true), (3, true)] {
        item_nine(&mut session, "2026-11-23", answer);
        let page = page(&session, "2026-11-23");
        assert_eq!(page.support.is_some(), shown, "{answer}");
        assert!(page.result.is_none(), "whatever the total");
    }
    // The answer stays as it was given.
    let kept = page(&session, "2026-11-23").items;
    assert_eq!(kept[8].answer.as_deref(), Some("nearly-every-day"));
}

#[test]
fn more_often_is_said_only_against_last_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    item_nine(&mut session, "2026-10-26", 2);
    let first = page(&session, "2026-10-26").support.unwrap();
    assert_eq!(
        (first.more.as_str(), first.sooner),
        ("", true),
        "no last time"
    );
    item_nine(&mut session, "2026-11-09", 1);
    let fewer = page(&session, "2026-11-09").support.unwrap();
    assert_eq!((fewer.more.as_str(), fewer.sooner), ("", false));
    item_nine(&mut session, "2026-11-23", 2);
    let more = page(&session, "2026-11-23").support.unwrap();
    assert_eq!(more.more, "That is more often than last time.");
    assert!(more.sooner);
}

#[test]
fn answers_to_item_nine_stand_on_page_unless_unticked() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    fill(
        &mut session,
        "phq-9",
        "2026-11-09",
        &[1, 1, 1, 1, 1, 1, 1, 1, 1],
    );
    fill(
        &mut session,
        "phq-9",
        "2026-11-23",
        &[1, 1, 1, 1, 1, 1, 1, 1, 0],
    );
    let text = export::visit_text(&session).unwrap();
    assert!(text.contains("PHQ-9, question 9"), "{text}");
    assert!(
        text.contains("several days (9 Nov), not at all (23 Nov)"),
        "{text}"
    );
    assert!(text.contains("9 (9 Nov), 8 (23 Nov)"), "{text}");
    support_item::mark_support_item(&mut session, false).unwrap();
    let text = export::visit_text(&session).unwrap();
    for gone in ["question 9", "several days", "better off dead"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    assert!(text.contains("9 (9 Nov), 8 (23 Nov)"), "the total stays");
    undo::undo(&mut session).unwrap();
    assert!(export::visit_text(&session).unwrap().contains("question 9"));
}

#[test]
fn due_questionnaire_is_on_today_and_can_wait() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    preferences::complete_onboarding(&mut session, "GB".into()).unwrap();
    fill(&mut session, "gad-7", "2026-11-09", &[1; 7]);
    let due = |session: &Session| day::page::day_page(session, None).unwrap().due_scales;
    assert_eq!(due(&session), []);
    let settings = ScaleSettings {
        every_days: Some(14),
        ..ScaleSettings::default()
    };
    due::set_scale(&mut session, "gad-7".into(), settings.clone()).unwrap();
    assert_eq!(due(&session)[0].text, "GAD-7 is due.");
    due::put_off_scale(&mut session, "gad-7".into()).unwrap();
    assert_eq!(due(&session), []);
    undo::undo(&mut session).unwrap();
    fill(&mut session, "gad-7", "2026-11-23", &[1; 7]);
    assert_eq!(due(&session), [], "filled in today");
    let often = ScaleSettings {
        every_days: Some(3),
        ..settings
    };
    let refused = due::set_scale(&mut session, "gad-7".into(), often).unwrap_err();
    assert!(message(&session, &refused).starts_with("Choose 7 to 366 days."));
}

#[test]
fn day_before_visit_is_due() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let visit = Visit {
        date: "2026-11-24".parse().ok(),
        ..Visit::default()
    };
    prepare::change_visit(&mut session, visit).unwrap();
    let settings = ScaleSettings {
        before_visit: true,
        ..ScaleSettings::default()
    };
    due::set_scale(&mut session, "phq-9".into(), settings).unwrap();
    let due = &scales(&session).unwrap().rows[0].due;
    assert_eq!(due, "due today, the day before your visit");
}

#[test]
fn baseline_says_response_only_from_ten() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    fill(
        &mut session,
        "phq-9",
        "2026-10-01",
        &[3, 3, 3, 3, 3, 3, 2, 0, 0],
    );
    fill(
        &mut session,
        "phq-9",
        "2026-11-01",
        &[1, 1, 1, 1, 1, 1, 1, 1, 0],
    );
    fill(
        &mut session,
        "phq-9",
        "2026-11-23",
        &[1, 1, 1, 1, 0, 0, 0, 0, 0],
    );
    let start = |session: &mut Session, day: &str| {
        let settings = ScaleSettings {
            baseline: day.parse().ok(),
            ..ScaleSettings::default()
        };
        due::set_scale(session, "phq-9".into(), settings).unwrap();
        page(session, "2026-11-23").result.unwrap()
    };
    let result = start(&mut session, "2026-10-01");
    assert_eq!(
        result.marks,
        [
            "Half of your start (10) or less: reached",
            "Under 5: reached"
        ]
    );
    let words: Vec<_> = result
        .earlier
        .iter()
        .map(|e| (e.label.as_str(), e.words.as_str()))
        .collect();
    assert_eq!(
        words,
        [
            (
                "last time",
                "4 lower: smaller than the scale can tell apart"
            ),
            (
                "your start",
                "16 lower: more than the scale’s own noise (6 or more)"
            ),
        ]
    );
    // 8 to 4 is half and under 5, and yet within the noise: nothing is called.
    let low = start(&mut session, "2026-11-01");
    assert_eq!(low.marks, Vec::<String>::new());
}

#[test]
fn clinic_score_outside_its_range_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    for (tracker, total) in [("isi", 29.0), ("k10", 9.0), ("who-5", 50.0), ("isi", -1.0)] {
        let draft = common::draft(tracker, "2026-11-20", &[("total", n(total))]);
        let refused = common::record(&mut session, &draft).unwrap_err();
        assert!(!message(&session, &refused).is_empty(), "{tracker} {total}");
    }
    assert_eq!(session.journal().all_entries().unwrap(), []);
    let draft = common::draft(
        "isi",
        "2026-11-20",
        &[("total", n(17.0)), ("given-by", t("my clinic"))],
    );
    common::record(&mut session, &draft).unwrap();
    let page = scales(&session).unwrap();
    let isi = page.rows.iter().find(|row| row.tracker == "isi").unwrap();
    assert_eq!(
        (isi.total.as_str(), isi.of.as_str()),
        ("17", "of 28 · moderate")
    );
}

#[test]
fn answer_outside_its_options_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let draft = common::draft("phq-9", "2026-11-23", &[("q1", t("sometimes"))]);
    assert!(common::record(&mut session, &draft).is_err());
    assert_eq!(session.journal().all_entries().unwrap(), []);
}

#[test]
fn questionnaire_by_name_keeps_its_scores() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let name = "FIBSER \"2018\" ✓".to_owned();
    let empty = own::add_own_scale(&mut session, name.clone(), Some(10.0), Some(0.0)).unwrap_err();
    assert_eq!(
        message(&session, &empty),
        "The highest number has to be above the lowest."
    );
    assert!(own::add_own_scale(&mut session, name.clone(), None, Some(1.0)).is_err());
    let added = own::add_own_scale(&mut session, name.clone(), Some(0.0), Some(18.0)).unwrap();
    let key = added.uid.unwrap();
    let draft = common::draft(&key, "2026-11-20", &[("total", n(7.5))]);
    common::record(&mut session, &draft).unwrap();
    let page = scales(&session).unwrap();
    let row = page.rows.iter().find(|row| row.tracker == key).unwrap();
    assert_eq!(
        (row.title.as_str(), row.total.as_str()),
        (name.as_str(), "7.5")
    );
}

#[test]
fn questionnaire_comes_back_from_csv() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    fill(
        &mut session,
        "phq-9",
        "2026-11-23",
        &[1, 2, 0, 1, 2, 3, 1, 4, 1],
    );
    let csv = csv_export::csv_long(&session, &PrivateData::All).unwrap();
    assert!(
        csv.contains("declined") && csv.contains("several-days"),
        "{csv}"
    );
    let other = tempfile::tempdir().unwrap();
    let mut again = open(&other);
    let file = other.path().join("values.csv");
    std::fs::write(&file, &csv).unwrap();
    csv_import::import_csv(&mut again, &file, None).unwrap();
    let (before, after) = (page(&session, "2026-11-23"), page(&again, "2026-11-23"));
    assert_eq!(before.items, after.items);
}

#[test]
fn questionnaires_are_not_asked_day_by_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let trackers = commands::trackers::trackers(&session).unwrap().trackers;
    assert!(
        trackers
            .iter()
            .all(|t| t.definition.questionnaire.is_none())
    );
    fill(&mut session, "phq-9", "2026-11-23", &[1; 9]);
    let page = day::page::day_page(&session, None).unwrap();
    assert_eq!(page.scales[0].text, "9 of 27 · mild");
}
