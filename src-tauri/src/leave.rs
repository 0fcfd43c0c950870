//! Restart, lock and shutdown.
//!
//! Locking re-executes the program, so no process keeps the key or journal data. The lock state,
//! the window bounds and the language are passed on as arguments.

use crate::Shared;
use crate::carry::was_locked;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager, PhysicalPosition, PhysicalSize, WebviewWindow};

/// Arguments of the restarted program.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Left {
    /// Set if the journal stays closed: `Some(true)` if it has a lock, `Some(false)` if not.
    pub locked: Option<bool>,
    /// Window bounds in physical pixels: left, top, width, height.
    pub stood: Option<(i32, i32, u32, u32)>,
    /// Last language used: the locked page can't read it from the journal.
    pub language: Option<String>,
}

impl Left {
    /// Parses the program's arguments; unknown ones are ignored.
    pub fn read(arguments: impl Iterator<Item = String>) -> Self {
        let mut left = Self::default();
        for argument in arguments {
            match argument.split_once('=') {
                Some(("--left", how)) => left.locked = Some(how != "open"),
                Some(("--stood", place)) => left.stood = place_of(place),
                Some(("--spoke", language)) => left.language = Some(language.to_owned()),
                _ => {}
            }
        }
        left
    }

    fn arguments(self) -> Vec<String> {
        let how = |locked| if locked { "locked" } else { "open" };
        let left = self.locked.map(|locked| format!("--left={}", how(locked)));
        let stood = self
            .stood
            .map(|(x, y, w, h)| format!("--stood={x},{y},{w},{h}"));
        let spoke = self.language.map(|tag| format!("--spoke={tag}"));
        left.into_iter().chain(stood).chain(spoke).collect()
    }
}

fn place_of(text: &str) -> Option<(i32, i32, u32, u32)> {
    let mut parts = text.split(',');
    Some((
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
    ))
}

/// Closes the journal and restarts the program.
///
/// Under a test driver, which would lose its window, the program stays and only the page reloads.
pub fn lock(app: &AppHandle) {
    let shared = app.state::<Shared>();
    let Some(locked) = was_locked(&shared) else {
        return;
    };
    if !crate::driven() {
        anew(
            app,
            Left {
                locked: Some(locked),
                stood: stood(app),
                language: shared.languages().into_iter().next(),
            },
        );
    }
}

/// Time the page has to save unfinished input.
const PATIENCE: Duration = Duration::from_secs(3);

/// Asks the page to save unfinished input and then to do `what`.
///
/// Calls `without` at once if no journal is open, or after `PATIENCE` if the page has not acted.
pub fn ask(app: &AppHandle, what: &'static str, without: fn(&AppHandle)) {
    let app = app.clone();
    // Off the main thread: a long command may hold the session lock.
    std::thread::spawn(move || {
        if !app.state::<Shared>().is_closed() && app.emit("menu", what).is_ok() {
            std::thread::sleep(PATIENCE);
        }
        without(&app);
    });
}

/// Quits the program after the page saved unfinished input.
pub fn quit(app: &AppHandle) {
    ask(app, "quit", |app| app.exit(0));
}

/// Restarts the program and opens the journal again.
pub fn reopen(app: &AppHandle) {
    anew(
        app,
        Left {
            locked: None,
            stood: stood(app),
            language: app.state::<Shared>().languages().into_iter().next(),
        },
    );
}

fn stood(app: &AppHandle) -> Option<(i32, i32, u32, u32)> {
    let window = app.get_webview_window(crate::WINDOW)?;
    let (at, size) = (window.outer_position().ok()?, window.inner_size().ok()?);
    Some((at.x, at.y, size.width, size.height))
}

/// Restores the window bounds.
pub fn place(window: &WebviewWindow, left: Left) {
    if let Some((x, y, width, height)) = left.stood {
        // If the monitor is gone, the desktop places the window.
        let _ = window.set_size(PhysicalSize::new(width, height));
        let _ = window.set_position(PhysicalPosition::new(x, y));
    }
}

/// Reaps child processes inherited across `exec`. Call before spawning.
#[cfg(target_os = "linux")]
pub fn bury() {
    let me = std::process::id();
    let children = std::fs::read_to_string(format!("/proc/{me}/task/{me}/children"));
    let children: Vec<i32> = children
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|pid| pid.parse().ok())
        .collect();
    std::thread::spawn(move || {
        for child in children {
            #[allow(unsafe_code)]
            // SAFETY: `waitpid` on a child's PID with a null status pointer writes nothing.
            unsafe {
                libc::waitpid(child, std::ptr::null_mut(), 0);
            }
        }
    });
}

/// Does nothing: the system reaps them, or they stay as zombies until this process ends.
#[cfg(not(target_os = "linux"))]
pub fn bury() {}

/// Re-executes the program in the same process: its memory is discarded and its web processes end.
#[cfg(unix)]
fn anew(app: &AppHandle, left: Left) {
    use std::os::unix::process::CommandExt as _;
    let error = match tauri::process::current_binary(&app.env()) {
        Ok(program) => std::process::Command::new(program)
            .args(left.arguments())
            .exec(),
        Err(error) => error,
    };
    eprintln!("Daymark could not begin anew: {error}");
    app.exit(0);
}

/// Spawns a new process and exits.
#[cfg(not(unix))]
fn anew(app: &AppHandle, left: Left) {
    let begun = tauri::process::current_binary(&app.env()).and_then(|program| {
        std::process::Command::new(program)
            .args(left.arguments())
            .spawn()
    });
    if let Err(error) = begun {
        eprintln!("Daymark could not begin anew: {error}");
    }
    app.exit(0);
}

#[cfg(test)]
mod tests {
    use super::Left;

    #[test]
    fn restart_args_round_trip_and_invalid_are_ignored() {
        for locked in [None, Some(true), Some(false)] {
            for stood in [None, Some((-5, 20, 1280, 800))] {
                let left = Left {
                    locked,
                    stood,
                    language: locked.map(|_| "es".to_owned()),
                };
                assert_eq!(Left::read(left.clone().arguments().into_iter()), left);
            }
        }
        let other = ["--stood=1,2", "x", "--stood=a,b,c,d"].map(str::to_owned);
        assert_eq!(Left::read(other.into_iter()), Left::default());
    }
}
