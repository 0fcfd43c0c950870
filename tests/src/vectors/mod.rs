//! Clinical test vectors, computed through the built-in definitions.

mod patterns;
mod questionnaires;
mod sleep;

use crate::common::{self, n, t};
use chrono::TimeZone;
use commands::clock::zones;
use commands::definitions::Definitions;
use domain::EntryContext;
use domain::definition::unit::{alcohol_grams, grams_per_drink};
use domain::{Draft, Entry};
use serde_json::Value;
use sleep::night;

pub fn vectors(of: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(common::root().join("tests/vectors/clinical.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    all[of]
        .as_array()
        .unwrap_or_else(|| panic!("no vectors of {of}"))
        .clone()
}

fn here() -> EntryContext {
    EntryContext {
        now: chrono::Utc
            .with_ymd_and_hms(2026, 12, 31, 12, 0, 0)
            .unwrap(),
        zone: zones().named("Europe/Berlin").unwrap(),
        zones: zones().clone(),
        day_start: 240,
        grams_per_drink: 10.0,
        uid: "1".into(),
        source: domain::entry::Source::Hand,
        previous: None,
    }
}

fn checked(draft: &Draft) -> Entry {
    let definitions = Definitions::built_in().unwrap();
    definitions
        .get(&draft.tracker)
        .unwrap()
        .validate(draft, &here())
        .unwrap_or_else(|f| panic!("{draft:?}: {f:?}"))
        .entry
}

fn measured(entry: &Entry) -> std::collections::BTreeMap<String, f64> {
    entry.measures(
        Definitions::built_in()
            .unwrap()
            .get(&entry.tracker)
            .unwrap(),
        zones(),
    )
}

#[test]
fn missing_answer_leaves_measure_unknown() {
    let vector = &vectors("sleep")[0];
    let needs = [
        ("bed", "in-bed"),
        ("latency", "asleep"),
        ("awake", "asleep"),
        ("woke", "middle"),
        ("up", "efficiency"),
    ];
    for (field, measure) in needs {
        let mut draft = night(vector);
        draft.values.remove(field);
        assert_eq!(
            measured(&checked(&draft)).get(measure),
            None,
            "without {field}, {measure} is unknown"
        );
    }
}

#[test]
fn mssd_uses_adjacent_days_only() {
    let text = std::fs::read_to_string(common::root().join("tests/vectors/clinical.json")).unwrap();
    let vector = &serde_json::from_str::<Value>(&text).unwrap()["mssd"];
    let series: Vec<Option<f64>> = vector["series"]
        .as_array()
        .unwrap()
        .iter()
        .map(Value::as_f64)
        .collect();
    let swing = domain::figure::summary::mssd(&series).unwrap();
    assert!(
        (swing - vector["MSSD"].as_f64().unwrap()).abs() < 1e-4,
        "{swing}"
    );
    assert_eq!(
        domain::figure::summary::mssd(&[Some(4.0), None, Some(9.0)]),
        None,
        "no two adjacent days"
    );
}

#[test]
fn alcohol_grams_convert_to_each_countrys_drinks() {
    for vector in vectors("alcohol") {
        let grams = alcohol_grams(
            vector["ml"].as_f64().unwrap(),
            vector["abv"].as_f64().unwrap(),
        );
        let country = |name: &str| grams / grams_per_drink(name);
        for (key, name) in [
            ("US14", "US"),
            ("UK8", "GB"),
            ("AU10", "AU"),
            ("CA13.45", "CA"),
        ] {
            let wanted = vector[key].as_f64().unwrap();
            assert!(
                (country(name) - wanted).abs() <= 0.0051,
                "{vector}: {name} {}",
                country(name)
            );
        }
    }
}

#[test]
fn exercise_minutes_are_weighted_by_effort() {
    for (effort, wanted) in [("light", 0.0), ("moderate", 30.0), ("vigorous", 60.0)] {
        let draft = common::draft(
            "exercise",
            "2026-02-10",
            &[("minutes", n(30.0)), ("effort", t(effort))],
        );
        assert_eq!(
            measured(&checked(&draft))["equivalent"],
            wanted,
            "30 minutes, {effort}"
        );
    }
    let unknown = common::draft("exercise", "2026-02-10", &[("minutes", n(30.0))]);
    assert_eq!(
        measured(&checked(&unknown)).get("equivalent"),
        None,
        "without effort it is unknown"
    );
}
