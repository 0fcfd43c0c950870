//! Validation of single answers against their field.

use super::Value;
use super::draft::Answer;
use super::error::ValidationErrorKind;
use crate::definition::{ChoiceOption, Field, FieldKind, Unit};
use crate::time::clock;
use chrono::NaiveDate;

pub(super) fn validate_answer(
    field: &Field,
    answer: &Answer,
    day: NaiveDate,
    grams_per_drink: f64,
) -> Result<Vec<Value>, ValidationErrorKind> {
    match (&field.kind, answer) {
        (kind @ FieldKind::Quantity { .. }, answer) => quantity(kind, answer, grams_per_drink),
        (FieldKind::Scale { min, max }, Answer::Number(n)) => number(*n, *min, *max, 1.0),
        (FieldKind::YesNo, Answer::Bool(yes)) => Ok(vec![Value::number(f64::from(u8::from(*yes)))]),
        (FieldKind::Choice { options, .. }, Answer::Text(key)) => Ok(vec![option(options, key)?]),
        (
            FieldKind::Choice {
                options,
                several: true,
            },
            Answer::Choices(keys),
        ) => {
            let first =
                |(index, key): &(usize, &String)| !keys.iter().take(*index).any(|k| k == *key);
            let once = keys.iter().enumerate().filter(first);
            once.map(|(_, key)| option(options, key)).collect()
        }
        (FieldKind::Clock, Answer::Text(text)) => {
            let time = clock::parse_clock(text).ok_or(ValidationErrorKind::NotATime)?;
            let local = day.and_time(time).format("%Y-%m-%dT%H:%M:%S").to_string();
            Ok(vec![Value::text(local)])
        }
        (FieldKind::Text { max }, Answer::Text(text)) if text.chars().count() > *max => {
            Err(ValidationErrorKind::TooLong { max: *max })
        }
        (FieldKind::Text { .. }, Answer::Text(text)) if text.trim().is_empty() => Ok(Vec::new()),
        (FieldKind::Text { .. }, Answer::Text(text)) => Ok(vec![Value::text(text.clone())]),
        (
            FieldKind::Scale { .. }
            | FieldKind::YesNo
            | FieldKind::Choice { .. }
            | FieldKind::Clock
            | FieldKind::Text { .. },
            _,
        ) => Err(ValidationErrorKind::WrongKind),
    }
}

/// Validates one amount, or several where the field allows them. Standard drinks are converted to
/// grams of ethanol.
fn quantity(
    kind: &FieldKind,
    answer: &Answer,
    grams_per_drink: f64,
) -> Result<Vec<Value>, ValidationErrorKind> {
    let FieldKind::Quantity {
        unit,
        min,
        max,
        step,
        several,
        ..
    } = kind
    else {
        return Err(ValidationErrorKind::WrongKind);
    };
    // The limit holds in grams, so that what one country's drinks allow is allowed everywhere.
    let max = &if *unit == Unit::StandardDrink {
        max * LARGEST_DRINK / grams_per_drink
    } else {
        *max
    };
    let mut values = match answer {
        Answer::Number(n) => number(*n, *min, *max, *step)?,
        Answer::Numbers(amounts) if *several => validate_amounts(amounts, *min, *max, *step)?,
        Answer::Text(_) => return Err(ValidationErrorKind::NoNumber),
        Answer::Numbers(_) | Answer::Choices(_) | Answer::Bool(_) => {
            return Err(ValidationErrorKind::WrongKind);
        }
    };
    if *unit == Unit::StandardDrink {
        for value in &mut values {
            value.number = value.number.map(|drinks| drinks * grams_per_drink);
        }
    }
    Ok(values)
}

/// The largest standard drink of any country, in grams of ethanol.
const LARGEST_DRINK: f64 = 20.0;

/// Maximum number of amounts in one answer.
const MAX_AMOUNTS: usize = 50;

fn validate_amounts(
    amounts: &[f64],
    min: f64,
    max: f64,
    step: f64,
) -> Result<Vec<Value>, ValidationErrorKind> {
    if amounts.len() > MAX_AMOUNTS || amounts.iter().sum::<f64>() > max {
        return Err(ValidationErrorKind::OutOfRange { min, max });
    }
    let each = amounts.iter().map(|n| number(*n, min, max, step));
    Ok(each
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
        .collect())
}

fn number(n: f64, min: f64, max: f64, step: f64) -> Result<Vec<Value>, ValidationErrorKind> {
    if !n.is_finite() || n < min || n > max {
        return Err(ValidationErrorKind::OutOfRange { min, max });
    }
    let steps = (n - min) / step;
    if (steps - steps.round()).abs() > 1e-6 {
        return Err(ValidationErrorKind::OffStep { step });
    }
    // −0 would print as "-0" and break the exact round trip of an export.
    Ok(vec![Value::number(n + 0.0)])
}

fn option(options: &[ChoiceOption], key: &str) -> Result<Value, ValidationErrorKind> {
    let found = options
        .iter()
        .find(|o| o.key == key)
        .ok_or(ValidationErrorKind::NotAnOption)?;
    Ok(Value {
        number: found.score,
        text: Some(found.key.clone()),
    })
}
