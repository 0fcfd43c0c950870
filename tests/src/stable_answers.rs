//! Stability of stored answers: after a note, in another country, after edits to a tracker, and on
//! the visit page.

use crate::common::{self, NOON, draft, n, options, session, t};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::day::page::day_page;
use commands::entries::copy_previous;
use commands::entries::preview;
use commands::error;
use commands::failure::message;
use commands::trackers;
use commands::trackers::TrackerChange;
use commands::trackers::builder;
use commands::trackers::builder::form::FieldForm;
use commands::trackers::builder::form::TrackerForm;
use commands::visit::{page, prepare};
use domain::definition::{ChartMark, DayAggregate, Direction};
use domain::tracker::TrackerStatus;
use domain::{Covers, Draft};

const DAY: &str = "2026-11-23";

fn shown_text(open: &Session, error: &error::Error) -> String {
    message::localize(error, open).message
}

#[test]
fn copying_previous_day_keeps_existing_note() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(&mut open, &draft("mood", "2026-11-22", &[("mood", n(5.0))])).unwrap();
    let note = Draft {
        note: "The lamp was on".into(),
        ..draft("mood", DAY, &[])
    };
    common::record(&mut open, &note).unwrap();
    let page = |open: &Session| day_page(open, None).unwrap();
    assert_eq!(
        page(&open).copy_previous_label,
        "Same as the day before (mood 5)"
    );
    copy_previous::copy_previous_day(&mut open, DAY.into()).unwrap();
    let moods = &page(&open).entries["mood"];
    assert_eq!(moods.len(), 1, "one entry");
    assert_eq!(moods[0].note, "The lamp was on");
    assert_eq!(moods[0].answers["mood"], n(5.0));
    assert!(page(&open).copy_previous_label.is_empty(), "once is enough");
    undo::undo(&mut open).unwrap();
    assert_eq!(page(&open).entries["mood"][0].note, "The lamp was on");
}

#[test]
fn stored_drink_is_unchanged_by_country_and_note() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    preferences::set_preference(&mut open, "country".into(), "GB".into()).unwrap();
    let uid = common::record(&mut open, &draft("diet", DAY, &[("alcohol", n(1.0))]));
    let uid = uid.unwrap().uid.unwrap();
    let first = open.journal().entry(&uid).unwrap().unwrap();
    preferences::set_preference(&mut open, "country".into(), "US".into()).unwrap();
    open.set_clock(options(folder.path(), "2026-11-24T12:00:00Z Europe/Berlin").clock);
    let shown = day_page(&open, Some(DAY.into())).unwrap().entries["diet"][0].clone();
    let noted = Draft {
        note: "With Ana".into(),
        values: shown.answers,
        ..draft("diet", DAY, &[])
    };
    common::amend(&mut open, &uid, &noted).unwrap();
    let after = open.journal().entry(&uid).unwrap().unwrap();
    assert_eq!(after.values, first.values, "eight grams");
    assert!(!after.is_late(), "it was said in time");
}

#[test]
fn early_morning_time_must_go_to_previous_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let early = |day: &str| Draft {
        at: Some("02:00".into()),
        ..draft("substances", day, &[("kind", t("nicotine"))])
    };
    let refused = common::record(&mut open, &early(DAY)).unwrap_err();
    assert!(shown_text(&open, &refused).contains("still the day before"));
    common::record(&mut open, &early("2026-11-22")).unwrap();
    let late = Draft {
        at: Some("23:00".into()),
        ..draft("substances", DAY, &[("kind", t("nicotine"))])
    };
    let refused = common::record(&mut open, &late).unwrap_err();
    assert!(shown_text(&open, &refused).contains("not come yet"));
}

fn steps(max: f64, title: &str, key: &str) -> TrackerForm {
    TrackerForm {
        key: key.into(),
        title: title.into(),
        covers: Covers::Day,
        private: false,
        fields: vec![FieldForm {
            key: if key.is_empty() {
                String::new()
            } else {
                "steps".into()
            },
            name: "Steps".into(),
            hint: String::new(),
            kind: "quantity".into(),
            unit: String::new(),
            min: 0.0,
            max,
            low: String::new(),
            high: String::new(),
            middle: String::new(),
            options: Vec::new(),
            several: false,
            direction: Direction::Neither,
            chart: Some(ChartMark::Bars),
            aggregate: DayAggregate::Sum,
            optional: false,
        }],
    }
}

#[test]
fn answered_range_can_be_widened_not_narrowed() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let made = builder::save_tracker(&mut open, steps(1000.0, "Walked", "").clone());
    let key = made.unwrap().uid.unwrap();
    let field = open.definition(&key).unwrap().fields[0].key.clone();
    common::record(&mut open, &draft(&key, DAY, &[(&field, n(500.0))])).unwrap();
    let refused =
        builder::save_tracker(&mut open, steps(100.0, "Walked", &key).clone()).unwrap_err();
    assert!(shown_text(&open, &refused).contains("answered already"));
    builder::save_tracker(&mut open, steps(2000.0, "Walked", &key).clone()).unwrap();
}

