//! Export and import.

use super::{export, with_a_day};
use crate::common::{self, NOON, draft, n, session, t};
use commands::app::undo;
use commands::failure::message;
use commands::transfer::csv_export;
use commands::transfer::csv_import;

#[test]
fn csv_import_is_exact_and_idempotent() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = with_a_day(&folder.path().join("a"));
    let mut unusual = draft("mood", "2026-11-20", &[("mood", n(0.0))]);
    unusual.note = "=SUM(1)\n\"quoted\", 😀 'x' \u{5d0}\u{5d1}\r\nlast".into();
    common::record(&mut first, &unusual).unwrap();
    let noted = domain::Draft {
        note: "'only a note".into(),
        ..draft("diet", "2026-11-21", &[])
    };
    common::record(&mut first, &noted).unwrap();
    common::record(
        &mut first,
        &draft(
            "diet",
            "2026-11-20",
            &[("alcohol", n(1.5)), ("caffeine-last", t("17:30"))],
        ),
    )
    .unwrap();
    let out = folder.path().join("out");
    csv_export::export_csv(&first, &out, &csv_export::PrivateData::All).unwrap();
    let mut second = session(&folder.path().join("b"), NOON);
    let imported = csv_import::import_csv(&mut second, &out, None).unwrap();
    assert_eq!(imported.count, 8, "five, two and one entries");
    assert_eq!(export(&second), export(&first), "identical");
    assert_eq!(
        csv_import::import_csv(&mut second, &out, None)
            .unwrap()
            .count,
        0,
        "twice adds nothing"
    );
    assert_eq!(export(&second), export(&first), "and changes nothing");
    undo::undo(&mut second).unwrap();
    assert!(
        second.journal().all_entries().unwrap().is_empty(),
        "bringing in is one act"
    );
}

#[test]
fn invalid_csv_gives_one_error_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let good = export(&with_a_day(&folder.path().join("a")));
    let line = |n: usize| good.lines().nth(n - 1).unwrap().to_owned();
    let cut = &line(3)[..20];
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (
            b"date,mood\n2026-11-23,4\n".to_vec(),
            "line 1: this is not an export of Daymark",
        ),
        (Vec::new(), "line 1: this is not an export of Daymark"),
        (good.replace(&line(3), cut).into_bytes(), "line 3: it has"),
        (
            good.replacen("2026-11-23,", "2026-13-23,", 1).into_bytes(),
            "line 2, column 3: “2026-13-23” is not a date",
        ),
        (
            good.replacen(",4,\n", ",four,\n", 1).into_bytes(),
            "line 2, column 13: “four” is not a number",
        ),
        (
            good.replacen(",4,\n", ",14,\n", 1).into_bytes(),
            "line 2: Mood: Type a number from 0 to 10.",
        ),
        (
            good.replacen(",mood,2026", ",mod,2026", 1).into_bytes(),
            "line 2, column 2: there is no tracker “mod” here.",
        ),
        (
            good.replacen("Europe/Berlin", "Europe/Belrin", 1)
                .into_bytes(),
            "line 2, column 6: “Europe/Belrin” is not a time zone.",
        ),
        (
            [good.as_bytes(), &line(2).into_bytes()].concat(),
            "this answer is given twice",
        ),
        (
            good.bytes().chain([0xff, 0xfe]).collect(),
            "it is not text in UTF-8",
        ),
    ];
    let mut open = session(&folder.path().join("b"), NOON);
    for (bytes, wanted) in cases {
        let file = folder.path().join("in.csv");
        std::fs::write(&file, bytes).unwrap();
        let error = csv_import::import_csv(&mut open, &file, None).expect_err(wanted);
        let shown_text = message::localize(&error, &open).message;
        assert!(shown_text.contains(wanted), "{shown_text} says {wanted}");
        assert!(!shown_text.contains('\n'), "one sentence: {shown_text}");
        assert!(
            open.journal().all_entries().unwrap().is_empty(),
            "nothing was brought in"
        );
    }
    assert_eq!(
        open.journal().undo_redo_operations().unwrap().0,
        None,
        "and there is no act"
    );
}

#[test]
fn own_tracker_comes_in_with_its_entries() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = session(&folder.path().join("a"), NOON);
    let text = std::fs::read_to_string(common::root().join("assets/trackers/mood.toml")).unwrap();
    let text = text.replacen("key = \"mood\"", "key = \"my-mood\"", 1);
    commands::trackers::transfer::import_tracker(&mut first, "my-mood.toml".into(), text).unwrap();
    common::record(
        &mut first,
        &draft("my-mood", "2026-11-20", &[("mood", n(4.0))]),
    )
    .unwrap();
    let out = folder.path().join("out");
    csv_export::export_csv(&first, &out, &csv_export::PrivateData::All).unwrap();
    let mut second = session(&folder.path().join("b"), NOON);
    let before = second.definitions().all().len();
    assert_eq!(
        csv_import::import_csv(&mut second, &out, None)
            .unwrap()
            .count,
        1
    );
    assert_eq!(export(&second), export(&first));
    undo::undo(&mut second).unwrap();
    assert_eq!(second.definitions().all().len(), before, "one act");
    // A file that is refused leaves no tracker behind.
    let long = out.join(csv_export::LONG_FILE);
    let wrong = std::fs::read_to_string(&long)
        .unwrap()
        .replace(",mood,0,4,", ",mood,0,40,");
    std::fs::write(&long, wrong).unwrap();
    assert!(csv_import::import_csv(&mut second, &out, None).is_err());
    assert_eq!(second.definitions().all().len(), before);
}
