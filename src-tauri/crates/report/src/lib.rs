//! Visit page, safety plan and recovery sheet, as text and as PDF.
//!
//! Holds the model of the page; the window displays the same model. All text arrives localized.
//!
//! ```
//! // Characters that the embedded typeface lacks are replaced and counted.
//! let (text, replaced) = daymark_report::printable("Walk 30 min");
//! assert_eq!((text.as_str(), replaced), ("Walk 30 min", 0));
//! ```
#![deny(missing_docs)]

mod cell;
mod chart_document;
mod error;
mod glyphs;
mod pdf;
mod picture;
mod plan_document;
mod png;
mod protected;
mod recovery_sheet;
mod text;
mod treatment_document;
mod typefaces;
mod visit_document;
mod week_card;

pub use cell::Cell;
pub use chart_document::ChartDocument;
pub use error::PdfError;
pub use glyphs::{printable, printable_page};
pub use pdf::{
    card_pdf, chart_png, chart_svg, medicines_card_pdf, pdf, plan_pdf, sheet_pdf, sheets,
    treatment_pdf, week_card_pdf,
};
pub use picture::{LifeChart, LifeEpisode, LifeLane, Picture, PictureLane, PictureRow};
pub use plan_document::{Contact, PlanDocument, PlanDocumentPart};
pub use protected::{MAX_PASSPHRASE_LEN, is_pdf_passphrase, protected};
pub use recovery_sheet::{RecoverySheet, qr_rows};
pub use text::text;
pub use treatment_document::{TreatmentDocument, TreatmentSection, treatment_text};
pub use visit_document::{
    Line, MedicineLine, PaperSize, Row, ScaleRow, VisitDocument, VisitHeadings,
};
pub use week_card::{WeekCard, WeekCardRow};
