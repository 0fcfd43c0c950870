//! Entries: days, lateness, refusals, the page.

use super::{export, with_a_day};
use crate::common::{self, NOON, a_day, draft, n, session, t};
use commands::day::page::day_page;
use commands::failure::message;
use commands::visit::page;
use commands::visit::prepare;
use domain::Visit;

#[test]
fn daily_tracker_has_one_entry_others_several() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = with_a_day(&folder.path().join("j"));
    for draft in a_day("2026-11-23") {
        common::record(&mut open, &draft).unwrap();
    }
    let page = day_page(&open, None).unwrap();
    let count = |tracker: &str| page.entries[tracker].len();
    assert_eq!(
        [count("mood"), count("sleep"), count("diet")],
        [1, 1, 1],
        "once a day"
    );
    assert_eq!(
        [count("exercise"), count("practice")],
        [2, 2],
        "as often as it was"
    );
    assert_eq!(
        page.entries["sleep"][0].parts,
        ["23:30 – 07:10", "asleep about 6 h 55", "fair"],
        "said in words"
    );
}

#[test]
fn time_before_four_belongs_to_previous_day() {
    let folder = tempfile::tempdir().unwrap();
    let open = session(folder.path(), "2026-11-23T02:30:00Z Europe/Berlin");
    assert_eq!(
        open.today().to_string(),
        "2026-11-22",
        "03:30 belongs to the day before"
    );
    let page = day_page(&open, None).unwrap();
    assert_eq!(page.title, "Sunday, 22 November", "and is called so");
}

#[test]
fn entry_written_on_later_day_is_marked_late() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    for day in ["2026-11-21", "2026-11-23"] {
        common::record(&mut open, &draft("mood", day, &[("mood", n(3.0))])).unwrap();
    }
    let late = |day: &str| {
        day_page(&open, Some(day.into())).unwrap().entries["mood"][0]
            .late_label
            .clone()
    };
    assert_eq!(late("2026-11-21"), "written 23 Nov", "two days later");
    assert_eq!(late("2026-11-23"), "", "on the day itself");
}

#[test]
fn invalid_draft_reports_each_field_and_saves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let wrong = draft(
        "practice",
        "2026-11-23",
        &[
            ("minutes", n(0.0)),
            ("before", n(11.0)),
            ("kind", t("chess")),
        ],
    );
    let error = common::record(&mut open, &wrong).unwrap_err();
    let failure = message::localize(&error, &open);
    let fields: Vec<&str> = failure.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(
        fields,
        ["before", "kind", "minutes"],
        "each field has its sentence"
    );
    let future =
        common::record(&mut open, &draft("mood", "2026-11-24", &[("mood", n(4.0))])).unwrap_err();
    assert!(
        message::localize(&future, &open)
            .message
            .contains("has not come yet"),
        "tomorrow"
    );
    assert!(
        open.journal().all_entries().unwrap().is_empty(),
        "nothing was kept"
    );
}

#[test]
fn visit_page_lists_points_first_and_counts_days() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = with_a_day(&folder.path().join("j"));
    let points = vec![
        "The new dose makes me sweat".to_owned(),
        "  ".to_owned(),
        "Group in the evening?".to_owned(),
    ];
    prepare::change_visit(
        &mut open,
        Visit {
            points,
            days: 30,
            ..Visit::default()
        }
        .clone(),
    )
    .unwrap();
    let page = page::page(&open, &prepare::next(&open).unwrap()).unwrap();
    let text = export::page_as_text(&page);
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words} is not in:\n{text}"))
    };
    assert!(
        at("1. The new dose") < at("2. Group") && at("2. Group") < at("In numbers"),
        "the patient's words first"
    );
    for words in [
        "1 of 30",
        "6 h 55",
        "tension 7 to 4",
        "25 min",
        "two meals",
        "not a medical device",
        "1 of 30 days recorded",
    ] {
        at(words);
    }
}
