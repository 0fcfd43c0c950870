//! Plain-text version of the visit page, for pasting into a message or a record.
//!
//! Same content as the PDF, without the charts.

use crate::VisitDocument;
use std::fmt::Write as _;

/// Renders the visit page as plain text.
pub fn text(page: &VisitDocument) -> String {
    let heading = |i: usize| page.headings.get(i).map_or("", String::as_str);
    let mut out = format!("{}\n{} · {}\n", page.title, page.period, page.recorded);
    let _ = writeln!(out, "\n{}", heading(0));
    if page.points.is_empty() {
        let _ = writeln!(out, "{}", page.no_points);
    }
    for (i, point) in page.points.iter().enumerate() {
        let _ = writeln!(out, "{}. {point}", i + 1);
    }
    if !page.rows.is_empty() {
        let _ = writeln!(out, "\n{}", heading(1));
    }
    rows(&mut out, page);
    for (i, lines) in [
        (8, &page.medicines),
        (5, &page.changes),
        (6, &page.notes),
        (7, &page.entries),
        (9, &page.plan),
    ] {
        if !lines.is_empty() {
            let _ = writeln!(out, "\n{}", heading(i));
        }
        for line in lines {
            let _ = writeln!(out, "{}: {}", line.day, line.text);
        }
    }
    let _ = write!(out, "\n{}\n{}\n", page.method, page.footer);
    out
}

/// Writes each measure with its figures of this period and the one before.
fn rows(out: &mut String, page: &VisitDocument) {
    let heading = |i: usize| page.headings.get(i).map_or("", String::as_str);
    for row in &page.rows {
        let scale = if row.scale.is_empty() {
            String::new()
        } else {
            format!(" ({})", row.scale)
        };
        let _ = writeln!(out, "{}{scale}", row.name);
        let _ = writeln!(
            out,
            "  {}: {}\n  {}: {}",
            heading(2),
            row.now,
            heading(3),
            row.before
        );
    }
}
