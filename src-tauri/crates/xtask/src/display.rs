//! A virtual display for tests and benchmarks.

use crate::process::Result;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// A running virtual display. It ends when dropped.
pub struct Display(Child);
impl Drop for Display {
    fn drop(&mut self) {
        // On SIGTERM it removes its lock file and socket.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

/// Starts a virtual display. Returns it with its name; Xvfb takes a free number and prints it when it
/// is ready.
pub fn display(size: &str) -> Result<(Display, String)> {
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
