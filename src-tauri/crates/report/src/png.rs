//! Raster pictures of what Typst drew.

use crate::error::PdfError;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Pixels for each point of 1/72 inch: sharp in a message and on paper.
const SCALE: f32 = 3.0;

/// Renders an SVG picture without text elements as PNG, on white.
///
/// # Errors
/// Fails if the picture can't be read or is too large.
pub(crate) fn png(svg: &str) -> Result<Vec<u8>, PdfError> {
    let tree =
        Tree::from_str(svg, &Options::default()).map_err(|e| PdfError::new(e.to_string()))?;
    let size = tree.size().to_int_size().scale_by(SCALE);
    let too_large = || PdfError::new("the picture is too large".into());
    let size = size.ok_or_else(too_large)?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or_else(too_large)?;
    pixels.fill(Color::WHITE);
    let scale = Transform::from_scale(SCALE, SCALE);
    resvg::render(&tree, scale, &mut pixels.as_mut());
    pixels
        .encode_png()
        .map_err(|e| PdfError::new(e.to_string()))
}
