//! Shared test helpers: paths, fixed clocks, drafts.

use commands::clock::Clock;
use commands::entries::record;
use commands::session::open;
use commands::transfer::csv_export;
use commands::{Changed, OpenOptions, Result, Session};
use domain::{Answer, Draft};
use std::path::{Path, PathBuf};

/// Returns the root folder of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Opens a session in a folder, at a fixed time.
pub fn session(folder: &Path, clock: &str) -> Session {
    Session::open(&options(folder, clock)).unwrap()
}

/// Returns options for a folder at a fixed time, in English.
pub fn options(folder: &Path, clock: &str) -> OpenOptions {
    OpenOptions {
        folder: Some(folder.to_owned()),
        clock: Clock::parse(clock).unwrap(),
        languages: vec!["en-GB".into()],
        create: true,
        credentials: open::Credentials::None,
    }
}

/// Records a draft.
pub fn record(session: &mut Session, draft: &Draft) -> Result<Changed> {
    record::record_entry(session, draft.clone(), None)
}

/// Amends an entry.
pub fn amend(session: &mut Session, uid: &str, draft: &Draft) -> Result<Changed> {
    record::amend_entry(session, uid.into(), draft.clone(), None)
}

/// Builds a draft from `field = answer` pairs.
pub fn draft(tracker: &str, day: &str, values: &[(&str, Answer)]) -> Draft {
    Draft {
        tracker: tracker.into(),
        day: day.into(),
        values: values
            .iter()
            .map(|(k, v)| ((*k).to_owned(), v.clone()))
            .collect(),
        ..Draft::default()
    }
}

/// Builds a number answer.
pub fn n(number: f64) -> Answer {
    Answer::Number(number)
}

/// Builds a text answer: free text, an option or a clock time.
pub fn t(text: &str) -> Answer {
    Answer::Text(text.into())
}

pub const NOON: &str = "2026-11-23T12:00:00Z Europe/Berlin";

/// Returns the drafts of one full day: mood, sleep, a walk, meals and breathing.
pub fn a_day(day: &str) -> Vec<Draft> {
    vec![
        draft("mood", day, &[("mood", n(4.0))]),
        draft(
            "sleep",
            day,
            &[
                ("bed", t("23:30")),
                ("try", t("23:30")),
                ("latency", n(25.0)),
                ("wakings", n(1.0)),
                ("awake", n(20.0)),
                ("woke", t("07:10")),
                ("up", t("07:10")),
                ("quality", t("fair")),
            ],
        ),
        draft(
            "exercise",
            day,
            &[
                ("kind", t("walk")),
                ("minutes", n(25.0)),
                ("effort", t("light")),
            ],
        ),
        draft("diet", day, &[("meals", t("two"))]),
        draft(
            "practice",
            day,
            &[
                ("kind", t("breathing")),
                ("minutes", n(10.0)),
                ("before", n(7.0)),
                ("after", n(4.0)),
            ],
        ),
    ]
}

/// Records an entry long before the days of a test, so that the journal began before them.
pub fn long_before(open: &mut Session) {
    record(open, &draft("mood", "2026-06-01", &[("mood", n(4.0))])).unwrap();
}

/// Returns everything in a journal, as the long CSV file.
pub fn export(open: &Session) -> String {
    csv_export::csv_long(open, &csv_export::PrivateData::All).unwrap()
}

/// Returns the lines of `export`, sorted. A restored entry is stored after the others of its day.
pub fn rows(open: &Session) -> Vec<String> {
    let mut rows: Vec<String> = export(open).lines().map(str::to_owned).collect();
    rows.sort();
    rows
}
