//! The visit page as text and PDF.

use crate::error::{Error, Result};
use crate::files::{SavedFile, documents, saved_file, unused_path, write};
use crate::msg;
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

/// Saves the page as PDF in the documents folder, under a free file name.
pub fn save_pdf(session: &Session) -> Result<SavedFile> {
    let day = session.today().to_string();
    let name = session
        .locale()
        .format(msg::FILE_PDF, &[("day", day.into())]);
    let bytes = page_as_pdf(session, page::page(session, &prepare::next(session)?)?)?;
    let path = unused_path(&documents(), &name);
    write(&path, &bytes)?;
    Ok(saved_file(session, &path))
}
