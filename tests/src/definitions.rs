//! Built-in tracker definitions: all are valid, and released keys never change.

use crate::common;
use commands::api::typescript;
use commands::definitions::Definitions;
use domain::FieldKind;
use domain::definition::parse;
use std::fmt::Write as _;

#[test]
fn built_in_definitions_are_valid() {
    let definitions = Definitions::built_in().unwrap();
    assert!(
        definitions.all().len() >= 6,
        "five trackers and the changes"
    );
    for definition in definitions.all() {
        assert!(
            !definition.fields.is_empty(),
            "{} asks something",
            definition.key
        );
    }
}

#[test]
fn misspelled_property_is_rejected_with_file_and_line() {
    let folder = common::root().join("assets/trackers");
    for file in std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
    {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        for (nth, line) in text.lines().enumerate() {
            let Some((key, _)) = line.split_once(" = ") else {
                continue;
            };
            if key.starts_with(['#', ' ', '"']) || key.contains('.') {
                continue;
            }
            let broken: Vec<String> = text
                .lines()
                .enumerate()
                .map(|(i, l)| {
                    if i == nth {
                        format!("{key}x = {}", &line[key.len() + 3..])
                    } else {
                        l.to_owned()
                    }
                })
                .collect();
            let refused = parse::parse(&name, &broken.join("\n")).expect_err(line);
            assert_eq!(refused.file, name, "the file is named");
            assert!(refused.line >= 1, "{refused}");
        }
    }
}

/// Compares keys, options, types, units and formulas with `released.txt`. Lines may be added, never
/// changed or removed.
#[test]
fn released_keys_are_unchanged() {
    let definitions = Definitions::built_in().unwrap();
    let mut now = String::new();
    for definition in definitions.all() {
        let _ = writeln!(now, "{} {:?}", definition.key, definition.covers);
        for field in &definition.fields {
            let kind = match &field.kind {
                FieldKind::Quantity { unit, .. } => {
                    format!("quantity {}", String::from(unit.clone()))
                }
                FieldKind::Scale { min, max } => format!("scale {min}-{max}"),
                FieldKind::Choice { options, .. } => {
                    for o in options {
                        let (of, field) = (&definition.key, &field.key);
                        let _ = writeln!(now, "{of} {field} option {} {:?}", o.key, o.score);
                    }
                    "choice".into()
                }
                FieldKind::Clock => "clock".into(),
                FieldKind::YesNo => "yes-no".into(),
                FieldKind::Text { .. } => "text".into(),
            };
            let _ = writeln!(now, "{} {} {}", definition.key, field.key, kind.trim());
        }
        for measure in &definition.measures {
            let _ = writeln!(
                now,
                "{} {} measure {:?}",
                definition.key, measure.key, measure.formula
            );
        }
    }
    let path = common::root().join("tests/golden/released.txt");
    if std::env::var_os("DAYMARK_ACCEPT").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let released = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(!released.is_empty(), "tests/golden/released.txt is there");
    for line in released.lines() {
        assert!(
            now.lines().any(|l| l == line),
            "released and now changed or gone: {line}"
        );
    }
}

#[test]
fn generated_files_are_up_to_date() {
    for (name, text) in typescript::files() {
        let path = common::root().join(name);
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == text,
            "{} is stale: run `cargo x generate`",
            path.display()
        );
    }
}
