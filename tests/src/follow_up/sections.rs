//! A section that is not ticked leaves nothing of itself on the page, whatever else is ticked.

use super::person::two_months;
use commands::visit::export::{next_page, page_as_text};
use commands::visit::prepare::{change_visit, next};
use domain::visit::section;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use std::cell::RefCell;

/// Words and numbers of each section.
const WORDS: [(&str, &[&str]); 10] = [
    (section::ABOUT, &["born 3 May 1984", "recurrent depression"]),
    (
        section::MEDICINES,
        &["St John’s wort tea:", "taken 24 of 30"],
    ),
    (section::SCALES, &["PHQ-9", "question 9"]),
    (section::EFFECTS, &["Sweating a lot", "Feeling sick"]),
    (section::LIFE, &["father in hospital:drawn"]),
    (section::COURSES, &["rTMS:drawn"]),
    (section::CHANGES, &["5 Nov: father in hospital"]),
    ("mood", &["Mood"]),
    ("sleep", &["Asleep"]),
    ("exercise", &["Exercise"]),
];

/// Returns the text of the page, and the words of its picture.
fn everything(page: &report::VisitDocument) -> String {
    let lanes = page.picture.lanes.iter();
    let lanes = lanes.map(|lane| format!("{}:drawn {}", lane.name, lane.said));
    let rows = page.picture.rows.iter().map(|row| row.name.clone());
    let life = page.picture.life.iter();
    let life = life.map(|life| format!("{}:drawn", life.label));
    let drawn: Vec<String> = lanes.chain(rows).chain(life).collect();
    format!("{}\n{}", page_as_text(page), drawn.join("\n"))
}

#[test]
fn unticked_section_leaves_no_word_on_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let session = two_months(folder.path());
    let ticked = domain::Visit {
        born: "1984-05-03".into(),
        diagnosis: "recurrent depression, Dr Okafor".into(),
        ..next(&session).unwrap()
    };
    let session = RefCell::new(session);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let config = ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let subsets = prop_oneof![
        1 => Just(vec![false; WORDS.len()]),
        9 => prop::collection::vec(any::<bool>(), WORDS.len()),
    ];
    let holds = TestRunner::new_with_rng(config, rng).run(&subsets, |out| {
        let unticked = WORDS.iter().zip(&out).filter(|(_, out)| **out);
        let visit = domain::Visit {
            excluded: unticked.map(|((key, _), _)| (*key).to_owned()).collect(),
            ..ticked.clone()
        };
        let visit_is_thinned = !visit.excluded.is_empty();
        change_visit(&mut session.borrow_mut(), visit).unwrap();
        let page = everything(&next_page(&mut session.borrow_mut()).unwrap());
        for ((key, words), out) in WORDS.iter().zip(&out) {
            for word in *words {
                // What happened stands in two sections; with either one gone it may be gone.
                let stands = page.contains(word);
                prop_assert!(!(*out && stands), "{} of {}: {}", word, key, page);
                prop_assert!(stands || visit_is_thinned, "{} of {}: {}", word, key, page);
            }
        }
        Ok(())
    });
    if let Err(error) = holds {
        panic!("{error}");
    }
}
