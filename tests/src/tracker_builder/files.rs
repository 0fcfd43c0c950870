//! Export and import of tracker files.

use super::{garden, shown_text};
use crate::common::{self, NOON, draft, n, session, t};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::day::page::day_page;
use commands::figures::trends;
use commands::trackers::builder;
use commands::trackers::transfer;

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
            .check(open.definitions().all(), commands::clock::zones())
            .unwrap()
            .is_empty(),
        "and the journal is whole"
    );
}
