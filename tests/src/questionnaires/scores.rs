//! Comparisons, scores of a clinic, and what is refused.

use super::{fill, message, open, page};
use crate::common::{self, n, t};
use commands::figures::trends;
use commands::questionnaires::list::scales;
use commands::questionnaires::{due, own};
use commands::transfer::csv_export::{self, PrivateData};
use commands::transfer::csv_import;
use commands::{Session, day};
use domain::figure::Mark;
use domain::questionnaire::ScaleSettings;

#[test]
fn baseline_says_response_only_from_ten() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    fill(
        &mut session,
        "phq-9",
        "2026-10-01",
        &[3, 3, 3, 3, 3, 3, 2, 0, 0],
    );
    fill(
        &mut session,
        "phq-9",
        "2026-11-01",
        &[1, 1, 1, 1, 1, 1, 1, 1, 0],
    );
    fill(
        &mut session,
        "phq-9",
        "2026-11-23",
        &[1, 1, 1, 1, 0, 0, 0, 0, 0],
    );
    let start = |session: &mut Session, day: &str| {
        let settings = ScaleSettings {
            baseline: day.parse().ok(),
            ..ScaleSettings::default()
        };
        due::set_scale(session, "phq-9".into(), settings).unwrap();
        page(session, "2026-11-23").result.unwrap()
    };
    let result = start(&mut session, "2026-10-01");
    assert_eq!(
        result.marks,
        [
            "Half of your start (10) or less: reached",
            "Under 5: reached"
        ]
    );
    let words: Vec<_> = result
        .earlier
        .iter()
        .map(|e| (e.label.as_str(), e.words.as_str()))
        .collect();
    assert_eq!(
        words,
        [
            (
                "last time",
                "4 lower: smaller than the scale can tell apart"
            ),
            (
                "your start",
                "16 lower: more than the scale’s own noise (6 or more)"
            ),
        ]
    );
    // 8 to 4 is half and under 5, and yet within the noise: nothing is called.
    let low = start(&mut session, "2026-11-01");
    assert_eq!(low.marks, Vec::<String>::new());
}

#[test]
fn each_score_of_many_years_is_a_dot() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let answers = [2, 2, 2, 2, 1, 1, 0, 0, 0];
    for day in ["2023-02-01", "2024-06-03", "2024-06-17", "2026-11-20"] {
        fill(&mut session, "phq-9", day, &answers);
    }
    let page = trends::trends(&session, "all".into(), false).unwrap();
    let panel = page.panels.iter().find(|p| p.tracker == "phq-9").unwrap();
    let dots = panel.figure.marks.iter().find_map(|mark| match mark {
        Mark::Dots { points } => Some(points.clone()),
        Mark::Line { .. } | Mark::Bars { .. } | Mark::Range { .. } | Mark::Strip { .. } => None,
    });
    let days = dots.unwrap().iter().map(|[at, _]| *at).collect::<Vec<_>>();
    assert_eq!(days, [0.0, 488.0, 502.0, 1388.0]);
    let readings = panel.figure.readings.iter().map(|r| r.at);
    assert_eq!(readings.collect::<Vec<_>>(), days);
}

#[test]
fn clinic_score_outside_its_range_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    for (tracker, total) in [("isi", 29.0), ("k10", 9.0), ("who-5", 50.0), ("isi", -1.0)] {
        let draft = common::draft(tracker, "2026-11-20", &[("total", n(total))]);
        let refused = common::record(&mut session, &draft).unwrap_err();
        assert!(!message(&session, &refused).is_empty(), "{tracker} {total}");
    }
    assert_eq!(session.journal().all_entries().unwrap(), []);
    let draft = common::draft(
        "isi",
        "2026-11-20",
        &[("total", n(17.0)), ("given-by", t("my clinic"))],
    );
    common::record(&mut session, &draft).unwrap();
    let page = scales(&session).unwrap();
    let isi = page.rows.iter().find(|row| row.tracker == "isi").unwrap();
    assert_eq!(
        (isi.total.as_str(), isi.of.as_str()),
        ("17", "of 28 · moderate")
    );
}

#[test]
fn answer_outside_its_options_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let draft = common::draft("phq-9", "2026-11-23", &[("q1", t("sometimes"))]);
    assert!(common::record(&mut session, &draft).is_err());
    assert_eq!(session.journal().all_entries().unwrap(), []);
}

#[test]
fn questionnaire_by_name_keeps_its_scores() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let name = "FIBSER \"2018\" ✓".to_owned();
    let empty = own::add_own_scale(&mut session, name.clone(), Some(10.0), Some(0.0)).unwrap_err();
    assert_eq!(
        message(&session, &empty),
        "The highest number has to be above the lowest."
    );
    assert!(own::add_own_scale(&mut session, name.clone(), None, Some(1.0)).is_err());
    let added = own::add_own_scale(&mut session, name.clone(), Some(0.0), Some(18.0)).unwrap();
    let key = added.uid.unwrap();
    let draft = common::draft(&key, "2026-11-20", &[("total", n(7.5))]);
    common::record(&mut session, &draft).unwrap();
    let page = scales(&session).unwrap();
    let row = page.rows.iter().find(|row| row.tracker == key).unwrap();
    assert_eq!(
        (row.title.as_str(), row.total.as_str()),
        (name.as_str(), "7.5")
    );
}

#[test]
fn questionnaire_comes_back_from_csv() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    fill(
        &mut session,
        "phq-9",
        "2026-11-23",
        &[1, 2, 0, 1, 2, 3, 1, 4, 1],
    );
    let csv = csv_export::csv_long(&session, &PrivateData::All).unwrap();
    assert!(
        csv.contains("declined") && csv.contains("several-days"),
        "{csv}"
    );
    let other = tempfile::tempdir().unwrap();
    let mut again = open(&other);
    let file = other.path().join("values.csv");
    std::fs::write(&file, &csv).unwrap();
    csv_import::import_csv(&mut again, &file, None).unwrap();
    let (before, after) = (page(&session, "2026-11-23"), page(&again, "2026-11-23"));
    assert_eq!(before.items, after.items);
}

#[test]
fn questionnaires_are_not_asked_day_by_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let trackers = commands::trackers::trackers(&session).unwrap().trackers;
    assert!(
        trackers
            .iter()
            .all(|t| t.definition.questionnaire.is_none())
    );
    fill(&mut session, "phq-9", "2026-11-23", &[1; 9]);
    let page = day::page::day_page(&session, None).unwrap();
    assert_eq!(page.scales[0].text, "9 of 27 · mild");
}
