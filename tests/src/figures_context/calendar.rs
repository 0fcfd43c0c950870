//! The calendar and what it counts.

use crate::common::{self, NOON, draft, n, session, t};
use commands::Session;
use commands::calendar::month;
use commands::calendar::year;
use commands::figures::trends;
use commands::trackers;

#[test]
fn calendar_offers_every_measure_even_if_archived() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(
        &mut open,
        &draft(
            "diet",
            "2026-11-20",
            &[("appetite", t("more")), ("water", n(5.0))],
        ),
    )
    .unwrap();
    let retired = trackers::TrackerChange {
        status: Some(domain::tracker::TrackerStatus::Archived),
        ..Default::default()
    };
    trackers::change_tracker(&mut open, "diet".into(), retired.clone()).unwrap();
    let labels = |open: &Session| {
        let page = month::month(open, "".into(), "".into(), "".into()).unwrap();
        page.head
            .choices
            .into_iter()
            .map(|c| (c.tracker, c.of))
            .collect::<Vec<_>>()
    };
    let all = labels(&open);
    for (tracker, of) in [
        ("mood", "energy"),
        ("sleep", "naps"),
        ("diet", "appetite"),
        ("diet", "water"),
    ] {
        assert!(
            all.contains(&(tracker.into(), of.into())),
            "{tracker} {of} is among {all:?}"
        );
    }
    let unique: std::collections::BTreeSet<_> = all.iter().collect();
    assert_eq!(unique.len(), all.len(), "each once");
    let page = month::month(&open, "".into(), "diet".into(), "appetite".into()).unwrap();
    let cell = page
        .weeks
        .iter()
        .flatten()
        .flatten()
        .find(|c| c.number == 20)
        .unwrap();
    assert_eq!(
        (cell.value.as_str(), cell.shade),
        ("1", Some(4)),
        "coloured by its own scale"
    );
    for (tracker, of) in all {
        month::month(&open, "".into(), tracker.clone(), of.clone()).unwrap();
        year::year(&open, None, tracker.clone(), of.clone()).unwrap();
    }
}

#[test]
fn current_month_and_year_count_only_elapsed_days() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    common::record(&mut open, &draft("mood", "2026-11-20", &[("mood", n(4.0))])).unwrap();
    let month = month::month(&open, "".into(), "mood".into(), "mood".into()).unwrap();
    assert!(
        month.head.description.contains("1 of 23 days"),
        "{}",
        month.head.description
    );
    let year = year::year(&open, None, "mood".into(), "mood".into()).unwrap();
    assert!(
        year.head.description.contains("1 of 327 days"),
        "{}",
        year.head.description
    );
    let plan = draft("small-plan", "2026-11-30", &[("what", t("the balcony"))]);
    common::record(&mut open, &plan).unwrap();
    let trends = trends::trends(&open, "all".into(), false).unwrap();
    assert_eq!(
        trends.panels[0].figure.days, 7,
        "a plan ahead does not make the days before it"
    );
}
