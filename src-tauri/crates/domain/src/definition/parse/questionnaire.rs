//! Validation of a questionnaire: its total has a range, and it has no item whose words may not be
//! shown.

use super::error::{DefinitionErrorKind, Result, fail};
use super::schema::RawDefinition;
use crate::definition::{Definition, FREE_LICENCES, Field, FieldKind};

pub(super) fn validate(raw: &RawDefinition, definition: &Definition) -> Result<()> {
    let Some(spanned) = &raw.questionnaire else {
        return Ok(());
    };
    let (at, questionnaire) = (spanned.span().start, spanned.get_ref());
    let undefined = |of: &str| {
        let of = of.to_owned();
        fail(
            at,
            "questionnaire",
            DefinitionErrorKind::UndefinedReference { of },
        )
    };
    if definition.unit(&questionnaire.total).is_none() {
        return undefined(&questionnaire.total);
    }
    let ranged = definition.chart(&questionnaire.total);
    if !ranged.is_some_and(|chart| chart.min.is_some() && chart.max.is_some()) {
        let kind = DefinitionErrorKind::TotalWithoutRange;
        return fail(at, "questionnaire", kind);
    }
    let item = questionnaire.support_item.as_ref();
    if let Some(missing) = item.filter(|key| definition.field(key).is_none()) {
        return undefined(missing);
    }
    without_protected_items(raw, definition, &questionnaire.total)
}

/// Rejects questions where the licence does not allow their words: only the total and texts of the
/// person are left.
fn without_protected_items(
    raw: &RawDefinition,
    definition: &Definition,
    total: &str,
) -> Result<()> {
    if FREE_LICENCES.contains(&definition.licence.as_str()) {
        return Ok(());
    }
    let item = |f: &&Field| f.key != total && !matches!(f.kind, FieldKind::Text { .. });
    let Some(item) = definition.fields.iter().find(item) else {
        return Ok(());
    };
    let here = raw.field.iter().find(|f| *f.key.get_ref() == item.key);
    let kind = DefinitionErrorKind::ItemsNotAllowed {
        licence: definition.licence.clone(),
    };
    fail(here.map_or(0, |f| f.key.span().start), &item.key, kind)
}
