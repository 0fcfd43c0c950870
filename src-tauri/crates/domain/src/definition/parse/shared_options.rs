//! Options that several choices share: `options-of` takes those of an earlier field, with their
//! labels and codes.

use super::error::{DefinitionErrorKind, Result, fail};
use super::schema::{RawDefinition, RawField};

/// Gives each field with `options-of` the options of that field, and the labels and codes that it
/// does not have itself.
pub(super) fn expand(raw: &mut RawDefinition) -> Result<()> {
    for index in 0..raw.field.len() {
        let (earlier, rest) = raw.field.split_at_mut(index);
        let Some(field) = rest.first_mut() else {
            continue;
        };
        let Some(of) = field.options_of.clone() else {
            continue;
        };
        let Some(source) = earlier.iter().find(|f| f.key.get_ref() == &of) else {
            let kind = DefinitionErrorKind::UndefinedReference { of };
            return fail(field.key.span().start, field.key.get_ref(), kind);
        };
        field.options.clone_from(&source.options);
        let (from, to) = (of, field.key.get_ref().clone());
        share_labels_and_codes(raw, index, &from, &to);
    }
    Ok(())
}

fn share_labels_and_codes(raw: &mut RawDefinition, index: usize, from: &str, to: &str) {
    let options = raw.field.get(index).map(RawField::option_keys);
    for option in options.unwrap_or_default() {
        let (source, target) = (format!("{from}.{option}"), format!("{to}.{option}"));
        for labels in raw.labels.values_mut() {
            let labels = &mut labels.get_mut().0;
            if let Some(label) = labels.get(&source).cloned() {
                labels.entry(target.clone()).or_insert(label);
            }
        }
        if let Some(code) = raw.code.get(&source).cloned() {
            raw.code.entry(target).or_insert(code);
        }
    }
}

impl RawField {
    fn option_keys(&self) -> Vec<String> {
        self.options.iter().map(|o| o.key.clone()).collect()
    }
}
