//! Recording, undo, CSV export and import, without a window.

use crate::common::{self, NOON, a_day, draft, n, options, session, t};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::day::page::day_page;
use commands::entries::record;
use commands::error::Error;
use commands::failure::message;
use commands::transfer::csv_export;
use commands::transfer::csv_import;
use commands::visit::export;
use commands::visit::page;
use commands::visit::prepare;
use domain::Visit;
use std::path::Path;

fn export(session: &Session) -> String {
    csv_export::csv_long(session, &csv_export::PrivateData::All).unwrap()
}

fn with_a_day(folder: &Path) -> Session {
    let mut session = session(folder, NOON);
    for draft in a_day("2026-11-23") {
        common::record(&mut session, &draft).unwrap();
    }
    session
}

/// Returns the visible state: entries, visit, country and theme.
fn state(session: &Session) -> String {
    let visit = prepare::next(session).unwrap();
    format!(
        "{}{visit:?}{}{:?}",
        export(session),
        session.country(),
        session.journal().preference("theme").unwrap()
    )
}

#[test]
fn ten_undos_across_restarts_restore_each_state() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut states = Vec::new();
    let first = draft("mood", "2026-11-23", &[("mood", n(4.0))]);
    let walk = draft(
        "exercise",
        "2026-11-23",
        &[("kind", t("walk")), ("minutes", n(25.0))],
    );
    type Act<'a> = Box<dyn Fn(&mut Session) + 'a>;
    let uid_of = |session: &Session, tracker: &str| {
        session
            .journal()
            .all_entries()
            .unwrap()
            .iter()
            .find(|e| e.tracker == tracker)
            .unwrap()
            .uid
            .clone()
    };
    let acts: Vec<Act<'_>> = vec![
        Box::new(|s| drop(common::record(s, &first).unwrap())),
        Box::new(|s| {
            drop(common::record(s, &draft("mood", "2026-11-23", &[("mood", n(7.0))])).unwrap())
        }),
        Box::new(|s| drop(common::record(s, &walk).unwrap())),
        Box::new(|s| {
            let uid = uid_of(s, "exercise");
            common::amend(
                s,
                &uid,
                &draft("exercise", "2026-11-23", &[("kind", t("run"))]),
            )
            .unwrap();
        }),
        Box::new(|s| {
            let drafts: Vec<_> = a_day("2026-11-22")
                .into_iter()
                .map(|d| (d, s.entry_context().unwrap()))
                .collect();
            record::record_all(s, &drafts).unwrap();
        }),
        Box::new(|s| {
            let uid = uid_of(s, "exercise");
            record::remove_entry(s, uid.clone()).unwrap();
        }),
        Box::new(|s| {
            let points = vec!["Nights".to_owned()];
            prepare::change_visit(
                s,
                Visit {
                    points,
                    ..Visit::default()
                }
                .clone(),
            )
            .unwrap();
        }),
        Box::new(|s| drop(preferences::set_preference(s, "theme".into(), "dark".into()).unwrap())),
        Box::new(|s| drop(preferences::complete_onboarding(s, "US".into()).unwrap())),
        Box::new(|s| {
            drop(
                common::record(
                    s,
                    &draft("dated-change", "2026-11-20", &[("what", t("100 mg"))]),
                )
                .unwrap(),
            )
        }),
    ];
    let mut open = session(&place, NOON);
    for act in &acts {
        states.push(state(&open));
        act(&mut open);
    }
    let last = state(&open);
    open.close().unwrap();
    for wanted in states.iter().rev() {
        let mut open = session(&place, NOON);
        undo::undo(&mut open).unwrap();
        assert_eq!(&state(&open), wanted, "each undo, each after a restart");
        open.close().unwrap();
    }
    let mut open = session(&place, NOON);
    assert_eq!(
        undo::undo(&mut open).unwrap().count,
        0,
        "nothing is left to take back"
    );
    for _ in &acts {
        undo::redo(&mut open).unwrap();
    }
    assert_eq!(state(&open), last, "all done again");
    assert!(
        open.journal()
            .check(open.definitions().all())
            .unwrap()
            .is_empty(),
        "and the journal is whole"
    );
}

#[test]
fn change_after_undo_clears_redo() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = with_a_day(&folder.path().join("j"));
    undo::undo(&mut open).unwrap();
    common::record(&mut open, &draft("mood", "2026-11-22", &[("mood", n(1.0))])).unwrap();
    assert_eq!(
        undo::redo(&mut open).unwrap().count,
        0,
        "the branch that was left is gone"
    );
}

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
    let imported = csv_import::import_csv(&mut second, &out).unwrap();
    assert_eq!(imported.count, 8, "five, two and one entries");
    assert_eq!(export(&second), export(&first), "identical");
    assert_eq!(
        csv_import::import_csv(&mut second, &out).unwrap().count,
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
        let error = csv_import::import_csv(&mut open, &file).expect_err(wanted);
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
fn journal_files_contain_no_plaintext() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = with_a_day(&place);
    let words = "the walk by the river was all right";
    common::record(
        &mut open,
        &domain::Draft {
            note: words.into(),
            ..draft("mood", "2026-11-22", &[])
        },
    )
    .unwrap();
    let look = |when: &str| {
        for file in std::fs::read_dir(&place)
            .unwrap()
            .map(|f| f.unwrap().path())
        {
            let bytes = std::fs::read(&file).unwrap();
            for typed in [
                words.as_bytes(),
                b"breathing",
                b"23:30",
                b"create table",
                b"mood",
            ] {
                let found = bytes.windows(typed.len()).any(|w| w == typed);
                assert!(
                    !found,
                    "{when}: {} holds {:?}",
                    file.display(),
                    String::from_utf8_lossy(typed)
                );
            }
        }
    };
    look("open");
    open.close().unwrap();
    look("closed");
    let head = std::fs::read(place.join("journal.daymark")).unwrap();
    assert_ne!(
        &head[..16],
        b"SQLite format 3\0",
        "not SQLite's first bytes"
    );
}

