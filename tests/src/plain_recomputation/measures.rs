//! Every chart of every tracker, recomputed from the answers alone.
//!
//! Knows nothing of the table of measures, of buckets or caches: it reads the answers of each entry
//! and works the formulas out anew.

use super::drawn::fill;
use super::{DAYS, Random, at_share, days};
use crate::common::{NOON, session};
use chrono::NaiveDate;
use commands::Session;
use commands::figures::context::PeriodContext;
use commands::figures::measure;
use commands::transfer::csv_export::{PrivateData, csv_long};
use commands::visit::page;
use domain::definition::{Chart, DayAggregate, Formula};
use domain::time::Period;
use domain::{Definition, Entry, FieldKind, Unit};
use std::collections::BTreeMap;

/// Works out a field or measure of an entry; `None` if it is unknown.
fn value(definition: &Definition, entry: &Entry, key: &str) -> Option<f64> {
    if let Some(field) = definition.field(key) {
        let values = entry.values.get(key)?;
        let adds = matches!(field.kind, FieldKind::Quantity { several: true, .. });
        return match values.as_slice() {
            [one] => one.number,
            all if adds => Some(all.iter().filter_map(|v| v.number).sum()),
            _ => None,
        };
    }
    let measure = definition.measures.iter().find(|m| m.key == key)?;
    let parts: Option<Vec<f64>> = measure
        .formula
        .parts()
        .iter()
        .map(|part| value(definition, entry, part))
        .collect();
    let parts = parts?;
    match &measure.formula {
        Formula::Sum(_) => Some(parts.iter().sum()),
        Formula::Product(_) => Some(parts.iter().product()),
        Formula::Count(_) => Some(parts.iter().filter(|p| **p > 0.0).count() as f64),
        Formula::Difference(_) => Some(parts[0] - parts[1..].iter().sum::<f64>()),
        Formula::Elapsed(_) => (parts[1] >= parts[0]).then(|| parts[1] - parts[0]),
        Formula::Percentage(_) => (parts[1] != 0.0).then(|| 100.0 * parts[0] / parts[1]),
        Formula::Midpoint(_) => Some((parts[0] + parts[1]) / 2.0),
        Formula::BandIndex(_) => {
            let bands = definition
                .bands
                .iter()
                .filter(|b| b.of == measure.formula.parts()[0]);
            bands
                .enumerate()
                .find(|(_, b)| (b.from..=b.to).contains(&parts[0]))
                .map(|(i, _)| i as f64)
        }
    }
}

/// Returns the value that a chart shows of an entry. A time of day is in minutes after noon.
fn shown(definition: &Definition, chart: &Chart, entry: &Entry) -> Option<f64> {
    let value = value(definition, entry, &chart.of)?;
    let clock = definition.unit(&chart.of) == Some(Unit::Clock);
    // Berlin in October and November, before and after the change on the 25th.
    let change = 29_881_500.0;
    let offset = if value < change { 120.0 } else { 60.0 };
    Some(if clock {
        (value + offset + 720.0).rem_euclid(1440.0)
    } else {
        value
    })
}

/// Returns each day's value of a chart from the entries of the tracker, in order of time.
fn by_day(definition: &Definition, chart: &Chart, entries: &[Entry]) -> BTreeMap<NaiveDate, f64> {
    let mut days: BTreeMap<NaiveDate, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        days.entry(entry.day).or_default().push(entry);
    }
    let mut values = BTreeMap::new();
    for (day, mut entries) in days {
        entries.sort_by_key(|e| e.occurred_at.unwrap_or(e.recorded_at));
        let known: Vec<(&Entry, f64)> = entries
            .iter()
            .filter_map(|e| Some((*e, shown(definition, chart, e)?)))
            .collect();
        let numbers = || known.iter().map(|(_, number)| *number);
        let Some((_, last)) = known.last() else {
            continue;
        };
        let size = |entry: &Entry| {
            let by = definition.main_measure.as_deref()?;
            value(definition, entry, by)
        };
        let value = match chart.aggregate {
            DayAggregate::Sum if known.len() < entries.len() => continue,
            DayAggregate::Sum => numbers().sum(),
            DayAggregate::Mean => numbers().sum::<f64>() / known.len() as f64,
            DayAggregate::Last => *last,
            DayAggregate::Lowest => numbers().fold(f64::INFINITY, f64::min),
            DayAggregate::Highest => numbers().fold(f64::NEG_INFINITY, f64::max),
            DayAggregate::Main => {
                let longest = known
                    .iter()
                    .filter_map(|(e, _)| size(e))
                    .fold(f64::MIN, f64::max);
                let main = known.iter().find(|(e, _)| size(e) == Some(longest));
                main.unwrap_or(&known[0]).1
            }
        };
        values.insert(day, value);
    }
    values
}

