//! Supply-chain checks: licences, sources, banned crates and the SBOM.
//!
//! Uses `cargo-deny` and `cargo-cyclonedx`, which are built once into `target/tools` if not
//! installed.

use crate::process::{Result, capture, command, is_available, root, run_checked};
use std::fs;
use std::path::PathBuf;

/// Checks licences, sources and banned crates, and advisories if their database can be fetched.
pub fn audit() -> Result {
    let deny = tool("cargo-deny")?;
    let deny = deny.to_string_lossy();
    run_checked(command(&deny, &["check", "licenses", "bans", "sources"]))?;
    if capture(&deny, &["fetch", "db"]).is_none() {
        println!("The list of known weaknesses can't be reached from here; it was not looked at.");
        return Ok(());
    }
    run_checked(command(&deny, &["check", "advisories"]))
}

/// Writes the SBOM of the program and of its pages, in `CycloneDX` format.
pub fn sbom() -> Result {
    let into = root().join("target/sbom");
    fs::create_dir_all(&into).map_err(|e| format!("{}: {e}", into.display()))?;
    run_checked(command(
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
    let written = root().join("src-tauri").join(SBOM_FILE);
    let target = into.join("daymark.json");
    fs::rename(&written, &target).map_err(|e| format!("{}: {e}", written.display()))?;
    // `cargo-cyclonedx` writes one file per workspace member; the app's contains all of them.
    let parts = fs::read_dir(root().join("src-tauri/crates"))
        .map_err(|e| format!("src-tauri/crates: {e}"))?
        .flatten()
        .map(|part| part.path());
    for part in parts.chain([root().join("tests")]) {
        let _ = fs::remove_file(part.join(SBOM_FILE));
    }
    let pages = capture(
        "npm",
        &["--prefix", "ui", "sbom", "--sbom-format", "cyclonedx"],
    )
    .ok_or("npm could not say what the pages are made of")?;
    let path = into.join("pages.json");
    fs::write(&path, pages).map_err(|e| format!("{}: {e}", path.display()))?;
    println!("Written to {}", into.display());
    Ok(())
}

/// Name of the SBOM file written beside each manifest.
const SBOM_FILE: &str = "daymark-sbom.json";

/// Returns the path of a tool, building it first if it is not installed.
fn tool(name: &str) -> Result<PathBuf, String> {
    if is_available(name) {
        return Ok(PathBuf::from(name));
    }
    let place = root().join("target/tools");
    let build_dir = place.join("bin").join(name);
    if !build_dir.is_file() {
        let place = place.to_string_lossy();
        run_checked(command(
            "cargo",
            &["install", "--quiet", "--locked", "--root", &place, name],
        ))?;
    }
    Ok(build_dir)
}
