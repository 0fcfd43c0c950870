//! Custom trackers: building, editing, export, import and rejected input.

use crate::common::{self, NOON, draft, n, options, session, t};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::day::page::day_page;
use commands::error;
use commands::failure::message;
use commands::figures::trends;
use commands::trackers;
use commands::trackers::TrackerChange;
use commands::trackers::builder;
use commands::trackers::builder::form::FieldForm;
use commands::trackers::builder::form::OptionForm;
use commands::trackers::builder::form::TrackerForm;
use commands::trackers::change_tracker;
use commands::trackers::transfer;
use domain::Covers;
use domain::definition::{ChartMark, DayAggregate, Direction};
use domain::tracker::TrackerStatus;

pub fn field(name: &str, kind: &str) -> FieldForm {
    FieldForm {
        key: String::new(),
        name: name.into(),
        hint: String::new(),
        kind: kind.into(),
        unit: if kind == "quantity" {
            "km".into()
        } else {
            String::new()
        },
        min: 0.0,
        max: 10.0,
        low: "not at all".into(),
        high: "fully".into(),
        middle: String::new(),
        options: if kind == "choice" {
            ["Beans", "Roses | thorns {x}", "Träume"]
                .map(|name| OptionForm {
                    key: String::new(),
                    name: name.into(),
                    score: None,
                })
                .to_vec()
        } else {
            Vec::new()
        },
        several: kind == "choice",
        direction: Direction::Higher,
        chart: ["scale", "quantity", "yes-no"]
            .contains(&kind)
            .then_some(ChartMark::Bars),
        aggregate: DayAggregate::Mean,
        optional: false,
    }
}

const KINDS: [&str; 6] = ["scale", "quantity", "choice", "clock", "yes-no", "text"];

pub fn garden() -> TrackerForm {
    TrackerForm {
        key: String::new(),
        title: "Garten & Wörter".into(),
        covers: Covers::Day,
        private: false,
        fields: KINDS.map(|kind| field(&format!("A {kind}"), kind)).to_vec(),
    }
}

pub fn shown_text(open: &Session, error: &error::Error) -> String {
    message::localize(error, open).message
}

#[test]
fn tracker_of_every_kind_survives_export_and_import() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("a"), NOON);
    let key = builder::save_tracker(&mut open, garden().clone())
        .unwrap()
        .uid
        .unwrap();
    assert_eq!(key, "my-garten-w-rter", "a key of a–z, 0–9 and -");
    let answers = [
        ("a-scale", n(7.0)),
        ("a-quantity", n(2.5)),
        (
            "a-choice",
            domain::Answer::Choices(vec!["beans".into(), "tr-ume".into()]),
        ),
        ("a-clock", t("15:40")),
        ("a-yes-no", domain::Answer::Bool(true)),
        ("a-text", t("Regen")),
    ];
    common::record(&mut open, &draft(&key, "2026-11-23", &answers)).unwrap();
    let line = day_page(&open, None).unwrap().entries[&key][0]
        .parts
        .join("; ");
    assert_eq!(
        line,
        "A scale 7; A quantity 2.5 km; A choice Beans, Träume; A clock 15:40; A yes-no yes; A text Regen",
        "said in its own words"
    );
    let drawn = trends::trends(&open, "30".into(), true)
        .unwrap()
        .panels
        .into_iter()
        .filter(|p| p.tracker == key)
        .count();
    assert_eq!(drawn, 3, "drawn");
    let text = open.definitions().source(&key).unwrap().to_owned();
    let mut fresh = session(&folder.path().join("b"), NOON);
    transfer::import_tracker(&mut fresh, "garden.toml".into(), text.clone()).unwrap();
    assert_eq!(
        fresh.definitions().source(&key),
        Some(text.as_str()),
        "the same to the byte"
    );
    assert_eq!(
        fresh.definitions().get(&key),
        open.definitions().get(&key),
        "and in what it means"
    );
    let again =
        transfer::import_tracker(&mut fresh, "garden.toml".into(), text.clone()).unwrap_err();
    assert_eq!(
        shown_text(&fresh, &again),
        "garden.toml: This very tracker is here already.",
        "twice adds nothing"
    );
    fresh.close().unwrap();
    let fresh = session(&folder.path().join("b"), NOON);
    assert!(
        fresh.definitions().get(&key).is_some(),
        "it is there after a restart"
    );
}

#[test]
fn import_error_uses_the_app_language() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    preferences::set_preference(&mut open, "language".into(), "es".into()).unwrap();
    let text = open
        .definitions()
        .source("mood")
        .unwrap()
        .replacen("max = 10", "max = 0", 1);
    let error = transfer::import_tracker(&mut open, "suyo.toml".into(), text.clone()).unwrap_err();
    let sentence = shown_text(&open, &error);
    assert!(
        sentence.starts_with("Este registro no se puede usar: suyo.toml, línea ")
            && sentence.ends_with(", «mood»: min 0 no es menor que max 0."),
        "{sentence}"
    );
}

