//! Context of figures, calendar and visit page: quick answers, pauses, and which days and entries
//! count.

mod amounts;
mod calendar;

use crate::common::{self, NOON, draft, n, session, t};
use chrono::NaiveDate;
use commands::Session;
use commands::app::preferences;
use commands::calendar::month;
use commands::calendar::year;
use commands::day::page::day_page;
use commands::figures::trends;
use commands::pauses;
use commands::trackers;
use commands::visit::page;
use commands::visit::prepare;
use domain::pause::{Pause, PauseReason};

fn tapped(open: &mut Session, day: &str, state: &str) {
    common::record(open, &draft("day-state", day, &[("state", t(state))])).unwrap();
}

fn pause(open: &mut Session, from: &str, to: &str) {
    let pause = Pause {
        reason: PauseReason::Holiday,
        from: from.parse().unwrap(),
        to: Some(to.parse().unwrap()),
    };
    pauses::save_pause(open, None, Some(pause)).unwrap();
}

fn lines(open: &Session, tracker: &str, of: &str) -> String {
    let page = trends::trends(open, "30".into(), true).unwrap();
    let mut panels = page.panels.iter();
    let panel = panels.find(|p| p.tracker == tracker && p.of == of).unwrap();
    panel.lines.join("; ")
}

#[test]
fn quick_answer_day_is_marked_in_every_view() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::long_before(&mut open);
    for (day, state) in [
        ("2026-11-10", "cant"),
        ("2026-11-11", "cant"),
        ("2026-11-12", "in-bed"),
    ] {
        tapped(&mut open, day, state);
    }
    common::record(&mut open, &draft("mood", "2026-11-12", &[("mood", n(1.0))])).unwrap();
    let trends = trends::trends(&open, "30".into(), false).unwrap();
    assert_eq!(
        trends.marked,
        "A diamond marks: Couldn’t that day: 2 days, In bed that day: 1 day."
    );
    let figure = &trends.panels[0].figure;
    let at: Vec<_> = figure
        .states
        .iter()
        .map(|s| (s.at, s.label.as_str()))
        .collect();
    let (cant, bed) = ("Couldn’t that day", "In bed that day");
    assert_eq!(
        at,
        [(16.0, cant), (17.0, cant), (18.0, bed)],
        "marked where they are"
    );
    let hatched = |day: f64| figure.gaps.iter().any(|g| g.from <= day && day <= g.to);
    assert!(
        hatched(15.0) && !hatched(16.0) && !hatched(17.0),
        "said is not missing: {:?}",
        figure.gaps
    );
    let message: Vec<_> = figure.readings.iter().map(|r| r.text.as_str()).collect();
    assert_eq!(
        message,
        [cant, cant, "1 · In bed that day"],
        "read out beside the value"
    );

    let month = month::month(&open, "".into(), "mood".into(), "mood".into()).unwrap();
    let cells: Vec<_> = month.weeks.iter().flatten().flatten().collect();
    let cell = |number: u32| cells.iter().find(|c| c.number == number).unwrap();
    assert_eq!(
        (cell(10).state.as_str(), cell(9).state.as_str()),
        (cant, ""),
        "in the month"
    );
    assert_eq!(
        cell(10).text,
        "Tuesday, 10 November 2026: Couldn’t that day"
    );
    assert_eq!(
        cell(12).text,
        "Thursday, 12 November 2026: 1, In bed that day"
    );
    assert_eq!(
        month.head.legend_notes,
        std::slice::from_ref(&trends.marked),
        "and what the diamond is"
    );
    let year = year::year(&open, None, "mood".into(), "mood".into()).unwrap();
    let marked = year.months.iter().flat_map(|m| &m.days).filter(|d| d.state);
    assert_eq!(marked.count(), 3, "in the year");

    let prepared = prepare::next(&open).unwrap();
    let page = page::page(&open, &prepared).unwrap();
    assert!(
        page.recorded
            .ends_with("A diamond marks: Couldn’t that day: 2 days, In bed that day: 1 day."),
        "{}",
        page.recorded
    );
}

