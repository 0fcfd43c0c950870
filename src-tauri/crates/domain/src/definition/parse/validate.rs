//! Validation across the parts of a definition: unique keys, backward references, complete labels.

use super::error::{DefinitionErrorKind, Result, fail};
use super::schema::{RawChart, RawDefinition, RawField, RawFieldKind, RawMeasure};
use super::{labels as label_rules, questionnaire, ranges, references, shared_options};
use crate::definition::{Chart, Definition, FORMAT, Field, FieldKind, Formula, Measure, Unit};
use std::collections::BTreeSet;
use toml::Spanned;

pub(super) fn validate(mut raw: RawDefinition) -> Result<Definition> {
    if let Some(format) = raw.format.as_ref().filter(|f| *f.get_ref() > FORMAT) {
        let kind = DefinitionErrorKind::Newer {
            format: *format.get_ref(),
            max: FORMAT,
        };
        return fail(format.span().start, "format", kind);
    }
    label_rules::rename_old_keys(&mut raw);
    unique_keys(&raw)?;
    shared_options::expand(&mut raw)?;
    ranges::validate(&raw)?;
    let fields = raw.field.iter().map(validate_field);
    let fields = fields.collect::<Result<Vec<_>>>()?;
    let mut known: Vec<String> = fields.iter().map(|f| f.key.clone()).collect();
    let measures = validate_measures(&raw.measure, &mut known)?;
    references::validate(&raw, &known)?;
    let definition = assemble(&raw, fields, measures);
    questionnaire::validate(&raw, &definition)?;
    for (language, labels) in &raw.labels {
        label_rules::validate(&definition, language, labels)?;
    }
    if !definition.labels.contains_key("en") {
        return fail(
            raw.key.span().start,
            raw.key.get_ref(),
            DefinitionErrorKind::MissingEnglish,
        );
    }
    Ok(definition)
}

/// Validates the measures in order. Each adds its key to those that later measures may refer to.
fn validate_measures(texts: &[RawMeasure], known: &mut Vec<String>) -> Result<Vec<Measure>> {
    let keys = texts.iter().map(|m| m.key.get_ref().clone());
    let later: Vec<String> = keys.collect();
    let mut measures = Vec::new();
    for raw in texts {
        measures.push(validate_measure(raw, known, &later)?);
        known.push(raw.key.get_ref().clone());
    }
    Ok(measures)
}

fn assemble(raw: &RawDefinition, fields: Vec<Field>, measures: Vec<Measure>) -> Definition {
    let codes = raw.code.iter();
    let labels = raw.labels.iter();
    Definition {
        key: raw.key.get_ref().clone(),
        covers: raw.covers,
        order: raw.order,
        icon: raw.icon,
        optional: raw.optional,
        disabled_by_default: raw.disabled,
        tool: raw.tool,
        private: raw.private,
        max_days_ahead: raw.max_days_ahead.min(366),
        quick_answer: named(raw.quick_answer.as_ref()),
        timer_field: named(raw.timer_field.as_ref()),
        weekly_total: named(raw.weekly_total.as_ref()),
        main_measure: named(raw.main_measure.as_ref()),
        event_field: named(raw.event_field.as_ref()),
        fields,
        measures,
        bands: raw.band.iter().map(|b| b.get_ref().clone()).collect(),
        charts: raw.chart.iter().map(to_chart).collect(),
        questionnaire: raw.questionnaire.as_ref().map(|q| q.get_ref().clone()),
        codes: codes
            .map(|(k, v)| (k.clone(), v.get_ref().clone()))
            .collect(),
        licence: raw.licence.clone(),
        credit: raw.credit.clone(),
        labels: labels
            .map(|(l, w)| (l.clone(), w.get_ref().clone()))
            .collect(),
    }
}

fn named(reference: Option<&Spanned<String>>) -> Option<String> {
    reference.map(|r| r.get_ref().clone())
}

fn unique_keys(raw: &RawDefinition) -> Result<()> {
    let mut seen = BTreeSet::new();
    let keys = std::iter::once(&raw.key)
        .chain(raw.field.iter().map(|f| &f.key))
        .chain(raw.measure.iter().map(|m| &m.key));
    for (index, key) in keys.enumerate() {
        let raw = key.get_ref();
        let plain = raw
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !plain || raw.is_empty() || raw.len() > 40 {
            return fail(key.span().start, raw, DefinitionErrorKind::InvalidKey);
        }
        if index > 0 && !seen.insert(raw.clone()) {
            return fail(key.span().start, raw, DefinitionErrorKind::DuplicateKey);
        }
    }
    Ok(())
}

/// Largest difference between the ends of a scale. Each step is a button, and more can't be told
/// apart.
const MAX_SCALE_STEPS: f64 = 20.0;

fn validate_field(raw: &RawField) -> Result<Field> {
    let (at, key) = (raw.key.span().start, raw.key.get_ref());
    if let Some(name) = inapplicable_property(raw) {
        return fail(at, key, DefinitionErrorKind::InapplicableProperty { name });
    }
    let ranged = matches!(
        raw.kind,
        RawFieldKind::Quantity | RawFieldKind::Scale | RawFieldKind::Text
    );
    let (min, max) = (raw.min.unwrap_or(0.0), raw.max.unwrap_or(f64::INFINITY));
    if ranged && !matches!(min.partial_cmp(&max), Some(std::cmp::Ordering::Less)) {
        return fail(at, key, DefinitionErrorKind::EmptyRange { min, max });
    }
    if raw.kind != RawFieldKind::Text && ranged && !max.is_finite() {
        return fail(at, key, DefinitionErrorKind::MissingMax);
    }
    let whole = min.fract() == 0.0 && max.fract() == 0.0;
    if raw.kind == RawFieldKind::Scale && !(whole && max - min <= MAX_SCALE_STEPS) {
        return fail(
            at,
            key,
            DefinitionErrorKind::InvalidScale {
                max: MAX_SCALE_STEPS,
            },
        );
    }
    Ok(Field {
        key: key.clone(),
        kind: field_kind(raw, min, max)?,
        optional: raw.optional,
        follow_up: raw.follow_up,
        default_from: raw.default_from.clone(),
        low_day_threshold: raw.low_day_threshold,
    })
}

