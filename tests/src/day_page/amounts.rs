//! Sums shown beside the answers.

use super::today_page;
use crate::common::{self, NOON, draft, n, session, t};
use commands::Session;
use commands::entries::preview;
use domain::{Answer, Draft};

#[test]
fn weekly_movement_is_shown_beside_guideline() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    for (day, minutes, effort) in [
        ("2026-11-23", 30.0, "moderate"),
        ("2026-11-20", 20.0, "vigorous"),
        ("2026-11-18", 40.0, "light"),
        ("2026-11-10", 60.0, "moderate"),
    ] {
        common::record(
            &mut open,
            &draft(
                "exercise",
                day,
                &[("minutes", n(minutes)), ("effort", t(effort))],
            ),
        )
        .unwrap();
    }
    let message = &today_page(&open).weekly_totals["exercise"];
    assert!(
        message.starts_with("1 h 10 at moderate effort in these seven days."),
        "30 + 2 · 20, without what was eight days ago: {message}"
    );
    assert!(
        message.contains("150 to 300") && message.contains("any amount helps"),
        "{message}"
    );
}

#[test]
fn several_awake_times_are_listed_and_summed() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = session(folder.path(), NOON);
    let night = |awake: Answer| {
        draft(
            "sleep",
            "2026-11-23",
            &[
                ("bed", t("23:00")),
                ("try", t("23:00")),
                ("latency", n(0.0)),
                ("awake", awake),
                ("woke", t("07:00")),
                ("up", t("07:00")),
            ],
        )
    };
    let asleep = |open: &Session, draft: &Draft| {
        let sum = preview::preview_entry(open, draft.clone()).unwrap();
        sum.measures
            .into_iter()
            .find(|m| m.key == "asleep")
            .map(|m| m.text)
    };
    assert_eq!(
        asleep(&open, &night(Answer::Numbers(vec![15.0, 20.0, 25.0]))),
        Some("7 h".into()),
        "eight hours less one"
    );
    common::record(&mut open, &night(Answer::Numbers(vec![15.0, 20.0]))).unwrap();
    assert_eq!(
        today_page(&open).entries["sleep"][0].answers["awake"],
        Answer::Numbers(vec![15.0, 20.0]),
        "each is kept"
    );
    assert!(
        preview::preview_entry(&open, night(Answer::Numbers(vec![800.0, 200.0])).clone()).is_err(),
        "longer than can be"
    );
    let sum =
        preview::preview_entry(&open, night(Answer::Numbers(vec![400.0, 60.0])).clone()).unwrap();
    assert_eq!(
        sum.warnings,
        ["That is less than 2 hours of sleep. If that’s right, leave it."],
        "unusual is asked, not refused"
    );
    assert_eq!(
        sum.time_span, "22 Nov, 23:00 to 23 Nov, 07:00",
        "with its dates"
    );
    let mut restless = night(Answer::Number(20.0));
    restless.values.insert("wakings".into(), n(0.0));
    assert_eq!(
        preview::preview_entry(&open, restless.clone())
            .unwrap()
            .warnings,
        ["There are minutes awake, but no time you woke up. If that’s right, leave it."],
        "what does not go together is asked too"
    );
}