#[test]
fn daily_tracker_has_one_entry_others_several() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = with_a_day(&folder.path().join("j"));
    for draft in a_day("2026-11-23") {
        common::record(&mut open, &draft).unwrap();
    }
    let page = day_page(&open, None).unwrap();
    let count = |tracker: &str| page.entries[tracker].len();
    assert_eq!(
        [count("mood"), count("sleep"), count("diet")],
        [1, 1, 1],
        "once a day"
    );
    assert_eq!(
        [count("exercise"), count("practice")],
        [2, 2],
        "as often as it was"
    );
    assert_eq!(
        page.entries["sleep"][0].parts,
        ["23:30 – 07:10", "asleep about 6 h 55", "fair"],
        "said in words"
    );
}

#[test]
fn time_before_four_belongs_to_previous_day() {
    let folder = tempfile::tempdir().unwrap();
    let open = session(folder.path(), "2026-11-23T02:30:00Z Europe/Berlin");
    assert_eq!(
        open.today().to_string(),
        "2026-11-22",
        "03:30 belongs to the day before"
    );
    let page = day_page(&open, None).unwrap();
    assert_eq!(page.title, "Sunday, 22 November", "and is called so");
}

#[test]
fn entry_written_on_later_day_is_marked_late() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    for day in ["2026-11-21", "2026-11-23"] {
        common::record(&mut open, &draft("mood", day, &[("mood", n(3.0))])).unwrap();
    }
    let late = |day: &str| {
        day_page(&open, Some(day.into())).unwrap().entries["mood"][0]
            .late_label
            .clone()
    };
    assert_eq!(late("2026-11-21"), "written 23 Nov", "two days later");
    assert_eq!(late("2026-11-23"), "", "on the day itself");
}

#[test]
fn invalid_draft_reports_each_field_and_saves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let wrong = draft(
        "practice",
        "2026-11-23",
        &[
            ("minutes", n(0.0)),
            ("before", n(11.0)),
            ("kind", t("chess")),
        ],
    );
    let error = common::record(&mut open, &wrong).unwrap_err();
    let failure = message::localize(&error, &open);
    let fields: Vec<&str> = failure.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(
        fields,
        ["before", "kind", "minutes"],
        "each field has its sentence"
    );
    let future =
        common::record(&mut open, &draft("mood", "2026-11-24", &[("mood", n(4.0))])).unwrap_err();
    assert!(
        message::localize(&future, &open)
            .message
            .contains("has not come yet"),
        "tomorrow"
    );
    assert!(
        open.journal().all_entries().unwrap().is_empty(),
        "nothing was kept"
    );
}

#[test]
fn visit_page_lists_points_first_and_counts_days() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = with_a_day(&folder.path().join("j"));
    let points = vec![
        "The new dose makes me sweat".to_owned(),
        "  ".to_owned(),
        "Group in the evening?".to_owned(),
    ];
    prepare::change_visit(
        &mut open,
        Visit {
            points,
            days: 30,
            ..Visit::default()
        }
        .clone(),
    )
    .unwrap();
    let page = page::page(&open, &prepare::next(&open).unwrap()).unwrap();
    let text = export::page_as_text(&page);
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words} is not in:\n{text}"))
    };
    assert!(
        at("1. The new dose") < at("2. Group") && at("2. Group") < at("In numbers"),
        "the patient's words first"
    );
    for words in [
        "4 (n 1/30",
        "6 h 55 (n 1/30",
        "tension 7 to 4",
        "25 min",
        "two meals",
        "not a medical device",
        "1 of 30 days recorded",
    ] {
        at(words);
    }
}

#[test]
fn journal_in_use_or_missing_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let _held = session(folder.path(), NOON);
    let again = Session::open(&options(folder.path(), NOON));
    assert!(
        matches!(again, Err(Error::Journal(journal::Error::InUse))),
        "one program at a time"
    );
    let nowhere = commands::OpenOptions {
        create: false,
        ..options(&folder.path().join("x"), NOON)
    };
    assert!(
        matches!(
            Session::open(&nowhere),
            Err(Error::Journal(journal::Error::Missing(_)))
        ),
        "nothing is made"
    );
    assert!(!folder.path().join("x").exists(), "not even a folder");
}
