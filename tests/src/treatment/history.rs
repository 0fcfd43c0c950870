//! The history of trials, health notes and the pages of treatment.

use super::{add, daily, mark, medicine, open, page};
use commands::Session;
use commands::app::preferences;
use commands::treatment::find;
use commands::treatment::form::MedicineForm;
use commands::treatment::health::{self, HealthForm};
use commands::treatment::printed::{TreatmentPages, treatment_pdf, treatment_text};
use commands::treatment::trials::{self, TrialForm};
use commands::visit::export;
use domain::treatment::{DoseStatus, HealthKind, Helped, Known, MedicineKind, TrialKind};

pub(super) fn trial(name: &str) -> TrialForm {
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
        scores: String::new(),
        side_effects: "nausea".into(),
        why_stopped: "not enough help".into(),
        known: Known::Letter,
    }
}

#[test]
fn partial_dates_and_forgotten_ones_are_kept() {
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
fn history_answers_each_question_of_evaluation() {
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
            until: String::new(),
            detail: "Dr Brandt".into(),
            weight: None,
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
        (
            "Treatment history: Second episode, 2016 to 2020",
            "Duloxetine, lithium",
        ),
        ("Prescribed", "Sertraline · 50 mg at 08:00, every day"),
        ("Without a prescription", "nothing recorded"),
        ("Herbal and supplements", "Lavender oil"),
        (
            "Taken as prescribed? Doses marked, last 28 days",
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
    let text = export::visit_text(&mut session).unwrap();
    assert!(
        text.contains("Sertraline: 50 mg at 08:00, every day"),
        "{text}"
    );
    let mut visit = commands::visit::prepare::next(&session).unwrap();
    visit.excluded.push("medicines".into());
    commands::visit::prepare::change_visit(&mut session, visit).unwrap();
    let text = export::visit_text(&mut session).unwrap();
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

#[derive(serde::Deserialize)]
struct Patient {
    trial: Vec<TrialForm>,
    medicine: Vec<MedicineForm>,
    health: Vec<HealthForm>,
}

/// Writes noor's treatments into a journal. Returns every fact of her file.
pub fn noor(session: &mut Session) -> Vec<String> {
    let file = crate::common::root().join("tests/patients/noor.toml");
    let noor: Patient = toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let mut facts: Vec<String> = Vec::new();
    for form in noor.trial {
        let said = [
            &form.name,
            &form.highest_dose,
            &form.weeks,
            &form.combined_with,
        ];
        facts.extend(
            said.into_iter()
                .chain([&form.side_effects, &form.why_stopped])
                .cloned(),
        );
        trials::save_trial(session, None, Some(form)).unwrap();
    }
    for form in noor.medicine {
        facts.extend([&form.name, &form.form, &form.reason, &form.prescriber].map(Clone::clone));
        facts.extend(form.dose.times.iter().map(|intake| intake.amount.clone()));
        facts.push(form.dose.most.clone());
        add(session, form);
    }
    for form in noor.health {
        facts.extend([form.text.clone(), form.detail.clone()]);
        health::save_health_note(session, None, Some(form)).unwrap();
    }
    facts
}

/// Fourteen years on two pages, and every word of every fact on them.
#[test]
fn fourteen_years_fit_two_pages_with_every_fact() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let facts = noor(&mut session);
    assert_eq!(page(&session).trials.len(), 16);
    let pdf = treatment_pdf(&session, TreatmentPages::History).unwrap();
    let place = folder.path().join("history.pdf");
    std::fs::write(&place, &pdf).unwrap();
    if let Some(target) = std::env::var_os("DAYMARK_PICTURES") {
        std::fs::copy(&place, std::path::Path::new(&target).join("noor.pdf")).unwrap();
    }
    let run = |program: &str, arguments: &[&str]| {
        let out = std::process::Command::new(program)
            .arg(&place)
            .args(arguments)
            .output();
        String::from_utf8(out.unwrap().stdout).unwrap()
    };
    let info = run("pdfinfo", &[]);
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:"));
    assert_eq!(pages.map(str::trim), Some("2"));
    let text = run("pdftotext", &["-raw", "-"]);
    let words: std::collections::BTreeSet<&str> = text.split_whitespace().collect();
    for fact in &facts {
        for word in fact.split_whitespace() {
            let there = words.iter().any(|w| w.contains(word));
            assert!(there, "“{word}” of “{fact}” is not on the page");
        }
    }
    let golden = treatment_text(&session, TreatmentPages::History).unwrap();
    crate::figures::golden("report/noor-history.txt", &golden);
}
