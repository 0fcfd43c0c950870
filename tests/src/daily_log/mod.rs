//! Daily log without a window: quick answers, catching up, pauses, drafts, several entries a day.

mod earlier_days;
mod planned_pauses;

use crate::common::{self, NOON, draft, n, session, t};
use commands::Session;
use commands::day::page::DayPage;
use commands::day::page::day_page;
use commands::entries::drafts;
use commands::entries::record;
use commands::failure::message;
use commands::figures::trends;
use commands::practices;
use commands::trackers;
use domain::Draft;

fn today_page(open: &Session) -> DayPage {
    day_page(open, None).unwrap()
}

#[test]
fn quick_answer_replaces_earlier_one_of_same_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let taps: Vec<_> = trackers::all(&open)
        .unwrap()
        .into_iter()
        .filter(|t| t.definition.quick_answer.is_some() && t.definition.fields.len() == 1)
        .collect();
    assert_eq!(
        taps.len(),
        1,
        "one tracker is answered by a tap and nothing else"
    );
    let (key, field) = (
        &taps[0].definition.key,
        taps[0].definition.quick_answer.clone().unwrap(),
    );
    for option in ["cant", "in-bed"] {
        common::record(&mut open, &draft(key, "2026-11-23", &[(&field, t(option))])).unwrap();
    }
    let shown = &today_page(&open).entries[key];
    assert_eq!(shown.len(), 1, "one a day");
    assert_eq!(shown[0].parts, ["In bed today"], "kept as what it is");
}

#[test]
fn low_mood_requests_shorter_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    for (mood, low) in [(2.0, true), (3.0, false), (0.0, true)] {
        common::record(
            &mut open,
            &draft("mood", "2026-11-23", &[("mood", n(mood))]),
        )
        .unwrap();
        assert_eq!(today_page(&open).low, low, "mood {mood}");
    }
}

#[test]
fn draft_survives_crash_and_becomes_one_entry() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("j");
    let mut open = session(&place, NOON);
    let half = Draft {
        note: "The lamp in the ha".into(),
        zone: Some("Europe/Berlin".into()),
        ..draft("mood", "2026-11-23", &[("mood", t("half an answ"))])
    };
    drafts::save_draft(&mut open, "mood 2026-11-23 new".into(), half.clone()).unwrap();
    // Dropped without `close`, as if the process were killed.
    drop(open);
    let mut open = session(&place, NOON);
    let drafts = today_page(&open).drafts;
    assert_eq!(
        drafts["mood 2026-11-23 new"], half,
        "as it was typed, right or not"
    );
    assert!(today_page(&open).undo.is_none(), "typing is no act");
    let whole = Draft {
        note: "The lamp in the hall".into(),
        ..draft("mood", "2026-11-23", &[("mood", n(4.0))])
    };
    record::record_entry(&mut open, whole.clone(), Some("mood 2026-11-23 new".into())).unwrap();
    assert!(
        today_page(&open).drafts.is_empty(),
        "gone with the same transaction"
    );
    assert_eq!(today_page(&open).entries["mood"].len(), 1, "recorded once");
    assert!(
        day_page(&open, Some("2026-11-22".into()))
            .unwrap()
            .drafts
            .is_empty(),
        "of its own day only"
    );
}

#[test]
fn additional_entry_keeps_time_and_states_daily_rule() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(2.0))])).unwrap();
    let another = Draft {
        another: true,
        at: Some("11:30".into()),
        ..draft("mood", "2026-11-23", &[("mood", n(6.0))])
    };
    common::record(&mut open, &another).unwrap();
    let moods = &today_page(&open).entries["mood"];
    assert_eq!(moods.len(), 2, "both are there");
    assert_eq!(
        moods[0].at_text, "11:30",
        "with its time, which was before the other was written"
    );
    common::record(&mut open, &draft("mood", "2026-11-23", &[("mood", n(3.0))])).unwrap();
    assert_eq!(
        today_page(&open).entries["mood"].len(),
        2,
        "answering again does not add one by itself"
    );
    let lines = trends::trends(&open, "30".into(), false).unwrap().panels[0]
        .lines
        .join("; ");
    assert!(lines.contains("of each day"), "the rule is stated: {lines}");
}

#[test]
fn overlong_note_is_rejected_and_kept_as_draft() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let long = Draft {
        note: "\u{1f327}x".repeat(250_000),
        ..draft("mood", "2026-11-23", &[("mood", n(3.0))])
    };
    let error = common::record(&mut open, &long).unwrap_err();
    let shown_text = message::localize(&error, &open).message;
    assert_eq!(
        shown_text, "Shorten it to 20000 characters at most.",
        "one sentence, how to mend it"
    );
    drafts::save_draft(&mut open, "mood 2026-11-23 new".into(), long.clone()).unwrap();
    assert_eq!(
        today_page(&open).drafts["mood 2026-11-23 new"].note,
        long.note,
        "what was typed stays"
    );
    assert!(
        today_page(&open).entries.is_empty(),
        "and nothing was recorded"
    );
}

#[test]
fn future_time_is_rejected_except_for_plans() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let at = |time: &str| Draft {
        at: Some(time.into()),
        ..draft("exercise", "2026-11-23", &[("minutes", n(20.0))])
    };
    let error = common::record(&mut open, &at("23:59")).unwrap_err();
    let shown_text = message::localize(&error, &open).message;
    assert!(
        shown_text.contains("This time has not come yet."),
        "{shown_text}"
    );
    assert!(open.journal().all_entries().unwrap().is_empty());
    common::record(&mut open, &at("12:10")).unwrap();
    let plan = Draft {
        at: Some("23:00".into()),
        ..draft("small-plan", "2026-11-23", &[("what", t("a walk"))])
    };
    common::record(&mut open, &plan).unwrap();
}

#[test]
fn practice_timing_is_remembered_and_validated() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let breath = |open: &Session| {
        let all = practices::practices(open).unwrap();
        let found = all
            .into_iter()
            .find(|p| p.drawing == practices::Drawing::Breath)
            .unwrap();
        (
            found.minutes,
            found.steps.iter().map(|s| s.seconds).collect::<Vec<_>>(),
        )
    };
    assert_eq!(breath(&open), (5, vec![4, 6]), "as it comes");
    practices::set_practice_timing(&mut open, "breathing".into(), 3, [5, 7].to_vec()).unwrap();
    assert_eq!(breath(&open), (3, vec![5, 7]), "as it was last");
    assert!(
        today_page(&open).undo.is_none(),
        "which is no act to take back"
    );
    for (minutes, seconds) in [
        (0, vec![5, 7]),
        (3, vec![5]),
        (3, vec![1, 7]),
        (601, vec![5, 7]),
    ] {
        practices::set_practice_timing(&mut open, "breathing".into(), minutes, seconds)
            .unwrap_err();
    }
    practices::set_practice_timing(&mut open, "flying".into(), 3, [].to_vec()).unwrap_err();
    assert_eq!(breath(&open), (3, vec![5, 7]), "and nothing changed");
}
