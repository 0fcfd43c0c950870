//! Computes the measures of an entry from the numbers of its fields.

use super::Definition;
use std::collections::HashMap;

/// Returns the known field numbers together with every measure computed from them. Unknown measures
/// are absent, never zero.
pub fn compute(definition: &Definition, fields: HashMap<String, f64>) -> HashMap<String, f64> {
    let mut known = fields;
    for measure in &definition.measures {
        let parts: Option<Vec<f64>> = measure
            .formula
            .parts()
            .iter()
            .map(|part| known.get(part).copied())
            .collect();
        let value = parts.and_then(|values| measure.formula.apply(&values, &definition.bands));
        // An overflow counts as unknown: the journal stores no infinity.
        if let Some(value) = value.filter(|value| value.is_finite()) {
            known.insert(measure.key.clone(), value);
        }
    }
    known
}
