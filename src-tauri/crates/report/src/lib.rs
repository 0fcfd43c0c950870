//! Visit page and recovery sheet, as text and as PDF.
//!
//! Holds the model of the page; the window displays the same model. All text arrives localized.
#![deny(missing_docs)]

mod glyphs;
mod page;
mod pdf;
mod sheet;
mod text;

pub use glyphs::printable;
pub use page::{Cell, Line, Page, Paper, Row};
pub use pdf::{Unprintable, pdf, sheet_pdf};
pub use sheet::{RecoverySheet, squares};
pub use text::text;
