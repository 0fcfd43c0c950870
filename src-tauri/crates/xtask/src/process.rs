//! Helpers for running other programs.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Success, or an error message.
pub type Result<T = (), E = String> = std::result::Result<T, E>;

/// Returns the root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    here.canonicalize().unwrap_or(here)
}

/// Returns a command that runs in the repository root.
pub fn command(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// Runs a command and returns an error message if it fails.
pub fn run_checked(mut command: Command) -> Result {
    let command_line = format!("{command:?}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command_line} ended with {status}")),
        Err(error) => Err(format!("{command_line} could not be started: {error}")),
    }
}

/// Returns the trimmed standard output, or `None` if the command fails.
pub fn capture(name: &str, arguments: &[&str]) -> Option<String> {
    let output = command(name, arguments)
        .output()
        .ok()
        .filter(|o| o.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Returns whether a program is on the `PATH`.
pub fn is_available(name: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(name).is_file())
}

/// Runs a command, echoes each line of its output and passes it to `on_line`. Returns whether it
/// succeeded.
pub fn stream(mut command: Command, mut on_line: impl FnMut(&str)) -> Result<bool> {
    let command_line = format!("{command:?}");
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("{command_line}: {e}"))?;
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            println!("{line}");
            on_line(&line);
        }
    }
    child
        .wait()
        .map(|status| status.success())
        .map_err(|e| format!("{command_line}: {e}"))
}