/// Returns a property that is set but does not apply to this field type.
fn inapplicable_property(raw: &RawField) -> Option<&'static str> {
    let (unit, range, options) = match raw.kind {
        RawFieldKind::Quantity => (true, true, false),
        RawFieldKind::Scale | RawFieldKind::Text => (false, true, false),
        RawFieldKind::Choice => (false, false, true),
        RawFieldKind::Clock | RawFieldKind::YesNo => (false, false, false),
    };
    let amount = raw.kind == RawFieldKind::Quantity;
    let present = [
        (raw.unit.is_some(), unit, "unit"),
        (raw.min.is_some() || raw.max.is_some(), range, "min and max"),
        (
            raw.step.is_some() || raw.button_step.is_some(),
            amount,
            "step",
        ),
        (!raw.options.is_empty(), options, "options"),
        (raw.several, options || amount, "several"),
        (
            raw.low_day_threshold.is_some(),
            raw.kind == RawFieldKind::Scale,
            "shortens",
        ),
    ];
    let inapplicable_property = present
        .iter()
        .find(|(present, allowed, _)| *present && !allowed);
    inapplicable_property.map(|(_, _, name)| *name)
}

fn field_kind(raw: &RawField, min: f64, max: f64) -> Result<FieldKind> {
    Ok(match raw.kind {
        RawFieldKind::Quantity => {
            let step = raw.step.unwrap_or(1.0);
            if step <= 0.0 || !step.is_finite() {
                return fail(
                    raw.key.span().start,
                    raw.key.get_ref(),
                    DefinitionErrorKind::InvalidStep,
                );
            }
            FieldKind::Quantity {
                unit: Unit::from(raw.unit.clone().unwrap_or_default()),
                min,
                max,
                step,
                button_step: raw.button_step.unwrap_or(0.0).max(0.0),
                several: raw.several,
            }
        }
        RawFieldKind::Scale => FieldKind::Scale { min, max },
        RawFieldKind::Choice => {
            let keys: BTreeSet<_> = raw.options.iter().map(|o| &o.key).collect();
            if raw.options.is_empty() || keys.len() != raw.options.len() {
                return fail(
                    raw.key.span().start,
                    raw.key.get_ref(),
                    DefinitionErrorKind::InvalidOptions,
                );
            }
            FieldKind::Choice {
                options: raw.options.clone(),
                several: raw.several,
            }
        }
        RawFieldKind::Clock => FieldKind::Clock,
        RawFieldKind::YesNo => FieldKind::YesNo,
        RawFieldKind::Text => FieldKind::Text {
            max: if max.is_finite() { max as usize } else { 2000 },
        },
    })
}

fn validate_measure(raw: &RawMeasure, known: &[String], later: &[String]) -> Result<Measure> {
    let key = raw.key.get_ref();
    let present = formulas(raw);
    let [(formula, at)] = present.as_slice() else {
        return fail(raw.key.span().start, key, DefinitionErrorKind::FormulaCount);
    };
    let (min, max) = formula.arity();
    if !(min..=max).contains(&formula.parts().len()) {
        return fail(*at, key, DefinitionErrorKind::PartCount { min, max });
    }
    for part in formula.parts() {
        if part == key {
            return fail(*at, key, DefinitionErrorKind::SelfReference);
        }
        if !known.contains(part) {
            let of = part.clone();
            let kind = if later.contains(part) {
                DefinitionErrorKind::ForwardReference { of }
            } else {
                DefinitionErrorKind::UndefinedReference { of }
            };
            return fail(*at, key, kind);
        }
    }
    Ok(Measure {
        key: key.clone(),
        unit: Unit::from(raw.unit.clone()),
        formula: formula.clone(),
        min: raw.min,
        max: raw.max,
        warn_below: raw.warn_below,
        warn_above: raw.warn_above,
    })
}

/// Returns the formulas of a measure with their byte offsets. A valid measure has exactly one.
fn formulas(raw: &RawMeasure) -> Vec<(Formula, usize)> {
    let formula = |parts: &Option<Spanned<Vec<String>>>, of: fn(Vec<String>) -> Formula| {
        let parts = parts.as_ref()?;
        Some((of(parts.get_ref().clone()), parts.span().start))
    };
    let present = [
        formula(&raw.sum, Formula::Sum),
        formula(&raw.difference, Formula::Difference),
        formula(&raw.elapsed, Formula::Elapsed),
        formula(&raw.percentage, Formula::Percentage),
        formula(&raw.midpoint, Formula::Midpoint),
        formula(&raw.count, Formula::Count),
        formula(&raw.product, Formula::Product),
        formula(&raw.band_index, Formula::BandIndex),
    ];
    present.into_iter().flatten().collect()
}

fn to_chart(raw: &RawChart) -> Chart {
    Chart {
        of: raw.of.get_ref().clone(),
        mark: raw.mark,
        aggregate: raw.aggregate,
        min: raw.min,
        max: raw.max,
        direction: raw.direction,
        optional: raw.optional,
    }
}
