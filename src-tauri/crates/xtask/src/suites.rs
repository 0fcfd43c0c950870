//! The test suites, and the count of their results.

use crate::display::display;
use crate::process::{Result, command, root, run_checked, stream};
use crate::setup::build_dir;
use std::process::Command;

/// Number of tests passed and failed.
#[derive(Default)]
pub struct Count {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
}
impl Count {
    fn step(&mut self, name: &str, done: &Result) {
        match done {
            Ok(()) => self.passed += 1,
            Err(error) => {
                self.failed += 1;
                println!("FAILED {name}: {error}");
            }
        }
    }

    /// Reads "12 passed" and "3 failed" off a line of a test runner.
    fn read(&mut self, line: &str) {
        let words: Vec<&str> = line
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect();
        for pair in words.windows(2) {
            match (pair[0].parse::<u32>(), pair[1]) {
                (Ok(n), "passed") => self.passed += n,
                (Ok(n), "failed") => self.failed += n,
                _ => {}
            }
        }
    }
}

/// Type checks and unit tests of the UI.
pub fn ui_tests(count: &mut Count) -> Result {
    count.step(
        "types of the window",
        &run_checked(command(
            "npm",
            &["--prefix", "ui", "run", "--silent", "check"],
        )),
    );
    let mut vitest = command("npm", &["--prefix", "ui", "run", "--silent", "test"]);
    vitest.env("NO_COLOR", "1");
    let before = count.failed;
    let succeeded = stream(vitest, |line| {
        if line.trim_start().starts_with("Tests ") {
            count.read(line);
        }
    })?;
    if !succeeded && count.failed == before {
        count.failed += 1;
    }
    Ok(())
}

/// Rust tests of the workspace, with a virtual display. `extra` are environment variables; `filter` names
/// the tests to run, or is empty.
pub fn rust_tests(count: &mut Count, extra: &[(&str, &str)], filter: &str) -> Result {
    let (_display, name) = display("1280x800x24")?;
    let mut tests = command(
        "cargo",
        &["test", "--locked", "--workspace", "--no-fail-fast"],
    );
    if !filter.is_empty() {
        tests.arg(filter);
    }
    tests
        .env("DISPLAY", &name)
        .env_remove("WAYLAND_DISPLAY")
        .envs(extra.iter().copied());
    let before = count.failed;
    let succeeded = stream(tests, |line| {
        if line.starts_with("test result:") {
            count.read(line);
        }
    })?;
    if !succeeded && count.failed == before {
        count.failed += 1;
    }
    Ok(())
}

/// Durability suites: killed programs, failing and full disks, damaged files.
pub fn durability_suites(count: &mut Count, arguments: &[String]) -> Result {
    let (_display, name) = display("1280x800x24")?;
    let mut durability = Command::new(build_dir(false).join("durability"));
    durability
        .args(arguments)
        .current_dir(root())
        .env("DISPLAY", &name)
        .env_remove("WAYLAND_DISPLAY");
    let before = count.failed;
    let succeeded = stream(durability, |line| {
        if line.starts_with("durability:") {
            count.read(line);
        }
    })?;
    if !succeeded && count.failed == before {
        count.failed += 1;
    }
    Ok(())
}
