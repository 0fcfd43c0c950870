//! Treatments typed in a table, and the ledgers as tables of an export.

use super::history::trial;
use super::{add, daily, mark, medicine, message, open, page};
use commands::Session;
use commands::failure::message::localize;
use commands::transfer::csv_export::{PrivateData, export_csv};
use commands::treatment::life_events::{LifeEventForm, save_life_event};
use commands::treatment::trial_csv::import_trials;
use commands::treatment::trials::{self, TrialForm};
use domain::treatment::{DoseStatus, LifeEventKind};
use std::fs;
use std::path::Path;

fn nothing() -> TrialForm {
    TrialForm {
        from: String::new(),
        to: String::new(),
        highest_dose: String::new(),
        weeks: String::new(),
        combined_with: String::new(),
        side_effects: String::new(),
        why_stopped: String::new(),
        helped: None,
        ..trial("")
    }
}

#[test]
fn typed_rows_become_treatments_and_empty_ones_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let lithium = TrialForm {
        from: "2022-06".into(),
        to: " Now ".into(),
        about: false,
        ..trial("Lithium")
    };
    let rows = vec![trial("Duloxetine"), nothing(), lithium];
    trials::add_trials(&mut session, rows).unwrap();
    let there = page(&session).trials;
    assert_eq!(there.len(), 2);
    assert_eq!(
        (there[0].trial.name.as_str(), there[0].dates.as_str()),
        ("Lithium", "Jun 2022 – now")
    );
    commands::app::undo::undo(&mut session).unwrap();
    assert!(page(&session).trials.is_empty(), "one change, one undo");
}

#[test]
fn bad_row_is_named_and_no_row_is_added() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let backwards = TrialForm {
        from: "2020".into(),
        to: "2019".into(),
        ..trial("Bupropion")
    };
    let rows = vec![trial("Duloxetine"), nothing(), backwards];
    let error = trials::add_trials(&mut session, rows).unwrap_err();
    assert!(message(&session, &error).starts_with("Row 3: "));
    assert_eq!(localize(&error, &session).fields[0].field, "3.to");
    let error = trials::add_trials(&mut session, vec![nothing()]).unwrap_err();
    assert_eq!(message(&session, &error), "Row 1: Write a name.");
    assert!(page(&session).trials.is_empty());
}

fn exported(session: &Session, to: &Path, private: &PrivateData) -> Vec<String> {
    export_csv(session, to, private).unwrap();
    let names = fs::read_dir(to.join("treatment")).unwrap();
    let mut names: Vec<String> = names
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn export_holds_ledgers_and_history_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let dose = daily("2026-11-01", "50");
    let uid = add(&mut session, medicine("Sertraline", dose));
    mark(&mut session, &uid, "2026-11-20", DoseStatus::Taken, None);
    let formula = TrialForm {
        side_effects: "=1+1".into(),
        ..trial("'Duloxetine")
    };
    trials::save_trial(&mut session, None, Some(formula)).unwrap();
    let event = LifeEventForm {
        what: "the move".into(),
        kind: LifeEventKind::Home,
        from: "2026-10".into(),
        to: String::new(),
        ongoing: false,
        impact: Some(-2),
        private: true,
    };
    save_life_event(&mut session, None, Some(event)).unwrap();
    let out = folder.path().join("out");
    let names = exported(&session, &out, &PrivateData::Selected);
    assert_eq!(names, ["doses.csv", "history.csv", "medicines.csv"]);
    let all = folder.path().join("all");
    let names = exported(&session, &all, &PrivateData::All);
    assert!(names.contains(&"life-events.csv".to_owned()), "{names:?}");
    let doses = fs::read_to_string(out.join("treatment/doses.csv")).unwrap();
    assert!(
        doses.contains("2026-11-20") && doses.contains(&uid),
        "{doses}"
    );

    let history = fs::read_to_string(out.join("treatment/history.csv")).unwrap();
    assert!(history.contains("'=1+1"), "{history}");
    let other = tempfile::tempdir().unwrap();
    let mut fresh = open(&other);
    import_trials(&mut fresh, "history.csv".into(), history).unwrap();
    let trials = |session: &Session| session.journal().trials().unwrap().remove(0).1;
    assert_eq!(trials(&fresh), trials(&session));
}

#[test]
fn journal_without_treatment_exports_no_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let session = open(&folder);
    let out = folder.path().join("out");
    export_csv(&session, &out, &PrivateData::All).unwrap();
    assert!(!out.join("treatment").exists());
}
