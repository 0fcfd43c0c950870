//! Month calendar, shaded by a measure.
//!
//! Lays out the grid and computes the five shades. A day without a value has no shade.

use super::head::{CalendarDay, CalendarHead};
use crate::calendar::measures::select;
use crate::calendar::shades::Shades;
use crate::error::RecordKind;
use crate::error::{Error, Result};
use crate::figures::context::PeriodContext;
use crate::figures::measure::{MeasureView, load_measure};
use crate::msg;
use crate::session::Session;
use chrono::{Datelike, Duration, Months, NaiveDate};
use domain::definition::Labels;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use serde::{Deserialize, Serialize};

/// A month, day by day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MonthPage {
    /// The month, YYYY-MM.
    pub month: String,
    /// What it shows and how to read it.
    pub head: CalendarHead,
    /// The month before, YYYY-MM.
    pub before: String,
    /// The month after; empty if it is in the future.
    pub after: String,
    /// Names of the weekdays, Monday first: short and full.
    pub weekdays: Vec<[String; 2]>,
    /// Weeks of seven cells; `None` outside the month.
    pub weeks: Vec<Vec<Option<DayCell>>>,
}

/// A day of the month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DayCell {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// Day of the month.
    pub number: u32,
    /// Shade from 0 (lowest) to 4 (highest); `None` without a value.
    pub shade: Option<u32>,
    /// Whether the day holds any entry.
    pub entries: bool,
    /// Whether it is the patient's today.
    pub today: bool,
    /// Whether it is in the future.
    pub future: bool,
    /// Reason of the pause that covers it; empty without one.
    pub paused: String,
    /// Label of the quick answer that stands for the day ("can't today"); empty without one.
    pub state: String,
    /// The day's value, short; empty without one.
    pub value: String,
    /// Description of the day for screen readers.
    pub text: String,
}

/// Returns the month `YYYY-MM`, shaded by a measure.
///
/// An empty month means the current one. An unknown or empty measure means the first available.
pub fn month(session: &Session, month: String, tracker: String, of: String) -> Result<MonthPage> {
    let (today, locale) = (session.today(), session.locale());
    let span = MonthSpan::parse(&month, today)?;
    let measure = select(session, &tracker, &of)?;
    let (definition, chart) = (measure.0, &measure.1);
    let so_far = PeriodContext::new(session, span.period.until(today))?;
    let view = load_measure(session, definition, chart, &so_far)?;
    // The shades are based on a whole year, so that months can be compared.
    let year = PeriodContext::new(session, Period::ending(span.period.to, 366))?;
    let year_view = load_measure(session, definition, chart, &year)?;
    let cells = Cells {
        session,
        view: &year_view,
        shades: Shades::new(chart, &year_view.series.values),
        context: PeriodContext::new(session, span.period)?,
        labels: &locale.labels_of(definition),
    };
    let weekday = |n: u32| {
        let (short, full) = (format!("weekday-short-{n}"), format!("weekday-{n}"));
        [locale.text(&short), locale.text(&full)]
    };
    let title = month_title(session, span.period.from);
    Ok(MonthPage {
        head: CalendarHead::new(session, title, &measure, &view, cells.shades)?,
        before: span.before.format("%Y-%m").to_string(),
        after: span
            .after
            .map(|m| m.format("%Y-%m").to_string())
            .unwrap_or_default(),
        weekdays: (1..=7).map(weekday).collect(),
        weeks: weeks(&cells)?,
        month: span.period.from.format("%Y-%m").to_string(),
    })
}

/// A month and its neighbours.
struct MonthSpan {
    period: Period,
    before: NaiveDate,
    /// `None` if it is in the future.
    after: Option<NaiveDate>,
}

impl MonthSpan {
    fn parse(text: &str, today: NaiveDate) -> Result<Self> {
        let no_month = || Error::not_found(RecordKind::Period, text);
        let from: NaiveDate = if text.is_empty() {
            today.with_day(1).ok_or_else(no_month)?
        } else {
            format!("{text}-01").parse().map_err(|_| no_month())?
        };
        let one = Months::new(1);
        let next = from.checked_add_months(one).ok_or_else(no_month)?;
        Ok(Self {
            period: Period {
                from,
                to: next - Duration::days(1),
            },
            before: from.checked_sub_months(one).ok_or_else(no_month)?,
            after: (next <= today).then_some(next),
        })
    }
}

/// Data for the cells of a month.
struct Cells<'a> {
    session: &'a Session,
    /// Data of the year on which the shades are based.
    view: &'a MeasureView<'a>,
    shades: Shades,
    context: PeriodContext,
    labels: &'a Labels,
}

impl Cells<'_> {
    fn cell(&self, day: NaiveDate, entries: bool) -> DayCell {
        let (session, view) = (self.session, self.view);
        let (today, locale) = (session.today(), session.locale());
        let at = view.series.period.index(day);
        let value = at.and_then(|i| view.series.values.get(i).copied().flatten());
        let text = CalendarDay {
            day,
            value: value.map(|v| locale.amount(v, &view.unit, self.labels)),
            entries,
            context: &self.context,
        }
        .text(session, DateStyle::Full);
        let pause = self.context.pause(day).unwrap_or_default();
        let state = self.context.state(day);
        let short = value.map(|v| locale.axis_label(v, &view.unit));
        DayCell {
            day: day.to_string(),
            number: day.day(),
            shade: value.map(|v| self.shades.shade(v)),
            entries,
            today: day == today,
            future: day > today,
            paused: pause.to_owned(),
            state: state.unwrap_or_default().to_owned(),
            value: short.unwrap_or_default(),
            text,
        }
    }
}

fn month_title(session: &Session, from: NaiveDate) -> String {
    let month = session.locale().text(&format!("month-{}", from.month()));
    session.locale().format(
        msg::DATE_MONTH,
        &[
            ("month", month.into()),
            ("year", from.year().to_string().into()),
        ],
    )
}

fn weeks(cells: &Cells<'_>) -> Result<Vec<Vec<Option<DayCell>>>> {
    let period = cells.context.period;
    let entries = cells.context.days_with_entries(cells.session)?;
    let lead = period.from.weekday().num_days_from_monday() as usize;
    let mut all: Vec<Option<DayCell>> = (0..lead).map(|_| None).collect();
    all.extend((0..period.days()).map(|i| {
        let day = period.day(i);
        Some(cells.cell(day, entries.binary_search(&day).is_ok()))
    }));
    all.resize_with(all.len().div_ceil(7) * 7, || None);
    Ok(all.chunks(7).map(<[_]>::to_vec).collect())
}