#[test]
fn builder_name_overrides_earlier_rename() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let made = builder::save_tracker(&mut open, steps(1000.0, "Walked", "").clone());
    let key = made.unwrap().uid.unwrap();
    let named = TrackerChange {
        name: Some("Strolled".into()),
        ..TrackerChange::default()
    };
    trackers::change_tracker(&mut open, key.clone(), named.clone()).unwrap();
    let opened = builder::tracker_form(&open, key.clone()).unwrap();
    assert_eq!(
        opened.title, "Strolled",
        "the builder says the name there is"
    );
    builder::save_tracker(&mut open, steps(1000.0, "Wandered", &key).clone()).unwrap();
    let title = |open: &Session| {
        let all = trackers::all(open).unwrap();
        let mine = all.iter().find(|t| t.definition.key == key).unwrap();
        mine.labels.get_or_key("title").to_owned()
    };
    assert_eq!(title(&open), "Wandered");
    undo::undo(&mut open).unwrap();
    assert_eq!(title(&open), "Strolled", "one step back");
}

#[test]
fn disabled_tracker_can_be_excluded_from_visit_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let using = |using| TrackerChange {
        status: Some(using),
        ..TrackerChange::default()
    };
    trackers::change_tracker(
        &mut open,
        "weight".into(),
        using(TrackerStatus::Active).clone(),
    )
    .unwrap();
    common::record(&mut open, &draft("weight", DAY, &[("weight", n(84.5))])).unwrap();
    trackers::change_tracker(
        &mut open,
        "weight".into(),
        using(TrackerStatus::Disabled).clone(),
    )
    .unwrap();
    let page = prepare::visit(&open).unwrap();
    let weight = page.sections.iter().find(|s| s.tracker == "weight");
    assert!(
        weight.is_some_and(|s| s.shown),
        "it can be seen and unticked"
    );
    let without = domain::Visit {
        excluded: vec!["weight".into()],
        ..page.visit
    };
    prepare::change_visit(&mut open, without.clone()).unwrap();
    let text = report::text(&page::page(&open, &prepare::next(&open).unwrap()).unwrap());
    assert!(!text.contains("84.5"), "{text}");
}

#[test]
fn reversed_wake_times_warn_or_are_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let upside = [("woke", t("07:00")), ("up", t("06:50"))];
    let sum = preview::preview_entry(&open, draft("sleep", DAY, &upside).clone()).unwrap();
    assert!(
        sum.warnings
            .iter()
            .any(|unusual| unusual.contains("12 hours")),
        "{:?}",
        sum.warnings
    );
    let mut more = upside.to_vec();
    more.extend([("latency", n(10.0)), ("awake", n(5.0))]);
    let refused = common::record(&mut open, &draft("sleep", DAY, &more)).unwrap_err();
    assert!(shown_text(&open, &refused).contains("24 hours awake in bed"));
}

#[test]
fn unanswered_daily_amount_is_not_counted_as_zero() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let made = builder::save_tracker(&mut open, steps(1000.0, "Walked", "").clone());
    let key = made.unwrap().uid.unwrap();
    let field = open.definition(&key).unwrap().fields[0].key.clone();
    for day in 1..=23 {
        let day = format!("2026-11-{day:02}");
        common::record(&mut open, &draft("mood", &day, &[("mood", n(5.0))])).unwrap();
        common::record(&mut open, &draft("diet", &day, &[("meals", t("two"))])).unwrap();
    }
    let walked = |open: &mut Session, days: std::ops::RangeInclusive<u32>| {
        for day in days {
            let day = format!("2026-11-{day:02}");
            common::record(open, &draft(&key, &day, &[(&field, n(70.0))])).unwrap();
        }
        let month = domain::Visit {
            days: 23,
            ..domain::Visit::default()
        };
        prepare::change_visit(open, month.clone()).unwrap();
        report::text(&page::page(open, &prepare::next(open).unwrap()).unwrap())
    };
    let few = walked(&mut open, 16..=23);
    assert!(!few.contains("a week (8"), "eight days say no week: {few}");
    let most = walked(&mut open, 2..=15);
    assert!(most.contains("about 490 a week"), "{most}");
}

#[test]
fn visit_page_omits_private_day_and_marks_late_entry() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(
        &mut open,
        &draft("substances", DAY, &[("kind", t("nicotine"))]),
    )
    .unwrap();
    common::record(&mut open, &draft("mood", "2026-11-20", &[("mood", n(5.0))])).unwrap();
    let text = report::text(&page::page(&open, &prepare::next(&open).unwrap()).unwrap());
    assert!(text.contains("1 of 90 days recorded"), "{text}");
    assert!(text.contains("(written 23 Nov)"), "{text}");
}
