//! Automatic backups.
//!
//! A background thread checks once a minute whether a backup is due. A backup starts and finishes
//! under the session lock but is written without it, so saves never wait for one. The journal is
//! not closed while a backup is written.

use crate::Shared;
use commands::bridge::Outcome;
use commands::{Session, backups};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};

/// Interval between two checks.
const ASK: Duration = Duration::from_secs(60);

/// Delay of the first check after start-up.
const FIRST: Duration = Duration::from_secs(3);

/// Starts the backup thread, which runs for the lifetime of the program.
pub fn keep(app: AppHandle) {
    std::thread::spawn(move || {
        // Let the day's page be painted first.
        std::thread::sleep(FIRST);
        loop {
            if app.state::<Shared>().copy(backups::begin_due) {
                // Emitting fails only while the window closes.
                let _ = app.emit("changed", backups::told_apart());
            }
            std::thread::sleep(ASK);
        }
    });
}

impl Shared {
    /// Takes a backup if `begin` starts one. Returns whether the backup error to show has changed.
    pub fn copy(
        &self,
        begin: impl FnOnce(&mut Session) -> Outcome<Option<backups::Begun>>,
    ) -> bool {
        let _copying = self.copying();
        // Without an open journal there is nothing to back up.
        let Ok((before, begun)) = self.with(|session| {
            let before = session.no_copy().map(str::to_owned);
            Ok((before, backups::begun(session, begin)))
        }) else {
            return false;
        };
        if let Some((snapshot, to)) = begun {
            // `end` must run even after a panic: it ends the snapshot and lets checkpoints resume.
            let written = catch_unwind(AssertUnwindSafe(|| backups::write(&snapshot, &to)))
                .unwrap_or_else(|_| Err(std::io::Error::other("it broke off").into()));
            // The session stores the error for display.
            let _ = self.with(|session| Ok(backups::end(session, written).is_ok()));
        }
        self.with(|session| Ok(session.no_copy() != before.as_deref()))
            .unwrap_or_default()
    }
}
