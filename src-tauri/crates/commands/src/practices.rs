//! Practices with a timer: their labels and steps.
//!
//! Practices are data files with labels in every language. A practice is recorded as an entry of
//! the tracker that has a timer.

use crate::changed::Changed;
use crate::embedded::PRACTICES;
use crate::error::RecordKind;
use crate::error::{Error, Result};
use crate::session::Session;
use domain::definition::Labels;
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
struct RawPractice {
    key: String,
    order: u32,
    option: String,
    drawing: Drawing,
    minutes: u32,
    #[serde(default)]
    step: Vec<RawStep>,
    labels: BTreeMap<String, Labels>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStep {
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
    pub text: String,
    /// Its duration, in seconds.
    pub seconds: u32,
}

/// Returns all practices in order, with saved timings applied.
pub fn practices(session: &Session) -> Result<Vec<Practice>> {
    let mut all = PRACTICES
        .iter()
        .map(|(file, text)| {
            toml::from_str::<RawPractice>(text).map_err(|e| Error::Internal(format!("{file}: {e}")))
        })
        .collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|practice| practice.order);
    all.into_iter()
        .map(|practice| {
            let mut practice = localize(session, practice);
            if let Some(stored) = session.journal().app_state(&timing_key(&practice.key))? {
                apply_timing(&mut practice, &stored);
            }
            Ok(practice)
        })
        .collect()
}

/// Maximum duration of a practice, in minutes: the limit of the tracker's field.
const MAX_MINUTES: u32 = 600;

/// Allowed duration of a breath in or out, in seconds.
const BREATH_SECONDS: std::ops::RangeInclusive<u32> = 2..=12;

/// Saves the duration and pace of a practice, to offer them next time. This is app state and cannot
/// be undone.
///
/// # Errors
/// `NotFound` if the practice does not exist or the numbers do not fit it.
pub fn set_practice_timing(
    session: &mut Session,
    practice: String,
    minutes: u32,
    seconds: Vec<u32>,
) -> Result<Changed> {
    let all = practices(session)?;
    let known = all.iter().find(|p| p.key == practice);
    let fits = |p: &Practice| {
        let paced = p.drawing == Drawing::Breath;
        (1..=MAX_MINUTES).contains(&minutes)
            && seconds.len() == if paced { p.steps.len() } else { 0 }
            && seconds.iter().all(|s| BREATH_SECONDS.contains(s))
    };
    if !known.is_some_and(fits) {
        return Err(Error::not_found(RecordKind::Practice, practice));
    }
    let numbers = std::iter::once(&minutes).chain(&seconds);
    let stored: Vec<String> = numbers.map(u32::to_string).collect();
    session.set_app_state(&timing_key(&practice), &stored.join(" "))
}

fn timing_key(practice: &str) -> String {
    format!("practice-{practice}")
}

/// Applies a saved timing. Ignores numbers that no longer fit the practice.
fn apply_timing(practice: &mut Practice, stored: &str) {
    let mut numbers = stored.split(' ').filter_map(|n| n.parse::<u32>().ok());
    if let Some(minutes) = numbers.next().filter(|m| (1..=MAX_MINUTES).contains(m)) {
        practice.minutes = minutes;
    }
    for (step, seconds) in practice.steps.iter_mut().zip(numbers) {
        if practice.drawing == Drawing::Breath && BREATH_SECONDS.contains(&seconds) {
            step.seconds = seconds;
        }
    }
}

fn localize(session: &Session, practice: RawPractice) -> Practice {
    let labels = session.locale().select_labels(&practice.labels);
    let steps = practice.step.iter().map(|step| Step {
        text: labels.get_or_key(&step.key).to_owned(),
        seconds: step.seconds,
    });
    Practice {
        title: labels.get_or_key("title").to_owned(),
        lead: labels.get_or_key("lead").to_owned(),
        steps: steps.collect(),
        key: practice.key,
        option: practice.option,
        drawing: practice.drawing,
        minutes: practice.minutes,
    }
}
