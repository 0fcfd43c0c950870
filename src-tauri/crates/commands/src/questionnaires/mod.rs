//! Questionnaires: which there are, answering one, scores in words, due dates.
//!
//! A questionnaire is a tracker: its answers are recorded, amended, undone and exported like those
//! of any other.

pub mod answering;
pub mod compare;
pub mod due;
pub mod list;
pub mod own;
mod scored;
pub mod support_item;

use crate::error::Result;
use crate::session::Session;
use domain::tracker::TrackerStatus;
use domain::{Definition, Questionnaire};

/// Returns the questionnaires that the person has not archived, in order.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn all(session: &Session) -> Result<Vec<(&Definition, &Questionnaire)>> {
    let trackers = session.journal().trackers()?;
    let shown = trackers
        .iter()
        .filter(|(_, tracker)| tracker.status == TrackerStatus::Active);
    Ok(shown
        .filter_map(|(key, _)| session.definitions().get(key))
        .filter_map(|definition| Some((definition, definition.questionnaire.as_ref()?)))
        .collect())
}

/// Returns the definitions of the questionnaires with entries, in order.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn with_entries(session: &Session) -> Result<Vec<&Definition>> {
    let kept = session.journal().trackers_with_entries()?;
    let all = all(session)?.into_iter();
    Ok(all
        .map(|(definition, _)| definition)
        .filter(|definition| kept.contains(&definition.key))
        .collect())
}
