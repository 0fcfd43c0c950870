//! PDF/UA-1 output through Typst.
//!
//! Typst sees only the templates, two fonts and the data. User text is never markup, and no other
//! file, package or clock is reachable.

use crate::{Page, RecoverySheet};
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

pub(crate) const REGULAR: &[u8] =
    include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-400.ttf");
const BOLD: &[u8] = include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-600.ttf");
const TEMPLATE: &str = include_str!("../../../../assets/report/visit.typ");
const SHEET: &str = include_str!("../../../../assets/report/sheet.typ");
const FIGURE: &str = include_str!("../../../../assets/report/figure.typ");

/// PDF error. Its cause is a bug in the template, never the user's text.
#[derive(Debug, thiserror::Error)]
#[error("the page could not be printed: {0}")]
pub struct Unprintable(String);

/// Typst environment shared by all documents, created on first use.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    sheet: FileId,
    data: FileId,
    sources: Vec<Source>,
}

static PRESS: LazyLock<Option<Press>> = LazyLock::new(|| {
    let fonts: Vec<Font> = [REGULAR, BOLD]
        .into_iter()
        .flat_map(|data| Font::iter(Bytes::new(data)))
        .collect();
    let file = |name: &str| {
        Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
    };
    let (main, sheet) = (file("/visit.typ")?, file("/sheet.typ")?);
    Some(Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        main,
        sheet,
        data: file("/page.json")?,
        sources: vec![
            Source::new(main, TEMPLATE.to_owned()),
            Source::new(sheet, SHEET.to_owned()),
            Source::new(file("/figure.typ")?, FIGURE.to_owned()),
        ],
    })
});

struct Sheet<'a> {
    press: &'a Press,
    main: FileId,
    page: Bytes,
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.press
            .sources
            .iter()
            .find(|s| s.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.data {
            Ok(self.page.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Renders the visit page as a tagged PDF that conforms to PDF/UA-1.
pub fn pdf(page: &Page) -> Result<Vec<u8>, Unprintable> {
    // Typst caches results for later documents; the cache must not grow without bound.
    printed(|press| press.main, page, 2)
}

/// Renders the recovery sheet as a tagged PDF (PDF/UA-1). Empties Typst's cache, so that nothing
/// derived from the code stays in it.
pub fn sheet_pdf(sheet: &RecoverySheet) -> Result<Vec<u8>, Unprintable> {
    printed(|press| press.sheet, sheet, 0)
}

fn printed(
    main: fn(&Press) -> FileId,
    data: &impl Serialize,
    keep: usize,
) -> Result<Vec<u8>, Unprintable> {
    let press = PRESS
        .as_ref()
        .ok_or_else(|| Unprintable("the template is missing".into()))?;
    let data = serde_json::to_vec(data).map_err(|e| Unprintable(e.to_string()))?;
    let sheet = Sheet {
        press,
        main: main(press),
        page: Bytes::new(data),
    };
    let document: PagedDocument = typst::compile(&sheet)
        .output
        .map_err(|all| unprintable(&all))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|e| Unprintable(e.message().to_string()))?;
    let options = PdfOptions {
        standards,
        creator: Smart::Custom(Some("Daymark".into())),
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|all| unprintable(&all));
    typst::comemo::evict(keep);
    bytes
}

fn unprintable(all: &[SourceDiagnostic]) -> Unprintable {
    Unprintable(
        all.iter()
            .map(|d| d.message.to_string())
            .collect::<Vec<_>>()
            .join("; "),
    )
}
