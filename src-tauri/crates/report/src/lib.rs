//! The page for the visit: one model, three painters.
//!
//! Owns the page's shape, its plain text and its PDF; the window draws the same model. Must not know the
//! journal, definitions or words: everything arrives worded.
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
