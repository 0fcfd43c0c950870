//! Interface strings and localized formatting.
//!
//! Defines the available languages, including two pseudo-locales for tests: one with longer
//! accented words, one right-to-left.

use crate::embedded::WORDS;
use crate::word;
use care::Unit;
use care::speech::{Grain, Speech};
use care::words::Words;
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// Pseudo-locale with longer accented words: reveals missing translations and text that does not
/// fit.
pub const PSEUDO: &str = "en-XA";
/// Right-to-left pseudo-locale.
pub const PSEUDO_RTL: &str = "ar-XB";

/// The strings and formats of one language.
pub struct Tongue {
    language: String,
    bundle: FluentBundle<FluentResource>,
    source: String,
    /// The decimal mark.
    mark: String,
    /// Grams of ethanol in a standard drink where the person lives.
    pub drink: f64,
    /// Whether times use the 12-hour clock.
    pub halves: bool,
}

/// The language of the window while the journal is closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Spoken {
    /// Its language tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The interface strings as Fluent source.
    pub words: String,
}

/// Returns the strings of the best of the requested languages.
pub fn spoken(asked: &[String]) -> Spoken {
    let tongue = Tongue::new(&choose(asked), 10.0);
    Spoken {
        direction: tongue.direction().to_owned(),
        language: tongue.language,
        words: tongue.source,
    }
}

/// Returns the available languages.
pub fn languages() -> Vec<&'static str> {
    let mut all: Vec<&str> = WORDS.iter().map(|(language, _)| *language).collect();
    all.dedup();
    all
}

