//! The visit page as text, PDF and preview.

use crate::error::{Error, InputErrorKind, Result};
use crate::ids;
use crate::session::Session;
use crate::visit::{page, prepare};
use serde::{Deserialize, Serialize};

/// The page as it is printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VisitPreview {
    /// Each sheet as an SVG picture, from the same layout as the file.
    pub sheets: Vec<String>,
    /// The page as text.
    pub text: String,
}

/// Returns the page of the visit being prepared, in its language.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn next_page(session: &mut Session) -> Result<report::VisitDocument> {
    let visit = prepare::next(session)?;
    let language = visit.language.clone();
    session.in_language(language.as_deref(), |session| page::page(session, &visit))
}

/// Returns the page of the visit being prepared, as plain text.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn visit_text(session: &mut Session) -> Result<String> {
    Ok(page_as_text(&next_page(session)?))
}

/// Returns the sheets of the page of the visit being prepared.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn visit_preview(session: &mut Session) -> Result<VisitPreview> {
    let page = next_page(session)?;
    let text = page_as_text(&page);
    let sheets = report::sheets(&page::for_print(session, page));
    let sheets = sheets.map_err(|e| Error::Internal(e.to_string()))?;
    Ok(VisitPreview { sheets, text })
}

/// Formats a page as plain text.
pub fn page_as_text(page: &report::VisitDocument) -> String {
    report::text(page)
}

/// Renders a page as PDF/UA-1.
///
/// # Errors
/// `Internal` if the template is at fault, never for what the page says.
pub fn page_as_pdf(session: &Session, page: report::VisitDocument) -> Result<Vec<u8>> {
    report::pdf(&page::for_print(session, page)).map_err(|e| Error::Internal(e.to_string()))
}

/// Returns the page of the visit being prepared, as PDF/UA-1.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn visit_pdf(session: &mut Session) -> Result<Vec<u8>> {
    let page = next_page(session)?;
    page_as_pdf(session, page)
}

/// Fewest characters of a passphrase for a file.
const MIN_PASSPHRASE_LEN: usize = 8;

/// Checks a passphrase for a file, before the place to save it is asked for.
///
/// # Errors
/// `Input` if it is too short, longer than a PDF can keep, or has signs that it can't keep.
pub fn check_passphrase(passphrase: &str) -> Result<()> {
    let kind = if passphrase.chars().count() < MIN_PASSPHRASE_LEN {
        InputErrorKind::TooShort {
            min: MIN_PASSPHRASE_LEN,
        }
    } else if passphrase.len() > report::MAX_PASSPHRASE_LEN {
        InputErrorKind::TooLong {
            max: report::MAX_PASSPHRASE_LEN,
        }
    } else if report::is_pdf_passphrase(passphrase) {
        return Ok(());
    } else {
        InputErrorKind::UnfitForPdf
    };
    Err(Error::Input {
        field: "passphrase",
        kind,
    })
}

/// Returns the page of the visit being prepared, as a PDF that opens only with the passphrase.
///
/// # Errors
/// `Input` if the passphrase is too short or too long; fails if the journal can't be read.
pub fn protected_pdf(session: &mut Session, passphrase: &str) -> Result<Vec<u8>> {
    check_passphrase(passphrase)?;
    let pdf = visit_pdf(session)?;
    let protected = report::protected(&pdf, passphrase, &ids::random()?);
    protected.map_err(|e| Error::Internal(e.to_string()))
}
