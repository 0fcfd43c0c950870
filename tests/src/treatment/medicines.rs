//! Changing, stopping and removing a medicine, and what is refused.

use super::{add, daily, mark, medicine, message, open, page};
use commands::app::undo;
use commands::treatment::form::{DoseForm, IntakeForm, MedicineForm, PlanKind, StepForm};
use commands::treatment::{doses, medicines};
use commands::{Session, day};
use domain::treatment::{DoseStatus, StopReason};

#[test]
fn dose_change_in_the_past_rewrites_no_mark() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(
        &mut session,
        medicine("Sertraline", daily("2026-06-03", "50")),
    );
    mark(&mut session, &uid, "2026-11-20", DoseStatus::Taken, None);
    let before = session.journal().doses(domain::time::Period {
        from: "2026-11-01".parse().unwrap(),
        to: "2026-11-30".parse().unwrap(),
    });
    medicines::change_dose(&mut session, uid.clone(), daily("2026-10-14", "100")).unwrap();
    let after = session.journal().doses(domain::time::Period {
        from: "2026-11-01".parse().unwrap(),
        to: "2026-11-30".parse().unwrap(),
    });
    assert_eq!(
        before.unwrap(),
        after.unwrap(),
        "what was marked stays as it was"
    );
    let row = &page(&session).now[0];
    assert_eq!(row.title, "Sertraline 100 mg");
    assert_eq!(row.since, "since 14 Oct 2026, first 3 Jun 2026");
    assert_eq!(row.lane.len(), 2, "both doses stand in the lane");
    // A dose between the two has its place in time.
    medicines::change_dose(&mut session, uid.clone(), daily("2026-08-01", "75")).unwrap();
    let labels: Vec<_> = page(&session).now[0]
        .lane
        .iter()
        .map(|p| p.label.clone())
        .collect();
    assert_eq!(labels, ["50 mg", "75 mg", "100 mg"]);
    // The same date corrects it, and a month in which another begins needs its day.
    medicines::change_dose(&mut session, uid.clone(), daily("2026-08-01", "60")).unwrap();
    let parts = page(&session).now[0].lane.clone();
    assert_eq!(parts[1].label, "60 mg");
    let refused = medicines::change_dose(&mut session, uid, daily("2026-10", "90")).unwrap_err();
    assert!(message(&session, &refused).starts_with("Another dose begins within that time."));
}

#[test]
fn medicine_is_stopped_restarted_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(
        &mut session,
        medicine("Sertraline", daily("2026-06-03", "50")),
    );
    let stop = |session: &mut Session, on: &str| {
        let note = "too sleepy".into();
        medicines::stop_medicine(
            session,
            uid.clone(),
            on.into(),
            StopReason::SideEffects,
            note,
        )
    };
    let refused = stop(&mut session, "2026-05").unwrap_err();
    assert_eq!(
        message(&session, &refused),
        "The last day lies before the first. Choose a later one."
    );
    stop(&mut session, "2026-11-20").unwrap();
    let shown = page(&session);
    assert!(shown.now.is_empty());
    let said = "3 Jun 2026 – 20 Nov 2026 · side effects: too sleepy";
    assert_eq!(shown.stopped[0].since, said);
    assert!(
        day::page::day_page(&session, None)
            .unwrap()
            .doses
            .is_empty()
    );
    add(
        &mut session,
        medicine("Sertraline", daily("2026-11-23", "50")),
    );
    let shown = page(&session);
    assert_eq!(
        (shown.now.len(), shown.stopped.len()),
        (1, 1),
        "the stop stays in the history"
    );
    undo::undo(&mut session).unwrap();
    undo::undo(&mut session).unwrap();
    let shown = page(&session);
    assert_eq!((shown.now.len(), shown.stopped.len()), (1, 0));
}

#[test]
fn as_needed_has_counts_and_no_adherence() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let dose = DoseForm {
        plan: PlanKind::AsNeeded,
        most: "at most 4 a day".into(),
        ..daily("2026-06", "500")
    };
    let uid = add(&mut session, medicine("Paracetamol", dose));
    for day in ["2026-11-20", "2026-11-20", "2026-11-22"] {
        doses::take_as_needed(&mut session, uid.clone(), day.into(), Some("09:10".into())).unwrap();
    }
    let row = &page(&session).now[0];
    assert_eq!(row.marks, "3 times in 28 days");
    assert_eq!(row.plan, "500 mg as needed, you noted: at most 4 a day");
    let of_day = day::page::day_page(&session, Some("2026-11-20".into()))
        .unwrap()
        .doses;
    assert_eq!(of_day[0].taken.len(), 2);
    doses::untake(&mut session, of_day[0].taken[0].uid.clone()).unwrap();
    let of_day = day::page::day_page(&session, Some("2026-11-20".into()))
        .unwrap()
        .doses;
    assert_eq!(of_day[0].taken.len(), 1);
}

