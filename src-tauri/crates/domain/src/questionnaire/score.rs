//! Scores, and the comparison of two of them.

use crate::definition::{Band, Definition, Questionnaire, compute};
use crate::entry::Entry;

/// The score of one filled-in questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Score<'a> {
    /// The total; none unless every item that it needs has a scored answer. Never estimated: the
    /// questionnaires give no rule for missing answers.
    pub total: Option<f64>,
    /// Number of items with a scored answer.
    pub answered: usize,
    /// Number of items that the total needs.
    pub items: usize,
    /// The questionnaire's own band of the total.
    pub band: Option<&'a Band>,
}

/// Returns the score of an entry of a questionnaire.
pub fn score<'a>(
    definition: &'a Definition,
    questionnaire: &Questionnaire,
    entry: &Entry,
) -> Score<'a> {
    let numbers = entry.numbers(definition);
    let items = definition
        .measure(&questionnaire.total)
        .map_or_else(Vec::new, |m| m.formula.parts().to_vec());
    let answered = items.iter().filter(|key| numbers.contains_key(*key));
    let (answered, items) = (answered.count(), items.len());
    let total = compute::compute(definition, numbers)
        .get(&questionnaire.total)
        .copied();
    Score {
        total,
        answered,
        items,
        band: total.and_then(|total| band(definition, questionnaire, total)),
    }
}

fn band<'a>(
    definition: &'a Definition,
    questionnaire: &Questionnaire,
    total: f64,
) -> Option<&'a Band> {
    let of_total = |b: &&Band| b.of == questionnaire.total && total >= b.from && total <= b.to;
    definition.bands.iter().find(of_total)
}

/// Returns the score of one item, if it was answered with an option that has one.
pub fn item_score(entry: &Entry, item: &str) -> Option<f64> {
    entry.values.get(item)?.first()?.number
}

/// A change between two totals of a questionnaire on which lower is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Later total minus earlier total.
    pub delta: f64,
    /// Fall in percent of the earlier total; negative for a rise. Unknown from zero.
    pub fall_percent: Option<f64>,
    /// Whether it fell by at least half (clinical convention).
    pub response: bool,
    /// Whether a response says anything: the earlier total was high enough.
    pub response_applies: bool,
    /// Whether the later total is below the threshold of remission.
    pub remission: bool,
    /// Whether it changed by at least the questionnaire's reliable change (NHS Talking Therapies:
    /// 6 for PHQ-9, 4 for GAD-7); none if no such number is settled.
    pub reliable: Option<bool>,
}

/// Compares two totals of a questionnaire.
pub fn change(questionnaire: &Questionnaire, earlier: f64, later: f64) -> Change {
    let delta = later - earlier;
    let fall_percent = (earlier > 0.0).then(|| -100.0 * delta / earlier);
    Change {
        delta,
        fall_percent,
        response: fall_percent.is_some_and(|fall| fall >= 50.0),
        response_applies: questionnaire.response_from.is_some_and(|at| earlier >= at),
        remission: questionnaire.remission_below.is_some_and(|at| later < at),
        reliable: questionnaire.reliable_change.map(|at| delta.abs() >= at),
    }
}
