//! Figures: every measure over a period.

pub mod chart_file;
pub mod context;
pub mod figure;
pub mod measure;
pub mod profiles;
pub mod text;
pub mod trends;
pub mod variability;
pub mod views;
