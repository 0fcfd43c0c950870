//! The page as PDF/UA-1, through Typst.
//!
//! Owns the small world Typst sees: the template, two fonts, the page as data. Nothing of the person's is ever
//! markup, and there are no files, packages or clock to reach.

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

/// Why no PDF could be made: a fault of the template, never of what was written.
#[derive(Debug, thiserror::Error)]
#[error("the page could not be printed: {0}")]
pub struct Unprintable(String);

/// What never changes between pages: read once, when the first is made.
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

/// The page as a tagged PDF that holds to PDF/UA-1.
pub fn pdf(page: &Page) -> Result<Vec<u8>, Unprintable> {
    // Typst keeps what it computed for the next page; a journal's pages are not to pile up in memory.
    printed(|press| press.main, page, 2)
}

/// The recovery sheet as a tagged PDF. Nothing that was computed of its code is kept.
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
