//! How the kernel asks for words it must not know.
//!
//! Owns only the question; the answer comes from whoever knows the language.

use crate::{unit::Unit, words::Words};
use chrono::NaiveDate;

/// How much of a date a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// "2026".
    Year,
    /// "Nov".
    Month,
    /// "23 Nov 2026".
    Short,
    /// "23 Nov".
    Day,
    /// "Monday, 23 November 2026".
    Whole,
}

/// Words for numbers and dates, in the person's language.
pub trait Speech {
    /// A date at that grain.
    fn date(&self, day: NaiveDate, grain: Grain) -> String;
    /// An amount with its unit: "6 h 55", "4", "81 %". `words` are the definition's.
    fn amount(&self, value: f64, unit: &Unit, words: &Words) -> String;
    /// The same, as short as an axis needs.
    fn tick(&self, value: f64, unit: &Unit) -> String;
    /// How much of a kept amount one of what is read is: the grams of a drink, else 1.
    fn one(&self, unit: &Unit) -> f64;
}
