//! Settings: what follows from the preferences and the computer.

use crate::error::Result;
use crate::locale::Locale;
use domain::Preferences;
use domain::definition::unit::grams_per_drink;
use domain::preferences::ClockStyle;
use journal::Journal;

/// What follows from the preferences and the computer, computed once.
pub struct Settings {
    pub(super) preferences: Preferences,
    /// Requested languages of the computer, best first.
    pub(super) system_languages: Vec<String>,
    /// Requested languages, best first: the user's choice before those of the computer.
    pub(super) languages: Vec<String>,
    /// Country code; empty if unknown.
    pub(super) country: String,
    pub(super) locale: Locale,
}

impl Settings {
    /// Computes the settings from the journal's preferences.
    pub(super) fn load(journal: &Journal, system_languages: &[String]) -> Result<Self> {
        let stored = journal.preferences()?;
        let pairs = stored
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()));
        let preferences = Preferences::from_stored(pairs);
        let languages: Vec<String> = preferences
            .language
            .iter()
            .chain(system_languages)
            .cloned()
            .collect();
        let country = preferences
            .country
            .clone()
            .unwrap_or_else(|| country_of(&languages));
        let locale = locale(&languages, &country, &preferences);
        Ok(Self {
            preferences,
            system_languages: system_languages.to_vec(),
            languages,
            country,
            locale,
        })
    }
}

/// Returns the locale for languages, best first.
pub(super) fn locale(languages: &[String], country: &str, preferences: &Preferences) -> Locale {
    Locale::negotiate(languages)
        .with_country(country)
        .with_grams_per_drink(grams_per_drink(country))
        .with_twelve_hour(preferences.clock_style == ClockStyle::Hours12)
}

/// Returns the country of the first language tag that has one: "US" for "en_US.UTF-8".
fn country_of(languages: &[String]) -> String {
    languages
        .iter()
        .find_map(|tag| {
            let region = tag
                .replace('_', "-")
                .split(['.', '@'])
                .next()?
                .split('-')
                .nth(1)?
                .to_uppercase();
            // These are the regions of the pseudo-locales.
            (region.len() == 2 && !["XA", "XB"].contains(&region.as_str())).then_some(region)
        })
        .unwrap_or_default()
}
