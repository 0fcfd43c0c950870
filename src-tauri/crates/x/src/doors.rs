//! Each door of `cargo x`.
//!
//! Owns the order of steps. Everything is built as one workspace, so that nothing is built twice with other features.

use crate::prepare::{built, pages, prepare};
use crate::run::{Done, listen, must, program, root};
use crate::supply;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

fn cargo(arguments: &[&str]) -> Command {
    program("cargo", arguments)
}

fn build() -> Done {
    pages()?;
    must(cargo(&["build", "--locked", "--workspace"]))
}

fn has_display() -> bool {
    cfg!(not(target_os = "linux"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some())
}

/// Installs, builds, opens the app.
pub fn run(arguments: &[String]) -> Done {
    prepare(false)?;
    build()?;
    if !has_display() {
        println!(
            "There is no display here, so no window can open. The same journal answers at the terminal:\n    {} --help",
            built(false).join("daymark-cli").display()
        );
        return Ok(());
    }
    let mut app = Command::new(built(false).join("daymark"));
    app.args(arguments);
    must(app)
}

/// Opens the app with a made-up person, never in the person's own journal.
pub fn demo() -> Done {
    prepare(false)?;
    build()?;
    let place = std::env::temp_dir().join(format!("daymark-demo-{}", std::process::id()));
    let mut fill = Command::new(built(false).join("daymark-cli"));
    fill.args(["demo", "--days", "400", "--journal"])
        .arg(&place);
    must(fill)?;
    if !has_display() {
        println!(
            "There is no display here. Look with: {} summary --journal {}",
            built(false).join("daymark-cli").display(),
            place.display()
        );
        return Ok(());
    }
    let mut app = Command::new(built(false).join("daymark"));
    app.env("DAYMARK_JOURNAL", &place);
    must(app)
}

struct Display(Child);

impl Drop for Display {
    fn drop(&mut self) {
        // Asked to end, it takes its lock and socket along.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

/// A display of the tests' own, and its name: Xvfb takes a free one and says which when it is ready.
fn display(size: &str) -> Result<(Display, String), String> {
    let mut child = Command::new("Xvfb")
        .args([
            "-noreset",
            "-displayfd",
            "1",
            "-screen",
            "0",
            size,
            "-nolisten",
            "tcp",
        ])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("Xvfb: {e}"))?;
    let mut number = String::new();
    if let Some(out) = child.stdout.take() {
        BufReader::new(out)
            .read_line(&mut number)
            .map_err(|e| format!("Xvfb: {e}"))?;
    }
    let guard = Display(child);
    match number.trim() {
        "" => Err("Xvfb did not open a display".into()),
        number => Ok((guard, format!(":{number}"))),
    }
}

#[derive(Default)]
struct Count {
    passed: u32,
    failed: u32,
}

impl Count {
    fn step(&mut self, name: &str, done: &Done) {
        match done {
            Ok(()) => self.passed += 1,
            Err(why) => {
                self.failed += 1;
                println!("FAILED {name}: {why}");
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

fn window_tests(count: &mut Count) -> Done {
    count.step(
        "types of the window",
        &must(program(
            "npm",
            &["--prefix", "ui", "run", "--silent", "check"],
        )),
    );
    let mut vitest = program("npm", &["--prefix", "ui", "run", "--silent", "test"]);
    vitest.env("NO_COLOR", "1");
    let before = count.failed;
    let fine = listen(vitest, |line| {
        if line.trim_start().starts_with("Tests ") {
            count.read(line);
        }
    })?;
    if !fine && count.failed == before {
        count.failed += 1;
    }
    Ok(())
}

fn rust_tests(count: &mut Count, extra: &[(&str, &str)]) -> Done {
    let (_display, name) = display("1280x800x24")?;
    let mut tests = cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]);
    tests
        .env("DISPLAY", &name)
        .env_remove("WAYLAND_DISPLAY")
        .envs(extra.iter().copied());
    let before = count.failed;
    let fine = listen(tests, |line| {
        if line.starts_with("test result:") {
            count.read(line);
        }
    })?;
    if !fine && count.failed == before {
        count.failed += 1;
    }
    Ok(())
}

fn trust_suites(count: &mut Count, arguments: &[String]) -> Done {
    let (_display, name) = display("1280x800x24")?;
    let mut trust = Command::new(built(false).join("trust"));
    trust
        .args(arguments)
        .current_dir(root())
        .env("DISPLAY", &name)
        .env_remove("WAYLAND_DISPLAY");
    let before = count.failed;
    let fine = listen(trust, |line| {
        if line.starts_with("trust:") {
            count.read(line);
        }
    })?;
    if !fine && count.failed == before {
        count.failed += 1;
    }
    Ok(())
}

/// What is promised about a journal, tried: killed, its disk failing, damaged, full.
pub fn trust(arguments: &[String]) -> Done {
    prepare(true)?;
    build()?;
    let mut count = Count::default();
    trust_suites(&mut count, arguments)?;
    if count.failed == 0 {
        Ok(())
    } else {
        Err("Some of it does not hold; it is named above.".into())
    }
}

/// All tests; the last line counts them.
pub fn test() -> Done {
    prepare(true)?;
    let mut count = Count::default();
    build()?;
    window_tests(&mut count)?;
    rust_tests(&mut count, &[])?;
    trust_suites(&mut count, &[])?;
    println!("{} passed, {} failed", count.passed, count.failed);
    if count.failed == 0 {
        Ok(())
    } else {
        Err("Some tests failed; they are named above.".into())
    }
}

/// Format, lints, types, licences.
pub fn check() -> Done {
    prepare(true)?;
    pages()?;
    must(cargo(&["fmt", "--all", "--check"]))?;
    // Advice is as good as a rule where it can be followed.
    let clippy = ["clippy", "--locked", "--workspace", "--all-targets"];
    must(cargo(&[&clippy[..], &["--", "-D", "warnings"]].concat()))?;
    must(program(
        "npm",
        &["--prefix", "ui", "run", "--silent", "check"],
    ))?;
    must(cargo(&[
        "test",
        "--locked",
        "--workspace",
        "--lib",
        "generated",
    ]))?;
    supply::looked_at()
}

/// Writes what is generated.
pub fn generate() -> Done {
    must(cargo(&[
        "build",
        "--locked",
        "--workspace",
        "--exclude",
        "daymark",
    ]))?;
    let mut write = Command::new(built(false).join("generate"));
    write.arg(root().join("ui/src/bridge"));
    must(write)
}

/// Takes goldens and pictures as they are.
pub fn accept() -> Done {
    prepare(true)?;
    generate()?;
    build()?;
    let pictures = root().join("assets/screenshots");
    std::fs::create_dir_all(&pictures).map_err(|e| e.to_string())?;
    let folder = pictures.display().to_string();
    let mut count = Count::default();
    rust_tests(
        &mut count,
        &[("DAYMARK_ACCEPT", "1"), ("DAYMARK_PICTURES", &folder)],
    )
}

/// Measures all, or what is named.
pub fn bench(what: &[String]) -> Done {
    prepare(true)?;
    pages()?;
    must(cargo(&["build", "--locked", "--workspace", "--release"]))?;
    must(cargo(&[
        "build",
        "--locked",
        "--workspace",
        "--release",
        "--examples",
    ]))?;
    let (_display, name) = display("1280x800x24")?;
    let mut bench = Command::new(built(true).join("bench"));
    bench
        .args(what)
        .current_dir(root())
        .env("DISPLAY", name)
        .env_remove("WAYLAND_DISPLAY");
    must(bench)
}

/// A package for this system.
pub fn bundle() -> Done {
    prepare(false)?;
    pages()?;
    must(cargo(&[
        "build",
        "--locked",
        "--profile",
        "bundle",
        "--package",
        "daymark",
        "--package",
        "daymark-cli",
    ]))?;
    println!("Built {}", built(false).with_file_name("bundle").display());
    Ok(())
}
