//! What the terminal says of trackers that are off, of files that say something twice, and of units.

use crate::cli::{built, fine};
use crate::common;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn tracker_that_is_off_says_so_and_switches_on() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    let list = {
        fine(
            &journal,
            &[
                "record",
                &write(
                    folder.path(),
                    "a.json",
                    r#"{"tracker": "mood", "values": {"mood": 4}, "day": "2026-11-22"}"#,
                ),
            ],
        );
        fine(&journal, &["tracker", "list"])
    };
    let off = list
        .lines()
        .find(|line| line.ends_with("(disabled)"))
        .unwrap();
    let key = off.split('\t').next().unwrap().to_owned();
    assert!(fine(&journal, &["tracker", "on", &key]).contains("is on"));
    assert!(
        !fine(&journal, &["tracker", "list"])
            .lines()
            .any(|line| line.starts_with(&key) && line.ends_with(')'))
    );
    fine(&journal, &["tracker", "off", "diet"]);
    let file = write(
        folder.path(),
        "b.json",
        r#"{"tracker": "diet", "day": "2026-11-22", "values": {"meals": "two"}}"#,
    );
    let said = fine(&journal, &["record", &file]);
    assert!(said.contains("tracker on diet"), "{said}");
}

#[test]
fn key_given_twice_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    let twice = r#"{"tracker": "mood", "day": "2026-11-22", "values": {"mood": 4, "mood": 7}}"#;
    let file = write(folder.path(), "twice.json", twice);
    let output = Command::new(built("daymark-cli"))
        .args(["--journal", journal.to_str().unwrap(), "record", &file])
        .env("DAYMARK_CLOCK", common::NOON)
        .env("DAYMARK_LANGUAGE", "en-GB")
        .output()
        .unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("“mood” is given twice"), "{message}");
    assert_eq!(fine(&journal, &["entries"]), "");
}

#[test]
fn series_says_its_unit() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    let file = write(
        folder.path(),
        "a.json",
        r#"{"tracker": "diet", "day": "2026-11-22", "values": {"alcohol": 2}}"#,
    );
    fine(&journal, &["record", &file]);
    let series = fine(
        &journal,
        &["--json", "series", "diet", "alcohol", "--days", "1"],
    );
    assert!(series.contains(r#""unit":"grams of alcohol""#), "{series}");
    let series = fine(
        &journal,
        &["--json", "series", "sleep", "middle", "--days", "1"],
    );
    assert!(
        series.contains(r#""unit":"minutes after noon""#),
        "{series}"
    );
}

/// As `entries | head -1` does: the reader goes away after the first line.
#[test]
fn reader_that_goes_away_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(built("daymark-cli"));
        command.arg("--journal").arg(&journal).args(arguments);
        command
            .env("DAYMARK_CLOCK", common::NOON)
            .env("DAYMARK_LANGUAGE", "en-GB");
        command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    assert!(run(&["demo", "--days", "400"]).wait().unwrap().success());
    let mut child = run(&["entries", "--days", "400"]);
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(!first.is_empty());
    assert!(output.status.success(), "{:?}", output.status);
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn zone_of_the_environment_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    let file = write(
        folder.path(),
        "a.json",
        r#"{"tracker": "mood", "day": "2026-01-10", "values": {"mood": 4}}"#,
    );
    let status = Command::new(built("daymark-cli"))
        .args(["--journal", journal.to_str().unwrap(), "record", &file])
        .env("TZ", "America/Havana")
        .env_remove("DAYMARK_CLOCK")
        .env("DAYMARK_LANGUAGE", "en-GB")
        .status()
        .unwrap();
    assert!(status.success());
    let long = fine(&journal, &["export", "csv"]);
    assert!(long.contains(",America/Havana,-18000,"), "{long}");
}

/// The same drinks in an American and in an unknown language, with the country settled by the first.
#[test]
fn drinks_do_not_depend_on_the_language_of_a_program() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    let record = |journal: &Path, language: &str, day: &str| {
        let text = format!(r#"{{"tracker": "diet", "day": "{day}", "values": {{"alcohol": 2}}}}"#);
        let file = write(folder.path(), "drinks.json", &text);
        Command::new(built("daymark-cli"))
            .args(["--journal", journal.to_str().unwrap(), "record", &file])
            .env("DAYMARK_CLOCK", common::NOON)
            .env("DAYMARK_LANGUAGE", language)
            .output()
            .unwrap()
    };
    let unknown = folder.path().join("unknown");
    let refused = record(&unknown, "C", "2026-11-20");
    let message = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1), "{message}");
    assert!(message.contains("country"), "{message}");
    fine(&unknown, &["country", "us"]);
    assert!(record(&unknown, "C", "2026-11-20").status.success());
    assert!(record(&journal, "en-US", "2026-11-20").status.success());
    assert!(record(&journal, "C", "2026-11-21").status.success());
    for (journal, days) in [(&journal, 2), (&unknown, 1)] {
        let long = fine(journal, &["export", "csv"]);
        assert_eq!(long.matches(",alcohol,0,28,").count(), days, "{long}");
    }
}
