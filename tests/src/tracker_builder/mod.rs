//! Custom trackers: building, editing, export, import and rejected input.

mod files;
mod list;

use crate::common::{self, NOON, draft, n, session};
use commands::Session;
use commands::app::undo;
use commands::day::page::day_page;
use commands::error;
use commands::failure::message;
use commands::trackers;
use commands::trackers::builder;
use commands::trackers::builder::form::FieldForm;
use commands::trackers::builder::form::OptionForm;
use commands::trackers::builder::form::TrackerForm;
use domain::Covers;
use domain::definition::{ChartMark, DayAggregate, Direction};

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
