//! The safety plan, the people and the helplines.

use crate::common::{self, NOON};
use commands::app::{preferences, undo};
use commands::backup::{self, restore};
use commands::support::{people, plan, printed, support_now, while_locked};
use commands::{Error, ErrorCode, Session, failure};
use domain::support::{Person, PlanPart};

fn open(folder: &tempfile::TempDir) -> Session {
    common::session(&folder.path().join("journal"), NOON)
}

fn save(session: &mut Session, part: PlanPart, lines: &[&str]) {
    let lines = lines.iter().map(|line| (*line).to_owned()).collect();
    plan::save_plan_part(session, part, lines).unwrap();
}

fn lines(session: &Session, part: PlanPart) -> Vec<String> {
    let parts = support_now(session).unwrap().plan.parts;
    parts.into_iter().find(|p| p.part == part).unwrap().lines
}

fn sister() -> Person {
    Person {
        name: "My sister".into(),
        phone: "01632 960147".into(),
        note: "listens".into(),
        at_night: true,
        message: "Can you call me tonight?".into(),
        position: 0,
    }
}

#[test]
fn plan_keeps_order_and_survives_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    assert_eq!(support_now(&session).unwrap().plan.changed, "");
    save(
        &mut session,
        PlanPart::Alone,
        &["a shower", "  ", " the balcony "],
    );
    save(&mut session, PlanPart::Alone, &["the balcony", "a shower"]);
    save(&mut session, PlanPart::Matters, &["the garden"]);
    session.close().unwrap();
    let session = open(&folder);
    assert_eq!(
        lines(&session, PlanPart::Alone),
        ["the balcony", "a shower"]
    );
    assert_eq!(lines(&session, PlanPart::Matters), ["the garden"]);
    let changed = support_now(&session).unwrap().plan.changed;
    assert_eq!(changed, "last changed on 23 Nov 2026");
}

#[test]
fn emptied_plan_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    save(&mut session, PlanPart::Signs, &["I stop answering"]);
    save(&mut session, PlanPart::Signs, &[]);
    assert_eq!(support_now(&session).unwrap().plan.changed, "");
    let undone = undo::undo(&mut session).unwrap();
    assert!(undone.message.contains("your plan"), "{}", undone.message);
    assert_eq!(lines(&session, PlanPart::Signs), ["I stop answering"]);
}

#[test]
fn oversized_plan_is_refused_and_nothing_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    save(&mut session, PlanPart::Help, &["my sister"]);
    let long = vec!["x".repeat(100_000)];
    let refused = plan::save_plan_part(&mut session, PlanPart::Help, long).unwrap_err();
    let message = failure::message::localize(&refused, &session);
    assert_eq!(message.code, ErrorCode::Validation);
    assert_eq!(message.message, "Shorten it to 300 characters at most.");
    let many = vec!["line".to_owned(); 21];
    assert!(plan::save_plan_part(&mut session, PlanPart::Help, many).is_err());
    assert_eq!(lines(&session, PlanPart::Help), ["my sister"]);
}

#[test]
fn phone_number_with_letters_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let person = Person {
        phone: "call the clinic".into(),
        ..sister()
    };
    let refused = people::save_person(&mut session, None, Some(person)).unwrap_err();
    assert!(matches!(refused, Error::Input { field: "phone", .. }));
    let nameless = Person {
        name: " ".into(),
        ..sister()
    };
    assert!(people::save_person(&mut session, None, Some(nameless)).is_err());
    assert!(support_now(&session).unwrap().people.is_empty());
}

#[test]
fn people_are_listed_in_order_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let noor = Person {
        name: "Noor".into(),
        phone: String::new(),
        at_night: false,
        note: String::new(),
        position: 1,
        ..sister()
    };
    let uid = people::save_person(&mut session, None, Some(noor))
        .unwrap()
        .uid;
    people::save_person(&mut session, None, Some(sister())).unwrap();
    let shown = support_now(&session).unwrap().people;
    let names: Vec<_> = shown.iter().map(|p| p.person.name.as_str()).collect();
    assert_eq!(names, ["My sister", "Noor"]);
    assert_eq!(shown[0].about, "listens · you may call at night");
    people::save_person(&mut session, uid, None).unwrap();
    assert_eq!(support_now(&session).unwrap().people.len(), 1);
}

#[test]
fn numbers_follow_the_country() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let mut of = |code: &str| {
        preferences::set_preference(&mut session, "country".into(), code.into()).unwrap();
        support_now(&session).unwrap()
    };
    let britain = of("GB");
    assert_eq!(britain.emergency, "999");
    assert_eq!(britain.lines[0].number, "116 123");
    assert_eq!(
        britain.lines[0].about,
        "day and night · free · checked Nov 2026"
    );
    assert!(britain.lines[1].text, "Shout is written to");
    assert!(of("IE").lines[0].about.ends_with("please check"));
    let elsewhere = of("CL");
    assert_eq!(
        (elsewhere.emergency.as_str(), elsewhere.lines.len()),
        ("", 0)
    );
}

