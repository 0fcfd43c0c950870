//! The window around the use cases.
//!
//! Owns the one window, its menu, and carrying commands over the bridge. No rule of the domain, no SQL.

mod away;
mod carry;
mod copies;
mod first;
mod leave;
mod memory;
mod menu;
mod seal;
mod trail;

pub use carry::{Shared, handler};

use commands::bridge::Outcome;
use commands::{Options, Session, sentences};
use leave::Left;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, RunEvent, WebviewUrl, WebviewWindowBuilder, WindowEvent};
use trail::Trail;

/// The one window's name.
const WINDOW: &str = "main";

/// Set where a driver of tests holds the window.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Whether a driver of tests holds the window.
fn driven() -> bool {
    std::env::var_os(AUTOMATION).is_some()
}

/// Opens the journal and the window, and closes both.
pub fn run() {
    memory::keep_to_itself();
    // A driver of tests speaks to the window over a socket; Tauri's own switch for it leaves that way open.
    if !driven()
        && let Err(error) = seal::seal()
    {
        eprintln!("Daymark: {error}");
    }
    let options = Options::of_this_computer();
    let folder = options.place().folder;
    if first::is_there(&folder) {
        return;
    }
    let left = Left::read(std::env::args());
    leave::bury();
    // What was spoken before is spoken until a journal says otherwise; it is not the computer's own language.
    let languages: Vec<String> = left
        .language
        .clone()
        .into_iter()
        .chain(options.languages.clone())
        .collect();
    let opened = open(&options, left.locked, &languages);
    let shared = Shared::new(opened, languages, remembering());
    let built = tauri::Builder::default()
        .manage(shared)
        .invoke_handler(handler())
        .setup({
            let folder = folder.clone();
            move |app| set_up(app, left, folder)
        })
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => app.run(move |app, event| happened(app, &event, &folder)),
        Err(error) => eprintln!("Daymark could not open its window: {error}"),
    }
}

/// The window is to close, or the program ends.
fn happened(app: &AppHandle, event: &RunEvent, folder: &Path) {
    if let RunEvent::WindowEvent {
        event: WindowEvent::CloseRequested { api, .. },
        ..
    } = event
    {
        api.prevent_close();
        leave::quit(app);
    } else if let RunEvent::Exit = event {
        // A normal exit does not close the journal by itself: its last saves would stay beside it.
        app.state::<Shared>().close(true);
        first::leave(folder);
    }
}

/// What the program does is remembered from now on; of a panic, only where it was.
fn remembering() -> Arc<Trail> {
    let trail = Arc::new(Trail::new());
    let kept = Arc::clone(&trail);
    std::panic::set_hook(Box::new(move |fell| {
        if let Some(at) = fell.location() {
            kept.fell(at.file(), at.line());
            eprintln!("Daymark fell over at {}, line {}", at.file(), at.line());
        }
    }));
    trail
}

/// The journal, or what kept it from opening; closed where the program began anew to lock it.
fn open(
    options: &Options,
    locked: Option<bool>,
    languages: &[String],
) -> Result<Session, commands::bridge::Failure> {
    match locked {
        Some(locked) => Err(sentences::closed(locked, languages)),
        None => begun(options).map_err(|mishap| sentences::not_begun(&mishap, languages)),
    }
}

/// A session of the window: what was typed for days that are over is recorded first.
fn begun(options: &Options) -> Outcome<Session> {
    let mut session = Session::open(options)?;
    commands::unfinished::finish(&mut session);
    Ok(session)
}

fn set_up(
    app: &mut tauri::App,
    left: Left,
    folder: PathBuf,
) -> Result<(), Box<dyn std::error::Error>> {
    window(app, left)?;
    first::answer(&folder, app.handle().clone());
    away::listen(app.handle());
    copies::keep(app.handle().clone());
    Ok(())
}

fn window(app: &tauri::App, left: Left) -> tauri::Result<()> {
    let shared = app.state::<Shared>();
    app.manage(menu::Made::of(&shared));
    let menu = menu::menu(app.handle(), &shared)?;
    let window = WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::default())
        .title("Daymark")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .menu(menu)
        // Nothing of the page is kept beside the journal. A driver can't reach such a view, so under one (Tauri's own
        // switch for tests) it is an ordinary one.
        .incognito(!driven())
        // Nothing leads out of the app: no other page, no second window.
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri" | "about") || url.host_str() == Some("tauri.localhost")
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    seal::quiet(&window)?;
    leave::place(&window, left);
    Ok(())
}
