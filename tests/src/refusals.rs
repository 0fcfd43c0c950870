//! Input that contradicts itself or the clock is refused, with its place, and changes nothing.

use crate::common::{self, NOON, draft, n, session, t};
use commands::Error;
use commands::app::preferences::set_preference;
use commands::entries::describe;
use commands::transfer::{csv_export, csv_import};
use domain::{Draft, ValidationErrorKind};
use exchange::csv::CsvErrorKind;

const HEAD: &str =
    "entry,tracker,day,at,until,zone,offset,recorded,source,note,field,ordinal,number,text";

/// Imports rows below the header into an empty journal. Returns the line, column and kind of the
/// refusal.
fn import(rows: &[&str], line_end: &str) -> Result<(), (u64, usize, CsvErrorKind)> {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("journal"), NOON);
    let file = folder.path().join("values.csv");
    let text = [&[HEAD], rows].concat().join(line_end) + line_end;
    std::fs::write(&file, text).unwrap();
    let imported = csv_import::import_csv(&mut open, &file, None);
    match imported {
        Ok(_) => Ok(()),
        Err(Error::Csv { error, .. }) => {
            assert!(!open.journal().has_entries().unwrap(), "nothing is changed");
            Err((error.line, error.column, error.kind))
        }
        Err(other) => panic!("{other:?}"),
    }
}

fn row(tracker: &str, offset: &str, answer: &str) -> String {
    let uid = "aa000000000000000000000000000001";
    format!(
        "{uid},{tracker},2026-11-22,,,Europe/Berlin,{offset},2026-11-22T20:00:00Z,hand,,{answer}"
    )
}

#[test]
fn number_that_contradicts_its_answer_is_refused() {
    let contradiction = |column| Err((2, column, CsvErrorKind::Contradiction));
    let cases = [
        ("mood", "3600", "mood,0,4,", Ok(())),
        ("diet", "3600", "meals,0,-50,two", contradiction(13)),
        (
            "exercise",
            "3600",
            "effort,0,20,vigorous",
            contradiction(13),
        ),
        ("exercise", "3600", "outdoors,0,7,", contradiction(13)),
        ("mood", "-99999", "mood,0,4,", contradiction(7)),
        ("mood", "7200", "mood,0,4,", Ok(())),
    ];
    for (tracker, offset, answer, expected) in cases {
        let row = row(tracker, offset, answer);
        assert_eq!(import(&[&row], "\n"), expected, "{row}");
    }
}

#[test]
fn refusal_names_the_line_an_editor_shows() {
    let good = row("mood", "3600", "mood,0,4,");
    let noted = good
        .replace("000001,", "000002,")
        .replace("hand,,", "hand,\"two\nlines\",");
    let bad = good
        .replace("000001,", "000003,")
        .replace("2026-11-22,", "11/22/2026,");
    for line_end in ["\n", "\r\n"] {
        let refused = import(&[&good, &noted, &bad], line_end);
        let date = CsvErrorKind::Date("11/22/2026".into());
        assert_eq!(refused, Err((5, 3, date)), "{line_end:?}");
    }
}

#[test]
fn night_that_has_not_come_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-23T20:00:00Z Europe/Berlin");
    let night = [
        ("bed", t("22:30")),
        ("try", t("22:30")),
        ("latency", n(0.0)),
        ("awake", n(0.0)),
        ("woke", t("23:30")),
        ("up", t("23:45")),
    ];
    let refused = common::record(&mut open, &draft("sleep", "2026-11-23", &night));
    let Err(Error::Validation { errors, .. }) = refused else {
        panic!("{refused:?}")
    };
    assert!(errors.iter().all(|e| e.kind == ValidationErrorKind::NotYet));
    assert_eq!(errors.len(), 4, "each time that has not come");
}

#[test]
fn own_export_comes_back_under_another_country() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("us"), NOON);
    set_preference(&mut open, "country".into(), "US".into()).unwrap();
    let drinks = draft("diet", "2026-11-22", &[("alcohol", n(35.0))]);
    common::record(&mut open, &drinks).unwrap();
    let file = folder.path().join("values.csv");
    csv_export::export_csv(&open, &file, &csv_export::PrivateData::All).unwrap();
    let mut other = session(&folder.path().join("gb"), NOON);
    set_preference(&mut other, "country".into(), "GB".into()).unwrap();
    csv_import::import_csv(&mut other, &file, None).unwrap();
    assert_eq!(
        other.journal().all_entries().unwrap(),
        open.journal().all_entries().unwrap()
    );
}

#[test]
fn export_refuses_folder_that_holds_something() {
    let folder = tempfile::tempdir().unwrap();
    let open = session(&folder.path().join("journal"), NOON);
    let out = folder.path().join("out");
    let export = || csv_export::export_csv(&open, &out, &csv_export::PrivateData::Selected);
    export().unwrap();
    assert!(matches!(export(), Err(Error::FolderNotEmpty(_))));
}

