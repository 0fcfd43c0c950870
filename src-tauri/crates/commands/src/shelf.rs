//! Definitions of all trackers, built-in and custom.
//!
//! They are parsed once, and again when a custom tracker changes.

use crate::embedded::TRACKERS;
use care::Definition;
use care::grammar::{Refused, read};
use std::collections::BTreeMap;

/// All definitions: the built-in ones in their order, then the custom ones.
#[derive(Debug, Clone)]
pub struct Shelf {
    all: Vec<Definition>,
    own: BTreeMap<String, String>,
}

impl Shelf {
    /// Parses the built-in definitions.
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

    /// Returns the built-in definitions followed by the custom ones. A custom definition that
    /// cannot be parsed is left out; its entries stay in the journal.
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

    /// Applies the names that the user chose for trackers.
    pub fn name(&mut self, names: &BTreeMap<String, String>) {
        for definition in &mut self.all {
            if let Some(name) = names.get(&definition.key) {
                for words in definition.words.values_mut() {
                    words.0.insert("title".to_owned(), name.clone());
                }
            }
        }
    }

    /// Returns all definitions.
    pub fn all(&self) -> &[Definition] {
        &self.all
    }

    /// Returns the definition with that key.
    pub fn find(&self, key: &str) -> Option<&Definition> {
        self.all.iter().find(|d| d.key == key)
    }

    /// Returns whether the tracker is a custom one.
    pub fn is_own(&self, key: &str) -> bool {
        self.own.contains_key(key)
    }

    /// Returns the stored text of a definition, byte for byte.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.own.get(key).map(String::as_str).or_else(|| {
            TRACKERS
                .iter()
                .find(|(file, _)| file.strip_suffix(".toml") == Some(key))
                .map(|(_, text)| *text)
        })
    }
}
