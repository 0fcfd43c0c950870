//! The person's trackers: which are asked, in which order, by which name, at which length.
//!
//! Owns what may be changed about a tracker. What was recorded stays, whatever is chosen here.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, word};
use care::tracker::{LONGEST_NAME, Using};
use care::words::Words;
use care::{Covers, Definition, Fault, FaultKind, Kind, Tracker, Unit};
use journal::Item;
use serde::{Deserialize, Serialize};

/// A tracker as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrackerShown {
    /// What it is. Its words are left out: those of the person's language stand beside.
    pub definition: Definition,
    /// Its words, with the person's own name for it.
    pub words: Words,
    /// Whether it is asked.
    pub using: Using,
    /// The fields the usual length asks; an empty list leaves it out.
    pub usual: Vec<String>,
    /// Whether the person made it or brought it in.
    pub own: bool,
    /// Whether the builder can change it.
    pub editable: bool,
}

/// What the person changes about a tracker; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrackerChange {
    /// Its name; empty for the definition's own.
    pub name: Option<String>,
    /// Whether it is asked.
    pub using: Option<Using>,
    /// The fields the usual length asks.
    pub usual: Option<Vec<String>>,
    /// The tracker it is to stand before; empty for the end.
    pub before: Option<String>,
}

/// A tracker nobody has said anything about.
pub fn unsaid(definition: &Definition) -> Tracker {
    Tracker {
        name: None,
        position: f64::from(definition.place),
        using: if definition.off {
            Using::Off
        } else {
            Using::Asked
        },
        usual: None,
    }
}

/// All trackers, in their order.
pub fn all(session: &Session) -> Outcome<Vec<TrackerShown>> {
    let shown = session
        .journal()
        .trackers()?
        .into_iter()
        .filter_map(|(key, tracker)| Some(show(session, session.shelf().find(&key)?, &tracker)));
    Ok(shown.collect())
}

/// A definition as a tracker of the window.
pub fn show(session: &Session, found: &Definition, tracker: &Tracker) -> TrackerShown {
    let mut definition = found.clone();
    definition.words.clear();
    let own = session.shelf().is_own(&found.key);
    TrackerShown {
        words: words(session, found),
        using: tracker.using,
        usual: usual(found, tracker),
        editable: own && crate::own::buildable(found),
        own,
        definition,
    }
}

/// The tracker's words, with how much one drink is where drinks are asked for.
fn words(session: &Session, found: &Definition) -> Words {
    let tongue = session.tongue();
    let mut words = tongue.words_of(found);
    let drinks = |kind: &Kind| matches!(kind, Kind::Quantity { unit, .. } if *unit == Unit::Drinks);
    for field in found.fields.iter().filter(|f| drinks(&f.kind)) {
        let glass = |percent: f64| {
            let millilitres = care::unit::millilitres(tongue.drink, percent);
            tongue.number((millilitres / 10.0).round() * 10.0)
        };
        let with = [
            ("grams", tongue.number(tongue.drink).into()),
            ("beer", glass(5.0).into()),
            ("wine", glass(12.0).into()),
        ];
        let hint = tongue.say_with(word::DRINK_SIZE, &with);
        words.0.entry(format!("{}.hint", field.key)).or_insert(hint);
    }
    words
}

/// The fields the usual length asks: as the person chose, else those the definition does not call extra.
fn usual(definition: &Definition, tracker: &Tracker) -> Vec<String> {
    tracker.usual.clone().unwrap_or_else(|| {
        let asked = definition
            .fields
            .iter()
            .filter(|f| !definition.extra && !f.extra);
        asked.map(|f| f.key.clone()).collect()
    })
}

/// The first question of a day: the first tracker asked that is of a whole day and begins with a scale, else the first
/// that is not answered by one tap.
pub fn first(session: &Session) -> Outcome<Option<&Definition>> {
    let asked = asked(session)?;
    let begins = |d: &&&Definition| {
        let scale = matches!(d.fields.first().map(|f| &f.kind), Some(Kind::Scale { .. }));
        d.covers == Covers::Day && scale
    };
    let plain = || asked.iter().filter(|d| d.in_place_of_all().is_none());
    Ok(plain().find(begins).or_else(|| plain().next()).copied())
}

/// The definitions that are asked, in their order.
pub fn asked(session: &Session) -> Outcome<Vec<&Definition>> {
    let trackers = session.journal().trackers()?;
    Ok(trackers
        .iter()
        .filter(|(_, tracker)| tracker.using == Using::Asked)
        .filter_map(|(key, _)| session.shelf().find(key))
        .collect())
}

/// Changes what the person says about a tracker.
pub fn change_tracker(
    session: &mut Session,
    key: &str,
    change: &TrackerChange,
) -> Outcome<Changed> {
    let trackers = session.journal().trackers()?;
    let found = trackers.iter().find(|(known, _)| known == key);
    let mut tracker = found
        .map(|(_, tracker)| tracker.clone())
        .ok_or_else(|| Mishap::NoTracker(key.to_owned()))?;
    if let Some(name) = &change.name {
        tracker.name = own_name(key, name)?;
    }
    if let Some(using) = change.using {
        tracker.using = using;
    }
    if let Some(usual) = &change.usual {
        let definition = session.definition(key)?;
        tracker.usual = Some(
            usual
                .iter()
                .filter(|field| definition.field(field).is_some())
                .cloned()
                .collect(),
        );
    }
    if let Some(before) = &change.before {
        tracker.position = position(&trackers, key, before);
    }
    let item = Item::Tracker {
        key: key.to_owned(),
        tracker: Some(tracker),
    };
    session.act(
        &format!("tracker {key}"),
        &[item],
        &[Topic::Trackers, Topic::Entries],
    )
}

fn own_name(key: &str, name: &str) -> Outcome<Option<String>> {
    let name = name.trim();
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        let faults = vec![Fault::whole(FaultKind::TooLong { max: LONGEST_NAME })];
        return Err(Mishap::Faults {
            tracker: key.to_owned(),
            number: 0,
            faults,
        });
    }
    Ok((!name.is_empty()).then(|| name.to_owned()))
}

/// Halfway between the tracker it is to stand before and the one before that.
fn position(trackers: &[(String, Tracker)], key: &str, before: &str) -> f64 {
    let others: Vec<&(String, Tracker)> = trackers.iter().filter(|(k, _)| k != key).collect();
    let at = others.iter().position(|(k, _)| k == before);
    let position = |nth: usize| others.get(nth).map(|(_, t)| t.position);
    match at {
        None => position(others.len().saturating_sub(1)).unwrap_or(0.0) + 1.0,
        Some(0) => position(0).unwrap_or(0.0) - 1.0,
        Some(nth) => f64::midpoint(
            position(nth - 1).unwrap_or(0.0),
            position(nth).unwrap_or(0.0),
        ),
    }
}

/// What was said lately in a tracker's choices and texts, by field, the latest first.
pub fn recent(
    session: &Session,
    tracker: &str,
) -> Outcome<std::collections::BTreeMap<String, Vec<String>>> {
    let definition = session.definition(tracker)?;
    Ok(session.journal().recent(&definition.key)?)
}
