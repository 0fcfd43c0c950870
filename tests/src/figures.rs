//! Figures, visit page and PDF of generated data. Figures and page are compared with golden files.

use crate::common::{self, NOON, a_day, session};
use commands::demo;
use commands::figures::context::PeriodContext;
use commands::figures::measure;
use commands::figures::trends;
use commands::visit::export;
use commands::visit::page;
use commands::visit::prepare;
use domain::figure::MAX_BUCKETS;

pub fn golden(name: &str, now: &str) {
    let path = common::root().join("tests/golden").join(name);
    if std::env::var_os("DAYMARK_ACCEPT").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, now).unwrap();
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    if wanted != now {
        let at = wanted
            .lines()
            .zip(now.lines())
            .position(|(a, b)| a != b)
            .unwrap_or(0);
        panic!(
            "{name} differs from line {}: was {:?}, is {:?}. `cargo x accept` takes it as it is",
            at + 1,
            wanted.lines().nth(at),
            now.lines().nth(at)
        );
    }
}

#[test]
fn ninety_day_figures_match_golden_files() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    demo::fill(&mut open, 90, 7, |_| ()).unwrap();
    for span in ["30", "90"] {
        let trends = trends::trends(&open, span.into(), true).unwrap();
        golden(
            &format!("figures/trends-{span}.json"),
            &serde_json::to_string_pretty(&trends).unwrap(),
        );
    }
}

#[test]
fn long_figure_is_bucketed_and_keeps_extremes() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    demo::fill(&mut open, 3650, 3, |_| ()).unwrap();
    let trends = trends::trends(&open, "all".into(), true).unwrap();
    let (definition, chart) = trends::charts(&open).unwrap()[0];
    let reach = open.journal().date_range().unwrap().unwrap();
    let around = PeriodContext::new(&open, reach).unwrap();
    let emitted = measure::load_measure(&open, definition, chart, &around).unwrap();
    let known = || emitted.series.values.iter().flatten().copied();
    let (least, most) = (
        known().fold(f64::INFINITY, f64::min),
        known().fold(f64::NEG_INFINITY, f64::max),
    );
    let figure = &trends.panels[0].figure;
    let domain::figure::Mark::Range { points, .. } = &figure.marks[0] else {
        panic!("columns are ranges")
    };
    assert!(
        points.len() <= MAX_BUCKETS && figure.readings.len() <= MAX_BUCKETS,
        "never more than the columns"
    );
    assert!(
        points.iter().any(|p| p[1] == least) && points.iter().any(|p| p[2] == most),
        "the lowest and highest show"
    );
}

#[test]
fn ninety_day_visit_page_matches_golden_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    demo::fill(&mut open, 90, 7, |_| ()).unwrap();
    let mut visit = prepare::next(&open).unwrap();
    visit.points = vec!["The new dose makes me sweat at night".into()];
    golden(
        "report/ninety-days.txt",
        &export::page_as_text(&page::page(&open, &visit).unwrap()),
    );
}

#[test]
fn pdf_is_tagged_titled_and_at_most_two_pages() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    demo::fill(&mut open, 200, 7, |_| ()).unwrap();
    let visit = prepare::next(&open).unwrap();
    let page = page::page(&open, &visit).unwrap();
    assert!(
        page.picture
            .rows
            .iter()
            .all(|row| !row.figure.description.trim().is_empty()),
        "each figure has its sentence"
    );
    let pdf = export::page_as_pdf(&open, page).unwrap();
    let text = String::from_utf8_lossy(&pdf);
    for needed in [
        "/StructTreeRoot",
        "/MarkInfo",
        "/Lang",
        "pdfuaid:part",
        "/Alt",
    ] {
        let compressed = text.contains("/ObjStm");
        assert!(text.contains(needed) || compressed, "{needed} is missing");
    }
    let file = folder.path().join("page.pdf");
    std::fs::write(&file, &pdf).unwrap();
    let info = std::process::Command::new("pdfinfo")
        .arg(&file)
        .output()
        .unwrap();
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    let says = |line: &str| {
        info.lines()
            .any(|l| l.split_whitespace().collect::<Vec<_>>().join(" ") == line)
    };
    assert!(says("Tagged: yes"), "{info}");
    assert!(says("Pages: 2") || says("Pages: 1"), "{info}");
    assert!(info.contains("The last 90 days"), "{info}");
}

#[test]
fn characters_missing_in_font_are_counted_on_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    for draft in a_day("2026-11-23") {
        common::record(&mut open, &draft).unwrap();
    }
    let visit = domain::Visit {
        points: vec!["\u{10fffd} \u{202e}نوم \u{10fffc} #eval(1) *x* $".into()],
        ..domain::Visit::default()
    };
    let page = page::for_print(&open, page::page(&open, &visit).unwrap());
    assert!(
        page.points[0].contains("#eval(1) *x* $"),
        "markup stays words: {}",
        page.points[0]
    );
    assert!(page.missing.contains("2 characters"), "{}", page.missing);
    export::page_as_pdf(&open, page).unwrap();
}
