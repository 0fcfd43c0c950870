//! Full-text search in the journal.

use crate::bridge::Outcome;
use crate::{Session, word};
use care::speech::{Grain, Speech};
use serde::{Deserialize, Serialize};

/// The result of a search.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SearchPage {
    /// How many entries were found, as a sentence.
    pub said: String,
    /// The matches, newest day first.
    pub found: Vec<FoundShown>,
}

/// A match.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FoundShown {
    /// The entry.
    pub uid: String,
    /// Its day, YYYY-MM-DD.
    pub day: String,
    /// Its day and tracker as text.
    pub title: String,
    /// The text around it in parts. Every second part, starting with the second, matches the query.
    pub parts: Vec<String>,
}

/// Searches notes and text answers.
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
