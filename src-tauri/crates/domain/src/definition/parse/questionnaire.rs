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

#[cfg(test)]
mod tests {
    use crate::definition::parse::{DefinitionErrorKind, parse};

    const SCORE: &str = r#"
key = "sleepiness"
covers = "day"
licence = "permission-needed"
[labels.en]
title = "Sleepiness"
line = "{total}"
about = "About it"
total = "Total"
[questionnaire]
total = "total"
[[field]]
key = "total"
type = "quantity"
max = 24
[[chart]]
of = "total"
mark = "scores"
min = 0
max = 24
"#;

    fn refused(text: &str) -> Option<DefinitionErrorKind> {
        parse("sleepiness.toml", text).err().map(|error| error.kind)
    }

    #[test]
    fn items_whose_licence_forbids_it_are_refused() {
        assert_eq!(refused(SCORE), None, "a total alone is fine");
        let item = "[[field]]\nkey = \"q1\"\ntype = \"scale\"\nmax = 3\n[[chart]]";
        let labels = "q1 = \"Words of theirs\"\n\"q1.low\" = \"no\"\n\"q1.high\" = \"yes\"\n";
        let with_item = SCORE.replacen("[[chart]]", item, 1).replacen(
            "[questionnaire]",
            &format!("{labels}[questionnaire]"),
            1,
        );
        let licence = "permission-needed".to_owned();
        let kind = DefinitionErrorKind::ItemsNotAllowed { licence };
        assert_eq!(refused(&with_item), Some(kind));
        let free = with_item.replacen("permission-needed", "free", 1);
        assert_eq!(refused(&free), None);
    }

    #[test]
    fn total_needs_a_range() {
        let open = SCORE.replacen("min = 0\nmax = 24\n", "min = 0\n", 1);
        assert_eq!(refused(&open), Some(DefinitionErrorKind::TotalWithoutRange));
        let unknown = SCORE.replacen("total = \"total\"", "total = \"sum\"", 1);
        let of = "sum".to_owned();
        assert_eq!(
            refused(&unknown),
            Some(DefinitionErrorKind::UndefinedReference { of })
        );
    }
}
