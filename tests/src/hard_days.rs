//! Hard days: a run of low days, what stood beside better days, own helplines, groups and tools.

use crate::common::{self, NOON, n, t};
use commands::figures::trends::trends;
use commands::support::own::{self, GroupForm};
use commands::support::{plan, support_now};
use commands::{Session, day, failure};
use domain::support::{OwnLine, PlanPart};

fn open(folder: &tempfile::TempDir) -> Session {
    common::session(&folder.path().join("journal"), NOON)
}

fn mood(session: &mut Session, day: &str, value: f64) {
    let draft = common::draft("mood", day, &[("mood", n(value))]);
    common::record(session, &draft).unwrap();
}

fn walk(session: &mut Session, day: &str) {
    let draft = common::draft(
        "exercise",
        day,
        &[("kind", t("walk")), ("minutes", n(20.0))],
    );
    common::record(session, &draft).unwrap();
}

#[test]
fn run_of_low_days_leads_with_help_and_hides_charts() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    plan::save_plan_part(&mut session, PlanPart::Alone, vec!["the balcony".into()]).unwrap();
    for day in ["2026-11-20", "2026-11-22"] {
        mood(&mut session, day, 2.0);
    }
    let today = |session: &Session| day::page::day_page(session, None).unwrap().hard_day;
    assert_eq!(today(&session), None, "two days are no run");
    assert!(!trends(&session, "30".into(), false).unwrap().low_run);
    mood(&mut session, "2026-11-21", 1.0);
    let hard = today(&session).unwrap();
    assert_eq!(hard.plan, ["the balcony"]);
    assert_eq!(hard.helped, Vec::<String>::new(), "too few better days");
    assert!(trends(&session, "30".into(), false).unwrap().low_run);
    mood(&mut session, "2026-11-23", 5.0);
    assert_eq!(today(&session), None, "a better day ends it");
    assert!(!trends(&session, "30".into(), false).unwrap().low_run);
}

#[test]
fn what_stood_beside_better_days_is_only_counted() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    // Twelve ordinary days and six better ones, four of them with a walk.
    for nth in 1..=12 {
        mood(&mut session, &format!("2026-10-{nth:02}"), 4.0);
    }
    for nth in 1..=6 {
        mood(&mut session, &format!("2026-11-{nth:02}"), 7.0);
    }
    for nth in 1..=4 {
        walk(&mut session, &format!("2026-11-{nth:02}"));
    }
    walk(&mut session, "2026-10-03");
    mood(&mut session, "2026-11-23", 1.0);
    let hard = day::page::day_page(&session, None)
        .unwrap()
        .hard_day
        .unwrap();
    assert_eq!(hard.helped.len(), 1, "{:?}", hard.helped);
    let line = hard.helped[0].to_lowercase();
    assert!(
        line.contains("walk") && line.ends_with(": on 4 of 6"),
        "{line}"
    );
}

#[test]
fn days_alike_have_no_better_ones() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    for nth in 1..=22 {
        mood(&mut session, &format!("2026-11-{nth:02}"), 2.0);
        walk(&mut session, &format!("2026-11-{nth:02}"));
    }
    let hard = day::page::day_page(&session, None)
        .unwrap()
        .hard_day
        .unwrap();
    assert_eq!(hard.helped, Vec::<String>::new());
}

#[test]
fn own_lines_stand_in_support_now() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let line = |number: &str| OwnLine {
        name: "The crisis team".into(),
        number: number.into(),
        about: "from 17:00".into(),
    };
    let refused = own::save_own_line(&mut session, None, Some(line("call us"))).unwrap_err();
    let said = failure::message::localize(&refused, &session).message;
    assert!(said.contains("number"), "{said}");
    own::save_own_line(&mut session, None, Some(line("01632 960455"))).unwrap();
    let shown = support_now(&session).unwrap().own_lines;
    assert_eq!(shown[0].line, line("01632 960455"));
    own::save_own_line(&mut session, Some(shown[0].uid.clone()), None).unwrap();
    assert!(support_now(&session).unwrap().own_lines.is_empty());
}

