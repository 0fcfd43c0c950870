//! Export and import of entries.

pub mod csv_export;
pub mod csv_import;
