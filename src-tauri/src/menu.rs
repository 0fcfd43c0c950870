//! Application menu with keyboard shortcuts.
//!
//! Defines the items. The page performs them, because it knows which element has the focus.

use crate::shutdown;
use crate::state::{AppState, WINDOW};
use commands::locale::Locale;
use commands::msg;
use std::cell::LazyCell;
use std::sync::{Mutex, PoisonError};
use tauri::menu::{Menu, MenuBuilder, MenuItemBuilder, SubmenuBuilder};
use tauri::{AppHandle, Emitter, Manager, Wry};

/// The language of the current menu.
pub struct MenuLanguage(Mutex<String>);

impl MenuLanguage {
    /// Returns the language of the current session.
    pub fn new(state: &AppState) -> Self {
        Self(Mutex::new(language_of(state)))
    }
}

fn language_of(state: &AppState) -> String {
    Locale::negotiate(&state.languages()).language().to_owned()
}

/// Rebuilds the menu if the language has changed.
pub fn refresh(app: &AppHandle) {
    let state = app.state::<AppState>();
    let language = app.state::<MenuLanguage>();
    // Held while the menu is built, so of two quick changes the later one wins.
    let mut language = language.0.lock().unwrap_or_else(PoisonError::into_inner);
    let current = language_of(&state);
    if *language == current {
        return;
    }
    // On failure the current menu stays.
    if let Some(window) = app.get_webview_window(WINDOW)
        && let Ok(menu) = menu(app, &state)
        && window.set_menu(menu).is_ok()
    {
        *language = current;
    }
}

/// Builds the menu with the session's texts, or in the last language while no journal is open.
pub fn menu(app: &AppHandle, state: &AppState) -> tauri::Result<Menu<Wry>> {
    let closed = LazyCell::new(|| Locale::negotiate(&state.languages()));
    let text = |key: &str| {
        state
            .with_session(|s| Ok(s.locale().text(key)))
            .unwrap_or_else(|_| closed.text(key))
    };
    let item = |id: &str, label: &str, keys: &str| {
        MenuItemBuilder::with_id(id, text(label))
            .accelerator(keys)
            .build(app)
    };
    let file = SubmenuBuilder::new(app, text(msg::MENU_FILE))
        .item(&item("export-pdf", msg::MENU_EXPORT_PDF, "CmdOrCtrl+E")?)
        .item(&MenuItemBuilder::with_id("export-csv", text(msg::MENU_EXPORT_CSV)).build(app)?)
        .separator()
        .item(&item("lock", msg::MENU_LOCK, "CmdOrCtrl+L")?)
        .item(&item("quit", msg::MENU_QUIT, "CmdOrCtrl+Q")?)
        .build()?;
    let edit = SubmenuBuilder::new(app, text(msg::MENU_EDIT))
        .item(&item("undo", msg::MENU_UNDO, "CmdOrCtrl+Z")?)
        .item(&item("redo", msg::MENU_REDO, "CmdOrCtrl+Shift+Z")?)
        .build()?;
    let go = SubmenuBuilder::new(app, text(msg::MENU_GO))
        .item(&item("today", msg::PLACE_TODAY, "CmdOrCtrl+1")?)
        .item(&item("days", msg::PLACE_DAYS, "CmdOrCtrl+2")?)
        .item(&item("trends", msg::PLACE_TRENDS, "CmdOrCtrl+3")?)
        .item(&item("scales", msg::PLACE_SCALES, "CmdOrCtrl+4")?)
        .item(&item("treatment", msg::PLACE_TREATMENT, "CmdOrCtrl+5")?)
        .item(&item("support", msg::PLACE_SUPPORT, "CmdOrCtrl+6")?)
        .item(&item("visit", msg::PLACE_VISIT, "CmdOrCtrl+7")?)
        .item(&item("settings", msg::PLACE_SETTINGS, "CmdOrCtrl+Comma")?)
        .build()?;
    let help = SubmenuBuilder::new(app, text(msg::MENU_HELP))
        .item(&item("support-now", msg::MENU_SUPPORT_NOW, "F1")?)
        .item(&item("help", msg::MENU_HELP_OPEN, "CmdOrCtrl+Slash")?)
        .build()?;
    MenuBuilder::new(app)
        .items(&[&file, &edit, &go, &help])
        .build()
}

/// Handles a chosen menu item: quits, or passes it to the page.
pub fn on_event(app: &AppHandle, id: &str) {
    if id == "quit" {
        shutdown::quit(app);
    } else {
        let _ = app.emit("menu", id);
    }
}
