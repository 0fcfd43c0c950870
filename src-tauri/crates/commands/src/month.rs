//! Month calendar, shaded by a measure.
//!
//! Lays out the grid and computes the five shades. A day without a value has no shade.

use crate::around::Around;
use crate::bridge::{Mishap, Outcome};
use crate::chart::{Told, tell};
use crate::colours::{choices, found};
use crate::speech::Tongue;
use crate::{Session, word};
use care::definition::PerDay;
use care::period::Period;
use care::speech::{Grain, Speech};
use care::words::Words;
use care::{Chart, Summary, Unit};
use chrono::{Datelike, Duration, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A month, day by day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MonthPage {
    /// The month, YYYY-MM.
    pub month: String,
    /// Month and year, as text.
    pub title: String,
    /// The month before, YYYY-MM.
    pub before: String,
    /// The month after; empty if it is in the future.
    pub after: String,
    /// Names of the weekdays, Monday first: short and full.
    pub weekdays: Vec<[String; 2]>,
    /// Weeks of seven cells; `None` outside the month.
    pub weeks: Vec<Vec<Option<DayCell>>>,
    /// Summary of the month, in one sentence.
    pub said: String,
    /// Boundaries of the shades, lowest first; empty without values.
    pub legend: Vec<String>,
    /// Notes: the rule for days with several entries, and what a diamond marks.
    pub notes: Vec<String>,
    /// The measures a month can show.
    pub choices: Vec<MonthChoice>,
    /// Tracker of the shown measure.
    pub tracker: String,
    /// Key of the shown field or measure.
    pub of: String,
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
    pub said: String,
}

/// A measure a month can show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MonthChoice {
    /// The tracker's key.
    pub tracker: String,
    /// The field's or measure's key.
    pub of: String,
    /// Its name.
    pub label: String,
}

