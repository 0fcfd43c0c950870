//! Emergency numbers and helplines by country, from `assets/crisis/lines.toml`.

use crate::error::{Error, Result};
use crate::msg;
use crate::session::Session;
use chrono::NaiveDate;
use domain::localizer::{DateStyle, Localizer};
use serde::{Deserialize, Serialize};

const LINES: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../assets/crisis/lines.toml"
));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    country: Vec<Country>,
}

/// A country with its numbers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Country {
    pub(super) code: String,
    pub(super) emergency: String,
    line: Vec<Helpline>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Helpline {
    name: String,
    #[serde(default)]
    call: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    or_text: bool,
    #[serde(default)]
    word: String,
    #[serde(default)]
    press: String,
    #[serde(default)]
    always: bool,
    #[serde(default)]
    free: bool,
    confirmed: bool,
    checked_on: String,
}

/// A helpline as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HelplineView {
    /// Its name.
    pub name: String,
    /// The number.
    pub number: String,
    /// Whether one writes to it instead of calling.
    pub text: bool,
    /// When and how, and when it was checked: "day and night · free · checked Nov 2026".
    pub about: String,
}

/// Returns the numbers of a country, if it is known.
///
/// # Errors
/// `Internal` if the data file is damaged.
pub(super) fn country(code: &str) -> Result<Option<Country>> {
    Ok(countries()?
        .into_iter()
        .find(|country| country.code == code))
}

fn countries() -> Result<Vec<Country>> {
    let file: File = toml::from_str(LINES).map_err(|e| Error::Internal(format!("lines: {e}")))?;
    Ok(file.country)
}

pub(super) fn views(session: &Session, country: Country) -> Vec<HelplineView> {
    let lines = country.line.into_iter();
    lines.map(|line| view(session, line)).collect()
}

fn view(session: &Session, line: Helpline) -> HelplineView {
    let locale = session.locale();
    let text = line.call.is_empty();
    let about = [
        (!line.press.is_empty()).then(|| {
            locale.format(
                msg::HELPLINE_PRESS,
                &[("option", line.press.as_str().into())],
            )
        }),
        (text && line.word.is_empty()).then(|| locale.text(msg::HELPLINE_TEXT)),
        (!line.word.is_empty())
            .then(|| locale.format(msg::HELPLINE_WORD, &[("word", line.word.as_str().into())])),
        line.or_text.then(|| locale.text(msg::HELPLINE_OR_TEXT)),
        line.always.then(|| locale.text(msg::HELPLINE_ALWAYS)),
        line.free.then(|| locale.text(msg::HELPLINE_FREE)),
        Some(checked(session, &line)),
    ];
    HelplineView {
        name: line.name,
        number: if text { line.text } else { line.call },
        text,
        about: about.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

/// Returns when the number was checked, or that it should be.
fn checked(session: &Session, line: &Helpline) -> String {
    let locale = session.locale();
    match line.checked_on.parse::<NaiveDate>() {
        Ok(day) if line.confirmed => {
            let with = [
                ("month", locale.date(day, DateStyle::Month).into()),
                ("year", locale.date(day, DateStyle::Year).into()),
            ];
            locale.format(msg::HELPLINE_CHECKED, &with)
        }
        Ok(_) | Err(_) => locale.text(msg::HELPLINE_PLEASE_CHECK),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::support::is_phone_number;
    use std::collections::BTreeSet;

    #[test]
    fn every_line_has_one_number_and_a_date() -> Result<()> {
        let all = countries()?;
        let codes: BTreeSet<&str> = all.iter().map(|c| c.code.as_str()).collect();
        assert_eq!(codes.len(), all.len(), "no country twice");
        for country in &all {
            assert!(is_phone_number(&country.emergency), "{}", country.code);
            assert!(!country.line.is_empty(), "{}", country.code);
            for line in &country.line {
                let number = [&line.call, &line.text];
                let numbers: Vec<_> = number.iter().filter(|n| !n.is_empty()).collect();
                assert_eq!(numbers.len(), 1, "{}: {}", country.code, line.name);
                assert!(is_phone_number(numbers[0]), "{}", line.name);
                assert!(
                    line.checked_on.parse::<NaiveDate>().is_ok(),
                    "{}",
                    line.name
                );
            }
        }
        Ok(())
    }

    #[test]
    fn no_line_was_checked_over_a_year_ago() -> Result<()> {
        let today = chrono::Utc::now().date_naive();
        for line in countries()?.iter().flat_map(|country| &country.line) {
            let checked: NaiveDate = line.checked_on.parse().unwrap_or_default();
            let days = (today - checked).num_days();
            assert!(days <= 366, "{} was checked {days} days ago", line.name);
        }
        Ok(())
    }
}
