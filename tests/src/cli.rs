//! Command-line interface, run as a separate process.

use crate::common;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Returns the path of a built program, one folder above that of the test binary.
pub fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.parent().unwrap().parent().unwrap().join(name)
}

fn run(journal: &Path, arguments: &[&str]) -> Output {
    Command::new(built("daymark-cli"))
        .arg("--journal")
        .arg(journal)
        .args(arguments)
        .env("DAYMARK_CLOCK", common::NOON)
        .env("DAYMARK_LANGUAGE", "en-GB")
        .output()
        .unwrap()
}

/// Runs the program, which must succeed. Returns its output.
pub fn fine(journal: &Path, arguments: &[&str]) -> String {
    let output = run(journal, arguments);
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn refused(journal: &Path, arguments: &[&str], code: i32) -> String {
    let output = run(journal, arguments);
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {message}");
    assert_eq!(message.lines().count(), 1, "one sentence: {message}");
    message
}

#[test]
fn recorded_file_appears_in_report_and_series() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    let file = common::root().join("tests/patients/one-day.toml");
    assert_eq!(
        fine(&journal, &["record", file.to_str().unwrap()]),
        "5 entries recorded.\n",
        "one act"
    );
    let entries = fine(&journal, &["entries"]);
    assert!(
        entries.contains("Sleep: 23:30 – 07:10, asleep about 6 h 55"),
        "{entries}"
    );
    let pdf = folder.path().join("page.pdf");
    fine(
        &journal,
        &[
            "report",
            "--out",
            pdf.to_str().unwrap(),
            "--point",
            "Sweating at night",
        ],
    );
    let text = Command::new("pdftotext")
        .arg("-layout")
        .arg(&pdf)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    for words in [
        "Sweating at night",
        "1 of 90 days",
        "1 of 90",
        "6 h 55",
        "tension 7 to 4",
        "not a medical device",
    ] {
        assert!(text.contains(words), "{words} is on the page:\n{text}");
    }
    let series = fine(&journal, &["series", "sleep", "asleep", "--days", "2"]);
    assert_eq!(
        series, "2026-11-22\t\n2026-11-23\t415\n",
        "a missing day is empty, not zero"
    );
    assert!(
        fine(&journal, &["check"]).contains("whole"),
        "and the journal is whole"
    );
    assert!(
        fine(&journal, &["summary", "--json"])
            .lines()
            .all(|l| l.starts_with('{')),
        "a line of JSON each"
    );
}

#[test]
fn csv_export_import_round_trip_is_identical() {
    let folder = tempfile::tempdir().unwrap();
    let (a, b) = (folder.path().join("a"), folder.path().join("b"));
    fine(&a, &["demo", "--days", "60", "--seed", "5"]);
    let (out, again) = (folder.path().join("out"), folder.path().join("again.csv"));
    fine(&a, &["export", "csv", "--out", out.to_str().unwrap()]);
    fine(&b, &["import", "csv", out.to_str().unwrap()]);
    fine(&b, &["export", "csv", "--out", again.to_str().unwrap()]);
    let read = |path: PathBuf| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(out.join("values.csv")), read(again), "identical");
    assert!(
        read(out.join("sleep.csv"))
            .lines()
            .next()
            .unwrap()
            .contains("efficiency"),
        "wide files have the measures"
    );
}

#[test]
fn invalid_cli_input_gives_one_line_and_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    assert!(
        refused(&journal, &["entries"], 3).contains("There is no journal"),
        "nothing is made by asking"
    );
    fine(
        &journal,
        &[
            "record",
            common::root()
                .join("tests/patients/one-day.toml")
                .to_str()
                .unwrap(),
        ],
    );
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let high = write(
        "high.toml",
        "tracker = \"mood\"\nday = \"2026-11-23\"\n[values]\nmood = 11\n",
    );
    assert!(
        refused(&journal, &["record", &high], 1).contains("Mood: Type a number from 0 to 10."),
        "out of range"
    );
    let typo = write(
        "typo.toml",
        "tracker = \"mood\"\nday = \"2026-11-23\"\nvalue = 3\n",
    );
    assert!(
        refused(&journal, &["record", &typo], 1).contains("unknown field `value`"),
        "a typo is named"
    );
    let two = write(
        "two.json",
        r#"[{"tracker":"mood","day":"2026-11-23","values":{"mood":1}},{"tracker":"mood","day":"x","values":{}}]"#,
    );
    assert!(
        refused(&journal, &["record", &two], 1).starts_with("Entry 2 (mood)"),
        "the second is to blame"
    );
    assert!(
        refused(&journal, &["demo"], 3).contains("not a Daymark journal")
            || !journal.join("x").exists(),
        "never into a journal that is there"
    );
    refused(&journal, &["import", "csv", "/nowhere.csv"], 4);
    refused(&journal, &["series", "nothing"], 1);
    let entries = fine(&journal, &["entries"]);
    assert!(
        entries.contains("mood 4") && !entries.contains("mood 1"),
        "nothing was changed: {entries}"
    );
}

#[test]
fn cli_undo_reverts_whole_recorded_file() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    fine(
        &journal,
        &[
            "record",
            common::root()
                .join("tests/patients/one-day.toml")
                .to_str()
                .unwrap(),
        ],
    );
    assert_eq!(
        fine(&journal, &["undo"]),
        "Undone: entries recorded\n",
        "named"
    );
    assert_eq!(fine(&journal, &["entries"]), "", "all of it");
    fine(&journal, &["redo"]);
    assert_eq!(fine(&journal, &["entries"]).lines().count(), 5, "and again");
}

#[test]
fn sample_patients_load_and_pass_check() {
    for name in ["ada", "ben", "cleo", "dst"] {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("j");
        let file = common::root().join(format!("tests/patients/{name}.toml"));
        fine(&journal, &["record", file.to_str().unwrap()]);
        assert!(fine(&journal, &["check"]).contains("whole"), "{name}");
        assert!(
            fine(&journal, &["report"]).contains("In numbers"),
            "{name} has a page"
        );
    }
}

#[test]
fn nulls_and_byte_order_marks_in_json_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    let record = |text: &str| {
        let file = folder.path().join("day.json");
        std::fs::write(&file, text).unwrap();
        fine(&journal, &["record", file.to_str().unwrap()])
    };
    let day = |values: &str| {
        format!(r#"BOM{{"tracker": "mood", "day": "2026-11-23", "values": {values}}}"#)
            .replace("BOM", "\u{feff}")
    };
    record(&day(r#"{"mood": 4, "energy": 3}"#));
    record(&day(r#"{"energy": null}"#));
    let entries = fine(&journal, &["--json", "entries"]);
    assert!(entries.contains(r#""mood":4"#), "{entries}");
    assert!(!entries.contains("energy"), "null removes it: {entries}");
}

#[test]
fn report_refuses_more_than_366_days() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&folder.path().join("j"), &["report", "--days", "400"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn total_of_no_days_is_zero_without_a_sign() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    let file = common::root().join("tests/patients/one-day.toml");
    fine(&journal, &["record", file.to_str().unwrap()]);
    let summary = fine(&journal, &["--json", "summary"]);
    assert!(!summary.contains("-0.0"), "{summary}");
}
