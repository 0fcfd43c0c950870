//! Single-instance lock.
//!
//! A second start connects to a Unix socket beside the journal and asks the first window to show
//! itself. Without a socket (read-only folder, path too long, Windows) the second start reports
//! that the journal is already open.

use std::path::Path;
use tauri::{AppHandle, Manager};

/// File name of the socket, in the journal's folder.
#[cfg(unix)]
const DOOR: &str = ".window";

/// Brings the window to the front.
fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(crate::WINDOW) {
        // Best effort: the window stays usable without focus.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Returns whether another instance has this journal open, after asking it to show its window.
#[cfg(unix)]
pub fn is_there(folder: &Path) -> bool {
    use std::io::Read as _;
    let Ok(mut door) = std::os::unix::net::UnixStream::connect(folder.join(DOOR)) else {
        return false;
    };
    // The reply is one byte; an instance that hangs counts as absent.
    let mut answer = [0];
    door.set_read_timeout(Some(std::time::Duration::from_secs(2)))
        .and_then(|()| door.read_exact(&mut answer))
        .is_ok()
}

/// Answers later starts for the lifetime of the program.
#[cfg(unix)]
pub fn answer(folder: &Path, app: AppHandle) {
    use std::io::Write as _;
    let at = folder.join(DOOR);
    // Remove the stale socket of a killed instance; `is_there` found no live one.
    let _ = std::fs::remove_file(&at);
    let Ok(listener) = std::os::unix::net::UnixListener::bind(&at) else {
        return;
    };
    std::thread::spawn(move || {
        for knock in listener.incoming().flatten() {
            let mut knock = knock;
            if knock.write_all(&[1]).is_ok() {
                show(&app);
            }
        }
    });
}

/// Removes the socket on exit.
#[cfg(unix)]
pub fn leave(folder: &Path) {
    let _ = std::fs::remove_file(folder.join(DOOR));
}

/// Unsupported on this platform; see the module.
#[cfg(not(unix))]
pub fn is_there(_: &Path) -> bool {
    false
}

/// Unsupported on this platform; see the module.
#[cfg(not(unix))]
pub fn answer(_: &Path, app: AppHandle) {
    let _ = (app, show);
}

/// Unsupported on this platform; see the module.
#[cfg(not(unix))]
pub fn leave(_: &Path) {}

#[cfg(all(test, unix))]
mod tests {
    use super::{DOOR, is_there};

    #[test]
    fn missing_or_stale_socket_means_not_running() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!is_there(folder.path()), "no door");
        drop(std::os::unix::net::UnixListener::bind(folder.path().join(DOOR)).unwrap());
        assert!(folder.path().join(DOOR).exists());
        assert!(!is_there(folder.path()), "a door without anybody behind it");
    }
}
