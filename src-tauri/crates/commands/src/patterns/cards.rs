//! Patterns as cards: what holds, what there is not enough of yet, and what shows no clear pattern.

use super::pairs::{ListedPair, Loaded, Values, pairs};
use crate::changed::Changed;
use crate::error::Result;
use crate::msg;
use crate::session::Session;
use crate::treatment::lanes::dose_changes;
use domain::pattern::{
    Candidate, DRAWS, Finding, Found, MIN_PAIRS, Outcome, Pair, decide, detrended, examine,
    interval,
};
use domain::time::Period;
use serde::{Deserialize, Serialize};

/// Days that are looked at: the last two years. What was true long ago is no pattern of today.
const DAYS: i64 = 730;

/// Where the drawing of intervals begins; the pair adds to it. Stored with each result.
const SEED: u64 = 20_261_128;

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PatternsPage {
    /// Patterns that hold.
    pub cards: Vec<PatternCard>,
    /// Patterns that hold and were hidden.
    pub hidden: Vec<PatternCard>,
    /// Pairs without a clear pattern or without enough days, with the reason.
    pub rest: Vec<PatternRow>,
    /// "17 pairs looked at, in the last 730 days"
    pub looked_at: String,
}

/// A pattern that holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PatternCard {
    /// Its key.
    pub key: String,
    /// "On days after more sleep, your mood tended to be higher (63 days)."
    pub said: String,
    /// One sentence of doubt.
    pub doubt: String,
    /// The figures behind it, for a clinician.
    pub figures: String,
    /// What comes first, for an experiment.
    pub first: String,
    /// Number of days.
    pub n: usize,
    /// Spearman's rank correlation, its interval, and p by circular shifts.
    pub rho: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// By circular shifts.
    pub p: f64,
    /// The seed of the interval.
    pub seed: u64,
}

/// A pair that shows nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PatternRow {
    /// Which pair.
    pub title: String,
    /// "Not enough yet (17 of 30 days)", "No clear pattern in your data yet (63 days)".
    pub said: String,
}

struct Looked {
    pair: ListedPair,
    lag: usize,
    night: bool,
    candidate: Candidate,
}

impl Looked {
    fn key(&self) -> String {
        let (first, then) = (&self.pair.first.words, &self.pair.then.words);
        format!("{first}-{then}-{}", self.lag)
    }
}

/// Returns the patterns of the last two years.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn patterns(session: &Session) -> Result<PatternsPage> {
    let looked = look(session)?;
    let findings: Vec<Finding> = looked.iter().map(|one| examine(&one.candidate)).collect();
    let hidden = &session.preferences().hidden_patterns;
    let mut page = PatternsPage {
        cards: Vec::new(),
        hidden: Vec::new(),
        rest: Vec::new(),
        looked_at: looked_at(session, looked.len()),
    };
    for (nth, (one, outcome)) in (0..).zip(looked.iter().zip(decide(findings))) {
        let row = |id: &str, n: usize| {
            let with = [("n", n.into()), ("of", MIN_PAIRS.into())];
            PatternRow {
                title: title(session, one),
                said: session.locale().format(id, &with),
            }
        };
        match outcome {
            Outcome::Pattern(found) => {
                let card = card(session, one, &found, SEED + nth);
                let is_hidden = hidden.contains(&card.key);
                if is_hidden {
                    &mut page.hidden
                } else {
                    &mut page.cards
                }
                .push(card);
            }
            Outcome::NoClearPattern { n } => page.rest.push(row(msg::PATTERN_NONE, n)),
            Outcome::NotEnough { n } => page.rest.push(row(msg::PATTERN_NOT_ENOUGH, n)),
            Outcome::TooAlike { n } => page.rest.push(row(msg::PATTERN_ALIKE, n)),
        }
    }
    Ok(page)
}

/// Loads every pair at every lag. A pair of which nothing was ever recorded is left out.
fn look(session: &Session) -> Result<Vec<Looked>> {
    let period = Period::ending(session.today(), DAYS);
    let changes = dose_changes(session, period)?;
    let splits = changes.iter().filter_map(|(day, _)| period.index(*day));
    let splits: Vec<usize> = splits.collect();
    let mut loaded = Loaded::new(session, period)?;
    let mut looked = Vec::new();
    for pair in pairs()? {
        let (first, then) = (loaded.values(&pair.first)?, loaded.values(&pair.then)?);
        if first.days.iter().all(Option::is_none) || then.days.iter().all(Option::is_none) {
            continue;
        }
        for lag in &pair.lags {
            looked.push(Looked {
                lag: *lag,
                night: first.night,
                candidate: candidate(&first, &then, *lag, &splits),
                pair: pair.clone(),
            });
        }
    }
    Ok(looked)
}

