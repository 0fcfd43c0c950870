//! Export and import of a tracker's definition.

use crate::changed::{Changed, Topic};
use crate::error::RecordKind;
use crate::error::TrackerProblem;
use crate::error::TrackerSubject;
use crate::error::{Error, Result};
use crate::files::{SavedFile, save_text};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::Definition;
use domain::Tracker;
use domain::definition::parse::parse;
use journal::Change;
use journal::CustomDefinition;

/// Saves a tracker's definition as a file, to share it.
pub fn export_tracker(session: &Session, key: String) -> Result<SavedFile> {
    let no_tracker = || Error::not_found(RecordKind::Tracker, &key);
    let text = session.definitions().source(&key).ok_or_else(no_tracker)?;
    let name = session
        .locale()
        .format(msg::FILE_TRACKER, &[("key", key.as_str().into())]);
    save_text(session, &name, text)
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
    let last = session.journal().trackers()?.pop();
    let mut tracker = Tracker::default_for(definition);
    // A new tracker is active at once and comes after all others.
    tracker.status = domain::tracker::TrackerStatus::Active;
    tracker.position = last.map_or(0.0, |(_, t)| t.position) + 1.0;
    let key = definition.key.clone();
    let items = [
        Change::Definition {
            id: key.clone(),
            value: Some(CustomDefinition(text)),
        },
        Change::Tracker {
            id: key.clone(),
            value: Some(tracker),
        },
    ];
    let topics = [Topic::Trackers, Topic::Entries];
    let changed = session.commit_form(
        &Operation::AddTracker(key.clone()),
        &items,
        &topics,
        draft_key,
    )?;
    Ok(Changed {
        uid: Some(key),
        ..changed
    })
}
