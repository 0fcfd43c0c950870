//! The page of a follow-up: everything a clinician asks in five minutes, on one side.

pub mod person;
mod protected;
mod sections;

use crate::common;
use commands::Session;
use commands::treatment::effects::{EffectForm, save_side_effect};
use commands::treatment::form::PlanKind;
use commands::treatment::medicines::save_medicine;
use commands::visit::export::{next_page, page_as_text, visit_pdf};
use commands::visit::prepare::{change_visit, next};
use commands::visit::presets::choose_preset;
use commands::visit::visits::{add_point, past_visits, record_visit};
use domain::treatment::MedicineKind;
use person::{CLOCK, dose, medicine, two_months};
use std::path::Path;

fn pages(folder: &Path, pdf: &[u8], name: &str) -> String {
    let file = folder.join("page.pdf");
    std::fs::write(&file, pdf).unwrap();
    if let Some(target) = std::env::var_os("DAYMARK_PICTURES") {
        std::fs::copy(&file, Path::new(&target).join(name)).unwrap();
    }
    let info = std::process::Command::new("pdfinfo")
        .arg(&file)
        .output()
        .unwrap();
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:"));
    pages.unwrap().trim().to_owned()
}

/// Returns the text of the page that was written last, as another library reads it.
fn printed(folder: &Path) -> String {
    let out = std::process::Command::new("pdftotext")
        .arg(folder.join("page.pdf"))
        .args(["-raw", "-"])
        .output()
        .unwrap();
    String::from_utf8(out.stdout).unwrap()
}

fn text(session: &mut Session) -> String {
    page_as_text(&next_page(session).unwrap())
}

#[test]
fn follow_up_fits_one_side_with_its_answers() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = two_months(folder.path());
    crate::figures::golden("report/follow-up.txt", &text(&mut session));
    let pdf = visit_pdf(&mut session).unwrap();
    assert_eq!(pages(folder.path(), &pdf, "follow-up.pdf"), "1");
    let printed = printed(folder.path());
    // What a stranger must be able to answer in a minute.
    for answer in [
        "I sweat at night",
        "19",
        "16",
        "12",
        "Sertraline 100 mg",
        "24 Oct",
        "St John’s wort tea",
        "Sweating a lot",
    ] {
        assert!(printed.contains(answer), "{answer}: {printed}");
    }
}

/// The tags as another library (Poppler) reads them.
#[test]
fn page_is_tagged_for_a_screen_reader() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = two_months(folder.path());
    let pdf = visit_pdf(&mut session).unwrap();
    pages(folder.path(), &pdf, "tags.pdf");
    let out = std::process::Command::new("pdfinfo")
        .arg("-struct-text")
        .arg(folder.path().join("page.pdf"))
        .output()
        .unwrap();
    let tags = String::from_utf8_lossy(&out.stdout).into_owned();
    let lines: Vec<&str> = tags.lines().map(str::trim).collect();
    let count = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
    assert_eq!(count("H1 "), 1, "{tags}");
    let first = |start: &str| {
        lines
            .iter()
            .position(|line| line.starts_with(start))
            .unwrap()
    };
    assert!(
        first("H1 ") < first("H2 "),
        "one title, before the headings"
    );
    assert_eq!(
        (count("L ("), count("LI ")),
        (1, 3),
        "the points are a list"
    );
    assert!(count("TH") >= 10 && count("/Scope /Column") >= 10, "{tags}");
    assert!(count("Figure") >= 8, "each row of the picture");
    // Reading order: points, what changed, days, medicines.
    let at = |words: &str| {
        tags.find(words)
            .unwrap_or_else(|| panic!("{words}: {tags}"))
    };
    let order = [
        "I sweat at night",
        "What changed",
        "Day by day",
        "How it is taken",
    ]
    .map(at);
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn visit_is_kept_and_the_next_period_begins_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = two_months(folder.path());
    let before = text(&mut session);
    assert!(
        before.starts_with("Since the visit on 23 Oct\n"),
        "{before}"
    );
    record_visit(&mut session, "2026-11-23".into(), "go on".into()).unwrap();
    let past = past_visits(&session).unwrap();
    assert_eq!(past[0].title, "23 Nov 2026, Dr Okafor");
    assert_eq!((past.len(), past[0].agreed.as_str()), (2, "go on"));
    assert_eq!(past[0].page, before, "the page as it was");
    let ahead = next(&session).unwrap();
    assert!(ahead.points.is_empty() && ahead.with == "Dr Okafor");
    assert!(record_visit(&mut session, "2026-12-24".into(), String::new()).is_err());
    assert!(record_visit(&mut session, "never".into(), String::new()).is_err());
}

