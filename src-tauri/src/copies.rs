//! Copies taken by themselves, beside the window.
//!
//! Owns the thread that asks when one is due. A copy is begun and ended under the session's lock and written without
//! it, so that no save waits for one; nothing is closed while one is written.

use crate::Shared;
use commands::bridge::Outcome;
use commands::{Session, backups};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};

/// How often it is asked whether a copy is due.
const ASK: Duration = Duration::from_secs(60);

/// How long after the start the first question is asked.
const FIRST: Duration = Duration::from_secs(3);

/// Takes copies as long as the program runs.
pub fn keep(app: AppHandle) {
    std::thread::spawn(move || {
        // The day is painted first.
        std::thread::sleep(FIRST);
        loop {
            if app.state::<Shared>().copy(backups::begin_due) {
                // A window that is closing has no ears.
                let _ = app.emit("changed", backups::told_apart());
            }
            std::thread::sleep(ASK);
        }
    });
}

impl Shared {
    /// Takes a copy where `begin` says that one is due; whether something else is to be said of copies than before.
    pub fn copy(
        &self,
        begin: impl FnOnce(&mut Session) -> Outcome<Option<backups::Begun>>,
    ) -> bool {
        let _copying = self.copying();
        // Where no journal is open there is nothing to copy.
        let Ok((before, begun)) = self.with(|session| {
            let before = session.no_copy().map(str::to_owned);
            Ok((before, backups::begun(session, begin)))
        }) else {
            return false;
        };
        if let Some((snapshot, to)) = begun {
            // Whatever breaks off here, the journal takes its saves in again, and the next copy is asked for.
            let written = catch_unwind(AssertUnwindSafe(|| backups::write(&snapshot, &to)))
                .unwrap_or_else(|_| Err(std::io::Error::other("it broke off").into()));
            // What went wrong is kept by the session to be said.
            let _ = self.with(|session| Ok(backups::end(session, written).is_ok()));
        }
        self.with(|session| Ok(session.no_copy() != before.as_deref()))
            .unwrap_or_default()
    }
}
