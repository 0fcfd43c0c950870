//! The user's trackers: which are active, their order, names and questions.
//!
//! Changing a tracker never changes recorded entries.

pub mod builder;
pub mod transfer;

use crate::changed::{Changed, Topic};
use crate::error::RecordKind;
use crate::error::{Error, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use crate::trackers::builder::editable;
use domain::definition::Labels;
use domain::tracker::{MAX_NAME_LEN, TrackerStatus};
use domain::{Covers, Definition, FieldKind, Tracker, Unit, ValidationError, ValidationErrorKind};
use journal::Change;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A tracker for display.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrackerView {
    /// Its definition without labels: those of the user's language are in `labels`.
    pub definition: Definition,
    /// Its labels, with the user's name for it.
    pub labels: Labels,
    /// Its status.
    pub status: TrackerStatus,
    /// The fields asked at the usual page length; empty if it is left out.
    pub usual: Vec<String>,
    /// Whether the user built or imported it.
    pub custom: bool,
    /// Whether the builder can change it.
    pub editable: bool,
}

/// The user's trackers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrackersView {
    /// Key of the tracker that a day begins with; empty if no tracker is active.
    pub first: String,
    /// All trackers in order, including inactive ones.
    pub trackers: Vec<TrackerView>,
}

/// Returns the user's trackers.
///
/// # Errors
/// Returns an error if the journal can't be read.
pub fn trackers(session: &Session) -> Result<TrackersView> {
    let first = first(session)?.map(|definition| definition.key.clone());
    Ok(TrackersView {
        first: first.unwrap_or_default(),
        trackers: all(session)?,
    })
}

/// Changes to a tracker; what is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrackerChange {
    /// Its name; empty for the name in the definition.
    pub name: Option<String>,
    /// Its status.
    pub status: Option<TrackerStatus>,
    /// The fields asked at the usual page length.
    pub usual: Option<Vec<String>>,
    /// The tracker to place it before; empty for the end.
    pub before: Option<String>,
}

/// Returns all trackers but the questionnaires, in order.
pub fn all(session: &Session) -> Result<Vec<TrackerView>> {
    let shown = session
        .journal()
        .trackers()?
        .into_iter()
        .filter_map(|(key, tracker)| {
            let definition = session.definitions().get(&key)?;
            let daily = definition.questionnaire.is_none();
            daily.then(|| view(session, definition, &tracker))
        });
    Ok(shown.collect())
}

/// Returns a tracker for display.
pub fn view(session: &Session, definition: &Definition, tracker: &Tracker) -> TrackerView {
    let custom = session.definitions().is_custom(&definition.key);
    let unlabelled = Definition {
        labels: BTreeMap::new(),
        ..definition.clone()
    };
    TrackerView {
        labels: labels(session, definition),
        status: tracker.status,
        usual: usual(definition, tracker),
        editable: custom && editable::is_editable(definition),
        custom,
        definition: unlabelled,
    }
}

/// Returns the labels of a tracker. Fields in drinks get a hint with the size of one drink.
fn labels(session: &Session, definition: &Definition) -> Labels {
    let locale = session.locale();
    let mut labels = locale.labels_of(definition);
    let drinks = |kind: &FieldKind| matches!(kind, FieldKind::Quantity { unit, .. } if *unit == Unit::StandardDrink);
    for field in definition.fields.iter().filter(|f| drinks(&f.kind)) {
        let glass = |percent: f64| {
            let millilitres =
                domain::definition::unit::millilitres(locale.grams_per_drink(), percent);
            locale.number((millilitres / 10.0).round() * 10.0)
        };
        let with = [
            ("grams", locale.number(locale.grams_per_drink()).into()),
            ("beer", glass(5.0).into()),
            ("wine", glass(12.0).into()),
        ];
        let hint = locale.format(msg::DRINK_SIZE, &with);
        labels
            .0
            .entry(format!("{}.hint", field.key))
            .or_insert(hint);
    }
    labels
}

