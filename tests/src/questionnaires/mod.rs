//! Questionnaires: totals, due dates, the item about thoughts of death, scores of a clinic.

mod scores;

use crate::common::{self, NOON, t};
use commands::app::{preferences, undo};
use commands::questionnaires::answering::{ScalePage, scale};
use commands::questionnaires::list::scales;
use commands::questionnaires::{due, support_item};
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
    let text = export::visit_text(&mut session).unwrap();
    assert!(text.contains("PHQ-9, question 9"), "{text}");
    assert!(
        text.contains("several days (9 Nov), not at all (23 Nov)"),
        "{text}"
    );
    let scores = "first recorded 9 (9 Nov), before this period";
    assert!(
        !text.contains(scores) && text.contains("now 8 (23 Nov)"),
        "{text}"
    );
    support_item::mark_support_item(&mut session, false).unwrap();
    let text = export::visit_text(&mut session).unwrap();
    for gone in ["question 9", "several days", "better off dead"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    assert!(text.contains("now 8 (23 Nov)"), "the total stays");
    undo::undo(&mut session).unwrap();
    assert!(
        export::visit_text(&mut session)
            .unwrap()
            .contains("question 9")
    );
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
fn declined_items_are_not_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let settings = ScaleSettings {
        every_days: Some(14),
        next: "2026-11-01".parse().ok(),
        ..ScaleSettings::default()
    };
    due::set_scale(&mut session, "phq-9".into(), settings).unwrap();
    fill(
        &mut session,
        "phq-9",
        "2026-11-23",
        &[1, 1, 1, 1, 1, 1, 1, 1],
    );
    let row = |session: &Session| scales(session).unwrap().rows[0].clone();
    assert!(row(&session).unfinished.is_some());
    item_nine(&mut session, "2026-11-23", 4);
    assert_eq!(row(&session).unfinished, None, "nothing is left to answer");
    let due = day::page::day_page(&session, None).unwrap().due_scales;
    assert_eq!(due, [], "a declined item is no reason to ask again");
}
