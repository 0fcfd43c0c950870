//! Export and import of a tracker's definition.

use crate::changed::{Changed, Topic};
use crate::error::RecordKind;
use crate::error::TrackerProblem;
use crate::error::TrackerSubject;
use crate::error::{Error, Result};
use crate::operation::Operation;
use crate::session::Session;
use domain::Definition;
use domain::Tracker;
use domain::definition::parse::parse;
use domain::tracker::TrackerStatus;
use journal::Change;
use journal::CustomDefinition;

/// Returns a tracker's definition as the text of a file.
///
/// # Errors
/// Returns `NotFound` if there is none.
pub fn definition_text<'a>(session: &'a Session, key: &str) -> Result<&'a str> {
    let no_tracker = || Error::not_found(RecordKind::Tracker, key);
    session.definitions().source(key).ok_or_else(no_tracker)
}

/// Imports a definition from a file. Never replaces an existing tracker.
pub fn import_tracker(session: &mut Session, file: String, text: String) -> Result<Changed> {
    let definition = parse(&file, &text).map_err(Error::Definition)?;
    if let Some(existing) = session.definitions().source(&definition.key) {
        let problem = if existing == text {
            TrackerProblem::AlreadyImported
        } else {
            TrackerProblem::KeyTaken
        };
        return Err(Error::Tracker {
            subject: TrackerSubject::Named(file),
            problem: problem(definition.key),
        });
    }
    add_tracker(session, &definition, text, None)
}

pub(crate) fn add_tracker(
    session: &mut Session,
    definition: &Definition,
    text: String,
    draft_key: Option<&str>,
) -> Result<Changed> {
    let key = definition.key.clone();
    let changes = additions(session, &[(definition.clone(), text)])?;
    let topics = [Topic::Trackers, Topic::Entries];
    let changed = session.commit_form(
        &Operation::AddTracker(key.clone()),
        &changes,
        &topics,
        draft_key,
    )?;
    Ok(Changed {
        uid: Some(key),
        ..changed
    })
}

/// Returns the changes that add trackers. A new tracker is active at once and comes after all others.
pub(crate) fn additions(session: &Session, new: &[(Definition, String)]) -> Result<Vec<Change>> {
    let last = session.journal().trackers()?.pop();
    let mut position = last.map_or(0.0, |(_, tracker)| tracker.position);
    let mut changes = Vec::with_capacity(2 * new.len());
    for (definition, text) in new {
        position += 1.0;
        let tracker = Tracker {
            status: TrackerStatus::Active,
            position,
            ..Tracker::default_for(definition)
        };
        changes.push(Change::Definition {
            id: definition.key.clone(),
            value: Some(CustomDefinition(text.clone())),
        });
        changes.push(Change::Tracker {
            id: definition.key.clone(),
            value: Some(tracker),
        });
    }
    Ok(changes)
}
