//! Trends by weekday and time of day, a closer look, saved views, and a chart as a file.

use crate::common::{self, NOON, draft, n, t};
use chrono::{Datelike as _, Duration, Weekday};
use commands::figures::chart_file::{ChartChoice, ChartFormat, chart_file};
use commands::figures::profiles::{Profile, profiles};
use commands::figures::trends::trends;
use commands::figures::views::{remove_view, save_view};
use commands::saving::{SaveRequest, suggest};
use commands::{Session, failure};
use domain::preferences::TrendView;

fn open(folder: &tempfile::TempDir) -> Session {
    common::session(&folder.path().join("journal"), NOON)
}

/// Eight weeks: mood 3, on Sundays 6, and never on a Friday; a walk on Mondays.
fn weeks(session: &mut Session) {
    let today = session.today();
    for back in (0..56).rev() {
        let day = today - Duration::days(back);
        let text = day.to_string();
        let mood = if day.weekday() == Weekday::Sun {
            6.0
        } else {
            3.0
        };
        if day.weekday() != Weekday::Fri {
            common::record(session, &draft("mood", &text, &[("mood", n(mood))])).unwrap();
            let drafts = common::a_day(&text).into_iter();
            for other in drafts.filter(|draft| draft.tracker == "diet") {
                common::record(session, &other).unwrap();
            }
        }
        if day.weekday() == Weekday::Mon {
            let walk = [("kind", t("walk")), ("minutes", n(30.0))];
            common::record(session, &draft("exercise", &text, &walk)).unwrap();
        }
    }
}

fn of<'a>(all: &'a [Profile], tracker: &str) -> &'a Profile {
    let mut found = all.iter().filter(|profile| profile.tracker == tracker);
    found.next().unwrap()
}

#[test]
fn weekday_without_half_its_days_has_no_typical() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    weeks(&mut session);
    let page = profiles(&session, "all".into(), false).unwrap();
    let mood = of(&page.profiles, "mood");
    let named = |name: &str| {
        mood.weekdays
            .parts
            .iter()
            .find(|part| part.name == name)
            .unwrap()
    };
    let sunday = named("Sunday");
    assert_eq!(
        (sunday.text.as_str(), sunday.counted.as_str()),
        ("typical 6", "8 of 8 days")
    );
    assert_eq!(
        (mood.weekdays.low.as_str(), mood.weekdays.high.as_str()),
        ("0", "10")
    );
    let friday = named("Friday");
    assert_eq!(
        (friday.spread, friday.counted.as_str()),
        (None, "0 of 8 days")
    );
    assert_eq!(friday.text, "too few for a typical value");
    assert!(
        mood.times.parts.is_empty(),
        "one mood a day, without a time"
    );
}

/// A day on which something else was written down is known to have had no walk; another is not known.
#[test]
fn day_known_to_have_none_counts_as_zero() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    weeks(&mut session);
    let page = profiles(&session, "all".into(), false).unwrap();
    let exercise = of(&page.profiles, "exercise");
    let text = |nth: usize| {
        let part = &exercise.weekdays.parts[nth];
        format!("{}, {}", part.text, part.counted)
    };
    assert_eq!(text(0), "typical 30 min, 8 of 8 days");
    assert_eq!(text(1), "typical 0 min, 8 of 8 days");
    assert_eq!(text(4), "too few for a typical value, 0 of 8 days");
}

#[test]
fn times_of_day_are_told_where_two_parts_have_enough() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let today = session.today();
    let timed = |day: chrono::NaiveDate, at: &str, after: f64| domain::Draft {
        at: Some(at.into()),
        another: true,
        ..draft(
            "practice",
            &day.to_string(),
            &[
                ("kind", t("breathing")),
                ("minutes", n(5.0)),
                ("before", n(7.0)),
                ("after", n(after)),
            ],
        )
    };
    for back in 1..=5 {
        let day = today - Duration::days(back);
        for (at, after) in [("08:00", 6.0), ("21:00", 3.0)] {
            common::record(&mut session, &timed(day, at, after)).unwrap();
        }
    }
    let page = profiles(&session, "all".into(), true).unwrap();
    let mut timed = page
        .profiles
        .iter()
        .filter(|profile| !profile.times.parts.is_empty());
    let eased = timed.next().unwrap();
    let text = |nth: usize| {
        let part = &eased.times.parts[nth];
        format!("{}: {}, {}", part.name, part.text, part.counted)
    };
    assert_eq!(text(0), "Morning, 5 to 12: typical 1, 5 of 10 entries");
    assert_eq!(
        text(1),
        "Afternoon, 12 to 17: too few for a typical value, 0 of 10 entries"
    );
    assert_eq!(text(2), "Evening, 17 to 22: typical 4, 5 of 10 entries");
    assert!(timed.next().is_none(), "{:?}", timed.next());
}

