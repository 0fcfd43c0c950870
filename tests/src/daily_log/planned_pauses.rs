//! Planned pauses.

use super::today_page;
use crate::common::{self, NOON, draft, n, options, session};
use commands::app::undo;
use commands::failure::message;
use commands::figures::trends;
use commands::pauses;
use domain::pause::{Pause, PauseReason};

#[test]
fn pause_is_charted_and_invalid_range_is_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let pause = |from: &str, to: Option<&str>| Pause {
        reason: PauseReason::Hospital,
        from: from.parse().unwrap(),
        to: to.map(|day| day.parse().unwrap()),
    };
    let made = pauses::save_pause(
        &mut open,
        None,
        Some(pause("2026-11-10", Some("2026-11-20"))),
    )
    .unwrap();
    let trends = trends::trends(&open, "30".into(), false).unwrap();
    let figure = &trends.panels[0].figure;
    assert_eq!(figure.pauses.len(), 1, "drawn");
    assert_eq!(figure.pauses[0].label, "In hospital", "and named");
    let hatched = figure
        .gaps
        .iter()
        .any(|gap| gap.from <= 20.0 && gap.to >= 20.0);
    assert!(!hatched, "no day of it is hatched: {:?}", figure.gaps);
    let before = trends::trends(&open, "30".into(), false).unwrap();
    let clash = pauses::save_pause(&mut open, None, Some(pause("2026-11-20", None))).unwrap_err();
    assert_eq!(
        message::localize(&clash, &open).message,
        "Another pause covers some of these days. Change that one, or choose other days.",
        "two at once can't be"
    );
    let backwards = pauses::save_pause(
        &mut open,
        made.uid.clone(),
        Some(pause("2026-11-20", Some("2026-11-01"))),
    )
    .unwrap_err();
    assert!(
        message::localize(&backwards, &open)
            .message
            .contains("before the first"),
        "nor backwards"
    );
    assert_eq!(
        trends::trends(&open, "30".into(), false).unwrap(),
        before,
        "nothing changed"
    );
    let open_end = pause("2026-11-10", None);
    pauses::save_pause(&mut open, made.uid, Some(open_end)).unwrap();
    assert_eq!(
        today_page(&open).pause.map(|p| p.text).as_deref(),
        Some("In hospital, since 10 Nov 2026"),
        "an open one covers today"
    );
    assert!(
        today_page(&open).catch_up.is_empty(),
        "nobody is greeted for it"
    );
}

#[test]
fn paused_days_are_not_offered_for_catch_up() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-14T18:00:00Z Europe/Berlin");
    common::record(&mut open, &draft("mood", "2026-11-14", &[("mood", n(5.0))])).unwrap();
    open.set_clock(options(folder.path(), NOON).clock);
    assert_eq!(
        today_page(&open).catch_up.len(),
        3,
        "three days are offered"
    );
    let hospital = |to: &str| Pause {
        reason: PauseReason::Hospital,
        from: "2026-11-15".parse().unwrap(),
        to: Some(to.parse().unwrap()),
    };
    let uid = pauses::save_pause(&mut open, None, Some(hospital("2026-11-21")))
        .unwrap()
        .uid;
    let offered = today_page(&open).catch_up;
    assert_eq!(offered.len(), 1, "only the day after it: {offered:?}");
    pauses::save_pause(&mut open, uid, Some(hospital("2026-11-22"))).unwrap();
    assert!(
        today_page(&open).catch_up.is_empty(),
        "it lasted until yesterday"
    );
}

#[test]
fn pause_in_implausible_year_is_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let pause = Pause {
        reason: PauseReason::Rest,
        from: "0026-12-24".parse().unwrap(),
        to: None,
    };
    let error = pauses::save_pause(&mut open, None, Some(pause)).unwrap_err();
    assert_eq!(
        crate::tracker_builder::shown_text(&open, &error),
        "Type the day like 2026-11-23."
    );
    let near = today_page(&open).nearby_days;
    assert_eq!(near.len(), 4, "today and the three days before: {near:?}");
}

#[test]
fn suggested_pause_can_be_saved_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-18T12:00:00Z Europe/Berlin");
    common::record(&mut open, &draft("mood", "2026-11-18", &[("mood", n(4.0))])).unwrap();
    assert_eq!(today_page(&open).suggested_pause, None, "nobody was away");
    open.set_clock(options(folder.path(), NOON).clock);
    let away = today_page(&open).suggested_pause.unwrap();
    assert_eq!(away.ask, "Or was it a pause, 19 Nov 2026 to 22 Nov 2026?");
    let shown_text = Pause {
        reason: PauseReason::Hospital,
        from: away.from.parse().unwrap(),
        to: Some(away.to.parse().unwrap()),
    };
    pauses::save_pause(&mut open, None, Some(shown_text)).unwrap();
    let page = today_page(&open);
    assert!(page.pause.is_none(), "today is not part of it");
    assert!(
        page.catch_up.is_empty() && page.suggested_pause.is_none(),
        "nothing is offered"
    );
    undo::undo(&mut open).unwrap();
    let page = today_page(&open);
    assert!(
        page.catch_up.len() == 3 && page.suggested_pause.is_some(),
        "taken back"
    );
}
