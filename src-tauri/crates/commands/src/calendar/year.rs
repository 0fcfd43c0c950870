//! Year view: twelve rows of days, shaded by a measure.
//!
//! The shades and their legend are those of the month view.

use super::head::{CalendarDay, CalendarHead};
use crate::calendar::measures::select;
use crate::calendar::shades::Shades;
use crate::error::RecordKind;
use crate::error::{Error, Result};
use crate::figures::context::PeriodContext;
use crate::figures::measure::{MeasureView, load_measure};
use crate::session::Session;
use chrono::{Datelike, NaiveDate};
use domain::definition::Labels;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use serde::{Deserialize, Serialize};

/// A year, day by day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearPage {
    /// The year.
    pub year: i32,
    /// What it shows and how to read it.
    pub head: CalendarHead,
    /// The year before.
    pub before: i32,
    /// The year after; none if it is in the future.
    pub after: Option<i32>,
    /// The months with their days.
    pub months: Vec<YearMonth>,
}

/// A month of a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearMonth {
    /// The month, YYYY-MM.
    pub month: String,
    /// Its name, short.
    pub name: String,
    /// Its days.
    pub days: Vec<YearDay>,
}

/// A day of a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearDay {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// Shade from 0 (lowest) to 4; none without a value.
    pub shade: Option<u32>,
    /// Whether the day holds any entry.
    pub entries: bool,
    /// Whether it is the patient's today.
    pub today: bool,
    /// Whether it is in the future.
    pub future: bool,
    /// Whether a pause covers it.
    pub paused: bool,
    /// Whether a quick answer stands in place of all other answers.
    pub state: bool,
    /// The day and its value as text.
    pub text: String,
}

/// Returns a year (the current one if none), shaded by a measure (the first one if not found).
pub fn year(session: &Session, year: Option<i32>, tracker: String, of: String) -> Result<YearPage> {
    let today = session.today();
    let year = year.unwrap_or_else(|| today.year());
    let period = days_of(year)?;
    let measure = select(session, &tracker, &of)?;
    let (definition, chart) = (measure.0, &measure.1);
    let context = PeriodContext::new(session, period)?;
    let so_far = PeriodContext::new(session, period.until(today))?;
    let view = load_measure(session, definition, chart, &so_far)?;
    let shades = Shades::new(chart, &view.series.values);
    let labels = session.locale().labels_of(definition);
    let grid = Grid {
        session,
        view: &view,
        shades,
        context: &context,
        entries: context.days_with_entries(session)?,
        labels: &labels,
    };
    let months = (1..=12).map(|month| month_of(session, year, month, &|day| grid.day(day)));
    Ok(YearPage {
        year,
        head: CalendarHead::new(session, year.to_string(), &measure, &view, shades)?,
        before: year - 1,
        after: (year < today.year()).then_some(year + 1),
        months: months.collect(),
    })
}

fn days_of(year: i32) -> Result<Period> {
    let day = |month, day| {
        NaiveDate::from_ymd_opt(year, month, day)
            .filter(|_| (1900..=9999).contains(&year))
            .ok_or_else(|| Error::not_found(RecordKind::Period, year))
    };
    Ok(Period {
        from: day(1, 1)?,
        to: day(12, 31)?,
    })
}

struct Grid<'a> {
    session: &'a Session,
    view: &'a MeasureView<'a>,
    shades: Shades,
    context: &'a PeriodContext,
    entries: &'a [NaiveDate],
    labels: &'a Labels,
}

impl Grid<'_> {
    fn day(&self, day: NaiveDate) -> YearDay {
        let (view, today) = (self.view, self.session.today());
        let at = view.series.period.index(day);
        let value = at.and_then(|i| view.series.values.get(i).copied().flatten());
        let locale = self.session.locale();
        let entries = self.entries.binary_search(&day).is_ok();
        let text = CalendarDay {
            day,
            value: value.map(|v| locale.amount(v, &view.unit, self.labels)),
            entries,
            context: self.context,
        };
        YearDay {
            day: day.to_string(),
            shade: value.map(|v| self.shades.shade(v)),
            entries,
            today: day == today,
            future: day > today,
            paused: self.context.pause(day).is_some(),
            state: self.context.state(day).is_some(),
            text: text.text(self.session, DateStyle::Short),
        }
    }
}

fn month_of(
    session: &Session,
    year: i32,
    month: u32,
    cell: &impl Fn(NaiveDate) -> YearDay,
) -> YearMonth {
    let days = (1..=31).filter_map(|day| NaiveDate::from_ymd_opt(year, month, day));
    YearMonth {
        month: format!("{year:04}-{month:02}"),
        name: session.locale().text(&format!("short-{month}")),
        days: days.map(cell).collect(),
    }
}
