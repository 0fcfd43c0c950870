//! `cargo x bench`: each figure as a ratio to a limit measured in the same run, so that the machine drops out.
//! Prints a table and writes `target/bench.json`.

use care::period::Period;
use care::{Answer, Draft};
use commands::clock::Clock;
use commands::{Options, Session, chart, demo, exchange, page, record, search, today, visit, year};
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const CLOCK: &str = "2026-11-22T21:30:00Z Europe/Berlin";
const YEARS: [u32; 3] = [1, 10, 50];

struct Line {
    name: String,
    figure: f64,
    unit: &'static str,
    limit: f64,
    target: f64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, what, folder] = arguments.as_slice()
        && what == "first-pdf"
    {
        println!("{}", first_pdf(Path::new(folder)).as_secs_f64() * 1e3);
        return;
    }
    let place = built("").parent().unwrap().join("bench-journals");
    let journals: Vec<PathBuf> = YEARS.iter().map(|years| journal(&place, *years)).collect();
    let mut lines = Vec::new();
    windows(&place, &journals, &mut lines);
    saves(&place, &journals, &mut lines);
    figures(&journals, &mut lines);
    pdfs(&journals[0], &mut lines);
    looking(&journals[2], &mut lines);
    keys(&place, &journals[2], &mut lines);
    println!(
        "\n{:<46}{:>12}{:>12}{:>8}{:>9}",
        "", "measured", "limit", "ratio", "target"
    );
    for line in &lines {
        let ratio = line.figure / line.limit;
        let verdict = if ratio <= line.target { "" } else { "  over" };
        println!(
            "{:<46}{:>9.3} {:<3}{:>8.3} {:<3}{ratio:>7.2}{:>9.2}{verdict}",
            line.name, line.figure, line.unit, line.limit, line.unit, line.target
        );
    }
    let json: Vec<_> = lines
        .iter()
        .map(|l| serde_json::json!({"name": l.name, "measured": l.figure, "limit": l.limit, "ratio": l.figure / l.limit, "target": l.target, "unit": l.unit}))
        .collect();
    let path = place.join("../bench.json");
    std::fs::write(&path, serde_json::to_string_pretty(&json).unwrap()).unwrap();
}

fn built(name: &str) -> PathBuf {
    std::env::current_exe()
        .unwrap()
        .parent()
        .unwrap()
        .join(name)
}

fn open(folder: &Path) -> Session {
    let options = Options {
        folder: Some(folder.to_owned()),
        clock: Clock::read(CLOCK).unwrap(),
        languages: vec!["en-GB".into()],
        create: true,
        secret: commands::session::Secret::Nothing,
    };
    Session::open(&options).unwrap()
}

fn journal(place: &Path, years: u32) -> PathBuf {
    let folder = place.join(format!("{years}-years"));
    if !folder.join("journal.daymark").exists() {
        eprintln!("making {years} years …");
        let unfinished = place.join(format!("{years}-unfinished"));
        let _ = std::fs::remove_dir_all(&unfinished);
        let mut session = open(&unfinished);
        demo::fill(&mut session, years * 365, 11, |_| ()).unwrap();
        commands::preferences::begin(&mut session, "GB").unwrap();
        session.close().unwrap();
        std::fs::rename(unfinished, &folder).unwrap();
    }
    folder
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Milliseconds to a usable page, and the memory of the whole tree of processes in MB.
fn start(program: &Path, home: &Path, journal: &Path) -> (f64, f64) {
    let begun = Instant::now();
    let mut child = Command::new(program)
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("LANG", "en_US.UTF-8")
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("DAYMARK_TELL_READY", "1")
        .env("DAYMARK_CLOCK", CLOCK)
        .env("DAYMARK_JOURNAL", journal)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|e| panic!("{}: {e}", program.display()));
    let mut said = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut said).unwrap();
    assert_eq!(said.trim(), "ready", "{} became usable", program.display());
    let taken = begun.elapsed().as_secs_f64() * 1e3;
    std::thread::sleep(Duration::from_millis(900));
    let memory = pss_of_tree(child.id());
    let _ = Command::new("kill").arg(child.id().to_string()).status();
    let _ = out.read_to_string(&mut said);
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

