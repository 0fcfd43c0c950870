//! Copies taken by themselves, beside the window.
//!
//! Owns the thread that asks when one is due. A copy is begun and ended under the session's lock and written without
//! it, so that no save waits for one; nothing is closed while one is written.

use crate::Shared;
use commands::bridge::Outcome;
use commands::{Session, backups};
use std::time::Duration;
use tauri::{AppHandle, Manager};

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
            app.state::<Shared>().copy(backups::begin_due);
            std::thread::sleep(ASK);
        }
    });
}

impl Shared {
    /// Takes a copy where `begin` says that one is due.
    pub fn copy(&self, begin: impl FnOnce(&mut Session) -> Outcome<Option<backups::Begun>>) {
        let _copying = self.copying();
        let begun = self.with(|session| {
            let begun = begin(session).map_err(|m| commands::sentences::failure(&m, session))?;
            let to =
                backups::place(session).map_err(|m| commands::sentences::failure(&m, session))?;
            Ok(begun.map(|snapshot| (snapshot, to)))
        });
        let Ok(Some((snapshot, to))) = begun else {
            return;
        };
        let written = backups::write(&snapshot, &to);
        let ended = self.with(|session| {
            backups::end(session, written).map_err(|m| commands::sentences::failure(&m, session))
        });
        if let Err(failure) = ended {
            eprintln!("Daymark could not make a copy: {}", failure.said);
        }
    }
}
