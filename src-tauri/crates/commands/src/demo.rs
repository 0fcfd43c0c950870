//! Demo data of made-up patients, reproducible by seed.
//!
//! Generates plausible days from a description in `assets/demo`, so that no tracker is named here.
//! The caller chooses the journal, which must not be the user's own.

use crate::bridge::{Mishap, Outcome};
use crate::clock::Clock;
use crate::embedded::DEMO;
use crate::{Session, record};
use care::check::Here;
use care::{Answer, Draft};
use chrono::{Datelike, Duration, NaiveDate, NaiveTime, TimeZone};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A made-up patient: how often each tracker is answered, and how.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    /// Daily chance (0 to 1) that a run of days without entries begins.
    away: f64,
    tracker: Vec<Habit>,
    change: Vec<Change>,
    note: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Habit {
    key: String,
    chance: f64,
    #[serde(default)]
    notes: f64,
    fields: BTreeMap<String, Answering>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answering {
    usual: Option<f64>,
    clock: Option<String>,
    after: Option<String>,
    among: Option<Vec<String>>,
    #[serde(default)]
    swing: f64,
    /// How strongly the day's latent mood shifts the value.
    #[serde(default)]
    with: f64,
    #[serde(default = "always")]
    chance: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    key: String,
    every: i64,
    values: BTreeMap<String, Answer>,
}

fn always() -> f64 {
    1.0
}

/// Small seeded generator (`SplitMix64`): the same seed gives the same data on every platform.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Returns a roughly normal value with mean 0 and standard deviation 1.
    fn bell(&mut self) -> f64 {
        (0..6).map(|_| self.roll()).sum::<f64>() * 1.414 - 4.242
    }
}

/// Fills a journal with the last `days` days of a made-up patient.
///
/// Calls `progress` with the number of days done. Returns the number of entries created.
pub fn fill(
    session: &mut Session,
    days: u32,
    seed: u64,
    mut progress: impl FnMut(u32),
) -> Outcome<usize> {
    let person: Person = toml::from_str(DEMO).map_err(|e| Mishap::Bug(e.to_string()))?;
    let mut dice = Dice(seed);
    let today = session.today();
    let clock = session.clock();
    let (mut latent, mut away, mut made) = (0.0, 0, 0);
    let mut batch: Vec<(Draft, Here)> = Vec::new();
    for nth in 0..days {
        let day = today - Duration::days(i64::from(days - 1 - nth));
        latent = latent * 0.85 + dice.bell() * 0.5;
        if away == 0 && dice.roll() < person.away {
            away = 2 + (dice.roll() * 9.0) as i64;
        }
        away = (away - 1).max(0);
        if away == 0 {
            session.set_clock(Clock::Still(evening(day, clock), clock.zone()));
            for draft in day_of(&person, session, day, latent, &mut dice, nth)? {
                batch.push((draft, session.here()?));
            }
        }
        if batch.len() > 400 || nth + 1 == days {
            made += batch.len();
            session.set_clock(clock);
            if !batch.is_empty() {
                record::record_all(session, &batch)?;
            }
            batch.clear();
            progress(nth + 1);
        }
    }
    session.set_clock(clock);
    Ok(made)
}

/// Returns when a made-up patient writes: 21:00 local time, or now if that is in the future.
pub fn evening(day: NaiveDate, clock: Clock) -> chrono::DateTime<chrono::Utc> {
    let local = day.and_time(NaiveTime::MIN + Duration::hours(21));
    let at = clock
        .zone()
        .from_local_datetime(&local)
        .earliest()
        .map_or_else(|| local.and_utc(), |t| t.to_utc());
    at.min(clock.now())
}

