//! Validation of labels: in each language, every required label is present and none is unknown.

use super::error::{DefinitionErrorKind, Result, fail};
use super::schema::RawDefinition;
use crate::definition::{Definition, Field, FieldKind, Labels, Measure, Unit, placeholders};
use std::collections::BTreeSet;
use toml::Spanned;

/// Endings of label keys in definitions exported before 0.1.0, and what they are called today.
const RENAMED: [(&str, &str); 3] = [("fault", "error"), ("odd", "warning"), ("then", "past")];

/// Gives label keys their present names. The label of an option keeps its key, whatever it is.
pub(super) fn rename_old_keys(raw: &mut RawDefinition) {
    let options: BTreeSet<String> = raw
        .field
        .iter()
        .flat_map(|f| {
            f.options
                .iter()
                .map(|o| format!("{}.{}", f.key.get_ref(), o.key))
        })
        .collect();
    for labels in raw.labels.values_mut() {
        let old = std::mem::take(&mut labels.get_mut().0);
        let renamed = old.into_iter().map(|(key, text)| {
            if options.contains(&key) {
                return (key, text);
            }
            let (start, end) = key
                .rsplit_once('.')
                .map_or(("", key.as_str()), |(s, e)| (s, e));
            let present = RENAMED.iter().find(|(old, _)| *old == end);
            match present {
                Some((_, name)) if !start.is_empty() => (format!("{start}.{name}"), text),
                Some(("then", name)) => ((*name).to_owned(), text),
                Some(_) | None => (key, text),
            }
        });
        labels.get_mut().0 = renamed.collect();
    }
}

/// Label keys of a definition.
#[derive(Default)]
struct KeyFile {
    needed: BTreeSet<String>,
    allowed: BTreeSet<String>,
}

/// Rejects a language with a missing or unknown label, or an undefined placeholder.
pub(super) fn validate(
    definition: &Definition,
    language: &str,
    labels: &Spanned<Labels>,
) -> Result<()> {
    let keys = KeyFile::of(definition);
    let at = labels.span().start;
    let map = &labels.get_ref().0;
    if let Some(gap) = keys.needed.iter().find(|key| !map.contains_key(*key)) {
        let language = language.to_owned();
        return fail(at, gap, DefinitionErrorKind::MissingLabel { language });
    }
    let known = |key: &&String| keys.needed.contains(*key) || keys.allowed.contains(*key);
    if let Some(unknown) = map.keys().find(|key| !known(key)) {
        let language = language.to_owned();
        return fail(at, unknown, DefinitionErrorKind::UnknownLabel { language });
    }
    let line = map.get("line").map_or("", String::as_str);
    let weekly = map.get("week").map_or("", String::as_str);
    let unknown = placeholders(line)
        .chain(placeholders(weekly).filter(|key| !["total", "least"].contains(key)))
        .find(|key| definition.field(key).is_none() && definition.measure(key).is_none());
    match unknown {
        Some(key) => {
            let of = key.to_owned();
            fail(at, "line", DefinitionErrorKind::UndefinedReference { of })
        }
        None => Ok(()),
    }
}

impl KeyFile {
    fn of(definition: &Definition) -> Self {
        let mut keys = Self::default();
        keys.needed.extend(["title", "line"].map(String::from));
        let beside = ["ask", "past", "add", "entry", "empty"];
        keys.allowed.extend(beside.map(String::from));
        definition.fields.iter().for_each(|f| keys.field(f));
        definition.measures.iter().for_each(|m| keys.measure(m));
        if definition.weekly_total.is_some() {
            keys.needed.insert("week".to_owned());
        }
        if definition.questionnaire.is_some() {
            keys.needed.insert("about".to_owned());
            keys.allowed
                .extend(["stem", "credit", "short"].map(String::from));
        }
        let bands = definition.bands.iter().map(|b| b.key.clone());
        keys.needed.extend(bands);
        keys
    }

    fn field(&mut self, field: &Field) {
        let key = &field.key;
        self.needed.insert(key.clone());
        let beside = ["ask", "past", "hint"].map(|part| format!("{key}.{part}"));
        self.allowed.extend(beside);
        match &field.kind {
            FieldKind::Choice { options, .. } => {
                let labels = || options.iter().map(|o| format!("{key}.{}", o.key));
                self.needed.extend(labels());
                self.allowed
                    .extend(labels().map(|key| format!("{key}.past")));
            }
            FieldKind::Scale { .. } => {
                self.needed
                    .extend([format!("{key}.low"), format!("{key}.high")]);
                self.allowed.insert(format!("{key}.middle"));
            }
            FieldKind::Quantity { unit, .. } => self.unit(unit),
            FieldKind::Clock | FieldKind::YesNo | FieldKind::Text { .. } => {}
        }
    }

    fn measure(&mut self, measure: &Measure) {
        let key = &measure.key;
        if measure.unit != Unit::Instant {
            self.needed.insert(key.clone());
        }
        self.unit(&measure.unit);
        if measure.min.is_some() || measure.max.is_some() {
            self.needed.insert(format!("{key}.error"));
        }
        if measure.warn_below.is_some() || measure.warn_above.is_some() {
            self.needed.insert(format!("{key}.warning"));
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
