//! Patterns told from a journal, and what was before and after a known date.

use crate::common::{self, NOON, n, t};
use chrono::{Duration, NaiveDate};
use commands::Session;
use commands::patterns::before_after::before_after;
use commands::patterns::cards::{PatternsPage, hide_pattern, patterns};
use commands::treatment::form::{DoseForm, IntakeForm, MedicineForm, PlanKind};
use commands::treatment::medicines::{change_dose, save_medicine};
use domain::pattern::SplitMix64;
use domain::treatment::MedicineKind;

fn open(folder: &tempfile::TempDir) -> Session {
    common::session(&folder.path().join("journal"), NOON)
}

/// Records days that end yesterday: minutes of exercise at random, and a mood that follows them or
/// not. Each day is written on its day as far as the journal can tell: it has no entry written later.
pub fn days(session: &mut Session, days: i64, follows: bool) {
    let mut random = SplitMix64::new(5);
    let today = session.today();
    for back in (1..=days).rev() {
        let day = (today - Duration::days(back)).to_string();
        let minutes = f64::from(u32::try_from(random.below(7)).unwrap()) * 10.0;
        let noise = f64::from(u32::try_from(random.below(3)).unwrap());
        let other = f64::from(u32::try_from(random.below(7)).unwrap());
        let mood = if follows { minutes / 10.0 } else { other } + noise;
        common::record(session, &common::draft("mood", &day, &[("mood", n(mood))])).unwrap();
        if minutes > 0.0 {
            let walk = [("kind", t("walk")), ("minutes", n(minutes))];
            common::record(session, &common::draft("exercise", &day, &walk)).unwrap();
        }
        // Something else was written down too: a day without a walk is known to have none.
        let drafts = common::a_day(&day).into_iter();
        for other in drafts.filter(|draft| draft.tracker == "diet") {
            common::record(session, &other).unwrap();
        }
    }
}

/// Counts entries written later too: here all of them are.
pub fn with_late(session: &mut Session) {
    let key = "late-in-patterns".to_owned();
    commands::app::preferences::set_preference(session, key, "yes".into()).unwrap();
}

fn said(page: &PatternsPage) -> Vec<&str> {
    page.cards.iter().map(|card| card.said.as_str()).collect()
}

#[test]
fn planted_pattern_is_told_and_can_be_hidden() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    days(&mut session, 90, true);
    let page = patterns(&session).unwrap();
    assert!(page.cards.is_empty(), "written later: {:?}", said(&page));
    with_late(&mut session);
    let page = patterns(&session).unwrap();
    assert_eq!(
        said(&page),
        ["On days with more exercise, your mood tended to be higher (90 days)."]
    );
    let card = &page.cards[0];
    assert!(card.doubt.starts_with("This can have other causes"));
    assert!(card.low > 0.25 && card.low < card.rho && card.rho < card.high);
    let again = patterns(&session).unwrap();
    assert_eq!(
        again.cards[0], *card,
        "the same seed gives the same interval"
    );
    hide_pattern(&mut session, card.key.clone(), true).unwrap();
    let page = patterns(&session).unwrap();
    assert_eq!((page.cards.len(), page.hidden.len()), (0, 1));
    commands::app::undo::undo(&mut session).unwrap();
    assert_eq!(patterns(&session).unwrap().cards.len(), 1);
    assert!(hide_pattern(&mut session, "No such,Key".into(), true).is_err());
}

#[test]
fn unrelated_measures_show_no_clear_pattern() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    with_late(&mut session);
    days(&mut session, 20, false);
    let page = patterns(&session).unwrap();
    assert_eq!(page.rest[0].title, "more exercise and mood");
    assert_eq!(page.rest[0].said, "Not enough yet (20 of 30 days)");
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    with_late(&mut session);
    days(&mut session, 60, false);
    let page = patterns(&session).unwrap();
    assert!(page.cards.is_empty(), "{:?}", said(&page));
    assert_eq!(
        page.rest[0].said,
        "No clear pattern in your data yet (60 days)"
    );
    assert_eq!(
        page.looked_at,
        "2 pairs were looked at, in the last 730 days."
    );
}

fn dose(from: NaiveDate, amount: &str) -> DoseForm {
    DoseForm {
        from: from.to_string(),
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

#[test]
fn before_and_after_is_only_for_known_dates() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    assert!(before_after(&session, None).unwrap().dates.is_empty());
    let today = session.today();
    let form = MedicineForm {
        name: "Sertraline".into(),
        kind: MedicineKind::Prescribed,
        form: String::new(),
        reason: String::new(),
        prescriber: String::new(),
        dose: dose(today - Duration::days(200), "50"),
        second: false,
    };
    let uid = save_medicine(&mut session, None, form)
        .unwrap()
        .uid
        .unwrap();
    change_dose(
        &mut session,
        uid.clone(),
        dose(today - Duration::days(20), "100"),
    )
    .unwrap();
    // Too recent to be compared.
    change_dose(&mut session, uid, dose(today - Duration::days(5), "150")).unwrap();
    for back in 0..42 {
        let day = (today - Duration::days(back)).to_string();
        let mood = if back <= 20 { 5.0 } else { 3.0 };
        common::record(
            &mut session,
            &common::draft("mood", &day, &[("mood", n(mood))]),
        )
        .unwrap();
    }
    let page = before_after(&session, None).unwrap();
    let dates: Vec<&str> = page.dates.iter().map(|date| date.title.as_str()).collect();
    assert_eq!(
        dates,
        [
            "3 Nov 2026: Sertraline 100 mg (was 50 mg)",
            "7 May 2026: Sertraline 50 mg"
        ]
    );
    assert_eq!(page.headings, ["21 days before", "21 days since"]);
    let mood = &page.rows[0];
    assert_eq!(mood.before, "typical 3, 21 of 21 days");
    assert_eq!(mood.since, "typical 5, 21 of 21 days");
    assert_eq!(
        mood.said,
        "of 100 pairs of a day before and a day since, 100 are higher since and 0 lower"
    );
    let page = before_after(&session, Some("2026-05-07".into())).unwrap();
    assert!(page.rows.is_empty(), "nothing recorded then");
    assert!(before_after(&session, Some("soon".into())).is_err());
}
