//! Names of medicines that help typing. Free text is always enough.

use crate::error::Result;
use crate::session::Session;
use serde::{Deserialize, Serialize};

const NAMES: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../assets/medicines/names.csv"
));

/// Most names offered at once.
const MOST: usize = 6;

/// A name that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MedicineName {
    /// The generic name in the user's language.
    pub name: String,
    /// Brand names.
    pub brands: String,
    /// Usual unit.
    pub unit: String,
}

/// Returns the medicines whose generic or brand name begins with what was typed, or has a word that
/// does.
///
/// # Errors
/// None; the list is part of the program.
pub fn find_medicines(session: &Session, text: String) -> Result<Vec<MedicineName>> {
    let typed = text.trim().to_lowercase();
    if typed.chars().count() < 2 {
        return Ok(Vec::new());
    }
    let spanish = session.locale().language().starts_with("es");
    let found = NAMES.lines().skip(1).filter_map(|line| {
        let mut columns = line.split(',');
        let (english, other) = (columns.next()?, columns.next()?);
        let (unit, brands) = (columns.next()?, columns.next().unwrap_or_default());
        let begins = |name: &str| {
            let name = name.to_lowercase();
            name.split([' ', '-']).any(|word| word.starts_with(&typed)) || name.starts_with(&typed)
        };
        let matches = [english, other]
            .into_iter()
            .chain(brands.split('|'))
            .any(begins);
        matches.then(|| MedicineName {
            name: capitalized(if spanish && !other.is_empty() {
                other
            } else {
                english
            }),
            brands: brands.replace('|', ", "),
            unit: unit.to_owned(),
        })
    });
    Ok(found.take(MOST).collect())
}

/// Returns whether a name is a generic or brand name of the bundled list. Such a name says nothing
/// about who takes it.
pub(crate) fn is_listed(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let mut lines = NAMES.lines().skip(1);
    lines.any(|line| {
        let mut columns = line.split(',');
        let (english, other) = (columns.next(), columns.next());
        let brands = columns.nth(1).unwrap_or_default();
        let names = english.into_iter().chain(other).chain(brands.split('|'));
        names
            .filter(|known| !known.is_empty())
            .any(|known| known.to_lowercase() == name)
    })
}

fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
