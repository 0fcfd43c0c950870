//! End-to-end tests of the window without a driver: network sandbox of every process, single
//! instance per journal, and locking with the screen.

use super::app;
use super::desktop::Bus;
use crate::{cli, common};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

/// Returns a process and all its descendants.
fn tree(pid: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task"))
        .into_iter()
        .flatten()
        .flatten();
    let children = tasks.flat_map(|task| {
        let children = std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
        let pids = children.split_whitespace().filter_map(|c| c.parse().ok());
        pids.collect::<Vec<u32>>()
    });
    std::iter::once(pid)
        .chain(children.flat_map(tree))
        .collect()
}

/// A window process and its standard output.
struct Sealed {
    process: Child,
    out: BufReader<ChildStdout>,
}

impl Sealed {
    fn open(home: &Path, bus: &str) -> Self {
        let mut process = Command::new(cli::built("daymark"))
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("LANG", "en_US.UTF-8")
            .env("DBUS_SESSION_BUS_ADDRESS", bus)
            .env("NO_AT_BRIDGE", "1")
            .env("DAYMARK_PRINT_EVENTS", "1")
            .env("DAYMARK_CLOCK", common::NOON)
            .env("DAYMARK_JOURNAL", home.join("journal"))
            .env_remove("TAURI_WEBVIEW_AUTOMATION")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(process.stdout.take().unwrap());
        Self { process, out }
    }

    /// Returns the next line of output, or an empty string at its end.
    fn emitted(&mut self) -> String {
        let mut message = String::new();
        self.out.read_line(&mut message).unwrap();
        message.trim().to_owned()
    }

    fn arguments(&self) -> String {
        let path = format!("/proc/{}/cmdline", self.process.id());
        std::fs::read_to_string(path).unwrap().replace('\0', " ")
    }
}

impl Drop for Sealed {
    fn drop(&mut self) {
        // After exit the process id may belong to another process.
        if matches!(self.process.try_wait(), Ok(None)) {
            let _ = Command::new("kill")
                .arg(self.process.id().to_string())
                .status();
            let _ = self.process.wait();
        }
    }
}

/// Waits until `is_so` returns true. Panics after `PATIENCE`.
fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < PATIENCE, "never so: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn every_window_process_runs_under_seccomp() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let mut window = Sealed::open(home.path(), "disabled:");
        assert_eq!(
            window.emitted(),
            "ready",
            "the page is painted under the seal"
        );
        let sealed: Vec<(u32, bool)> = tree(window.process.id())
            .iter()
            .filter_map(|pid| {
                let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
                Some((*pid, status.contains("Seccomp:\t2")))
            })
            .collect();
        assert!(
            sealed.len() >= 3,
            "the window has its page's processes: {sealed:?}"
        );
        assert!(
            sealed.iter().all(|(_, sealed)| *sealed),
            "each is sealed: {sealed:?}"
        );
    });
}

#[test]
fn second_start_exits_and_keeps_first_window() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let mut first = Sealed::open(home.path(), "disabled:");
        assert_eq!(first.emitted(), "ready");
        let mut second = Sealed::open(home.path(), "disabled:");
        assert_eq!(second.emitted(), "", "it paints nothing");
        let ended = second.process.wait().unwrap();
        assert!(ended.success(), "{ended:?}");
        assert!(
            first.process.try_wait().unwrap().is_none(),
            "the first is still there"
        );
        drop(first);
        // The killed window left a stale socket, which the next start replaces.
        let mut next = Sealed::open(home.path(), "disabled:");
        assert_eq!(next.emitted(), "ready");
    });
}

#[test]
fn screen_lock_closes_the_journal() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        common::session(&home.path().join("journal"), common::NOON)
            .close()
            .unwrap();
        let bus = Bus::start();
        let mut window = Sealed::open(home.path(), bus.address());
        assert_eq!(window.emitted(), "ready");
        bus.screen(false);
        std::thread::sleep(Duration::from_millis(500));
        assert!(
            !window.arguments().contains("--locked"),
            "a screen that opens is no reason"
        );
        bus.screen(true);
        until("the journal is put away", || {
            window.arguments().contains("--locked=no")
        });
        assert_eq!(window.emitted(), "ready", "the page that opens it again");
        let place = journal::JournalPaths::new(home.path().join("journal"));
        journal::Journal::open(&place, &journal::Credential::None, 1)
            .and_then(journal::Journal::close)
            .expect("nobody holds the journal while it is put away");
    });
}
