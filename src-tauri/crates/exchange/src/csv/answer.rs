//! The answer in a row of the long file.

use super::CsvErrorKind;
use super::export::strip_guard;
use domain::{Definition, FieldKind, Value};

/// Field, ordinal and value of an answer; `None` for an entry without answers.
pub(super) type Cell = Option<(String, usize, Value)>;

/// Parses the answer of a row; `None` for an entry without answers.
pub(super) fn answer(
    definition: &Definition,
    [field, ordinal, number, text]: [&str; 4],
) -> Result<Cell, (usize, CsvErrorKind)> {
    if field.is_empty() {
        return if [ordinal, number, text].iter().all(|c| c.is_empty()) {
            Ok(None)
        } else {
            Err((11, CsvErrorKind::Empty("field".into())))
        };
    }
    let kind = &definition
        .field(field)
        .ok_or((11, CsvErrorKind::FieldKind))?
        .kind;
    let ordinal: usize = ordinal
        .parse()
        .map_err(|_| (12, CsvErrorKind::Number(ordinal.to_owned())))?;
    let number = match number {
        "" => None,
        n => Some(
            n.parse::<f64>()
                .ok()
                .filter(|n| n.is_finite())
                .ok_or_else(|| (13, CsvErrorKind::Number(n.to_owned())))?,
        ),
    };
    let text = (!text.is_empty()).then(|| strip_guard(text));
    let value = Value { number, text };
    if !fits(kind, &value) {
        return Err((13, CsvErrorKind::FieldKind));
    }
    if kind.is_contradicted_by(&value) {
        return Err((13, CsvErrorKind::Contradiction));
    }
    Ok(Some((field.to_owned(), ordinal, value)))
}

/// Returns whether an answer has the number and the text that its kind of field needs.
fn fits(kind: &FieldKind, Value { number, text }: &Value) -> bool {
    match kind {
        FieldKind::Quantity { .. } | FieldKind::Scale { .. } | FieldKind::YesNo => {
            number.is_some() && text.is_none()
        }
        FieldKind::Clock => number.is_some() && text.is_some(),
        FieldKind::Choice { .. } => text.is_some(),
        FieldKind::Text { .. } => text.is_some() && number.is_none(),
    }
}
