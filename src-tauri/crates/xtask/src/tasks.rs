//! The tasks of `cargo x`.
//!
//! Everything is built as one workspace, so that nothing is built twice with other features.

use crate::display::display;
use crate::process::{Result, command, root, run_checked};
use crate::setup::{build_dir, pages, setup};
use crate::suites::{Count, durability_suites, rust_tests, ui_tests};
use crate::supply_chain;
use std::process::Command;

fn cargo(arguments: &[&str]) -> Command {
    command("cargo", arguments)
}

fn build() -> Result {
    pages()?;
    run_checked(cargo(&["build", "--locked", "--workspace"]))
}

/// Builds only the app. Cargo's own progress is shown.
fn build_app() -> Result {
    pages()?;
    run_checked(cargo(&["build", "--locked", "--package", "daymark"]))
}

fn has_display() -> bool {
    cfg!(not(target_os = "linux"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some())
}

/// Installs, builds, opens the app.
pub fn run(arguments: &[String]) -> Result {
    setup(false)?;
    if !has_display() {
        return Err(
            "There is no display, so no window can open. Use the terminal instead: \
                    cargo run --package daymark-cli -- --help"
                .into(),
        );
    }
    build_app()?;
    let mut app = Command::new(build_dir(false).join("daymark"));
    app.args(arguments);
    run_checked(app)
}

/// Opens the app with demo data, in a temporary folder.
pub fn demo() -> Result {
    setup(false)?;
    build()?;
    let place = std::env::temp_dir().join(format!("daymark-demo-{}", std::process::id()));
    let mut fill = Command::new(build_dir(false).join("daymark-cli"));
    fill.args(["demo", "--days", "400", "--journal"])
        .arg(&place);
    run_checked(fill)?;
    if !has_display() {
        println!(
            "There is no display here. Look with: {} summary --journal {}",
            build_dir(false).join("daymark-cli").display(),
            place.display()
        );
        return Ok(());
    }
    let mut app = Command::new(build_dir(false).join("daymark"));
    app.env("DAYMARK_JOURNAL", &place);
    run_checked(app)
}

/// Runs the durability suites.
pub fn durability(arguments: &[String]) -> Result {
    setup(true)?;
    build()?;
    let mut count = Count::default();
    durability_suites(&mut count, arguments)?;
    if count.failed == 0 {
        Ok(())
    } else {
        Err("Some durability suites failed; they are named above.".into())
    }
}

/// All tests; the last line counts them.
pub fn test() -> Result {
    setup(true)?;
    let mut count = Count::default();
    build()?;
    ui_tests(&mut count)?;
    rust_tests(&mut count, &[], "")?;
    durability_suites(&mut count, &[])?;
    println!("{} passed, {} failed", count.passed, count.failed);
    if count.failed == 0 {
        Ok(())
    } else {
        Err("Some tests failed; they are named above.".into())
    }
}

/// Format, lints, types, docs, generated files, architecture rules, licences.
pub fn check() -> Result {
    setup(true)?;
    pages()?;
    run_checked(cargo(&["fmt", "--all", "--check"]))?;
    let clippy = ["clippy", "--locked", "--workspace", "--all-targets"];
    run_checked(cargo(&[&clippy[..], &["--", "-D", "warnings"]].concat()))?;
    run_checked(command(
        "npm",
        &["--prefix", "ui", "run", "--silent", "check"],
    ))?;
    run_checked(command(
        "npm",
        &["--prefix", "ui", "run", "--silent", "lint"],
    ))?;
    let mut docs = cargo(&[
        "doc",
        "--locked",
        "--workspace",
        "--no-deps",
        "--document-private-items",
    ]);
    docs.env("RUSTDOCFLAGS", "-D rustdoc::broken_intra_doc_links");
    run_checked(docs)?;
    run_checked(cargo(&[
        "test",
        "--locked",
        "--workspace",
        "--lib",
        "--",
        "generated",
        "architecture",
        "module_circles",
    ]))?;
    supply_chain::audit()
}

/// Writes generated files: types of the bridge, message ids, the capability of the window.
pub fn generate() -> Result {
    run_checked(cargo(&[
        "build",
        "--locked",
        "--workspace",
        "--exclude",
        "daymark",
    ]))?;
    let mut write = Command::new(build_dir(false).join("generate"));
    write.arg(root());
    run_checked(write)
}

/// Accepts current figures, pages and exports as golden files.
pub fn accept() -> Result {
    setup(true)?;
    generate()?;
    build()?;
    rust_tests(&mut Count::default(), &[("DAYMARK_ACCEPT", "1")], "")
}

/// Writes a picture of each screen to `target/screenshots`.
pub fn screenshots() -> Result {
    setup(true)?;
    build()?;
    let pictures = root().join("target/screenshots");
    std::fs::create_dir_all(&pictures).map_err(|e| e.to_string())?;
    let folder = pictures.display().to_string();
    let mut count = Count::default();
    rust_tests(&mut count, &[("DAYMARK_PICTURES", &folder)], "screens")?;
    println!("Written to {folder}");
    Ok(())
}

/// Runs the benchmarks, all or those that are named.
pub fn bench(what: &[String]) -> Result {
    setup(true)?;
    pages()?;
    let named = what.iter().any(|name| name == "peers");
    if what.is_empty() || named {
        let install = ["ci", "--prefix", "tests/peers", "--ignore-scripts"];
        let installed = run_checked(command("npm", &[&install[..], &["--silent"]].concat()));
        match installed {
            Err(error) if named => return Err(error),
            Err(error) => println!("{error}"),
            Ok(()) => {}
        }
    }
    run_checked(cargo(&["build", "--locked", "--workspace", "--release"]))?;
    run_checked(cargo(&[
        "build",
        "--locked",
        "--workspace",
        "--release",
        "--examples",
    ]))?;
    let (_display, name) = display("1280x800x24")?;
    let mut bench = Command::new(build_dir(true).join("bench"));
    bench
        .args(what)
        .current_dir(root())
        .env("DISPLAY", name)
        .env_remove("WAYLAND_DISPLAY");
    run_checked(bench)
}
