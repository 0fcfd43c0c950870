//! Series, summaries, weekly amounts, the page and the CSV agree with a slow, plain recomputation
//! from the answers alone, for entries drawn with fixed seeds.

mod drawn;
mod measures;

use crate::common::{self, NOON, draft, n, session, t};
use chrono::NaiveDate;
use commands::Session;
use commands::figures::context::PeriodContext;
use commands::figures::{measure, text};
use commands::transfer::csv_export::{PrivateData, csv_long};
use domain::time::Period;
use domain::{Draft, Entry};
use std::collections::{BTreeMap, BTreeSet};

/// A small generator of fixed sequences.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn sometimes(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

const DAYS: i64 = 28;

fn days() -> Vec<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    (0..DAYS)
        .rev()
        .map(|back| last - chrono::Duration::days(back))
        .collect()
}

/// Draws the entries of four weeks: several walks a day, some of them without an effort or minutes,
/// moods, meals, and days with nothing.
fn drawn(random: &mut Random) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for day in days() {
        let day = day.to_string();
        for _ in 0..random.below(4) {
            let mut values = vec![("kind", t("walk"))];
            if random.sometimes(85) {
                values.push(("minutes", n((5 + 5 * random.below(12)) as f64)));
            }
            if random.sometimes(70) {
                let effort = ["light", "moderate", "vigorous"][random.below(3) as usize];
                values.push(("effort", t(effort)));
            }
            drafts.push(Draft {
                another: true,
                ..draft("exercise", &day, &values)
            });
        }
        for _ in 0..random.below(3) {
            let mood = draft("mood", &day, &[("mood", n(random.below(11) as f64))]);
            drafts.push(Draft {
                another: true,
                ..mood
            });
        }
        if random.sometimes(60) {
            drafts.push(draft("diet", &day, &[("meals", t("two"))]));
        }
    }
    drafts
}

/// Returns the weighted or plain minutes of one walk, from its answers.
fn minutes(entry: &Entry, weighted: bool) -> Option<f64> {
    let minutes = entry.values.get("minutes")?.first()?.number?;
    if !weighted {
        return Some(minutes);
    }
    let factor = match entry.values.get("effort")?.first()?.text.as_deref()? {
        "light" => 0.0,
        "moderate" => 1.0,
        "vigorous" => 2.0,
        other => panic!("{other}"),
    };
    Some(minutes * factor)
}

/// Returns the sum of each day with a walk; `None` where one walk's minutes are unknown.
fn sums(entries: &[Entry], weighted: bool) -> BTreeMap<NaiveDate, Option<f64>> {
    let mut sums = BTreeMap::new();
    for entry in entries.iter().filter(|e| e.tracker == "exercise") {
        let sum = sums.entry(entry.day).or_insert(Some(0.0));
        *sum = sum
            .zip(minutes(entry, weighted))
            .map(|(sum, more)| sum + more);
    }
    sums
}

/// Returns the value at a share of sorted numbers, between its neighbours.
fn at_share(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (low, high) = (
        sorted[place.floor() as usize],
        sorted[place.ceil() as usize],
    );
    low + (high - low) * (place - place.floor())
}

fn check_measure(open: &Session, of: &str, weighted: bool, seed: u64) {
    let entries = open.journal().all_entries().unwrap();
    let context = PeriodContext::new(open, Period::ending(open.today(), DAYS)).unwrap();
    let definition = open.definition("exercise").unwrap();
    let chart = definition.chart(of).unwrap();
    let view = measure::load_measure(open, definition, chart, &context).unwrap();
    let sums = sums(&entries, weighted);
    let plain: Vec<Option<f64>> = days().iter().map(|day| *sums.get(day)?).collect();
    assert_eq!(view.series.values, plain, "seed {seed}: {of} by day");
    let mut known: Vec<f64> = plain.iter().flatten().copied().collect();
    known.sort_by(f64::total_cmp);
    assert_eq!(
        (view.summary.n, view.summary.of),
        (known.len(), DAYS as usize)
    );
    let median = (known.len() * 2 >= DAYS as usize).then(|| at_share(&known, 0.5));
    assert_eq!(view.summary.median, median, "seed {seed}: median of {of}");
    // Meals are the only other answers that say something about a day.
    let meals = entries
        .iter()
        .filter(|e| e.tracker == "diet")
        .map(|e| e.day);
    let message: BTreeSet<NaiveDate> = meals.filter(|day| sums.get(day) != Some(&None)).collect();
    let total: f64 = message.iter().filter_map(|day| *sums.get(day)?).sum();
    let enough = known.len() > 3 && message.len() >= 7 && message.len() * 2 >= DAYS as usize;
    let weekly = text::weekly_amount(open, &view);
    assert_eq!(
        weekly.is_some(),
        enough,
        "seed {seed}: {} days of {of}",
        message.len()
    );
    if let Some(weekly) = weekly {
        let amount = (total / (message.len() as f64 / 7.0)).round() as i64;
        let shown = match (amount / 60, amount % 60) {
            (0, rest) => format!("about {rest} min a week"),
            (hours, 0) => format!("about {hours} h a week"),
            (hours, rest) => format!("about {hours} h {rest:02} a week"),
        };
        assert_eq!(weekly, shown, "seed {seed}");
        assert_eq!(
            text::counted(&view),
            (message.len(), DAYS as usize),
            "seed {seed}"
        );
    }
}

/// Returns the sum of a field's numbers in the exported file, read as plain text.
fn csv_total(csv: &str, field: &str) -> f64 {
    let cells = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    cells
        .filter(|cells| cells.get(10) == Some(&field))
        .map(|cells| cells[12].parse::<f64>().unwrap())
        .sum()
}

#[test]
fn figures_agree_with_plain_recomputation() {
    for seed in 1..=12 {
        let folder = tempfile::tempdir().unwrap();
        let mut open = session(folder.path(), NOON);
        let drafts = drawn(&mut Random(seed));
        for draft in &drafts {
            common::record(&mut open, draft).unwrap();
        }
        check_measure(&open, "minutes", false, seed);
        check_measure(&open, "equivalent", true, seed);
        let typed: f64 = drafts
            .iter()
            .filter_map(|d| match d.values.get("minutes")? {
                domain::Answer::Number(number) => Some(*number),
                _ => None,
            })
            .sum();
        let csv = csv_long(&open, &PrivateData::All).unwrap();
        assert_eq!(csv_total(&csv, "minutes"), typed, "seed {seed}: the file");
    }
}
