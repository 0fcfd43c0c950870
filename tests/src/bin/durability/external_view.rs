//! The sandboxed window as seen from outside.
//!
//! Drives the real window with keys through the display, and inspects its processes, their memory
//! and its files.

use crate::common::{self, NOON};
use commands::app::preferences;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(60);

/// A window process and the lines it printed.
pub struct Window {
    child: Child,
    emitted: Receiver<String>,
}

impl Window {
    /// Opens the window on the journal under `home`. If `through` is not empty, it is a command
    /// that starts the window (a tracer).
    pub fn open(home: &Path, through: &[&str]) -> Self {
        let program = common::built("daymark");
        let mut command = match through {
            [] => Command::new(&program),
            [first, rest @ ..] => {
                let mut command = Command::new(first);
                command.args(rest).arg(&program);
                command
            }
        };
        for (name, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_CONFIG_HOME", "config"),
            ("TMPDIR", "tmp"),
        ] {
            std::fs::create_dir_all(home.join(folder)).unwrap();
            command.env(name, home.join(folder));
        }
        let mut child = command
            .env("HOME", home)
            .env("LANG", "en_US.UTF-8")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("NO_AT_BRIDGE", "1")
            .env("DAYMARK_PRINT_EVENTS", "1")
            .env("DAYMARK_CLOCK", NOON)
            .env("DAYMARK_LANGUAGE", "en-GB")
            .env("DAYMARK_JOURNAL", home.join("journal"))
            .env_remove("TAURI_WEBVIEW_AUTOMATION")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (report, emitted) = channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                if report.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, emitted }
    }

    /// Waits until the window prints the line `what`.
    pub fn wait(&self, what: &str) {
        let started = Instant::now();
        while let Some(left) = PATIENCE.checked_sub(started.elapsed()) {
            match self.emitted.recv_timeout(left) {
                Ok(line) if line == what => return,
                Ok(_) => {}
                Err(_) => break,
            }
        }
        panic!("the window never told “{what}”");
    }

    /// Returns how often the line `what` was printed since the last call.
    pub fn emitted(&self, what: &str) -> usize {
        self.emitted.try_iter().filter(|line| line == what).count()
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Quits the app with Ctrl+Q and waits until it has exited.
    pub fn quit(&mut self) {
        keys(&["ctrl+q"]);
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("the window did not close");
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.kill();
    }
}

fn xdotool(arguments: &[&str]) {
    let done = Command::new("xdotool").args(arguments).status();
    assert!(
        done.is_ok_and(|s| s.success()),
        "xdotool {arguments:?} (Debian: xdotool)"
    );
}

/// Moves the pointer onto the window. Without a window manager, keyboard focus follows the pointer.
pub fn point(x: u32, y: u32) {
    xdotool(&["mousemove", &x.to_string(), &y.to_string()]);
}

pub fn keys(all: &[&str]) {
    xdotool(&[&["key", "--delay", "30"], all].concat());
}

pub fn type_text(text: &str) {
    xdotool(&["type", "--delay", "6", text]);
}

/// Returns a process and all its descendants.
pub fn tree(pid: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task"));
    let children = tasks.into_iter().flatten().flatten().flat_map(|task| {
        let children = std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
        let pids = children.split_whitespace().filter_map(|c| c.parse().ok());
        pids.collect::<Vec<u32>>()
    });
    std::iter::once(pid)
        .chain(children.flat_map(tree))
        .collect()
}

/// Passes the readable memory of a process to `look`, piece by piece, as a core dump would contain
/// it.
pub fn memory(pid: u32, mut look: impl FnMut(&[u8])) {
    use std::os::unix::fs::FileExt as _;
    let Ok(maps) = std::fs::read_to_string(format!("/proc/{pid}/maps")) else {
        return;
    };
    let Ok(file) = std::fs::File::open(format!("/proc/{pid}/mem")) else {
        return;
    };
    for line in maps.lines() {
        let mut words = line.split_whitespace();
        let (Some(span), Some(rights)) = (words.next(), words.next()) else {
            continue;
        };
        let Some((from, to)) = span.split_once('-') else {
            continue;
        };
        let (Ok(from), Ok(to)) = (u64::from_str_radix(from, 16), u64::from_str_radix(to, 16))
        else {
            continue;
        };
        // Read-only file mappings only repeat the file. Pages that are only reserved hold nothing.
        // Pieces overlap so that no match is missed at a boundary.
        let of_a_file = !rights.contains('w') && line.contains(" /");
        if !rights.starts_with('r') || of_a_file || line.ends_with("[vvar]") {
            continue;
        }
        const PIECE: u64 = 1 << 20;
        const OVERLAP: u64 = 256;
        let resident = resident(pid, from, to, PIECE);
        for at in resident {
            let mut bytes = vec![0; (PIECE + OVERLAP).min(to - at) as usize];
            let read = file.read_at(&mut bytes, at).unwrap_or(0);
            look(&bytes[..read]);
        }
    }
}

/// Returns the start of each piece of the range that has a page in memory or in swap.
fn resident(pid: u32, from: u64, to: u64, piece: u64) -> Vec<u64> {
    use std::os::unix::fs::FileExt as _;
    let Ok(pages) = std::fs::File::open(format!("/proc/{pid}/pagemap")) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        let here = piece.min(to - at) / 4096;
        let mut entries = vec![0; here as usize * 8];
        let read = pages.read_at(&mut entries, at / 4096 * 8).unwrap_or(0);
        // The two highest bits say whether a page is in memory or swapped out.
        if entries[..read]
            .chunks_exact(8)
            .any(|entry| entry[7] & 0xc0 != 0)
        {
            found.push(at);
        }
        at += piece;
    }
    found
}

/// Returns every file under a folder, recursively.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => all.extend(files(&entry.path())),
            Ok(kind) if kind.is_file() => all.push(entry.path()),
            _ => {}
        }
    }
    all
}

/// Creates a home folder with a journal past onboarding. Returns it with the raw key (32 bytes) and
/// its salt (16 bytes).
pub fn home(passphrase: Option<&str>) -> (tempfile::TempDir, [u8; 48]) {
    let home = tempfile::tempdir().unwrap();
    let place = journal::JournalPaths::new(home.path().join("journal"));
    // A known key, so that memory can be searched for it.
    let raw: [u8; 48] = std::array::from_fn(|nth| (nth as u8).wrapping_mul(73).wrapping_add(91));
    journal::Journal::create(&place, &journal::Key::new(raw), 1)
        .and_then(journal::Journal::close)
        .unwrap();
    let mut open = common::session(&place.folder);
    preferences::complete_onboarding(&mut open, "GB".into()).unwrap();
    open.close().unwrap();
    if let Some(passphrase) = passphrase {
        let fresh = journal::SaltAndNonce {
            salt: [5; 16],
            nonce: [6; 24],
        };
        let mut open = journal::Journal::open(&place, &journal::Credential::None, 1).unwrap();
        open.set_passphrase(passphrase, crate::locks::CHEAP, &fresh)
            .unwrap();
        open.close().unwrap();
    }
    (home, raw)
}
