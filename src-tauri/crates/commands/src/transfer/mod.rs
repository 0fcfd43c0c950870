//! Export and import of entries.

pub mod compare;
pub mod csv_export;
pub mod csv_import;
mod imported_entry;
mod ledger_export;
