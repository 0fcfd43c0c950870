//! The user's trackers: which are active, their order, names and questions.
//!
//! Changing a tracker never changes recorded entries.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, word};
use care::tracker::{LONGEST_NAME, Using};
use care::words::Words;
use care::{Covers, Definition, Fault, FaultKind, Kind, Tracker, Unit};
use journal::Item;
use serde::{Deserialize, Serialize};

/// A tracker for display.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrackerShown {
    /// Its definition without labels: those of the user's language are in `words`.
    pub definition: Definition,
    /// Its labels, with the user's name for it.
    pub words: Words,
    /// Its status.
    pub using: Using,
    /// The fields asked at the usual page length; empty if it is left out.
    pub usual: Vec<String>,
    /// Whether the user built or imported it.
    pub own: bool,
    /// Whether the builder can change it.
    pub editable: bool,
}

/// Changes to a tracker; what is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrackerChange {
    /// Its name; empty for the name in the definition.
    pub name: Option<String>,
    /// Its status.
    pub using: Option<Using>,
    /// The fields asked at the usual page length.
    pub usual: Option<Vec<String>>,
    /// The tracker to place it before; empty for the end.
    pub before: Option<String>,
}

/// Returns the default settings of a tracker.
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

/// Returns all trackers, in order.
pub fn all(session: &Session) -> Outcome<Vec<TrackerShown>> {
    let shown = session
        .journal()
        .trackers()?
        .into_iter()
        .filter_map(|(key, tracker)| Some(show(session, session.shelf().find(&key)?, &tracker)));
    Ok(shown.collect())
}

/// Returns a tracker for display.
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

/// Returns the labels of a tracker. Fields in drinks get a hint with the size of one drink.
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

/// Returns the fields asked at the usual length: the user's choice, else all that are not `extra`.
fn usual(definition: &Definition, tracker: &Tracker) -> Vec<String> {
    tracker.usual.clone().unwrap_or_else(|| {
        let asked = definition
            .fields
            .iter()
            .filter(|f| !definition.extra && !f.extra);
        asked.map(|f| f.key.clone()).collect()
    })
}

/// Returns the first tracker of a day: the first active one that covers a whole day and begins with
/// a scale, else the first that is not answered by one tap.
pub fn first(session: &Session) -> Outcome<Option<&Definition>> {
    let asked = asked(session)?;
    let begins = |d: &&&Definition| {
        let scale = matches!(d.fields.first().map(|f| &f.kind), Some(Kind::Scale { .. }));
        d.covers == Covers::Day && scale
    };
    let plain = || asked.iter().filter(|d| d.in_place_of_all().is_none());
    Ok(plain().find(begins).or_else(|| plain().next()).copied())
}

/// Returns the definitions of the active trackers, in order.
pub fn asked(session: &Session) -> Outcome<Vec<&Definition>> {
    let trackers = session.journal().trackers()?;
    Ok(trackers
        .iter()
        .filter(|(_, tracker)| tracker.using == Using::Asked)
        .filter_map(|(key, _)| session.shelf().find(key))
        .collect())
}

/// Changes the user's settings of a tracker.
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

/// Returns the position halfway between the tracker `before` and its predecessor; the end if there
/// is no such tracker.
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

/// Returns recent answers of a tracker's choices and texts by field, latest first.
pub fn recent(
    session: &Session,
    tracker: &str,
) -> Outcome<std::collections::BTreeMap<String, Vec<String>>> {
    let definition = session.definition(tracker)?;
    Ok(session.journal().recent(&definition.key)?)
}