#[test]
fn groups_have_a_place_and_a_next_date() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let form = |next: &str| GroupForm {
        name: "Thursday group".into(),
        place: "Library on the corner".into(),
        next: next.into(),
    };
    assert!(own::save_group(&mut session, None, Some(form("someday"))).is_err());
    own::save_group(&mut session, None, Some(form("3 December"))).unwrap();
    let groups = support_now(&session).unwrap().groups;
    assert_eq!(
        groups[0].about,
        "Library on the corner · next on 3 Dec 2026"
    );
}

#[test]
fn tools_are_begun_from_support_and_kept_as_entries() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let trackers = commands::trackers::trackers(&session).unwrap().trackers;
    let tools: Vec<_> = trackers.iter().filter(|t| t.definition.tool).collect();
    assert_eq!(tools.len(), 5);
    let asked = commands::trackers::active(&session).unwrap();
    assert!(asked.iter().all(|d| !d.tool), "no tool is asked");
    let draft = common::draft(
        "thought-record",
        "2026-11-23",
        &[
            ("thought", t("Nobody likes me")),
            ("believed", n(80.0)),
            ("against", t("Jana called")),
        ],
    );
    common::record(&mut session, &draft).unwrap();
    assert_eq!(session.journal().all_entries().unwrap().len(), 1);
}

#[test]
fn signs_are_off_until_one_is_added_and_never_scored() {
    use commands::support::signs;
    use domain::early_sign::EarlySign;
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    for nth in 1..=19 {
        mood(&mut session, &format!("2026-11-{nth:02}"), 6.0);
    }
    for nth in 20..=22 {
        mood(&mut session, &format!("2026-11-{nth:02}"), 4.0);
    }
    let said = |session: &Session| day::page::day_page(session, None).unwrap().signs;
    assert_eq!(said(&session), "");
    let sign = |days: u32| EarlySign {
        tracker: "mood".into(),
        of: "mood".into(),
        higher: false,
        weeks: 2,
        days,
    };
    assert!(signs::save_sign(&mut session, None, Some(sign(2))).is_err());
    signs::save_sign(&mut session, None, Some(sign(3))).unwrap();
    assert_eq!(
        said(&session),
        "Some of your early signs are there. Your plan is here."
    );
    mood(&mut session, "2026-11-22", 7.0);
    assert_eq!(said(&session), "", "a day like others ends it");
}

#[test]
fn hidden_numbers_are_on_the_page_alone() {
    use commands::app::preferences;
    use commands::visit::export;
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    for nth in 1..=22 {
        mood(&mut session, &format!("2026-11-{nth:02}"), 6.0);
    }
    let page = day::page::day_page(&session, None).unwrap();
    assert!(page.fourteen_days.is_some());
    preferences::set_preference(&mut session, "hide-numbers".into(), "yes".into()).unwrap();
    let page = day::page::day_page(&session, None).unwrap();
    assert!(page.fourteen_days.is_none() && page.weekly_totals.is_empty());
    assert!(trends(&session, "30".into(), false).unwrap().numbers_hidden);
    let visit = domain::Visit {
        days: 30,
        ..commands::visit::prepare::next(&session).unwrap()
    };
    commands::visit::prepare::change_visit(&mut session, visit).unwrap();
    let text = export::visit_text(&mut session).unwrap();
    assert!(text.contains(": 6, 2"), "{text}");
}

#[test]
fn plan_is_on_the_page_only_if_ticked() {
    use commands::visit::{export, prepare};
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    plan::save_plan_part(&mut session, PlanPart::Alone, vec!["the balcony".into()]).unwrap();
    assert!(
        !export::visit_text(&mut session)
            .unwrap()
            .contains("the balcony")
    );
    let visit = domain::Visit {
        with_plan: true,
        ..prepare::next(&session).unwrap()
    };
    prepare::change_visit(&mut session, visit).unwrap();
    assert!(
        export::visit_text(&mut session)
            .unwrap()
            .contains("the balcony")
    );
}
