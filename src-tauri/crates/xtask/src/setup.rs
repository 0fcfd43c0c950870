//! Build prerequisites: system packages and npm packages.
//!
//! Installs missing system packages as root or with sudo; otherwise prints the command to run.

use crate::process::{Result, capture, command, is_available, root, run_checked};
use std::fs;
use std::path::PathBuf;

/// Debian packages needed to build, and how to detect each without `dpkg`.
const BUILD: &[(&str, Shows)] = &[
    ("libwebkit2gtk-4.1-dev", Shows::Module("webkit2gtk-4.1")),
    ("libgtk-3-dev", Shows::Module("gtk+-3.0")),
    ("librsvg2-dev", Shows::Module("librsvg-2.0")),
    ("libssl-dev", Shows::Module("openssl")),
    ("pkg-config", Shows::Program("pkg-config")),
    ("gcc", Shows::Program("cc")),
];

/// Debian packages needed to test: the window's test driver, a virtual display and input, D-Bus, a
/// tracer, network namespaces, and readers for generated files.
const TEST: &[(&str, Shows)] = &[
    ("webkit2gtk-driver", Shows::Program("WebKitWebDriver")),
    ("xvfb", Shows::Program("Xvfb")),
    ("xauth", Shows::Program("xauth")),
    ("imagemagick", Shows::Program("import")),
    ("poppler-utils", Shows::Program("pdftotext")),
    ("procps", Shows::Program("pkill")),
    ("dbus-daemon", Shows::Program("dbus-daemon")),
    ("gnome-keyring", Shows::Program("gnome-keyring-daemon")),
    ("iproute2", Shows::Program("ip")),
    ("libglib2.0-bin", Shows::Program("gdbus")),
    ("strace", Shows::Program("strace")),
    ("xdotool", Shows::Program("xdotool")),
];

enum Shows {
    Module(&'static str),
    Program(&'static str),
}

/// Installs everything that is missing; with `testing`, also what tests need.
pub fn setup(testing: bool) -> Result {
    if cfg!(target_os = "linux") {
        system(testing)?;
    }
    window_packages()
}

fn system(testing: bool) -> Result {
    let wanted = BUILD.iter().chain(if testing { TEST } else { &[] });
    let missing: Vec<&str> = wanted
        .filter(|(name, shows)| !present(name, shows))
        .map(|(name, _)| *name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!(
        "apt-get install -y --no-install-recommends {}",
        missing.join(" ")
    );
    if !is_available("apt-get") {
        return Err(format!(
            "These are missing, by their Debian names: {}",
            missing.join(" ")
        ));
    }
    let is_root = capture("id", &["-u"]).as_deref() == Some("0");
    let sudo = !is_root && is_available("sudo") && capture("sudo", &["-n", "true"]).is_some();
    if !is_root && !sudo {
        return Err(format!(
            "Please run this line, then try again:\n    sudo {line}"
        ));
    }
    println!("Installing {}", missing.join(" "));
    apt(sudo, &["update"])?;
    let install = ["install", "-y", "--no-install-recommends"];
    apt(sudo, &[&install[..], &missing].concat())
}

fn apt(sudo: bool, arguments: &[&str]) -> Result {
    let mut command = if sudo {
        command("sudo", &["-n", "apt-get"])
    } else {
        command("apt-get", &[])
    };
    command
        .args(["-qq", "-o", "Dpkg::Use-Pty=0"])
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run_checked(command)
}

/// Returns whether a package is installed: by `dpkg-query` where available, else by its program or
/// module. A program found on the path may still lack its libraries.
fn present(package: &str, shows: &Shows) -> bool {
    if is_available("dpkg-query") {
        return capture("dpkg-query", &["-W", "-f=${db:Status-Status}", package]).as_deref()
            == Some("installed");
    }
    match shows {
        Shows::Program(name) => is_available(name),
        Shows::Module(name) => capture("pkg-config", &["--exists", name]).is_some(),
    }
}

/// Installs the npm packages exactly as locked; skipped if the lock file has not changed.
fn window_packages() -> Result {
    if !is_available("npm") {
        return Err("Node 20 or newer is missing: see https://nodejs.org".into());
    }
    let lock = fs::read_to_string(root().join("ui/package-lock.json"))
        .map_err(|e| format!("ui/package-lock.json: {e}"))?;
    let stamp = root().join("ui/node_modules/.installed-lock");
    if fs::read_to_string(&stamp).ok().as_deref() == Some(&lock) {
        return Ok(());
    }
    run_checked(command(
        "npm",
        &[
            "--prefix",
            "ui",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
        ],
    ))?;
    fs::write(&stamp, lock).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// Builds the UI.
pub fn pages() -> Result {
    run_checked(command(
        "npm",
        &["--prefix", "ui", "run", "--silent", "build"],
    ))
}

/// Returns cargo's output folder.
pub fn build_dir(release: bool) -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(if release { "release" } else { "debug" })
}
