//! Output on the terminal.

use ::commands::files::file_error;
use ::commands::{Changed, Result};
use serde_json::json;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

/// Prints bytes to standard output. A reader that has seen enough, such as `head`, is no error.
pub fn print_bytes(bytes: &[u8]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|e| file_error(Path::new("-"), &e)),
    }
}

/// Prints text without a line break.
pub fn print(text: &str) -> Result<()> {
    print_bytes(text.as_bytes())
}

/// Prints a line.
pub fn print_line(line: &str) -> Result<()> {
    print(&format!("{line}\n"))
}

/// Prints the result of a change.
pub fn print_result(json: bool, changed: &Changed) -> Result<()> {
    if json {
        print_line(&json!(changed).to_string())
    } else {
        print_line(&changed.message)
    }
}

/// Returns a callback that shows progress on a terminal once the work takes longer than 900 ms.
pub fn progress(of: u32) -> impl FnMut(u32) {
    let started = std::time::Instant::now();
    move |done| {
        if started.elapsed().as_millis() > 900 && std::io::stderr().is_terminal() {
            let end = if done >= of { "\n" } else { "" };
            eprint!("\r{done} / {of}{end}");
        }
    }
}
