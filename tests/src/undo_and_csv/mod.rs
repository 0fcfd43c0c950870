//! Recording, undo, CSV export and import, without a window.

mod csv;
mod entries;

use crate::common::{self, NOON, a_day, draft, export, n, options, session, t};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::entries::record;
use commands::error::Error;
use commands::visit::export;
use commands::visit::prepare;
use domain::Visit;
use std::path::Path;

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
            .check(open.definitions().all(), commands::clock::zones())
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
