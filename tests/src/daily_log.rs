//! Daily log without a window: quick answers, catching up, pauses, drafts, several entries a day.

use crate::common::{self, NOON, draft, n, options, session, t};
use commands::Session;
use commands::app::preferences;
use commands::app::undo;
use commands::day::page::DayPage;
use commands::day::page::day_page;
use commands::entries::copy_previous;
use commands::entries::drafts;
use commands::entries::record;
use commands::failure::message;
use commands::figures::trends;
use commands::pauses;
use commands::practices;
use commands::trackers;
use domain::pause::{Pause, PauseReason};
use domain::{Answer, Draft};

fn today_page(open: &Session) -> DayPage {
    day_page(open, None).unwrap()
}

#[test]
fn last_three_empty_days_are_offered_and_marked_late() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), "2026-11-19T18:00:00Z Europe/Berlin");
    common::record(&mut open, &draft("mood", "2026-11-19", &[("mood", n(5.0))])).unwrap();
    assert!(
        today_page(&open).catch_up.is_empty(),
        "nothing is offered on the day itself"
    );
    open.set_clock(options(folder.path(), NOON).clock);
    let offered: Vec<String> = today_page(&open)
        .catch_up
        .into_iter()
        .map(|d| d.day)
        .collect();
    assert_eq!(
        offered,
        ["2026-11-20", "2026-11-21", "2026-11-22"],
        "the three days there is nothing of"
    );
    for (nth, day) in offered.iter().enumerate() {
        assert_eq!(
            today_page(&open).catch_up.len(),
            3 - nth,
            "one fewer with each tap"
        );
        common::record(&mut open, &draft("mood", day, &[("mood", n(3.0))])).unwrap();
    }
    assert!(today_page(&open).catch_up.is_empty(), "all three are there");
    for day in &offered {
        let shown = &day_page(&open, Some(day.clone())).unwrap().entries["mood"][0];
        assert_eq!(shown.late_label, "written 23 Nov", "{day} shows as late");
    }
    let shown_text = serde_json::to_string(&today_page(&open)).unwrap();
    assert!(
        !shown_text.contains("3 days"),
        "nothing counts what was not there: {shown_text}"
    );
}

#[test]
fn late_days_are_excluded_from_patterns_by_default() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    for (nth, day) in (10..=20).enumerate() {
        let clock = format!("2026-11-{day}T18:00:00Z Europe/Berlin");
        open.set_clock(options(folder.path(), &clock).clock);
        let mood = n(4.0 + (nth % 2) as f64);
        common::record(
            &mut open,
            &draft("mood", &format!("2026-11-{day}"), &[("mood", mood)]),
        )
        .unwrap();
    }
    open.set_clock(options(folder.path(), NOON).clock);
    for day in ["2026-11-21", "2026-11-22"] {
        common::record(&mut open, &draft("mood", day, &[("mood", n(0.0))])).unwrap();
    }
    let swing = |open: &Session| {
        let page = trends::trends(open, "30".into(), false).unwrap();
        let lines = page.panels[0].lines.join("; ");
        assert_eq!(
            page.panels[0].figure.late.len(),
            2,
            "the chart marks both late days"
        );
        lines
    };
    assert!(
        swing(&open).contains("±1 from day to day"),
        "{}",
        swing(&open)
    );
    assert!(
        swing(&open).contains("13 of 30 days"),
        "they are counted as days: {}",
        swing(&open)
    );
    preferences::set_preference(&mut open, "late-in-patterns".into(), "yes".into()).unwrap();
    assert!(
        !swing(&open).contains("±1 from day to day"),
        "asked for, they are taken in: {}",
        swing(&open)
    );
}

#[test]
fn copied_day_states_its_source_and_omits_notes() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let mut yesterday = draft(
        "mood",
        "2026-11-22",
        &[("mood", n(3.0)), ("energy", n(2.0))],
    );
    yesterday.note = "mine alone".into();
    common::record(&mut open, &yesterday).unwrap();
    common::record(
        &mut open,
        &draft("diet", "2026-11-22", &[("meals", t("two"))]),
    )
    .unwrap();
    assert!(
        today_page(&open).copy_previous_label.contains("mood 3"),
        "{}",
        today_page(&open).copy_previous_label
    );
    copy_previous::copy_previous_day(&mut open, "2026-11-23".into()).unwrap();
    let shown = today_page(&open);
    let mood = &shown.entries["mood"][0];
    assert_eq!(mood.answers["mood"], Answer::Number(3.0), "the same answer");
    assert_eq!(mood.source, "same as the day before", "said so");
    assert_eq!(mood.note, "", "words of one's own are not copied");
    assert_eq!(
        shown.entries["diet"][0].answers["meals"],
        t("two"),
        "meals too"
    );
    assert_eq!(shown.copy_previous_label, "", "it is offered once");
    undo::undo(&mut open).unwrap();
    assert!(
        !today_page(&open).entries.contains_key("mood"),
        "one act, taken back at once"
    );
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

#[test]
fn copy_skips_opt_in_tracker_and_edit_clears_source() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let change = trackers::TrackerChange {
        name: None,
        status: Some(domain::tracker::TrackerStatus::Active),
        usual: None,
        before: None,
    };
    trackers::change_tracker(&mut open, "weight".into(), change.clone()).unwrap();
    for (tracker, field) in [("mood", "mood"), ("weight", "weight")] {
        let yesterday = draft(tracker, "2026-11-22", &[(field, n(7.0))]);
        common::record(&mut open, &yesterday).unwrap();
    }
    copy_previous::copy_previous_day(&mut open, "2026-11-23".into()).unwrap();
    let page = today_page(&open);
    assert!(!page.entries.contains_key("weight"), "nobody was weighed");
    let mood = &page.entries["mood"][0];
    let other = draft("mood", "2026-11-23", &[("mood", n(2.0))]);
    record::amend_entry(&mut open, mood.uid.clone(), other.clone(), None).unwrap();
    assert_eq!(
        today_page(&open).entries["mood"][0].source,
        "",
        "it is no longer the day before's"
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
