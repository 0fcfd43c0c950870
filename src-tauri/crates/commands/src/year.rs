//! Year view: twelve rows of days, shaded by a measure.
//!
//! The shades and their legend are those of the month view.

use crate::around::Around;
use crate::bridge::{Mishap, Outcome};
use crate::chart::{Told, tell};
use crate::colours::{choices, found};
use crate::month::{MonthChoice, Shades, notes};
use crate::{Session, word};
use care::period::Period;
use care::speech::{Grain, Speech};
use care::words::Words;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A year, day by day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearPage {
    /// The year.
    pub year: i32,
    /// The year before.
    pub before: i32,
    /// The year after; none if it is in the future.
    pub after: Option<i32>,
    /// The months with their days.
    pub months: Vec<YearMonth>,
    /// Summary of the year, in one sentence.
    pub said: String,
    /// The ranges of the shades, lowest first.
    pub legend: Vec<String>,
    /// Further notes: how entries of one day combine, and what a diamond marks.
    pub notes: Vec<String>,
    /// The measures a year can show.
    pub choices: Vec<MonthChoice>,
    /// The tracker it shows.
    pub tracker: String,
    /// Its field or measure.
    pub of: String,
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
    pub said: String,
}

/// Returns a year (the current one if none), shaded by a measure (the first one if not found).
pub fn year(session: &Session, year: Option<i32>, tracker: &str, of: &str) -> Outcome<YearPage> {
    let today = session.today();
    let year = year.unwrap_or_else(|| today.year());
    let period = days_of(year)?;
    let (definition, chart) = found(session, tracker, of)?;
    let around = Around::of(session, period)?;
    let come = Around::of(session, period.until(today))?;
    let told = tell(session, definition, &chart, &come)?;
    let shades = Shades::of(&chart, &told.series.values);
    let words = session.tongue().words_of(definition);
    let grid = Grid {
        session,
        told: &told,
        shades,
        around: &around,
        entries: around.recorded(session)?,
        words: &words,
    };
    let tongue = session.tongue();
    let months = (1..=12).map(|month| month_of(session, year, month, &|day| grid.day(day)));
    let name = crate::chart::name(session, &told);
    let with = [
        ("title", name.into()),
        ("month", year.to_string().into()),
        ("n", told.summary.n.to_string().into()),
        ("of", told.summary.of.to_string().into()),
    ];
    Ok(YearPage {
        year,
        before: year - 1,
        after: (year < today.year()).then_some(year + 1),
        months: months.collect(),
        said: tongue.say_with(word::MONTH_SAID, &with),
        legend: shades.legend(tongue, &told.unit),
        notes: notes(session, &told),
        choices: choices(session)?,
        tracker: definition.key.clone(),
        of: chart.of.clone(),
    })
}

fn days_of(year: i32) -> Outcome<Period> {
    let day = |month, day| {
        NaiveDate::from_ymd_opt(year, month, day)
            .filter(|_| (1900..=9999).contains(&year))
            .ok_or_else(|| Mishap::NoSpan(year.to_string()))
    };
    Ok(Period {
        from: day(1, 1)?,
        to: day(12, 31)?,
    })
}

struct Grid<'a> {
    session: &'a Session,
    told: &'a Told<'a>,
    shades: Shades,
    around: &'a Around,
    entries: &'a [NaiveDate],
    words: &'a Words,
}

impl Grid<'_> {
    fn day(&self, day: NaiveDate) -> YearDay {
        let (told, today) = (self.told, self.session.today());
        let at = told.series.period.index(day);
        let value = at.and_then(|i| told.series.values.get(i).copied().flatten());
        YearDay {
            day: day.to_string(),
            shade: value.map(|v| self.shades.shade(v)),
            entries: self.entries.binary_search(&day).is_ok(),
            today: day == today,
            future: day > today,
            paused: self.around.pause(day).is_some(),
            state: self.around.state(day).is_some(),
            said: self.said(day, value),
        }
    }

    /// Describes a day and its value: "9 Nov 2026: 4, In bed today".
    fn said(&self, day: NaiveDate, value: Option<f64>) -> String {
        let tongue = self.session.tongue();
        let amount = value.map(|v| tongue.amount(v, &self.told.unit, self.words));
        let state = self.around.state(day).map(str::to_owned);
        let mut said: Vec<String> = amount.into_iter().chain(state).collect();
        if said.is_empty() {
            said.extend(self.around.pause(day).map(str::to_owned));
        }
        let date = tongue.date(day, Grain::Short);
        let day_said = |key| tongue.say_with(key, &[("day", date.clone().into())]);
        if !said.is_empty() {
            format!("{date}: {}", said.join(", "))
        } else if self.entries.binary_search(&day).is_ok() {
            day_said(word::MONTH_CELL_OTHER)
        } else if day > self.session.today() {
            date
        } else {
            day_said(word::MONTH_CELL_NONE)
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
        name: session.tongue().say(&format!("short-{month}")),
        days: days.map(cell).collect(),
    }
}
