//! Medicines that a clinician has paused, and a second medicine of a name.

use super::{add, daily, medicine, message, open, page};
use commands::day;
use commands::treatment::form::MedicineForm;
use commands::treatment::holds::{HoldForm, save_holds};
use commands::treatment::medicines::{save_medicine, stop_medicine};
use domain::treatment::StopReason;

#[test]
fn doses_on_hold_are_excused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(
        &mut session,
        medicine("Sertraline", daily("2026-11-01", "50")),
    );
    let hold = |from: &str, to: &str| HoldForm {
        from: from.into(),
        to: to.into(),
    };
    save_holds(&mut session, uid.clone(), vec![hold("2026-11-23", "")]).unwrap();
    assert!(
        day::page::day_page(&session, None)
            .unwrap()
            .doses
            .is_empty()
    );
    assert!(page(&session).now[0].on_hold);
    // A stretch in the past is no reason to expect doses in it, and today is due again.
    let past = vec![hold("2026-11-10", "2026-11-12"), hold("", "")];
    save_holds(&mut session, uid.clone(), past).unwrap();
    assert_eq!(day::page::day_page(&session, None).unwrap().doses.len(), 1);
    assert_eq!(
        page(&session).now[0].marks,
        "0 of 19 marked taken, 19 not recorded"
    );
    let two = vec![hold("2026-11-10", "2026-11-12"), hold("2026-11-12", "")];
    let error = save_holds(&mut session, uid.clone(), two).unwrap_err();
    assert!(message(&session, &error).starts_with("Row 2: Another time"));
    for (from, to) in [
        ("2026-11-12", "2026-11-10"),
        ("", "2026-11-10"),
        ("2026", ""),
    ] {
        assert!(save_holds(&mut session, uid.clone(), vec![hold(from, to)]).is_err());
    }
}

#[test]
fn second_medicine_of_a_name_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let form = |name| medicine(name, daily("2026-11-01", "50"));
    add(&mut session, form("Sertraline"));
    let error = save_medicine(&mut session, None, form("sertraline ")).unwrap_err();
    assert!(message(&session, &error).contains("already take one"));
    let second = MedicineForm {
        second: true,
        ..form("sertraline")
    };
    let uid = add(&mut session, second);
    stop_medicine(
        &mut session,
        uid,
        "2026-11-05".into(),
        StopReason::Other,
        String::new(),
    )
    .unwrap();
    assert_eq!(page(&session).now.len(), 1);
}
