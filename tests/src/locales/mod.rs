//! Locales: every language is complete, and banned words do not occur.

mod words;

use crate::common;
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::locale::Locale;
use commands::locale::PSEUDO;
use commands::locale::PSEUDO_RTL;
use commands::locale::languages;
use commands::locale::locale_bundle;
use commands::locale::message_ids;
use domain::Unit;
use domain::definition::Labels;
use domain::localizer::{DateStyle, Localizer};
use std::collections::{BTreeMap, BTreeSet};

/// Returns the language chosen for the requested ones.
fn negotiated(requested: &[String]) -> String {
    Locale::negotiate(requested).language().to_owned()
}

#[test]
fn every_locale_has_exactly_the_known_message_ids() {
    for language in languages() {
        let folder = common::root().join("assets/locales").join(language);
        let source: String = std::fs::read_dir(folder)
            .unwrap()
            .map(|f| std::fs::read_to_string(f.unwrap().path()).unwrap())
            .collect();
        for key in message_ids() {
            assert!(
                source.lines().any(|l| l.starts_with(&format!("{key} ="))),
                "{language} lacks {key}"
            );
        }
        for line in source
            .lines()
            .filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            let key = line.split(" =").next().unwrap_or_default();
            assert!(
                message_ids().iter().any(|k| k == key),
                "{language} has {key}, which nothing says"
            );
        }
    }
}

/// The window parses a message only when it is shown, and shows one without a placeable as it is.
#[test]
fn each_message_stands_on_its_own() {
    for language in languages().into_iter().chain([PSEUDO]) {
        let sent = locale_bundle(&[language.to_owned()]);
        let ids: BTreeSet<String> = message_ids().into_iter().collect();
        let sent_ids: BTreeSet<String> = sent.messages.keys().cloned().collect();
        assert_eq!(sent_ids, ids, "{language}");
        let locale = Locale::new(language);
        for (id, pattern) in &sent.messages {
            let refers = pattern.split('{').skip(1).any(|rest| {
                let begin = rest.trim_start();
                begin.starts_with(|c: char| c.is_ascii_lowercase() || c == '-')
            });
            assert!(!refers, "{language} {id} refers to another message");
            if !pattern.contains(['{', '\n']) {
                assert_eq!(*pattern, locale.text(id), "{language} {id}");
            }
        }
    }
}

/// Returns the set of Fluent variables (`$name`) in a text.
fn placeables(text: &str) -> BTreeSet<String> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split(['}', '-']).next())
        .map(|name| name.trim().to_owned())
        .filter(|name| name.starts_with('$'))
        .collect()
}

/// Returns the messages of a language by key, each with its continuation lines.
fn texts(language: &str) -> BTreeMap<String, String> {
    let folder = common::root().join("assets/locales").join(language);
    let mut all = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let mut key = String::new();
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for line in source.lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split(" =").next().unwrap_or_default().to_owned();
            }
            if !line.starts_with('#') {
                let message: &mut String = all.entry(key.clone()).or_default();
                message.push_str(line);
            }
        }
    }
    all
}

#[test]
fn every_locale_uses_the_same_variables() {
    let english = texts("en");
    for language in languages() {
        for (key, text) in texts(language) {
            assert_eq!(
                placeables(&text),
                placeables(&english[&key]),
                "{language}: {key}"
            );
        }
    }
}

#[test]
fn trackers_and_practices_have_every_locale() {
    for folder in ["assets/trackers", "assets/practices"] {
        for file in std::fs::read_dir(common::root().join(folder)).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_none_or(|e| e != "toml") {
                continue;
            }
            let text: toml::Table =
                toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
            let english = text["labels"]["en"].as_table().unwrap();
            for language in languages() {
                let words = text["labels"].get(language).and_then(|w| w.as_table());
                let words = words.unwrap_or_else(|| panic!("{}: {language}", file.display()));
                let (ours, theirs): (Vec<_>, Vec<_>) =
                    (words.keys().collect(), english.keys().collect());
                assert_eq!(ours, theirs, "{}: {language}", file.display());
            }
        }
    }
}

#[test]
fn chosen_language_is_applied_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = common::session(folder.path(), "2026-11-23T12:00:00Z Europe/Berlin");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let message = |session: &Session| session.locale().date(day, DateStyle::Full);
    assert_eq!(message(&session), "Monday, 23 November 2026");
    for language in languages() {
        preferences::set_preference(&mut session, "language".into(), language.into()).unwrap();
        assert_eq!(session.locale().language(), language, "it can be chosen");
    }
    for language in ["en", "es"] {
        preferences::set_preference(&mut session, "language".into(), language.into()).unwrap();
    }
    assert_eq!(message(&session), "lunes, 23 de noviembre de 2026");
    let half = session
        .locale()
        .amount(7.5, &Unit::Points, &Labels::default());
    assert_eq!(half, "7,5", "the language's own mark before decimals");
    let mood = session.definition("mood").unwrap();
    assert_eq!(
        session.locale().labels_of(mood).get_or_key("title"),
        "Ánimo"
    );
    undo::undo(&mut session).unwrap();
    assert_eq!(message(&session), "Monday, 23 November 2026", "taken back");
    let refused = preferences::set_preference(&mut session, "language".into(), "tlh".into());
    assert!(refused.is_err(), "a language nobody translated");
}

#[test]
fn unknown_language_falls_back_to_english() {
    assert_eq!(
        negotiated(&["xx-YY".into(), "C".into()]),
        "en",
        "nothing known was asked"
    );
    assert_eq!(
        negotiated(&["en_US.UTF-8".into()]),
        "en",
        "the computer's way of writing it"
    );
    assert_eq!(negotiated(&[PSEUDO.into()]), PSEUDO, "the one for testing");
}

#[test]
fn pseudo_locale_lengthens_text_and_keeps_variables() {
    let (english, pseudo) = (Locale::new("en"), Locale::new(PSEUDO));
    assert_eq!(Locale::new(PSEUDO_RTL).direction(), "rtl", "right to left");
    for key in message_ids() {
        let (plain, unusual) = (english.text(&key), pseudo.text(&key));
        assert_ne!(unusual, key, "{key} is there");
        let letters = plain.chars().filter(|c| c.is_alphabetic()).count();
        let computed = plain.contains('{');
        assert!(
            computed
                || letters <= 3
                || unusual.chars().count() >= plain.chars().count() + letters / 3,
            "{key}: {unusual} is longer"
        );
    }
    let message = pseudo.format("saved-at", &[("time", "14:02".into())]);
    assert!(message.contains("14:02"), "{message}");
}

#[test]
fn half_a_minute_rounds_up_before_noon_too() {
    let locale = Locale::new("en");
    let clock = |minutes| locale.amount(minutes, &Unit::Clock, &Labels::default());
    assert_eq!([clock(-0.5), clock(0.5)], ["12:00", "12:01"]);
}