#[test]
fn builder_edit_keeps_existing_answers() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let key = builder::save_tracker(&mut open, garden().clone())
        .unwrap()
        .uid
        .unwrap();
    common::record(
        &mut open,
        &draft(
            &key,
            "2026-11-23",
            &[
                ("a-scale", n(7.0)),
                ("a-choice", domain::Answer::Choices(vec!["beans".into()])),
            ],
        ),
    )
    .unwrap();
    let mut made = builder::tracker_form(&open, key.clone()).unwrap();
    made.title = "Garden".into();
    made.fields[0].name = "How it went".into();
    made.fields.push(field("Worms", "quantity"));
    made.fields.remove(5);
    builder::save_tracker(&mut open, made.clone()).unwrap();
    let shown = day_page(&open, None).unwrap();
    assert_eq!(
        shown.entries[&key][0].parts[0], "How it went 7",
        "other words, the same answer"
    );
    assert_eq!(
        trackers::all(&open)
            .unwrap()
            .iter()
            .find(|t| t.definition.key == key)
            .unwrap()
            .definition
            .fields
            .len(),
        6,
        "one gone, one new"
    );
    let before = open.definitions().source(&key).unwrap().to_owned();
    let mut gone = builder::tracker_form(&open, key.clone()).unwrap();
    gone.fields.remove(0);
    let error = builder::save_tracker(&mut open, gone.clone()).unwrap_err();
    assert!(
        shown_text(&open, &error).contains("This was answered already"),
        "{}",
        shown_text(&open, &error)
    );
    let mut narrower = builder::tracker_form(&open, key.clone()).unwrap();
    narrower.fields[2].options.remove(0);
    assert!(
        builder::save_tracker(&mut open, narrower.clone()).is_err(),
        "an option that was chosen stays"
    );
    assert_eq!(
        open.definitions().source(&key),
        Some(before.as_str()),
        "and nothing changed"
    );
    undo::undo(&mut open).unwrap();
    assert_eq!(
        day_page(&open, None).unwrap().entries[&key][0].parts[0],
        "A scale 7",
        "taken back"
    );
}

#[test]
fn invalid_tracker_gives_one_error_and_saves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let refused = |open: &mut Session, change: &dyn Fn(&mut TrackerForm)| {
        let mut own = garden();
        change(&mut own);
        let error = builder::save_tracker(open, own.clone()).unwrap_err();
        shown_text(open, &error)
    };
    type Case<'a> = (&'a dyn Fn(&mut TrackerForm), &'a str);
    let cases: [Case; 7] = [
        (&|o| o.title = "  ".into(), "Your tracker: Give it a name."),
        (
            &|o| o.fields.clear(),
            "Your tracker: Add at least one question, at most forty.",
        ),
        (
            &|o| o.fields[1].name = String::new(),
            "Question 2: Give it a name.",
        ),
        (
            &|o| o.fields[2].options.clear(),
            "A choice: Add at least one answer to choose from, at most forty.",
        ),
        (
            &|o| o.fields[0].min = 11.0,
            "A scale: The lowest number has to be below the highest.",
        ),
        (
            &|o| o.fields[0].max = 100.0,
            "A scale: A scale has whole numbers, at most twenty apart.",
        ),
        (
            &|o| o.fields[1].max = f64::NAN,
            "A quantity: The lowest number has to be below the highest.",
        ),
    ];
    for (change, sentence) in cases {
        assert_eq!(refused(&mut open, change), sentence);
    }
    assert!(
        open.journal().custom_definitions().unwrap().is_empty(),
        "nothing was kept"
    );
}

