//! The definitions there are: those built in and the person's own.
//!
//! Owns reading them, once and again when one of the person's own changed. Must not name any of them.

use crate::embedded::TRACKERS;
use care::Definition;
use care::grammar::{Refused, read};
use std::collections::BTreeMap;

/// The definitions, in the order of their place.
#[derive(Debug, Clone)]
pub struct Shelf {
    all: Vec<Definition>,
    own: BTreeMap<String, String>,
}

impl Shelf {
    /// The built-in definitions.
    pub fn built_in() -> Result<Self, Refused> {
        let mut all = TRACKERS
            .iter()
            .map(|(file, text)| read(file, text))
            .collect::<Result<Vec<_>, _>>()?;
        all.sort_by_key(|d| d.place);
        Ok(Self {
            all,
            own: BTreeMap::new(),
        })
    }

    /// The built-in ones with the person's own after them. One that can't be read is left out: its entries stay.
    #[must_use]
    pub fn with_own(&self, own: Vec<(String, String)>) -> Self {
        let mut all: Vec<Definition> = self
            .all
            .iter()
            .filter(|d| !self.own.contains_key(&d.key))
            .cloned()
            .collect();
        all.extend(own.iter().filter_map(|(key, text)| read(key, text).ok()));
        Self {
            all,
            own: own.into_iter().collect(),
        }
    }

    /// Gives trackers the names the person chose for them.
    pub fn name(&mut self, names: &BTreeMap<String, String>) {
        for definition in &mut self.all {
            if let Some(name) = names.get(&definition.key) {
                for words in definition.words.values_mut() {
                    words.0.insert("title".to_owned(), name.clone());
                }
            }
        }
    }

    /// All of them.
    pub fn all(&self) -> &[Definition] {
        &self.all
    }

    /// The one of that key.
    pub fn find(&self, key: &str) -> Option<&Definition> {
        self.all.iter().find(|d| d.key == key)
    }

    /// Whether it is one of the person's own.
    pub fn is_own(&self, key: &str) -> bool {
        self.own.contains_key(key)
    }

    /// A definition's text as it is kept, byte for byte.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.own.get(key).map(String::as_str).or_else(|| {
            TRACKERS
                .iter()
                .find(|(file, _)| file.strip_suffix(".toml") == Some(key))
                .map(|(_, text)| *text)
        })
    }
}
