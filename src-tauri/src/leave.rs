//! Locking: the program begins anew, without the key and with nothing of the journal in any process.
//!
//! Owns how it begins anew and what is carried over: that it is locked, and where the window stood.

use crate::Shared;
use crate::carry::was_locked;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager, PhysicalPosition, PhysicalSize, WebviewWindow};

/// What the program that begins anew is told.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Left {
    /// The journal is not to be opened: `Some(true)` where it has a lock, `Some(false)` where it was put away.
    pub locked: Option<bool>,
    /// Where the window stood: left, top, width, height in pixels of the screen.
    pub stood: Option<(i32, i32, u32, u32)>,
    /// The language that was spoken: the locked page can't ask the journal for it.
    pub language: Option<String>,
}

impl Left {
    /// Reads it off the program's arguments; anything else there is nobody's.
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

/// Closes the journal and begins anew. Under a driver of tests, which would lose its window, the page begins anew by
/// itself and the program stays.
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

/// How long the page may take to keep what was typed.
const PATIENCE: Duration = Duration::from_secs(3);

/// Asks the page to keep what was typed and then to do something. Without a journal there is nothing to keep, and a page
/// that does not answer in time keeps nobody: it is done without the page.
pub fn ask(app: &AppHandle, what: &'static str, without: fn(&AppHandle)) {
    let app = app.clone();
    // Not on the window's own thread: a long command may hold the journal.
    std::thread::spawn(move || {
        if !app.state::<Shared>().is_closed() && app.emit("menu", what).is_ok() {
            std::thread::sleep(PATIENCE);
        }
        without(&app);
    });
}

/// Ends the program.
pub fn quit(app: &AppHandle) {
    ask(app, "quit", |app| app.exit(0));
}

/// Begins anew, as if it had just been started.
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

/// Puts the window where it stood.
pub fn place(window: &WebviewWindow, left: Left) {
    if let Some((x, y, width, height)) = left.stood {
        // A screen that is gone leaves the window where the desktop puts it.
        let _ = window.set_size(PhysicalSize::new(width, height));
        let _ = window.set_position(PhysicalPosition::new(x, y));
    }
}

/// Takes leave of the processes of what this one was before: nobody else waits for them. Called before any other is
/// begun.
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
            // SAFETY: waits for a child of this process by its number and takes nothing back.
            unsafe {
                libc::waitpid(child, std::ptr::null_mut(), 0);
            }
        }
    });
}

/// The system sees to it, or they stay as a number until this one ends.
#[cfg(not(target_os = "linux"))]
pub fn bury() {}

/// The same process with another program in it: not a byte of what it held stays, and its pages end with it.
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

/// Another process; this one ends.
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
    fn what_is_carried_over_is_read_back_and_anything_else_is_ignored() {
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
