//! One window for one journal.
//!
//! Owns the knock of a second start at the first one's door: a socket beside the journal. Where there can be none (a
//! place that can't be written to, a path too long, Windows) a second start says that the journal is open already.

use std::path::Path;
use tauri::{AppHandle, Manager};

/// The first window's door, beside the journal.
#[cfg(unix)]
const DOOR: &str = ".window";

/// Brings the window to the front.
fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(crate::WINDOW) {
        // A window that can't be brought forward is still there.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Whether another window holds the journal of this folder; it has been asked to show itself.
#[cfg(unix)]
pub fn is_there(folder: &Path) -> bool {
    use std::io::Read as _;
    let Ok(mut door) = std::os::unix::net::UnixStream::connect(folder.join(DOOR)) else {
        return false;
    };
    // The answer is a byte; one that hangs is no window.
    let mut answer = [0];
    door.set_read_timeout(Some(std::time::Duration::from_secs(2)))
        .and_then(|()| door.read_exact(&mut answer))
        .is_ok()
}

/// Answers later starts for as long as the program runs.
#[cfg(unix)]
pub fn answer(folder: &Path, app: AppHandle) {
    use std::io::Write as _;
    let at = folder.join(DOOR);
    // One that was killed left its door behind; nobody answers there, that was asked before.
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

/// The door is taken away with the program.
#[cfg(unix)]
pub fn leave(folder: &Path) {
    let _ = std::fs::remove_file(folder.join(DOOR));
}

/// No door here; see the module.
#[cfg(not(unix))]
pub fn is_there(_: &Path) -> bool {
    false
}

/// No door here; see the module.
#[cfg(not(unix))]
pub fn answer(_: &Path, app: AppHandle) {
    let _ = (app, show);
}

/// No door here; see the module.
#[cfg(not(unix))]
pub fn leave(_: &Path) {}

#[cfg(all(test, unix))]
mod tests {
    use super::{DOOR, is_there};

    #[test]
    fn nobody_answers_at_a_door_that_a_killed_program_left() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!is_there(folder.path()), "no door");
        drop(std::os::unix::net::UnixListener::bind(folder.path().join(DOOR)).unwrap());
        assert!(folder.path().join(DOOR).exists());
        assert!(!is_there(folder.path()), "a door without anybody behind it");
    }
}
