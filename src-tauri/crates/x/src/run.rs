//! Helpers for running other programs.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Success, or an error message.
pub type Done = Result<(), String>;

/// Returns the root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    here.canonicalize().unwrap_or(here)
}

/// Returns a command that runs in the repository root.
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// Runs a command and returns an error message if it fails.
pub fn must(mut command: Command) -> Done {
    let said = format!("{command:?}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{said} ended with {status}")),
        Err(error) => Err(format!("{said} could not be started: {error}")),
    }
}

/// Returns the trimmed standard output, or `None` if the command fails.
pub fn ask(name: &str, arguments: &[&str]) -> Option<String> {
    let output = program(name, arguments)
        .output()
        .ok()
        .filter(|o| o.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Returns whether a program is on the `PATH`.
pub fn there(name: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(name).is_file())
}

/// Runs a command, echoes each line of its output and passes it to `hear`. Returns whether it
/// succeeded.
pub fn listen(mut command: Command, mut hear: impl FnMut(&str)) -> Result<bool, String> {
    let said = format!("{command:?}");
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("{said}: {e}"))?;
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            println!("{line}");
            hear(&line);
        }
    }
    child
        .wait()
        .map(|status| status.success())
        .map_err(|e| format!("{said}: {e}"))
}
