//! Dates as people type them.

use crate::error::{Error, InputErrorKind, Result};
use crate::session::Session;
use chrono::{Datelike as _, Duration, NaiveDate, Weekday};
use domain::localizer::{DateStyle, Localizer};
use serde::{Deserialize, Serialize};

/// A date that was typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TypedDate {
    /// The date, YYYY-MM-DD.
    pub day: String,
    /// The date in words.
    pub text: String,
}

/// Countries that write the month before the day.
const MONTH_FIRST: &[&str] = &["US", "PH"];

/// Reads a date as people type it: 24.12., 24/12/2026, 2026-12-24, 24 Dec, tomorrow, last friday. The
/// order of numbers follows the country; without a year it is the nearest date.
///
/// # Errors
/// Returns `NotADay` for anything else, and for dates before 1900 or after 9999.
pub fn read_date(session: &Session, text: String) -> Result<TypedDate> {
    let words = Words::of(session);
    let month_first = MONTH_FIRST.contains(&session.country());
    let day = parse(&text, session.today(), &words, month_first);
    let day = day.filter(|day| (1900..=9999).contains(&day.year()));
    let day = day.ok_or_else(|| Error::Input {
        field: "day",
        kind: InputErrorKind::NotADay,
    })?;
    Ok(TypedDate {
        day: day.to_string(),
        text: session.locale().date(day, DateStyle::Full),
    })
}

/// The words of a language that stand in dates, in lower case.
struct Words {
    months: Vec<String>,
    weekdays: Vec<String>,
    today: String,
    yesterday: String,
    tomorrow: String,
}

impl Words {
    fn of(session: &Session) -> Self {
        let word = |id: &str| session.locale().text(id).to_lowercase();
        Self {
            months: (1..=12).map(|n| word(&format!("month-{n}"))).collect(),
            weekdays: (1..=7).map(|n| word(&format!("weekday-{n}"))).collect(),
            today: word(crate::msg::TODAY),
            yesterday: word(crate::msg::YESTERDAY),
            tomorrow: word(crate::msg::TOMORROW),
        }
    }
}

fn parse(text: &str, today: NaiveDate, words: &Words, month_first: bool) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    if let Ok(day) = NaiveDate::parse_from_str(&text, "%Y-%m-%d") {
        return Some(day);
    }
    match text.as_str() {
        _ if text == words.today => return Some(today),
        _ if text == words.yesterday => return Some(today - Duration::days(1)),
        _ if text == words.tomorrow => return Some(today + Duration::days(1)),
        _ => {}
    }
    let separators = |c: char| c.is_whitespace() || ['.', '/', '-', ',', '\u{a0}'].contains(&c);
    let parts: Vec<&str> = text
        .split(separators)
        .filter(|part| !part.is_empty())
        .collect();
    // "de" stands in Spanish dates, "the" and "of" in spoken English ones.
    let parts: Vec<&str> = parts
        .into_iter()
        .filter(|p| !["de", "del", "the", "of"].contains(p))
        .collect();
    weekday(&parts, today, words).or_else(|| numbers(&parts, today, words, month_first))
}

/// Reads "friday", "last friday" or "next friday"; alone it is the last one that has been.
fn weekday(parts: &[&str], today: NaiveDate, words: &Words) -> Option<NaiveDate> {
    let named = parts
        .iter()
        .find_map(|part| starts_one(part, &words.weekdays))?;
    if parts
        .iter()
        .any(|part| part.starts_with(|c: char| c.is_ascii_digit()))
    {
        return None;
    }
    let next = parts
        .iter()
        .any(|part| ["next", "próximo", "proximo"].contains(part));
    let days = i64::from(
        today
            .weekday()
            .days_since(Weekday::try_from(named as u8).ok()?),
    );
    Some(if next {
        today - Duration::days(days) + Duration::days(7)
    } else {
        today - Duration::days(if days == 0 { 7 } else { days })
    })
}

/// Returns the index of the only word that begins with the given letters, at least three.
fn starts_one(part: &str, words: &[String]) -> Option<usize> {
    if part.chars().count() < 3 {
        return None;
    }
    let mut found = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.starts_with(part));
    let (index, _) = found.next()?;
    found.next().is_none().then_some(index)
}

/// Reads day, month and perhaps year, as numbers or with the month's name.
fn numbers(
    parts: &[&str],
    today: NaiveDate,
    words: &Words,
    month_first: bool,
) -> Option<NaiveDate> {
    let month = parts
        .iter()
        .find_map(|part| starts_one(part, &words.months));
    let ordinal = |part: &&str| {
        part.trim_end_matches(|c: char| c.is_alphabetic())
            .parse::<u32>()
            .ok()
    };
    let digits: Vec<u32> = parts.iter().filter_map(ordinal).collect();
    let expected = parts.len() - usize::from(month.is_some());
    // In Spanish "mar" begins a weekday and a month; beside a number it is the month.
    let is_weekday = |part: &&&str| {
        starts_one(part, &words.weekdays).is_some() && starts_one(part, &words.months).is_none()
    };
    let named_weekday = parts.iter().filter(is_weekday).count();
    if digits.len() + named_weekday != expected {
        return None;
    }
    let (day, month, year) = match (month, digits.as_slice()) {
        (Some(month), [day]) => (*day, month as u32 + 1, None),
        (Some(month), [day, year]) => (*day, month as u32 + 1, Some(*year)),
        (None, [first, second]) if month_first => (*second, *first, None),
        (None, [first, second, year]) if month_first => (*second, *first, Some(*year)),
        (None, [day, month]) => (*day, *month, None),
        (None, [day, month, year]) => (*day, *month, Some(*year)),
        (None | Some(_), _) => return None,
    };
    match year {
        Some(year) if year < 100 => NaiveDate::from_ymd_opt(2000 + year as i32, month, day),
        Some(year) => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        None => {
            let near = |year| NaiveDate::from_ymd_opt(year, month, day);
            let years = [today.year(), today.year() - 1, today.year() + 1];
            years
                .into_iter()
                .filter_map(near)
                .min_by_key(|date| (*date - today).num_days().abs())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let split = |text: &str| text.split(' ').map(str::to_owned).collect();
        Words {
            months: split(
                "january february march april may june july august september october november december",
            ),
            weekdays: split("monday tuesday wednesday thursday friday saturday sunday"),
            today: "today".into(),
            yesterday: "yesterday".into(),
            tomorrow: "tomorrow".into(),
        }
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        let read = |text: &str, month_first| {
            parse(text, today, &words(), month_first).map(|day| day.to_string())
        };
        for (text, day) in [
            ("2026-12-24", "2026-12-24"),
            ("24.12.", "2026-12-24"),
            ("24/12/26", "2026-12-24"),
            ("3 Jan", "2027-01-03"),
            ("Nov 3rd, 2025", "2025-11-03"),
            ("Friday 20 November", "2026-11-20"),
            ("today", "2026-11-23"),
            ("Yesterday", "2026-11-22"),
            ("last friday", "2026-11-20"),
            ("monday", "2026-11-16"),
            ("next monday", "2026-11-30"),
        ] {
            assert_eq!(read(text, false).as_deref(), Some(day), "{text}");
        }
        assert_eq!(read("12/24", true).as_deref(), Some("2026-12-24"));
        for text in [
            "",
            "soon",
            "32.1.2026",
            "2026",
            "1",
            "31 feb",
            "j 3",
            "1.2.3.4",
        ] {
            assert_eq!(read(text, false), None, "{text}");
        }
    }
}
