//! Days that were left out, and copies of the day before.

use super::today_page;
use crate::common::{self, NOON, draft, n, options, session, t};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::day::page::day_page;
use commands::entries::copy_previous;
use commands::entries::record;
use commands::figures::trends;
use commands::trackers;
use domain::Answer;

#[test]
fn last_three_empty_days_are_offered_and_marked_late() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-19T18:00:00Z Europe/Berlin");
    common::record(&mut open, &draft("mood", "2026-11-19", &[("mood", n(5.0))])).unwrap();
    assert!(
        today_page(&open).catch_up.is_empty(),
        "nothing is offered on the day itself"
    );
    open.set_clock(options(folder.path(), NOON).clock);
    let offered: Vec<String> = today_page(&open)
        .catch_up
        .into_iter()
        .map(|d| d.day)
        .collect();
    assert_eq!(
        offered,
        ["2026-11-20", "2026-11-21", "2026-11-22"],
        "the three days there is nothing of"
    );
    for (nth, day) in offered.iter().enumerate() {
        assert_eq!(
            today_page(&open).catch_up.len(),
            3 - nth,
            "one fewer with each tap"
        );
        common::record(&mut open, &draft("mood", day, &[("mood", n(3.0))])).unwrap();
    }
    assert!(today_page(&open).catch_up.is_empty(), "all three are there");
    for day in &offered {
        let shown = &day_page(&open, Some(day.clone())).unwrap().entries["mood"][0];
        assert_eq!(shown.late_label, "written 23 Nov", "{day} shows as late");
    }
    let shown_text = serde_json::to_string(&today_page(&open)).unwrap();
    assert!(
        !shown_text.contains("3 days"),
        "nothing counts what was not there: {shown_text}"
    );
}

#[test]
fn late_days_are_excluded_from_patterns_by_default() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::long_before(&mut open);
    for (nth, day) in (10..=20).enumerate() {
        let clock = format!("2026-11-{day}T18:00:00Z Europe/Berlin");
        open.set_clock(options(folder.path(), &clock).clock);
        let mood = n(4.0 + (nth % 2) as f64);
        common::record(
            &mut open,
            &draft("mood", &format!("2026-11-{day}"), &[("mood", mood)]),
        )
        .unwrap();
    }
    open.set_clock(options(folder.path(), NOON).clock);
    for day in ["2026-11-21", "2026-11-22"] {
        common::record(&mut open, &draft("mood", day, &[("mood", n(0.0))])).unwrap();
    }
    let swing = |open: &Session| {
        let page = trends::trends(open, "30".into(), false).unwrap();
        let lines = page.panels[0].lines.join("; ");
        assert_eq!(
            page.panels[0].figure.late.len(),
            2,
            "the chart marks both late days"
        );
        lines
    };
    assert!(
        swing(&open).contains("±1 from day to day"),
        "{}",
        swing(&open)
    );
    assert!(
        swing(&open).contains("13 of 30 days"),
        "they are counted as days: {}",
        swing(&open)
    );
    preferences::set_preference(&mut open, "late-in-patterns".into(), "yes".into()).unwrap();
    assert!(
        !swing(&open).contains("±1 from day to day"),
        "asked for, they are taken in: {}",
        swing(&open)
    );
}

#[test]
fn copied_day_states_its_source_and_omits_notes() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let mut yesterday = draft(
        "mood",
        "2026-11-22",
        &[("mood", n(3.0)), ("energy", n(2.0))],
    );
    yesterday.note = "mine alone".into();
    common::record(&mut open, &yesterday).unwrap();
    common::record(
        &mut open,
        &draft("diet", "2026-11-22", &[("meals", t("two"))]),
    )
    .unwrap();
    assert!(
        today_page(&open).copy_previous_label.contains("mood 3"),
        "{}",
        today_page(&open).copy_previous_label
    );
    copy_previous::copy_previous_day(&mut open, "2026-11-23".into()).unwrap();
    let shown = today_page(&open);
    let mood = &shown.entries["mood"][0];
    assert_eq!(mood.answers["mood"], Answer::Number(3.0), "the same answer");
    assert_eq!(mood.source, "same as the day before", "said so");
    assert_eq!(mood.note, "", "words of one's own are not copied");
    assert_eq!(
        shown.entries["diet"][0].answers["meals"],
        t("two"),
        "meals too"
    );
    assert_eq!(shown.copy_previous_label, "", "it is offered once");
    undo::undo(&mut open).unwrap();
    assert!(
        !today_page(&open).entries.contains_key("mood"),
        "one act, taken back at once"
    );
}

#[test]
fn copy_skips_opt_in_tracker_and_edit_clears_source() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let change = trackers::TrackerChange {
        name: None,
        status: Some(domain::tracker::TrackerStatus::Active),
        usual: None,
        before: None,
    };
    trackers::change_tracker(&mut open, "weight".into(), change.clone()).unwrap();
    for (tracker, field) in [("mood", "mood"), ("weight", "weight")] {
        let yesterday = draft(tracker, "2026-11-22", &[(field, n(7.0))]);
        common::record(&mut open, &yesterday).unwrap();
    }
    copy_previous::copy_previous_day(&mut open, "2026-11-23".into()).unwrap();
    let page = today_page(&open);
    assert!(!page.entries.contains_key("weight"), "nobody was weighed");
    let mood = &page.entries["mood"][0];
    let other = draft("mood", "2026-11-23", &[("mood", n(2.0))]);
    record::amend_entry(&mut open, mood.uid.clone(), other.clone(), None).unwrap();
    assert_eq!(
        today_page(&open).entries["mood"][0].source,
        "",
        "it is no longer the day before's"
    );
}
