//! Desktop shell: the window, its menu and the command bridge.
//!
//! Contains no domain rules and no SQL.

mod activity_log;
mod auto_backup;
mod commands;
mod desktop;
mod dialogs;
mod events;
mod file_commands;
mod memory;
mod menu;
mod restart;
mod sandbox;
mod screen_lock;
mod shell_commands;
mod shutdown;
mod single_instance;
mod state;
mod window;

use crate::commands::handler;
use ::commands::failure::message;
use ::commands::{CommandError, OpenOptions, Session};
use activity_log::ActivityLog;
use restart::RestartArgs;
use state::{AppState, is_automated, start_session};
use std::path::Path;
use std::sync::Arc;
use tauri::{AppHandle, Manager, RunEvent, WindowEvent};

/// What the environment has to say before GTK and WebKit are loaded.
#[cfg(target_os = "linux")]
pub const ENVIRONMENT: &[(&str, &str)] = &[
    // Without a usable GPU the DMABUF renderer draws blank or slow windows. This UI needs no GPU.
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
    // GDK need not load the GL libraries either: 15 to 30 ms of the start.
    ("GDK_GL", "disable"),
    // The page's script is small: it is no slower interpreted, takes 13 MB less, and its process has
    // no memory that is both writable and executable.
    ("JSC_useJIT", "0"),
];

/// What the environment has to say before the window's libraries are loaded: nothing here.
#[cfg(not(target_os = "linux"))]
pub const ENVIRONMENT: &[(&str, &str)] = &[];

/// Runs the app: opens the journal and the window, and closes both on exit.
pub fn run() {
    memory::harden();
    // WebDriver needs a network socket, so automated runs skip the sandbox.
    if !is_automated()
        && let Err(error) = sandbox::block_network()
    {
        eprintln!("Daymark: {error}");
    }
    let options = OpenOptions::from_environment();
    let folder = options.paths().folder;
    if single_instance::notify_running(&folder) {
        return;
    }
    let restart_args = RestartArgs::parse(std::env::args());
    restart::reap_children();
    // The previous language wins over the system's until a journal is open.
    let languages: Vec<String> = restart_args
        .language
        .clone()
        .into_iter()
        .chain(options.languages.clone())
        .collect();
    let session = open(&options, restart_args.locked, &languages);
    let state = AppState::new(session, languages, install_panic_hook());
    let app = tauri::Builder::default()
        .manage(state)
        .invoke_handler(handler())
        .setup({
            let folder = folder.clone();
            move |app| set_up(app, &restart_args, &folder)
        })
        .on_menu_event(|app, event| menu::on_event(app, event.id().as_ref()))
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(move |app, event| on_run_event(app, &event, &folder)),
        Err(error) => eprintln!("Daymark could not open its window: {error}"),
    }
}

/// Handles window close requests and program exit.
fn on_run_event(app: &AppHandle, event: &RunEvent, folder: &Path) {
    if let RunEvent::WindowEvent {
        event: WindowEvent::CloseRequested { api, .. },
        ..
    } = event
    {
        api.prevent_close();
        window::remember(app);
        shutdown::quit(app);
    } else if let RunEvent::Exit = event {
        // Tauri's exit does not drop the session: its last saves would stay in the WAL file.
        app.state::<AppState>().close(true);
        single_instance::remove_socket(folder);
    }
}

/// Creates the activity log and installs a panic hook that records only the source location.
fn install_panic_hook() -> Arc<ActivityLog> {
    let activity_log = Arc::new(ActivityLog::new());
    let log = Arc::clone(&activity_log);
    std::panic::set_hook(Box::new(move |panic| {
        if let Some(at) = panic.location() {
            log.panicked(at.file(), at.line());
            eprintln!("Daymark crashed at {}, line {}", at.file(), at.line());
        }
    }));
    activity_log
}

/// Opens the journal, or returns why it stays closed. `locked` is set after a restart that closed
/// it.
fn open(
    options: &OpenOptions,
    locked: Option<bool>,
    languages: &[String],
) -> Result<Session, CommandError> {
    match locked {
        Some(locked) => Err(message::journal_closed(locked, languages)),
        None => start_session(options).map_err(|error| message::startup_error(&error, languages)),
    }
}

fn set_up(
    app: &mut tauri::App,
    restart_args: &RestartArgs,
    folder: &Path,
) -> Result<(), Box<dyn std::error::Error>> {
    window::build(app, restart_args)?;
    single_instance::listen(folder, app.handle().clone());
    screen_lock::listen(app.handle());
    auto_backup::start(app.handle().clone());
    Ok(())
}
