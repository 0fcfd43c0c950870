//! State shared by the window's commands: the one session, behind a mutex.

use crate::activity_log::ActivityLog;
use commands::backup::schedule::{self, Snapshot};
use commands::failure::message;
use commands::{CommandError, OpenOptions, Session, lock};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Label of the only window.
pub const WINDOW: &str = "main";

/// Environment variable that is set while a test driver controls the window.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Returns whether a test driver controls the window.
pub fn is_automated() -> bool {
    std::env::var_os(AUTOMATION).is_some()
}

/// Opens a session and first records leftover drafts of past days.
pub fn start_session(options: &OpenOptions) -> commands::Result<Session> {
    let mut session = Session::open(options)?;
    commands::entries::leftover_drafts::record_leftovers(&mut session);
    Ok(session)
}

/// The open session, or the failure that explains why there is none.
pub struct AppState {
    session: Mutex<Result<Session, CommandError>>,
    /// Preferred languages while no session is open, best first.
    languages: Mutex<Vec<String>>,
    backup_lock: Mutex<()>,
    /// The file saved last.
    saved: Mutex<Option<PathBuf>>,
    /// The activity log.
    pub activity_log: Arc<ActivityLog>,
}

impl AppState {
    /// Creates the state from the result of opening the journal.
    pub fn new(
        opened: Result<Session, CommandError>,
        languages: Vec<String>,
        activity_log: Arc<ActivityLog>,
    ) -> Self {
        Self {
            session: Mutex::new(opened),
            languages: Mutex::new(languages),
            backup_lock: Mutex::new(()),
            saved: Mutex::new(None),
            activity_log,
        }
    }

    /// Locks and returns the session, or the failure that explains why there is none.
    pub fn session(&self) -> MutexGuard<'_, Result<Session, CommandError>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Locks and returns the path of the file saved last.
    pub fn saved(&self) -> MutexGuard<'_, Option<PathBuf>> {
        self.saved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Locks the backup mutex, which is held while a backup is written.
    pub fn backup_lock(&self) -> MutexGuard<'_, ()> {
        self.backup_lock
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the preferred languages, best first, also while no journal is open.
    pub fn languages(&self) -> Vec<String> {
        match &*self.session() {
            Ok(session) => session.languages().to_vec(),
            Err(_) => self.fallback_languages().clone(),
        }
    }

    /// Locks and returns the languages used while no journal is open.
    pub fn fallback_languages(&self) -> MutexGuard<'_, Vec<String>> {
        self.languages
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns whether no journal is open.
    pub fn is_closed(&self) -> bool {
        self.session().is_err()
    }

    /// Runs `act` on the session.
    ///
    /// If `act` panics, its transaction is rolled back and the journal is closed: the state in
    /// memory is no longer trusted, the data on disk is.
    pub fn with_session<T>(
        &self,
        act: impl FnOnce(&mut Session) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        let mut guard = self.session();
        let session = match &mut *guard {
            Ok(session) => session,
            Err(failure) => return Err(failure.clone()),
        };
        if let Ok(result) = catch_unwind(AssertUnwindSafe(|| act(session))) {
            return result;
        }
        let languages = session.languages().to_vec();
        let crashed = message::crashed(&languages);
        *self.fallback_languages() = languages;
        finish(
            std::mem::replace(&mut *guard, Err(crashed.clone())),
            Session::close_without_checkpoint,
        );
        Err(crashed)
    }

    /// Takes a backup if anything changed since the last one, closes the session with a checkpoint
    /// and wipes the key.
    ///
    /// Later calls fail as locked (`locked`) or as closed.
    pub fn close(&self, locked: bool) {
        self.back_up(schedule::start_if_changed);
        let _lock = self.backup_lock();
        let languages = self.languages();
        let failure = message::journal_closed(locked, &languages);
        *self.fallback_languages() = languages;
        finish(
            std::mem::replace(&mut *self.session(), Err(failure)),
            Session::close,
        );
    }

    /// Takes a backup if `begin` starts one. Returns whether the backup error to show has changed.
    pub fn back_up(
        &self,
        begin: impl FnOnce(&mut Session) -> commands::Result<Option<Snapshot>>,
    ) -> bool {
        let _lock = self.backup_lock();
        // Without an open journal there is nothing to back up.
        let Ok((previous, started)) = self.with_session(|session| {
            let previous = session.backup_error().map(str::to_owned);
            Ok((previous, schedule::start(session, begin)))
        }) else {
            return false;
        };
        if let Some((snapshot, target)) = started {
            // `finish` must run even after a panic: it ends the snapshot and lets checkpoints resume.
            let written = catch_unwind(AssertUnwindSafe(|| schedule::write(&snapshot, &target)))
                .unwrap_or_else(
                    |_| Err(std::io::Error::other("the backup was interrupted").into()),
                );
            if let Ok(result) = &written
                && let Some(error) = &result.not_pruned
            {
                eprintln!("Daymark could not remove an old backup: {error}");
            }
            // The session stores the error for display.
            let _ = self.with_session(|session| Ok(schedule::finish(session, written).is_ok()));
        }
        self.with_session(|session| Ok(session.backup_error() != previous.as_deref()))
            .unwrap_or_default()
    }
}

/// Ends the session, if any, with `close`; errors and panics are only logged.
fn finish(
    session: Result<Session, CommandError>,
    close: impl FnOnce(Session) -> commands::Result<()>,
) {
    let Ok(session) = session else { return };
    match catch_unwind(AssertUnwindSafe(|| close(session))) {
        Ok(Ok(())) => {}
        Ok(Err(error)) => eprintln!("Daymark could not close the journal: {error}"),
        Err(_) => eprintln!("Daymark crashed while it closed the journal"),
    }
}

/// Closes the journal if it is open and returns whether it has a lock.
pub fn close_session(state: &AppState) -> Option<bool> {
    let locked = state
        .with_session(|session| Ok(!lock::unlock_methods(session).is_ok_and(|d| d.unlocked)))
        .ok()?;
    state.close(locked);
    Some(locked)
}

#[cfg(test)]
mod tests {
    use super::AppState;
    use crate::activity_log::ActivityLog;
    use commands::clock::Clock;
    use commands::session::open::Credentials;
    use commands::{ErrorCode, OpenOptions, Session, app};
    use std::sync::Arc;

    fn options(folder: &std::path::Path) -> OpenOptions {
        OpenOptions {
            folder: Some(folder.to_owned()),
            clock: Clock::parse("2026-11-23T12:00:00Z Europe/Berlin").unwrap(),
            languages: vec!["en".into()],
            create: true,
            credentials: Credentials::None,
        }
    }

    #[test]
    fn panic_closes_journal_and_fails_later_commands() {
        let folder = tempfile::tempdir().unwrap();
        let opened = Session::open(&options(folder.path())).unwrap();
        let state = AppState::new(Ok(opened), Vec::new(), Arc::new(ActivityLog::new()));
        let started = state
            .with_session(|s| Ok(app::preferences::complete_onboarding(s, "GB".into()).is_ok()));
        assert_eq!(started, Ok(true));
        let crashed = state.with_session::<()>(|_| std::panic::resume_unwind(Box::new("a fault")));
        assert_eq!(crashed.map_err(|f| f.code), Err(ErrorCode::Crashed));
        assert!(state.is_closed());
        let later = state.with_session(|_| Ok(()));
        assert_eq!(later.map_err(|f| f.code), Err(ErrorCode::Crashed));
        let again = Session::open(&options(folder.path())).unwrap();
        assert!(
            !app::preferences::preferences(&again).unwrap().onboarding,
            "what was saved is there"
        );
    }
}
