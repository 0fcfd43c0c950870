//! Property test of undo and redo: any sequence of operations can be fully undone and redone.

use crate::kit::{self, NOON, a_day, draft, n, session};
use care::Draft;
use care::pause::{Pause, Why};
use care::tracker::Using;
use commands::bridge::Changed;
use commands::own::{Own, OwnField};
use commands::trackers::{TrackerChange, change_tracker};
use commands::{
    Session, back, backups, exchange, history, own, pauses, preferences, record, trackers, undo,
    visit,
};
use proptest::prelude::*;
use std::path::Path;

/// Returns all user-visible state: entries, trackers, custom definitions, pauses, preferences and
/// the visit.
fn state(open: &Session) -> String {
    let preference = |key: &str| open.journal().preference(key).unwrap();
    let trackers: Vec<_> = trackers::all(open)
        .unwrap()
        .into_iter()
        .map(|t| (t.definition.key, t.words, t.using, t.usual))
        .collect();
    format!(
        "{}{trackers:?}{:?}{:?}{:?}{:?}{:?}",
        exchange::csv_long(open, &exchange::Private::All).unwrap(),
        open.journal().own_definitions().unwrap(),
        pauses::pauses(open).unwrap(),
        preference("theme"),
        preference("day-starts"),
        visit::next(open).unwrap(),
    )
}

fn scale(name: &str) -> OwnField {
    OwnField {
        key: String::new(),
        name: name.into(),
        hint: String::new(),
        kind: "scale".into(),
        unit: String::new(),
        min: 0.0,
        max: 10.0,
        low: "none".into(),
        high: "all".into(),
        middle: "half".into(),
        options: Vec::new(),
        several: false,
        better: care::definition::Better::Higher,
        chart: Some(care::definition::ChartMark::Dots),
        day: care::definition::PerDay::Mean,
        extra: false,
    }
}

/// Writes `theirs.csv`, an export of another journal whose moods and walks the first one lacks.
fn theirs(folder: &Path) {
    let mut open = session(&folder.join("theirs"), NOON);
    for day in 10..14 {
        let day = format!("2026-10-{day}");
        kit::record(&mut open, &draft("mood", &day, &[("mood", n(5.0))])).unwrap();
        kit::record(&mut open, &draft("exercise", &day, &[("minutes", n(15.0))])).unwrap();
    }
    exchange::export_csv(&open, &folder.join("theirs.csv"), &exchange::Private::All).unwrap();
    open.close().unwrap();
}

/// Returns whether an operation changed anything. A no-op adds no undo step.
#[allow(clippy::needless_pass_by_value)]
fn is_act(changed: Changed) -> bool {
    changed.count > 0
}

/// Applies an operation on more than one entry: pause, custom tracker, visit, CSV import or
/// restored backup. Returns whether it changed anything.
fn wider(open: &mut Session, folder: &Path, kind: u8, value: u8) -> bool {
    match kind {
        12 => pauses::pauses(open).unwrap().first().is_some_and(|shown| {
            let longer = Pause {
                to: None,
                ..shown.pause.clone()
            };
            let to = value.is_multiple_of(2).then_some(longer);
            pauses::change_pause(open, Some(shown.uid.clone()), to).is_ok_and(is_act)
        }),
        13 => {
            let shown = trackers::all(open).unwrap();
            let Some(mine) = shown.iter().find(|t| t.editable) else {
                return false;
            };
            let mut asked = own::own_tracker(open, &mine.definition.key).unwrap();
            asked.fields.push(scale(&format!("More {value}")));
            own::keep_tracker(open, &asked).is_ok_and(is_act)
        }
        14 => {
            let text = std::fs::read_to_string(kit::root().join("assets/trackers/gratitude.toml"))
                .unwrap();
            let text = text.replace("key = \"gratitude\"", &format!("key = \"their-{value}\""));
            own::bring_tracker(open, "theirs.toml", &text).is_ok_and(is_act)
        }
        15 => {
            let mut next = visit::next(open).unwrap();
            next.points = vec![format!("point {value}")];
            visit::change_visit(open, &next).is_ok_and(is_act)
        }
        16 => exchange::import_csv(open, &folder.join("theirs.csv")).is_ok_and(is_act),
        _ => {
            let copies = backups::backups(open).unwrap().copies;
            let named = copies.first().map(|c| c.name.clone());
            named.is_some_and(|n| backups::restore_backup(open, &n).is_ok_and(is_act))
        }
    }
}

