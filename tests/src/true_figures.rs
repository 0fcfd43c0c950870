//! Figures that must not say what is not so: unknown amounts, plans, two sleeps of a day.

use crate::common::{self, NOON, draft, n, session, t};
use commands::Session;
use commands::figures::context::PeriodContext;
use commands::figures::{figure, measure, text};
use domain::Draft;
use domain::figure::Mark;
use domain::time::Period;

fn record(open: &mut Session, drafts: &[Draft]) {
    for draft in drafts {
        common::record(open, draft).unwrap();
    }
}

fn walk(day: &str, effort: Option<&str>) -> Draft {
    let mut values = vec![("kind", t("walk")), ("minutes", n(30.0))];
    values.extend(effort.map(|effort| ("effort", t(effort))));
    Draft {
        another: true,
        ..draft("exercise", day, &values)
    }
}

/// Returns the values of a measure on the days up to today, and the line below its chart.
fn look(open: &Session, tracker: &str, of: &str, days: i64) -> (Vec<Option<f64>>, Vec<String>) {
    let context = PeriodContext::new(open, Period::ending(open.today(), days)).unwrap();
    let definition = open.definition(tracker).unwrap();
    let chart = definition.chart(of).unwrap();
    let view = measure::load_measure(open, definition, chart, &context).unwrap();
    let mut lines: Vec<String> = text::typical(open, &view).into_iter().collect();
    lines.push(text::n_of_n(open, &view));
    (view.series.values, lines)
}

#[test]
fn unknown_part_leaves_sum_of_day_unknown() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    record(
        &mut open,
        &[
            walk("2026-11-22", Some("moderate")),
            walk("2026-11-22", None),
            walk("2026-11-23", Some("moderate")),
        ],
    );
    let (values, _) = look(&open, "exercise", "equivalent", 3);
    assert_eq!(values, [None, None, Some(30.0)]);
    let (values, _) = look(&open, "exercise", "minutes", 3);
    assert_eq!(values, [None, Some(60.0), Some(30.0)]);
}

#[test]
fn weekly_amount_counts_only_days_with_known_amount() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    for day in 10..=23 {
        let day = format!("2026-11-{day}");
        let effort = (day.as_str() > "2026-11-16").then_some("moderate");
        record(
            &mut open,
            &[
                walk(&day, effort),
                draft("diet", &day, &[("meals", t("two"))]),
            ],
        );
    }
    let (_, lines) = look(&open, "exercise", "equivalent", 14);
    assert_eq!(lines, ["about 3 h 30 a week", "7 of 14 days"]);
}

#[test]
fn plan_made_ahead_is_no_record_of_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-09T12:00:00Z Europe/Berlin");
    for day in 17..=23 {
        let day = format!("2026-11-{day}");
        record(
            &mut open,
            &[draft("small-plan", &day, &[("what", t("balcony"))])],
        );
    }
    open.set_clock(common::options(folder.path(), NOON).clock);
    let week = Period::ending(open.today(), 7);
    let recorded = |open: &Session| {
        commands::figures::context::days_recorded(open, week, &[])
            .unwrap()
            .len()
    };
    assert_eq!(recorded(&open), 0);
    let plan = open.journal().entries(week).unwrap().remove(4);
    let outcome = draft(
        "small-plan",
        &plan.day.to_string(),
        &[("what", t("balcony")), ("done", t("yes"))],
    );
    common::amend(&mut open, &plan.uid, &outcome).unwrap();
    assert_eq!(recorded(&open), 1, "the day on which it was answered");
}

#[test]
fn morning_night_says_nothing_about_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let day = "2026-11-23";
    record(&mut open, &[common::a_day(day).remove(1)]);
    let context = PeriodContext::new(&open, Period::ending(open.today(), 1)).unwrap();
    let definition = open.definition("exercise").unwrap();
    let known = |open: &Session| {
        let chart = definition.chart("minutes").unwrap();
        context.known_for(open, definition, chart, &[]).unwrap()
    };
    assert_eq!(known(&open), Some(Vec::new()));
}

#[test]
fn date_has_one_median_over_any_period() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    commands::demo::fill(&mut open, 90, 7, |_| ()).unwrap();
    let median = |days: i64| {
        let context = PeriodContext::new(&open, Period::ending(open.today(), days)).unwrap();
        let definition = open.definition("mood").unwrap();
        let view =
            measure::load_measure(&open, definition, &definition.charts[0], &context).unwrap();
        let figure = figure::figure(&open, &view, &[]);
        let Mark::Line { runs } = &figure.marks[0] else {
            panic!("the first layer is the median")
        };
        let points = runs.iter().flatten();
        let by_day = points.map(|[x, y]| (context.period.day(*x as usize), *y));
        by_day.collect::<std::collections::BTreeMap<_, _>>()
    };
    let (month, quarter) = (median(30), median(90));
    assert!(month.len() > 10, "{month:?}");
    for (day, value) in &month {
        assert_eq!(quarter.get(day), Some(value), "{day}");
    }
}

#[test]
fn two_sleeps_of_a_day_add_up_in_any_order() {
    let sleep = |from: &str, to: &str, quality: &str| Draft {
        another: true,
        ..draft(
            "sleep",
            "2026-11-23",
            &[
                ("bed", t(from)),
                ("try", t(from)),
                ("latency", n(0.0)),
                ("awake", n(0.0)),
                ("woke", t(to)),
                ("up", t(to)),
                ("quality", t(quality)),
            ],
        )
    };
    let night = sleep("01:50", "06:05", "good");
    let noon = sleep("12:11", "12:41", "poor");
    for order in [[night.clone(), noon.clone()], [noon, night]] {
        let folder = tempfile::tempdir().unwrap();
        let mut open = session(folder.path(), NOON);
        record(&mut open, &order);
        assert_eq!(look(&open, "sleep", "asleep", 1).0, [Some(285.0)]);
        assert_eq!(
            look(&open, "sleep", "quality", 1).0,
            [Some(4.0)],
            "the longest sleep is the main one"
        );
    }
}
