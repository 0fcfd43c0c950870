//! Full-text search in the journal.

use crate::error::Result;
use crate::msg;
use crate::session::Session;
use domain::localizer::{DateStyle, Localizer};
use serde::{Deserialize, Serialize};

/// The result of a search.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SearchPage {
    /// How many entries were found, as a sentence.
    pub message: String,
    /// The matches, newest day first.
    pub hits: Vec<SearchHitView>,
}

/// A match.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SearchHitView {
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
pub fn search(session: &Session, text: String) -> Result<SearchPage> {
    let (hits, total) = session.journal().search(&text)?;
    let locale = session.locale();
    let views = hits.into_iter().map(|place| {
        let title = session
            .definitions()
            .get(&place.tracker)
            .map(|d| locale.labels_of(d).get_or_key("title").to_owned())
            .unwrap_or_default();
        SearchHitView {
            title: format!("{} · {title}", locale.date(place.day, DateStyle::Short)),
            day: place.day.to_string(),
            uid: place.uid,
            parts: place.parts,
        }
    });
    let hits: Vec<SearchHitView> = views.collect();
    let with = [("count", total.into()), ("shown", hits.len().into())];
    Ok(SearchPage {
        message: if total > hits.len() {
            locale.format(msg::SEARCH_MORE, &with)
        } else {
            locale.format(msg::SEARCH_FOUND, &with)
        },
        hits,
    })
}
