//! Events that benchmarks and tests read from standard output.

use crate::menu;
use commands::{Changed, Topic};
use tauri::{AppHandle, Emitter};

/// Notifies the window of a change that is already on disk.
pub fn on_changed(app: &AppHandle, changed: &Changed) {
    // Emitting fails only while the window closes.
    let _ = app.emit("changed", changed);
    if changed.topics.contains(&Topic::Preferences) {
        menu::refresh(app);
    }
    print_event("changed");
}

use std::io::Write as _;

/// Prints an event to standard output if `DAYMARK_PRINT_EVENTS` is set (benchmarks and tests).
pub fn print_event(name: &str) {
    if std::env::var_os("DAYMARK_PRINT_EVENTS").is_some() {
        println!("{name}");
        let _ = std::io::stdout().flush();
    }
}
