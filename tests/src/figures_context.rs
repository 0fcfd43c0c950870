//! Context of figures, calendar and visit page: quick answers, pauses, and which days and entries
//! count.

use crate::common::{self, NOON, draft, n, session, t};
use chrono::NaiveDate;
use commands::Session;
use commands::app::preferences;
use commands::calendar::month;
use commands::calendar::year;
use commands::day::page::day_page;
use commands::figures::context::PeriodContext;
use commands::figures::measure;
use commands::figures::trends;
use commands::pauses;
use commands::trackers;
use commands::visit::page;
use commands::visit::prepare;
use domain::Draft;
use domain::pause::{Pause, PauseReason};
use domain::time::Period;

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
            page.figures[0].states.len(),
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
        (page.figures[0].events.len(), page.changes.len())
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
fn paused_days_are_excluded_from_day_counts() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
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

#[test]
fn calendar_offers_every_measure_even_if_archived() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(
        &mut open,
        &draft(
            "diet",
            "2026-11-20",
            &[("appetite", t("more")), ("water", n(5.0))],
        ),
    )
    .unwrap();
    let retired = trackers::TrackerChange {
        status: Some(domain::tracker::TrackerStatus::Archived),
        ..Default::default()
    };
    trackers::change_tracker(&mut open, "diet".into(), retired.clone()).unwrap();
    let labels = |open: &Session| {
        let page = month::month(open, "".into(), "".into(), "".into()).unwrap();
        page.head
            .choices
            .into_iter()
            .map(|c| (c.tracker, c.of))
            .collect::<Vec<_>>()
    };
    let all = labels(&open);
    for (tracker, of) in [
        ("mood", "energy"),
        ("sleep", "naps"),
        ("diet", "appetite"),
        ("diet", "water"),
    ] {
        assert!(
            all.contains(&(tracker.into(), of.into())),
            "{tracker} {of} is among {all:?}"
        );
    }
    let unique: std::collections::BTreeSet<_> = all.iter().collect();
    assert_eq!(unique.len(), all.len(), "each once");
    let page = month::month(&open, "".into(), "diet".into(), "appetite".into()).unwrap();
    let cell = page
        .weeks
        .iter()
        .flatten()
        .flatten()
        .find(|c| c.number == 20)
        .unwrap();
    assert_eq!(
        (cell.value.as_str(), cell.shade),
        ("1", Some(4)),
        "coloured by its own scale"
    );
    for (tracker, of) in all {
        month::month(&open, "".into(), tracker.clone(), of.clone()).unwrap();
        year::year(&open, None, tracker.clone(), of.clone()).unwrap();
    }
}

#[test]
fn current_month_and_year_count_only_elapsed_days() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(&mut open, &draft("mood", "2026-11-20", &[("mood", n(4.0))])).unwrap();
    let month = month::month(&open, "".into(), "mood".into(), "mood".into()).unwrap();
    assert!(
        month.head.description.contains("1 of 23 days"),
        "{}",
        month.head.description
    );
    let year = year::year(&open, None, "mood".into(), "mood".into()).unwrap();
    assert!(
        year.head.description.contains("1 of 327 days"),
        "{}",
        year.head.description
    );
    let plan = draft("small-plan", "2026-11-30", &[("what", t("the balcony"))]);
    common::record(&mut open, &plan).unwrap();
    let trends = trends::trends(&open, "all".into(), false).unwrap();
    assert_eq!(
        trends.panels[0].figure.days, 7,
        "a plan ahead does not make the days before it"
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
