//! What can go wrong while a page becomes a file.

/// PDF error. Its cause is a bug in the template, never the user's text.
#[derive(Debug, thiserror::Error)]
#[error("the page could not be printed: {0}")]
pub struct PdfError(String);

impl PdfError {
    pub(crate) fn new(why: String) -> Self {
        Self(why)
    }
}
