//! Embeds the definitions and the words, and makes a constant of each word's key so that a missing one does
//! not compile. Another tracker or language is files alone.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
    let mut code = String::from(
        "/// Definitions: file name and text.\npub(crate) const TRACKERS: &[(&str, &str)] = &[\n",
    );
    for file in files(&assets.join("trackers"), "toml") {
        let _ = writeln!(
            code,
            "    ({:?}, include_str!({:?})),",
            name(&file),
            file.display().to_string()
        );
    }
    code.push_str(
        "];\n/// Words: language and text.\npub(crate) const WORDS: &[(&str, &str)] = &[\n",
    );
    for language in folders(&assets.join("words")) {
        for file in files(&language, "ftl") {
            let _ = writeln!(
                code,
                "    ({:?}, include_str!({:?})),",
                name(&language),
                file.display().to_string()
            );
        }
    }
    code.push_str("];\n/// The keys of the words.\npub mod word {\n");
    for file in files(&assets.join("words/en"), "ftl") {
        for key in keys(&fs::read_to_string(&file).unwrap_or_default()) {
            let constant = key.to_uppercase().replace('-', "_");
            let _ = writeln!(
                code,
                "    #[allow(missing_docs, dead_code)] pub const {constant}: &str = {key:?};"
            );
        }
    }
    code.push_str("}\n");
    code.push_str(
        "/// Practices: file name and text.\npub(crate) const PRACTICES: &[(&str, &str)] = &[\n",
    );
    for file in files(&assets.join("practices"), "toml") {
        let _ = writeln!(
            code,
            "    ({:?}, include_str!({:?})),",
            name(&file),
            file.display().to_string()
        );
    }
    code.push_str("];\n");
    let demo = assets.join("demo/person.toml");
    let _ = writeln!(
        code,
        "/// A made-up person.\npub(crate) const DEMO: &str = include_str!({:?});",
        demo.display().to_string()
    );
    println!(
        "cargo::rerun-if-changed={}",
        assets.join("trackers").display()
    );
    println!("cargo::rerun-if-changed={}", assets.join("words").display());
    println!(
        "cargo::rerun-if-changed={}",
        assets.join("practices").display()
    );
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("embedded.rs");
    if let Err(error) = fs::write(&out, code) {
        println!("cargo::error=could not write {}: {error}", out.display());
    }
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

fn listed(folder: &Path, keep: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| keep(p))
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