#[test]
fn backup_restores_plan_and_people() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    common::record(&mut session, &common::a_day("2026-11-23")[0]).unwrap();
    save(&mut session, PlanPart::Signs, &["awake before four"]);
    people::save_person(&mut session, None, Some(sister())).unwrap();
    backup::create_backup(&mut session).unwrap();
    let uid = support_now(&session).unwrap().people[0].uid.clone();
    people::save_person(&mut session, Some(uid), None).unwrap();
    save(&mut session, PlanPart::Signs, &[]);
    let name = backup::backups(&session).unwrap().backups[0]
        .folder_name
        .clone();
    restore::restore_backup(&mut session, name).unwrap();
    assert_eq!(lines(&session, PlanPart::Signs), ["awake before four"]);
    assert_eq!(support_now(&session).unwrap().people[0].person, sister());
}

/// Asks the system's PDF library whether a PDF is one tagged page.
fn is_one_tagged_page(pdf: &[u8], folder: &tempfile::TempDir) -> bool {
    let file = folder.path().join("plan.pdf");
    std::fs::write(&file, pdf).unwrap();
    let info = std::process::Command::new("pdfinfo").arg(&file).output();
    let info = String::from_utf8_lossy(&info.unwrap().stdout).into_owned();
    let words = info.split_whitespace().collect::<Vec<_>>().join(" ");
    words.contains("Tagged: yes") && words.contains("Pages: 1 ") && words.contains("Title: My plan")
}

#[test]
fn plan_and_cards_print_as_one_tagged_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    preferences::set_preference(&mut session, "country".into(), "DE".into()).unwrap();
    let empty = printed::plan_pdf(&session).unwrap();
    for part in PlanPart::ALL {
        save(
            &mut session,
            part,
            &["One line of it 🙂", "Ein zweiter Satz, etwas länger"],
        );
    }
    people::save_person(&mut session, None, Some(sister())).unwrap();
    let full = printed::plan_pdf(&session).unwrap();
    let card = printed::card_pdf(&session).unwrap();
    for pdf in [&empty, &full, &card] {
        assert!(is_one_tagged_page(pdf, &folder));
        assert!(
            String::from_utf8_lossy(pdf).contains("pdfuaid:part"),
            "PDF/UA"
        );
    }
    if let Some(target) = std::env::var_os("DAYMARK_PICTURES") {
        let place = std::path::Path::new(&target).join("plan.pdf");
        std::fs::write(place, &full).unwrap();
        let place = std::path::Path::new(&target).join("card.pdf");
        std::fs::write(place, &card).unwrap();
    }
}

fn show_while_locked(session: &mut Session, pieces: &str) {
    preferences::set_preference(session, "support-while-locked".into(), pieces.into()).unwrap();
}

#[test]
fn only_chosen_pieces_are_readable_while_locked() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    preferences::complete_onboarding(&mut session, "GB".into()).unwrap();
    save(&mut session, PlanPart::Alone, &["the balcony"]);
    people::save_person(&mut session, None, Some(sister())).unwrap();
    let paths = session.journal().paths().clone();
    let file = paths.support_file();
    assert!(!file.exists(), "nothing was chosen");
    show_while_locked(&mut session, "plan");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("the balcony") && !text.contains("01632"),
        "{text}"
    );
    assert!(
        text.contains("999") && !text.contains("Samaritans"),
        "{text}"
    );
    // What changes is written again, whatever the way.
    save(&mut session, PlanPart::Alone, &["the garden"]);
    let shown = while_locked::read(&paths).unwrap();
    assert_eq!(shown.plan.parts[1].lines, ["the garden"]);
    undo::undo(&mut session).unwrap();
    let shown = while_locked::read(&paths).unwrap();
    assert_eq!(shown.plan.parts[1].lines, ["the balcony"]);
    show_while_locked(&mut session, "contacts lines");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(
        !text.contains("the balcony") && text.contains("01632"),
        "{text}"
    );
    assert_eq!(while_locked::read(&paths).unwrap().emergency, "999");
    show_while_locked(&mut session, "");
    assert!(!file.exists(), "taken back");
    assert!(
        preferences::set_preference(
            &mut session,
            "support-while-locked".into(),
            "journal".into()
        )
        .is_err()
    );
}

#[cfg(unix)]
#[test]
fn readable_pieces_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    show_while_locked(&mut session, "plan");
    let file = session.journal().paths().support_file();
    let mode = std::fs::metadata(file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn earlier_plans_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    save(&mut session, PlanPart::Alone, &["a shower"]);
    save(&mut session, PlanPart::Alone, &["the balcony"]);
    let said = |session: &Session| {
        let plans = plan::earlier_plans(session).unwrap().into_iter();
        plans
            .map(|plan| plan.parts[0].text.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(said(&session), ["the balcony", "a shower"]);
    undo::undo(&mut session).unwrap();
    assert_eq!(said(&session), ["a shower"]);
}
