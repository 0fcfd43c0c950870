//! Dates of which only the year, or the year and month, may be known.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

/// A date as far as it is known: 2019, 2019-03 or 2019-03-14.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct PartialDate {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

impl PartialDate {
    /// Creates a whole date.
    pub fn whole(date: NaiveDate) -> Self {
        Self {
            year: date.year(),
            month: Some(date.month()),
            day: Some(date.day()),
        }
    }

    /// Parses YYYY, YYYY-MM or YYYY-MM-DD from 1900 on. `None` if it is no such date.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-').map(str::parse::<u32>);
        let year = parts.next()?.ok().filter(|y| (1900..=9999).contains(y))?;
        let month = parts.next().transpose().ok()?;
        let day = parts.next().transpose().ok()?;
        if parts.next().is_some() {
            return None;
        }
        let date = Self {
            year: i32::try_from(year).ok()?,
            month,
            day,
        };
        NaiveDate::from_ymd_opt(date.year, month.unwrap_or(1), day.unwrap_or(1))?;
        Some(date)
    }

    /// Returns the first day that it can mean.
    pub fn earliest(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .unwrap_or_default()
    }

    /// Returns the last day that it can mean.
    pub fn latest(&self) -> NaiveDate {
        if self.day.is_some() {
            return self.earliest();
        }
        let (year, month) = match self.month {
            Some(month) if month < 12 => (self.year, month + 1),
            Some(_) | None => (self.year + 1, 1),
        };
        NaiveDate::from_ymd_opt(year, month, 1)
            .and_then(|next| next.pred_opt())
            .unwrap_or_default()
    }

    /// Returns the whole date, if it is known.
    pub fn known_day(&self) -> Option<NaiveDate> {
        self.day.map(|_| self.earliest())
    }

    /// Returns whether the month is known.
    pub fn has_month(&self) -> bool {
        self.month.is_some()
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for PartialDate {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("{text} is no date"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn year_and_month_are_dates_as_far_as_known() {
        for (text, from, to) in [
            ("2019", "2019-01-01", "2019-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2019-12", "2019-12-01", "2019-12-31"),
            ("2019-03-14", "2019-03-14", "2019-03-14"),
        ] {
            let date = PartialDate::parse(text).map(|d| (d.earliest(), d.latest(), d.to_string()));
            let wanted = (
                from.parse().unwrap_or_default(),
                to.parse().unwrap_or_default(),
            );
            assert_eq!(date, Some((wanted.0, wanted.1, text.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "1",
            "0001",
            "2019-13",
            "2019-02-30",
            "2019-1-1-1",
            "19x9",
            "2019-",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }
}
