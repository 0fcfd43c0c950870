//! Plain-text version of the visit page, for pasting into a message or a record.
//!
//! Same content as the PDF, without the drawing.

use crate::treatment_document::write_sections;
use crate::{Line, VisitDocument};
use std::fmt::Write as _;

/// Renders the visit page as plain text.
pub fn text(page: &VisitDocument) -> String {
    let heads = &page.headings;
    let mut out = format!("{}\n", page.title);
    if !page.whose.is_empty() {
        let _ = writeln!(out, "{}", page.whose);
    }
    if !page.told.is_empty() {
        let _ = writeln!(out, "{}", page.told);
    }
    let _ = writeln!(out, "{} · {}", page.period, page.recorded);
    let _ = writeln!(out, "\n{}", heads.points);
    if page.points.is_empty() {
        let _ = writeln!(out, "{}", page.no_points);
    }
    for (i, point) in page.points.iter().enumerate() {
        let _ = writeln!(out, "{}. {point}", i + 1);
    }
    lines(&mut out, &heads.changes, &page.changes);
    scales(&mut out, page);
    rows(&mut out, page);
    medicines(&mut out, page);
    lines(&mut out, &heads.effects, &page.effects);
    for (title, said) in [(&heads.helped, &page.helped), (&heads.hard, &page.hard)] {
        if !said.is_empty() {
            let _ = writeln!(out, "\n{title}\n{said}");
        }
    }
    lines(&mut out, &heads.experiments, &page.experiments);
    lines(&mut out, &heads.takeaways, &page.takeaways);
    lines(&mut out, &heads.notes, &page.notes);
    lines(&mut out, &heads.entries, &page.entries);
    lines(&mut out, &heads.plan, &page.plan);
    write_sections(&mut out, &page.history);
    let _ = write!(out, "\n{}\n{}\n", page.method, page.footer);
    out
}

fn lines(out: &mut String, title: &str, lines: &[Line]) {
    if !lines.is_empty() {
        let _ = writeln!(out, "\n{title}");
    }
    for line in lines {
        let _ = writeln!(out, "{}: {}", line.day, line.text);
    }
}

fn scales(out: &mut String, page: &VisitDocument) {
    if !(page.scales.is_empty() && page.said.is_empty() && page.nine.is_empty()) {
        let _ = writeln!(out);
    }
    for row in &page.scales {
        let named = page.headings.scores.iter().zip(&row.values);
        let said = named.filter(|(_, cell)| !cell.value.is_empty());
        let said: Vec<String> = said
            .map(|(name, cell)| format!("{name} {} ({})", cell.value, cell.counted))
            .collect();
        let _ = writeln!(out, "{} ({}): {}", row.name, row.range, said.join(", "));
    }
    for said in page.said.iter().chain(&page.nine) {
        let _ = writeln!(out, "{said}");
    }
}

/// Writes each measure with its figures of this period and the one before.
fn rows(out: &mut String, page: &VisitDocument) {
    let heads = &page.headings;
    if !page.rows.is_empty() {
        let _ = writeln!(out, "\n{}", heads.numbers);
    }
    for row in &page.rows {
        let scale = if row.scale.is_empty() {
            String::new()
        } else {
            format!(" ({})", row.scale)
        };
        let (now, before) = (heads.now.join(" "), heads.before.join(" "));
        let _ = writeln!(out, "{}{scale}", row.name);
        let _ = writeln!(
            out,
            "  {now}: {}\n  {before}: {}",
            row.now.text(),
            row.before.text()
        );
    }
    if !page.seldom.is_empty() {
        let _ = writeln!(out, "{}", page.seldom);
    }
}

fn medicines(out: &mut String, page: &VisitDocument) {
    let heads = &page.headings.medicines;
    if let Some(title) = heads.first().filter(|_| !page.medicines.is_empty()) {
        let _ = writeln!(out, "\n{title}");
    }
    let head = |nth: usize| heads.get(nth).map_or("", String::as_str);
    for line in &page.medicines {
        let counts = [(3, &line.taken), (4, &line.skipped), (5, &line.unknown)];
        let counts = counts.into_iter().filter(|(_, said)| !said.is_empty());
        let counts: Vec<String> = counts
            .map(|(nth, said)| format!("{} {said}", head(nth)))
            .collect();
        let parts = [line.how.clone(), line.since.clone(), counts.join(", ")];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let _ = writeln!(
            out,
            "{}: {}",
            line.name,
            parts.collect::<Vec<_>>().join(" · ")
        );
    }
}
