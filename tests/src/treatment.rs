//! Medicines, doses, the history of trials, health notes and their pages.

use crate::common::{self, NOON};
use commands::app::{preferences, undo};
use commands::treatment::doses::{self, DoseMark};
use commands::treatment::form::{DoseForm, IntakeForm, MedicineForm, PlanKind, StepForm};
use commands::treatment::health::{self, HealthForm};
use commands::treatment::page::{TreatmentPage, treatment};
use commands::treatment::printed::{TreatmentPages, treatment_pdf, treatment_text};
use commands::treatment::trials::{self, TrialForm};
use commands::treatment::{find, medicines};
use commands::visit::export;
use commands::{Session, day, failure};
use domain::treatment::{
    DoseStatus, Fill, HealthKind, Helped, Known, MedicineKind, SkipReason, StopReason, TrialKind,
    adherence, days_covered,
};

fn open(folder: &tempfile::TempDir) -> Session {
    common::session(&folder.path().join("journal"), NOON)
}

fn daily(from: &str, amount: &str) -> DoseForm {
    DoseForm {
        from: from.into(),
        unit: "mg".into(),
        why: String::new(),
        plan: PlanKind::Daily,
        times: vec![IntakeForm {
            time: "08:00".into(),
            amount: amount.into(),
        }],
        days: "2".into(),
        weekdays: Vec::new(),
        month_day: "1".into(),
        steps: Vec::new(),
        most: String::new(),
    }
}

fn medicine(name: &str, dose: DoseForm) -> MedicineForm {
    MedicineForm {
        name: name.into(),
        kind: MedicineKind::Prescribed,
        form: "tablet".into(),
        reason: "depression".into(),
        prescriber: "my GP".into(),
        dose,
    }
}

fn add(session: &mut Session, form: MedicineForm) -> String {
    let added = medicines::save_medicine(session, None, form).unwrap();
    added.uid.unwrap()
}

fn mark(
    session: &mut Session,
    uid: &str,
    day: &str,
    status: DoseStatus,
    reason: Option<SkipReason>,
) {
    let marks = vec![DoseMark {
        medicine: uid.into(),
        time: "08:00".into(),
        status: Some(status),
        reason,
    }];
    doses::mark_doses(session, day.into(), marks).unwrap();
}

fn page(session: &Session) -> TreatmentPage {
    treatment(session).unwrap()
}

fn message(session: &Session, error: &commands::Error) -> String {
    failure::message::localize(error, session).message
}

#[test]
fn unmarked_dose_is_never_skipped() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(
        &mut session,
        medicine("Sertraline", daily("2026-10-01", "50")),
    );
    // 28 days up to yesterday; the doses of today may still come.
    assert_eq!(
        page(&session).now[0].marks,
        "0 of 28 marked taken, 28 not recorded"
    );
    for day in 1..=20 {
        let day = format!("2026-11-{day:02}");
        mark(&mut session, &uid, &day, DoseStatus::Taken, None);
    }
    mark(&mut session, &uid, "2026-11-21", DoseStatus::Late, None);
    mark(
        &mut session,
        &uid,
        "2026-11-22",
        DoseStatus::Skipped,
        Some(SkipReason::SideEffects),
    );
    mark(&mut session, &uid, "2026-11-23", DoseStatus::Taken, None);
    assert_eq!(
        page(&session).now[0].marks,
        "21 of 28 marked taken, 1 of them late, 1 skipped (side effects), 6 not recorded"
    );
    let today = day::page::day_page(&session, None).unwrap().doses;
    assert_eq!(today[0].status, Some(DoseStatus::Taken));
    undo::undo(&mut session).unwrap();
    let today = day::page::day_page(&session, None).unwrap().doses;
    assert_eq!(today[0].status, None, "not recorded again");
}

