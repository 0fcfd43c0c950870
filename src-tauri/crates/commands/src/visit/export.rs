//! The visit page as text and PDF.

use crate::error::{Error, Result};
use crate::session::Session;
use crate::visit::{page, prepare};

/// Returns the page of the visit being prepared, as plain text.
pub fn visit_text(session: &Session) -> Result<String> {
    Ok(page_as_text(&page::page(
        session,
        &prepare::next(session)?,
    )?))
}

/// Formats a page as plain text.
pub fn page_as_text(page: &report::VisitDocument) -> String {
    report::text(page)
}

/// Renders a page as PDF/UA-1.
pub fn page_as_pdf(session: &Session, page: report::VisitDocument) -> Result<Vec<u8>> {
    report::pdf(&page::for_print(session, page)).map_err(|e| Error::Internal(e.to_string()))
}

/// Returns the page of the visit being prepared, as PDF/UA-1.
pub fn visit_pdf(session: &Session) -> Result<Vec<u8>> {
    page_as_pdf(session, page::page(session, &prepare::next(session)?)?)
}
