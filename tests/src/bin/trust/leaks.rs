//! Whether a word that was typed, or the key, can be found outside the encrypted journal: in files while it is open and
//! after, in the memory of every process once it is locked.

use crate::glass::{self, Window, click, keys, type_text};
use crate::kit::{Bad, Much, Row};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

const PASSPHRASE: &str = "quiet otter lantern 41";

/// A word that occurs nowhere else.
fn canary(nth: u32) -> String {
    format!("zq{nth:03}kanari{:04}", (nth * 7919) % 10_000)
}

/// What is looked for, as bytes: each thing in UTF-8 and in UTF-16.
struct Sought(Vec<(String, Vec<u8>)>);

impl Sought {
    fn new(canaries: u32, key: &[u8; 48]) -> Self {
        // The first 32 bytes are the key; the rest is the file's salt, which stands at the beginning of the file.
        let key = &key[..32];
        let mut all = vec![("the key".to_owned(), key.to_vec())];
        let hex: String = key.iter().map(|b| format!("{b:02x}")).collect();
        let texts = [hex, PASSPHRASE.to_owned()];
        for text in texts.into_iter().chain((0..canaries).map(canary)) {
            all.push((text.clone(), text.clone().into_bytes()));
            let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            all.push((format!("{text} (UTF-16)"), wide));
        }
        Self(all)
    }

    fn find(&self, bytes: &[u8], found: &mut BTreeSet<String>) {
        for (name, wanted) in &self.0 {
            if !found.contains(name) && contains(bytes, wanted) {
                found.insert(name.clone());
            }
        }
    }

    fn in_files(&self, folder: &Path) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for file in glass::files(folder) {
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
        for process in glass::tree(pid) {
            glass::memory(process, |bytes| self.find(bytes, &mut found));
        }
        found
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some(first) = wanted.first() else {
        return false;
    };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| b == first) {
        if rest[at..].starts_with(wanted) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

/// Opens the journal with its passphrase and types every canary into the day's note.
fn type_all(window: &Window, canaries: u32) {
    window.wait("ready");
    click(640, 400);
    std::thread::sleep(Duration::from_millis(400));
    // The page that asks for the passphrase has its field ready.
    keys(&["Tab", "shift+Tab"]);
    type_text(PASSPHRASE);
    keys(&["Return"]);
    window.wait("ready");
    std::thread::sleep(Duration::from_millis(500));
    keys(&["ctrl+2", "slash"]);
    let _ = canaries;
}

pub fn leaks(much: Much) -> Row {
    let canaries = much.of(200, 200);
    let (home, key) = glass::home(Some(PASSPHRASE));
    let sought = Sought::new(canaries, &key);
    let mut window = Window::open(home.path(), &[]);
    let mut bad = Bad::default();
    type_all(&window, canaries);
    let open = sought.in_memory(window.id());
    for found in sought.in_files(home.path()) {
        bad.say(format!("while it is open: {found}"));
    }
    keys(&["ctrl+l"]);
    window.wait("ready");
    std::thread::sleep(Duration::from_secs(2));
    for found in sought.in_memory(window.id()) {
        bad.say(format!("in memory after the lock: {found}"));
    }
    for found in sought.in_files(home.path()) {
        bad.say(format!("after the lock: {found}"));
    }
    window.quit();
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
