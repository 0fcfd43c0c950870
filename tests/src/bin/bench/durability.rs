//! Durability benchmarks: unlocking, and backing up fifty years during writes.

use crate::write::a_walk;
use crate::{Line, copied, median, open, open_with, timed};
use commands::Session;
use commands::backup::schedule;
use commands::entries::record;
use commands::session::open::Credentials;
use journal::{Argon2Cost, SaltAndNonce};
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

const PASSPHRASE: &str = "quiet otter lantern 41";

/// Measures opening with a passphrase, excluding the key derivation.
pub fn unlocking(place: &Path, journal: &Path, lines: &mut Vec<Line>) {
    let copy = copied(place, "unlocking", journal);
    let fresh = SaltAndNonce {
        salt: [3; 16],
        nonce: [4; 24],
    };
    let place = journal::JournalPaths::new(&copy);
    let mut bare = journal::Journal::open(&place, &journal::Credential::None, 1).unwrap();
    bare.set_passphrase(PASSPHRASE, Argon2Cost::MIN, &fresh)
        .unwrap();
    bare.close().unwrap();
    let (mut opened, mut derived) = (Vec::new(), Vec::new());
    for _ in 0..11 {
        derived.push(timed(|| journal::spend_cost(Argon2Cost::MIN)));
        let mut session = None;
        opened.push(timed(|| {
            session = Some(open_with(&copy, Credentials::Passphrase(PASSPHRASE.into())));
        }));
        session.unwrap().close().unwrap();
    }
    lines.push(Line {
        name: "unlocking fifty years beyond the KDF, in ms".into(),
        figure: median(opened) - median(derived),
        unit: "ms",
        limit: 1.0,
        target: 30.0,
    });
}

/// Measures a verified backup, compared with `cp`, and the longest wait of a save meanwhile.
pub fn copies(place: &Path, journal: &Path, lines: &mut Vec<Line>) {
    let folder = copied(place, "copying", journal);
    let session = Mutex::new(open(&folder));
    let plain = place.join("plain.copy");
    let (mut copied, mut whole, mut waits) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..7 {
        whole.push(timed(|| {
            let done = Command::new("cp")
                .arg(folder.join("journal.daymark"))
                .arg(&plain)
                .status();
            assert!(done.unwrap().success());
        }));
        // Pending writes of `cp` must not slow the backup down.
        std::fs::File::open(&plain).unwrap().sync_all().unwrap();
        let (took, longest) = copied_while_written(&session);
        copied.push(took);
        waits.push(longest);
    }
    session.into_inner().unwrap().close().unwrap();
    lines.push(Line {
        name: "a proved copy of fifty years, to cp".into(),
        figure: median(copied),
        unit: "ms",
        limit: median(whole),
        target: 4.0,
    });
    lines.push(Line {
        name: "longest wait of a save during a copy, in ms".into(),
        figure: median(waits),
        unit: "ms",
        limit: 1.0,
        target: 16.0,
    });
}

/// Returns how long a backup took and the longest time of one save meanwhile, in milliseconds. Both
/// run as in the window.
fn copied_while_written(session: &Mutex<Session>) -> (f64, f64) {
    let copying = AtomicBool::new(true);
    std::thread::scope(|both| {
        let writer = both.spawn(|| {
            let draft = a_walk();
            let mut longest: f64 = 0.0;
            while copying.load(Ordering::Relaxed) {
                longest = longest.max(timed(|| {
                    record::record_entry(&mut session.lock().unwrap(), draft.clone(), None)
                        .unwrap();
                }));
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            longest
        });
        let took = timed(|| {
            let (to, started) = {
                let mut held = session.lock().unwrap();
                let to = schedule::target(&held).unwrap();
                let started = schedule::start_if_changed(&mut held).unwrap();
                (to, started.expect("something changed since the last copy"))
            };
            let written = schedule::write(&started, &to);
            schedule::finish(&mut session.lock().unwrap(), written).unwrap();
        });
        copying.store(false, Ordering::Relaxed);
        (took, writer.join().unwrap())
    })
}