#[test]
fn adherence_matches_vectors() {
    for vector in crate::vectors::vectors("adherence") {
        let number = |name: &str| usize::try_from(vector[name].as_u64().unwrap()).unwrap();
        let dose = |status| domain::treatment::Dose {
            medicine: "m".into(),
            day: "2026-11-01".parse().unwrap(),
            time: "08:00".into(),
            status,
            reason: None,
            amount: 1.0,
            unit: String::new(),
            as_needed: false,
        };
        let (taken, late) = (dose(DoseStatus::Taken), dose(DoseStatus::Late));
        let (scheduled, n_late) = (
            number("scheduled") - number("excused"),
            number("late_of_taken"),
        );
        let marks = (0..scheduled).map(|nth| match nth {
            nth if nth < n_late => Some(&late),
            nth if nth < number("taken") => Some(&taken),
            _ => None,
        });
        let counted = adherence(marks);
        let rounded = |p: Option<f64>| p.map(|p| (p * 10.0).round() / 10.0);
        assert_eq!(
            rounded(counted.percent()),
            vector["adherence_pct"].as_f64(),
            "{vector}"
        );
        if let Some(on_time) = vector["on_time_pct"].as_f64() {
            assert_eq!(
                rounded(counted.on_time_percent()),
                Some(on_time),
                "{vector}"
            );
        }
    }
}

#[test]
fn days_covered_match_vectors() {
    for vector in crate::vectors::vectors("pdc") {
        let day = |value: &serde_json::Value| value.as_str().unwrap().parse().unwrap();
        let fills: Vec<Fill> = vector["fills"]
            .as_array()
            .unwrap()
            .iter()
            .map(|fill| Fill {
                on: day(&fill[0]),
                days: u32::try_from(fill[1].as_u64().unwrap()).unwrap(),
            })
            .collect();
        let covered = days_covered(&fills, day(&vector["start"]), day(&vector["end"]));
        let wanted = (
            vector["covered"].as_i64().unwrap(),
            vector["days"].as_i64().unwrap(),
        );
        assert_eq!(covered, wanted, "{vector}");
    }
}

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
    let refused = medicines::change_dose(&mut session, uid, daily("2026-08-01", "60")).unwrap_err();
    assert!(message(&session, &refused).starts_with("Another dose begins on this day already."));
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
    medicines::restart_medicine(&mut session, uid.clone()).unwrap();
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
fn doses_on_hold_are_excused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(
        &mut session,
        medicine("Sertraline", daily("2026-11-01", "50")),
    );
    medicines::hold_medicine(&mut session, uid.clone(), true).unwrap();
    assert!(
        day::page::day_page(&session, None)
            .unwrap()
            .doses
            .is_empty()
    );
    assert!(page(&session).now[0].on_hold);
    medicines::hold_medicine(&mut session, uid, false).unwrap();
    assert_eq!(day::page::day_page(&session, None).unwrap().doses.len(), 1);
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
    for typed in ["5O", "", "-5", "0", "1e300", "50 mg"] {
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

fn trial(name: &str) -> TrialForm {
    TrialForm {
        name: name.into(),
        kind: TrialKind::Medicine,
        episode: "Second episode, 2016 to 2020".into(),
        from: "2019".into(),
        to: "2019-08".into(),
        ongoing: false,
        about: true,
        highest_dose: "60 mg".into(),
        weeks: "9".into(),
        combined_with: "lithium".into(),
        helped: Some(Helped::Half),
        side_effects: "nausea".into(),
        why_stopped: "not enough help".into(),
        known: Known::Letter,
    }
}

#[test]
fn history_keeps_partial_dates_and_what_is_not_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    trials::save_trial(&mut session, None, Some(trial("Duloxetine"))).unwrap();
    let forgotten = TrialForm {
        from: String::new(),
        to: String::new(),
        about: false,
        helped: Some(Helped::DontRemember),
        highest_dose: String::new(),
        weeks: String::new(),
        ..trial("Bupropion")
    };
    trials::save_trial(&mut session, None, Some(forgotten)).unwrap();
    let rows = page(&session).trials;
    assert_eq!(rows[0].dates, "about 2019 – Aug 2019");
    assert_eq!(
        (rows[0].dose.as_str(), rows[0].helped.as_str()),
        ("60 mg, 9 weeks", "half")
    );
    assert_eq!(
        (rows[1].dates.as_str(), rows[1].helped.as_str()),
        ("don’t remember", "don’t remember")
    );
    let backwards = TrialForm {
        from: "2020".into(),
        to: "2019".into(),
        ..trial("Duloxetine")
    };
    assert!(trials::save_trial(&mut session, None, Some(backwards)).is_err());
    assert_eq!(page(&session).trials.len(), 2);
}

