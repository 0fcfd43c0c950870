//! The recovery sheet as a model.
//!
//! Owns its shape and the squares a camera reads. Must not know what the code opens, nor keep it.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// A recovery sheet, worded.
#[derive(Serialize)]
pub struct RecoverySheet {
    /// Language tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Typst's name of the paper.
    pub paper: String,
    /// What it is.
    pub title: String,
    /// What to do with it, line by line.
    pub lead: Vec<String>,
    /// The code, group by group.
    pub groups: Vec<String>,
    /// What the picture of squares is, for who can't see it.
    pub alt: String,
    /// Rows of 1 and 0.
    pub squares: Vec<String>,
    /// What stands below.
    pub after: Vec<String>,
}

/// The squares of a code for a camera, row by row; none where it can't be drawn.
pub fn squares(code: &str) -> Vec<String> {
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
