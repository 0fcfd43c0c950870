//! The window around the use cases.
//!
//! Owns the one window, its menu, and carrying commands over the bridge. No rule of the domain, no SQL.

mod carry;
mod copies;
mod menu;
mod seal;

pub use carry::{Shared, handler};

use commands::{Options, Session, sentences};
use tauri::{Manager, RunEvent, WebviewUrl, WebviewWindowBuilder};

/// Set where a driver of tests holds the window.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Opens the journal and the window, and closes both.
pub fn run() {
    // A driver of tests speaks to the window over a socket; Tauri's own switch for it leaves that way open.
    if std::env::var_os(AUTOMATION).is_none() {
        if let Err(error) = seal::seal() {
            eprintln!("Daymark: {error}");
        }
    }
    let shared = open(&Options::of_this_computer());
    let built = tauri::Builder::default()
        .manage(shared)
        .invoke_handler(handler())
        .setup(|app| {
            window(app)?;
            copies::keep(app.handle().clone());
            Ok(())
        })
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => app.run(|app, event| {
            if let RunEvent::Exit = event {
                // A normal exit does not close the journal by itself: its last saves would stay beside it.
                let languages = Options::of_this_computer().languages;
                app.state::<Shared>()
                    .close(sentences::closed(true, &languages));
            }
        }),
        Err(error) => eprintln!("Daymark could not open its window: {error}"),
    }
}

/// The journal, or what kept it from opening.
fn open(options: &Options) -> Shared {
    let opened =
        Session::open(options).map_err(|mishap| sentences::not_begun(&mishap, &options.languages));
    Shared::new(opened)
}

fn window(app: &tauri::App) -> tauri::Result<()> {
    let shared = app.state::<Shared>();
    let menu = menu::menu(app.handle(), &shared)?;
    WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("Daymark")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .menu(menu)
        // Nothing of the page is kept beside the journal. A driver can't reach such a view, so under one (Tauri's own
        // switch for tests) it is an ordinary one.
        .incognito(std::env::var_os(AUTOMATION).is_none())
        // Nothing leads out of the app: no other page, no second window.
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri" | "about") || url.host_str() == Some("tauri.localhost")
        })
        .build()?;
    Ok(())
}