/// Cuts the circle of the day at its widest gap, so that times around noon are neighbours.
fn neighbours(values: &[Option<f64>], all: &[f64]) -> Vec<Option<f64>> {
    let mut sorted = all.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut widest = (f64::NEG_INFINITY, f64::INFINITY);
    if let (Some(first), Some(last)) = (sorted.first(), sorted.last()) {
        widest = (first + 1440.0 - last, f64::INFINITY);
    }
    for pair in sorted.windows(2) {
        if pair[1] - pair[0] > widest.0 {
            widest = (pair[1] - pair[0], pair[1]);
        }
    }
    let cut = |v: f64| if v >= widest.1 { v - 1440.0 } else { v };
    values.iter().map(|v| v.map(cut)).collect()
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-6,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn check_chart(open: &Session, definition: &Definition, chart: &Chart, entries: &[Entry]) -> usize {
    let what = format!("{} {}", definition.key, chart.of);
    let context = PeriodContext::new(open, Period::ending(open.today(), DAYS)).unwrap();
    let view = measure::load_measure(open, definition, chart, &context).unwrap();
    let values = by_day(definition, chart, entries);
    let of = |day: &NaiveDate| values.get(day).copied();
    let mut plain: Vec<Option<f64>> = days().iter().map(of).collect();
    let lead: Vec<NaiveDate> = (1..=6)
        .rev()
        .map(|back| days()[0] - chrono::Duration::days(back))
        .collect();
    let mut before: Vec<Option<f64>> = lead.iter().map(of).collect();
    if view.unit == Unit::Clock {
        let inside = entries.iter().filter(|e| days().contains(&e.day));
        let inside = inside.filter(|e| {
            chart.aggregate != DayAggregate::Main || is_main(definition, chart, e, entries)
        });
        let all: Vec<f64> = inside.filter_map(|e| shown(definition, chart, e)).collect();
        (plain, before) = (neighbours(&plain, &all), neighbours(&before, &all));
    }
    for (nth, day) in days().iter().enumerate() {
        assert!(
            close(view.series.values[nth], plain[nth]),
            "{what} {day}: {:?} {:?}",
            view.series.values[nth],
            plain[nth]
        );
    }
    if chart.mark == domain::definition::ChartMark::Dots {
        for (ours, theirs) in view.lead.iter().zip(&before) {
            assert!(close(*ours, *theirs), "{what}: the days before");
        }
    }
    let mut known: Vec<f64> = plain.iter().flatten().copied().collect();
    known.sort_by(f64::total_cmp);
    let paused = (3..=6).filter(|day| plain[*day].is_none()).count();
    let considered = DAYS as usize - paused;
    assert_eq!(
        (view.summary.n, view.summary.of),
        (known.len(), considered),
        "{what}"
    );
    let enough = known.len() * 2 >= considered;
    for (ours, share) in [
        (view.summary.low, 0.25),
        (view.summary.median, 0.5),
        (view.summary.high, 0.75),
    ] {
        let theirs = enough.then(|| at_share(&known, share));
        assert!(
            close(ours, theirs),
            "{what} at {share}: {ours:?} {theirs:?}"
        );
    }
    known.len()
}

/// Returns whether an entry's value is the one its day shows.
fn is_main(definition: &Definition, chart: &Chart, entry: &Entry, entries: &[Entry]) -> bool {
    let of_day: Vec<Entry> = entries
        .iter()
        .filter(|e| e.day == entry.day)
        .cloned()
        .collect();
    let day = by_day(definition, chart, &of_day);
    day.get(&entry.day).copied() == shown(definition, chart, entry)
}

/// Checks that each row of the page names the days behind it, and that the file has every number.
fn check_page_and_file(open: &Session, entries: &[Entry]) {
    let visit = domain::Visit {
        days: DAYS as u32,
        ..domain::Visit::default()
    };
    let page = page::page(open, &visit).unwrap();
    let context = PeriodContext::new(open, Period::ending(open.today(), DAYS)).unwrap();
    let definition = open.definition("mood").unwrap();
    let chart = definition.chart("mood").unwrap();
    let view = measure::load_measure(open, definition, chart, &context).unwrap();
    let counted = format!("{} of {}", view.summary.n, view.summary.of);
    let row = page.rows.iter().find(|row| row.name == "Mood");
    match (view.summary.median, row) {
        (Some(median), Some(row)) => {
            assert_eq!(row.now.counted, counted);
            let start = format!("{median} (");
            assert!(
                row.now.value.starts_with(&start),
                "{}: {median}",
                row.now.value
            );
        }
        (None, Some(row)) => assert_eq!(row.now.value, "", "no figure from too few days"),
        (Some(median), None) => panic!("{median} is not on the page"),
        (None, None) => {}
    }
    let csv = csv_long(open, &PrivateData::All).unwrap();
    let mut numbers: Vec<f64> = Vec::new();
    for line in csv.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        numbers.extend(cells[12].parse::<f64>());
    }
    let values = entries.iter().flat_map(|e| e.values.values().flatten());
    let stored: Vec<f64> = values.filter_map(|v| v.number).collect();
    assert_eq!(numbers.len(), stored.len(), "every number is in the file");
    assert!((numbers.iter().sum::<f64>() - stored.iter().sum::<f64>()).abs() < 1e-3);
}

#[test]
fn every_chart_agrees_with_plain_recomputation() {
    let mut compared = 0;
    for seed in 1..=8 {
        let folder = tempfile::tempdir().unwrap();
        let mut open = session(folder.path(), NOON);
        fill(&mut open, &mut Random(seed));
        let entries = open.journal().all_entries().unwrap();
        for definition in open.definitions().all() {
            let own: Vec<Entry> = entries
                .iter()
                .filter(|e| e.tracker == definition.key)
                .cloned()
                .collect();
            for chart in &definition.charts {
                compared += check_chart(&open, definition, chart, &own);
            }
        }
        check_page_and_file(&open, &entries);
    }
    assert!(compared > 2000, "enough values: {compared}");
}
