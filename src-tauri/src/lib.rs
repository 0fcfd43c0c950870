//! Desktop shell: the window, its menu and the command bridge.
//!
//! Contains no domain rules and no SQL.

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

/// Label of the only window.
const WINDOW: &str = "main";

/// Environment variable that is set while a test driver controls the window.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Returns whether a test driver controls the window.
fn driven() -> bool {
    std::env::var_os(AUTOMATION).is_some()
}

/// Runs the app: opens the journal and the window, and closes both on exit.
pub fn run() {
    memory::keep_to_itself();
    // WebDriver needs a network socket, so automated runs skip the sandbox.
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
    // The previous language wins over the system's until a journal is open.
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

/// Handles window close requests and program exit.
fn happened(app: &AppHandle, event: &RunEvent, folder: &Path) {
    if let RunEvent::WindowEvent {
        event: WindowEvent::CloseRequested { api, .. },
        ..
    } = event
    {
        api.prevent_close();
        leave::quit(app);
    } else if let RunEvent::Exit = event {
        // Tauri's exit does not drop the session: its last saves would stay in the WAL file.
        app.state::<Shared>().close(true);
        first::leave(folder);
    }
}

/// Creates the activity log and installs a panic hook that records only the source location.
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

/// Opens the journal, or returns why it stays closed. `locked` is set after a restart that locked
/// it.
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

/// Opens a session and first records leftover drafts of past days.
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
        // Incognito keeps the page's data off the disk. WebDriver can't reach such a view, so
        // automated runs use an ordinary one.
        .incognito(!driven())
        // Block other pages and second windows.
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri" | "about") || url.host_str() == Some("tauri.localhost")
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    seal::quiet(&window)?;
    leave::place(&window, left);
    Ok(())
}
