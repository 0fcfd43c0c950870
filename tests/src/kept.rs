//! Stability of stored answers: after a note, in another country, after edits to a tracker, and on
//! the visit page.

use crate::kit::{self, NOON, draft, n, options, session, t};
use care::definition::{Better, ChartMark, PerDay};
use care::tracker::Using;
use care::{Covers, Draft};
use commands::own::{self, Own, OwnField};
use commands::trackers::{self, TrackerChange};
use commands::{Session, back, preferences, record, sentences, today, undo, visit};

const DAY: &str = "2026-11-23";

fn said(open: &Session, mishap: &commands::bridge::Mishap) -> String {
    sentences::failure(mishap, open).said
}

#[test]
fn copying_previous_day_keeps_existing_note() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    kit::record(&mut open, &draft("mood", "2026-11-22", &[("mood", n(5.0))])).unwrap();
    let note = Draft {
        note: "The lamp was on".into(),
        ..draft("mood", DAY, &[])
    };
    kit::record(&mut open, &note).unwrap();
    let page = |open: &Session| today::day_page(open, None).unwrap();
    assert_eq!(page(&open).same, "Same as the day before (mood 5)");
    back::same_as_before(&mut open, DAY).unwrap();
    let moods = &page(&open).entries["mood"];
    assert_eq!(moods.len(), 1, "one entry");
    assert_eq!(moods[0].note, "The lamp was on");
    assert_eq!(moods[0].answers["mood"], n(5.0));
    assert!(page(&open).same.is_empty(), "once is enough");
    undo::undo(&mut open).unwrap();
    assert_eq!(page(&open).entries["mood"][0].note, "The lamp was on");
}

#[test]
fn stored_drink_is_unchanged_by_country_and_note() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    preferences::prefer(&mut open, "country", "GB").unwrap();
    let uid = kit::record(&mut open, &draft("diet", DAY, &[("alcohol", n(1.0))]));
    let uid = uid.unwrap().uid.unwrap();
    let first = open.journal().entry(&uid).unwrap().unwrap();
    preferences::prefer(&mut open, "country", "US").unwrap();
    open.set_clock(options(folder.path(), "2026-11-24T12:00:00Z Europe/Berlin").clock);
    let shown = today::day_page(&open, Some(DAY)).unwrap().entries["diet"][0].clone();
    let noted = Draft {
        note: "With Ana".into(),
        values: shown.answers,
        ..draft("diet", DAY, &[])
    };
    kit::amend(&mut open, &uid, &noted).unwrap();
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
    let refused = kit::record(&mut open, &early(DAY)).unwrap_err();
    assert!(said(&open, &refused).contains("still the day before"));
    kit::record(&mut open, &early("2026-11-22")).unwrap();
    let late = Draft {
        at: Some("23:00".into()),
        ..draft("substances", DAY, &[("kind", t("nicotine"))])
    };
    let refused = kit::record(&mut open, &late).unwrap_err();
    assert!(said(&open, &refused).contains("not come yet"));
}

fn steps(max: f64, title: &str, key: &str) -> Own {
    Own {
        key: key.into(),
        title: title.into(),
        covers: Covers::Day,
        private: false,
        fields: vec![OwnField {
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
            better: Better::Neither,
            chart: Some(ChartMark::Bars),
            day: PerDay::Sum,
            extra: false,
        }],
    }
}

#[test]
fn answered_range_can_be_widened_not_narrowed() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let made = own::keep_tracker(&mut open, &steps(1000.0, "Walked", ""));
    let key = made.unwrap().uid.unwrap();
    let field = open.definition(&key).unwrap().fields[0].key.clone();
    kit::record(&mut open, &draft(&key, DAY, &[(&field, n(500.0))])).unwrap();
    let refused = own::keep_tracker(&mut open, &steps(100.0, "Walked", &key)).unwrap_err();
    assert!(said(&open, &refused).contains("answered already"));
    own::keep_tracker(&mut open, &steps(2000.0, "Walked", &key)).unwrap();
}

