//! The page for the visit, beside WeasyPrint with the same content.

use crate::{Line, median, open, timed};
use commands::visit::{export, page, prepare};
use domain::Visit;
use domain::figure::{Figure, Mark};
use report::VisitDocument;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// How often WeasyPrint makes the page; it is loaded once.
const ROUNDS: usize = 7;

/// Makes a PDF of an HTML file, again and again, and prints the median of the milliseconds.
const WEASYPRINT: &str = r"
import statistics, sys, time, weasyprint
taken = []
for nth in range(int(sys.argv[2]) + 1):
    begun = time.perf_counter()
    weasyprint.HTML(filename=sys.argv[1]).write_pdf(pdf_variant='pdf/ua-1')
    taken.append((time.perf_counter() - begun) * 1e3)
print(statistics.median(taken[1:]))
";

pub fn page(journal: &Path, lines: &mut Vec<Line>) {
    let session = open(journal);
    let visit = prepare::next(&session).unwrap();
    // Other words each time: a page made before comes from the typesetter's cache.
    let make = |nth: usize| {
        let visit = Visit {
            points: vec![format!("Sleep, for the {nth}th time")],
            ..visit.clone()
        };
        let page = page::page(&session, &visit).unwrap();
        export::page_as_pdf(&session, page).unwrap()
    };
    let _warm = (make(0), make(1));
    let taken = (2..ROUNDS + 2).map(|nth| timed(|| drop(make(nth))));
    let ours = median(taken.collect());
    let html = html(&page::page(&session, &visit).unwrap());
    session.close().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    std::fs::write(&file, html).unwrap();
    let output = Command::new("python3")
        .args(["-c", WEASYPRINT])
        .arg(&file)
        .arg(ROUNDS.to_string())
        .output();
    let theirs = output.ok().and_then(|output| {
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        text.parse::<f64>().ok()
    });
    let Some(theirs) = theirs else {
        println!("python3 has no WeasyPrint: it is left out");
        return;
    };
    lines.push(Line {
        name: "90-day page after a change, to WeasyPrint".into(),
        figure: ours,
        unit: "ms",
        limit: theirs,
        target: 1.0 / 8.0,
    });
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Returns the page as HTML: the same words, tables and drawings, without the fit to one side.
fn html(page: &VisitDocument) -> String {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
    let face = |weight: u16| {
        let file = fonts.join(format!("AtkinsonHyperlegibleNext-{weight}.ttf"));
        format!(
            "@font-face {{ font-family: Face; font-weight: {weight}; src: url('file://{}') }} ",
            file.display()
        )
    };
    let mut html = format!(
        "<!doctype html><html lang='{}'><head><title>{}</title><style>{}{} @page {{ size: A4; margin: 11mm 15mm }} body {{ font: 9.5pt Face }} td {{ padding: 2pt 6pt; vertical-align: top }} h2 {{ font-size: 10pt }}</style></head><body><h1>{}</h1><p>{} · {}</p><h2>{}</h2><ol>",
        page.language,
        escaped(&page.title),
        face(400),
        face(600),
        escaped(&page.title),
        escaped(&page.period),
        escaped(&page.recorded),
        escaped(&page.headings.points),
    );
    for point in &page.points {
        let _ = write!(html, "<li>{}</li>", escaped(point));
    }
    let _ = write!(html, "</ol><h2>{}</h2>", escaped(&page.headings.changes));
    for change in &page.changes {
        let _ = write!(html, "<p>{} {}</p>", change.day, escaped(&change.text));
    }
    let _ = write!(html, "<h2>{}</h2><table>", escaped(&page.headings.days));
    for row in &page.picture.rows {
        let cells = [row.before.text(), row.now.text()].map(|text| escaped(&text));
        let _ = write!(
            html,
            "<tr><td><b>{}</b><br>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            escaped(&row.name),
            escaped(&row.note),
            drawing(&row.figure),
            cells[0],
            cells[1]
        );
    }
    let _ = write!(
        html,
        "</table><h2>{}</h2><table>",
        escaped(&page.headings.numbers)
    );
    for row in page.rows.iter().filter(|row| !row.drawn) {
        let cells = [&row.name, &row.scale, &row.before.text(), &row.now.text()];
        let cells = cells.map(|text| format!("<td>{}</td>", escaped(text)));
        let _ = write!(html, "<tr>{}</tr>", cells.concat());
    }
    let _ = write!(
        html,
        "</table><p>{}</p><h2>{}</h2><p>{}</p><footer>{}</footer></body></html>",
        escaped(&page.seldom),
        escaped(&page.headings.agreed),
        escaped(&page.method),
        escaped(&page.footer)
    );
    html
}

/// Returns the marks of a figure as SVG.
fn drawing(figure: &Figure) -> String {
    let (wide, high) = (240.0, 60.0);
    let x = |day: f64| (day + 0.5) / figure.days as f64 * wide;
    let y = |value: f64| (figure.high - value) / (figure.high - figure.low).max(1e-4) * high;
    let mut svg = format!(
        "<svg width='{wide}' height='{high}' role='img' aria-label='{}'>",
        escaped(&figure.description).replace('\'', "&apos;")
    );
    let step = wide / figure.days as f64;
    for mark in &figure.marks {
        match mark {
            Mark::Line { runs } => {
                for run in runs {
                    let points = run
                        .iter()
                        .map(|[at, v]| format!("{:.2},{:.2}", x(*at), y(*v)));
                    let points = points.collect::<Vec<_>>().join(" ");
                    let _ = write!(
                        svg,
                        "<polyline points='{points}' fill='none' stroke='black'/>"
                    );
                }
            }
            Mark::Dots { points } => {
                for [at, v] in points {
                    let _ = write!(svg, "<circle cx='{:.2}' cy='{:.2}' r='1'/>", x(*at), y(*v));
                }
            }
            Mark::Bars { points } => {
                for [at, v] in points {
                    let (top, left) = (y(*v), x(*at) - step * 0.36);
                    let (width, height) = (step * 0.72, high - top);
                    let _ = write!(
                        svg,
                        "<rect x='{left:.2}' y='{top:.2}' width='{width:.2}' height='{height:.2}' fill='#666'/>"
                    );
                }
            }
            Mark::Range { .. } | Mark::Strip { .. } => {}
        }
    }
    svg.push_str("</svg>");
    svg
}
