//! Restart: re-executes the program, so that no process keeps the key or journal data.
//!
//! The lock state, the window bounds and the language are passed on as arguments.

use crate::state::{AppState, WINDOW};
use tauri::{AppHandle, Manager, PhysicalPosition, PhysicalSize, WebviewWindow};

/// Bounds of the window, in physical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WindowBounds {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
}

impl WindowBounds {
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(',');
        Some(Self {
            x: parts.next()?.parse().ok()?,
            y: parts.next()?.parse().ok()?,
            width: parts.next()?.parse().ok()?,
            height: parts.next()?.parse().ok()?,
        })
    }

    pub fn text(self) -> String {
        format!("{},{},{},{}", self.x, self.y, self.width, self.height)
    }

    /// Returns the current bounds of the window.
    pub fn current(app: &AppHandle) -> Option<Self> {
        let window = app.get_webview_window(WINDOW)?;
        let (at, size) = (window.outer_position().ok()?, window.inner_size().ok()?);
        Some(Self {
            x: at.x,
            y: at.y,
            width: size.width,
            height: size.height,
        })
    }

    /// Returns whether a window of this size can be used.
    pub fn is_sane(&self) -> bool {
        (640..20_000).contains(&self.width) && (480..20_000).contains(&self.height)
    }

    /// Moves the window there. If the monitor is gone, the desktop places the window.
    pub fn apply(self, window: &WebviewWindow) {
        let _ = window.set_size(PhysicalSize::new(self.width, self.height));
        let _ = window.set_position(PhysicalPosition::new(self.x, self.y));
    }
}

/// Arguments of the restarted program.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct RestartArgs {
    /// Set if the journal stays closed: `Some(true)` if it has a lock, `Some(false)` if not.
    pub locked: Option<bool>,
    /// Window bounds.
    pub bounds: Option<WindowBounds>,
    /// Last language used: the locked page can't read it from the journal.
    pub language: Option<String>,
}

impl RestartArgs {
    /// Parses the program's arguments; unknown ones are ignored.
    pub fn parse(arguments: impl Iterator<Item = String>) -> Self {
        let mut args = Self::default();
        for argument in arguments {
            match argument.split_once('=') {
                Some(("--locked", state)) => args.locked = Some(state != "no"),
                Some(("--bounds", bounds)) => args.bounds = WindowBounds::parse(bounds),
                Some(("--language", language)) => args.language = Some(language.to_owned()),
                _ => {}
            }
        }
        args
    }

    fn arguments(self) -> Vec<String> {
        let state = |locked| if locked { "yes" } else { "no" };
        let args = self
            .locked
            .map(|locked| format!("--locked={}", state(locked)));
        let bounds = self
            .bounds
            .map(|bounds| format!("--bounds={}", bounds.text()));
        let language = self.language.map(|tag| format!("--language={tag}"));
        args.into_iter().chain(bounds).chain(language).collect()
    }
}

/// Restarts the program. `locked` is set if the journal stays closed.
pub fn restart_as(app: &AppHandle, locked: Option<bool>) {
    exec_self(
        app,
        RestartArgs {
            locked,
            bounds: WindowBounds::current(app),
            language: app.state::<AppState>().languages().into_iter().next(),
        },
    );
}

/// Restarts the program and opens the journal again.
pub fn restart(app: &AppHandle) {
    restart_as(app, None);
}

/// Reaps child processes inherited across `exec`. Call before spawning.
#[cfg(target_os = "linux")]
pub fn reap_children() {
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
pub fn reap_children() {}

/// Re-executes the program in the same process: its memory is discarded and its web processes end.
#[cfg(unix)]
fn exec_self(app: &AppHandle, args: RestartArgs) {
    use std::os::unix::process::CommandExt as _;
    let error = match tauri::process::current_binary(&app.env()) {
        Ok(program) => std::process::Command::new(program)
            .args(args.arguments())
            .exec(),
        Err(error) => error,
    };
    eprintln!("Daymark could not restart: {error}");
    app.exit(0);
}

/// Spawns a new process and exits.
#[cfg(not(unix))]
fn exec_self(app: &AppHandle, args: RestartArgs) {
    let spawned = tauri::process::current_binary(&app.env()).and_then(|program| {
        std::process::Command::new(program)
            .args(args.arguments())
            .spawn()
    });
    if let Err(error) = spawned {
        eprintln!("Daymark could not restart: {error}");
    }
    app.exit(0);
}

#[cfg(test)]
mod tests {
    use super::{RestartArgs, WindowBounds};

    const BOUNDS: WindowBounds = WindowBounds {
        x: -5,
        y: 20,
        width: 1280,
        height: 800,
    };

    #[test]
    fn restart_args_round_trip_and_invalid_are_ignored() {
        for locked in [None, Some(true), Some(false)] {
            for bounds in [None, Some(BOUNDS)] {
                let args = RestartArgs {
                    locked,
                    bounds,
                    language: locked.map(|_| "es".to_owned()),
                };
                assert_eq!(
                    RestartArgs::parse(args.clone().arguments().into_iter()),
                    args
                );
            }
        }
        let other = ["--bounds=1,2", "x", "--bounds=a,b,c,d"].map(str::to_owned);
        assert_eq!(
            RestartArgs::parse(other.into_iter()),
            RestartArgs::default()
        );
    }
}
