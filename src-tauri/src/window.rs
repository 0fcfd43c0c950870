//! The window.

use crate::menu::{self, MenuLanguage};
use crate::restart::RestartArgs;
use crate::sandbox::disable_webrtc;
use crate::state::{AppState, WINDOW, is_automated};
use tauri::webview::NewWindowResponse;
use tauri::{Manager, WebviewUrl, WebviewWindowBuilder};

/// Builds the window.
pub fn build(app: &tauri::App, restart_args: &RestartArgs) -> tauri::Result<()> {
    let state = app.state::<AppState>();
    app.manage(MenuLanguage::new(&state));
    let menu = menu::menu(app.handle(), &state)?;
    let window = WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::default())
        .title("Daymark")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .menu(menu)
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
    if let Some(bounds) = restart_args.bounds {
        bounds.apply(&window);
    }
    Ok(())
}
