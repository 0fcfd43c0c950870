//! Import and export formats: converts entries to bytes and back.
//!
//! Independent of the journal, the window and the locale.
//!
//! ```
//! use daymark_exchange::csv::{self, CsvErrorKind};
//!
//! let zones = domain::time::Zones::new(Vec::new());
//! let error = csv::read(b"date,mood\n2026-11-23,4\n", &[], &zones).unwrap_err();
//! assert_eq!((error.line, error.kind), (1, CsvErrorKind::NotOurs));
//! ```
#![deny(missing_docs)]

pub mod csv;
pub mod ledger;
pub mod records;
