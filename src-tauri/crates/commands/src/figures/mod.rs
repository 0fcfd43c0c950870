//! Figures: every measure over a period.

pub mod context;
pub mod figure;
pub mod measure;
pub mod text;
pub mod trends;
pub mod variability;
