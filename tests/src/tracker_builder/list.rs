//! The list of trackers: names, order, archive.

use crate::common::{self, NOON, draft, n, options, session, t};
use commands::Session;
use commands::day::page::day_page;
use commands::figures::trends;
use commands::trackers;
use commands::trackers::TrackerChange;
use commands::trackers::change_tracker;
use domain::tracker::TrackerStatus;

#[test]
fn trackers_can_be_renamed_reordered_and_archived() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(
        &mut open,
        &draft(
            "exercise",
            "2026-11-23",
            &[("kind", t("walk")), ("minutes", n(5.0))],
        ),
    )
    .unwrap();
    let change = |part: TrackerChange| part;
    change_tracker(
        &mut open,
        "exercise".into(),
        change(TrackerChange {
            name: Some("Bewegung".into()),
            before: Some("mood".into()),
            ..TrackerChange::default()
        })
        .clone(),
    )
    .unwrap();
    let all = trackers::all(&open).unwrap();
    assert_eq!(
        (
            all[0].definition.key.as_str(),
            all[0].labels.get_or_key("title")
        ),
        ("exercise", "Bewegung"),
        "first and by its new name"
    );
    assert_eq!(
        trends::trends(&open, "30".into(), false).unwrap().panels[0].title,
        "Bewegung",
        "on every page"
    );
    change_tracker(
        &mut open,
        "exercise".into(),
        TrackerChange {
            status: Some(TrackerStatus::Archived),
            ..TrackerChange::default()
        }
        .clone(),
    )
    .unwrap();
    let shown = day_page(&open, None).unwrap();
    assert_eq!(
        shown.entries["exercise"].len(),
        1,
        "what was recorded stays on its day"
    );
    assert!(
        trends::trends(&open, "30".into(), true)
            .unwrap()
            .panels
            .iter()
            .all(|p| p.tracker != "exercise"),
        "it is drawn no more"
    );
    change_tracker(
        &mut open,
        "exercise".into(),
        TrackerChange {
            name: Some(" ".into()),
            status: Some(TrackerStatus::Active),
            ..TrackerChange::default()
        }
        .clone(),
    )
    .unwrap();
    assert_eq!(
        trackers::all(&open).unwrap()[0].labels.get_or_key("title"),
        "Exercise",
        "its own name again"
    );
    let long = TrackerChange {
        name: Some("x".repeat(61)),
        ..TrackerChange::default()
    };
    assert!(
        change_tracker(&mut open, "exercise".into(), long.clone()).is_err(),
        "a name is a name, not a page"
    );
    let only = |open: &Session| {
        trackers::all(open)
            .unwrap()
            .into_iter()
            .find(|t| t.definition.key == "exercise")
            .unwrap()
            .usual
    };
    change_tracker(
        &mut open,
        "exercise".into(),
        TrackerChange {
            usual: Some(vec!["minutes".into(), "nonsense".into()]),
            ..TrackerChange::default()
        }
        .clone(),
    )
    .unwrap();
    assert_eq!(
        only(&open),
        ["minutes"],
        "the usual length holds what the person chose and what there is"
    );
}

#[test]
fn optional_trackers_are_disabled_by_default() {
    let folder = tempfile::tempdir().unwrap();
    let open = session(folder.path(), NOON);
    let off: Vec<String> = trackers::all(&open)
        .unwrap()
        .into_iter()
        .filter(|t| t.status == TrackerStatus::Disabled)
        .map(|t| t.definition.key)
        .collect();
    for key in [
        "pain",
        "weight",
        "menstruation",
        "screen-time",
        "sunlight",
        "gratitude",
        "valued-step",
        "interpersonal-event",
        "diary-card",
    ] {
        assert!(off.contains(&key.to_owned()), "{key} is there and off");
    }
    let _ = options(folder.path(), NOON);
}
