//! Courses, therapies and their sessions, planned activities.

use super::{message, open};
use crate::common::{self, NOON, n};
use commands::Session;
use commands::app::undo;
use commands::day::page::day_page;
use commands::treatment::activities::{ActivityForm, activities, mark_activity, save_activity};
use commands::treatment::course_chart::course_chart;
use commands::treatment::courses::{CourseForm, courses, save_course};
use commands::treatment::sessions::{SessionForm, save_session};
use domain::treatment::{ActivityDone, ActivityMark, CourseKind, Remembered};
use std::fmt::Write as _;

fn course(kind: CourseKind) -> CourseForm {
    CourseForm {
        kind,
        name: String::new(),
        who: String::new(),
        details: String::new(),
        rhythm: String::new(),
        from: "2026-09-03".into(),
        to: String::new(),
        sessions_before: String::new(),
        takes_home: "my brother".into(),
        agenda: Vec::new(),
        remember: Vec::new(),
        on_charts: true,
        on_pages: false,
    }
}

fn add(session: &mut Session, form: CourseForm) -> String {
    save_course(session, None, Some(form)).unwrap().uid.unwrap()
}

fn held(course: &str, on: &str) -> SessionForm {
    SessionForm {
        course: course.into(),
        on: on.into(),
        details: String::new(),
        before: Some(3),
        after: Some(4),
        after_when: "next day".into(),
        note: String::new(),
        agenda: Vec::new(),
        takeaways: String::new(),
        how_was: None,
        remembered: Vec::new(),
    }
}

/// Days of twelve sessions, twice a week.
const TWELVE: [&str; 12] = [
    "2026-09-03",
    "2026-09-06",
    "2026-09-10",
    "2026-09-13",
    "2026-09-17",
    "2026-09-20",
    "2026-09-24",
    "2026-09-27",
    "2026-10-01",
    "2026-10-04",
    "2026-10-08",
    "2026-10-11",
];

#[test]
fn chart_of_twelve_sessions_counts_from_day_0() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let first: chrono::NaiveDate = "2026-08-06".parse().unwrap();
    for nth in 0..80_i64 {
        // Every seventh day is missing; mood rises from 1 to 5.
        if nth % 7 == 3 {
            continue;
        }
        let day = (first + chrono::Duration::days(nth)).to_string();
        let mood = f64::from(u32::try_from(1 + nth / 18).unwrap());
        common::record(
            &mut session,
            &common::draft("mood", &day, &[("mood", n(mood))]),
        )
        .unwrap();
    }
    let uid = add(&mut session, course(CourseKind::Ect));
    // Written down in another order than held.
    for day in TWELVE.iter().rev() {
        save_session(&mut session, None, Some(held(&uid, day))).unwrap();
    }
    let chart = course_chart(&session, uid).unwrap().unwrap();
    let mut said = format!("{}\n", chart.title);
    for tick in &chart.sessions {
        let _ = writeln!(said, "session {} at {}", tick.label, tick.at);
    }
    for tick in &chart.panels[0].figure.x {
        let _ = writeln!(said, "axis {} at {}", tick.label, tick.at);
    }
    for stretch in &chart.stretches {
        let _ = writeln!(said, "{}: {}", stretch.title, stretch.lines.join(" · "));
    }
    crate::figures::golden("figures/course.txt", &said);
}

#[test]
fn memory_check_asks_what_was_written_before() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let remember = vec![
        "the trip to the lake".into(),
        "the door code".into(),
        " ".into(),
    ];
    let uid = add(
        &mut session,
        CourseForm {
            remember,
            sessions_before: "9".into(),
            ..course(CourseKind::Ect)
        },
    );
    let lines = courses(&session).unwrap().courses[0]
        .course
        .remember
        .clone();
    assert_eq!(lines, ["the trip to the lake", "the door code"]);
    let line = |text: &String, there| Remembered {
        text: text.clone(),
        there,
    };
    let form = SessionForm {
        remembered: vec![line(&lines[0], Some(true)), line(&lines[1], Some(false))],
        ..held(&uid, "2026-10-04")
    };
    save_session(&mut session, None, Some(form)).unwrap();
    let row = courses(&session).unwrap().courses[0].clone();
    assert_eq!(row.about, "since 3 Sep 2026 · 10 sessions");
    assert_eq!(row.sessions[0].number, 10);
    assert_eq!(row.sessions[0].mood, "3 → 4, next day");
    assert_eq!(row.sessions[0].memory, "1 of 2 of what you wrote down");
    assert!(row.course.remember.is_empty(), "asked once");
    undo::undo(&mut session).unwrap();
    let row = courses(&session).unwrap().courses[0].clone();
    assert_eq!((row.sessions.len(), row.course.remember.len()), (0, 2));
}

