//! The window.

use crate::menu::{self, MenuLanguage};
use crate::restart::{RestartArgs, WindowBounds};
use crate::sandbox::disable_webrtc;
use crate::state::{AppState, WINDOW, is_automated};
use std::path::PathBuf;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder};

/// Builds the window.
pub fn build(app: &tauri::App, restart_args: &RestartArgs) -> tauri::Result<()> {
    let state = app.state::<AppState>();
    app.manage(MenuLanguage::new(&state));
    let menu = menu::menu(app.handle(), &state)?;
    let mut window = WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::default());
    if let Some(folder) = session_folder() {
        window = window.data_directory(folder);
    }
    let window = window
        .title("Daymark")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .menu(menu)
        .initialization_script(include_str!("first_calls.js"))
        // Incognito keeps the page's data off the disk. WebDriver can't reach such a view, so
        // automated runs use an ordinary one.
        .incognito(!is_automated())
        // Block other pages and second windows.
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri" | "about") || url.host_str() == Some("tauri.localhost")
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    disable_webrtc(&window)?;
    if let Some(bounds) = restart_args.bounds.or_else(remembered) {
        bounds.apply(&window);
    }
    Ok(())
}

/// Returns the folder for what the web view keeps, which even an incognito one makes. It goes with the
/// login session, so that no trace of the program stays but the journal. None where there is no such place.
fn session_folder() -> Option<PathBuf> {
    let dirs = directories::BaseDirs::new()?;
    let runtime = dirs.runtime_dir().filter(|folder| folder.is_dir())?;
    Some(runtime.join("org.daymark.journal"))
}

/// Returns the file that remembers where the window was. It is no part of the journal.
fn bounds_file() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "daymark")?;
    Some(dirs.config_local_dir().join("window"))
}

/// Returns where the window was when the program last ended.
fn remembered() -> Option<WindowBounds> {
    let text = std::fs::read_to_string(bounds_file()?).ok()?;
    WindowBounds::parse(text.trim()).filter(WindowBounds::is_sane)
}

/// Remembers where the window is. Ignores errors: the next start uses the usual size.
pub fn remember(app: &AppHandle) {
    let (Some(bounds), Some(file)) = (WindowBounds::current(app), bounds_file()) else {
        return;
    };
    if let Some(folder) = file.parent() {
        let _ = std::fs::create_dir_all(folder);
    }
    let _ = std::fs::write(file, bounds.text());
}
