//! Which definitions the builder can change.

use crate::trackers::builder::from_definition::from_definition;
use crate::trackers::builder::to_toml::STEP;
use crate::trackers::builder::to_toml::to_toml;
use domain::definition::parse::parse;
use domain::{Definition, FieldKind};

/// Returns whether the builder can express everything in a definition.
pub fn is_editable(definition: &Definition) -> bool {
    let plain = definition.bands.is_empty()
        && definition.codes.is_empty()
        && definition.labels.len() == 1
        && definition.event_field.is_none()
        && definition.quick_answer.is_none()
        && definition.timer_field.is_none()
        && definition.weekly_total.is_none()
        && definition.main_measure.is_none()
        && definition.max_days_ahead == 0;
    plain && round_trip(definition).as_ref() == Some(&with_builder_step(definition))
}

/// Returns the definition with quantities of the former step 0.5 changed to the builder's step.
fn with_builder_step(definition: &Definition) -> Definition {
    let mut changed = definition.clone();
    for field in &mut changed.fields {
        if let FieldKind::Quantity { step, .. } = &mut field.kind
            && step.to_bits() == 0.5f64.to_bits()
        {
            *step = STEP;
        }
    }
    changed
}

/// Converts a definition to the builder's form and back; none if the result cannot be parsed.
fn round_trip(definition: &Definition) -> Option<Definition> {
    let form = from_definition(definition);
    parse(&definition.key, &to_toml(&form, &definition.key)?).ok()
}
