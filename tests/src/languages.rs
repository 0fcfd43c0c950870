//! Words: every language has all of them, and those that do not occur do not occur.

use crate::kit;
use commands::speech::{PSEUDO, PSEUDO_RTL, Tongue, choose, keys, languages};

/// Words the interface does not use (also as stems).
const NEVER: &[&str] = &[
    "streak",
    "missed",
    "failed",
    "compliance",
    "compliant",
    "adequate",
    "risk score",
    "should",
    "must",
    "committed",
];

#[test]
fn every_language_has_every_word() {
    for language in languages() {
        let folder = kit::root().join("assets/words").join(language);
        let source: String = std::fs::read_dir(folder)
            .unwrap()
            .map(|f| std::fs::read_to_string(f.unwrap().path()).unwrap())
            .collect();
        for key in keys() {
            assert!(
                source.lines().any(|l| l.starts_with(&format!("{key} ="))),
                "{language} lacks {key}"
            );
        }
    }
}

#[test]
fn words_that_do_not_occur_do_not_occur() {
    let trackers = std::fs::read_dir(kit::root().join("assets/trackers")).unwrap();
    let words = languages()
        .into_iter()
        .flat_map(|l| std::fs::read_dir(kit::root().join("assets/words").join(l)).unwrap());
    let practices = std::fs::read_dir(kit::root().join("assets/practices")).unwrap();
    for file in trackers
        .chain(words)
        .chain(practices)
        .map(|f| f.unwrap().path())
    {
        let text = std::fs::read_to_string(&file).unwrap();
        for (nth, line) in text
            .lines()
            .enumerate()
            .filter(|(_, l)| !l.starts_with('#'))
        {
            let said = line
                .split_once(" = ")
                .map_or(line, |(_, said)| said)
                .to_lowercase();
            let words: Vec<&str> = said.split(|c: char| !c.is_alphabetic()).collect();
            for never in NEVER {
                let found = if never.contains(' ') {
                    said.contains(never)
                } else {
                    words.contains(never)
                };
                assert!(!found, "{}:{} says “{never}”", file.display(), nth + 1);
            }
            assert!(
                !said.contains('!'),
                "{}:{} has an exclamation mark",
                file.display(),
                nth + 1
            );
        }
    }
}

#[test]
fn a_language_without_words_is_spoken_in_english() {
    assert_eq!(
        choose(&["xx-YY".into(), "C".into()]),
        "en",
        "nothing known was asked"
    );
    assert_eq!(
        choose(&["en_US.UTF-8".into()]),
        "en",
        "the computer's way of writing it"
    );
    assert_eq!(choose(&[PSEUDO.into()]), PSEUDO, "the one for testing");
}

#[test]
fn the_testing_languages_change_every_word_and_keep_every_placeable() {
    let (english, pseudo) = (Tongue::new("en", 10.0), Tongue::new(PSEUDO, 10.0));
    assert_eq!(
        Tongue::new(PSEUDO_RTL, 10.0).direction(),
        "rtl",
        "right to left"
    );
    for key in keys() {
        let (plain, odd) = (english.say(&key), pseudo.say(&key));
        assert_ne!(odd, key, "{key} is there");
        let letters = plain.chars().filter(|c| c.is_alphabetic()).count();
        let computed = plain.contains('{');
        assert!(
            computed || letters <= 3 || odd.chars().count() >= plain.chars().count() + letters / 3,
            "{key}: {odd} is longer"
        );
    }
    let said = pseudo.say_with("saved-at", &[("time", "14:02".into())]);
    assert!(said.contains("14:02"), "{said}");
}

/// Words that nothing says are words somebody translates for nothing.
#[test]
fn every_word_is_used() {
    let root = kit::root();
    let mut code = String::new();
    let mut folders = vec![root.join("src-tauri"), root.join("ui/src")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().path())
        {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name != "words.ts"
                && [".rs", ".ts", ".svelte"].iter().any(|e| name.ends_with(e))
            {
                code.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    // Keys that are put together: by month, weekday, place, length, span, theme, act, kind and so on.
    let made = [
        "month-",
        "short-",
        "weekday-",
        "place-",
        "length-",
        "span-",
        "theme-",
        "act-",
        "day-",
        "covers-",
        "kind-",
        "better-",
        "chart-",
        "rule-",
        "clock-",
        "pause-",
        "trackers-",
    ];
    for key in keys() {
        let constant = format!("word::{}", key.to_uppercase().replace('-', "_"));
        let said = [format!("\"{key}\""), format!("'{key}'"), constant];
        let used = said.iter().any(|s| code.contains(s.as_str()));
        assert!(
            used || made.iter().any(|m| key.starts_with(m)),
            "nothing says {key}"
        );
    }
}
