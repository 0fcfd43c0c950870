//! What the window needs before anything else, in one answer.
//!
//! Owns the first thing asked.

use crate::Session;
use crate::bridge::Outcome;
use care::Definition;
use care::words::Words;
use serde::{Deserialize, Serialize};

/// What the window needs to begin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Launch {
    /// This program's version.
    pub version: String,
    /// Whether the first page is still to be shown.
    pub first: bool,
    /// Language tag, valid for whatever asks for one.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The interface's words as Fluent text.
    pub words: String,
    /// Two letters, or empty.
    pub country: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// `short`, `usual` or `everything`.
    pub length: String,
    /// The journal's folder.
    pub folder: String,
    /// The trackers in their order.
    pub trackers: Vec<Tracker>,
}

/// A tracker as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tracker {
    /// What it is. Its words are left out: those of the person's language stand beside.
    pub definition: Definition,
    /// Its words.
    pub words: Words,
}

/// What the window needs to begin.
pub fn launch(session: &Session) -> Outcome<Launch> {
    let preference = |key: &str, usual: &str| -> Outcome<String> {
        Ok(session
            .journal()
            .preference(key)?
            .unwrap_or_else(|| usual.to_owned()))
    };
    let tongue = session.tongue();
    let mut trackers = Vec::new();
    for (key, hidden) in session.journal().trackers()? {
        if let Some(found) = session.shelf().find(&key).filter(|_| !hidden) {
            let mut definition = found.clone();
            definition.words.clear();
            trackers.push(Tracker {
                definition,
                words: tongue.words_of(found),
            });
        }
    }
    Ok(Launch {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        first: preference("begun", "no")? != "yes",
        language: tongue.language().to_owned(),
        direction: tongue.direction().to_owned(),
        words: tongue.source().to_owned(),
        country: session.country(),
        theme: preference("theme", "system")?,
        length: preference("length", "usual")?,
        folder: session.journal().place().folder.display().to_string(),
        trackers,
    })
}
