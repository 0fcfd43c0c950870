//! Medicines, doses, the history of trials, health notes and their pages.

mod effects;
pub mod history;
mod holds;
mod medicines;
mod sessions;
mod tables;
mod timeline;

use crate::common::{self, NOON};
use commands::app::undo;
use commands::treatment::doses::{self, DoseMark};
use commands::treatment::form::{DoseForm, IntakeForm, MedicineForm, PlanKind};
use commands::treatment::medicines::save_medicine;
use commands::treatment::page::{TreatmentPage, treatment};
use commands::{Session, day, failure};
use domain::treatment::{DoseStatus, Fill, MedicineKind, SkipReason, adherence, days_covered};

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
        second: false,
    }
}

fn add(session: &mut Session, form: MedicineForm) -> String {
    let added = save_medicine(session, None, form).unwrap();
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
