//! Read benchmarks: figures, PDF, day page, calendar, trends and search.

use crate::{Line, YEARS, built, copied, median, open, timed};
use commands::calendar::month;
use commands::calendar::year;
use commands::day::page::day_page;
use commands::entries::search;
use commands::entries::trash;
use commands::figures::context::PeriodContext;
use commands::figures::trends;
use commands::patterns::cards::patterns;
use commands::visit::export;
use commands::visit::page;
use commands::visit::prepare;
use domain::time::Period;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

pub fn figures(journals: &[PathBuf], lines: &mut Vec<Line>) {
    for (journal, years) in journals.iter().zip(YEARS) {
        let session = open(journal);
        let (definition, drawn) = trends::charts(&session)
            .unwrap()
            .into_iter()
            .find(|(_, c)| c.of == "asleep")
            .unwrap();
        let mut time = |name: String, period: Period, target: f64| {
            let once = || {
                let started = Instant::now();
                let around = PeriodContext::new(&session, period).unwrap();
                let panel = trends::panel(&session, definition, drawn, &around, &[]).unwrap();
                assert!(
                    !panel.figure.readings.is_empty(),
                    "there is something to draw"
                );
                started.elapsed().as_secs_f64() * 1e3
            };
            let all: Vec<f64> = (0..25).map(|_| once()).collect();
            lines.push(Line {
                name,
                figure: median(all),
                unit: "ms",
                limit: 1.0,
                target,
            });
        };
        if years == 1 {
            time(
                "a 90-day figure, in ms".into(),
                Period::ending(session.today(), 90),
                15.0,
            );
        }
        time(
            format!("a figure of {years} years, in ms"),
            session.journal().date_range().unwrap().unwrap(),
            15.0,
        );
        session.close().unwrap();
    }
}

/// Measures the day page, calendar, trash, trends and search with fifty years of entries.
pub fn looking(journal: &Path, lines: &mut Vec<Line>) {
    let session = open(journal);
    let mut time = |name: &str, target: f64, act: &dyn Fn()| {
        let once = |_| timed(act);
        lines.push(Line {
            name: name.into(),
            figure: median((0..25).map(once).collect()),
            unit: "ms",
            limit: 1.0,
            target,
        });
    };
    time("today's page of fifty years, in ms", 8.0, &|| {
        drop(day_page(&session, None).unwrap());
    });
    time("year view of fifty years, in ms", 16.0, &|| {
        drop(year::year(&session, Some(2010), "".into(), "".into()).unwrap());
    });
    time("a month of fifty years, in ms", 16.0, &|| {
        drop(month::month(&session, "".into(), "".into(), "".into()).unwrap());
    });
    time("the list of what was removed, in ms", 50.0, &|| {
        drop(trash::list_trash(&session).unwrap());
    });
    time("all patterns of fifty years, in ms", 500.0, &|| {
        drop(patterns(&session).unwrap());
    });
    time("trends of 365 days, everything, in ms", 50.0, &|| {
        drop(trends::trends(&session, "365".into(), true).unwrap());
    });
    for (what, words) in [
        ("a rare word", "helpful"),
        ("a common word", "the"),
        ("two letters", "sl"),
    ] {
        let name = format!("search for {what} in fifty years, in ms");
        let found = search::search(&session, words.into()).unwrap();
        assert!(!found.hits.is_empty(), "{words} is in the made-up notes");
        time(&name, 10.0, &|| {
            drop(search::search(&session, words.into()).unwrap())
        });
    }
    session.close().unwrap();
}

pub fn first_pdf(folder: &Path) -> Duration {
    let session = open(folder);
    let started = Instant::now();
    let page = page::page(&session, &prepare::next(&session).unwrap()).unwrap();
    let pdf = export::page_as_pdf(&session, page).unwrap();
    let taken = started.elapsed();
    assert!(pdf.len() > 10_000, "a whole page");
    taken
}

pub fn pdfs(journal: &Path, lines: &mut Vec<Line>) {
    let first = |_| {
        let output = Command::new(built("bench"))
            .args(["first-pdf"])
            .arg(journal)
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout)
            .trim()
            .parse::<f64>()
            .unwrap()
    };
    let firsts: Vec<f64> = (0..7).map(first).collect();
    lines.push(Line {
        name: "two-page PDF, first time, in ms".into(),
        figure: median(firsts),
        unit: "ms",
        limit: 1.0,
        target: 120.0,
    });
    let again: Vec<f64> = (0..7)
        .map(|_| first_pdf(journal).as_secs_f64() * 1e3)
        .collect();
    lines.push(Line {
        name: "two-page PDF, again, in ms".into(),
        figure: median(again),
        unit: "ms",
        limit: 1.0,
        target: 40.0,
    });
}

/// Measures the page as a running app makes it: again after each change of what stands on it.
pub fn changed_pages(place: &Path, journal: &Path, lines: &mut Vec<Line>) {
    let mut session = open(&copied(place, "pages", journal));
    let mut once = |nth: usize| {
        let visit = domain::Visit {
            points: vec![format!("Sleep, for the {nth}th time")],
            ..prepare::next(&session).unwrap()
        };
        prepare::change_visit(&mut session, visit).unwrap();
        timed(|| drop(export::visit_pdf(&mut session).unwrap()))
    };
    // The first ones warm the typesetter.
    let all: Vec<f64> = (0..14).map(&mut once).skip(2).collect();
    session.close().unwrap();
    lines.push(Line {
        name: "90-day page after a change, in ms".into(),
        figure: median(all),
        unit: "ms",
        limit: 1.0,
        target: 60.0,
    });
}
