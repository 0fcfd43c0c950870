//! Localization interface of the domain crate.
//!
//! Implemented where locales are known.

use crate::definition::{Labels, Unit};
use chrono::NaiveDate;

/// Format of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// "2026".
    Year,
    /// "Nov".
    Month,
    /// "23 Nov 2026".
    Short,
    /// "23 Nov".
    Day,
    /// "Monday, 23 November 2026".
    Full,
}

/// Formats numbers and dates in the user's language.
pub trait Localizer {
    /// Formats a date.
    fn date(&self, day: NaiveDate, style: DateStyle) -> String;
    /// Formats an amount with its unit: "6 h 55", "4", "81 %". `labels` are the labels of the
    /// definition.
    fn amount(&self, value: f64, unit: &Unit, labels: &Labels) -> String;
    /// Formats an amount briefly, for an axis.
    fn axis_label(&self, value: f64, unit: &Unit) -> String;
    /// Returns the stored amount per displayed unit: grams of ethanol per standard drink, otherwise
    /// 1.
    fn display_factor(&self, unit: &Unit) -> f64;
}
