//! Validation of the numbers in a definition: finite, with non-empty ranges.
//!
//! TOML allows `inf` and `nan`; the journal, charts and reports do not.

use super::error::{DefinitionErrorKind, Result, fail};
use super::schema::RawDefinition;

/// Rejects `inf`, `nan` and empty ranges.
pub(super) fn validate(raw: &RawDefinition) -> Result<()> {
    for field in &raw.field {
        let own = [
            field.min,
            field.max,
            field.step,
            field.button_step,
            field.low_day_threshold,
        ];
        let scores = field.options.iter().map(|o| o.score);
        let at = (field.key.span().start, field.key.get_ref().as_str());
        require_finite(at, own.into_iter().chain(scores))?;
    }
    for measure in &raw.measure {
        let (low, high) = (measure.warn_below, measure.warn_above);
        let at = (measure.key.span().start, measure.key.get_ref().as_str());
        require_finite(at, [measure.min, measure.max, low, high])?;
        require_range(at, measure.min, measure.max)?;
    }
    for band in &raw.band {
        let (from, to) = (band.get_ref().from, band.get_ref().to);
        let at = (band.span().start, band.get_ref().key.as_str());
        require_finite(at, [Some(from), Some(to)])?;
        if from > to {
            return empty_range(at, from, to);
        }
    }
    for chart in &raw.chart {
        let at = (chart.of.span().start, "chart");
        require_finite(at, [chart.min, chart.max])?;
        require_range(at, chart.min, chart.max)?;
    }
    Ok(())
}

fn require_finite(
    (at, part): (usize, &str),
    numbers: impl IntoIterator<Item = Option<f64>>,
) -> Result<()> {
    let mut numbers = numbers.into_iter().flatten();
    if numbers.all(f64::is_finite) {
        Ok(())
    } else {
        fail(at, part, DefinitionErrorKind::NotFinite)
    }
}

fn require_range(at: (usize, &str), min: Option<f64>, max: Option<f64>) -> Result<()> {
    match (min, max) {
        (Some(min), Some(max)) if min >= max => empty_range(at, min, max),
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

fn empty_range((at, part): (usize, &str), min: f64, max: f64) -> Result<()> {
    fail(at, part, DefinitionErrorKind::EmptyRange { min, max })
}
