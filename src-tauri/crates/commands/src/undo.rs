//! Taking back and doing again.
//!
//! Owns how an act is named to the person; the acts themselves are the journal's.

use crate::bridge::{Changed, Outcome, Topic};
use crate::{Session, word};

/// Takes the last act back, whenever it was.
pub fn undo(session: &mut Session) -> Outcome<Changed> {
    let act = session.turn(false)?;
    Ok(told(
        session,
        act.as_deref(),
        word::UNDONE,
        word::NOTHING_TO_UNDO,
    ))
}

/// Does the last act that was taken back again.
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

/// "record sleep" is "Night recorded".
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
