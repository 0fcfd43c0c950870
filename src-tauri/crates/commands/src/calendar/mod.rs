//! Calendars of a month and a year, shaded by a measure.

pub mod head;
pub mod measures;
pub mod month;
pub mod shades;
pub mod year;
