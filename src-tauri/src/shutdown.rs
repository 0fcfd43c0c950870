//! Lock and shutdown. The page saves unfinished input first.

use crate::restart::restart_as;
use crate::state::{AppState, close_session, is_automated};
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};

/// Closes the journal and restarts the program.
///
/// Under a test driver, which would lose its window, the program stays and only the page reloads.
pub fn lock(app: &AppHandle) {
    let Some(locked) = close_session(&app.state::<AppState>()) else {
        return;
    };
    if !is_automated() {
        restart_as(app, Some(locked));
    }
}

/// Time the page has to save unfinished input.
const PAGE_TIMEOUT: Duration = Duration::from_secs(3);

/// Asks the page to save unfinished input and then to do `what`.
///
/// Calls `fallback` at once if no journal is open, or after `PAGE_TIMEOUT` if the page has not acted.
pub fn request(app: &AppHandle, what: &'static str, fallback: fn(&AppHandle)) {
    let app = app.clone();
    // Off the main thread: a long command may hold the session lock.
    std::thread::spawn(move || {
        if !app.state::<AppState>().is_closed() && app.emit("menu", what).is_ok() {
            std::thread::sleep(PAGE_TIMEOUT);
        }
        fallback(&app);
    });
}

/// Quits the program after the page saved unfinished input.
pub fn quit(app: &AppHandle) {
    request(app, "quit", |app| app.exit(0));
}
