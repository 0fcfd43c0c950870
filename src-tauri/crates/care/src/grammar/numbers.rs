//! Validation of the numbers in a definition: finite, with non-empty ranges.
//!
//! TOML allows `inf` and `nan`; the journal, charts and reports do not.

use super::flaw::Flaw;
use super::rules::{Checked, fault};
use super::text::DefinitionText;

/// Rejects `inf`, `nan` and empty ranges.
pub(super) fn check(raw: &DefinitionText) -> Checked<()> {
    for field in &raw.field {
        let own = [
            field.min,
            field.max,
            field.step,
            field.stride,
            field.shortens,
        ];
        let scores = field.options.iter().map(|o| o.score);
        let at = (field.key.span().start, field.key.get_ref().as_str());
        finite(at, own.into_iter().chain(scores))?;
    }
    for measure in &raw.measure {
        let (low, high) = (measure.odd_below, measure.odd_above);
        let at = (measure.key.span().start, measure.key.get_ref().as_str());
        finite(at, [measure.min, measure.max, low, high])?;
        range(at, measure.min, measure.max)?;
    }
    for band in &raw.band {
        let (from, to) = (band.get_ref().from, band.get_ref().to);
        let at = (band.span().start, band.get_ref().key.as_str());
        finite(at, [Some(from), Some(to)])?;
        if from > to {
            return upside_down(at, from, to);
        }
    }
    for chart in &raw.chart {
        let at = (chart.of.span().start, "chart");
        finite(at, [chart.min, chart.max])?;
        range(at, chart.min, chart.max)?;
    }
    Ok(())
}

fn finite(
    (at, part): (usize, &str),
    numbers: impl IntoIterator<Item = Option<f64>>,
) -> Checked<()> {
    let mut given = numbers.into_iter().flatten();
    if given.all(f64::is_finite) {
        Ok(())
    } else {
        fault(at, part, Flaw::NoNumber)
    }
}

fn range(at: (usize, &str), min: Option<f64>, max: Option<f64>) -> Checked<()> {
    match (min, max) {
        (Some(min), Some(max)) if min >= max => upside_down(at, min, max),
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

fn upside_down((at, part): (usize, &str), min: f64, max: f64) -> Checked<()> {
    fault(at, part, Flaw::EmptyRange { min, max })
}