/// Returns the fields asked at the usual length: the user's choice, else all that are not `extra`.
fn usual(definition: &Definition, tracker: &Tracker) -> Vec<String> {
    tracker.usual.clone().unwrap_or_else(|| {
        let active = definition
            .fields
            .iter()
            .filter(|f| !definition.optional && !f.optional);
        active.map(|f| f.key.clone()).collect()
    })
}

/// Returns the first tracker of a day: the first active one that covers a whole day and begins with
/// a scale, else the first that is not answered by one tap.
pub fn first(session: &Session) -> Result<Option<&Definition>> {
    let active = active(session)?;
    let begins = |d: &&&Definition| {
        let scale = matches!(
            d.fields.first().map(|f| &f.kind),
            Some(FieldKind::Scale { .. })
        );
        d.covers == Covers::Day && scale
    };
    let plain = || active.iter().filter(|d| d.quick_answer_field().is_none());
    Ok(plain().find(begins).or_else(|| plain().next()).copied())
}

/// Returns the definitions of the active trackers, in order. Questionnaires are not among them:
/// they are not asked day by day.
pub fn active(session: &Session) -> Result<Vec<&Definition>> {
    let trackers = session.journal().trackers()?;
    Ok(trackers
        .iter()
        .filter(|(_, tracker)| tracker.status == TrackerStatus::Active)
        .filter_map(|(key, _)| session.definitions().get(key))
        .filter(|definition| definition.questionnaire.is_none())
        .collect())
}

/// Changes the user's settings of a tracker.
pub fn change_tracker(
    session: &mut Session,
    key: String,
    change: TrackerChange,
) -> Result<Changed> {
    let trackers = session.journal().trackers()?;
    let found = trackers.iter().find(|(known, _)| *known == key);
    let mut tracker = found
        .map(|(_, tracker)| tracker.clone())
        .ok_or_else(|| Error::not_found(RecordKind::Tracker, &key))?;
    if let Some(name) = &change.name {
        tracker.name = validate_name(&key, name)?;
    }
    if let Some(status) = change.status {
        tracker.status = status;
    }
    if let Some(usual) = &change.usual {
        let definition = session.definition(&key)?;
        tracker.usual = Some(
            usual
                .iter()
                .filter(|field| definition.field(field).is_some())
                .cloned()
                .collect(),
        );
    }
    if let Some(before) = &change.before {
        tracker.position = position(&trackers, &key, before);
    }
    let change = Change::Tracker {
        id: key.clone(),
        value: Some(tracker),
    };
    session.commit(
        &Operation::ChangeTracker(key),
        &[change],
        &[Topic::Trackers, Topic::Entries],
    )
}

fn validate_name(key: &str, name: &str) -> Result<Option<String>> {
    let name = name.trim();
    if name.chars().count() > MAX_NAME_LEN || name.chars().any(char::is_control) {
        let errors = vec![ValidationError::general(ValidationErrorKind::TooLong {
            max: MAX_NAME_LEN,
        })];
        return Err(Error::Validation {
            tracker: key.to_owned(),
            number: 0,
            errors,
        });
    }
    Ok((!name.is_empty()).then(|| name.to_owned()))
}

/// Returns the position halfway between the tracker `before` and its predecessor; the end if there
/// is no such tracker.
fn position(trackers: &[(String, Tracker)], key: &str, before: &str) -> f64 {
    let others: Vec<&(String, Tracker)> = trackers.iter().filter(|(k, _)| k != key).collect();
    let at = others.iter().position(|(k, _)| k == before);
    let position = |index: usize| others.get(index).map(|(_, t)| t.position);
    match at {
        None => position(others.len().saturating_sub(1)).unwrap_or(0.0) + 1.0,
        Some(0) => position(0).unwrap_or(0.0) - 1.0,
        Some(index) => f64::midpoint(
            position(index - 1).unwrap_or(0.0),
            position(index).unwrap_or(0.0),
        ),
    }
}

/// Returns recent answers of a tracker's choices and texts by field, latest first.
pub fn recent_answers(session: &Session, tracker: String) -> Result<BTreeMap<String, Vec<String>>> {
    let definition = session.definition(&tracker)?;
    Ok(session.journal().recent(&definition.key)?)
}
