//! Units of numbers.

use serde::{Deserialize, Serialize};

/// Unit of a number. Durations are stored in minutes and alcohol in grams of ethanol; standard
/// drinks are only a display format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub enum Unit {
    /// A duration in minutes.
    Minutes,
    /// A percentage.
    Percent,
    /// A time of day in minutes after noon, so that 23:30 and 00:30 average to midnight.
    Clock,
    /// An instant in minutes since 1970 UTC. Used only between measures, never shown.
    Instant,
    /// Grams of ethanol, displayed as standard drinks of the country.
    StandardDrink,
    /// A plain number on a scale.
    Points,
    /// Any other unit, labelled by the definition (`unit.<name>`).
    Other(String),
}

impl From<String> for Unit {
    fn from(text: String) -> Self {
        match text.as_str() {
            "min" => Self::Minutes,
            "%" => Self::Percent,
            "clock" => Self::Clock,
            "moment" => Self::Instant,
            "standard-drink" => Self::StandardDrink,
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
            Unit::Instant => "moment".into(),
            Unit::StandardDrink => "standard-drink".into(),
            Unit::Points => String::new(),
            Unit::Other(name) => name,
        }
    }
}

/// Returns the grams of ethanol in one standard drink of a country (ISO 3166 alpha-2); 10 g if
/// unknown.
///
/// Source: national definitions as collected in the project's clinical notes. US, UK, AU, NZ and CA
/// are certain; the others must be verified by a person before release.
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

/// Returns the grams of ethanol in a drink: millilitres × percent by volume × 0.789 g/ml.
pub fn alcohol_grams(millilitres: f64, percent: f64) -> f64 {
    millilitres * percent / 100.0 * 0.789
}

/// Returns the millilitres of a drink of that strength (percent by volume) that contain `grams` of
/// ethanol.
pub fn millilitres(grams: f64, percent: f64) -> f64 {
    grams / alcohol_grams(1.0, percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_beer_converts_to_each_countrys_drinks() {
        let beer = alcohol_grams(355.0, 5.0);
        let drinks = |country| (beer / grams_per_drink(country) * 100.0).round() / 100.0;
        assert_eq!(
            ["US", "GB", "AU", "CA"].map(drinks).to_vec(),
            vec![1.0, 1.75, 1.4, 1.04],
            "the worked example of a 355 ml beer of 5 %"
        );
    }
}
