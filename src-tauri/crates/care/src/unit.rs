//! Units of amounts: what a number counts.
//!
//! Owns the few units that need a rule of their own. Must not know how a unit is worded.

use serde::{Deserialize, Serialize};

/// What a number counts. Lengths are minutes, alcohol is grams of ethanol: the country's standard
/// drink is a way of showing, never of storing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub enum Unit {
    /// A length of time in minutes.
    Minutes,
    /// A share of a hundred.
    Percent,
    /// A time of day, counted in minutes after noon so that 23:30 and 00:30 average to midnight.
    Clock,
    /// An instant: minutes since 1970 UTC. Only between measures, never shown.
    Moment,
    /// Grams of ethanol, shown as the country's standard drinks.
    Drinks,
    /// A plain number on a scale.
    Points,
    /// Anything else, worded by the definition (`unit.<name>`).
    Other(String),
}

impl From<String> for Unit {
    fn from(text: String) -> Self {
        match text.as_str() {
            "min" => Self::Minutes,
            "%" => Self::Percent,
            "clock" => Self::Clock,
            "moment" => Self::Moment,
            "standard-drink" => Self::Drinks,
            "" => Self::Points,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Minutes => "min".into(),
            Unit::Percent => "%".into(),
            Unit::Clock => "clock".into(),
            Unit::Moment => "moment".into(),
            Unit::Drinks => "standard-drink".into(),
            Unit::Points => String::new(),
            Unit::Other(name) => name,
        }
    }
}

/// Grams of ethanol in one standard drink of a country (ISO 3166 alpha-2), 10 g where none is known.
///
/// Source: national definitions as collected in the project's clinical notes; US, UK, AU, NZ and CA are
/// sure, the others are to be verified by a person before release.
pub fn grams_per_drink(country: &str) -> f64 {
    match country {
        "US" => 14.0,
        "GB" => 8.0,
        "CA" => 13.45,
        "IT" | "DK" | "SE" | "FI" => 12.0,
        "AT" | "JP" => 20.0,
        "HU" => 17.0,
        _ => 10.0,
    }
}

/// Grams of ethanol in a drink: millilitres × percent by volume × 0.789 g/ml.
pub fn grams_of_alcohol(millilitres: f64, percent: f64) -> f64 {
    millilitres * percent / 100.0 * 0.789
}

/// Millilitres of a drink of that strength (percent by volume) that hold so many grams of ethanol.
pub fn millilitres(grams: f64, percent: f64) -> f64 {
    grams / grams_of_alcohol(1.0, percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_glass_is_a_different_number_of_drinks_in_each_country() {
        let beer = grams_of_alcohol(355.0, 5.0);
        let drinks = |country| (beer / grams_per_drink(country) * 100.0).round() / 100.0;
        assert_eq!(
            ["US", "GB", "AU", "CA"].map(drinks).to_vec(),
            vec![1.0, 1.75, 1.4, 1.04],
            "the worked example of a 355 ml beer of 5 %"
        );
    }
}
