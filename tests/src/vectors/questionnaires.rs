//! Scores, bands and changes of questionnaires, from their definitions.

use super::{checked, vectors};
use crate::common::{self, t};
use commands::definitions::Definitions;
use domain::definition::FieldKind;
use domain::questionnaire::{change, score};
use domain::{Definition, Entry, Questionnaire};
use serde_json::Value;
use std::fmt::Write as _;

const OPTIONS: [&str; 4] = [
    "not-at-all",
    "several-days",
    "more-than-half",
    "nearly-every-day",
];

fn definition(key: &str) -> (Definition, Questionnaire) {
    let definitions = Definitions::built_in().unwrap();
    let definition = definitions.get(key).unwrap().clone();
    let questionnaire = definition.questionnaire.clone().unwrap();
    (definition, questionnaire)
}

/// Fills in a questionnaire. `null` is an item without an answer.
fn filled(key: &str, items: &[Value]) -> Entry {
    let named = items.iter().enumerate().filter_map(|(index, answer)| {
        let option = OPTIONS[usize::try_from(answer.as_u64()?).unwrap()];
        Some((format!("q{}", index + 1), t(option)))
    });
    let named: Vec<_> = named.collect();
    let values: Vec<_> = named.iter().map(|(k, v)| (k.as_str(), v.clone())).collect();
    checked(&common::draft(key, "2026-11-22", &values))
}

fn items(vector: &Value) -> &Vec<Value> {
    vector["items"].as_array().unwrap()
}

#[test]
fn totals_and_bands_match_vectors() {
    for (key, of) in [("phq-9", "phq9"), ("gad-7", "gad7")] {
        let (definition, questionnaire) = definition(key);
        for vector in vectors(of) {
            let entry = filled(key, items(&vector));
            let score = score(&definition, &questionnaire, &entry);
            assert_eq!(score.total, vector["total"].as_f64(), "{vector}");
            let band = score.band.map(|b| b.key.replace('-', " "));
            let wanted = vector["band"]
                .as_str()
                .map(|b| b.replace("minimal/none", "minimal"));
            assert_eq!(band, wanted, "{vector}");
            let missing = vector["missing"].as_u64().unwrap_or(0);
            assert_eq!((score.items - score.answered) as u64, missing, "{vector}");
        }
    }
}

#[test]
fn first_two_items_are_the_short_form() {
    let (definition, questionnaire) = definition("phq-2");
    for vector in vectors("phq9") {
        let Some(wanted) = vector["phq2"].as_f64() else {
            continue;
        };
        let entry = filled("phq-2", &items(&vector)[..2]);
        assert_eq!(
            score(&definition, &questionnaire, &entry).total,
            Some(wanted)
        );
    }
}

#[test]
fn declined_item_leaves_total_unknown() {
    let (definition, questionnaire) = definition("phq-9");
    let answers: Vec<Value> = (0..8).map(|_| 1.into()).collect();
    let mut entry = filled("phq-9", &answers);
    let declined = checked(&common::draft(
        "phq-9",
        "2026-11-22",
        &[("q9", t("declined"))],
    ));
    entry.values.extend(declined.values);
    let score = score(&definition, &questionnaire, &entry);
    assert_eq!((score.total, score.answered, score.items), (None, 8, 9));
}

#[test]
fn changes_match_vectors() {
    for vector in vectors("change") {
        let key = if vector["scale"] == "phq9" {
            "phq-9"
        } else {
            "gad-7"
        };
        let (_, questionnaire) = definition(key);
        let (from, to) = (&vector["baseline"], &vector["follow_up"]);
        let (from, to) = (from.as_f64().unwrap(), to.as_f64().unwrap());
        let change = change(&questionnaire, from, to);
        assert_eq!(Some(change.delta), vector["delta"].as_f64(), "{vector}");
        let rounded = change.fall_percent.map(|p| (p * 10.0).round() / 10.0);
        assert_eq!(rounded, vector["pct_reduction"].as_f64(), "{vector}");
        let improved = change.reliable == Some(true) && change.delta < 0.0;
        let worsened = change.reliable == Some(true) && change.delta > 0.0;
        for (name, is) in [
            ("response", change.response),
            ("remission", change.remission),
            ("reliable_improvement", improved),
            ("reliable_deterioration", worsened),
        ] {
            assert_eq!(Some(is), vector[name].as_bool(), "{name}: {vector}");
        }
    }
}

