//! The Debian package: the release build with its desktop file, icons and metadata.
//!
//! Nothing is downloaded: `dpkg-deb` is part of every Debian.

use crate::process::{Result, capture, command, root, run_checked};
use crate::setup::{build_dir, pages, setup};
use std::fs;
use std::path::{Path, PathBuf};

/// Libraries of the system that the programs are linked to.
const DEPENDS: &str = "libc6 (>= 2.36), libgtk-3-0, libssl3, libwebkit2gtk-4.1-0";

/// The name under which desktops know the program.
const ID: &str = "org.daymark.journal";

/// Builds `target/daymark_<version>_<architecture>.deb` and prints its size.
pub fn bundle() -> Result {
    setup(false)?;
    pages()?;
    let mut build = command("cargo", &["build", "--locked", "--release"]);
    build.args(["--package", "daymark", "--package", "daymark-cli"]);
    run_checked(build)?;
    let stage = root().join("target/deb");
    let version = env!("CARGO_PKG_VERSION");
    let architecture = capture("dpkg", &["--print-architecture"])
        .ok_or("dpkg does not say its architecture: this needs Debian or Ubuntu")?;
    lay_out(&stage)?;
    write(
        &stage.join("DEBIAN/control"),
        &control(&stage, version, &architecture)?,
    )?;
    let package = root().join(format!("target/daymark_{version}_{architecture}.deb"));
    let mut pack = command("dpkg-deb", &["--root-owner-group", "--build"]);
    pack.arg(&stage).arg(&package);
    run_checked(pack)?;
    let size = fs::metadata(&package).map_err(|e| e.to_string())?.len();
    println!("{} ({:.1} MB)", package.display(), size as f64 / 1e6);
    Ok(())
}

/// Copies everything to where the package puts it.
fn lay_out(stage: &Path) -> Result {
    if stage.exists() {
        fs::remove_dir_all(stage).map_err(|e| e.to_string())?;
    }
    for program in ["daymark", "daymark-cli"] {
        let into = stage.join("usr/bin").join(program);
        copy(&build_dir(true).join(program), &into)?;
        run_checked(command(
            "strip",
            &["--strip-unneeded", &into.display().to_string()],
        ))?;
    }
    let desktop = root().join("assets/desktop");
    let share = stage.join("usr/share");
    let entry = format!("{ID}.desktop");
    copy(
        &desktop.join(&entry),
        &share.join("applications").join(entry),
    )?;
    let info = format!("{ID}.metainfo.xml");
    copy(&desktop.join(&info), &share.join("metainfo").join(info))?;
    for (icon, size) in [
        ("32x32", "32x32"),
        ("128x128", "128x128"),
        ("icon", "512x512"),
    ] {
        let from = root().join(format!("src-tauri/icons/{icon}.png"));
        copy(
            &from,
            &share.join(format!("icons/hicolor/{size}/apps/{ID}.png")),
        )?;
    }
    let doc = share.join("doc/daymark");
    copy(&root().join("LICENSE"), &doc.join("copyright"))?;
    copy(&root().join("CHANGELOG.md"), &doc.join("CHANGELOG.md"))?;
    for notice in ["OFL.txt", "DejaVu-LICENSE.txt"] {
        copy(&root().join("assets/fonts").join(notice), &doc.join(notice))?;
    }
    Ok(())
}

fn control(stage: &Path, version: &str, architecture: &str) -> Result<String> {
    let kilobytes = size(&stage.join("usr"))?.div_ceil(1024);
    Ok(format!(
        "Package: daymark\nVersion: {version}\nArchitecture: {architecture}\nSection: misc\n\
         Priority: optional\nMaintainer: The Daymark authors <daymark@localhost>\n\
         Installed-Size: {kilobytes}\nDepends: {DEPENDS}\n\
         Description: journal for people with depression\n \
         Logs mood, sleep, exercise, food and treatment on your own computer, shows the trends\n \
         and prints one page for the therapist. Never uses the network.\n"
    ))
}

/// Returns the size of a folder's files, in bytes.
fn size(folder: &Path) -> Result<u64> {
    let mut total = 0;
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).map_err(|e| e.to_string())?.flatten() {
            let about = entry.metadata().map_err(|e| e.to_string())?;
            if about.is_dir() {
                folders.push(entry.path());
            } else {
                total += about.len();
            }
        }
    }
    Ok(total)
}

fn copy(from: &Path, to: &Path) -> Result {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|e| e.to_string())?;
    }
    fs::copy(from, to).map_err(|e| format!("{}: {e}", from.display()))?;
    Ok(())
}

fn write(path: &Path, text: &str) -> Result {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|e| e.to_string())?;
    }
    fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}
