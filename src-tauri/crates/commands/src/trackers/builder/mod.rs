//! Builder of custom trackers.
//!
//! The strict parser of all definitions reads every result back; no definition it rejects is saved.

pub(crate) mod editable;
pub mod form;
mod from_definition;
mod to_toml;
mod validate;

use crate::changed::{Changed, Topic};
use crate::error::RecordKind;
use crate::error::TrackerProblem;
use crate::error::TrackerSubject;
use crate::error::{Error, Result};
use crate::operation::Operation;
use crate::session::Session;
use crate::trackers::builder::editable::is_editable;
use crate::trackers::builder::form::TrackerForm;
use crate::trackers::builder::validate::{check_compatible, check_field};
use crate::trackers::transfer::add_tracker;
use crate::trackers::{TrackerView, view};
use domain::Definition;
use domain::Tracker;
use domain::definition::parse::parse;
use from_definition::from_definition;
use journal::Change;
use journal::CustomDefinition;
use to_toml::{slug, to_toml};
use validate::MAX_FIELDS;

/// Returns the tracker as it would look; saves nothing.
pub fn preview_tracker(session: &Session, form: TrackerForm) -> Result<TrackerView> {
    let (_, definition) = build(session, &form)?;
    Ok(view(
        session,
        &definition,
        &Tracker::default_for(&definition),
    ))
}

/// Saves a custom tracker: a new one, or the changed definition of an existing one.
pub fn save_tracker(session: &mut Session, form: TrackerForm) -> Result<Changed> {
    let (text, definition) = build(session, &form)?;
    if form.key.is_empty() {
        return add_tracker(session, &definition, text, Some(&draft_key("")));
    }
    let old = session.definition(&definition.key)?;
    check_compatible(session, old, &definition)?;
    let key = definition.key.clone();
    let mut changes = vec![Change::Definition {
        id: key.clone(),
        value: Some(CustomDefinition(text)),
    }];
    // The name typed in the builder replaces the name set in the tracker list.
    let mine = session.journal().trackers()?;
    if let Some((_, tracker)) = mine.iter().find(|(k, t)| *k == key && t.name.is_some()) {
        let tracker = Some(domain::Tracker {
            name: None,
            ..tracker.clone()
        });
        changes.push(Change::Tracker {
            id: key.clone(),
            value: tracker,
        });
    }
    if old.measures != definition.measures {
        // Existing entries get their measures recomputed by the new definition.
        let ever = session.journal().date_range()?;
        for entry in ever.map_or(Ok(Vec::new()), |ever| {
            session.journal().entries_of(&key, ever)
        })? {
            changes.push(session.to_stored_as(&definition, entry));
        }
    }
    let topics = [Topic::Trackers, Topic::Entries];
    let operation = Operation::ChangeTracker(key.clone());
    let changed = session.commit_form(&operation, &changes, &topics, Some(&draft_key(&key)))?;
    Ok(Changed {
        uid: Some(key),
        ..changed
    })
}

/// Returns the draft key of the builder: for a new tracker (empty `key`) or an existing one.
pub(crate) fn draft_key(key: &str) -> String {
    format!("builder:{key}")
}

/// Saves the builder's form as a draft without validating it. Durable on return.
pub fn save_tracker_draft(session: &mut Session, form: TrackerForm) -> Result<()> {
    let text = serde_json::to_string(&form).map_err(|e| Error::Internal(e.to_string()))?;
    let now = session.clock().now().timestamp();
    Ok(session
        .journal_mut()
        .save_draft(&draft_key(&form.key), now, &text)?)
}

/// Discards the builder's draft.
pub fn discard_tracker_draft(session: &mut Session, key: String) -> Result<()> {
    Ok(session.journal_mut().discard_draft(&draft_key(&key))?)
}

/// Returns the builder's draft, if there is one that can be parsed.
pub fn tracker_draft(session: &Session, key: String) -> Result<Option<TrackerForm>> {
    let drafts = session.journal().drafts()?;
    let draft = drafts
        .into_iter()
        .find(|draft| draft.form == draft_key(&key));
    Ok(draft.and_then(|draft| serde_json::from_str(&draft.text).ok()))
}

/// Returns a custom tracker as the builder's form.
pub fn tracker_form(session: &Session, key: String) -> Result<TrackerForm> {
    let definition = session.definition(&key)?;
    if session.definitions().is_custom(&key) && is_editable(definition) {
        // The builder shows the name that the user gave the tracker.
        let title = session
            .locale()
            .labels_of(definition)
            .get_or_key("title")
            .to_owned();
        Ok(TrackerForm {
            title,
            ..from_definition(definition)
        })
    } else {
        Err(Error::not_found(RecordKind::Tracker, key))
    }
}

/// Validates the builder's form. Returns its TOML and the definition parsed from it.
fn build(session: &Session, form: &TrackerForm) -> Result<(String, Definition)> {
    let new = |problem| Error::Tracker {
        subject: TrackerSubject::NewTracker,
        problem,
    };
    if form.title.trim().is_empty() {
        return Err(new(TrackerProblem::NoName));
    }
    if form.fields.is_empty() || form.fields.len() > MAX_FIELDS {
        return Err(new(TrackerProblem::FieldCount));
    }
    for (index, field) in form.fields.iter().enumerate() {
        if let Some(problem) = check_field(field) {
            let subject = match field.name.trim() {
                "" => TrackerSubject::Field(index + 1),
                name => TrackerSubject::Named(name.to_owned()),
            };
            return Err(Error::Tracker { subject, problem });
        }
    }
    let key = if form.key.is_empty() {
        free_key(session, &form.title)
    } else {
        form.key.clone()
    };
    let internal = || Error::Internal("the builder's TOML".to_owned());
    let text = to_toml(form, &key).ok_or_else(internal)?;
    let definition = parse(form.title.trim(), &text).map_err(Error::Definition)?;
    Ok((text, definition))
}

/// Derives a key from the name that no other tracker has.
pub(crate) fn free_key(session: &Session, title: &str) -> String {
    let stem = format!("my-{}", slug(title, "tracker"));
    let free = |key: &String| session.definitions().get(key).is_none();
    let further = (2..u32::MAX).map(|n| format!("{stem}-{n}"));
    let mut keys = std::iter::once(stem.clone()).chain(further);
    keys.find(free).unwrap_or(stem)
}