#[test]
fn stretch_has_been_and_is_at_least_a_week() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    weeks(&mut session);
    let page = trends(&session, "2026-10-05..2026-10-18".into(), false).unwrap();
    assert_eq!(page.period, "5 Oct 2026 to 18 Oct 2026");
    assert_eq!(page.panels[0].figure.days, 14);
    for span in [
        "2026-10-05..2026-10-10",
        "2026-11-20..2026-11-30",
        "2026-10-18..2026-10-05",
        "0001-01-01..2026-10-05",
        "..",
        "2026-10-05",
    ] {
        assert!(trends(&session, span.into(), false).is_err(), "{span}");
    }
}

#[test]
fn chart_is_saved_as_picture_and_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    weeks(&mut session);
    let choice = ChartChoice {
        span: "2026-10-05..2026-10-18".into(),
        tracker: "mood".into(),
        of: "mood".into(),
    };
    let file = |format| chart_file(&session, &choice, format).unwrap();
    let csv = String::from_utf8(file(ChartFormat::Csv)).unwrap();
    let csv = csv.strip_prefix('\u{feff}').unwrap();
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(
        rows[..3],
        ["day,value,as shown", "2026-10-05,3,3", "2026-10-06,3,3"]
    );
    assert_eq!((rows.len(), rows[5]), (15, "2026-10-09,,"), "{csv}");
    let svg = String::from_utf8(file(ChartFormat::Svg)).unwrap();
    assert!(
        svg.starts_with("<svg") && !svg.contains("<text"),
        "letters are shapes"
    );
    let png = file(ChartFormat::Png);
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert!(width > 1000, "{width}");
    if let Some(target) = std::env::var_os("DAYMARK_PICTURES") {
        std::fs::write(std::path::Path::new(&target).join("chart-mood.png"), &png).unwrap();
    }
    let wrong = ChartChoice {
        of: "nothing".into(),
        ..choice.clone()
    };
    assert!(chart_file(&session, &wrong, ChartFormat::Png).is_err());
    let request = SaveRequest::Chart {
        chart: choice,
        format: ChartFormat::Png,
    };
    assert_eq!(
        suggest(&session, &request).unwrap().name,
        "Mood 2026-11-23.png"
    );
}

#[test]
fn view_is_kept_by_name_and_refused_without_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let view = |name: &str, span: &str| TrendView {
        name: name.into(),
        span: span.into(),
        everything: true,
        measures: vec!["mood mood".into(), "sleep asleep".into()],
    };
    save_view(&mut session, view(" Nights ", "90")).unwrap();
    save_view(&mut session, view("Nights", "365")).unwrap();
    let kept = trends(&session, "30".into(), false).unwrap().views;
    assert_eq!(kept, [view("Nights", "365")]);
    let error = save_view(&mut session, view("  ", "90")).unwrap_err();
    let message = failure::message::localize(&error, &session).message;
    assert_eq!(message, "Write a name.");
    assert!(save_view(&mut session, view("Odd", "91")).is_err());
    for nth in 1..TrendView::MAX {
        save_view(&mut session, view(&nth.to_string(), "30")).unwrap();
    }
    assert!(save_view(&mut session, view("One more", "30")).is_err());
    remove_view(&mut session, "Nights".into()).unwrap();
    let kept = trends(&session, "30".into(), false).unwrap().views;
    assert_eq!(kept.len(), TrendView::MAX - 1);
}
