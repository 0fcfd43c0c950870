//! Words: banned ones, gone ones, unused messages.

use crate::common;
use commands::locale::languages;
use commands::locale::message_ids;

/// Words and phrases banned from the interface in every language. A single word matches only as a
/// whole word; a phrase matches anywhere.
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
    "racha",
    "fallaste",
    "fallado",
    "fracaso",
    "cumplimiento",
    "adherencia",
    "adecuado",
    "riesgo",
    "debes",
    "deberías",
    "tienes que",
    // About suicide: no crime, no verdict on the act, no reproach, no false cheer.
    "successful",
    "attempt",
    "attention-seeking",
    "for attention",
    "you must",
    "risk level",
    "at risk",
    "cheer up",
    "intento",
    "llamar la atención",
    "nivel de riesgo",
    "anímate",
    // What a medical device would say.
    "you have depression",
    "you don’t have depression",
    "tienes depresión",
    "no tienes depresión",
    "relapse",
    "recaída",
    "is working",
    "isn’t working",
    "está funcionando",
    "no funciona",
    "clinically proven",
    "increase your dose",
    "aumenta la dosis",
];

#[test]
fn banned_words_and_exclamation_marks_are_absent() {
    let trackers = std::fs::read_dir(common::root().join("assets/trackers")).unwrap();
    let words = languages()
        .into_iter()
        .flat_map(|l| std::fs::read_dir(common::root().join("assets/locales").join(l)).unwrap());
    let practices = std::fs::read_dir(common::root().join("assets/practices")).unwrap();
    let scales = std::fs::read_dir(common::root().join("assets/questionnaires")).unwrap();
    let tools = std::fs::read_dir(common::root().join("assets/tools")).unwrap();
    for file in trackers
        .chain(tools)
        .chain(scales)
        .chain(words)
        .chain(practices)
        .map(|f| f.unwrap().path())
    {
        let text = std::fs::read_to_string(&file).unwrap();
        for (nth, line) in text
            .lines()
            .enumerate()
            // The items of a questionnaire are quoted as they are.
            .filter(|(_, l)| !l.starts_with('#') && !l.starts_with('q'))
        {
            let message = line
                .split_once(" = ")
                .map_or(line, |(_, message)| message)
                .to_lowercase();
            let words: Vec<&str> = message.split(|c: char| !c.is_alphabetic()).collect();
            for never in NEVER {
                let found = if never.contains(' ') {
                    message.contains(never)
                } else {
                    words.contains(never)
                };
                assert!(!found, "{}:{} says “{never}”", file.display(), nth + 1);
            }
            assert!(
                !message.contains('!'),
                "{}:{} has an exclamation mark",
                file.display(),
                nth + 1
            );
        }
    }
}

/// An unused message would still have to be translated.
#[test]
fn every_message_is_used() {
    let root = common::root();
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
            } else if name != "message-ids.ts"
                && [".rs", ".ts", ".svelte"].iter().any(|e| name.ends_with(e))
            {
                code.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    // Keys with these prefixes are assembled at run time.
    let made = [
        "month-",
        "short-",
        "weekday-",
        "place-",
        "support-tab-",
        "lock-support-",
        "treatment-tab-",
        "plan-kind-",
        "visit-preset-",
        "effect-",
        "urgent-",
        "soon-",
        "trends-tab-",
        "trends-view-",
        "pattern-first-",
        "pattern-then-",
        "timeline-",
        "life-kind-",
        "trial-kind-",
        "trials-kind-",
        "dose-",
        "length-",
        "span-",
        "theme-",
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
    let mut unused = Vec::new();
    for key in message_ids() {
        let constant = key.to_uppercase().replace('-', "_");
        let message = [format!("\"{key}\""), format!("'{key}'")];
        let used = message.iter().any(|s| code.contains(s.as_str()))
            || code
                .split(|c: char| c != '_' && !c.is_ascii_alphanumeric())
                .any(|w| w == constant);
        if !used && !made.iter().any(|m| key.starts_with(m)) {
            unused.push(key);
        }
    }
    assert!(unused.is_empty(), "nothing says {unused:?}");
}

/// Words that gave way to their standard names, by language.
const GONE: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "mostly",
            "too few for a middle",
            "Keep it in the journal",
            "without keeping",
            "Moved",
            "Ate",
            "copies kept elsewhere",
            "copy of your journal",
            "streak",
            "missed",
            "compliance",
            "must",
        ],
    ),
    (
        "es",
        &[
            "valor central",
            "sobre todo entre",
            "Guardarlo",
            "Movimiento",
            "Noche",
        ],
    ),
];

#[test]
fn words_that_are_gone_occur_in_no_text() {
    let root = common::root().join("assets");
    for (language, words) in GONE {
        let mut texts: Vec<String> = Vec::new();
        for file in std::fs::read_dir(root.join("locales").join(language)).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            texts.extend(
                text.lines()
                    .filter_map(|l| Some(l.split_once('=')?.1.to_owned())),
            );
        }
        for file in std::fs::read_dir(root.join("trackers")).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|e| e == "toml") {
                let text = std::fs::read_to_string(path).unwrap();
                let table: toml::Table = text.parse().unwrap();
                let labels = table["labels"][language].as_table().unwrap();
                texts.extend(labels.values().map(|v| v.as_str().unwrap().to_owned()));
            }
        }
        for text in texts {
            for word in *words {
                let found = format!(" {text} ")
                    .split(|c: char| !c.is_alphanumeric() && c != ' ')
                    .any(|part| format!(" {part} ").contains(&format!(" {word} ")));
                assert!(!found, "“{word}” in {language}: {text}");
            }
        }
    }
}
