//! Entries that contradict themselves, as an import would refuse them today, and mending them.

use crate::changed::{Changed, Topic};
use crate::clock::zones;
use crate::error::Result;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::Entry;
use domain::entry::OFFSET;
use domain::localizer::{DateStyle, Localizer};
use journal::Change;
use serde::{Deserialize, Serialize};

/// An entry with contradictions, for display.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ContradictionView {
    /// The entry.
    pub uid: String,
    /// Its day.
    pub day: String,
    /// Its day, tracker and questions, in one sentence.
    pub text: String,
}

/// Returns the entries that contradict themselves, in order.
///
/// # Errors
/// Returns an error if the journal can't be read.
pub fn contradictions(session: &Session) -> Result<Vec<ContradictionView>> {
    let found = wrong_entries(session)?;
    Ok(found.iter().map(|entry| view(session, entry)).collect())
}

fn wrong_entries(session: &Session) -> Result<Vec<Entry>> {
    let mut entries = session.journal().all_entries()?;
    entries.retain(|entry| !wrong_keys(session, entry).is_empty());
    Ok(entries)
}

fn wrong_keys<'a>(session: &'a Session, entry: &Entry) -> Vec<&'a str> {
    let definition = session.definitions().get(&entry.tracker);
    definition.map_or_else(Vec::new, |d| d.contradictions(entry, zones()))
}

fn view(session: &Session, entry: &Entry) -> ContradictionView {
    let locale = session.locale();
    let definition = session.definitions().get(&entry.tracker);
    let labels = definition.map(|d| locale.labels_of(d)).unwrap_or_default();
    let name = |key: &str| match key {
        OFFSET => locale.text(msg::CHECK_OFFSET),
        _ => labels.get_or_key(key).to_owned(),
    };
    let names: Vec<String> = wrong_keys(session, entry).into_iter().map(name).collect();
    let with = [
        ("day", locale.date(entry.day, DateStyle::Short).into()),
        ("what", labels.get_or_key("title").into()),
        ("field", names.join(", ").into()),
    ];
    ContradictionView {
        uid: entry.uid.clone(),
        day: entry.day.to_string(),
        text: locale.format(msg::CHECK_CONTRADICTION, &with),
    }
}

/// Mends all contradictions in one change that can be undone: a number is set to that of its own
/// answer, and an answer that can't be known is left out. The former version stays in the history.
///
/// # Errors
/// Returns an error of the journal; nothing is changed then.
pub fn mend_contradictions(session: &mut Session) -> Result<Changed> {
    let mut changes = Vec::new();
    for entry in wrong_entries(session)? {
        let mended = session.definition(&entry.tracker)?.mended(&entry, zones());
        changes.push(
            if mended.values.is_empty() && mended.note.trim().is_empty() {
                Change::Entry {
                    id: entry.uid,
                    value: None,
                }
            } else {
                session.to_stored(mended)?
            },
        );
    }
    let count = [("count", changes.len().into())];
    let message = session.locale().format(msg::MENDED, &count);
    if changes.is_empty() {
        return Ok(Changed::topic(Topic::Preferences, message));
    }
    let changed = session.commit(&Operation::Mend, &changes, &[Topic::Entries])?;
    Ok(Changed { message, ..changed })
}
