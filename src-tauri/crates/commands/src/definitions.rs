//! Definitions of all trackers, built-in and custom.
//!
//! They are parsed once, and again when a custom tracker changes.

use crate::embedded::TRACKERS;
use domain::definition::parse::{DefinitionError, parse};
use domain::{Definition, Entry, FieldKind};
use std::collections::BTreeMap;

/// All definitions: the built-in ones in their order, then the custom ones.
#[derive(Debug, Clone)]
pub struct Definitions {
    built_in: Vec<Definition>,
    all: Vec<Definition>,
    custom: BTreeMap<String, String>,
}

impl Definitions {
    /// Parses the built-in definitions.
    ///
    /// # Errors
    /// Returns the first definition that can't be parsed.
    pub fn built_in() -> Result<Self, DefinitionError> {
        let mut built_in = TRACKERS
            .iter()
            .map(|(file, source)| parse(file, source))
            .collect::<Result<Vec<_>, _>>()?;
        built_in.sort_by_key(|definition| definition.order);
        Ok(Self {
            all: built_in.clone(),
            built_in,
            custom: BTreeMap::new(),
        })
    }

    /// Replaces the custom definitions (key and TOML), and applies the user's names for trackers. A
    /// custom definition that can't be parsed is left out; its entries stay in the journal.
    pub fn reload(&mut self, custom: Vec<(String, String)>, names: &BTreeMap<String, String>) {
        let parsed = custom
            .iter()
            .filter_map(|(key, source)| parse(key, source).ok());
        self.all = self.built_in.iter().cloned().chain(parsed).collect();
        self.custom = custom.into_iter().collect();
        for definition in &mut self.all {
            if let Some(name) = names.get(&definition.key) {
                for labels in definition.labels.values_mut() {
                    labels.0.insert("title".to_owned(), name.clone());
                }
            }
        }
    }

    /// Returns whether a definition came with the program, under the name it came with.
    pub fn is_built_in(&self, key: &str) -> bool {
        let built_in = self
            .built_in
            .iter()
            .find(|definition| definition.key == key);
        built_in.is_some_and(|built_in| self.get(key) == Some(built_in))
    }

    /// Returns all definitions.
    pub fn all(&self) -> &[Definition] {
        &self.all
    }

    /// Returns the definition with that key.
    pub fn get(&self, key: &str) -> Option<&Definition> {
        self.all.iter().find(|definition| definition.key == key)
    }

    /// Returns whether the tracker is a custom one.
    pub fn is_custom(&self, key: &str) -> bool {
        self.custom.contains_key(key)
    }

    /// Returns the stored text of a definition, byte for byte.
    pub fn source(&self, key: &str) -> Option<&str> {
        self.custom.get(key).map(String::as_str).or_else(|| {
            TRACKERS
                .iter()
                .find(|(file, _)| file.strip_suffix(".toml") == Some(key))
                .map(|(_, source)| *source)
        })
    }

    /// Returns the searchable text of an entry: its text answers and its note.
    pub fn search_text(&self, entry: &Entry) -> String {
        let is_text = |key: &str| {
            let field = self.get(&entry.tracker).and_then(|d| d.field(key));
            field.is_some_and(|f| matches!(f.kind, FieldKind::Text { .. }))
        };
        let answers = entry
            .values
            .iter()
            .filter(|(key, _)| is_text(key))
            .flat_map(|(_, values)| values.iter().filter_map(|v| v.text.as_deref()));
        answers
            .chain([entry.note.as_str()])
            .filter(|text| !text.trim().is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    }
}
