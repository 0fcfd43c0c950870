//! Model of the recovery sheet, with its QR code.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// The recovery sheet with all its text localized.
#[derive(Serialize)]
pub struct RecoverySheet {
    /// Language tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Typst's name of the paper size.
    pub paper: String,
    /// Title.
    pub title: String,
    /// Instructions, line by line.
    pub lead: Vec<String>,
    /// The recovery code, in groups.
    pub groups: Vec<String>,
    /// Text alternative of the QR code.
    pub alt: String,
    /// Rows of the QR code as strings of `1` (dark) and `0` (light).
    pub qr_rows: Vec<String>,
    /// Lines below the code.
    pub after: Vec<String>,
}

/// Encodes text as a QR code, row by row; empty if it can't be encoded.
pub fn qr_rows(code: &str) -> Vec<String> {
    let Ok(drawn) = QrCode::with_error_correction_level(code, EcLevel::Q) else {
        return Vec::new();
    };
    let dark = drawn.to_colors().into_iter().map(|c| match c {
        Color::Dark => '1',
        Color::Light => '0',
    });
    let cells: Vec<char> = dark.collect();
    cells
        .chunks(drawn.width())
        .map(|row| row.iter().collect())
        .collect()
}