#[cfg(unix)]
#[test]
fn saved_file_follows_link_and_spares_protected_file() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("target"), "old").unwrap();
    symlink(path("target"), path("link")).unwrap();
    commands::files::write(&path("link"), b"new").unwrap();
    assert!(path("link").is_symlink());
    assert_eq!(std::fs::read(path("target")).unwrap(), b"new");
    std::fs::set_permissions(path("target"), PermissionsExt::from_mode(0o444)).unwrap();
    assert!(commands::files::write(&path("target"), b"lost").is_err());
    assert_eq!(std::fs::read(path("target")).unwrap(), b"new");
}

#[test]
fn late_entry_of_another_year_names_the_year() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let what = |text: &str| vec![("what", t(text))];
    common::record(
        &mut open,
        &draft("dated-change", "2025-11-23", &what("a year ago")),
    )
    .unwrap();
    common::record(
        &mut open,
        &draft("dated-change", "2026-11-22", &what("yesterday")),
    )
    .unwrap();
    let late = |entry| describe::view(&open, entry).unwrap().late_label;
    let entries = open.journal().all_entries().unwrap();
    assert_eq!(late(&entries[0]), "written 23 Nov 2026");
    assert_eq!(late(&entries[1]), "written 23 Nov");
}

#[test]
fn decimal_mark_follows_the_region() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    set_preference(&mut open, "language".into(), "es".into()).unwrap();
    for (country, mark) in [("ES", ","), ("AR", ","), ("MX", "."), ("US", ".")] {
        set_preference(&mut open, "country".into(), country.into()).unwrap();
        assert_eq!(open.locale().decimal_mark(), mark, "{country}");
    }
}

#[test]
fn second_record_needs_no_note() {
    // The note of a further entry of the day is its own.
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let first = Draft {
        note: "first".into(),
        ..draft("mood", "2026-11-23", &[("mood", n(4.0))])
    };
    let another = Draft {
        another: true,
        ..draft("mood", "2026-11-23", &[("mood", n(5.0))])
    };
    common::record(&mut open, &first).unwrap();
    common::record(&mut open, &another).unwrap();
    let notes: Vec<String> = open
        .journal()
        .all_entries()
        .unwrap()
        .into_iter()
        .map(|e| e.note)
        .collect();
    assert_eq!(notes, ["first", ""]);
}

#[test]
fn import_brings_in_what_is_new_and_keeps_both() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("journal"), NOON);
    let file = folder.path().join("values.csv");
    let mood = |uid: u8, day: u8, value: u8| {
        format!(
            "aa{uid:030},mood,2026-11-{day},,,Europe/Berlin,3600,2026-11-{day}T20:00:00Z,hand,,mood,0,{value},"
        )
    };
    let mut import_rows = |rows: &[String]| {
        let text = std::iter::once(HEAD.to_owned()).chain(rows.iter().cloned());
        std::fs::write(&file, text.collect::<Vec<_>>().join("\n") + "\n").unwrap();
        let changed = csv_import::import_csv(&mut open, &file, None).unwrap();
        (changed.message, open.journal().all_entries().unwrap().len())
    };
    let one = |message: &str, all| (message.to_owned(), all);
    assert_eq!(
        import_rows(&[mood(1, 21, 3)]),
        one("One entry imported.", 1)
    );
    // A new day beside an equal entry, another of the same day, and one that was changed.
    let both = "2 entries imported. One of them is of a day that had an entry already; both are kept.\n21 Nov 2026, Mood. Yours: mood 3. The file: mood 6.";
    assert_eq!(
        import_rows(&[mood(1, 21, 3), mood(2, 21, 6), mood(3, 22, 5)]),
        one(both, 3)
    );
    let differs = "Nothing new: all of it is in the journal already. One entry says something else in the file; yours stays.\n22 Nov 2026, Mood. Yours: mood 5. The file: mood 9.";
    assert_eq!(import_rows(&[mood(3, 22, 9), mood(4, 21, 6)]).0, differs);
}

#[test]
fn wide_file_opens_in_spreadsheets_without_formulas() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(&folder.path().join("journal"), NOON);
    let noted = Draft {
        note: "a;=1+1;b".into(),
        ..draft("mood", "2026-11-23", &[("mood", n(4.0))])
    };
    common::record(&mut open, &noted).unwrap();
    let out = folder.path().join("out");
    csv_export::export_csv(&open, &out, &csv_export::PrivateData::All).unwrap();
    let wide = std::fs::read_to_string(out.join("mood.csv")).unwrap();
    assert!(wide.starts_with("\u{feff}day,"), "{wide}");
    assert!(wide.contains("a;'=1+1;b"), "{wide}");
}
