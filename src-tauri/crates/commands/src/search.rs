//! Finding words in the journal.
//!
//! Owns how what was found is shown.

use crate::bridge::Outcome;
use crate::{Session, word};
use care::speech::{Grain, Speech};
use serde::{Deserialize, Serialize};

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SearchPage {
    /// How much was found, in a sentence.
    pub said: String,
    /// The places, newest day first.
    pub found: Vec<FoundShown>,
}

/// A place where words were found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FoundShown {
    /// The entry.
    pub uid: String,
    /// Its day, YYYY-MM-DD.
    pub day: String,
    /// Its day and tracker in words.
    pub title: String,
    /// The words around, in parts: every second one, from the second, is what was looked for.
    pub parts: Vec<String>,
}

/// Looks for words in notes and text answers.
pub fn search(session: &Session, text: &str) -> Outcome<SearchPage> {
    let (found, all) = session.journal().search(text)?;
    let tongue = session.tongue();
    let shown = found.into_iter().map(|place| {
        let title = session
            .shelf()
            .find(&place.tracker)
            .map(|d| tongue.words_of(d).say("title").to_owned())
            .unwrap_or_default();
        FoundShown {
            title: format!("{} · {title}", tongue.date(place.day, Grain::Short)),
            day: place.day.to_string(),
            uid: place.uid,
            parts: place.parts,
        }
    });
    let found: Vec<FoundShown> = shown.collect();
    let with = [("count", all.into()), ("shown", found.len().into())];
    Ok(SearchPage {
        said: if all > found.len() {
            tongue.say_with(word::SEARCH_MORE, &with)
        } else {
            tongue.say_with(word::SEARCH_FOUND, &with)
        },
        found,
    })
}
