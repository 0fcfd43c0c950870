//! Demo data of made-up patients, reproducible by seed.
//!
//! Generates plausible days from a description in `assets/demo`, so that no tracker is named here.
//! The caller chooses the journal, which must not be the user's own.

use crate::clock::Clock;
use crate::embedded::DEMO;
use crate::entries::record;
use crate::error::{Error, Result};
use crate::session::Session;
use crate::session::open::OpenOptions;
use chrono::{Datelike, Duration, NaiveDate, NaiveTime, TimeZone};
use domain::{Answer, Draft, EntryContext};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A made-up patient: how often each tracker is answered, and how.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    /// Daily chance (0 to 1) that a run of days without entries begins.
    away: f64,
    tracker: Vec<TrackerProfile>,
    change: Vec<Change>,
    note: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TrackerProfile {
    key: String,
    chance: f64,
    #[serde(default)]
    notes: f64,
    fields: BTreeMap<String, AnswerProfile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerProfile {
    usual: Option<f64>,
    clock: Option<String>,
    after: Option<String>,
    among: Option<Vec<String>>,
    #[serde(default)]
    spread: f64,
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
struct SplitMix64(u64);

impl SplitMix64 {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Returns a roughly normal value with mean 0 and standard deviation 1.
    fn normal(&mut self) -> f64 {
        (0..6).map(|_| self.uniform()).sum::<f64>() * 1.414 - 4.242
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
) -> Result<usize> {
    let person: Person = toml::from_str(DEMO).map_err(|e| Error::Internal(e.to_string()))?;
    let mut rng = SplitMix64(seed);
    let today = session.today();
    let clock = session.clock();
    let (mut latent, mut away, mut created) = (0.0, 0, 0);
    let mut batch: Vec<(Draft, EntryContext)> = Vec::new();
    for index in 0..days {
        let day = today - Duration::days(i64::from(days - 1 - index));
        latent = latent * 0.85 + rng.normal() * 0.5;
        if away == 0 && rng.uniform() < person.away {
            away = 2 + (rng.uniform() * 9.0) as i64;
        }
        away = (away - 1).max(0);
        if away == 0 {
            session.set_clock(Clock::Still(evening(day, clock), clock.zone()));
            for draft in drafts_for(&person, session, day, latent, &mut rng, index)? {
                batch.push((draft, session.entry_context()?));
            }
        }
        if batch.len() > 400 || index + 1 == days {
            created += batch.len();
            session.set_clock(clock);
            if !batch.is_empty() {
                record::record_all(session, &batch)?;
            }
            batch.clear();
            progress(index + 1);
        }
    }
    session.set_clock(clock);
    Ok(created)
}

/// Fails unless the demo goes into a folder that is given explicitly and holds no journal.
///
/// # Errors
/// Returns an error that says what to do.
pub fn ensure_new_folder(options: &OpenOptions) -> Result<()> {
    let paths = options.paths();
    if options.folder.is_none() {
        let why =
            "say with --journal DIR where the made-up journal goes; it is never the person's own";
        return Err(Error::Text {
            file: "demo".into(),
            why: why.into(),
        });
    }
    if paths.is_empty() {
        Ok(())
    } else {
        Err(journal::Error::Exists(paths.folder).into())
    }
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

fn drafts_for(
    person: &Person,
    session: &Session,
    day: NaiveDate,
    latent: f64,
    rng: &mut SplitMix64,
    index: u32,
) -> Result<Vec<Draft>> {
    let mut drafts = Vec::new();
    for profile in &person.tracker {
        if rng.uniform() > profile.chance {
            continue;
        }
        let mut draft = Draft {
            tracker: profile.key.clone(),
            day: day.to_string(),
            values: answers(profile, session.definition(&profile.key)?, latent, rng),
            ..Draft::default()
        };
        if rng.uniform() < profile.notes {
            let at = (rng.uniform() * person.note.len() as f64) as usize;
            draft.note = person.note.get(at).cloned().unwrap_or_default();
        }
        if !draft.values.is_empty() {
            drafts.push(draft);
        }
    }
    for change in &person.change {
        if (i64::from(index) + i64::from(day.year() % 7)) % change.every == change.every / 2 {
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
fn minutes(profile: &AnswerProfile, amount: f64, clocks: &BTreeMap<&str, i64>) -> Option<i64> {
    let (start, amount) = match (&profile.clock, &profile.after) {
        (Some(clock), after) => {
            let start = (domain::time::clock::parse_clock(clock)? - NaiveTime::MIN).num_minutes();
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
fn answers(
    profile: &TrackerProfile,
    definition: &domain::Definition,
    latent: f64,
    rng: &mut SplitMix64,
) -> BTreeMap<String, Answer> {
    let mut clocks: BTreeMap<&str, i64> = BTreeMap::new();
    let mut values = BTreeMap::new();
    for field in &definition.fields {
        if let Some(profile) = profile.fields.get(&field.key) {
            let (key, kind) = (&field.key, &field.kind);
            let answer = answer(profile, key, kind, latent, rng, &mut clocks);
            values.extend(answer.map(|a| (key.clone(), a)));
        }
    }
    values
}

fn answer<'a>(
    profile: &'a AnswerProfile,
    key: &'a str,
    kind: &domain::FieldKind,
    latent: f64,
    rng: &mut SplitMix64,
    clocks: &mut BTreeMap<&'a str, i64>,
) -> Option<Answer> {
    let (skip, normal, pick) = (rng.uniform(), rng.normal(), rng.uniform());
    if skip > profile.chance {
        return None;
    }
    let amount = profile.usual.unwrap_or(0.0) + latent * profile.with + normal * profile.spread;
    if let Some(options) = &profile.among {
        let index = (pick * options.len() as f64 + latent * profile.with).floor();
        return options
            .get(index.clamp(0.0, options.len() as f64 - 1.0) as usize)
            .cloned()
            .map(Answer::Text);
    }
    if let Some(minutes) = minutes(profile, amount, clocks) {
        clocks.insert(key, minutes);
        let (hour, minute) = (minutes / 60, minutes % 60);
        return Some(Answer::Text(format!("{hour:02}:{minute:02}")));
    }
    match kind {
        domain::FieldKind::Quantity { min, max, unit, .. } => {
            let step = if *unit == domain::Unit::Minutes {
                5.0
            } else {
                1.0
            };
            Some(Answer::Number(
                ((amount / step).round() * step).clamp(min.max(step.min(*min)), *max),
            ))
        }
        domain::FieldKind::Scale { min, max } => {
            Some(Answer::Number(amount.round().clamp(*min, *max)))
        }
        domain::FieldKind::YesNo => Some(Answer::Bool(amount > 0.5)),
        domain::FieldKind::Choice { .. }
        | domain::FieldKind::Clock
        | domain::FieldKind::Text { .. } => None,
    }
}