#[test]
fn excluded_trackers_leave_no_marks_on_visit_charts() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(&mut open, &draft("mood", "2026-11-12", &[("mood", n(3.0))])).unwrap();
    tapped(&mut open, "2026-11-10", "in-bed");
    let mut prepared = prepare::next(&open).unwrap();
    let marks = |open: &Session, visit: &domain::Visit| {
        let page = page::page(open, visit).unwrap();
        (
            page.picture.rows[0].figure.states.len(),
            page.recorded.contains("In bed"),
        )
    };
    assert_eq!(marks(&open, &prepared), (1, true));
    prepared.excluded.push("day-state".into());
    assert_eq!(marks(&open, &prepared), (0, false));
    let change = draft("dated-change", "2026-11-11", &[("what", t("moved house"))]);
    common::record(&mut open, &change).unwrap();
    let events = |open: &Session, visit: &domain::Visit| {
        let page = page::page(open, visit).unwrap();
        (page.picture.life.len(), page.changes.len())
    };
    assert_eq!(events(&open, &prepared), (1, 1));
    prepared.excluded.push("dated-change".into());
    assert_eq!(events(&open, &prepared), (0, 0), "nor does a change");
}

#[test]
fn sparse_page_lists_entries_without_free_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let plan = [("what", t("call the sister")), ("pleasure-thought", n(3.0))];
    common::record(&mut open, &draft("small-plan", "2026-11-20", &plan)).unwrap();
    let page = page::page(&open, &prepare::next(&open).unwrap()).unwrap();
    let message: Vec<_> = page.entries.iter().map(|l| l.text.as_str()).collect();
    assert_eq!(message.len(), 1, "{message:?}");
    assert!(
        !message[0].contains("sister") && message[0].contains('3'),
        "{message:?}"
    );
}

#[test]
fn drink_hint_states_size_and_axis_uses_whole_drinks() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    preferences::complete_onboarding(&mut open, "US".into()).unwrap();
    for (day, drinks) in [("2026-11-20", 1.0), ("2026-11-21", 3.0)] {
        common::record(&mut open, &draft("diet", day, &[("alcohol", n(drinks))])).unwrap();
    }
    let all = trackers::all(&open).unwrap();
    let diet = all.iter().find(|t| t.definition.key == "diet");
    assert_eq!(
        diet.unwrap().labels.get_or_key("alcohol.hint"),
        "One is 14 g of alcohol: about 350 ml of beer (5 %) or 150 ml of wine (12 %)."
    );
    let trends = trends::trends(&open, "30".into(), true).unwrap();
    let panel = trends.panels.iter().find(|p| p.of == "alcohol").unwrap();
    let marks: Vec<_> = panel.figure.y.iter().map(|t| t.label.as_str()).collect();
    assert_eq!(marks, ["0", "1", "2", "3"]);
}

#[test]
fn bucketed_figure_keeps_quick_answer_marks() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(&mut open, &draft("mood", "2022-01-01", &[("mood", n(5.0))])).unwrap();
    tapped(&mut open, "2024-05-05", "cant");
    tapped(&mut open, "2024-05-06", "cant");
    let trends = trends::trends(&open, "all".into(), false).unwrap();
    let states = &trends.panels[0].figure.states;
    assert!(
        (1..=2).contains(&states.len()),
        "two days are one or two columns: {states:?}"
    );
    let day: NaiveDate = "2024-05-05".parse().unwrap();
    let index = (day - "2022-01-01".parse::<NaiveDate>().unwrap()).num_days() as f64;
    assert!(
        (states[0].at - index).abs() < 5.0,
        "at its place: {states:?}"
    );
}

#[test]
fn answer_outside_summary_line_is_shown_with_label() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let half = draft(
        "practice",
        "2026-11-23",
        &[("kind", t("breathing")), ("before", n(6.0))],
    );
    common::record(&mut open, &half).unwrap();
    let shown = &day_page(&open, None).unwrap().entries["practice"][0];
    assert_eq!(
        shown.parts,
        ["Breathing"],
        "the part with both tensions can't be said"
    );
    assert_eq!(
        shown.remaining_answers,
        ["Tension before: 6"],
        "so the one there is has its own words"
    );
}
