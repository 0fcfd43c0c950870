//! Window benchmarks: start-up time, memory, and latency from key press to paint.

use crate::{CLOCK, Line, YEARS, built, copied, median, open};
use commands::app::preferences;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::{By, Capabilities, WebDriver};

/// Starts a program. Returns the milliseconds until its page is usable, and the memory of its
/// process tree in MB.
fn start(program: &Path, home: &Path, journal: &Path) -> (f64, f64) {
    let started = Instant::now();
    let mut child = Command::new(program)
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("LANG", "en_US.UTF-8")
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("DAYMARK_PRINT_EVENTS", "1")
        .env("DAYMARK_CLOCK", CLOCK)
        .env("DAYMARK_JOURNAL", journal)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|e| panic!("{}: {e}", program.display()));
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut message = String::new();
    // Other lines may be printed before.
    while message.trim() != "ready" {
        message.clear();
        let read = out.read_line(&mut message).unwrap();
        assert!(read > 0, "{} became usable", program.display());
    }
    let taken = started.elapsed().as_secs_f64() * 1e3;
    std::thread::sleep(Duration::from_millis(900));
    let memory = pss_of_tree(child.id());
    let _ = Command::new("kill").arg(child.id().to_string()).status();
    let _ = out.read_to_string(&mut message);
    let _ = child.wait();
    std::thread::sleep(Duration::from_millis(300));
    (taken, memory)
}

fn pss_of_tree(pid: u32) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let own: f64 = text
        .lines()
        .find_map(|l| {
            l.strip_prefix("Pss:")?
                .trim()
                .strip_suffix("kB")?
                .trim()
                .parse()
                .ok()
        })
        .unwrap_or(0.0);
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task"))
        .into_iter()
        .flatten()
        .flatten();
    let children = tasks.flat_map(|t| {
        std::fs::read_to_string(t.path().join("children"))
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    own / 1024.0
        + children
            .filter_map(|c| c.parse().ok())
            .map(pss_of_tree)
            .sum::<f64>()
}

pub fn starts(place: &Path, journals: &[PathBuf], lines: &mut Vec<Line>) {
    let home = place.join("home");
    let none = place.join("none");
    let _ = std::fs::remove_dir_all(&none);
    let mut empty_journal = open(&none);
    preferences::complete_onboarding(&mut empty_journal, "GB".into()).unwrap();
    empty_journal.close().unwrap();
    let (app, bare) = (built("daymark"), built("examples/empty"));
    let programs = [
        (&bare, &none),
        (&app, &none),
        (&app, &journals[0]),
        (&app, &journals[1]),
        (&app, &journals[2]),
    ];
    let mut taken: Vec<Vec<(f64, f64)>> = vec![Vec::new(); programs.len()];
    for round in 0..8 {
        for (i, (program, journal)) in programs.iter().enumerate() {
            let one = start(program, &home, journal);
            // The first round only warms the caches.
            if round > 0 {
                taken[i].push(one);
            }
        }
    }
    let starts: Vec<f64> = taken
        .iter()
        .map(|t| median(t.iter().map(|x| x.0).collect()))
        .collect();
    let memory: Vec<f64> = taken
        .iter()
        .map(|t| median(t.iter().map(|x| x.1).collect()))
        .collect();
    let mut line = |name: &str, figure, limit, target, unit| {
        lines.push(Line {
            name: name.into(),
            figure,
            unit,
            limit,
            target,
        })
    };
    line(
        "start to usable, no entries, to empty window",
        starts[1],
        starts[0],
        1.15,
        "ms",
    );
    for (i, years) in YEARS.iter().enumerate() {
        line(
            &format!("start with {years} years, to no entries"),
            starts[i + 2],
            starts[1],
            1.05,
            "ms",
        );
    }
    line(
        "memory of the whole tree, to empty window",
        memory[1],
        memory[0],
        1.16,
        "MB",
    );
    line(
        "memory with 50 years, to empty window",
        memory[4],
        memory[0],
        1.16,
        "MB",
    );
}

/// Script that measures 100 key presses, each from the press until the answer is painted, in
/// milliseconds.
const KEYS: &str = r"
const done = arguments[0];
const group = document.querySelector('.scale[role=radiogroup]');
const taken = [];
// One channel for all: each open one is looked at in every turn and would slow the later keys.
const channel = new MessageChannel();
function press(nth) {
  if (nth === 100) return done(taken);
  const begun = performance.now();
  group.dispatchEvent(new KeyboardEvent('keydown', { key: String(nth % 9), bubbles: true, cancelable: true }));
  group.getBoundingClientRect();
  channel.port1.onmessage = () => { taken.push(performance.now() - begun); setTimeout(press, 37 + (nth % 13), nth + 1); };
  requestAnimationFrame(() => channel.port2.postMessage(0));
}
press(0);";

pub fn keys(place: &Path, journal: &Path, lines: &mut Vec<Line>) {
    let copy = copied(place, "pressing", journal);
    let mut taken: Vec<f64> = driven(place, &built("daymark"), &copy, async |driver| {
        found(driver, ".scale button").await;
        let taken = driver.execute_async(KEYS, vec![]).await.unwrap();
        taken.convert().unwrap()
    });
    taken.sort_by(f64::total_cmp);
    lines.push(Line {
        name: "a key to its answer painted, 95 of 100, in ms".into(),
        figure: taken[94],
        unit: "ms",
        limit: 1.0,
        target: 16.7,
    });
}

/// Opens a program's window under the test driver, acts in it and closes it.
pub fn driven<T>(
    place: &Path,
    program: &Path,
    journal: &Path,
    act: impl AsyncFnOnce(&WebDriver) -> T,
) -> T {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let mut service = Command::new("WebKitWebDriver")
        .arg(format!("--port={port}"))
        .env("HOME", place.join("home"))
        .env("LANG", "en_US.UTF-8")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("DAYMARK_CLOCK", CLOCK)
        .env("DAYMARK_JOURNAL", journal)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let result = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(async {
            let driver = opened(port, program).await;
            let result = act(&driver).await;
            driver.quit().await.unwrap();
            result
        });
    let _ = service.kill();
    let _ = service.wait();
    result
}

async fn opened(port: u16, program: &Path) -> WebDriver {
    let mut wanted = Capabilities::new();
    let options = serde_json::json!({"binary": program, "args": []});
    wanted.insert("webkitgtk:browserOptions".into(), options);
    let address = format!("http://127.0.0.1:{port}");
    for _ in 0..200 {
        if let Ok(open) = WebDriver::new(&address, wanted.clone()).await {
            return open;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the window opens under its driver");
}

/// Waits for an element.
pub async fn found(driver: &WebDriver, css: &str) {
    while driver.find(By::Css(css)).await.is_err() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
