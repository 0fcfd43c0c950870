//! The app as a whole: preferences, warnings, undo.

pub mod preferences;
pub mod undo;
pub mod warnings;
