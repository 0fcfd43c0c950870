//! Application menu with keyboard shortcuts.
//!
//! Defines the items. The page performs them, because it knows which element has the focus.

use crate::{Shared, leave};
use commands::speech::{Tongue, choose};
use commands::word;
use std::cell::LazyCell;
use std::sync::{Mutex, PoisonError};
use tauri::menu::{Menu, MenuBuilder, MenuItemBuilder, SubmenuBuilder};
use tauri::{AppHandle, Emitter, Manager, Wry};

/// The language of the current menu.
pub struct Made(Mutex<String>);

impl Made {
    /// Returns the language of the current session.
    pub fn of(shared: &Shared) -> Self {
        Self(Mutex::new(choose(&shared.languages())))
    }
}

/// Rebuilds the menu if the language has changed.
pub fn renew(app: &AppHandle) {
    let shared = app.state::<Shared>();
    let made = app.state::<Made>();
    // Held while the menu is built, so of two quick changes the later one wins.
    let mut made = made.0.lock().unwrap_or_else(PoisonError::into_inner);
    let spoken = choose(&shared.languages());
    if *made == spoken {
        return;
    }
    // On failure the current menu stays.
    if let Some(window) = app.get_webview_window(crate::WINDOW)
        && let Ok(menu) = menu(app, &shared)
        && window.set_menu(menu).is_ok()
    {
        *made = spoken;
    }
}

/// Builds the menu with the session's texts, or in the last language while no journal is open.
pub fn menu(app: &AppHandle, shared: &Shared) -> tauri::Result<Menu<Wry>> {
    let closed = LazyCell::new(|| Tongue::new(&choose(&shared.languages()), 10.0));
    let say = |key: &str| {
        shared
            .with(|s| Ok(s.tongue().say(key)))
            .unwrap_or_else(|_| closed.say(key))
    };
    let item = |id: &str, label: &str, keys: &str| {
        MenuItemBuilder::with_id(id, say(label))
            .accelerator(keys)
            .build(app)
    };
    let file = SubmenuBuilder::new(app, say(word::MENU_FILE))
        .item(&item("export-pdf", word::MENU_EXPORT_PDF, "CmdOrCtrl+E")?)
        .item(&MenuItemBuilder::with_id("export-csv", say(word::MENU_EXPORT_CSV)).build(app)?)
        .separator()
        .item(&item("lock", word::MENU_LOCK, "CmdOrCtrl+L")?)
        .item(&item("quit", word::MENU_QUIT, "CmdOrCtrl+Q")?)
        .build()?;
    let edit = SubmenuBuilder::new(app, say(word::MENU_EDIT))
        .item(&item("undo", word::MENU_UNDO, "CmdOrCtrl+Z")?)
        .item(&item("redo", word::MENU_REDO, "CmdOrCtrl+Shift+Z")?)
        .build()?;
    let go = SubmenuBuilder::new(app, say(word::MENU_GO))
        .item(&item("today", word::PLACE_TODAY, "CmdOrCtrl+1")?)
        .item(&item("days", word::PLACE_DAYS, "CmdOrCtrl+2")?)
        .item(&item("trends", word::PLACE_TRENDS, "CmdOrCtrl+3")?)
        .item(&item("support", word::PLACE_SUPPORT, "CmdOrCtrl+4")?)
        .item(&item("visit", word::PLACE_VISIT, "CmdOrCtrl+5")?)
        .item(&item("settings", word::PLACE_SETTINGS, "CmdOrCtrl+Comma")?)
        .build()?;
    let help = SubmenuBuilder::new(app, say(word::MENU_HELP))
        .item(&item("help", word::MENU_HELP_OPEN, "F1")?)
        .build()?;
    MenuBuilder::new(app)
        .items(&[&file, &edit, &go, &help])
        .build()
}

/// Handles a chosen menu item: quits, or passes it to the page.
pub fn chosen(app: &AppHandle, id: &str) {
    if id == "quit" {
        leave::quit(app);
    } else {
        let _ = app.emit("menu", id);
    }
}
