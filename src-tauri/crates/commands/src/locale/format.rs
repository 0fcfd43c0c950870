//! Numbers, amounts, dates and times in a language.

use super::Locale;
use crate::msg;
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use domain::Unit;
use domain::definition::Labels;
use domain::localizer::{DateStyle, Localizer};
use fluent_bundle::FluentValue;

impl Locale {
    /// Formats a time of day: 23:10, or 11:10 pm.
    pub fn time(&self, time: NaiveTime) -> String {
        if !self.twelve_hour {
            return time.format("%H:%M").to_string();
        }
        let (afternoon, hour) = time.hour12();
        let key = if afternoon {
            msg::TIME_AFTERNOON
        } else {
            msg::TIME_MORNING
        };
        let args = [("time", format!("{hour}:{:02}", time.minute()).into())];
        self.format(key, &args)
    }

    fn clock(&self, minutes_after_noon: f64) -> String {
        // Half a minute rounds up, before noon too.
        let minutes = ((minutes_after_noon + 0.5).floor() as i64 + 720).rem_euclid(1440);
        self.time(NaiveTime::MIN + chrono::Duration::minutes(minutes))
    }

    fn length(&self, minutes: f64) -> String {
        let total = minutes.abs().round() as i64;
        let (hours, rest) = (total / 60, total % 60);
        let text = match (hours, rest) {
            (0, _) => self.format(msg::MINUTES, &[("minutes", rest.to_string().into())]),
            (_, 0) => self.format(msg::HOURS, &[("hours", hours.to_string().into())]),
            _ => {
                let minutes = format!("{rest:02}");
                self.format(
                    msg::HOURS_MINUTES,
                    &[
                        ("hours", hours.to_string().into()),
                        ("minutes", minutes.into()),
                    ],
                )
            }
        };
        if minutes <= -0.5 {
            format!("−{text}")
        } else {
            text
        }
    }

    /// Formats a number with all its decimals and the decimal mark of the language.
    pub fn number(&self, value: f64) -> String {
        value.to_string().replace('.', &self.decimal_mark)
    }

    /// Formats a rounded number: no trailing zeros, a true minus sign, the decimal mark of the
    /// language.
    fn plain(&self, value: f64, places: u32) -> String {
        let scale = 10f64.powi(places.cast_signed());
        let rounded = (value.abs() * scale + 1e-9).round() / scale;
        let text = self.number(rounded);
        if value < 0.0 && rounded > 0.0 {
            format!("−{text}")
        } else {
            text
        }
    }
}

impl Localizer for Locale {
    fn date(&self, day: NaiveDate, style: DateStyle) -> String {
        let month = self.text(&format!("month-{}", day.month()));
        let short = self.text(&format!("short-{}", day.month()));
        let args = |extra: Option<String>| {
            let mut args: Vec<(&str, FluentValue<'_>)> = vec![
                ("day", day.day().to_string().into()),
                ("month", month.clone().into()),
                ("short", short.clone().into()),
                ("year", day.year().to_string().into()),
            ];
            args.extend(extra.map(|weekday| ("weekday", weekday.into())));
            args
        };
        match style {
            DateStyle::Year => day.year().to_string(),
            DateStyle::Month => short.clone(),
            DateStyle::Day => self.format(msg::DATE_DAY, &args(None)),
            DateStyle::Short => self.format(msg::DATE_SHORT, &args(None)),
            DateStyle::Full => {
                let weekday = self.text(&format!("weekday-{}", day.weekday().number_from_monday()));
                self.format(msg::DATE_WHOLE, &args(Some(weekday)))
            }
        }
    }

    fn amount(&self, value: f64, unit: &Unit, labels: &Labels) -> String {
        match unit {
            Unit::Minutes => self.length(value),
            Unit::Percent => self.format(msg::PERCENT, &[("number", self.plain(value, 0).into())]),
            Unit::Clock => self.clock(value),
            Unit::Instant => String::new(),
            Unit::StandardDrink => {
                let drinks = self.plain(value / self.grams_per_drink, 1);
                let number: FluentValue<'_> = if drinks == "1" {
                    1.into()
                } else {
                    drinks.into()
                };
                self.format(msg::DRINKS, &[("number", number)])
            }
            Unit::Points => self.plain(value, 1),
            Unit::Other(name) => {
                // As precise as a custom amount can be typed.
                let number = self.plain(value, 2);
                let several = format!("unit.{name}");
                let one = labels.get(&format!("{several}.one"));
                let one = one.filter(|_| number == "1");
                format!(
                    "{number} {}",
                    one.unwrap_or_else(|| labels.get_or_key(&several))
                )
            }
        }
    }

    fn display_factor(&self, unit: &Unit) -> f64 {
        if *unit == Unit::StandardDrink {
            self.grams_per_drink
        } else {
            1.0
        }
    }

    fn axis_label(&self, value: f64, unit: &Unit) -> String {
        match unit {
            Unit::Minutes if value.abs() >= 60.0 => self.length(value),
            Unit::Clock => self.clock(value),
            Unit::StandardDrink => self.plain(value / self.grams_per_drink, 1),
            Unit::Minutes | Unit::Percent | Unit::Points | Unit::Instant | Unit::Other(_) => {
                self.plain(value, 1)
            }
        }
    }
}