/// Chooses from the requested languages, best first: the first that is available, exactly or
/// without its region, else English.
pub fn choose(asked: &[String]) -> String {
    let known = languages();
    asked
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

impl Tongue {
    /// Loads a language, with English as fallback. `drink` is grams of ethanol in a standard drink.
    pub fn new(language: &str, drink: f64) -> Self {
        let pseudo = [PSEUDO, PSEUDO_RTL].contains(&language);
        let of = |language: &str| {
            let texts = WORDS.iter().filter(|(l, _)| *l == language);
            texts.map(|(_, t)| *t).collect::<Vec<_>>().join("\n")
        };
        let source = of(if pseudo { "en" } else { language });
        let source = if pseudo {
            pseudo_source(&source)
        } else {
            source
        };
        let tag: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let english = if language == "en" {
            String::new()
        } else {
            of("en")
        };
        // English is the fallback of the other languages, so it is not added to itself.
        for text in [english, source.clone()] {
            // A message that cannot be parsed is left out: its key is shown, and a test detects
            // that.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        let mut tongue = Self {
            language: language.to_owned(),
            bundle,
            source,
            mark: String::new(),
            drink,
            halves: false,
        };
        tongue.mark = tongue.say(word::DECIMAL_MARK);
        tongue
    }

    /// Returns its language tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Returns its strings as Fluent source, for the window.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Returns `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        let main = self.language.split('-').next().unwrap_or_default();
        if ["ar", "fa", "he", "ur"].contains(&main) {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// Returns the text of a message.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// Returns the text of a message with its arguments filled in; the key if there is no such
    /// message.
    pub fn say_with(&self, key: &str, with: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        let args: FluentArgs<'_> = with
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// Formats a time of day: 23:10, or 11:10 pm.
    pub fn time(&self, time: NaiveTime) -> String {
        if !self.halves {
            return time.format("%H:%M").to_string();
        }
        let (afternoon, hour) = time.hour12();
        let key = if afternoon {
            word::TIME_AFTERNOON
        } else {
            word::TIME_MORNING
        };
        let with = [("time", format!("{hour}:{:02}", time.minute()).into())];
        self.say_with(key, &with)
    }

    fn clock(&self, after_noon: f64) -> String {
        let minutes = (after_noon.round() as i64 + 720).rem_euclid(1440);
        self.time(NaiveTime::MIN + chrono::Duration::minutes(minutes))
    }

    /// Returns the labels of a definition in this language.
    pub fn words_of(&self, definition: &care::Definition) -> Words {
        self.of(&definition.words)
    }

    /// Selects the labels of this language, else English.
    pub fn of(&self, all: &std::collections::BTreeMap<String, Words>) -> Words {
        let found = all.get(&self.language).or_else(|| all.get("en"));
        let words = found.cloned().unwrap_or_default();
        if self.language == PSEUDO || self.language == PSEUDO_RTL {
            Words(
                words
                    .0
                    .into_iter()
                    .map(|(k, v)| (k, pseudo_line(&v)))
                    .collect(),
            )
        } else {
            words
        }
    }

    fn length(&self, minutes: f64) -> String {
        let total = minutes.abs().round() as i64;
        let (hours, rest) = (total / 60, total % 60);
        let said = match (hours, rest) {
            (0, _) => self.say_with(word::MINUTES, &[("minutes", rest.to_string().into())]),
            (_, 0) => self.say_with(word::HOURS, &[("hours", hours.to_string().into())]),
            _ => {
                let minutes = format!("{rest:02}");
                self.say_with(
                    word::HOURS_MINUTES,
                    &[
                        ("hours", hours.to_string().into()),
                        ("minutes", minutes.into()),
                    ],
                )
            }
        };
        if minutes <= -0.5 {
            format!("−{said}")
        } else {
            said
        }
    }

    /// Formats a number with all its decimals and the decimal mark of the language.
    pub fn number(&self, value: f64) -> String {
        value.to_string().replace('.', &self.mark)
    }

    /// Formats a rounded number: no trailing zeros, a true minus sign, the decimal mark of the
    /// language.
    fn plain(&self, value: f64, places: u32) -> String {
        let scale = 10f64.powi(places.cast_signed());
        let rounded = (value.abs() * scale + 1e-9).round() / scale;
        let text = self.number(rounded);
        if value < 0.0 && rounded > 0.0 {
            format!("−{text}")
        } else {
            text
        }
    }
}

impl Speech for Tongue {
    fn date(&self, day: NaiveDate, grain: Grain) -> String {
        let month = self.say(&format!("month-{}", day.month()));
        let short = self.say(&format!("short-{}", day.month()));
        let args = |extra: Option<String>| {
            let mut args: Vec<(&str, FluentValue<'_>)> = vec![
                ("day", day.day().to_string().into()),
                ("month", month.clone().into()),
                ("short", short.clone().into()),
                ("year", day.year().to_string().into()),
            ];
            args.extend(extra.map(|weekday| ("weekday", weekday.into())));
            args
        };
        match grain {
            Grain::Year => day.year().to_string(),
            Grain::Month => short.clone(),
            Grain::Day => self.say_with(word::DATE_DAY, &args(None)),
            Grain::Short => self.say_with(word::DATE_SHORT, &args(None)),
            Grain::Whole => {
                let weekday = self.say(&format!("weekday-{}", day.weekday().number_from_monday()));
                self.say_with(word::DATE_WHOLE, &args(Some(weekday)))
            }
        }
    }

    fn amount(&self, value: f64, unit: &Unit, words: &Words) -> String {
        match unit {
            Unit::Minutes => self.length(value),
            Unit::Percent => {
                self.say_with(word::PERCENT, &[("number", self.plain(value, 0).into())])
            }
            Unit::Clock => self.clock(value),
            Unit::Moment => String::new(),
            Unit::Drinks => {
                let drinks = self.plain(value / self.drink, 1);
                let number: FluentValue<'_> = if drinks == "1" {
                    1.into()
                } else {
                    drinks.into()
                };
                self.say_with(word::DRINKS, &[("number", number)])
            }
            Unit::Points => self.plain(value, 1),
            Unit::Other(name) => {
                // As precise as a custom amount can be typed.
                let number = self.plain(value, 2);
                let several = format!("unit.{name}");
                let one = words.find(&format!("{several}.one"));
                let one = one.filter(|_| number == "1");
                format!("{number} {}", one.unwrap_or_else(|| words.say(&several)))
            }
        }
    }

    fn one(&self, unit: &Unit) -> f64 {
        if *unit == Unit::Drinks {
            self.drink
        } else {
            1.0
        }
    }

    fn tick(&self, value: f64, unit: &Unit) -> String {
        match unit {
            Unit::Minutes if value.abs() >= 60.0 => self.length(value),
            Unit::Clock => self.clock(value),
            Unit::Drinks => self.plain(value / self.drink, 1),
            Unit::Minutes | Unit::Percent | Unit::Points | Unit::Moment | Unit::Other(_) => {
                self.plain(value, 1)
            }
        }
    }
}

/// Makes all text of a Fluent source accented and a third longer, except placeables and selectors.
fn pseudo_source(source: &str) -> String {
    source
        .lines()
        .map(|line| {
            let is_key = line.starts_with(|c: char| c.is_ascii_lowercase());
            let split = if is_key {
                line.split_once(" = ")
            } else {
                line.split_once("] ")
            };
            let joint = if is_key { " = " } else { "] " };
            match split {
                Some((key, text)) if !text.contains("->") => {
                    format!("{key}{joint}{}\n", pseudo_line(text))
                }
                Some(_) | None => format!("{line}\n"),
            }
        })
        .collect()
}

/// Accents the letters of a line and makes it a third longer; text in braces is not changed.
fn pseudo_line(text: &str) -> String {
    let mut depth = 0;
    let mut letters = 0;
    let mut said: String = text
        .chars()
        .map(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            let from = "aceinouyACEINOUY";
            let to = "áçéíñóúýÁÇÉÍÑÓÚÝ";
            let at = if depth == 0 {
                from.chars().position(|f| f == c)
            } else {
                None
            };
            letters += usize::from(depth == 0 && c.is_alphabetic());
            at.and_then(|i| to.chars().nth(i)).unwrap_or(c)
        })
        .collect();
    if letters > 3 {
        said.push_str(&"~".repeat(letters.div_ceil(3)));
    }
    said
}

/// Returns the keys of all messages, in file order.
pub fn keys() -> Vec<String> {
    let english = WORDS.iter().filter(|(language, _)| *language == "en");
    english
        .flat_map(|(_, text)| text.lines())
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .collect()
}
