//! The timeline, life events, and the history from a table of one's own.

use super::{add, daily, medicine, message, open, page};
use commands::Session;
use commands::figures::trends;
use commands::treatment::life_events::{LifeEventForm, life_events, save_life_event};
use commands::treatment::timeline::timeline;
use commands::treatment::trial_csv::{import_trials, trial_template};
use domain::treatment::LifeEventKind;
use std::fmt::Write as _;

fn event(what: &str, from: &str, to: &str) -> LifeEventForm {
    LifeEventForm {
        what: what.into(),
        kind: LifeEventKind::Work,
        from: from.into(),
        to: to.into(),
        ongoing: false,
        impact: Some(-2),
        private: false,
    }
}

#[test]
fn life_events_shade_every_chart_unless_private() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let mut shown = event("lost my job", "2026-11-02", "2026-11-05");
    save_life_event(&mut session, None, Some(shown.clone())).unwrap();
    assert_eq!(
        life_events(&session).unwrap()[0].about,
        "2 Nov 2026 – 5 Nov 2026 · work or study · −2 of 3"
    );
    let page = trends::trends(&session, "30".into(), true).unwrap();
    assert!(page.panels.len() > 3);
    for panel in &page.panels {
        let life = &panel.figure.life[0];
        assert_eq!(
            (life.from, life.to, life.label.as_str()),
            (8.0, 11.0, "lost my job")
        );
    }
    let text = |session: &Session| {
        let next = commands::visit::prepare::next(session).unwrap();
        let page = commands::visit::page::page(session, &next).unwrap();
        format!("{:?}", page.picture)
    };
    assert!(text(&session).contains("lost my job"));
    shown.private = true;
    let uid = life_events(&session).unwrap()[0].uid.clone();
    save_life_event(&mut session, Some(uid), Some(shown)).unwrap();
    assert!(!text(&session).contains("lost my job"));
    for (what, from, to) in [("", "2026", ""), ("x", "soon", ""), ("x", "2026", "2025")] {
        assert!(save_life_event(&mut session, None, Some(event(what, from, to))).is_err());
    }
}

#[test]
fn timeline_of_noor_holds_all_her_treatments() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    super::history::noor(&mut session);
    save_life_event(&mut session, None, Some(event("new city", "2012", ""))).unwrap();
    add(
        &mut session,
        medicine("Lithium", daily("2026-10-01", "450")),
    );
    let shown = timeline(&session).unwrap();
    let mut said = format!("from {}, {} days\n", shown.from, shown.days);
    for lane in &shown.lanes {
        let _ = writeln!(said, "{:?} {}", lane.group, lane.name);
        for part in &lane.parts {
            let fuzzy = if part.fuzzy { ", dashed" } else { "" };
            let _ = writeln!(
                said,
                "  {} to {}, thickness {}{fuzzy}: {}",
                part.from, part.to, part.height, part.said
            );
        }
    }
    for span in shown.episodes.iter().chain(&shown.events) {
        let _ = writeln!(said, "{} to {}: {}", span.from, span.to, span.label);
    }
    crate::figures::golden("figures/timeline-noor.txt", &said);
}

#[test]
fn table_of_treatments_comes_in_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let template = trial_template(&session).unwrap();
    let first = import_trials(&mut session, "mine.csv".into(), template.clone()).unwrap();
    assert_eq!(first.count, 2);
    assert_eq!(page(&session).trials.len(), 2);
    let again = import_trials(&mut session, "mine.csv".into(), template).unwrap();
    assert_eq!((again.count, again.topics.len()), (0, 0));
    assert_eq!(page(&session).trials.len(), 2);
}

#[test]
fn bad_table_changes_nothing_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let header = "name,from,helped\n";
    for (text, wanted) in [
        (
            format!("{header}Lithium,2019,a-lot\nSertraline,2019,great\n"),
            "line 3: “great” doesn’t fit the column “helped”",
        ),
        (format!("{header}Lithium,19x9,\n"), "line 2: from:"),
        (format!("{header},2019,\n"), "line 2: name:"),
        ("what\nx\n".into(), "The column “what” is not known."),
        ("from\n2019\n".into(), "The column “name” is missing."),
    ] {
        let error = import_trials(&mut session, "mine.csv".into(), text).unwrap_err();
        let said = message(&session, &error);
        assert!(said.contains("mine.csv") && said.contains(wanted), "{said}");
    }
    assert!(page(&session).trials.is_empty());
}

#[test]
fn five_hundred_trials_are_listed_and_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let mut table = String::from("name,from,to\n");
    for nth in 0..500 {
        let year = 1970 + nth % 50;
        let _ = writeln!(table, "Medicine {nth},{year}-03,{year}-09");
    }
    let added = import_trials(&mut session, "mine.csv".into(), table).unwrap();
    assert_eq!(added.count, 500);
    assert_eq!(page(&session).trials.len(), 500);
    assert_eq!(timeline(&session).unwrap().lanes.len(), 500);
}
