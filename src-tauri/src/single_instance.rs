//! Single-instance lock.
//!
//! A second start connects to a Unix socket beside the journal and asks the first window to show
//! itself. Without a socket (read-only folder, path too long, Windows) the second start reports
//! that the journal is already open.

use crate::state::WINDOW;
use std::path::Path;
use tauri::{AppHandle, Manager};

/// File name of the socket, in the journal's folder.
#[cfg(unix)]
const SOCKET: &str = ".window";

/// Brings the window to the front.
fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        // Best effort: the window stays usable without focus.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Returns whether another instance has this journal open, after asking it to show its window.
#[cfg(unix)]
pub fn notify_running(folder: &Path) -> bool {
    use std::io::Read as _;
    let Ok(mut stream) = std::os::unix::net::UnixStream::connect(folder.join(SOCKET)) else {
        return false;
    };
    // The reply is one byte; an instance that hangs counts as absent.
    let mut reply = [0];
    stream
        .set_read_timeout(Some(std::time::Duration::from_secs(2)))
        .and_then(|()| stream.read_exact(&mut reply))
        .is_ok()
}

/// Answers later starts for the lifetime of the program.
#[cfg(unix)]
pub fn listen(folder: &Path, app: AppHandle) {
    use std::io::Write as _;
    let path = folder.join(SOCKET);
    // Remove the stale socket of a killed instance; `notify_running` found no live one.
    let _ = std::fs::remove_file(&path);
    let Ok(listener) = std::os::unix::net::UnixListener::bind(&path) else {
        return;
    };
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = stream;
            if stream.write_all(&[1]).is_ok() {
                show(&app);
            }
        }
    });
}

/// Removes the socket on exit.
#[cfg(unix)]
pub fn remove_socket(folder: &Path) {
    let _ = std::fs::remove_file(folder.join(SOCKET));
}

/// Unsupported on this platform; see the module.
#[cfg(not(unix))]
pub fn notify_running(_: &Path) -> bool {
    false
}

/// Unsupported on this platform; see the module.
#[cfg(not(unix))]
pub fn listen(_: &Path, app: AppHandle) {
    let _ = (app, show);
}

/// Unsupported on this platform; see the module.
#[cfg(not(unix))]
pub fn remove_socket(_: &Path) {}

#[cfg(all(test, unix))]
mod tests {
    use super::{SOCKET, notify_running};

    #[test]
    fn missing_or_stale_socket_means_not_running() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!notify_running(folder.path()), "no socket");
        drop(std::os::unix::net::UnixListener::bind(folder.path().join(SOCKET)).unwrap());
        assert!(folder.path().join(SOCKET).exists());
        assert!(!notify_running(folder.path()), "a socket nobody listens on");
    }
}
