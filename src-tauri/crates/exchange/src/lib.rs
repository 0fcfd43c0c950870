//! Import and export formats: converts entries to bytes and back.
//!
//! Independent of the journal, the window and the locale.
#![deny(missing_docs)]

pub mod csv;