/// Pairs the values of days that are `lag` days apart and in the same stretch between changes of
/// treatment, slow drift taken out. A measure of yes or no keeps its values.
fn candidate(first: &Values, then: &Values, lag: usize, splits: &[usize]) -> Candidate {
    let flat = |values: &Values| {
        let known = values.days.iter().flatten();
        let is_yes_or_no = known.clone().all(|value| [0.0, 1.0].contains(value));
        if is_yes_or_no {
            values.days.clone()
        } else {
            detrended(&values.days, splits)
        }
    };
    let (before, after) = (flat(first), flat(then));
    let stretch = |day: usize| splits.iter().filter(|split| **split <= day).count();
    let mut pairs = Vec::new();
    let mut recorded = Vec::new();
    for day in lag..after.len() {
        let earlier = day - lag;
        let both = before
            .get(earlier)
            .copied()
            .flatten()
            .zip(after.get(day).copied().flatten());
        let known = first.days.get(earlier).copied().flatten();
        if let (Some((first, then)), Some(known)) = (both, known)
            && stretch(earlier) == stretch(day)
        {
            pairs.push(Pair { first, then });
            recorded.push(known);
        }
    }
    Candidate { pairs, recorded }
}

fn names(session: &Session, one: &Looked) -> (String, String) {
    let text = |id: String| session.locale().text(&id);
    (
        text(format!("pattern-first-{}", one.pair.first.words)),
        text(format!("pattern-then-{}", one.pair.then.words)),
    )
}

fn title(session: &Session, one: &Looked) -> String {
    let (first, then) = names(session, one);
    let with = [
        ("first", first.into()),
        ("then", then.into()),
        ("lag", one.lag.into()),
    ];
    session.locale().format(msg::PATTERN_PAIR, &with)
}

fn card(session: &Session, one: &Looked, found: &Found, seed: u64) -> PatternCard {
    let locale = session.locale();
    let (first, then) = names(session, one);
    let when = match (one.lag, one.night) {
        (0, false) => "same",
        (0, true) => "night",
        _ => "next",
    };
    let direction = if found.rho > 0.0 { "up" } else { "down" };
    let with = [
        ("first", first.clone().into()),
        ("then", then.clone().into()),
        ("when", when.into()),
        ("direction", direction.into()),
        ("n", found.n.into()),
    ];
    let (low, high) = interval(&one.candidate, seed, DRAWS).unwrap_or((-1.0, 1.0));
    let number = |value: f64| locale.number((value * 100.0).round() / 100.0).into();
    let figures = [
        ("rho", number(found.rho)),
        ("low", number(low)),
        ("high", number(high)),
        ("p", number(found.p)),
        ("n", found.n.into()),
    ];
    let doubt = [("first", first.clone().into()), ("then", then.into())];
    PatternCard {
        key: one.key(),
        said: locale.format(msg::PATTERN_SAID, &with),
        doubt: locale.format(msg::PATTERN_DOUBT, &doubt),
        figures: locale.format(msg::PATTERN_FIGURES, &figures),
        first,
        n: found.n,
        rho: found.rho,
        low,
        high,
        p: found.p,
        seed,
    }
}

fn looked_at(session: &Session, count: usize) -> String {
    let with = [("count", count.into()), ("days", DAYS.to_string().into())];
    session.locale().format(msg::PATTERNS_LOOKED_AT, &with)
}

/// Hides a card, or shows it again.
///
/// # Errors
/// Fails if the journal can't be written.
pub fn hide_pattern(session: &mut Session, key: String, on: bool) -> Result<Changed> {
    let mut hidden = session.preferences().hidden_patterns.clone();
    hidden.retain(|known| *known != key);
    if on {
        hidden.push(key);
    }
    crate::app::preferences::set_preference(session, "hidden-patterns".into(), hidden.join(","))
}
