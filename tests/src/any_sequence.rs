//! Whatever is done, in whatever order: taking it all back gives the first export and doing it again the last.

use crate::kit::{self, NOON, a_day, draft, n, session};
use care::Draft;
use care::pause::{Pause, Why};
use care::tracker::Using;
use commands::own::{Own, OwnField};
use commands::trackers::{TrackerChange, change_tracker};
use commands::{
    Session, back, exchange, history, own, pauses, preferences, record, trackers, undo,
};
use proptest::prelude::*;

/// Everything a person could tell apart: entries, trackers, their own definitions, pauses, preferences.
fn state(open: &Session) -> String {
    let preference = |key: &str| open.journal().preference(key).unwrap();
    let trackers: Vec<_> = trackers::all(open)
        .unwrap()
        .into_iter()
        .map(|t| (t.definition.key, t.words, t.using, t.usual))
        .collect();
    format!(
        "{}{trackers:?}{:?}{:?}{:?}{:?}",
        exchange::csv_long(open, &exchange::Private::All).unwrap(),
        open.journal().own_definitions().unwrap(),
        pauses::pauses(open).unwrap(),
        preference("theme"),
        preference("day-starts"),
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
        options: Vec::new(),
        several: false,
        better: care::definition::Better::Higher,
        chart: Some(care::definition::ChartMark::Dots),
        day: care::definition::PerDay::Mean,
        extra: false,
    }
}

/// Does one act; tells whether it was one.
fn act(open: &mut Session, kind: u8, back_days: u32, value: u8) -> bool {
    let day = format!("2026-11-{:02}", 23 - back_days);
    let entries = open.journal().all_entries().unwrap();
    let some = entries.get(usize::from(value) % entries.len().max(1));
    let uid = some.map(|e| e.uid.clone());
    let amount = f64::from(value);
    match (kind, uid) {
        (0, _) => kit::record(open, &draft("mood", &day, &[("mood", n(amount))])).is_ok(),
        (1, _) => kit::record(
            open,
            &draft("exercise", &day, &[("minutes", n(amount + 1.0))]),
        )
        .is_ok(),
        (2, Some(uid)) => record::remove_entry(open, &uid).is_ok(),
        (3, Some(uid)) => {
            let tracker = some.unwrap().tracker.clone();
            let note = Draft {
                note: format!("note {value}"),
                ..draft(&tracker, &day, &[])
            };
            kit::amend(open, &uid, &note).is_ok()
        }
        (4, _) => {
            let another = Draft {
                another: true,
                at: Some("09:00".into()),
                ..draft("mood", &day, &[("mood", n(amount))])
            };
            kit::record(open, &another).is_ok()
        }
        (5, _) => back::same_as_before(open, &day).is_ok(),
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
            change_tracker(open, "exercise", &change).is_ok()
        }
        (7, _) => {
            let made = Own {
                key: String::new(),
                title: format!("Garden {value}"),
                covers: care::Covers::Day,
                private: false,
                fields: vec![scale("Calm")],
            };
            own::keep_tracker(open, &made).is_ok()
        }
        (8, _) => {
            let from = day.parse().unwrap();
            let pause = Pause {
                why: Why::Rest,
                from,
                to: Some(from),
            };
            pauses::change_pause(open, None, Some(pause)).is_ok()
        }
        (9, Some(uid)) => {
            let past = history::history(open, &uid).unwrap();
            past.last()
                .is_some_and(|p| history::bring_back(open, &uid, p.revision).is_ok())
        }
        (10, _) => {
            preferences::prefer(open, "day-starts", ["0", "240"][usize::from(value % 2)]).is_ok()
        }
        (_, _) => {
            preferences::prefer(open, "theme", ["light", "dark"][usize::from(value % 2)]).is_ok()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn undone_gives_the_first_export_and_redone_the_last(acts in prop::collection::vec((0u8..12, 0u32..5, 0u8..11), 1..24)) {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("j");
        let mut open = session(&place, NOON);
        for draft in a_day("2026-11-22") {
            kit::record(&mut open, &draft).unwrap();
        }
        let first = state(&open);
        let done = acts.into_iter().filter(|(kind, back, value)| act(&mut open, *kind, *back, *value)).count();
        let last = state(&open);
        for _ in 0..done { undo::undo(&mut open).unwrap(); }
        prop_assert_eq!(state(&open), first.clone());
        // The journal is the same after a restart: nothing of this lives in memory.
        open.close().unwrap();
        let mut open = session(&place, NOON);
        prop_assert_eq!(state(&open), first);
        for _ in 0..done { undo::redo(&mut open).unwrap(); }
        prop_assert_eq!(state(&open), last);
        prop_assert!(open.journal().check(open.shelf().all()).unwrap().is_empty());
    }
}
