//! Initial data of the window, in one response.

use crate::bridge::Outcome;
use crate::speech::languages;
use crate::trackers::TrackerShown;
use crate::{Session, preferences, trackers};
use serde::{Deserialize, Serialize};

/// Initial data of the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Launch {
    /// This program's version.
    pub version: String,
    /// Whether onboarding is still to be shown.
    pub first: bool,
    /// Key of the tracker that a day begins with; empty if no tracker is active.
    pub begins: String,
    /// Language tag of the current locale.
    pub language: String,
    /// `system`, or the tag of the language that was chosen.
    pub language_chosen: String,
    /// The tags of all available languages.
    pub languages: Vec<String>,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Messages of the interface as Fluent text.
    pub words: String,
    /// Country code of two letters, or empty.
    pub country: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// `short`, `usual` or `everything`.
    pub length: String,
    /// Text size in percent.
    pub text: String,
    /// `24` or `12`: how a time of day is written.
    pub clock: String,
    /// Whether a low answer shortens the page: `yes` or `no`.
    pub shorten: String,
    /// Whether the user has been informed of that.
    pub shorten_told: bool,
    /// Whether patterns include entries recorded late: `yes` or `no`.
    pub late_in_patterns: String,
    /// Minutes after midnight at which the person's day begins.
    pub day_starts: u32,
    /// Minutes without user input after which the journal is closed, or `never`.
    pub lock_after: String,
    /// The journal's folder.
    pub folder: String,
    /// Current warnings about the journal and its location.
    pub notices: Vec<String>,
    /// All trackers in order, including inactive ones.
    pub trackers: Vec<TrackerShown>,
}

/// Returns the initial data of the window.
pub fn launch(session: &Session) -> Outcome<Launch> {
    let preference = |key: &str, usual: &str| -> Outcome<String> {
        Ok(session
            .journal()
            .preference(key)?
            .unwrap_or_else(|| usual.to_owned()))
    };
    // Without a lock, automatic closing would protect nothing.
    let unlocked = session.journal().doors()?.unlocked;
    let tongue = session.tongue();
    Ok(Launch {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        first: preference("begun", "no")? != "yes",
        begins: trackers::first(session)?
            .map(|d| d.key.clone())
            .unwrap_or_default(),
        language: tongue.language().to_owned(),
        language_chosen: preference("language", preferences::SYSTEM)?,
        languages: languages().into_iter().map(str::to_owned).collect(),
        direction: tongue.direction().to_owned(),
        words: tongue.source().to_owned(),
        country: session.country(),
        theme: preference("theme", preferences::SYSTEM)?,
        length: preference("length", "usual")?,
        folder: session.journal().place().folder.display().to_string(),
        notices: crate::notices::notices(session),
        text: preference("text", "100")?,
        clock: preference("clock", "24")?,
        shorten: preference("shorten", "yes")?,
        shorten_told: preference("shorten-told", "no")? == "yes",
        late_in_patterns: preference("late-in-patterns", "no")?,
        lock_after: preference("lock-after", if unlocked { "never" } else { "10" })?,
        day_starts: session.day_starts(),
        trackers: trackers::all(session)?,
    })
}
