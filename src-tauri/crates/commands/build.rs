//! Build script: embeds definitions, practices and locale files, and generates message keys.
//!
//! A missing key fails to compile. Files of a new tracker or language are found by their folder.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
    let trackers = definitions(&assets);
    let practices = files(&assets.join("practices"), "toml");
    let mut locales = Vec::new();
    for language in folders(&assets.join("locales")) {
        let of = |file| (name(&language), file);
        locales.extend(files(&language, "ftl").into_iter().map(of));
    }
    let named = |files: Vec<PathBuf>| files.into_iter().map(|f| (name(&f), f)).collect::<Vec<_>>();
    let code = [
        table(
            "Definitions: file name and text.",
            "TRACKERS",
            &named(trackers),
        ),
        table("Locales: language and text.", "LOCALES", &locales),
        constants(&assets.join("locales/en")),
        table(
            "Practices: file name and text.",
            "PRACTICES",
            &named(practices),
        ),
        format!(
            "/// A made-up person.\npub(crate) const DEMO: &str = include_str!({:?});",
            assets.join("demo/person.toml").display().to_string()
        ),
    ];
    for folder in [
        "trackers",
        "questionnaires",
        "tools",
        "locales",
        "practices",
    ] {
        println!("cargo::rerun-if-changed={}", assets.join(folder).display());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("embedded.rs");
    if let Err(error) = fs::write(&out, code.concat()) {
        println!("cargo::error=could not write {}: {error}", out.display());
    }
}

/// Returns the files of all definitions: trackers, questionnaires and tools.
fn definitions(assets: &Path) -> Vec<PathBuf> {
    let folders = ["trackers", "questionnaires", "tools"];
    let of = |folder: &&str| files(&assets.join(folder), "toml");
    folders.iter().flat_map(of).collect()
}

/// Returns the source of a constant slice of names and embedded texts.
fn table(says: &str, constant: &str, files: &[(String, PathBuf)]) -> String {
    let mut code = format!("/// {says}\npub(crate) const {constant}: &[(&str, &str)] = &[\n");
    for (name, file) in files {
        let file = file.display().to_string();
        let _ = writeln!(code, "    ({name:?}, include_str!({file:?})),");
    }
    code.push_str("];\n");
    code
}

/// Returns the source of a module with one constant per Fluent message key.
fn constants(folder: &Path) -> String {
    let mut code = String::from("/// Ids of all messages.\npub mod msg {\n");
    for file in files(folder, "ftl") {
        for key in keys(&fs::read_to_string(&file).unwrap_or_default()) {
            let constant = key.to_uppercase().replace('-', "_");
            let _ = writeln!(
                code,
                "    #[allow(missing_docs, dead_code)] pub const {constant}: &str = {key:?};"
            );
        }
    }
    code.push_str("}\n");
    code
}

fn keys(text: &str) -> Vec<String> {
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .collect()
}

fn name(path: &Path) -> String {
    path.file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn listed(folder: &Path, include: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| include(p))
        .collect();
    paths.sort();
    paths
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    listed(folder, |p| p.extension().is_some_and(|e| e == extension))
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    listed(folder, Path::is_dir)
}
