//! The definitions there are.
//!
//! Owns reading the built-in ones once. Must not name any of them.

use crate::embedded::TRACKERS;
use care::Definition;
use care::grammar::{Refused, read};

/// The definitions, in the order of their place.
#[derive(Debug, Clone)]
pub struct Shelf(Vec<Definition>);

impl Shelf {
    /// The built-in definitions.
    pub fn built_in() -> Result<Self, Refused> {
        let mut all = TRACKERS
            .iter()
            .map(|(file, text)| read(file, text))
            .collect::<Result<Vec<_>, _>>()?;
        all.sort_by_key(|d| d.place);
        Ok(Self(all))
    }

    /// All of them.
    pub fn all(&self) -> &[Definition] {
        &self.0
    }

    /// The one of that key.
    pub fn find(&self, key: &str) -> Option<&Definition> {
        self.0.iter().find(|d| d.key == key)
    }
}
