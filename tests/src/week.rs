//! The week card: printed, and typed in within one step.

use crate::common::{self, NOON, draft, n};
use commands::Session;
use commands::app::undo;
use commands::failure::message::localize;
use commands::week::card::week_card_pdf;
use commands::week::rows::{WeekCellKind, WeekPage, week};
use commands::week::typed::{WeekCell, save_week};

fn open(folder: &tempfile::TempDir) -> Session {
    common::session(&folder.path().join("journal"), NOON)
}

fn cell(page: &WeekPage, row: usize, day: usize, text: &str) -> WeekCell {
    WeekCell {
        of: page.rows[row].of.clone(),
        field: page.rows[row].field.clone(),
        day: page.days[day].day.clone(),
        kind: page.rows[row].kind,
        text: text.into(),
    }
}

fn row(page: &WeekPage, tracker: &str, field: &str) -> usize {
    let mut rows = page.rows.iter();
    let at = rows.position(|row| row.of == tracker && row.field == field);
    at.unwrap_or_else(|| panic!("{tracker} {field}: {:?}", page.rows))
}

#[test]
fn seven_days_are_typed_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let page = week(&session, Some("2026-11-18".into())).unwrap();
    assert_eq!(
        (page.title.as_str(), page.after.as_str()),
        ("16 Nov – 22 Nov", "2026-11-23")
    );
    let mood = row(&page, "mood", "mood");
    let mut cells: Vec<WeekCell> = (0..7).map(|day| cell(&page, mood, day, "4")).collect();
    cells.push(cell(&page, row(&page, "exercise", "minutes"), 2, "20"));
    let (bed, woke) = (row(&page, "sleep", "bed"), row(&page, "sleep", "woke"));
    assert_eq!(page.rows[bed].kind, WeekCellKind::Clock);
    cells.push(cell(&page, bed, 3, "2330"));
    cells.push(cell(&page, woke, 3, "7.10"));
    cells.push(cell(&page, mood, 5, " "));
    let saved = save_week(&mut session, cells).unwrap();
    assert_eq!(saved.count, 9);
    let page = week(&session, Some("2026-11-18".into())).unwrap();
    assert_eq!(page.rows[mood].there, ["4"; 7]);
    assert_eq!(page.rows[bed].there[3], "23:30");
    undo::undo(&mut session).unwrap();
    let page = week(&session, Some("2026-11-18".into())).unwrap();
    assert_eq!(page.rows[mood].there, [""; 7], "one step");
}

#[test]
fn bad_cell_says_its_day_and_nothing_is_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let page = week(&session, Some("2026-11-18".into())).unwrap();
    let mood = row(&page, "mood", "mood");
    for (text, wanted) in [
        ("x", "Tuesday, 17 November 2026: “x” is no number."),
        ("44", "Tuesday, 17 November 2026, Mood: "),
    ] {
        let cells = vec![cell(&page, mood, 0, "4"), cell(&page, mood, 1, text)];
        let error = save_week(&mut session, cells).unwrap_err();
        let said = localize(&error, &session).message;
        assert!(said.contains(wanted), "{said}");
    }
    assert!(session.journal().all_entries().unwrap().is_empty());
    let nothing = save_week(&mut session, Vec::new()).unwrap();
    assert_eq!(nothing.count, 0);
}

#[test]
fn what_is_there_already_is_shown_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    common::record(
        &mut session,
        &draft("mood", "2026-11-17", &[("mood", n(7.0))]),
    )
    .unwrap();
    let page = week(&session, Some("2026-11-18".into())).unwrap();
    let mood = row(&page, "mood", "mood");
    assert_eq!(page.rows[mood].there[1], "7");
    assert!(week(&session, Some("soon".into())).is_err());
}

#[test]
fn week_card_prints_on_one_side() {
    let folder = tempfile::tempdir().unwrap();
    let session = open(&folder);
    let pdf = week_card_pdf(&session).unwrap();
    let file = folder.path().join("week.pdf");
    std::fs::write(&file, pdf).unwrap();
    if let Some(target) = std::env::var_os("DAYMARK_PICTURES") {
        std::fs::copy(&file, std::path::Path::new(&target).join("week.pdf")).unwrap();
    }
    let info = std::process::Command::new("pdfinfo")
        .arg(&file)
        .output()
        .unwrap();
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    assert!(
        info.contains("Pages:           1") && info.contains("Tagged:          yes"),
        "{info}"
    );
}