/// Returns the month `YYYY-MM`, shaded by a measure.
///
/// An empty month means the current one. An unknown or empty measure means the first available.
pub fn month(session: &Session, month: &str, tracker: &str, of: &str) -> Outcome<MonthPage> {
    let (today, tongue) = (session.today(), session.tongue());
    let span = MonthSpan::read(month, today)?;
    let (definition, chart) = found(session, tracker, of)?;
    let come = Around::of(session, span.period.until(today))?;
    let told = tell(session, definition, &chart, &come)?;
    // The shades are based on a whole year, so that months can be compared.
    let year = Around::of(session, Period::ending(span.period.to, 366))?;
    let whole = tell(session, definition, &chart, &year)?;
    let cells = Cells {
        session,
        told: &whole,
        shades: Shades::of(&chart, &whole.series.values),
        around: Around::of(session, span.period)?,
        words: &tongue.words_of(definition),
    };
    let (title, name) = (
        title(session, span.period.from),
        crate::chart::name(session, &told),
    );
    let weekday = |n: u32| {
        let (short, whole) = (format!("weekday-short-{n}"), format!("weekday-{n}"));
        [tongue.say(&short), tongue.say(&whole)]
    };
    Ok(MonthPage {
        said: month_said(session, &name, &title, &told.summary),
        title,
        before: span.before.format("%Y-%m").to_string(),
        after: span
            .after
            .map(|m| m.format("%Y-%m").to_string())
            .unwrap_or_default(),
        weekdays: (1..=7).map(weekday).collect(),
        weeks: weeks(&cells)?,
        choices: choices(session)?,
        legend: cells.shades.legend(tongue, &told.unit),
        notes: notes(session, &told),
        tracker: definition.key.clone(),
        of: chart.of.clone(),
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
    fn read(text: &str, today: NaiveDate) -> Outcome<Self> {
        let no_month = || Mishap::NoSpan(text.to_owned());
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
    told: &'a Told<'a>,
    shades: Shades,
    around: Around,
    words: &'a Words,
}

impl Cells<'_> {
    fn cell(&self, day: NaiveDate, entries: bool) -> DayCell {
        let (session, told) = (self.session, self.told);
        let (today, tongue) = (session.today(), session.tongue());
        let at = told.series.period.index(day);
        let value = at.and_then(|i| told.series.values.get(i).copied().flatten());
        let said = value.map(|v| tongue.amount(v, &told.unit, self.words));
        let pause = self.around.pause(day).unwrap_or_default();
        let state = self.around.state(day);
        let short = value.map(|v| tongue.tick(v, &told.unit));
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
            said: cell_said(session, day, state, said, entries, pause),
        }
    }
}

/// Returns how several entries of a day form its value, and what a diamond marks.
pub(crate) fn notes(session: &Session, told: &Told<'_>) -> Vec<String> {
    let tongue = session.tongue();
    let rule = told.several.then(|| {
        let rule = tongue.say(match told.chart.day {
            PerDay::Sum => word::RULE_SUM,
            PerDay::Mean => word::RULE_MEAN,
            PerDay::Lowest => word::RULE_LOWEST,
            PerDay::Highest => word::RULE_HIGHEST,
            PerDay::Last => word::RULE_LAST,
        });
        tongue.say_with(word::MONTH_RULE, &[("rule", rule.into())])
    });
    let mark = told.around.marked(session);
    let mark = (!mark.is_empty()).then_some(mark);
    rule.into_iter().chain(mark).collect()
}

fn title(session: &Session, from: NaiveDate) -> String {
    let month = session.tongue().say(&format!("month-{}", from.month()));
    session.tongue().say_with(
        word::DATE_MONTH,
        &[
            ("month", month.into()),
            ("year", from.year().to_string().into()),
        ],
    )
}

fn cell_said(
    session: &Session,
    day: NaiveDate,
    state: Option<&str>,
    said: Option<String>,
    entries: bool,
    pause: &str,
) -> String {
    let tongue = session.tongue();
    let date = tongue.date(day, Grain::Whole);
    let pause = (!pause.is_empty() && said.is_none() && !entries).then(|| pause.to_owned());
    let said: Vec<String> = said.into_iter().chain(state.map(str::to_owned)).collect();
    let said = (!said.is_empty()).then(|| said.join(", "));
    match said.or(pause) {
        Some(said) => tongue.say_with(
            word::MONTH_CELL,
            &[("day", date.into()), ("said", said.into())],
        ),
        None if entries => tongue.say_with(word::MONTH_CELL_OTHER, &[("day", date.into())]),
        None => tongue.say_with(word::MONTH_CELL_NONE, &[("day", date.into())]),
    }
}

fn month_said(session: &Session, title: &str, month: &str, summary: &Summary) -> String {
    let with = [
        ("title", title.into()),
        ("month", month.into()),
        ("n", summary.n.to_string().into()),
        ("of", summary.of.to_string().into()),
    ];
    session.tongue().say_with(word::MONTH_SAID, &with)
}

fn weeks(cells: &Cells<'_>) -> Outcome<Vec<Vec<Option<DayCell>>>> {
    let period = cells.around.period;
    let entries = cells.around.recorded(cells.session)?;
    let lead = period.from.weekday().num_days_from_monday() as usize;
    let mut all: Vec<Option<DayCell>> = (0..lead).map(|_| None).collect();
    all.extend((0..period.days()).map(|i| {
        let day = period.day(i);
        Some(cells.cell(day, entries.binary_search(&day).is_ok()))
    }));
    all.resize_with(all.len().div_ceil(7) * 7, || None);
    Ok(all.chunks(7).map(<[_]>::to_vec).collect())
}

/// Five shades of one colour from lowest to highest, distinguished by lightness alone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shades {
    low: f64,
    high: f64,
}

impl Shades {
    /// Uses the limits of the chart's scale, or else the range of the values.
    pub(crate) fn of(chart: &Chart, values: &[Option<f64>]) -> Self {
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
    pub(crate) fn legend(self, tongue: &Tongue, unit: &Unit) -> Vec<String> {
        if !(self.low.is_finite() && self.high.is_finite()) {
            return Vec::new();
        }
        let edge = |nth: f64| self.low + (self.high - self.low) * nth / 5.0;
        (0..5)
            .map(|nth| tongue.tick(edge(f64::from(nth)), unit))
            .chain([tongue.tick(self.high, unit)])
            .collect()
    }
}
