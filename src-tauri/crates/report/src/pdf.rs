//! PDF/UA-1 output through Typst.
//!
//! Typst sees only the templates, the typefaces and the data. User text is never markup, and no other
//! file, package or clock is reachable.

use crate::error::PdfError;
use crate::png::png;
use crate::{
    ChartDocument, PlanDocument, RecoverySheet, TreatmentDocument, VisitDocument, WeekCard,
    typefaces,
};
use serde::Serialize;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The templates, and what they import.
const FILES: [(&str, &str); 9] = [
    (
        "/visit.typ",
        include_str!("../../../../assets/report/visit.typ"),
    ),
    (
        "/sheet.typ",
        include_str!("../../../../assets/report/sheet.typ"),
    ),
    (
        "/plan.typ",
        include_str!("../../../../assets/report/plan.typ"),
    ),
    (
        "/card.typ",
        include_str!("../../../../assets/report/card.typ"),
    ),
    (
        "/treatment.typ",
        include_str!("../../../../assets/report/treatment.typ"),
    ),
    (
        "/medicines-card.typ",
        include_str!("../../../../assets/report/medicines-card.typ"),
    ),
    (
        "/week.typ",
        include_str!("../../../../assets/report/week.typ"),
    ),
    (
        "/chart.typ",
        include_str!("../../../../assets/report/chart.typ"),
    ),
    (
        "/picture.typ",
        include_str!("../../../../assets/report/picture.typ"),
    ),
];

/// Typst environment shared by all documents, created on first use.
struct TypstEnvironment {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    data: FileId,
    sources: Vec<Source>,
}

static ENVIRONMENT: LazyLock<Option<TypstEnvironment>> = LazyLock::new(|| {
    let fonts = typefaces::bundled();
    let file = |name: &str| {
        Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
    };
    let source = |(name, text): &(&str, &str)| Some(Source::new(file(name)?, (*text).to_owned()));
    Some(TypstEnvironment {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        data: file("/page.json")?,
        sources: FILES.iter().map(source).collect::<Option<_>>()?,
    })
});

