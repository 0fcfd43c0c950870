//! A second record of a day adds to the first one and loses nothing of it.

use crate::common::{self, NOON, draft, n, session, t};
use commands::Session;
use commands::entries::record::record_all;
use domain::{Draft, Entry};

const DAY: &str = "2026-11-23";

fn noted(note: &str, values: &[(&str, domain::Answer)]) -> Draft {
    Draft {
        note: note.into(),
        ..draft("mood", DAY, values)
    }
}

fn all(open: &Session) -> Vec<Entry> {
    open.journal().all_entries().unwrap()
}

fn number(entry: &Entry, field: &str) -> Option<f64> {
    entry.values.get(field)?.first()?.number
}

/// Records the drafts one by one, and as one file into another journal. Returns the entries of
/// both, without what differs by nature.
fn both_ways(drafts: &[Draft]) -> [Vec<Entry>; 2] {
    [false, true].map(|at_once| {
        let folder = tempfile::tempdir().unwrap();
        let mut open = session(folder.path(), NOON);
        if at_once {
            let context = || open.entry_context().unwrap();
            let batch: Vec<_> = drafts.iter().map(|d| (d.clone(), context())).collect();
            record_all(&mut open, &batch).unwrap();
        } else {
            for draft in drafts {
                common::record(&mut open, draft).unwrap();
            }
        }
        let mut entries = all(&open);
        for entry in &mut entries {
            entry.uid = String::new();
        }
        entries
    })
}

#[test]
fn second_record_keeps_answers_it_does_not_name() {
    let first = noted("in the morning", &[("mood", n(4.0)), ("anxiety", n(7.0))]);
    let second = noted("", &[("energy", n(3.0)), ("mood", n(5.0))]);
    for entries in both_ways(&[first, second]) {
        assert_eq!(entries.len(), 1);
        let message = ["mood", "anxiety", "energy"].map(|field| number(&entries[0], field));
        assert_eq!(message, [Some(5.0), Some(7.0), Some(3.0)]);
        assert_eq!(entries[0].note, "in the morning");
    }
}

#[test]
fn second_note_stands_below_the_first() {
    let drafts = ["one", "two", "two"].map(|note| noted(note, &[("mood", n(4.0))]));
    for entries in both_ways(&drafts) {
        assert_eq!(entries[0].note, "one\ntwo");
    }
}

#[test]
fn empty_text_removes_an_answer() {
    let first = noted("", &[("mood", n(4.0)), ("anxiety", n(7.0))]);
    let second = noted("", &[("anxiety", t(""))]);
    for entries in both_ways(&[first, second]) {
        assert_eq!(number(&entries[0], "anxiety"), None);
        assert_eq!(number(&entries[0], "mood"), Some(4.0));
    }
}

#[test]
fn file_of_entries_equals_entries_one_by_one() {
    let another = Draft {
        another: true,
        ..noted("", &[("mood", n(8.0))])
    };
    let plain = noted("", &[("energy", n(3.0))]);
    let [one_by_one, at_once] = both_ways(&[another.clone(), plain, another]);
    assert_eq!(one_by_one, at_once);
    assert_eq!(one_by_one.len(), 2);
}

#[test]
fn answers_replace_the_quick_answer_of_a_night() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let forgotten = draft("sleep", DAY, &[("forgotten", t("yes"))]);
    common::record(&mut open, &forgotten).unwrap();
    common::record(&mut open, &draft("sleep", DAY, &[("quality", t("good"))])).unwrap();
    let entry = all(&open).remove(0);
    assert!(!entry.values.contains_key("forgotten") && entry.values.contains_key("quality"));
}

/// Two journals with one key: a journal and its copy on another computer.
#[test]
fn entry_of_a_day_is_the_same_on_two_computers() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    session(folder.path(), NOON).close().unwrap();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let from = file.unwrap().path();
        if from.is_file() {
            std::fs::copy(&from, other.path().join(from.file_name().unwrap())).unwrap();
        }
    }
    let [here, there] = [folder.path(), other.path()].map(|path| {
        let mut open = session(path, NOON);
        common::record(&mut open, &noted("", &[("mood", n(4.0))])).unwrap();
        let another = Draft {
            another: true,
            ..noted("", &[("mood", n(5.0))])
        };
        common::record(&mut open, &another).unwrap();
        all(&open).into_iter().map(|e| e.uid).collect::<Vec<_>>()
    });
    assert_eq!(here[0], there[0], "the entry of the day");
    assert_ne!(here[1], there[1], "a further one");
    let elsewhere = tempfile::tempdir().unwrap();
    let mut open = session(elsewhere.path(), NOON);
    common::record(&mut open, &noted("", &[("mood", n(4.0))])).unwrap();
    assert_ne!(all(&open)[0].uid, here[0], "another journal");
}

#[test]
fn removed_entry_stays_beside_its_successor() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(&mut open, &noted("first", &[("mood", n(4.0))])).unwrap();
    let first = all(&open)[0].uid.clone();
    commands::entries::record::remove_entry(&mut open, first.clone()).unwrap();
    common::record(&mut open, &noted("second", &[("mood", n(5.0))])).unwrap();
    assert_ne!(all(&open)[0].uid, first);
    let removed = commands::entries::trash::list_trash(&open).unwrap();
    assert_eq!(removed[0].note, "first", "it can still be brought back");
}