#[test]
fn course_with_sessions_is_not_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(&mut session, course(CourseKind::Rtms));
    save_session(&mut session, None, Some(held(&uid, "2026-10-04"))).unwrap();
    let error = save_course(&mut session, Some(uid.clone()), None).unwrap_err();
    assert_eq!(
        message(&session, &error),
        "1 session of it is written down. Give it an end instead, or remove the sessions first."
    );
    let backwards = CourseForm {
        to: "2025".into(),
        ..course(CourseKind::Rtms)
    };
    assert!(save_course(&mut session, Some(uid.clone()), Some(backwards)).is_err());
    let no_day = held(&uid, "2026-10");
    assert!(save_session(&mut session, None, Some(no_day)).is_err());
    let nowhere = held("gone", "2026-10-04");
    let error = save_session(&mut session, None, Some(nowhere)).unwrap_err();
    assert_eq!(
        message(&session, &error),
        "That course isn’t there any more."
    );
}

#[test]
fn agenda_goes_with_the_session_it_was_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(
        &mut session,
        CourseForm {
            who: "my therapist".into(),
            agenda: vec!["the talk with my manager".into()],
            ..course(CourseKind::Cbt)
        },
    );
    let row = courses(&session).unwrap().therapies[0].clone();
    assert_eq!(row.title, "CBT, with my therapist");
    let form = SessionForm {
        agenda: row.course.agenda,
        takeaways: "A thought is not a fact.".into(),
        how_was: Some(7),
        ..held(&uid, "2026-11-19")
    };
    save_session(&mut session, None, Some(form)).unwrap();
    let row = courses(&session).unwrap().therapies[0].clone();
    assert!(row.course.agenda.is_empty());
    assert_eq!(row.sessions[0].session.agenda, ["the talk with my manager"]);
}

fn mark(done: ActivityDone, expected: u8, was: u8) -> ActivityMark {
    ActivityMark {
        done: Some(done),
        expected_pleasure: Some(expected),
        expected_mastery: None,
        pleasure: Some(was),
        mastery: None,
    }
}

#[test]
fn experiment_says_expected_and_actual_with_n() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let form = ActivityForm {
        what: "10-minute walk".into(),
        course: String::new(),
        agreed_with: "my therapist".into(),
        weekdays: vec![1, 3, 5],
        from: "2026-11-09".into(),
        to: "2026-11-22".into(),
        experiment: true,
    };
    let uid = save_activity(&mut session, None, Some(form))
        .unwrap()
        .uid
        .unwrap();
    for nth in 9..=22 {
        let day = format!("2026-11-{nth:02}");
        let mood = if [9, 11, 13].contains(&nth) { 6.0 } else { 4.0 };
        common::record(
            &mut session,
            &common::draft("mood", &day, &[("mood", n(mood))]),
        )
        .unwrap();
    }
    let marks = [
        ("2026-11-09", mark(ActivityDone::Done, 2, 5)),
        ("2026-11-11", mark(ActivityDone::Done, 3, 6)),
        ("2026-11-13", mark(ActivityDone::Partly, 3, 4)),
        ("2026-11-16", mark(ActivityDone::NotThisTime, 3, 0)),
    ];
    for (day, mark) in marks {
        mark_activity(&mut session, uid.clone(), day.into(), mark).unwrap();
    }
    let row = activities(&session).unwrap().remove(0);
    assert_eq!(
        row.about,
        "Monday, Wednesday, Friday · 9 Nov 2026 – 22 Nov 2026 · agreed with my therapist"
    );
    assert_eq!(row.counts, "2 done, 1 partly, 1 not");
    assert_eq!(
        row.results,
        [
            "Pleasure: expected 3, was 4.5 (4 days)",
            "Mood: typical 6 on 3 days with it, typical 4 on 11 other days"
        ]
    );
    let on = |day: &str| {
        let page = day_page(&session, Some(day.into())).unwrap();
        page.activities.len()
    };
    assert_eq!((on("2026-11-18"), on("2026-11-19")), (1, 0));
    let future = mark_activity(
        &mut session,
        uid,
        "2026-12-01".into(),
        mark(ActivityDone::Done, 1, 1),
    );
    assert!(future.is_err(), "{NOON}");
}