struct DocumentWorld<'a> {
    environment: &'a TypstEnvironment,
    main: FileId,
    page: Bytes,
    /// The computer's typefaces for what the bundled ones lack, after those.
    extra: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.environment.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        if self.extra.is_empty() {
            &self.environment.book
        } else {
            &self.book
        }
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.environment
            .sources
            .iter()
            .find(|s| s.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.environment.data {
            Ok(self.page.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        let bundled = &self.environment.fonts;
        let extra = || self.extra.get(index - bundled.len());
        bundled.get(index).or_else(extra).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Renders the visit page as a tagged PDF that conforms to PDF/UA-1.
pub fn pdf(page: &VisitDocument) -> Result<Vec<u8>, PdfError> {
    // Typst caches results for later documents; the cache must not grow without bound.
    compile("/visit.typ", page, 2)
}

/// Renders the recovery sheet as a tagged PDF (PDF/UA-1). Empties Typst's cache, so that nothing
/// derived from the code stays in it.
pub fn sheet_pdf(sheet: &RecoverySheet) -> Result<Vec<u8>, PdfError> {
    compile("/sheet.typ", sheet, 0)
}

/// Renders the safety plan as a tagged PDF (PDF/UA-1).
///
/// # Errors
/// Fails if the template is at fault, never for what the plan says.
pub fn plan_pdf(plan: &PlanDocument) -> Result<Vec<u8>, PdfError> {
    compile("/plan.typ", plan, 0)
}

/// Renders the safety plan as two cards to cut out and fold, on one page (PDF/UA-1).
///
/// # Errors
/// Fails if the template is at fault, never for what the plan says.
pub fn card_pdf(plan: &PlanDocument) -> Result<Vec<u8>, PdfError> {
    compile("/card.typ", plan, 0)
}

/// Renders a page about treatment as a tagged PDF (PDF/UA-1).
///
/// # Errors
/// Fails if the template is at fault, never for what the page says.
pub fn treatment_pdf(page: &TreatmentDocument) -> Result<Vec<u8>, PdfError> {
    compile("/treatment.typ", page, 0)
}

/// Renders the current medicines as a card for the wallet, as PDF/UA-1. Expects the sections of the
/// list of medicines.
///
/// # Errors
/// Fails if the template is at fault, never for what the page says.
pub fn medicines_card_pdf(page: &TreatmentDocument) -> Result<Vec<u8>, PdfError> {
    compile("/medicines-card.typ", page, 0)
}

/// Renders the week card as PDF/UA-1.
///
/// # Errors
/// Fails if the template is at fault, never for what the page says.
pub fn week_card_pdf(card: &WeekCard) -> Result<Vec<u8>, PdfError> {
    compile("/week.typ", card, 0)
}

/// Returns each sheet of a visit page as an SVG picture, from the same layout as the PDF.
///
/// # Errors
/// Fails if the template is at fault, never for what the page says.
pub fn sheets(page: &VisitDocument) -> Result<Vec<String>, PdfError> {
    let document = lay_out("/visit.typ", page)?;
    let options = typst_svg::SvgOptions::default();
    let sheets = document.pages().iter();
    let sheets = sheets
        .map(|sheet| typst_svg::svg(sheet, &options))
        .collect();
    typst::comemo::evict(KEPT);
    Ok(sheets)
}

/// Returns a chart as an SVG picture, in which letters are shapes.
///
/// # Errors
/// Fails if the template is at fault, never for what the chart says.
pub fn chart_svg(chart: &ChartDocument) -> Result<String, PdfError> {
    let document = lay_out("/chart.typ", chart)?;
    let options = typst_svg::SvgOptions::default();
    let mut sheets = document.pages().iter();
    let svg = sheets.next().map(|sheet| typst_svg::svg(sheet, &options));
    typst::comemo::evict(KEPT);
    svg.ok_or_else(|| PdfError::new("the chart has no sheet".into()))
}

/// Returns a chart as a PNG picture.
///
/// # Errors
/// Fails if the template is at fault or the picture is too large.
pub fn chart_png(chart: &ChartDocument) -> Result<Vec<u8>, PdfError> {
    png(&chart_svg(chart)?)
}

/// How many layouts ago a cached part may have been used last.
const KEPT: usize = 4;

fn compile(
    template: &str,
    data: &impl Serialize,
    max_cache_age: usize,
) -> Result<Vec<u8>, PdfError> {
    let document = lay_out(template, data)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|e| PdfError::new(e.message().to_string()))?;
    let options = PdfOptions {
        standards,
        creator: Smart::Custom(Some("Daymark".into())),
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|all| diagnostics(&all));
    typst::comemo::evict(max_cache_age);
    bytes
}

fn lay_out(template: &str, data: &impl Serialize) -> Result<PagedDocument, PdfError> {
    let environment = ENVIRONMENT
        .as_ref()
        .ok_or_else(|| PdfError::new("the template is missing".into()))?;
    let main = FILES
        .iter()
        .position(|(name, _)| *name == template)
        .and_then(|at| environment.sources.get(at))
        .map(Source::id)
        .ok_or_else(|| PdfError::new(format!("there is no {template}")))?;
    let data = serde_json::to_string(data).map_err(|e| PdfError::new(e.to_string()))?;
    let extra = typefaces::for_text(&data);
    let all = environment.fonts.iter().chain(&extra);
    let world = DocumentWorld {
        environment,
        main,
        book: LazyHash::new(FontBook::from_fonts(all)),
        extra,
        page: Bytes::from_string(data),
    };
    let compiled = typst::compile(&world).output;
    compiled.map_err(|all| diagnostics(&all))
}

fn diagnostics(all: &[SourceDiagnostic]) -> PdfError {
    PdfError::new(
        all.iter()
            .map(|d| d.message.to_string())
            .collect::<Vec<_>>()
            .join("; "),
    )
}
