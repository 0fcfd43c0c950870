//! The text of each day or column of a figure, for the read-out and the table of the window.

use super::buckets::Bucket;
use super::{FigureInput, Reading};
use crate::localizer::{DateStyle, Localizer};

/// Returns the text of each day or, in a long period, of each column, if it is wanted.
pub(super) fn readings(
    input: FigureInput<'_>,
    columns: &[Bucket],
    localizer: &dyn Localizer,
) -> Vec<Reading> {
    if !input.readings {
        Vec::new()
    } else if columns.is_empty() {
        of_days(input, localizer)
    } else {
        of_columns(input, columns, localizer)
    }
}

/// Returns the text of each day that has a value or an answer with one tap.
fn of_days(input: FigureInput<'_>, localizer: &dyn Localizer) -> Vec<Reading> {
    let FigureInput {
        series,
        unit,
        labels,
        states,
        ..
    } = input;
    let read = |(i, value): (usize, &Option<f64>)| {
        let day = series.period.day(i);
        let value = value.map(|value| localizer.amount(value, unit, labels));
        let state = states.iter().find(|(of, _)| *of == day);
        let text: Vec<String> = value
            .into_iter()
            .chain(state.map(|s| s.1.clone()))
            .collect();
        (!text.is_empty()).then(|| Reading {
            at: i as f64,
            day: localizer.date(day, DateStyle::Full),
            text: text.join(" · "),
        })
    };
    series.values.iter().enumerate().filter_map(read).collect()
}

/// Returns the text of each column that has a value.
fn of_columns(
    input: FigureInput<'_>,
    buckets: &[Bucket],
    localizer: &dyn Localizer,
) -> Vec<Reading> {
    let FigureInput { unit, labels, .. } = input;
    let period = input.series.period;
    let read = |bucket: &Bucket| {
        let (low, high) = (bucket.low()?, bucket.high()?);
        let from = localizer.date(period.day(bucket.from), DateStyle::Short);
        let to = localizer.date(period.day(bucket.to), DateStyle::Short);
        let text = if low < high {
            format!(
                "{} – {}",
                localizer.amount(low, unit, labels),
                localizer.amount(high, unit, labels)
            )
        } else {
            localizer.amount(low, unit, labels)
        };
        Some(Reading {
            at: bucket.at(),
            day: format!("{from} – {to}"),
            text,
        })
    };
    buckets.iter().filter_map(read).collect()
}
