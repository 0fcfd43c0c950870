//! Automatic backups.
//!
//! A background thread checks once a minute whether a backup is due. A backup starts and finishes
//! under the session lock but is written without it, so saves never wait for one. The journal is
//! not closed while a backup is written.

use crate::state::AppState;
use commands::backup::schedule;
use commands::{Changed, Topic};
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};

/// Interval between two checks.
const INTERVAL: Duration = Duration::from_secs(60);

/// Delay of the first check after start-up.
const FIRST_DELAY: Duration = Duration::from_secs(3);

/// Starts the backup thread, which runs for the lifetime of the program.
pub fn start(app: AppHandle) {
    std::thread::spawn(move || {
        // Let the day's page be painted first.
        std::thread::sleep(FIRST_DELAY);
        loop {
            if app.state::<AppState>().back_up(schedule::start_due) {
                // Emitting fails only while the window closes.
                let _ = app.emit("changed", Changed::topic(Topic::Preferences, String::new()));
            }
            std::thread::sleep(INTERVAL);
        }
    });
}
