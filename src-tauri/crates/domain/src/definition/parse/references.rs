//! References of a definition: from bands, charts, codes and properties to fields and measures.

use super::error::{DefinitionErrorKind, Result, fail};
use super::schema::{RawDefinition, RawFieldKind};
use toml::Spanned;

/// Checks that everything referred to is defined. `known` are the keys of fields and measures.
pub(super) fn validate(raw: &RawDefinition, known: &[String]) -> Result<()> {
    let undefined = |at: usize, key: &str, of: &str| {
        let of = of.to_owned();
        fail(at, key, DefinitionErrorKind::UndefinedReference { of })
    };
    for band in &raw.band {
        if !known.contains(&band.get_ref().of) {
            return undefined(band.span().start, &band.get_ref().key, &band.get_ref().of);
        }
    }
    for chart in &raw.chart {
        if !known.contains(chart.of.get_ref()) {
            return undefined(chart.of.span().start, "chart", chart.of.get_ref());
        }
    }
    for (of, code) in &raw.code {
        if !known.contains(of) && of != raw.key.get_ref() && !is_option(raw, of) {
            return undefined(code.span().start, "code", of);
        }
    }
    let references = [
        ("event-field", &raw.event_field),
        ("quick-answer", &raw.quick_answer),
        ("timer-field", &raw.timer_field),
        ("weekly-total", &raw.weekly_total),
        ("main-measure", &raw.main_measure),
    ];
    for (name, reference) in references {
        if let Some(missing) = reference.as_ref().filter(|r| !known.contains(r.get_ref())) {
            return undefined(missing.span().start, name, missing.get_ref());
        }
    }
    validate_reference_kinds(raw)?;
    for field in &raw.field {
        if let Some(like) = field.default_from.as_ref().filter(|l| !known.contains(l)) {
            return undefined(field.key.span().start, field.key.get_ref(), like);
        }
    }
    Ok(())
}

/// Returns whether a key names an option, as `<field>.<option>`.
fn is_option(raw: &RawDefinition, of: &str) -> bool {
    let Some((field, option)) = of.split_once('.') else {
        return false;
    };
    raw.field
        .iter()
        .filter(|f| f.key.get_ref() == field)
        .any(|f| f.options.iter().any(|o| o.key == option))
}

/// Checks the types of referenced fields: `quick-answer` a choice or yes-no, `timer-field` a quantity,
/// `event-field` a text.
fn validate_reference_kinds(raw: &RawDefinition) -> Result<()> {
    let fits = |reference: &Option<Spanned<String>>, name: &str, kinds: &[RawFieldKind]| {
        let Some(reference) = reference else {
            return Ok(());
        };
        let field = raw
            .field
            .iter()
            .find(|f| f.key.get_ref() == reference.get_ref());
        if field.is_some_and(|f| kinds.contains(&f.kind)) {
            return Ok(());
        }
        fail(
            reference.span().start,
            name,
            DefinitionErrorKind::IncompatibleReference {
                of: reference.get_ref().clone(),
            },
        )
    };
    fits(
        &raw.quick_answer,
        "quick-answer",
        &[RawFieldKind::Choice, RawFieldKind::YesNo],
    )?;
    fits(&raw.timer_field, "timer-field", &[RawFieldKind::Quantity])?;
    fits(&raw.event_field, "event-field", &[RawFieldKind::Text])
}
