//! Sums, pauses and the order within a day.

use super::{lines, pause};
use crate::common::{self, NOON, draft, n, session, t};
use commands::Session;
use commands::calendar::month;
use commands::day::page::day_page;
use commands::figures::context::PeriodContext;
use commands::figures::measure;
use commands::figures::trends;
use commands::visit::page;
use commands::visit::prepare;
use domain::Draft;
use domain::time::Period;

#[test]
fn paused_days_are_excluded_from_day_counts() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::long_before(&mut open);
    for day in 12..=23 {
        let mood = draft("mood", &format!("2026-11-{day}"), &[("mood", n(4.0))]);
        common::record(&mut open, &mood).unwrap();
    }
    assert!(
        lines(&open, "mood", "mood").contains("too few"),
        "twelve of thirty"
    );
    pause(&mut open, "2026-10-20", "2026-11-05");
    let message = lines(&open, "mood", "mood");
    assert!(
        message.contains("typical 4; 12 of 18 days"),
        "twelve of eighteen: {message}"
    );
    let prepared = prepare::next(&open).unwrap();
    let page = page::page(&open, &prepared).unwrap();
    let recorded = &page.recorded;
    assert!(
        recorded.contains("12 of 13 days recorded · 17 days in a planned pause")
            || recorded.contains("12 of 73 days recorded · 17 days in a planned pause"),
        "{recorded}"
    );
}

#[test]
fn weekly_sum_needs_enough_days_with_entries() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::long_before(&mut open);
    // Meals on fourteen days, with four walks of 35 minutes. The six days before get a mood first,
    // and meals later. Earlier days stay empty.
    for day in 10..=23 {
        let day = format!("2026-11-{day}");
        common::record(&mut open, &draft("diet", &day, &[("meals", t("two"))])).unwrap();
    }
    let walk = |day: &str| {
        draft(
            "exercise",
            day,
            &[
                ("kind", t("walk")),
                ("minutes", n(35.0)),
                ("effort", t("moderate")),
            ],
        )
    };
    for day in ["2026-11-10", "2026-11-13", "2026-11-16", "2026-11-23"] {
        common::record(&mut open, &walk(day)).unwrap();
    }
    let message = lines(&open, "exercise", "minutes");
    assert!(
        !message.contains("a week"),
        "fourteen of thirty days are too few to say: {message}"
    );
    let mood = |day: u32| draft("mood", &format!("2026-11-0{day}"), &[("mood", n(4.0))]);
    for day in 4..=9 {
        common::record(&mut open, &mood(day)).unwrap();
    }
    let message = lines(&open, "exercise", "minutes");
    assert!(
        !message.contains("a week"),
        "where only the mood was asked nothing is known of walks: {message}"
    );
    for day in 4..=9 {
        let day = format!("2026-11-0{day}");
        common::record(&mut open, &draft("diet", &day, &[("meals", t("two"))])).unwrap();
    }
    let message = lines(&open, "exercise", "minutes");
    assert!(
        message.contains("about 49 min a week"),
        "140 minutes in twenty days with entries: {message}"
    );
    let trends = trends::trends(&open, "30".into(), true).unwrap();
    let panel = trends
        .panels
        .iter()
        .find(|p| p.tracker == "exercise")
        .unwrap();
    let gaps: Vec<_> = panel.figure.gaps.iter().map(|g| (g.from, g.to)).collect();
    assert_eq!(
        gaps,
        [(0.0, 9.0)],
        "hatched where nothing was written, not where nobody walked"
    );
}

#[test]
fn last_value_of_day_is_by_time_not_by_writing_order() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-23T20:00:00Z Europe/Berlin");
    let at = |time: &str, mood: f64| Draft {
        at: Some(time.into()),
        another: true,
        ..draft("mood", "2026-11-23", &[("mood", n(mood))])
    };
    for (time, mood) in [("19:30", 6.0), ("08:00", 2.0), ("13:00", 4.0)] {
        common::record(&mut open, &at(time, mood)).unwrap();
    }
    let around = PeriodContext::new(&open, Period::ending(open.today(), 1)).unwrap();
    let (definition, drawn) = trends::charts(&open).unwrap()[0];
    let emitted = measure::load_measure(&open, definition, drawn, &around).unwrap();
    assert_eq!(
        emitted.series.values,
        [Some(6.0)],
        "the evening's, though it was written first"
    );
    let page = day_page(&open, None).unwrap();
    let times: Vec<_> = page.entries["mood"].iter().map(|s| s.at.as_str()).collect();
    assert_eq!(
        times,
        ["08:00", "13:00", "19:30"],
        "and the day lists them as they came"
    );
    let month = month::month(&open, "".into(), "mood".into(), "mood".into()).unwrap();
    assert_eq!(
        month.head.legend_notes,
        ["Of several entries on a day, the last is shown."],
        "the rule is stated"
    );
}

#[test]
fn unknown_effort_makes_weekly_minutes_a_minimum() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let week = |open: &Session| {
        day_page(open, None)
            .unwrap()
            .weekly_totals
            .get("exercise")
            .cloned()
    };
    let walk = |day: &str, effort: Option<&str>| {
        let mut walk = draft("exercise", day, &[("minutes", n(30.0))]);
        if let Some(effort) = effort {
            walk.values.insert("effort".into(), t(effort));
        }
        walk
    };
    common::record(&mut open, &walk("2026-11-20", Some("light"))).unwrap();
    assert_eq!(
        week(&open),
        None,
        "a slow walk is not held against a guideline"
    );
    common::record(&mut open, &walk("2026-11-21", Some("moderate"))).unwrap();
    assert!(
        week(&open)
            .unwrap()
            .starts_with("30 min at moderate effort"),
        "{:?}",
        week(&open)
    );
    common::record(&mut open, &walk("2026-11-22", None)).unwrap();
    assert!(
        week(&open).unwrap().starts_with("At least 30 min"),
        "{:?}",
        week(&open)
    );
}