#[test]
fn what_cannot_be_read_is_refused_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let refuse = |session: &mut Session, form: MedicineForm| {
        let refused = medicines::save_medicine(session, None, form).unwrap_err();
        message(session, &refused)
    };
    let with = |dose: DoseForm| medicine("Sertraline", dose);
    let amount = "Type an amount in digits, like 50 or 2.5.";
    for typed in ["5O", "", "-5", "0", "1e300", "50 mg", "1,000"] {
        assert_eq!(
            refuse(&mut session, with(daily("2026-06", typed))),
            amount,
            "{typed}"
        );
    }
    for from in ["0001", "2026-13", "yesteryear"] {
        assert!(
            !refuse(&mut session, with(daily(from, "50"))).is_empty(),
            "{from}"
        );
    }
    let long = medicine(&"x".repeat(10_000), daily("2026", "50"));
    assert!(refuse(&mut session, long).contains("120"));
    let intake = |time: &str| IntakeForm {
        time: time.into(),
        amount: "1".into(),
    };
    let many = DoseForm {
        times: (0..10_000)
            .map(|n| intake(&format!("{:02}:{:02}", n / 60 % 24, n % 60)))
            .collect(),
        ..daily("2026", "1")
    };
    assert!(!refuse(&mut session, with(many)).is_empty());
    let twice = DoseForm {
        times: vec![intake("08:00"), intake("8:00")],
        ..daily("2026", "1")
    };
    assert!(refuse(&mut session, with(twice)).starts_with("Two intakes have the same time."));
    assert_eq!(session.journal().medicines().unwrap(), []);
}

#[test]
fn medicine_with_marks_is_not_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(
        &mut session,
        medicine("Sertraline", daily("2026-06-03", "50")),
    );
    mark(&mut session, &uid, "2026-11-20", DoseStatus::Taken, None);
    let refused = medicines::remove_medicine(&mut session, uid.clone()).unwrap_err();
    let said = message(&session, &refused);
    assert!(
        said.starts_with("Doses of it are marked on 1 day."),
        "{said}"
    );
    assert_eq!(page(&session).now.len(), 1);
    let other = add(&mut session, medicine("Typo", daily("2026-06-03", "50")));
    medicines::remove_medicine(&mut session, other).unwrap();
    assert_eq!(page(&session).now.len(), 1);
}

#[test]
fn taper_is_asked_step_by_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let step = |days: &str, amount: &str| StepForm {
        days: days.into(),
        amount: amount.into(),
    };
    let dose = DoseForm {
        plan: PlanKind::Taper,
        steps: vec![step("7", "40"), step("7", "20,5")],
        ..daily("2026-11-15", "")
    };
    add(&mut session, medicine("Prednisolone", dose));
    let text = |session: &Session, day: &str| {
        let shown = day::page::day_page(session, Some(day.into()))
            .unwrap()
            .doses;
        shown.first().map(|dose| dose.text.clone())
    };
    assert_eq!(
        text(&session, "2026-11-21").as_deref(),
        Some("Prednisolone 40 mg")
    );
    assert_eq!(
        text(&session, "2026-11-22").as_deref(),
        Some("Prednisolone 20.5 mg")
    );
    assert_eq!(text(&session, "2026-11-14"), None);
}

#[test]
fn what_is_ahead_is_not_shown_as_if_it_were_now() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(
        &mut session,
        medicine("Sertraline", daily("2026-06-03", "50")),
    );
    medicines::change_dose(&mut session, uid.clone(), daily("2026-12-01", "100")).unwrap();
    let row = &page(&session).now[0];
    assert_eq!(row.title, "Sertraline 50 mg");
    assert!(row.plan.contains("from 1 Dec 2026: 100 mg"), "{}", row.plan);
    let stop = |session: &mut Session, on: &str| {
        let other = StopReason::Other;
        medicines::stop_medicine(session, uid.clone(), on.into(), other, String::new()).unwrap();
    };
    stop(&mut session, "2026-12-05");
    assert_eq!(page(&session).now.len(), 1, "still taken");
    assert_eq!(page(&session).now[0].since, "3 Jun 2026 – 5 Dec 2026");
}

#[test]
fn changed_time_keeps_what_was_marked() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(
        &mut session,
        medicine("Sertraline", daily("2026-11-13", "50")),
    );
    for nth in 13..=22 {
        mark(
            &mut session,
            &uid,
            &format!("2026-11-{nth}"),
            DoseStatus::Taken,
            None,
        );
    }
    let mut other = daily("2026-11-13", "100");
    other.times[0].time = "09:00".into();
    medicines::change_dose(&mut session, uid, other).unwrap();
    assert_eq!(page(&session).now[0].marks, "10 of 10 marked taken");
    let shown = day::page::day_page(&session, Some("2026-11-20".into()))
        .unwrap()
        .doses;
    let texts: Vec<_> = shown
        .iter()
        .map(|d| (d.time.as_str(), d.text.as_str()))
        .collect();
    assert_eq!(texts, [("08:00", "Sertraline 50 mg")], "as it was marked");
}
