//! Typefaces of a page: the bundled ones, and the computer's own for what they lack.
//!
//! The first is for reading, the second for Greek, Cyrillic, Hebrew, Arabic and many signs. Other
//! scripts are printed in a typeface of the computer, if it has one.

use fontdb::{Database, FaceInfo, Style};
use std::collections::BTreeSet;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};
use ttf_parser::Face;
use typst::foundations::Bytes;
use typst::text::Font;

const REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-400.ttf");
const BOLD: &[u8] = include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-600.ttf");
const WIDE: &[u8] = include_bytes!("../../../../assets/fonts/DejaVuSans.ttf");

static BUNDLED_FACES: LazyLock<Vec<Face<'static>>> = LazyLock::new(|| {
    let faces = [REGULAR, WIDE].into_iter();
    faces.filter_map(|data| Face::parse(data, 0).ok()).collect()
});

/// The computer's typefaces, best first.
static COMPUTER: LazyLock<(Database, Vec<fontdb::ID>)> = LazyLock::new(|| {
    let mut database = Database::new();
    database.load_system_fonts();
    let mut faces: Vec<&FaceInfo> = database.faces().collect();
    faces.sort_by_cached_key(|face| preference(face));
    let ids = faces.into_iter().map(|face| face.id).collect();
    (database, ids)
});

/// The computer's typeface for each character looked up so far.
static FOUND: LazyLock<Mutex<HashMap<char, Option<fontdb::ID>>>> = LazyLock::new(Mutex::default);

/// Upright, regular and proportional first; then by name, so that the choice does not vary.
fn preference(face: &FaceInfo) -> (bool, bool, u16, bool, String, u32) {
    let name = face
        .families
        .first()
        .map(|(name, _)| name.clone())
        .unwrap_or_default();
    let plain = name.starts_with("Noto Sans") || name.contains("Emoji");
    (
        face.style != Style::Normal,
        face.monospaced,
        face.weight.0.abs_diff(400),
        !plain,
        name,
        face.index,
    )
}

/// Returns the bundled typefaces.
pub(crate) fn bundled() -> Vec<Font> {
    let data = [REGULAR, BOLD, WIDE].into_iter();
    data.flat_map(|data| Font::iter(Bytes::new(data))).collect()
}

/// Returns whether a bundled typeface can print a character.
pub(crate) fn is_bundled(c: char) -> bool {
    BUNDLED_FACES
        .iter()
        .any(|face| face.glyph_index(c).is_some())
}

/// Returns whether a character can be printed on this computer.
pub(crate) fn can_print(c: char) -> bool {
    is_bundled(c) || of_the_computer(c).is_some()
}

/// Returns the computer's typefaces for the characters of a text that no bundled one has.
pub(crate) fn for_text(text: &str) -> Vec<Font> {
    let lacking: BTreeSet<char> = text
        .chars()
        .filter(|c| !c.is_ascii() && !is_bundled(*c))
        .collect();
    let mut ids: Vec<fontdb::ID> = lacking.into_iter().filter_map(of_the_computer).collect();
    ids.dedup();
    ids.into_iter().filter_map(load).collect()
}

fn of_the_computer(c: char) -> Option<fontdb::ID> {
    let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    *found.entry(c).or_insert_with(|| {
        let (database, ids) = &*COMPUTER;
        let has = |data: &[u8], index| {
            Face::parse(data, index).is_ok_and(|face| face.glyph_index(c).is_some())
        };
        let mut ids = ids.iter().copied();
        ids.find(|id| database.with_face_data(*id, has).unwrap_or(false))
    })
}

fn load(id: fontdb::ID) -> Option<Font> {
    let (data, index) = COMPUTER
        .0
        .with_face_data(id, |data, index| (data.to_vec(), index))?;
    Font::new(Bytes::new(data), index)
}