/// The band of every total with one, by hand from the sources.
#[test]
fn every_band_edge_is_in_its_band() {
    type Bands = &'static [(&'static str, f64, f64)];
    let edges: [(&str, Bands); 8] = [
        (
            "phq-9",
            &[
                ("minimal", 0.0, 4.0),
                ("mild", 5.0, 9.0),
                ("moderate", 10.0, 14.0),
                ("moderately-severe", 15.0, 19.0),
                ("severe", 20.0, 27.0),
            ],
        ),
        (
            "gad-7",
            &[
                ("minimal", 0.0, 4.0),
                ("mild", 5.0, 9.0),
                ("moderate", 10.0, 14.0),
                ("severe", 15.0, 21.0),
            ],
        ),
        (
            "isi",
            &[
                ("none", 0.0, 7.0),
                ("subthreshold", 8.0, 14.0),
                ("moderate", 15.0, 21.0),
                ("severe", 22.0, 28.0),
            ],
        ),
        (
            "qids-sr16",
            &[
                ("none", 0.0, 5.0),
                ("mild", 6.0, 10.0),
                ("moderate", 11.0, 15.0),
                ("severe", 16.0, 20.0),
                ("very-severe", 21.0, 27.0),
            ],
        ),
        (
            "k10",
            &[
                ("low", 10.0, 15.0),
                ("moderate", 16.0, 21.0),
                ("high", 22.0, 29.0),
                ("very-high", 30.0, 50.0),
            ],
        ),
        (
            "wsas",
            &[
                ("subclinical", 0.0, 9.0),
                ("significant", 10.0, 20.0),
                ("moderately-severe", 21.0, 40.0),
            ],
        ),
        ("asrm", &[("from-0", 0.0, 5.0), ("from-6", 6.0, 20.0)]),
        (
            "who-5",
            &[
                ("from-0", 0.0, 28.0),
                ("from-29", 32.0, 48.0),
                ("from-50", 52.0, 100.0),
            ],
        ),
    ];
    for (key, bands) in edges {
        let (definition, questionnaire) = definition(key);
        for (band, low, high) in bands {
            for total in [*low, *high] {
                let found: Vec<_> = definition
                    .bands
                    .iter()
                    .filter(|b| b.of == questionnaire.total && (b.from..=b.to).contains(&total))
                    .map(|b| b.key.as_str())
                    .collect();
                assert_eq!(found, [*band], "{key} {total}");
            }
        }
    }
}

#[test]
fn codes_match_golden_file() {
    let definitions = Definitions::built_in().unwrap();
    let mut table = String::new();
    for definition in definitions
        .all()
        .iter()
        .filter(|d| d.questionnaire.is_some())
    {
        for (of, code) in &definition.codes {
            let _ = writeln!(table, "{} {of} {code}", definition.key);
        }
    }
    crate::figures::golden("questionnaire-codes.txt", &table);
}

/// Words of items may be shown only where the licence allows it: in any other definition there is
/// nothing to answer but the total.
#[test]
fn protected_questionnaires_have_no_items() {
    let definitions = Definitions::built_in().unwrap();
    let mut score_only = 0;
    for definition in definitions
        .all()
        .iter()
        .filter(|d| d.questionnaire.is_some())
    {
        if definition.licence == "free" {
            assert!(definition.credit.contains("Pfizer"), "{}", definition.key);
            continue;
        }
        score_only += 1;
        let total = &definition.questionnaire.as_ref().unwrap().total;
        for field in &definition.fields {
            let own_text = matches!(field.kind, FieldKind::Text { .. });
            assert!(field.key == *total || own_text, "{}", definition.key);
        }
    }
    assert_eq!(score_only, 11);
}