/// Applies one operation. Returns whether it changed anything.
fn act(open: &mut Session, kind: u8, back_days: u32, value: u8) -> bool {
    let day = format!("2026-11-{:02}", 23 - back_days);
    let entries = open.journal().all_entries().unwrap();
    let some = entries.get(usize::from(value) % entries.len().max(1));
    let uid = some.map(|e| e.uid.clone());
    let amount = f64::from(value);
    match (kind, uid) {
        (0, _) => kit::record(open, &draft("mood", &day, &[("mood", n(amount))])).is_ok_and(is_act),
        (1, _) => kit::record(
            open,
            &draft("exercise", &day, &[("minutes", n(amount + 1.0))]),
        )
        .is_ok_and(is_act),
        (2, Some(uid)) => record::remove_entry(open, &uid).is_ok_and(is_act),
        (3, Some(uid)) => {
            let tracker = some.unwrap().tracker.clone();
            let note = Draft {
                note: format!("note {value}"),
                ..draft(&tracker, &day, &[])
            };
            kit::amend(open, &uid, &note).is_ok_and(is_act)
        }
        (4, _) => {
            let another = Draft {
                another: true,
                at: Some("09:00".into()),
                ..draft("mood", &day, &[("mood", n(amount))])
            };
            kit::record(open, &another).is_ok_and(is_act)
        }
        (5, _) => back::same_as_before(open, &day).is_ok_and(is_act),
        (6, _) => {
            let change = TrackerChange {
                name: Some(format!("Walks {value}")),
                using: Some(if value.is_multiple_of(2) {
                    Using::Off
                } else {
                    Using::Asked
                }),
                usual: Some(vec!["minutes".into()]),
                before: Some("mood".into()),
            };
            change_tracker(open, "exercise", &change).is_ok_and(is_act)
        }
        (7, _) => {
            let made = Own {
                key: String::new(),
                title: format!("Garden {value}"),
                covers: care::Covers::Day,
                private: false,
                fields: vec![scale("Calm")],
            };
            own::keep_tracker(open, &made).is_ok_and(is_act)
        }
        (8, _) => {
            let from = day.parse().unwrap();
            let pause = Pause {
                why: Why::Rest,
                from,
                to: Some(from),
            };
            pauses::change_pause(open, None, Some(pause)).is_ok_and(is_act)
        }
        (9, Some(uid)) => {
            let past = history::history(open, &uid).unwrap();
            past.last()
                .is_some_and(|p| history::bring_back(open, &uid, p.revision).is_ok_and(is_act))
        }
        (10, _) => preferences::prefer(open, "day-starts", ["0", "240"][usize::from(value % 2)])
            .is_ok_and(is_act),
        (_, _) => preferences::prefer(open, "theme", ["light", "dark"][usize::from(value % 2)])
            .is_ok_and(is_act),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_sequence_can_be_fully_undone_and_redone(acts in prop::collection::vec((0u8..18, 0u32..5, 0u8..11), 1..24)) {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("j");
        let mut open = session(&place, NOON);
        for draft in a_day("2026-11-22") {
            kit::record(&mut open, &draft).unwrap();
        }
        theirs(folder.path());
        backups::back_up(&mut open).unwrap();
        let first = state(&open);
        let done = acts.into_iter().filter(|(kind, back, value)| match kind {
            0..12 => act(&mut open, *kind, *back, *value),
            _ => wider(&mut open, folder.path(), *kind, *value),
        }).count();
        let last = state(&open);
        for _ in 0..done { undo::undo(&mut open).unwrap(); }
        prop_assert_eq!(state(&open), first.clone());
        // Undo history is on disk: a restart must not change the state.
        open.close().unwrap();
        let mut open = session(&place, NOON);
        prop_assert_eq!(state(&open), first);
        for _ in 0..done { undo::redo(&mut open).unwrap(); }
        prop_assert_eq!(state(&open), last);
        prop_assert!(open.journal().check(open.shelf().all()).unwrap().is_empty());
    }
}

#[test]
fn same_answer_saved_again_adds_no_undo_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let mood = |answer: f64| draft("mood", "2026-11-23", &[("mood", n(answer))]);
    let uid = kit::record(&mut open, &mood(4.0)).unwrap().uid.unwrap();
    kit::record(&mut open, &mood(6.0)).unwrap();
    undo::undo(&mut open).unwrap();
    // Saves the stored answer (4) again through both commands. The first one also clears a draft.
    record::keep_draft(&mut open, "mood", &mood(4.0)).unwrap();
    let again = record::record_entry(&mut open, &mood(4.0), Some("mood")).unwrap();
    assert_eq!(again.uid.as_deref(), Some(uid.as_str()));
    assert!(again.said.starts_with("Saved"), "{}", again.said);
    assert_eq!(record::drafts(&open, open.today()).unwrap().len(), 0);
    kit::amend(&mut open, &uid, &mood(4.0)).unwrap();
    let answer = |open: &Session| {
        let entry = open.journal().entry(&uid).unwrap()?;
        entry.values["mood"][0].number
    };
    undo::redo(&mut open).unwrap();
    assert_eq!(answer(&open), Some(6.0), "what was taken back can be done");
    undo::undo(&mut open).unwrap();
    undo::undo(&mut open).unwrap();
    assert_eq!(answer(&open), None, "one step takes the one answer back");
}
