//! Interface strings of a language.
//!
//! The available languages are the folders of `assets/locales`. Two pseudo-locales serve tests.

mod format;
mod pseudo;

use crate::embedded::LOCALES;
use crate::msg;
use domain::definition::Labels;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
pub use pseudo::{PSEUDO, PSEUDO_RTL};
use pseudo::{pseudo_line, pseudo_source};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use unic_langid::LanguageIdentifier;

/// The strings and formats of one language.
pub struct Locale {
    language: String,
    bundle: FluentBundle<FluentResource>,
    decimal_mark: String,
    grams_per_drink: f64,
    twelve_hour: bool,
}

/// The language of the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LocaleBundle {
    /// Its language tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The Fluent pattern of each message, by id: the window parses only what it shows.
    pub messages: BTreeMap<String, String>,
}

/// Grams of ethanol in a standard drink where the country is not known: that of the WHO.
const WHO_GRAMS_PER_DRINK: f64 = 10.0;

/// Countries that write numbers in Spanish with a decimal point. Source: Unicode CLDR, es-419 and its
/// regions.
const SPANISH_WITH_POINT: &[&str] = &[
    "CU", "DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US",
];

/// Returns the strings of the best of the requested languages.
pub fn locale_bundle(requested: &[String]) -> LocaleBundle {
    let language = negotiate(requested);
    LocaleBundle {
        direction: direction(&language).to_owned(),
        messages: patterns(&source(&language)),
        language,
    }
}

/// Returns the Fluent source of a language.
fn source(language: &str) -> String {
    let files = |language: &str| {
        let texts = LOCALES.iter().filter(|(l, _)| *l == language);
        texts.map(|(_, t)| *t).collect::<Vec<_>>().join("\n")
    };
    if [PSEUDO, PSEUDO_RTL].contains(&language) {
        pseudo_source(&files("en"))
    } else {
        files(language)
    }
}

/// Splits Fluent source into its messages: the pattern of each, by id.
fn patterns(source: &str) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    let mut current = None;
    for line in source.lines() {
        if let Some((id, pattern)) = message_start(line) {
            all.insert(id.to_owned(), pattern.trim().to_owned());
            current = Some(id);
        } else if line.starts_with('#') {
            current = None;
        } else if let Some(pattern) = current.and_then(|id| all.get_mut(id))
            && !line.trim().is_empty()
        {
            pattern.push('\n');
            pattern.push_str(line.trim_end());
        }
    }
    all
}

/// Splits a line at which a message begins into its id and the beginning of its pattern.
fn message_start(line: &str) -> Option<(&str, &str)> {
    let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
    line.split_once(" =").filter(|_| begins)
}

/// Returns `ltr` or `rtl`.
fn direction(language: &str) -> &'static str {
    let main = language.split('-').next().unwrap_or_default();
    if ["ar", "fa", "he", "ur"].contains(&main) {
        "rtl"
    } else {
        "ltr"
    }
}

/// Returns the available languages.
pub fn languages() -> Vec<&'static str> {
    let mut all: Vec<&str> = LOCALES.iter().map(|(language, _)| *language).collect();
    all.dedup();
    all
}

/// Chooses from the requested languages, best first: the first that is available, exactly or
/// without its region, else English.
fn negotiate(requested: &[String]) -> String {
    let known = languages();
    requested
        .iter()
        .find_map(|tag| {
            let tag = tag.replace('_', "-");
            if [PSEUDO, PSEUDO_RTL].contains(&tag.as_str()) {
                return Some(tag);
            }
            let main = tag
                .split(['-', '.'])
                .next()
                .unwrap_or_default()
                .to_lowercase();
            known
                .iter()
                .find(|k| **k == tag || **k == main)
                .map(|k| (*k).to_owned())
        })
        .unwrap_or_else(|| "en".to_owned())
}

impl Locale {
    /// Loads the best of the requested languages, else English.
    pub fn negotiate(requested: &[String]) -> Self {
        Self::new(&negotiate(requested))
    }

    /// Loads a language, with English as fallback.
    pub fn new(language: &str) -> Self {
        let tag: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let english = if language == "en" {
            String::new()
        } else {
            source("en")
        };
        // English is the fallback of the other languages, so it is not added to itself.
        for text in [english, source(language)] {
            // A message that cannot be parsed is left out: its key is shown, and a test detects
            // that.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        let mut locale = Self {
            language: language.to_owned(),
            bundle,
            decimal_mark: String::new(),
            grams_per_drink: WHO_GRAMS_PER_DRINK,
            twelve_hour: false,
        };
        locale.decimal_mark = locale.text(msg::DECIMAL_MARK);
        locale
    }

    /// Sets the grams of ethanol in a standard drink.
    #[must_use]
    pub fn with_grams_per_drink(self, grams_per_drink: f64) -> Self {
        Self {
            grams_per_drink,
            ..self
        }
    }

    /// Sets the decimal mark to that of the country, where it differs from the language's.
    #[must_use]
    pub fn with_country(self, country: &str) -> Self {
        let decimal_mark = if self.language == "es" && SPANISH_WITH_POINT.contains(&country) {
            ".".to_owned()
        } else {
            self.decimal_mark
        };
        Self {
            decimal_mark,
            ..self
        }
    }

    /// Returns the decimal mark.
    pub fn decimal_mark(&self) -> &str {
        &self.decimal_mark
    }

    /// Sets whether times use the 12-hour clock.
    #[must_use]
    pub fn with_twelve_hour(self, twelve_hour: bool) -> Self {
        Self {
            twelve_hour,
            ..self
        }
    }

    /// Returns the grams of ethanol in a standard drink.
    pub fn grams_per_drink(&self) -> f64 {
        self.grams_per_drink
    }

    /// Returns its language tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Returns `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        direction(&self.language)
    }

    /// Returns the text of a message.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// Returns the text of a message with its arguments filled in; the key if there is no such
    /// message.
    pub fn format(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// Returns the labels of a definition in this language.
    pub fn labels_of(&self, definition: &domain::Definition) -> Labels {
        self.select_labels(&definition.labels)
    }

    /// Selects the labels of this language, else English.
    pub fn select_labels(&self, all: &BTreeMap<String, Labels>) -> Labels {
        let found = all.get(&self.language).or_else(|| all.get("en"));
        let labels = found.cloned().unwrap_or_default();
        if self.language == PSEUDO || self.language == PSEUDO_RTL {
            Labels(
                labels
                    .0
                    .into_iter()
                    .map(|(k, v)| (k, pseudo_line(&v)))
                    .collect(),
            )
        } else {
            labels
        }
    }
}

/// Returns the keys of all messages, in file order.
pub fn message_ids() -> Vec<String> {
    let english = LOCALES.iter().filter(|(language, _)| *language == "en");
    english
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| message_start(line).map(|(id, _)| id.to_owned()))
        .collect()
}
