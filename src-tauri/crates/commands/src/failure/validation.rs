//! Messages about invalid answers.

use super::{CommandError, ErrorCode, FieldError};
use crate::error::InputErrorKind;
use crate::locale::Locale;
use crate::msg;
use crate::session::Session;
use domain::definition::Labels;
use domain::{Definition, ValidationError, ValidationErrorKind};
use fluent_bundle::FluentValue;

/// Returns the failure for invalid answers, with a message for each field.
pub(super) fn validation_message(
    session: &Session,
    tracker: &str,
    number: usize,
    errors: &[ValidationError],
) -> CommandError {
    let locale = session.locale();
    let definition = session.definitions().get(tracker);
    let labels = definition.map(|d| locale.labels_of(d)).unwrap_or_default();
    let fields: Vec<FieldError> = errors
        .iter()
        .map(|error| FieldError {
            field: error.field.clone().unwrap_or_default(),
            message: validation_text(error, definition, &labels, locale),
        })
        .collect();
    let named = fields.iter().map(|f| match labels.get(&f.field) {
        Some(name)
            if !f.field.is_empty() && labels.get(&format!("{}.error", f.field)).is_none() =>
        {
            locale.format(
                msg::FAULT_FIELD,
                &[("field", name.into()), ("why", f.message.as_str().into())],
            )
        }
        Some(_) | None => f.message.clone(),
    });
    let mut message = named.collect::<Vec<_>>().join(" ");
    if number > 0 {
        message = locale.format(
            msg::FAILURE_ENTRY,
            &[
                ("number", number.to_string().into()),
                ("tracker", tracker.into()),
                ("why", message.into()),
            ],
        );
    }
    CommandError {
        code: ErrorCode::Validation,
        message,
        fields,
    }
}

fn validation_text(
    error: &ValidationError,
    definition: Option<&Definition>,
    labels: &Labels,
    locale: &Locale,
) -> String {
    let field = error.field.as_deref().unwrap_or_default();
    let number = |n: f64| FluentValue::from(locale.number(n));
    let length = |name: &'static str, n: usize| [(name, FluentValue::from(n.to_string()))];
    match &error.kind {
        ValidationErrorKind::UnknownField => {
            locale.format(msg::FAULT_UNKNOWN_FIELD, &[("field", field.into())])
        }
        ValidationErrorKind::NoNumber => locale.text(msg::FAULT_NO_NUMBER),
        ValidationErrorKind::WrongKind => locale.text(msg::FAULT_WRONG_KIND),
        ValidationErrorKind::OutOfRange { min, max } => locale.format(
            msg::FAULT_OUT_OF_RANGE,
            &[("min", number(*min)), ("max", number(*max))],
        ),
        ValidationErrorKind::OffStep { step } => {
            locale.format(msg::FAULT_OFF_STEP, &[("step", number(*step))])
        }
        ValidationErrorKind::NotAnOption => locale.text(msg::FAULT_NOT_AN_OPTION),
        ValidationErrorKind::NotATime => locale.text(msg::FAULT_NOT_A_CLOCK),
        ValidationErrorKind::NotADay => locale.text(msg::FAULT_NOT_A_DAY),
        ValidationErrorKind::NotAZone => locale.text(msg::FAULT_NOT_A_ZONE),
        ValidationErrorKind::TooLong { max } => {
            locale.format(msg::FAULT_TOO_LONG, &length("max", *max))
        }
        ValidationErrorKind::Future => locale.text(msg::FAULT_FUTURE),
        ValidationErrorKind::NotYet => locale.text(msg::FAULT_NOT_YET),
        ValidationErrorKind::DayBefore => locale.text(msg::FAULT_DAY_BEFORE),
        ValidationErrorKind::Empty => locale.text(msg::FAULT_NOTHING),
        ValidationErrorKind::Inconsistent => {
            let key = format!("{field}.error");
            definition
                .and_then(|_| labels.get(&key))
                .unwrap_or(field)
                .to_owned()
        }
    }
}

/// Returns the failure for invalid input of a form other than an entry's.
pub(super) fn input_message(field: &str, kind: InputErrorKind, locale: &Locale) -> CommandError {
    let message = input_text(kind, locale);
    CommandError {
        code: ErrorCode::Validation,
        fields: vec![FieldError {
            field: field.to_owned(),
            message: message.clone(),
        }],
        message,
    }
}

/// Returns what is wrong with the input of a form other than an entry's.
fn input_text(kind: InputErrorKind, locale: &Locale) -> String {
    let length = |key, name, n: usize| locale.format(key, &[(name, n.to_string().into())]);
    let range = |key, min: String, max: String| {
        locale.format(key, &[("min", min.into()), ("max", max.into())])
    };
    match kind {
        InputErrorKind::TooShort { min } => length(msg::FAULT_TOO_SHORT, "min", min),
        InputErrorKind::TooLong { max } => length(msg::FAULT_TOO_LONG, "max", max),
        InputErrorKind::NoRecoverySheet => locale.text(msg::FAULT_NO_SHEET),
        InputErrorKind::NotLocked => locale.text(msg::FAULT_NO_LOCK),
        InputErrorKind::NotADay => locale.text(msg::FAULT_NOT_A_DAY),
        InputErrorKind::EndsBeforeStart => locale.text(msg::FAULT_BEFORE_BEGIN),
        InputErrorKind::Overlaps => locale.text(msg::FAULT_OVERLAPS),
        InputErrorKind::Missing => locale.text(msg::FAULT_NO_NAME),
        InputErrorKind::NotAPhoneNumber => locale.text(msg::FAULT_PHONE),
        InputErrorKind::EmptyRange => locale.text(msg::FAULT_RANGE),
        InputErrorKind::NotATime => locale.text(msg::FAULT_NOT_A_CLOCK),
        InputErrorKind::NotAnAmount => locale.text(msg::FAULT_AMOUNT),
        InputErrorKind::WholeNumber { min, max } => {
            range(msg::FAULT_WHOLE, min.to_string(), max.to_string())
        }
        InputErrorKind::NoWeekday => locale.text(msg::FAULT_WEEKDAY),
        InputErrorKind::SameTimeTwice => locale.text(msg::FAULT_SAME_TIME),
        InputErrorKind::NeedsDay => locale.text(msg::FAULT_NEEDS_DAY),
        InputErrorKind::HasDoses { days } => {
            locale.format(msg::FAULT_HAS_DOSES, &[("count", days.into())])
        }
        InputErrorKind::HasSessions { count } => {
            locale.format(msg::FAULT_HAS_SESSIONS, &[("count", count.into())])
        }
        InputErrorKind::Interval { min, max } => {
            range(msg::FAULT_INTERVAL, min.to_string(), max.to_string())
        }
        InputErrorKind::IsTaken => locale.text(msg::FAULT_IS_TAKEN),
        InputErrorKind::StretchesOverlap => locale.text(msg::FAULT_STRETCHES),
        InputErrorKind::UnfitForPdf => locale.text(msg::FAULT_UNFIT_FOR_PDF),
        InputErrorKind::TooManyLines { max } => length(msg::FAULT_TOO_MANY_LINES, "max", max),
    }
}
