//! Commands that ask the system for a place: they open its dialogs and never pass a path to the page
//! that the user did not choose.

use crate::desktop::{self, Way};
use crate::dialogs;
use crate::events::on_changed;
use crate::menu;
use crate::state::{AppState, start_session};
use commands::backup::elsewhere;
use commands::failure::message::{self, localize};
use commands::files::SavedFile;
use commands::saving::{self, SaveRequest};
use commands::{Changed, CommandError, ErrorCode, OpenOptions, backup, msg};
use tauri::{AppHandle, State};

/// Saves something where the user chooses. `None` if they cancel.
#[tauri::command]
pub async fn save_file(
    app: AppHandle,
    state: State<'_, AppState>,
    request: SaveRequest,
) -> Result<Option<SavedFile>, CommandError> {
    let suggested = state.with_session(|session| {
        saving::suggest(session, &request).map_err(|error| localize(&error, session))
    })?;
    let Some(path) = dialogs::save_path(&app, suggested).await else {
        return Ok(None);
    };
    // A recovery sheet changes the keys, which a running backup copies.
    let _lock = state.backup_lock();
    let saved = state.with_session(|session| {
        saving::save(session, &request, &path).map_err(|error| localize(&error, session))
    })?;
    *state.saved() = Some(path);
    Ok(Some(saved))
}

/// Opens the file saved last: `open` in its program, `print` in the print dialog, anything else in its
/// folder.
#[tauri::command(async)]
pub fn open_saved(state: State<'_, AppState>, way: String) -> Result<(), CommandError> {
    let way = match way.as_str() {
        "open" => Way::Open,
        "print" => Way::Print,
        _ => Way::Show,
    };
    let Some(path) = state.saved().clone() else {
        return Ok(());
    };
    if desktop::open(&path, way).is_ok() {
        return Ok(());
    }
    state.with_session(|session| {
        let with = [("path", path.display().to_string().into())];
        let message = session.locale().format(msg::NO_DESKTOP, &with);
        Err(CommandError::new(ErrorCode::Disk, message))
    })
}

/// Asks for the folder of the second backup location and sets it. `None` if the user cancels.
#[tauri::command]
pub async fn choose_backup_location(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Result<Option<Changed>, CommandError> {
    let (title, start) = state.with_session(|session| {
        let start = saving::last_folder(session).map_err(|error| localize(&error, session))?;
        Ok((session.locale().text(msg::BACKUP_SECOND), start))
    })?;
    let Some(folder) = dialogs::folder(&app, title, &start).await else {
        return Ok(None);
    };
    let _lock = state.backup_lock();
    let changed = state.with_session(|session| {
        let place = folder.display().to_string();
        backup::set_backup_location(session, place).map_err(|error| localize(&error, session))
    })?;
    on_changed(&app, &changed);
    Ok(Some(changed))
}

/// Begins from a backup in a folder that the user chooses, opened with a recovery code or passphrase.
/// Returns whether the journal is there now; false if they cancel.
#[tauri::command]
pub async fn restore_elsewhere(
    app: AppHandle,
    state: State<'_, AppState>,
    secret: String,
) -> Result<bool, CommandError> {
    let (title, start, empty) = state.with_session(|session| {
        let localized = |error| localize(&error, session);
        let start = saving::last_folder(session).map_err(localized)?;
        let empty = !session
            .journal()
            .has_entries()
            .map_err(|e| localized(e.into()))?;
        Ok((session.locale().text(msg::ELSEWHERE_CHOOSE), start, empty))
    })?;
    if !empty {
        return Err(state.with_session(|session| Ok(message::already_open(session)))?);
    }
    let Some(folder) = dialogs::folder(&app, title, &start).await else {
        return Ok(false);
    };
    let languages = state.languages();
    let failed = |error| message::startup_error(&error, &languages);
    let options = OpenOptions {
        create: false,
        credentials: elsewhere::credentials(&secret),
        languages: languages.clone(),
        ..OpenOptions::from_environment()
    };
    let backup = elsewhere::prove(&options, &folder).map_err(failed)?;
    state.close(false);
    let adopted = elsewhere::adopt(&options, &backup);
    let opened = start_session(&OpenOptions {
        create: adopted.is_err(),
        ..options
    });
    *state.session() = opened.map_err(failed);
    adopted.map_err(failed)?;
    menu::refresh(&app);
    Ok(true)
}