#[test]
fn hostile_import_gives_one_error_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let good = {
        let key = builder::save_tracker(&mut open, garden().clone())
            .unwrap()
            .uid
            .unwrap();
        let text = open.definitions().source(&key).unwrap().to_owned();
        undo::undo(&mut open).unwrap();
        text
    };
    let state = |open: &Session| {
        format!(
            "{:?}{:?}",
            open.journal().custom_definitions().unwrap(),
            open.journal().trackers().unwrap()
        )
    };
    let before = state(&open);
    let cases: [(&str, String, &str); 9] = [
        (
            "ten megabytes",
            "a".repeat(10 * 1024 * 1024),
            "longer than 256 KiB",
        ),
        (
            "deep nesting",
            format!("x = {}{}", "[".repeat(100_000), "]".repeat(100_000)),
            "line 1",
        ),
        (
            "deep tables",
            format!("[{}a]", "a.".repeat(60_000)),
            "line 1",
        ),
        (
            "a key that exists",
            good.replace("my-garten-w-rter", "mood"),
            "is here already and is not replaced",
        ),
        (
            "a newer format",
            good.replace("format = 1", "format = 99"),
            "newer Daymark (format 99",
        ),
        (
            "a typo",
            good.replace("covers", "coverz"),
            "unknown field `coverz`",
        ),
        ("no TOML", "\u{0}\u{1}\u{2}<html>".into(), "line 1"),
        ("nothing", String::new(), "line 1"),
        (
            "a key that is SQL",
            good.replace("my-garten-w-rter", "x\\\"; drop table entry; --"),
            "a key is 1 to 40 of",
        ),
    ];
    for (what, text, why) in cases {
        let error =
            transfer::import_tracker(&mut open, "theirs.toml".into(), text.clone()).unwrap_err();
        let sentence = shown_text(&open, &error);
        assert!(sentence.contains(why), "{what}: {sentence}");
        assert!(
            sentence.chars().count() < 400 && !sentence.contains('\n'),
            "{what} is one sentence: {sentence}"
        );
        assert_eq!(state(&open), before, "{what} changes nothing");
    }
    // A tracker key may equal a name that the database uses itself.
    for name in ["entry", "definition", "sqlite-master", "value", "noted"] {
        let text = good.replace("my-garten-w-rter", name);
        transfer::import_tracker(&mut open, "theirs.toml".into(), text.clone()).unwrap();
        common::record(
            &mut open,
            &draft(name, "2026-11-23", &[("a-scale", n(3.0))]),
        )
        .unwrap();
    }
    open.close().unwrap();
    let open = session(folder.path(), NOON);
    assert!(
        open.journal()
            .check(open.definitions().all())
            .unwrap()
            .is_empty(),
        "and the journal is whole"
    );
}

#[test]
fn trackers_can_be_renamed_reordered_and_archived() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(
        &mut open,
        &draft(
            "exercise",
            "2026-11-23",
            &[("kind", t("walk")), ("minutes", n(5.0))],
        ),
    )
    .unwrap();
    let change = |part: TrackerChange| part;
    change_tracker(
        &mut open,
        "exercise".into(),
        change(TrackerChange {
            name: Some("Bewegung".into()),
            before: Some("mood".into()),
            ..TrackerChange::default()
        })
        .clone(),
    )
    .unwrap();
    let all = trackers::all(&open).unwrap();
    assert_eq!(
        (
            all[0].definition.key.as_str(),
            all[0].labels.get_or_key("title")
        ),
        ("exercise", "Bewegung"),
        "first and by its new name"
    );
    assert_eq!(
        trends::trends(&open, "30".into(), false).unwrap().panels[0].title,
        "Bewegung",
        "on every page"
    );
    change_tracker(
        &mut open,
        "exercise".into(),
        TrackerChange {
            status: Some(TrackerStatus::Archived),
            ..TrackerChange::default()
        }
        .clone(),
    )
    .unwrap();
    let shown = day_page(&open, None).unwrap();
    assert_eq!(
        shown.entries["exercise"].len(),
        1,
        "what was recorded stays on its day"
    );
    assert!(
        trends::trends(&open, "30".into(), true)
            .unwrap()
            .panels
            .iter()
            .all(|p| p.tracker != "exercise"),
        "it is drawn no more"
    );
    change_tracker(
        &mut open,
        "exercise".into(),
        TrackerChange {
            name: Some(" ".into()),
            status: Some(TrackerStatus::Active),
            ..TrackerChange::default()
        }
        .clone(),
    )
    .unwrap();
    assert_eq!(
        trackers::all(&open).unwrap()[0].labels.get_or_key("title"),
        "Exercise",
        "its own name again"
    );
    let long = TrackerChange {
        name: Some("x".repeat(61)),
        ..TrackerChange::default()
    };
    assert!(
        change_tracker(&mut open, "exercise".into(), long.clone()).is_err(),
        "a name is a name, not a page"
    );
    let only = |open: &Session| {
        trackers::all(open)
            .unwrap()
            .into_iter()
            .find(|t| t.definition.key == "exercise")
            .unwrap()
            .usual
    };
    change_tracker(
        &mut open,
        "exercise".into(),
        TrackerChange {
            usual: Some(vec!["minutes".into(), "nonsense".into()]),
            ..TrackerChange::default()
        }
        .clone(),
    )
    .unwrap();
    assert_eq!(
        only(&open),
        ["minutes"],
        "the usual length holds what the person chose and what there is"
    );
}

#[test]
fn optional_trackers_are_disabled_by_default() {
    let folder = tempfile::tempdir().unwrap();
    let open = session(folder.path(), NOON);
    let off: Vec<String> = trackers::all(&open)
        .unwrap()
        .into_iter()
        .filter(|t| t.status == TrackerStatus::Disabled)
        .map(|t| t.definition.key)
        .collect();
    for key in [
        "pain",
        "weight",
        "menstruation",
        "screen-time",
        "sunlight",
        "gratitude",
        "valued-step",
        "interpersonal-event",
        "diary-card",
    ] {
        assert!(off.contains(&key.to_owned()), "{key} is there and off");
    }
    let _ = options(folder.path(), NOON);
}
