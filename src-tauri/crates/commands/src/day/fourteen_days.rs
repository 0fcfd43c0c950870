//! The last fourteen days of the first question, beside its scale.

use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::measure::load_measure;
use crate::session::Session;
use crate::{msg, trackers};
use chrono::{Datelike as _, NaiveDate};
use domain::Definition;
use domain::definition::Chart;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use serde::{Deserialize, Serialize};

/// The last fourteen days of a measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FourteenDays {
    /// The days behind it and where most of them lie, in one line.
    pub caption: String,
    /// Lower end of the scale.
    pub low: f64,
    /// Upper end of the scale.
    pub high: f64,
    /// The middle half of the days, if there are enough.
    pub band: Option<[f64; 2]>,
    /// The days, oldest first.
    pub days: Vec<StripDay>,
}

/// One day of the strip.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StripDay {
    /// First letter of its weekday.
    pub letter: String,
    /// The day and its value, in words.
    pub text: String,
    /// Its value; none if it is unknown.
    pub value: Option<f64>,
    /// Whether it has no value though the journal had begun.
    pub missing: bool,
}

/// Number of days of the strip.
const DAYS: i64 = 14;

/// Fewest days since the journal began for which the strip says something.
const FEWEST: usize = 3;

/// Returns the fourteen days up to `day` of the first question's scale. `None` in the first days of
/// a journal, and if the first question has no scale with fixed ends.
pub(crate) fn fourteen_days(session: &Session, day: NaiveDate) -> Result<Option<FourteenDays>> {
    let Some((definition, chart)) = first_chart(session)? else {
        return Ok(None);
    };
    let (Some(low), Some(high)) = (chart.min, chart.max) else {
        return Ok(None);
    };
    let whole = Period::ending(day, DAYS);
    let Some(began) = session.journal().date_range()?.map(|range| range.from) else {
        return Ok(None);
    };
    let since = Period {
        from: whole.from.max(began.min(day)),
        to: day,
    };
    if since.days() < FEWEST {
        return Ok(None);
    }
    let context = PeriodContext::new(session, since)?;
    let view = load_measure(session, definition, chart, &context)?;
    let value = |day: NaiveDate| *view.series.values.get(since.index(day)?)?;
    let days = (0..whole.days()).map(|nth| {
        let of = whole.day(nth);
        let value = value(of);
        StripDay {
            letter: letter(session, of),
            text: text(session, of, value),
            value,
            missing: value.is_none() && of >= since.from && of < day,
        }
    });
    Ok(Some(FourteenDays {
        days: days.collect(),
        caption: caption(session, since, &view.summary),
        band: view.summary.low.zip(view.summary.high).map(|(l, h)| [l, h]),
        low,
        high,
    }))
}

fn first_chart(session: &Session) -> Result<Option<(&Definition, &Chart)>> {
    let first = trackers::first(session)?;
    Ok(first.and_then(|definition| {
        let field = definition.fields.first()?;
        Some((definition, definition.chart(&field.key)?))
    }))
}

fn letter(session: &Session, day: NaiveDate) -> String {
    let number = day.weekday().number_from_monday();
    let name = session.locale().text(&format!("weekday-{number}"));
    name.chars().take(1).flat_map(char::to_uppercase).collect()
}

fn text(session: &Session, day: NaiveDate, value: Option<f64>) -> String {
    let locale = session.locale();
    let value = value.map_or_else(|| locale.text(msg::NOT_RECORDED), |v| locale.number(v));
    let with = [
        ("day", locale.date(day, DateStyle::Day).into()),
        ("value", value.into()),
    ];
    locale.format(msg::STRIP_DAY, &with)
}

fn caption(session: &Session, since: Period, summary: &domain::Summary) -> String {
    let locale = session.locale();
    let number = |n: f64| locale.number(n).into();
    let mut with = vec![
        ("days", since.days().to_string().into()),
        ("n", summary.n.to_string().into()),
        ("of", summary.of.to_string().into()),
    ];
    match (summary.low, summary.high) {
        (Some(low), Some(high)) if low.to_bits() != high.to_bits() => {
            with.extend([("low", number(low)), ("high", number(high))]);
            locale.format(msg::STRIP_MOSTLY, &with)
        }
        (Some(low), Some(_)) => {
            with.push(("low", number(low)));
            locale.format(msg::STRIP_SAME, &with)
        }
        _ => locale.format(msg::STRIP_FEW, &with),
    }
}