fn windows(place: &Path, journals: &[PathBuf], lines: &mut Vec<Line>) {
    let home = place.join("home");
    let none = place.join("none");
    let _ = std::fs::remove_dir_all(&none);
    let mut empty_journal = open(&none);
    commands::preferences::begin(&mut empty_journal, "GB").unwrap();
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
            // The first round warms the caches for all.
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
        1.25,
        "ms",
    );
    for (i, years) in YEARS.iter().enumerate() {
        line(
            &format!("start with {years} years, to no entries"),
            starts[i + 2],
            starts[1],
            1.1,
            "ms",
        );
    }
    line(
        "memory of the whole tree, to empty window",
        memory[1],
        memory[0],
        1.2,
        "MB",
    );
    line(
        "memory with 50 years, to empty window",
        memory[4],
        memory[0],
        1.2,
        "MB",
    );
}

/// A bare SQLCipher commit of a row as large as an entry, on the same disk with the same settings.
fn bare_commit(place: &Path) -> f64 {
    let file = place.join("bare.db");
    let _ = std::fs::remove_file(&file);
    let db = rusqlite::Connection::open(&file).unwrap();
    db.execute_batch(&format!("pragma key = \"x'{}'\"; pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full; create table row (id integer primary key, text text)", "07".repeat(48))).unwrap();
    let text = "x".repeat(1200);
    let mut all = Vec::new();
    for _ in 0..400 {
        let begun = Instant::now();
        db.prepare_cached("insert into row (text) values (?1)")
            .unwrap()
            .execute([&text])
            .unwrap();
        all.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    median(all)
}

fn saves(place: &Path, journals: &[PathBuf], lines: &mut Vec<Line>) {
    let draft = Draft {
        tracker: "exercise".into(),
        day: "2026-11-22".into(),
        values: [
            ("kind", Answer::Text("walk".into())),
            ("minutes", Answer::Number(25.0)),
            ("effort", Answer::Text("light".into())),
        ]
        .map(|(k, v)| (k.to_owned(), v))
        .into(),
        ..Draft::default()
    };
    for (journal, years) in journals.iter().zip(YEARS) {
        let copy = place.join("saving");
        let _ = std::fs::remove_dir_all(&copy);
        std::fs::create_dir_all(&copy).unwrap();
        for name in ["journal.daymark", "journal.keys"] {
            std::fs::copy(journal.join(name), copy.join(name)).unwrap();
        }
        let mut session = open(&copy);
        let mut all = Vec::new();
        let bare = bare_commit(place);
        for _ in 0..400 {
            let begun = Instant::now();
            record::record_entry(&mut session, &draft, None).unwrap();
            all.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        session.close().unwrap();
        let limit = f64::midpoint(bare, bare_commit(place));
        lines.push(Line {
            name: format!("durable save with {years} years, to a bare commit"),
            figure: median(all),
            unit: "ms",
            limit,
            target: 2.0,
        });
    }
}

fn figures(journals: &[PathBuf], lines: &mut Vec<Line>) {
    for (journal, years) in journals.iter().zip(YEARS) {
        let session = open(journal);
        let (definition, drawn) = chart::charts(&session)
            .unwrap()
            .into_iter()
            .find(|(_, c)| c.of == "asleep")
            .unwrap();
        let mut time = |name: String, period: Period, target: f64| {
            let once = || {
                let begun = Instant::now();
                let panel = chart::panel(&session, definition, drawn, period, &[]).unwrap();
                assert!(
                    !panel.figure.readings.is_empty(),
                    "there is something to draw"
                );
                begun.elapsed().as_secs_f64() * 1e3
            };
            let all: Vec<f64> = (0..25).map(|_| once()).collect();
            lines.push(Line {
                name,
                figure: median(all),
                unit: "ms",
                limit: 1.0,
                target,
            });
        };
        if years == 1 {
            time(
                "a 90-day figure, in ms".into(),
                Period::ending(session.today(), 90),
                15.0,
            );
        }
        time(
            format!("a figure of {years} years, in ms"),
            session.journal().reach().unwrap().unwrap(),
            15.0,
        );
        session.close().unwrap();
    }
}

/// Days, the year and the search with fifty years of entries and notes.
fn looking(journal: &Path, lines: &mut Vec<Line>) {
    let session = open(journal);
    let mut time = |name: &str, target: f64, act: &dyn Fn()| {
        let once = |_| {
            let begun = Instant::now();
            act();
            begun.elapsed().as_secs_f64() * 1e3
        };
        lines.push(Line {
            name: name.into(),
            figure: median((0..25).map(once).collect()),
            unit: "ms",
            limit: 1.0,
            target,
        });
    };
    time("today's page of fifty years, in ms", 8.0, &|| {
        drop(today::day_page(&session, None).unwrap());
    });
    time("year view of fifty years, in ms", 16.0, &|| {
        drop(year::year(&session, Some(2010), "", "").unwrap());
    });
    for (what, words) in [
        ("a rare word", "helpful"),
        ("a common word", "the"),
        ("two letters", "sl"),
    ] {
        let name = format!("search for {what} in fifty years, in ms");
        let found = search::search(&session, words).unwrap();
        assert!(!found.found.is_empty(), "{words} is in the made-up notes");
        time(&name, 10.0, &|| {
            drop(search::search(&session, words).unwrap())
        });
    }
    session.close().unwrap();
}

/// From a key pressed to its answer painted, of a hundred keys: the slowest but five.
const PRESS: &str = r"
const done = arguments[0];
const group = document.querySelector('.scale[role=radiogroup]');
const taken = [];
function press(nth) {
  if (nth === 100) return done(taken);
  const begun = performance.now();
  group.dispatchEvent(new KeyboardEvent('keydown', { key: String(nth % 9), bubbles: true, cancelable: true }));
  group.getBoundingClientRect();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => { taken.push(performance.now() - begun); setTimeout(press, 37 + (nth % 13), nth + 1); };
  requestAnimationFrame(() => channel.port2.postMessage(0));
}
press(0);";

fn keys(place: &Path, journal: &Path, lines: &mut Vec<Line>) {
    let copy = place.join("pressing");
    let _ = std::fs::remove_dir_all(&copy);
    std::fs::create_dir_all(&copy).unwrap();
    for name in ["journal.daymark", "journal.keys"] {
        std::fs::copy(journal.join(name), copy.join(name)).unwrap();
    }
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let mut service = Command::new("WebKitWebDriver")
        .arg(format!("--port={port}"))
        .env("HOME", place.join("home"))
        .env("LANG", "en_US.UTF-8")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("DAYMARK_CLOCK", CLOCK)
        .env("DAYMARK_JOURNAL", &copy)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let taken = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(pressed(port));
    let _ = service.kill();
    let _ = service.wait();
    let mut taken = taken;
    taken.sort_by(f64::total_cmp);
    lines.push(Line {
        name: "a key to its answer painted, 95 of 100, in ms".into(),
        figure: taken[94],
        unit: "ms",
        limit: 1.0,
        target: 16.7,
    });
}

async fn pressed(port: u16) -> Vec<f64> {
    use thirtyfour::{By, Capabilities, WebDriver};
    let mut wanted = Capabilities::new();
    let options = serde_json::json!({"binary": built("daymark"), "args": []});
    wanted.insert("webkitgtk:browserOptions".into(), options);
    let address = format!("http://127.0.0.1:{port}");
    let mut driver = None;
    for _ in 0..200 {
        if let Ok(open) = WebDriver::new(&address, wanted.clone()).await {
            driver = Some(open);
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let driver = driver.expect("the window opens under its driver");
    while driver.find(By::Css(".scale button")).await.is_err() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let given = driver.execute_async(PRESS, vec![]).await.unwrap();
    driver.quit().await.unwrap();
    given.convert().unwrap()
}

fn first_pdf(folder: &Path) -> Duration {
    let session = open(folder);
    let begun = Instant::now();
    let page = page::page(&session, &visit::next(&session).unwrap()).unwrap();
    let pdf = exchange::page_as_pdf(&session, page).unwrap();
    let taken = begun.elapsed();
    assert!(pdf.len() > 10_000, "a whole page");
    taken
}

fn pdfs(journal: &Path, lines: &mut Vec<Line>) {
    let first = |_| {
        let output = Command::new(built("bench"))
            .args(["first-pdf"])
            .arg(journal)
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout)
            .trim()
            .parse::<f64>()
            .unwrap()
    };
    let firsts: Vec<f64> = (0..7).map(first).collect();
    lines.push(Line {
        name: "two-page PDF, first time, in ms".into(),
        figure: median(firsts),
        unit: "ms",
        limit: 1.0,
        target: 120.0,
    });
    let again: Vec<f64> = (0..7)
        .map(|_| first_pdf(journal).as_secs_f64() * 1e3)
        .collect();
    lines.push(Line {
        name: "two-page PDF, again, in ms".into(),
        figure: median(again),
        unit: "ms",
        limit: 1.0,
        target: 40.0,
    });
}
