//! Network suite: nothing leaves this computer.
//!
//! Traces the sockets the window requests on every screen, and counts the packets of a page that
//! tries to reach the network.

use crate::common::{self, Bad, Much, Row};
use crate::external_view::{self, Window, keys, point, type_text};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::{Capabilities, WebDriver};

/// Returns how many sockets of families that reach the network were opened and how many were
/// refused.
fn asked(trace: &str) -> (usize, usize) {
    let out = ["AF_INET,", "AF_INET6,", "AF_PACKET,", "AF_VSOCK,"];
    let calls = trace
        .lines()
        .filter(|line| line.contains("socket(") && out.iter().any(|family| line.contains(family)));
    let (mut opened, mut refused) = (0, 0);
    for call in calls {
        if call.contains("= -1") {
            refused += 1;
        } else {
            opened += 1;
        }
    }
    (opened, refused)
}

/// Visits every screen and does something on each.
fn walk() {
    point(700, 500);
    let walked = [
        "4",
        "ctrl+z",
        "ctrl+shift+z",
        "ctrl+2",
        "ctrl+3",
        "ctrl+4",
        "ctrl+5",
        "ctrl+6",
        "ctrl+7",
        "ctrl+e",
        "F1",
        "Escape",
        "ctrl+comma",
        "Tab",
        "Tab",
        "Tab",
        "Return",
        "ctrl+1",
    ];
    // Each page must be painted before the next key.
    for key in walked {
        keys(&[key]);
        std::thread::sleep(Duration::from_millis(700));
    }
    type_text("a note https://example.org");
}

/// Runs both checks and returns their common row.
pub fn network(_: Much) -> Row {
    let mut bad = Bad::default();
    let (home, _) = external_view::home(None);
    let trace = home.path().join("trace");
    let tracer = [
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=socket",
        "-o",
        trace.to_str().unwrap(),
    ];
    let mut window = Window::open(home.path(), &tracer);
    window.wait("ready");
    walk();
    let processes = external_view::tree(window.id()).len() - 1;
    window.quit();
    let text = std::fs::read_to_string(&trace).unwrap();
    assert!(
        text.contains("AF_UNIX"),
        "the tracer saw the display's socket"
    );
    let (opened, refused) = asked(&text);
    for _ in 0..opened {
        bad.say("a socket that leads out was opened");
    }
    let (attempts, packets) = attempts();
    for _ in 0..packets {
        bad.say("a packet left the window");
    }
    Row {
        name: "every screen walked under a tracer; a page that tries to get out".into(),
        tried: format!("{processes} processes traced, {attempts} attempts of a page"),
        found: format!("{opened} sockets (asked for and refused: {refused}), {packets} packets"),
        bad: bad.0,
    }
}

/// Runs the attempts in a separate network namespace, where every packet is counted. Returns the
/// numbers of attempts and of packets.
fn attempts() -> (u32, u64) {
    let done = Command::new("unshare")
        .args(["--net", "--"])
        .arg(std::env::current_exe().unwrap())
        .arg("network-inside")
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let message = String::from_utf8_lossy(&done.stdout).into_owned();
    let mut numbers = message.split_whitespace().filter_map(|n| n.parse().ok());
    match (numbers.next(), numbers.next()) {
        (Some(attempts), Some(packets)) => (attempts as u32, packets),
        _ => panic!("the attempts were not made (a network of one's own needs root): {message}"),
    }
}

fn ip(arguments: &[&str]) {
    let done = Command::new("ip").args(arguments).status();
    assert!(done.is_ok_and(|s| s.success()), "ip {arguments:?}");
}

/// Returns the number of packets sent on `out0`, the only route out.
fn left() -> u64 {
    let all = std::fs::read_to_string("/proc/net/dev").unwrap();
    let line = all
        .lines()
        .find_map(|line| line.trim().strip_prefix("out0:"));
    let sent = line.and_then(|numbers| numbers.split_whitespace().nth(9));
    sent.and_then(|n| n.parse().ok())
        .expect("the way out counts")
}

