//! Property test of undo and redo: any sequence of operations can be fully undone and redone.

use crate::common::{self, NOON, a_day, draft, n, session};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::backup;
use commands::backup::restore;
use commands::changed::Changed;
use commands::entries::copy_previous;
use commands::entries::drafts;
use commands::entries::history;
use commands::entries::record;
use commands::pauses;
use commands::trackers;
use commands::trackers::TrackerChange;
use commands::trackers::builder;
use commands::trackers::builder::form::FieldForm;
use commands::trackers::builder::form::TrackerForm;
use commands::trackers::change_tracker;
use commands::trackers::transfer;
use commands::transfer::csv_export;
use commands::transfer::csv_import;
use commands::visit::prepare;
use domain::Draft;
use domain::pause::{Pause, PauseReason};
use domain::tracker::TrackerStatus;
use proptest::prelude::*;
use std::path::Path;

/// Returns all user-visible state: entries, trackers, custom definitions, pauses, preferences and
/// the visit.
fn state(open: &Session) -> String {
    let preference = |key: &str| open.journal().preference(key).unwrap();
    let trackers: Vec<_> = trackers::all(open)
        .unwrap()
        .into_iter()
        .map(|t| (t.definition.key, t.labels, t.status, t.usual))
        .collect();
    format!(
        "{}{trackers:?}{:?}{:?}{:?}{:?}{:?}",
        csv_export::csv_long(open, &csv_export::PrivateData::All).unwrap(),
        open.journal().custom_definitions().unwrap(),
        pauses::pauses(open).unwrap(),
        preference("theme"),
        preference("day-starts"),
        prepare::next(open).unwrap(),
    )
}

fn scale(name: &str) -> FieldForm {
    FieldForm {
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
        direction: domain::definition::Direction::Higher,
        chart: Some(domain::definition::ChartMark::Dots),
        aggregate: domain::definition::DayAggregate::Mean,
        optional: false,
    }
}

