//! Shades of a calendar, and its legend.

use crate::figures::measure::MeasureView;
use crate::locale::Locale;
use crate::msg;
use crate::session::Session;
use domain::definition::DayAggregate;
use domain::localizer::Localizer;
use domain::{Chart, Unit};

/// Five shades of one colour from lowest to highest, distinguished by lightness alone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shades {
    low: f64,
    high: f64,
}

impl Shades {
    /// Uses the limits of the chart's scale, or else the range of the values.
    pub(crate) fn new(chart: &Chart, values: &[Option<f64>]) -> Self {
        let known = || values.iter().flatten().copied();
        Self {
            low: chart
                .min
                .unwrap_or_else(|| known().fold(f64::INFINITY, f64::min)),
            high: chart
                .max
                .unwrap_or_else(|| known().fold(f64::NEG_INFINITY, f64::max)),
        }
    }

    pub(crate) fn shade(self, value: f64) -> u32 {
        let share = if self.high > self.low {
            (value - self.low) / (self.high - self.low)
        } else {
            0.5
        };
        (share * 5.0).floor().clamp(0.0, 4.0) as u32
    }

    /// Returns the lower bound of each shade and the upper bound of the last; empty without values.
    pub(crate) fn legend(self, locale: &Locale, unit: &Unit) -> Vec<String> {
        if !(self.low.is_finite() && self.high.is_finite()) {
            return Vec::new();
        }
        let edge = |step: f64| self.low + (self.high - self.low) * step / 5.0;
        (0..5)
            .map(|step| locale.axis_label(edge(f64::from(step)), unit))
            .chain([locale.axis_label(self.high, unit)])
            .collect()
    }
}

/// Returns how several entries of a day form its value, and what a diamond marks.
pub(crate) fn legend_notes(session: &Session, view: &MeasureView<'_>) -> Vec<String> {
    let locale = session.locale();
    let rule = view.several.then(|| {
        let rule = locale.text(match view.chart.aggregate {
            DayAggregate::Sum => msg::RULE_SUM,
            DayAggregate::Mean => msg::RULE_MEAN,
            DayAggregate::Lowest => msg::RULE_LOWEST,
            DayAggregate::Highest => msg::RULE_HIGHEST,
            DayAggregate::Last => msg::RULE_LAST,
            DayAggregate::Main => msg::RULE_MAIN,
        });
        locale.format(msg::MONTH_RULE, &[("rule", rule.into())])
    });
    let mark = view.context.state_legend(session);
    let mark = (!mark.is_empty()).then_some(mark);
    rule.into_iter().chain(mark).collect()
}
