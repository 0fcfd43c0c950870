//! What Daymark is made of.
//!
//! Owns looking at licences, sources and banned crates, and writing the bill of materials. Both are other people's
//! programs, built once into the build's own folder where they are not installed.

use crate::run::{Done, ask, must, program, root, there};
use std::fs;
use std::path::PathBuf;

/// Licences, sources, and nothing that speaks over a network; known weaknesses where their list can be reached.
pub fn looked_at() -> Done {
    let deny = tool("cargo-deny")?;
    let deny = deny.to_string_lossy();
    must(program(&deny, &["check", "licenses", "bans", "sources"]))?;
    if ask(&deny, &["fetch", "db"]).is_none() {
        println!("The list of known weaknesses can't be reached from here; it was not looked at.");
        return Ok(());
    }
    must(program(&deny, &["check", "advisories"]))
}

/// The bill of materials in `CycloneDX`, of the program and of its pages.
pub fn bill() -> Done {
    let into = root().join("target/sbom");
    fs::create_dir_all(&into).map_err(|e| format!("{}: {e}", into.display()))?;
    must(program(
        &tool("cargo-cyclonedx")?.to_string_lossy(),
        &[
            "cyclonedx",
            "--manifest-path",
            "src-tauri/Cargo.toml",
            "--format",
            "json",
            "--no-build-deps",
            "--override-filename",
            "daymark-sbom",
        ],
    ))?;
    let made = root().join("src-tauri").join(MADE);
    let kept = into.join("daymark.json");
    fs::rename(&made, &kept).map_err(|e| format!("{}: {e}", made.display()))?;
    // It writes one for each part of the workspace; the window's holds them all.
    let parts = fs::read_dir(root().join("src-tauri/crates"))
        .map_err(|e| format!("src-tauri/crates: {e}"))?
        .flatten()
        .map(|part| part.path());
    for part in parts.chain([root().join("tests")]) {
        let _ = fs::remove_file(part.join(MADE));
    }
    let pages = ask(
        "npm",
        &["--prefix", "ui", "sbom", "--sbom-format", "cyclonedx"],
    )
    .ok_or("npm could not say what the pages are made of")?;
    let path = into.join("pages.json");
    fs::write(&path, pages).map_err(|e| format!("{}: {e}", path.display()))?;
    println!("Written to {}", into.display());
    Ok(())
}

/// The file's name as it is written beside each manifest.
const MADE: &str = "daymark-sbom.json";

/// Where a program is found; it is built where it is not.
fn tool(name: &str) -> Result<PathBuf, String> {
    if there(name) {
        return Ok(PathBuf::from(name));
    }
    let place = root().join("target/tools");
    let built = place.join("bin").join(name);
    if !built.is_file() {
        let place = place.to_string_lossy();
        must(program(
            "cargo",
            &["install", "--quiet", "--locked", "--root", &place, name],
        ))?;
    }
    Ok(built)
}