/// Writes `theirs.csv`, an export of another journal whose moods and walks the first one lacks.
fn theirs(folder: &Path) {
    let mut open = session(&folder.join("theirs"), NOON);
    for day in 10..14 {
        let day = format!("2026-10-{day}");
        common::record(&mut open, &draft("mood", &day, &[("mood", n(5.0))])).unwrap();
        common::record(&mut open, &draft("exercise", &day, &[("minutes", n(15.0))])).unwrap();
    }
    csv_export::export_csv(
        &open,
        &folder.join("theirs.csv"),
        &csv_export::PrivateData::All,
    )
    .unwrap();
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
            pauses::save_pause(open, Some(shown.uid.clone()), to).is_ok_and(is_act)
        }),
        13 => {
            let shown = trackers::all(open).unwrap();
            let Some(mine) = shown.iter().find(|t| t.editable) else {
                return false;
            };
            let mut asked = builder::tracker_form(open, mine.definition.key.clone()).unwrap();
            asked.fields.push(scale(&format!("More {value}")));
            builder::save_tracker(open, asked.clone()).is_ok_and(is_act)
        }
        14 => {
            let text =
                std::fs::read_to_string(common::root().join("assets/trackers/gratitude.toml"))
                    .unwrap();
            let text = text.replace("key = \"gratitude\"", &format!("key = \"their-{value}\""));
            transfer::import_tracker(open, "theirs.toml".into(), text.clone()).is_ok_and(is_act)
        }
        15 => {
            let mut next = prepare::next(open).unwrap();
            next.points = vec![format!("point {value}")];
            prepare::change_visit(open, next.clone()).is_ok_and(is_act)
        }
        16 => csv_import::import_csv(open, &folder.join("theirs.csv"), None).is_ok_and(is_act),
        _ => {
            let copies = backup::backups(open).unwrap().backups;
            let named = copies.first().map(|c| c.folder_name.clone());
            named.is_some_and(|n| restore::restore_backup(open, n.clone()).is_ok_and(is_act))
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
        (0, _) => {
            common::record(open, &draft("mood", &day, &[("mood", n(amount))])).is_ok_and(is_act)
        }
        (1, _) => common::record(
            open,
            &draft("exercise", &day, &[("minutes", n(amount + 1.0))]),
        )
        .is_ok_and(is_act),
        (2, Some(uid)) => record::remove_entry(open, uid.clone()).is_ok_and(is_act),
        (3, Some(uid)) => {
            let tracker = some.unwrap().tracker.clone();
            let note = Draft {
                note: format!("note {value}"),
                ..draft(&tracker, &day, &[])
            };
            common::amend(open, &uid, &note).is_ok_and(is_act)
        }
        (4, _) => {
            let another = Draft {
                another: true,
                at: Some("09:00".into()),
                ..draft("mood", &day, &[("mood", n(amount))])
            };
            common::record(open, &another).is_ok_and(is_act)
        }
        (5, _) => copy_previous::copy_previous_day(open, day.clone()).is_ok_and(is_act),
        (6, _) => {
            let change = TrackerChange {
                name: Some(format!("Walks {value}")),
                status: Some(if value.is_multiple_of(2) {
                    TrackerStatus::Disabled
                } else {
                    TrackerStatus::Active
                }),
                usual: Some(vec!["minutes".into()]),
                before: Some("mood".into()),
            };
            change_tracker(open, "exercise".into(), change.clone()).is_ok_and(is_act)
        }
        (7, _) => {
            let made = TrackerForm {
                key: String::new(),
                title: format!("Garden {value}"),
                covers: domain::Covers::Day,
                private: false,
                fields: vec![scale("Calm")],
            };
            builder::save_tracker(open, made.clone()).is_ok_and(is_act)
        }
        (8, _) => {
            let from = day.parse().unwrap();
            let pause = Pause {
                reason: PauseReason::Rest,
                from,
                to: Some(from),
            };
            pauses::save_pause(open, None, Some(pause)).is_ok_and(is_act)
        }
        (9, Some(uid)) => {
            let past = history::entry_history(open, uid.clone()).unwrap();
            past.last().is_some_and(|p| {
                history::restore_version(open, uid.clone(), p.revision).is_ok_and(is_act)
            })
        }
        (10, _) => preferences::set_preference(
            open,
            "day-starts".into(),
            ["0", "240"][usize::from(value % 2)].into(),
        )
        .is_ok_and(is_act),
        (_, _) => preferences::set_preference(
            open,
            "theme".into(),
            ["light", "dark"][usize::from(value % 2)].into(),
        )
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
            common::record(&mut open, &draft).unwrap();
        }
        theirs(folder.path());
        backup::create_backup(&mut open).unwrap();
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
        prop_assert!(open.journal().check(open.definitions().all(), commands::clock::zones()).unwrap().is_empty());
    }
}

#[test]
fn same_answer_saved_again_adds_no_undo_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let mood = |answer: f64| draft("mood", "2026-11-23", &[("mood", n(answer))]);
    let uid = common::record(&mut open, &mood(4.0)).unwrap().uid.unwrap();
    common::record(&mut open, &mood(6.0)).unwrap();
    undo::undo(&mut open).unwrap();
    // Saves the stored answer (4) again through both commands. The first one also clears a draft.
    drafts::save_draft(&mut open, "mood".into(), mood(4.0).clone()).unwrap();
    let again = record::record_entry(&mut open, mood(4.0).clone(), Some("mood".into())).unwrap();
    assert_eq!(again.uid.as_deref(), Some(uid.as_str()));
    assert!(again.message.starts_with("Saved"), "{}", again.message);
    assert_eq!(drafts::drafts(&open, open.today()).unwrap().len(), 0);
    common::amend(&mut open, &uid, &mood(4.0)).unwrap();
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