/// Ways for a page to reach the network. `T` stands for the target's address.
const WAYS: [&str; 20] = [
    "fetch('https://T/').catch(() => 0)",
    "fetch('http://T/', {mode: 'no-cors', method: 'POST', body: 'x'}).catch(() => 0)",
    "const x = new XMLHttpRequest(); x.open('GET', 'http://T/'); x.send()",
    "navigator.sendBeacon('https://T/', 'x')",
    "new WebSocket('ws://T/')",
    "new EventSource('http://T/')",
    "new RTCPeerConnection({iceServers: [{urls: 'stun:T:3478'}]}).createDataChannel('x')",
    "new Image().src = 'http://T/x.png'",
    "add('script', {src: 'http://T/x.js'})",
    "add('link', {rel: 'stylesheet', href: 'http://T/x.css'})",
    "add('link', {rel: 'prefetch', href: 'http://T/x'})",
    "add('link', {rel: 'preconnect', href: 'http://T/'})",
    "add('link', {rel: 'dns-prefetch', href: '//T/'})",
    "add('iframe', {src: 'http://T/'})",
    "add('object', {data: 'http://T/x'})",
    "add('video', {src: 'http://T/x.mp4', autoplay: true})",
    "document.body.style.backgroundImage = \"url('http://T/x.png')\"",
    "const f = add('form', {action: 'http://T/', method: 'post'}); f.submit()",
    "window.open('http://T/')",
    "location.href = 'http://T/'",
];

const TARGETS: [&str; 3] = ["192.0.2.7", "[2001:db8::7]", "example.org"];

/// Sets up the network namespace, makes the attempts, and prints their number and the number of
/// packets sent.
pub fn inside() {
    ip(&["link", "set", "lo", "up"]);
    ip(&[
        "link", "add", "out0", "type", "veth", "peer", "name", "wire0",
    ]);
    // Packets that the kernel sends on a new interface must not be counted.
    let _ = std::fs::write("/proc/sys/net/ipv6/conf/out0/router_solicitations", "0");
    let _ = std::fs::write("/proc/sys/net/ipv6/conf/out0/addr_gen_mode", "1");
    ip(&["addr", "add", "192.0.2.1/24", "dev", "out0"]);
    ip(&["addr", "add", "2001:db8::1/64", "dev", "out0", "nodad"]);
    let _ = std::fs::write("/proc/sys/net/ipv6/conf/wire0/disable_ipv6", "1");
    ip(&["link", "set", "wire0", "up"]);
    ip(&["link", "set", "out0", "up"]);
    ip(&[
        "route",
        "add",
        "default",
        "via",
        "192.0.2.254",
        "dev",
        "out0",
        "onlink",
    ]);
    ip(&[
        "neigh",
        "add",
        "192.0.2.254",
        "lladdr",
        "02:00:00:00:00:01",
        "dev",
        "out0",
    ]);
    ip(&[
        "neigh",
        "add",
        "192.0.2.7",
        "lladdr",
        "02:00:00:00:00:02",
        "dev",
        "out0",
    ]);
    std::thread::sleep(Duration::from_secs(2));
    let quiet = left();
    let probe = std::net::UdpSocket::bind("0.0.0.0:0").unwrap();
    probe.send_to(b"x", "192.0.2.7:9").unwrap();
    assert!(left() > quiet, "a packet that leaves is counted");
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(try_all());
}

async fn try_all() {
    let (home, _) = external_view::home(None);
    let mut service = Command::new("WebKitWebDriver");
    service
        .arg("--port=4799")
        .env("HOME", home.path())
        .env("LD_PRELOAD", common::shim("sealed", home.path()))
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("DAYMARK_JOURNAL", home.path().join("journal"))
        .env("DAYMARK_CLOCK", common::NOON)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut service = service.spawn().unwrap();
    let driver = driver().await;
    let before = left();
    let (mut made, mut counted) = (0, before);
    for target in TARGETS {
        for way in WAYS {
            let add = "const add = (tag, all) => { const e = document.createElement(tag); Object.assign(e, all); document.body.append(e); return e; };";
            let script = format!("{add} try {{ {} }} catch {{}}", way.replace('T', target));
            let _ = driver.execute(script, Vec::new()).await;
            made += 1;
            tokio::time::sleep(Duration::from_millis(60)).await;
            // A packet may be counted late, so this attempt is only a hint.
            if left() > counted {
                eprintln!("{} packets by then: {target}, {way}", left() - counted);
                counted = left();
            }
        }
    }
    tokio::time::sleep(Duration::from_secs(3)).await;
    let here = driver.current_url().await.map(|u| u.to_string());
    assert!(
        here.as_ref().is_ok_and(|u| u.starts_with("tauri:")),
        "the page is still the app's own: {here:?}"
    );
    println!("{made} {}", left() - before);
    let _ = driver.quit().await;
    let _ = service.kill();
    let _ = service.wait();
}

async fn driver() -> WebDriver {
    let mut wanted = Capabilities::new();
    let options = serde_json::json!({"binary": common::built("daymark"), "args": []});
    wanted.insert("webkitgtk:browserOptions".into(), options);
    let started = Instant::now();
    loop {
        match WebDriver::new("http://127.0.0.1:4799", wanted.clone()).await {
            Ok(driver) => return driver,
            Err(error) if started.elapsed() > Duration::from_secs(20) => {
                panic!("no session: {error}")
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}