#[test]
fn builder_name_overrides_earlier_rename() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let made = own::keep_tracker(&mut open, &steps(1000.0, "Walked", ""));
    let key = made.unwrap().uid.unwrap();
    let named = TrackerChange {
        name: Some("Strolled".into()),
        ..TrackerChange::default()
    };
    trackers::change_tracker(&mut open, &key, &named).unwrap();
    let opened = own::own_tracker(&open, &key).unwrap();
    assert_eq!(
        opened.title, "Strolled",
        "the builder says the name there is"
    );
    own::keep_tracker(&mut open, &steps(1000.0, "Wandered", &key)).unwrap();
    let title = |open: &Session| {
        let all = trackers::all(open).unwrap();
        let mine = all.iter().find(|t| t.definition.key == key).unwrap();
        mine.words.say("title").to_owned()
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
        using: Some(using),
        ..TrackerChange::default()
    };
    trackers::change_tracker(&mut open, "weight", &using(Using::Asked)).unwrap();
    kit::record(&mut open, &draft("weight", DAY, &[("weight", n(84.5))])).unwrap();
    trackers::change_tracker(&mut open, "weight", &using(Using::Off)).unwrap();
    let page = visit::visit(&open).unwrap();
    let weight = page.sections.iter().find(|s| s.tracker == "weight");
    assert!(
        weight.is_some_and(|s| s.shown),
        "it can be seen and unticked"
    );
    let without = care::Visit {
        left_out: vec!["weight".into()],
        ..page.visit
    };
    visit::change_visit(&mut open, &without).unwrap();
    let text = report::text(&visit::visit(&open).unwrap().page);
    assert!(!text.contains("84.5"), "{text}");
}

#[test]
fn reversed_wake_times_warn_or_are_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let upside = [("woke", t("07:00")), ("up", t("06:50"))];
    let sum = record::add_up(&open, &draft("sleep", DAY, &upside)).unwrap();
    assert!(
        sum.odd.iter().any(|odd| odd.contains("12 hours")),
        "{:?}",
        sum.odd
    );
    let mut more = upside.to_vec();
    more.extend([("latency", n(10.0)), ("awake", n(5.0))]);
    let refused = kit::record(&mut open, &draft("sleep", DAY, &more)).unwrap_err();
    assert!(said(&open, &refused).contains("24 hours awake in bed"));
}

#[test]
fn unanswered_daily_amount_is_not_counted_as_zero() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let made = own::keep_tracker(&mut open, &steps(1000.0, "Walked", ""));
    let key = made.unwrap().uid.unwrap();
    let field = open.definition(&key).unwrap().fields[0].key.clone();
    for day in 1..=23 {
        let day = format!("2026-11-{day:02}");
        kit::record(&mut open, &draft("mood", &day, &[("mood", n(5.0))])).unwrap();
        kit::record(&mut open, &draft("diet", &day, &[("meals", t("two"))])).unwrap();
    }
    let walked = |open: &mut Session, days: std::ops::RangeInclusive<u32>| {
        for day in days {
            let day = format!("2026-11-{day:02}");
            kit::record(open, &draft(&key, &day, &[(&field, n(70.0))])).unwrap();
        }
        let month = care::Visit {
            days: 23,
            ..care::Visit::default()
        };
        visit::change_visit(open, &month).unwrap();
        report::text(&visit::visit(open).unwrap().page)
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
    kit::record(
        &mut open,
        &draft("substances", DAY, &[("kind", t("nicotine"))]),
    )
    .unwrap();
    kit::record(&mut open, &draft("mood", "2026-11-20", &[("mood", n(5.0))])).unwrap();
    let text = report::text(&visit::visit(&open).unwrap().page);
    assert!(text.contains("1 of 90 days recorded"), "{text}");
    assert!(text.contains("(written 23 Nov)"), "{text}");
}
