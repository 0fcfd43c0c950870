//! Vectors of sleep.

use super::{checked, here, measured, vectors};
use crate::common::{self, n, t};
use commands::api::bind::call;
use commands::definitions::Definitions;
use domain::{Draft, ValidationErrorKind};
use serde_json::Value;

pub(super) fn night(vector: &Value) -> Draft {
    let clock = |key: &str| t(vector[key].as_str().unwrap());
    let minutes = |key: &str| n(vector[key].as_f64().unwrap());
    let mut draft = common::draft(
        "sleep",
        vector["wake_date"].as_str().unwrap(),
        &[
            ("bed", clock("into_bed")),
            ("try", clock("try_sleep")),
            ("latency", minutes("sol")),
            ("awake", minutes("waso")),
            ("woke", clock("final_awake")),
            ("up", clock("out_of_bed")),
        ],
    );
    draft.zone = Some(vector["tz"].as_str().unwrap().to_owned());
    for (field, key) in [("trying", "TASAFA"), ("naps", "naps_min")] {
        if vector[key].is_number() {
            draft.values.insert(field.into(), minutes(key));
        }
    }
    draft
}

#[test]
fn sleep_vectors_give_expected_measures() {
    for vector in vectors("sleep") {
        let name = vector["name"].as_str().unwrap();
        let entry = checked(&night(&vector));
        let measured = measured(&entry);
        let same = |measure: &str, key: &str, within: f64| {
            if let Some(wanted) = vector[key].as_f64() {
                let got = measured.get(measure).copied().unwrap_or(f64::NAN);
                assert!(
                    (got - wanted).abs() <= within,
                    "{name}: {measure} is {got}, {key} wants {wanted}"
                );
            }
        };
        for (measure, key) in [
            ("in-bed", "TIB"),
            ("asleep", "TST"),
            ("period", "SPT"),
            ("lying", "TWAK"),
            ("trying-time", "DSE"),
            ("asleep-day", "TST24"),
        ] {
            same(measure, key, 0.0);
        }
        // The vectors round a tie (31.25) to even. A tolerance of 0.05 accepts both roundings.
        same("efficiency", "SE_TIB_pct", 0.0501);
        same("efficiency-trying", "SE_DSE_pct", 0.0501);
        let bed = entry.values["bed"][0].text.clone().unwrap();
        assert!(
            bed.starts_with(vector["local_into_bed"].as_str().unwrap()),
            "{name}: into bed {bed}"
        );
        let middle = &vector["midsleep_local"].as_str().unwrap()[11..16];
        let minutes = (measured["middle"].floor() as i64 + 720) % 1440;
        assert_eq!(
            format!("{:02}:{:02}", minutes / 60, minutes % 60),
            middle,
            "{name}: the middle of sleep"
        );
    }
}

/// Enters each night through the commands the window calls. Each answer is saved to a draft; then
/// the night is previewed, recorded and shown on its day.
#[test]
fn sleep_vectors_pass_through_editor_commands() {
    for vector in vectors("sleep") {
        let name = vector["name"].as_str().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let zone = vector["tz"].as_str().unwrap();
        let mut open = common::session(folder.path(), &format!("2026-12-31T12:00:00Z {zone}"));
        let whole = night(&vector);
        let mut typed = Draft {
            values: Default::default(),
            zone: None,
            ..whole.clone()
        };
        let form = format!("sleep {} new", whole.day);
        for (field, answer) in &whole.values {
            typed.values.insert(field.clone(), answer.clone());
            call::save_draft(&mut open, form.clone(), typed.clone()).unwrap();
        }
        let sum = call::preview_entry(&mut open, typed.clone()).unwrap();
        let message = |key: &str| {
            sum.measures
                .iter()
                .find(|m| m.key == key)
                .map(|m| m.text.clone())
        };
        let minutes = |key: &str| {
            let minutes = vector[key].as_f64().unwrap();
            let (hours, rest) = ((minutes / 60.0).floor(), minutes % 60.0);
            match (hours as u32, rest as u32) {
                (0, rest) => format!("{rest} min"),
                (hours, 0) => format!("{hours} h"),
                (hours, rest) => format!("{hours} h {rest:02}"),
            }
        };
        assert_eq!(
            message("in-bed"),
            Some(minutes("TIB")),
            "{name}: in bed, as one types"
        );
        assert_eq!(
            message("asleep"),
            Some(minutes("TST")),
            "{name}: asleep, as one types"
        );
        call::record_entry(&mut open, typed, Some(form)).unwrap();
        let page = call::day_page(&mut open, Some(whole.day.clone())).unwrap();
        assert!(page.drafts.is_empty(), "{name}: the typing is an entry now");
        let line = page.entries["sleep"][0].parts.join(" ");
        assert!(
            line.contains(&minutes("TST")),
            "{name}: shown on its day: {line}"
        );
    }
}

#[test]
fn zero_time_in_bed_has_no_efficiency() {
    let draft = common::draft(
        "sleep",
        "2026-02-10",
        &[
            ("bed", t("07:00")),
            ("try", t("07:00")),
            ("latency", n(0.0)),
            ("awake", n(0.0)),
            ("woke", t("07:00")),
            ("up", t("07:00")),
        ],
    );
    let measured = measured(&checked(&draft));
    assert_eq!(
        measured.get("in-bed"),
        Some(&0.0),
        "no time in bed is a number"
    );
    assert_eq!(
        measured.get("efficiency"),
        None,
        "a share of nothing is not"
    );
}

#[test]
fn impossible_night_is_rejected_with_reason() {
    let definitions = Definitions::built_in().unwrap();
    let refused = |values: &[(&str, domain::Answer)]| {
        let draft = common::draft("sleep", "2026-02-10", values);
        let faults = definitions
            .get("sleep")
            .unwrap()
            .validate(&draft, &here())
            .unwrap_err();
        (faults[0].field.clone(), faults[0].kind.clone())
    };
    let long = [
        ("try", t("23:00")),
        ("latency", n(300.0)),
        ("awake", n(300.0)),
        ("woke", t("07:00")),
    ];
    assert_eq!(
        refused(&long),
        (Some("asleep".into()), ValidationErrorKind::Inconsistent),
        "awake longer than the night"
    );
    let days = [
        ("bed", t("23:00")),
        ("try", t("22:00")),
        ("woke", t("21:00")),
        ("up", t("20:00")),
    ];
    assert_eq!(
        refused(&days),
        (Some("in-bed".into()), ValidationErrorKind::Inconsistent),
        "more than a day in bed"
    );
    assert_eq!(
        refused(&[("bed", t("25:00"))]),
        (Some("bed".into()), ValidationErrorKind::NotATime),
        "no such time"
    );
    assert_eq!(
        refused(&[]),
        (None, ValidationErrorKind::Empty),
        "nothing answered"
    );
}