#[test]
fn less_identifying_copy_has_no_canary() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = two_months(folder.path());
    let own = medicine(
        "Aunt Zelda’s drops",
        MedicineKind::Herbal,
        dose("2026-10-01", "5", PlanKind::Daily),
    );
    save_medicine(&mut session, None, own).unwrap();
    let own = EffectForm {
        item: String::new(),
        words: "like on the pier in Whitby".into(),
        since: "2026-11-01".into(),
        guess: "Zelda".into(),
        note: "call 0151 496 0123".into(),
        on_pages: Some(true),
    };
    save_side_effect(&mut session, None, Some(own)).unwrap();
    choose_preset(&mut session, "less-identifying".into()).unwrap();
    let page = next_page(&mut session).unwrap();
    let everything = serde_json::to_string(&page).unwrap();
    for canary in [
        "Ada",
        "Okafor",
        "Quill",
        "Zelda",
        "Whitby",
        "0151",
        "Elm Street",
        "father",
        "Jana",
        "sheets",
        "2026",
        "Nov",
        "Oct",
        "Sep",
        "back at work",
    ] {
        assert!(!everything.contains(canary), "{canary}: {everything}");
    }
    assert!(everything.contains("Day 1") && everything.contains("Sertraline"));
    let pdf = visit_pdf(&mut session).unwrap();
    pages(folder.path(), &pdf, "less-identifying.pdf");
}

#[test]
fn presets_choose_what_is_on_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = two_months(folder.path());
    let mut with = |preset: &str| {
        choose_preset(&mut session, preset.into()).unwrap();
        text(&mut session)
    };
    let first = with("first-visit");
    assert!(first.contains("Treatment history") && first.contains("Allergies"));
    let family = with("family");
    for gone in ["PHQ-9", "Sertraline", "Asleep", "question 9"] {
        assert!(!family.contains(gone), "{gone}: {family}");
    }
    assert!(family.contains("I sweat at night") && family.contains("Mood"));
    let sleep = with("sleep-clinic");
    assert!(
        sleep.contains("Asleep") && sleep.contains("Sertraline") && !sleep.contains("Exercise")
    );
    assert!(with("follow-up").contains("Exercise"));
    assert!(choose_preset(&mut session, "everything".into()).is_err());
}

#[test]
fn page_in_spanish_under_an_english_interface() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = two_months(folder.path());
    let visit = domain::Visit {
        language: Some("es".into()),
        ..next(&session).unwrap()
    };
    change_visit(&mut session, visit).unwrap();
    let page = text(&mut session);
    assert!(page.starts_with("Desde la consulta del 23 oct"), "{page}");
    assert!(page.contains("De qué quiero hablar"), "{page}");
    let shown = commands::visit::prepare::visit(&session).unwrap();
    assert!(shown.sections.iter().any(|s| s.title == "Side effects"));
}

#[test]
fn first_visit_of_noor_fits_one_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = common::session(&folder.path().join("journal"), CLOCK);
    crate::treatment::history::noor(&mut session);
    for point in ["What else is there to try?", "My memory since the ECT."] {
        add_point(&mut session, point.into()).unwrap();
    }
    choose_preset(&mut session, "first-visit".into()).unwrap();
    crate::figures::golden("report/first-visit.txt", &text(&mut session));
    let pdf = visit_pdf(&mut session).unwrap();
    let count: usize = pages(folder.path(), &pdf, "first-visit.pdf")
        .parse()
        .unwrap();
    assert_eq!(count, 2, "one sheet");
    let printed = printed(folder.path());
    for medicine in [
        "Venlafaxine XR",
        "Levothyroxine",
        "Lavender oil",
        "Magnesium",
    ] {
        assert!(
            printed.contains(&format!("{medicine} · ")),
            "{medicine}: {printed}"
        );
    }
    assert!(printed.contains("Question 9 of the PHQ-9"), "{printed}");
}
