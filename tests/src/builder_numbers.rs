//! Custom trackers: scored answers, privacy, quantities, charts and drafts of the builder.

use crate::common::{self, NOON, draft, session, t};
use crate::tracker_builder::{field, garden, shown_text};
use commands::app::undo;
use commands::day::page::day_page;
use commands::entries::history;
use commands::entries::preview;
use commands::figures::trends;
use commands::trackers::builder;
use commands::trackers::builder::form::TrackerForm;
use commands::trackers::transfer;
use domain::Answer;
use domain::definition::{ChartMark, Direction};

#[test]
fn scored_private_tracker_is_charted_and_editable() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("a"), NOON);
    let counted = |scores: [Option<f64>; 3]| {
        let mut asked = field("How bad", "choice");
        asked.several = false;
        asked.chart = Some(ChartMark::Dots);
        for (option, score) in asked.options.iter_mut().zip(scores) {
            option.score = score;
        }
        TrackerForm {
            private: true,
            fields: vec![asked],
            ..garden()
        }
    };
    let halves = counted([Some(0.0), None, Some(2.0)]);
    let error = builder::save_tracker(&mut open, halves.clone()).unwrap_err();
    assert!(
        shown_text(&open, &error).contains("or none of them"),
        "{}",
        shown_text(&open, &error)
    );
    let made = counted([Some(0.0), Some(1.5), Some(4.0)]);
    let key = builder::save_tracker(&mut open, made.clone())
        .unwrap()
        .uid
        .unwrap();
    common::record(
        &mut open,
        &draft(&key, "2026-11-23", &[("how-bad", t("tr-ume"))]),
    )
    .unwrap();
    let trends = trends::trends(&open, "30".into(), true).unwrap();
    let panel = trends.panels.iter().find(|p| p.tracker == key).unwrap();
    assert_eq!(
        panel.figure.readings[0].text, "4",
        "an answer is drawn as its number"
    );
    let asked = builder::tracker_form(&open, key.clone()).unwrap();
    assert!(
        asked.private && asked.fields[0].options[1].score == Some(1.5),
        "and the builder can change it: {asked:?}"
    );
    let text = open.definitions().source(&key).unwrap();
    assert!(
        text.contains("private = true") && text.contains("score = 1.5"),
        "{text}"
    );
}

#[test]
fn quantities_keep_hundredths_and_similar_units() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("a"), NOON);
    let amount = |name: &str, unit: &str| {
        let mut asked = field(name, "quantity");
        asked.unit = unit.into();
        asked
    };
    let made = TrackerForm {
        fields: vec![
            amount("Salt", "g"),
            amount("Vitamin", "µg"),
            amount("When", "moment"),
            amount("Long", "min"),
        ],
        ..garden()
    };
    let key = builder::save_tracker(&mut open, made.clone())
        .unwrap()
        .uid
        .unwrap();
    let answers = [
        ("salt", common::n(7.25)),
        ("vitamin", common::n(3.01)),
        ("when", common::n(1.0)),
        ("long", common::n(5.0)),
    ];
    common::record(&mut open, &draft(&key, "2026-11-23", &answers)).unwrap();
    let shown = &day_page(&open, None).unwrap().entries[&key][0];
    assert_eq!(
        shown.parts.join(", "),
        "Salt 7.25 g, Vitamin 3.01 µg, When 1 moment, Long 5 min"
    );
    let again = builder::tracker_form(&open, key.clone()).unwrap();
    builder::save_tracker(&mut open, again.clone()).unwrap();
    assert_eq!(
        builder::tracker_form(&open, key.clone()).unwrap(),
        again,
        "kept again it is the same"
    );
}

#[test]
fn imported_scale_with_invalid_range_is_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("a"), NOON);
    let text = std::fs::read_to_string(common::root().join("assets/trackers/pain.toml")).unwrap();
    for max in ["1000000", "9.5"] {
        let theirs = text
            .replace("key = \"pain\"\ncovers", "key = \"theirs\"\ncovers")
            .replacen("max = 10", &format!("max = {max}"), 1);
        assert_ne!(theirs, text);
        let error =
            transfer::import_tracker(&mut open, "theirs.toml".into(), theirs.clone()).unwrap_err();
        assert!(
            shown_text(&open, &error).contains("at most 20 apart"),
            "{}",
            shown_text(&open, &error)
        );
    }
}

