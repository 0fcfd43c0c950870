//! Integration tests across all crates: use cases without a window, clinical vectors, architecture.
//! End-to-end tests through the window are in `window`.

#[cfg(test)]
mod any_sequence;
#[cfg(test)]
mod backups;
#[cfg(test)]
mod counted;
#[cfg(test)]
mod daily;
#[cfg(test)]
mod days;
#[cfg(test)]
mod definitions;
#[cfg(test)]
mod door;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod gate;
#[cfg(test)]
mod honest;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod locks;
#[cfg(test)]
mod nights;
#[cfg(test)]
mod own;
#[cfg(test)]
mod repairs;
#[cfg(test)]
mod shape;
#[cfg(test)]
mod stays;
#[cfg(test)]
mod trip;
#[cfg(test)]
mod unfinished;
#[cfg(test)]
mod upgrade;
#[cfg(test)]
mod vectors;
#[cfg(test)]
mod window;

#[cfg(test)]
mod kit {
    //! Shared test helpers: paths, fixed clocks, drafts.

    use care::{Answer, Draft};
    use commands::bridge::{Changed, Outcome};
    use commands::clock::Clock;
    use commands::{Options, Session};
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
    pub fn options(folder: &Path, clock: &str) -> Options {
        Options {
            folder: Some(folder.to_owned()),
            clock: Clock::read(clock).unwrap(),
            languages: vec!["en-GB".into()],
            create: true,
            secret: commands::session::Secret::Nothing,
        }
    }

    /// Records a draft.
    pub fn record(session: &mut Session, draft: &Draft) -> Outcome<Changed> {
        commands::record::record_entry(session, draft, None)
    }

    /// Amends an entry.
    pub fn amend(session: &mut Session, uid: &str, draft: &Draft) -> Outcome<Changed> {
        commands::record::amend_entry(session, uid, draft, None)
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
}