/// The questions of a psychiatric evaluation, each answered by a section with its title.
#[test]
fn history_page_answers_each_question_of_an_evaluation() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    preferences::set_preference(&mut session, "country".into(), "GB".into()).unwrap();
    let uid = add(
        &mut session,
        medicine("Sertraline", daily("2026-06-03", "50")),
    );
    mark(&mut session, &uid, "2026-11-20", DoseStatus::Taken, None);
    let herbal = MedicineForm {
        kind: MedicineKind::Herbal,
        ..medicine("Lavender oil", daily("2026-09", "80"))
    };
    add(&mut session, herbal);
    trials::save_trial(&mut session, None, Some(trial("Duloxetine"))).unwrap();
    for (kind, text) in [
        (HealthKind::LifeSituation, "lives with her brother"),
        (HealthKind::Physical, "underactive thyroid"),
        (HealthKind::CoOccurring, "panic attacks"),
        (HealthKind::Allergy, "penicillin: rash"),
    ] {
        let form = HealthForm {
            kind,
            text: text.into(),
            since: "1995".into(),
            detail: "Dr Brandt".into(),
        };
        health::save_health_note(&mut session, None, Some(form)).unwrap();
    }
    let text = treatment_text(&session, TreatmentPages::History).unwrap();
    let after = |title: &str| {
        let (_, rest) = text
            .split_once(&format!("\n{title}\n"))
            .unwrap_or_else(|| panic!("{title}: {text}"));
        rest.split("\n\n").next().unwrap().to_owned()
    };
    for (title, fact) in [
        (
            "Life situation",
            "lives with her brother (since 1995 · Dr Brandt)",
        ),
        ("Treatment history", "Duloxetine, lithium"),
        ("Prescribed", "Sertraline · 50 mg at 08:00, every day"),
        ("Without a prescription", "nothing recorded"),
        ("Herbal and supplements", "Lavender oil"),
        (
            "Taken as prescribed, last 28 days",
            "Sertraline 50 mg: 1 of 28 marked taken",
        ),
        ("Physical conditions", "underactive thyroid"),
        (
            "Further mental health conditions and substances",
            "panic attacks",
        ),
    ] {
        assert!(after(title).contains(fact), "{title}: {}", after(title));
    }
    for which in [TreatmentPages::History, TreatmentPages::Medicines] {
        let pdf = treatment_pdf(&session, which).unwrap();
        assert!(
            String::from_utf8_lossy(&pdf).contains("pdfuaid:part"),
            "PDF/UA"
        );
        if let Some(target) = std::env::var_os("DAYMARK_PICTURES") {
            let name = format!("{which:?}.pdf");
            std::fs::write(std::path::Path::new(&target).join(name), &pdf).unwrap();
        }
    }
}

#[test]
fn visit_page_lists_medicines_unless_unticked() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    add(
        &mut session,
        medicine("Sertraline", daily("2026-10-14", "50")),
    );
    let text = export::visit_text(&session).unwrap();
    assert!(
        text.contains("Sertraline: 50 mg at 08:00, every day"),
        "{text}"
    );
    let mut visit = commands::visit::prepare::next(&session).unwrap();
    visit.excluded.push("medicines".into());
    commands::visit::prepare::change_visit(&mut session, visit).unwrap();
    let text = export::visit_text(&session).unwrap();
    assert!(!text.contains("Sertraline"), "{text}");
}

#[test]
fn names_help_typing_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let found = |session: &Session, text: &str| {
        let names = find::find_medicines(session, text.into()).unwrap();
        names.into_iter().map(|name| name.name).collect::<Vec<_>>()
    };
    assert_eq!(found(&session, "sertr"), ["Sertraline"]);
    assert_eq!(found(&session, "zolo"), ["Sertraline"]);
    assert_eq!(found(&session, "s"), Vec::<String>::new());
    preferences::set_preference(&mut session, "language".into(), "es".into()).unwrap();
    assert_eq!(found(&session, "sertr"), ["Sertralina"]);
}
