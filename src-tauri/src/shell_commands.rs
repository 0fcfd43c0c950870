//! Commands that the shell implements itself. They work without an open journal.

use crate::events::print_event;
use crate::state::{AppState, start_session};
use crate::{menu, restart, shutdown};
use commands::backup::repair::RepairView;
use commands::failure::message;
use commands::locale::{LocaleBundle, locale_bundle};
use commands::session::open::Credentials;
use commands::support::{SupportNow, while_locked};
use commands::{CommandError, OpenOptions};
use std::time::Instant;
use tauri::{AppHandle, State};

/// Reports that the page is painted and interactive.
#[tauri::command(async)]
pub fn ready() {
    print_event("ready");
}

/// Returns the locale and texts of the window while the journal is closed.
#[tauri::command(async)]
pub fn locale(state: State<'_, AppState>) -> LocaleBundle {
    locale_bundle(&state.languages())
}

/// Closes the journal. The page then asks for the credential, or offers to open it if it has no
/// lock.
#[tauri::command(async)]
pub fn lock(app: AppHandle, state: State<'_, AppState>) {
    state
        .activity_log
        .finished("lock", "started", Instant::now());
    shutdown::lock(&app);
}

/// Restarts the program after a panic.
#[tauri::command(async)]
pub fn restart(app: AppHandle) {
    restart::restart(&app);
}

/// Exits the program; the page has saved unfinished input.
#[tauri::command(async)]
pub fn quit(app: AppHandle) {
    app.exit(0);
}

/// Returns what the person chose to be shown while the journal is locked.
#[tauri::command(async)]
pub fn support_while_locked() -> Option<SupportNow> {
    while_locked::read(&OpenOptions::from_environment().paths())
}

/// Returns the activity log, which holds no user data.
#[tauri::command(async)]
pub fn activity_log(state: State<'_, AppState>) -> String {
    state.activity_log.text()
}

/// Opens the journal with a credential; `kind` is `passphrase`, `recovery` or anything else for none.
#[tauri::command(async)]
pub fn unlock(
    app: AppHandle,
    state: State<'_, AppState>,
    kind: String,
    secret: String,
) -> Result<(), CommandError> {
    let mut session = state.session();
    if session.is_ok() {
        return Ok(());
    }
    let opened = start_session(&open_options(&kind, secret))
        .map_err(|error| message::startup_error(&error, &state.fallback_languages()))?;
    *session = Ok(opened);
    drop(session);
    menu::refresh(&app);
    Ok(())
}

/// Repairs the journal with a credential. The journal stays closed.
#[tauri::command(async)]
pub fn repair(
    state: State<'_, AppState>,
    kind: String,
    secret: String,
) -> Result<RepairView, CommandError> {
    let _lock = state.backup_lock();
    let session = state.session();
    match &*session {
        // An open journal must be closed first; the failure says so.
        Ok(session) => Err(message::already_open(session)),
        Err(_) => commands::backup::repair::repair(&OpenOptions {
            languages: state.fallback_languages().clone(),
            ..open_options(&kind, secret)
        }),
    }
}

/// Returns the options of this computer's journal with the given credential.
fn open_options(kind: &str, secret: String) -> OpenOptions {
    OpenOptions {
        create: false,
        credentials: match kind {
            "passphrase" => Credentials::Passphrase(secret),
            "recovery" => Credentials::Recovery(secret),
            _ => Credentials::None,
        },
        ..OpenOptions::from_environment()
    }
}
