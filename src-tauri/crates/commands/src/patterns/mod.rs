//! Patterns between measures, and what was before and after a known date.

pub mod before_after;
pub mod cards;
mod pairs;
