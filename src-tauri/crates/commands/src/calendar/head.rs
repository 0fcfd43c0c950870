//! What the pages of a month and a year share: the measure, the legend, the text of a day.

use super::measures::{CalendarMeasure, MeasureOption, choices};
use super::shades::{Shades, legend_notes};
use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::measure::MeasureView;
use crate::figures::text::name;
use crate::msg;
use crate::session::Session;
use chrono::NaiveDate;
use domain::localizer::{DateStyle, Localizer};
use serde::{Deserialize, Serialize};

/// Head of a calendar page: what it shows and how to read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CalendarHead {
    /// Month and year, or the year, as text.
    pub title: String,
    /// Summary of the period, in one sentence.
    pub description: String,
    /// Boundaries of the shades, lowest first; empty without values.
    pub legend: Vec<String>,
    /// Notes: how several entries of one day combine, and what a diamond marks.
    pub legend_notes: Vec<String>,
    /// The measures that can be shown.
    pub choices: Vec<MeasureOption>,
    /// Tracker of the shown measure.
    pub tracker: String,
    /// Key of the shown field or measure.
    pub of: String,
}

impl CalendarHead {
    /// Builds the head of a period. `view` is the measure over the days that have passed.
    pub(crate) fn new(
        session: &Session,
        title: String,
        (definition, chart): &CalendarMeasure<'_>,
        view: &MeasureView<'_>,
        shades: Shades,
    ) -> Result<Self> {
        let with = [
            ("title", name(session, view).into()),
            ("month", title.as_str().into()),
            ("n", view.summary.n.to_string().into()),
            ("of", view.summary.of.to_string().into()),
        ];
        Ok(Self {
            description: session.locale().format(msg::MONTH_SAID, &with),
            title,
            legend: shades.legend(session.locale(), &view.unit),
            legend_notes: legend_notes(session, view),
            choices: choices(session)?,
            tracker: definition.key.clone(),
            of: chart.of.clone(),
        })
    }
}

/// A day of a calendar, before it is formatted.
pub(crate) struct CalendarDay<'a> {
    pub(crate) day: NaiveDate,
    /// The value of the shown measure, as text.
    pub(crate) value: Option<String>,
    /// Whether the day holds any entry.
    pub(crate) entries: bool,
    pub(crate) context: &'a PeriodContext,
}

impl CalendarDay<'_> {
    /// Describes the day for screen readers: its date, then its value and quick answer. Without
    /// either, the reason of its pause, unless it holds another entry.
    pub(crate) fn text(&self, session: &Session, style: DateStyle) -> String {
        let locale = session.locale();
        let date = locale.date(self.day, style);
        let state = self.context.state(self.day).map(str::to_owned);
        let mut parts: Vec<String> = self.value.clone().into_iter().chain(state).collect();
        if parts.is_empty() && !self.entries {
            parts.extend(self.context.pause(self.day).map(str::to_owned));
        }
        if !parts.is_empty() {
            let with = [("day", date.into()), ("said", parts.join(", ").into())];
            return locale.format(msg::MONTH_CELL, &with);
        }
        let future = self.day > session.today();
        match (self.entries, future) {
            (true, _) => locale.format(msg::MONTH_CELL_OTHER, &[("day", date.into())]),
            (false, true) => date,
            (false, false) => locale.format(msg::MONTH_CELL_NONE, &[("day", date.into())]),
        }
    }
}
