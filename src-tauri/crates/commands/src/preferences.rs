//! User preferences: which exist, and their allowed values.

use crate::Session;
use crate::bridge::{Changed, Mishap, Outcome, Topic};
use journal::Item;

/// The value that follows the setting of the computer.
pub const SYSTEM: &str = "system";

/// Preferences and their allowed values; an empty list stands for a country code.
const KNOWN: &[(&str, &[&str])] = &[
    ("country", &[]),
    ("language", &[SYSTEM, "en", "es"]),
    ("theme", &[SYSTEM, "light", "dark"]),
    ("length", &["short", "usual", "everything"]),
    ("begun", &["yes"]),
    ("text", &["100", "125", "150", "200"]),
    ("clock", &["24", "12"]),
    ("shorten", &["yes", "no"]),
    ("shorten-told", &["yes"]),
    ("lock-after", &["1", "5", "10", "30", "never"]),
    ("late-in-patterns", &["yes", "no"]),
    (
        "day-starts",
        &[
            "0", "60", "120", "180", "240", "300", "360", "420", "480", "720",
        ],
    ),
];

/// App state rather than a choice of the user: undo does not apply.
const TOLD: &[&str] = &["shorten-told"];

/// Completes onboarding and saves the country.
pub fn begin(session: &mut Session, country: &str) -> Outcome<Changed> {
    let items = [set("country", &country_code(country)?), set("begun", "yes")];
    session.act("preference", &items, &[Topic::Preferences])
}

/// Sets a preference.
///
/// # Errors
/// `NoSpan` if the preference does not exist or the value is not allowed.
pub fn prefer(session: &mut Session, key: &str, value: &str) -> Outcome<Changed> {
    let (key, allowed) = KNOWN
        .iter()
        .find(|(known, _)| *known == key)
        .ok_or_else(|| Mishap::NoSpan(key.to_owned()))?;
    let value = if allowed.is_empty() {
        country_code(value)?
    } else {
        value.to_owned()
    };
    if !allowed.is_empty() && !allowed.contains(&value.as_str()) {
        return Err(Mishap::NoSpan(value));
    }
    if TOLD.contains(key) {
        return session.remember(key, &value);
    }
    session.act(
        "preference",
        &[set(key, &value)],
        &[Topic::Preferences, Topic::Entries],
    )
}

fn set(key: &str, value: &str) -> Item {
    Item::Preference {
        key: key.to_owned(),
        value: Some(value.to_owned()),
    }
}

/// Accepts two letters as in ISO 3166, or an empty string for a country that is not listed.
fn country_code(text: &str) -> Outcome<String> {
    let fits = text.is_empty() || (text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()));
    if fits {
        Ok(text.to_owned())
    } else {
        Err(Mishap::NoSpan(text.to_owned()))
    }
}
