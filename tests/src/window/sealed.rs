//! The running window and every process it started: sealed off from the network by the kernel.

use super::app;
use crate::{door, kit};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

/// The process and all that came from it.
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

#[test]
fn every_process_of_the_window_is_sealed_off_from_the_network() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let mut window = Command::new(door::built("daymark"))
            .env("HOME", home.path())
            .env("XDG_DATA_HOME", home.path().join("data"))
            .env("XDG_CACHE_HOME", home.path().join("cache"))
            .env("XDG_CONFIG_HOME", home.path().join("config"))
            .env("LANG", "en_US.UTF-8")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("NO_AT_BRIDGE", "1")
            .env("DAYMARK_TELL_READY", "1")
            .env("DAYMARK_CLOCK", kit::NOON)
            .env("DAYMARK_JOURNAL", home.path().join("journal"))
            .env_remove("TAURI_WEBVIEW_AUTOMATION")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = String::new();
        let mut out = BufReader::new(window.stdout.take().unwrap());
        out.read_line(&mut said).unwrap();
        let processes = tree(window.id());
        let sealed: Vec<(u32, bool)> = processes
            .iter()
            .filter_map(|pid| {
                Some((
                    *pid,
                    std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?,
                ))
            })
            .map(|(pid, status)| (pid, status.contains("Seccomp:\t2")))
            .collect();
        let _ = Command::new("kill").arg(window.id().to_string()).status();
        window.wait().unwrap();
        assert_eq!(said.trim(), "ready", "the page is painted under the seal");
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
