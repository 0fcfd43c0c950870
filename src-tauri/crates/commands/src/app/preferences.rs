//! Preferences of the user, and what the window needs to know of the app.

use super::warnings::warnings;
use crate::changed::{Changed, Topic};
use crate::error::{Error, RecordKind, Result};
use crate::locale::languages;
use crate::operation::Operation;
use crate::session::Session;
use crate::support::while_locked;
use domain::preferences::{
    ClockStyle, LockAfter, PageLength, Preference, SYSTEM_LANGUAGE, SupportWhileLocked, TextSize,
    Theme,
};
use journal::{Change, PreferenceValue};
use serde::{Deserialize, Serialize};

/// Preferences for display, with what the window needs to know of the app.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreferencesView {
    /// This program's version.
    pub version: String,
    /// Whether onboarding is still to be shown.
    pub onboarding: bool,
    /// `system`, or the tag of the language that was chosen.
    pub language_chosen: String,
    /// The tags of all available languages.
    pub languages: Vec<String>,
    /// Country code of two letters, or empty.
    pub country: String,
    /// Colours.
    pub theme: Theme,
    /// Page length.
    pub length: PageLength,
    /// Text size.
    pub text: TextSize,
    /// How a time of day is written.
    pub clock: ClockStyle,
    /// The decimal mark of numbers.
    pub decimal_mark: String,
    /// Whether a low answer shortens the page.
    pub shorten: bool,
    /// Whether the user has been informed of that.
    pub shorten_announced: bool,
    /// Whether patterns include entries recorded late.
    pub late_in_patterns: bool,
    /// When the patient's day starts, in minutes after midnight.
    pub day_start: u32,
    /// Whether figures and charts are kept for the page of a visit alone.
    pub hide_numbers: bool,
    /// What Support now shows while the journal is locked.
    pub support_while_locked: SupportWhileLocked,
    /// When an idle journal is closed.
    pub lock_after: LockAfter,
    /// The journal's folder.
    pub folder: String,
    /// Current warnings about the journal and its location.
    pub notices: Vec<String>,
}

/// Returns the preferences for display.
///
/// # Errors
/// Returns an error if the journal can't be read.
pub fn preferences(session: &Session) -> Result<PreferencesView> {
    let preferences = session.preferences();
    // Without a lock, automatic closing would protect nothing.
    let unlocked = session.journal().slots()?.unlocked;
    let default_lock = if unlocked {
        LockAfter::Never
    } else {
        LockAfter::default()
    };
    let announced = session.journal().app_state(SHORTEN_ANNOUNCED)?;
    let language = preferences.language.as_deref().unwrap_or(SYSTEM_LANGUAGE);
    Ok(PreferencesView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        onboarding: !preferences.onboarded,
        language_chosen: language.to_owned(),
        languages: languages().into_iter().map(str::to_owned).collect(),
        country: session.country().to_owned(),
        theme: preferences.theme,
        length: preferences.page_length,
        text: preferences.text_size,
        clock: preferences.clock_style,
        decimal_mark: session.locale().decimal_mark().to_owned(),
        shorten: preferences.shorten_on_low_days,
        shorten_announced: announced.as_deref() == Some("yes"),
        late_in_patterns: preferences.late_in_patterns,
        day_start: preferences.day_start,
        hide_numbers: preferences.hide_numbers,
        support_while_locked: preferences.support_while_locked,
        lock_after: preferences.lock_after.unwrap_or(default_lock),
        folder: session.journal().paths().folder.display().to_string(),
        notices: warnings(session),
    })
}

/// App state: the user has been told that a low answer shortens the page.
const SHORTEN_ANNOUNCED: &str = "shorten-announced";

/// Notes that the user has been told that a low answer shortens the page.
///
/// # Errors
/// Returns an error if the journal can't be written.
pub fn announce_shortening(session: &mut Session) -> Result<Changed> {
    session.set_app_state(SHORTEN_ANNOUNCED, "yes")
}

/// Completes onboarding and saves the country.
///
/// # Errors
/// Returns `NotFound` if the country is not two letters or empty.
pub fn complete_onboarding(session: &mut Session, country: String) -> Result<Changed> {
    let changes = [
        preference_change(&parse("country", &country)?),
        preference_change(&Preference::Onboarded),
    ];
    session.commit(&Operation::SetPreference, &changes, &[Topic::Preferences])
}

/// Sets a preference.
///
/// # Errors
/// Returns `NotFound` if the preference does not exist or the value is not allowed.
pub fn set_preference(session: &mut Session, key: String, value: String) -> Result<Changed> {
    let changed = session.commit(
        &Operation::SetPreference,
        &[preference_change(&parse(&key, &value)?)],
        &[Topic::Preferences, Topic::Entries],
    )?;
    // What was chosen to be readable is there, and nothing else: a failure is said.
    while_locked::refresh(session)?;
    Ok(changed)
}

fn parse(key: &str, value: &str) -> Result<Preference> {
    let preference = Preference::parse(key, value)
        .ok_or_else(|| Error::not_found(RecordKind::Preference, value))?;
    if let Preference::Language(Some(tag)) = &preference
        && !languages().contains(&tag.as_str())
    {
        return Err(Error::not_found(RecordKind::Preference, tag));
    }
    Ok(preference)
}

fn preference_change(preference: &Preference) -> Change {
    let (key, value) = preference.stored();
    Change::Preference {
        id: key.to_owned(),
        value: Some(PreferenceValue(value)),
    }
}