fn day_of(
    person: &Person,
    session: &Session,
    day: NaiveDate,
    latent: f64,
    dice: &mut Dice,
    nth: u32,
) -> Outcome<Vec<Draft>> {
    let mut drafts = Vec::new();
    for habit in &person.tracker {
        if dice.roll() > habit.chance {
            continue;
        }
        let mut draft = Draft {
            tracker: habit.key.clone(),
            day: day.to_string(),
            values: answered(habit, session.definition(&habit.key)?, latent, dice),
            ..Draft::default()
        };
        if dice.roll() < habit.notes {
            let at = (dice.roll() * person.note.len() as f64) as usize;
            draft.note = person.note.get(at).cloned().unwrap_or_default();
        }
        if !draft.values.is_empty() {
            drafts.push(draft);
        }
    }
    for change in &person.change {
        if (i64::from(nth) + i64::from(day.year() % 7)) % change.every == change.every / 2 {
            let (tracker, values) = (change.key.clone(), change.values.clone());
            drafts.push(Draft {
                tracker,
                day: day.to_string(),
                values,
                ..Draft::default()
            });
        }
    }
    Ok(drafts)
}

/// Returns a clock answer in minutes after midnight: near its usual time, or after another clock.
fn minutes(answering: &Answering, amount: f64, clocks: &BTreeMap<&str, i64>) -> Option<i64> {
    let (start, amount) = match (&answering.clock, &answering.after) {
        (Some(clock), after) => {
            let start = (care::day::read_clock(clock)? - NaiveTime::MIN).num_minutes();
            (
                start,
                if after.is_some() {
                    amount.max(0.0)
                } else {
                    amount
                },
            )
        }
        (None, Some(other)) => (*clocks.get(other.as_str())?, amount.max(0.0)),
        (None, None) => return None,
    };
    Some((start + (amount / 5.0).round() as i64 * 5).rem_euclid(1440))
}

/// Returns the answers in definition order: a clock that follows another needs that one first.
fn answered(
    habit: &Habit,
    definition: &care::Definition,
    latent: f64,
    dice: &mut Dice,
) -> BTreeMap<String, Answer> {
    let mut clocks: BTreeMap<&str, i64> = BTreeMap::new();
    let mut values = BTreeMap::new();
    for field in &definition.fields {
        if let Some(answering) = habit.fields.get(&field.key) {
            let (key, kind) = (&field.key, &field.kind);
            let answer = answer(answering, key, kind, latent, dice, &mut clocks);
            values.extend(answer.map(|a| (key.clone(), a)));
        }
    }
    values
}

fn answer<'a>(
    answering: &'a Answering,
    key: &'a str,
    kind: &care::Kind,
    latent: f64,
    dice: &mut Dice,
    clocks: &mut BTreeMap<&'a str, i64>,
) -> Option<Answer> {
    let (skip, bell, pick) = (dice.roll(), dice.bell(), dice.roll());
    if skip > answering.chance {
        return None;
    }
    let amount = answering.usual.unwrap_or(0.0) + latent * answering.with + bell * answering.swing;
    if let Some(options) = &answering.among {
        let index = (pick * options.len() as f64 + latent * answering.with).floor();
        return options
            .get(index.clamp(0.0, options.len() as f64 - 1.0) as usize)
            .cloned()
            .map(Answer::Text);
    }
    if let Some(minutes) = minutes(answering, amount, clocks) {
        clocks.insert(key, minutes);
        let (hour, minute) = (minutes / 60, minutes % 60);
        return Some(Answer::Text(format!("{hour:02}:{minute:02}")));
    }
    match kind {
        care::Kind::Quantity { min, max, unit, .. } => {
            let step = if *unit == care::Unit::Minutes {
                5.0
            } else {
                1.0
            };
            Some(Answer::Number(
                ((amount / step).round() * step).clamp(min.max(step.min(*min)), *max),
            ))
        }
        care::Kind::Scale { min, max } => Some(Answer::Number(amount.round().clamp(*min, *max))),
        care::Kind::YesNo => Some(Answer::Truth(amount > 0.5)),
        care::Kind::Choice { .. } | care::Kind::Clock | care::Kind::Text { .. } => None,
    }
}
