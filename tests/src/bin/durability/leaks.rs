//! Leak suite: typed phrases and the key must not be found outside the encrypted journal.
//!
//! Searches files while the journal is open and after locking, and the memory of every process
//! after locking.

use crate::common::{self, Bad, Much, Row};
use crate::external_view::{self, Window, keys, point, type_text};
use aho_corasick::AhoCorasick;
use commands::Session;
use commands::session::open::Credentials;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

const PASSPHRASE: &str = "quiet otter lantern 41";

/// Returns a phrase that occurs nowhere else.
fn canary(nth: u32) -> String {
    format!("zq{nth:03}kanari{:04}", (nth * 7919) % 10_000)
}

/// Byte patterns to search for. Texts are searched in UTF-8 and UTF-16, the key raw and as
/// hexadecimal.
struct Sought {
    names: Vec<String>,
    finder: AhoCorasick,
}

impl Sought {
    fn new(canaries: u32, key: &[u8; 48]) -> Self {
        // The last 16 bytes are the salt, which the file stores openly at its start.
        let key = &key[..32];
        let mut names = vec!["the key".to_owned()];
        let mut wanted = vec![key.to_vec()];
        let hex: String = key.iter().map(|b| format!("{b:02x}")).collect();
        let texts = [hex, PASSPHRASE.to_owned()];
        for text in texts.into_iter().chain((0..canaries).map(canary)) {
            names.extend([text.clone(), format!("{text} (UTF-16)")]);
            wanted.push(text.clone().into_bytes());
            wanted.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        }
        Self {
            names,
            finder: AhoCorasick::new(wanted).unwrap(),
        }
    }

    fn find(&self, bytes: &[u8], found: &mut BTreeSet<String>) {
        for hit in self.finder.find_iter(bytes) {
            found.insert(self.names[hit.pattern().as_usize()].clone());
        }
    }

    fn in_files(&self, folder: &Path) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for file in external_view::files(folder) {
            let mut here = BTreeSet::new();
            self.find(&std::fs::read(&file).unwrap_or_default(), &mut here);
            found.extend(
                here.into_iter()
                    .map(|what| format!("{what} in {}", file.display())),
            );
        }
        found
    }

    fn in_memory(&self, pid: u32) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for process in external_view::tree(pid) {
            external_view::memory(process, |bytes| self.find(bytes, &mut found));
        }
        found
    }
}

/// Walks from the mood scale to the note, the last row of an empty day, and opens it. Where a row
/// lies depends on the fonts of the machine, so nothing is clicked.
fn open_note() {
    const STOPS: usize = 10;
    keys(&["Tab"; STOPS]);
    keys(&["Return"]);
}

/// Unlocks the journal and types every phrase into the note of the day.
fn type_all(window: &Window, canaries: u32) {
    window.wait("ready");
    // The unlock page has its passphrase field focused.
    point(640, 600);
    type_text(PASSPHRASE);
    keys(&["Return"]);
    window.wait("ready");
    open_note();
    for nth in 0..canaries {
        type_text(&format!("{} ", canary(nth)));
    }
    keys(&["Tab"]);
    window.wait("changed");
    std::thread::sleep(Duration::from_secs(1));
}

pub fn leaks(much: Much) -> Row {
    let canaries = much.of(200, 200);
    let (home, key) = external_view::home(Some(PASSPHRASE));
    let sought = Sought::new(canaries, &key);
    let mut window = Window::open(home.path(), &[]);
    let mut bad = Bad::default();
    type_all(&window, canaries);
    let open = sought.in_memory(window.id());
    for found in sought.in_files(home.path()) {
        bad.say(format!("while it is open: {found}"));
    }
    assert!(
        open.contains("the key") && open.len() > canaries as usize,
        "what is in memory is found there: {} things",
        open.len()
    );
    keys(&["ctrl+l"]);
    window.wait("ready");
    std::thread::sleep(Duration::from_secs(2));
    for found in sought.in_memory(window.id()) {
        bad.say(format!("in memory after the lock: {found}"));
    }
    for found in sought.in_files(home.path()) {
        bad.say(format!("after the lock: {found}"));
    }
    window.kill();
    let stored = stored(home.path());
    for nth in 0..canaries {
        if !stored.contains(&canary(nth)) {
            bad.say(format!("{} was not kept", canary(nth)));
        }
    }
    Row {
        name: "words typed and the key, looked for in files and, once locked, in memory".into(),
        tried: format!(
            "{canaries} phrases, {} of them in memory while open",
            open.len()
        ),
        found: format!("{} found outside the journal", bad.0),
        bad: bad.0,
    }
}

/// Returns the content of the journal as CSV, unlocked with the passphrase.
fn stored(home: &Path) -> String {
    let options = common::options(
        &home.join("journal"),
        Credentials::Passphrase(PASSPHRASE.into()),
    );
    let open = Session::open(&options).unwrap();
    let text = common::export(&open).unwrap();
    open.close().unwrap();
    text
}
