//! Undo and redo, and the names of changes.

use crate::changed::{Changed, Topic};
use crate::error::Result;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;

/// Undoes the last change, however old it is.
pub fn undo(session: &mut Session) -> Result<Changed> {
    let operation = session.undo()?;
    Ok(result(
        session,
        operation.as_deref(),
        msg::UNDONE,
        msg::NOTHING_TO_UNDO,
    ))
}

/// Redoes the last change that was undone.
pub fn redo(session: &mut Session) -> Result<Changed> {
    let operation = session.redo()?;
    Ok(result(
        session,
        operation.as_deref(),
        msg::REDONE,
        msg::NOTHING_TO_REDO,
    ))
}

fn result(session: &Session, operation: Option<&str>, done: &str, nothing: &str) -> Changed {
    let message = match operation {
        Some(operation) => session
            .locale()
            .format(done, &[("act", operation_label(session, operation).into())]),
        None => session.locale().text(nothing),
    };
    let topics = vec![
        Topic::Entries,
        Topic::Visit,
        Topic::Preferences,
        Topic::Trackers,
    ];
    Changed {
        topics,
        message,
        uid: None,
        count: usize::from(operation.is_some()),
    }
}

/// Returns the name of a change: "Sleep recorded" for "record sleep".
pub fn operation_label(session: &Session, stored: &str) -> String {
    let Some(operation) = Operation::parse(stored) else {
        return stored.to_owned();
    };
    let key = operation.tracker().unwrap_or_default();
    let definition = session.definitions().get(key);
    let what = definition.map_or_else(|| key.to_owned(), |d| session.title(d));
    session
        .locale()
        .format(operation.message(), &[("what", what.into())])
}
