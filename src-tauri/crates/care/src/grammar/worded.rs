//! Validation of labels: in each language, every required label is present and none is unknown.

use super::flaw::Flaw;
use super::rules::{Checked, fault};
use crate::definition::Definition;
use crate::field::{Field, Kind};
use crate::measure::Measure;
use crate::unit::Unit;
use crate::words::{Words, placeholders};
use std::collections::BTreeSet;
use toml::Spanned;

/// Label keys of a definition.
#[derive(Default)]
struct Keys {
    needed: BTreeSet<String>,
    allowed: BTreeSet<String>,
}

/// Rejects a language with a missing or unknown label, or an undefined placeholder.
pub(super) fn check(
    definition: &Definition,
    language: &str,
    words: &Spanned<Words>,
) -> Checked<()> {
    let keys = Keys::of(definition);
    let at = words.span().start;
    let map = &words.get_ref().0;
    if let Some(gap) = keys.needed.iter().find(|key| !map.contains_key(*key)) {
        let language = language.to_owned();
        return fault(at, gap, Flaw::NoWord { language });
    }
    let known = |key: &&String| keys.needed.contains(*key) || keys.allowed.contains(*key);
    if let Some(stray) = map.keys().find(|key| !known(key)) {
        let language = language.to_owned();
        return fault(at, stray, Flaw::StrayWord { language });
    }
    let line = map.get("line").map_or("", String::as_str);
    let week = map.get("week").map_or("", String::as_str);
    let unknown = placeholders(line)
        .chain(placeholders(week).filter(|key| !["total", "least"].contains(key)))
        .find(|key| definition.field(key).is_none() && definition.measure(key).is_none());
    match unknown {
        Some(key) => {
            let of = key.to_owned();
            fault(at, "line", Flaw::Undefined { of })
        }
        None => Ok(()),
    }
}

impl Keys {
    fn of(definition: &Definition) -> Self {
        let mut keys = Self::default();
        keys.needed.extend(["title", "line"].map(String::from));
        let beside = ["ask", "then", "add", "entry", "empty"];
        keys.allowed.extend(beside.map(String::from));
        definition.fields.iter().for_each(|f| keys.field(f));
        definition.measures.iter().for_each(|m| keys.measure(m));
        if definition.week.is_some() {
            keys.needed.insert("week".to_owned());
        }
        let bands = definition.bands.iter().map(|b| b.key.clone());
        keys.needed.extend(bands);
        keys
    }

    fn field(&mut self, field: &Field) {
        let key = &field.key;
        self.needed.insert(key.clone());
        let beside = ["ask", "then", "hint"].map(|part| format!("{key}.{part}"));
        self.allowed.extend(beside);
        match &field.kind {
            Kind::Choice { options, .. } => {
                let words = || options.iter().map(|o| format!("{key}.{}", o.key));
                self.needed.extend(words());
                self.allowed
                    .extend(words().map(|word| format!("{word}.then")));
            }
            Kind::Scale { .. } => {
                self.needed
                    .extend([format!("{key}.low"), format!("{key}.high")]);
                self.allowed.insert(format!("{key}.middle"));
            }
            Kind::Quantity { unit, .. } => self.unit(unit),
            Kind::Clock | Kind::YesNo | Kind::Text { .. } => {}
        }
    }

    fn measure(&mut self, measure: &Measure) {
        let key = &measure.key;
        if measure.unit != Unit::Moment {
            self.needed.insert(key.clone());
        }
        self.unit(&measure.unit);
        if measure.min.is_some() || measure.max.is_some() {
            self.needed.insert(format!("{key}.fault"));
        }
        if measure.odd_below.is_some() || measure.odd_above.is_some() {
            self.needed.insert(format!("{key}.odd"));
        }
    }

    /// A custom unit needs a label, and may have another for the singular.
    fn unit(&mut self, unit: &Unit) {
        if let Unit::Other(name) = unit {
            self.needed.insert(format!("unit.{name}"));
            self.allowed.insert(format!("unit.{name}.one"));
        }
    }
}
