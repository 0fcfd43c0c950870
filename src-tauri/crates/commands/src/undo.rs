//! Undo and redo, and the names of changes.

use crate::bridge::{Changed, Outcome, Topic};
use crate::{Session, word};

/// Undoes the last change, however old it is.
pub fn undo(session: &mut Session) -> Outcome<Changed> {
    let act = session.turn(false)?;
    Ok(told(
        session,
        act.as_deref(),
        word::UNDONE,
        word::NOTHING_TO_UNDO,
    ))
}

/// Redoes the last change that was undone.
pub fn redo(session: &mut Session) -> Outcome<Changed> {
    let act = session.turn(true)?;
    Ok(told(
        session,
        act.as_deref(),
        word::REDONE,
        word::NOTHING_TO_REDO,
    ))
}

fn told(session: &Session, act: Option<&str>, done: &str, nothing: &str) -> Changed {
    let said = match act {
        Some(act) => session
            .tongue()
            .say_with(done, &[("act", name(session, act).into())]),
        None => session.tongue().say(nothing),
    };
    let topics = vec![
        Topic::Entries,
        Topic::Visit,
        Topic::Preferences,
        Topic::Trackers,
    ];
    Changed {
        topics,
        said,
        uid: None,
        count: usize::from(act.is_some()),
    }
}

/// Returns the name of a change: "Night recorded" for "record sleep".
pub fn name(session: &Session, act: &str) -> String {
    let (verb, subject) = act.split_once(' ').unwrap_or((act, ""));
    let what = session.shelf().find(subject).map_or_else(
        || subject.to_owned(),
        |d| session.tongue().words_of(d).say("title").to_owned(),
    );
    session
        .tongue()
        .say_with(&format!("act-{verb}"), &[("what", what.into())])
}
