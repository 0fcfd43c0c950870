//! Practices with a timer: their labels and steps.
//!
//! Practices are data files with labels in every language. A practice is recorded as an entry of
//! the tracker that has a timer.

use crate::Session;
use crate::bridge::{Changed, Mishap, Outcome};
use crate::embedded::PRACTICES;
use care::words::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a practice is drawn while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Drawing {
    /// Breathing in and out at a pace.
    Breath,
    /// One step after another.
    Steps,
    /// Only the time.
    Plain,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PracticeText {
    key: String,
    place: u32,
    option: String,
    drawing: Drawing,
    minutes: u32,
    #[serde(default)]
    step: Vec<StepText>,
    words: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepText {
    key: String,
    seconds: u32,
}

/// A practice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Practice {
    /// Its key.
    pub key: String,
    /// The option of the tracker's first choice field that records it.
    pub option: String,
    /// How it is drawn.
    pub drawing: Drawing,
    /// Duration offered, in minutes.
    pub minutes: u32,
    /// Its name.
    pub title: String,
    /// Its description, in a sentence or two.
    pub lead: String,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// One step of a practice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Step {
    /// The instruction.
    pub said: String,
    /// Its duration, in seconds.
    pub seconds: u32,
}

/// Returns all practices in order, with saved timings applied.
pub fn practices(session: &Session) -> Outcome<Vec<Practice>> {
    let mut all = PRACTICES
        .iter()
        .map(|(file, text)| {
            toml::from_str::<PracticeText>(text).map_err(|e| Mishap::Bug(format!("{file}: {e}")))
        })
        .collect::<Outcome<Vec<_>>>()?;
    all.sort_by_key(|practice| practice.place);
    all.into_iter()
        .map(|practice| {
            let mut practice = worded(session, practice);
            if let Some(kept) = session.journal().preference(&tuned(&practice.key))? {
                retune(&mut practice, &kept);
            }
            Ok(practice)
        })
        .collect()
}

/// Maximum duration of a practice, in minutes: the limit of the tracker's field.
const LONGEST: u32 = 600;
/// Allowed duration of a breath in or out, in seconds.
const BREATH: std::ops::RangeInclusive<u32> = 2..=12;

/// Saves the duration and pace of a practice, to offer them next time. This is app state and cannot
/// be undone.
///
/// # Errors
/// `NoSpan` if the practice does not exist or the numbers do not fit it.
pub fn tune(
    session: &mut Session,
    practice: &str,
    minutes: u32,
    seconds: &[u32],
) -> Outcome<Changed> {
    let all = practices(session)?;
    let known = all.iter().find(|p| p.key == practice);
    let fits = |p: &Practice| {
        let paced = p.drawing == Drawing::Breath;
        (1..=LONGEST).contains(&minutes)
            && seconds.len() == if paced { p.steps.len() } else { 0 }
            && seconds.iter().all(|s| BREATH.contains(s))
    };
    if !known.is_some_and(fits) {
        return Err(Mishap::NoSpan(practice.to_owned()));
    }
    let numbers = std::iter::once(&minutes).chain(seconds);
    let kept: Vec<String> = numbers.map(u32::to_string).collect();
    session.remember(&tuned(practice), &kept.join(" "))
}

fn tuned(practice: &str) -> String {
    format!("practice-{practice}")
}

/// Applies a saved timing. Ignores numbers that no longer fit the practice.
fn retune(practice: &mut Practice, kept: &str) {
    let mut numbers = kept.split(' ').filter_map(|n| n.parse::<u32>().ok());
    if let Some(minutes) = numbers.next().filter(|m| (1..=LONGEST).contains(m)) {
        practice.minutes = minutes;
    }
    for (step, seconds) in practice.steps.iter_mut().zip(numbers) {
        if practice.drawing == Drawing::Breath && BREATH.contains(&seconds) {
            step.seconds = seconds;
        }
    }
}

fn worded(session: &Session, practice: PracticeText) -> Practice {
    let words = session.tongue().of(&practice.words);
    let steps = practice.step.iter().map(|step| Step {
        said: words.say(&step.key).to_owned(),
        seconds: step.seconds,
    });
    Practice {
        title: words.say("title").to_owned(),
        lead: words.say("lead").to_owned(),
        steps: steps.collect(),
        key: practice.key,
        option: practice.option,
        drawing: practice.drawing,
        minutes: practice.minutes,
    }
}