#[test]
fn builder_keeps_time_chart_sum_and_middle_label() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let mut clock = field("First coffee", "clock");
    (clock.chart, clock.direction) = (Some(ChartMark::Dots), Direction::Neither);
    let mut cups = field("Cups", "quantity");
    cups.several = true;
    let mut taste = field("Taste", "scale");
    taste.middle = "so so".into();
    let made = TrackerForm {
        fields: vec![clock, cups, taste],
        ..garden()
    };
    let key = builder::save_tracker(&mut open, made.clone())
        .unwrap()
        .uid
        .unwrap();
    let answers = [
        ("first-coffee", t("08:30")),
        ("cups", Answer::Numbers(vec![1.0, 2.5])),
    ];
    let draft = draft(&key, "2026-11-23", &answers);
    assert_eq!(
        preview::preview_entry(&open, draft.clone())
            .unwrap()
            .measures,
        [],
        "the clock is not said a second time"
    );
    common::record(&mut open, &draft).unwrap();
    let definition = open.definition(&key).unwrap();
    assert_eq!(
        definition.labels("en").get("taste.middle"),
        Some("so so"),
        "the middle has its word"
    );
    let trends = trends::trends(&open, "30".into(), true).unwrap();
    let panel = |of: &str| {
        let found = |p: &&trends::Panel| p.tracker == key && p.of == of;
        trends.panels.iter().find(found).unwrap()
    };
    let shown = panel("first-coffee--shown");
    assert_eq!(shown.measure, "First coffee", "drawn by its own name");
    let last = format!("{:?}", shown.figure.readings.last().unwrap());
    assert!(last.contains("08:30"), "{last}");
    let last = format!("{:?}", panel("cups").figure.readings.last().unwrap());
    assert!(last.contains("3.5"), "the amounts add up: {last}");
    let built = builder::tracker_form(&open, key.clone()).unwrap();
    assert_eq!(
        built
            .fields
            .iter()
            .map(|f| (f.chart, f.several, f.middle.as_str()))
            .collect::<Vec<_>>(),
        [
            (Some(ChartMark::Dots), false, ""),
            (Some(ChartMark::Bars), true, ""),
            (Some(ChartMark::Bars), false, "so so"),
        ],
        "the builder asks for it again as it was"
    );
    let before = open.definitions().source(&key).unwrap().to_owned();
    builder::save_tracker(&mut open, built.clone()).unwrap();
    assert_eq!(
        open.definitions().source(&key),
        Some(before.as_str()),
        "to the byte"
    );
}

#[test]
fn chart_added_later_includes_earlier_clock_times() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let made = TrackerForm {
        fields: vec![field("First coffee", "clock")],
        ..garden()
    };
    let key = builder::save_tracker(&mut open, made.clone())
        .unwrap()
        .uid
        .unwrap();
    common::record(
        &mut open,
        &draft(&key, "2026-11-20", &[("first-coffee", t("08:30"))]),
    )
    .unwrap();
    let drawn = |open: &commands::Session| {
        let page = trends::trends(open, "30".into(), true).unwrap();
        let panel = page.panels.into_iter().find(|p| p.tracker == key);
        panel.map(|p| format!("{:?}", p.figure.readings).contains("08:30"))
    };
    assert_eq!(drawn(&open), None);
    let mut built = builder::tracker_form(&open, key.clone()).unwrap();
    built.fields[0].chart = Some(ChartMark::Dots);
    built.fields[0].direction = Direction::Neither;
    builder::save_tracker(&mut open, built.clone()).unwrap();
    assert_eq!(drawn(&open), Some(true));
    let uid = &open.journal().all_entries().unwrap()[0].uid;
    let past = history::entry_history(&open, uid.clone()).unwrap();
    assert_eq!(past.len(), 1, "the entry itself is as it was");
    let findings = |open: &commands::Session| {
        open.journal()
            .check(open.definitions().all(), commands::clock::zones())
            .unwrap()
    };
    assert!(
        findings(&open).is_empty(),
        "it adds up: {:?}",
        findings(&open)
    );
    undo::undo(&mut open).unwrap();
    assert_eq!(drawn(&open), None);
    assert!(findings(&open).is_empty(), "and so it does, taken back");
}

#[test]
fn tracker_draft_persists_until_saved_or_discarded() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("a");
    let mut open = session(&place, NOON);
    let mut half = garden();
    half.title = "Gard".into();
    half.fields[0].name = String::new();
    builder::save_tracker_draft(&mut open, half.clone()).unwrap();
    assert!(
        builder::preview_tracker(&open, half.clone()).is_err(),
        "it could not be kept as it is"
    );
    // Dropped without `close`, as if the process were killed.
    drop(open);
    let mut open = session(&place, NOON);
    assert_eq!(
        builder::tracker_draft(&open, "".into()).unwrap(),
        Some(half),
        "as it was typed"
    );
    assert!(
        day_page(&open, None).unwrap().drafts.is_empty(),
        "and no day shows it"
    );
    let key = builder::save_tracker(&mut open, garden().clone())
        .unwrap()
        .uid
        .unwrap();
    assert_eq!(
        builder::tracker_draft(&open, "".into()).unwrap(),
        None,
        "kept, it is gone with the same transaction"
    );
    let mut change = builder::tracker_form(&open, key.clone()).unwrap();
    change.title = "Gardens".into();
    builder::save_tracker_draft(&mut open, change.clone()).unwrap();
    assert_eq!(
        builder::tracker_draft(&open, key.clone()).unwrap(),
        Some(change),
        "each tracker has its own"
    );
    builder::discard_tracker_draft(&mut open, key.clone()).unwrap();
    assert_eq!(
        builder::tracker_draft(&open, key.clone()).unwrap(),
        None,
        "dropped"
    );
}
