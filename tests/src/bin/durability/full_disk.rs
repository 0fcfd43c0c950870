//! Full-disk suite: a disk that fills up, and a read-only folder.
//!
//! Uses a small tmpfs in a separate mount namespace.

use crate::common::{self, Bad, Chance, Much, Row, export, later, notes, options};
use commands::Session;
use commands::backup;
use commands::entries::record;
use commands::failure::message;
use commands::session::open::Credentials;
use journal::JournalPaths;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

const SIZE: usize = 6 << 20;

pub fn full_disk(much: Much) -> Row {
    let steps = much.of(60, 500);
    let name = "a disk that fills up, step by step; a place that can't be written to".to_owned();
    let folder = tempfile::tempdir().unwrap();
    // Root needs only a mount namespace; other users need a user namespace too.
    for rights in [&["-m"][..], &["-r", "-m"]] {
        let can = Command::new("unshare")
            .args(rights)
            .args(["mount", "-t", "tmpfs", "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status();
        if !can.is_ok_and(|s| s.success()) {
            continue;
        }
        let output = Command::new("unshare")
            .args(rights)
            .arg(std::env::current_exe().unwrap())
            .args(["full-disk-inside", &steps.to_string()])
            .arg(folder.path())
            .output()
            .unwrap();
        let shown_text = String::from_utf8_lossy(&output.stdout).into_owned();
        let last = shown_text.lines().last().unwrap_or_default().to_owned();
        for line in shown_text.lines().filter(|l| l.starts_with("  ! ")) {
            println!("{line}");
        }
        let counted = last.strip_prefix("room ").and_then(|rest| {
            let mut numbers = rest.split(' ').map(str::parse::<u32>);
            Some((
                numbers.next()?.ok()?,
                numbers.next()?.ok()?,
                numbers.next()?.ok()?,
            ))
        });
        let (refused, copies, bad) = counted.unwrap_or((0, 0, 1));
        if counted.is_none() {
            println!("{}", String::from_utf8_lossy(&output.stderr));
        }
        return Row {
            name,
            tried: format!("{steps} steps, {refused} saves and {copies} copies refused"),
            found: format!("{bad} lost, unreadable or kept without being whole"),
            bad,
        };
    }
    Row {
        name,
        tried: "not tried: no file system can be made here".into(),
        found: "nothing".into(),
        bad: 0,
    }
}

/// Runs the suite inside the namespace, where only this process sees the file system.
pub fn inside(words: &[&str]) -> ExitCode {
    let [steps, folder] = words else {
        return ExitCode::from(2);
    };
    let folder = Path::new(folder);
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", &format!("size={SIZE}"), "tmpfs"])
        .arg(folder)
        .status();
    assert!(mounted.is_ok_and(|s| s.success()), "a small disk");
    let mut bad = Bad::default();
    let place = folder.join("j");
    let (mut refused, mut copies) = (0, 0);
    let mut left: u32 = steps.parse().unwrap_or(10);
    // A growing journal fills the disk by itself, so each one is used for at most 100 steps.
    while left > 0 {
        let some = left.min(100);
        let _ = std::fs::remove_dir_all(&place);
        let (saves, more) = fill(&place, some, left, &mut bad);
        (refused, copies, left) = (refused + saves, copies + more, left - some);
    }
    read_only(folder, &place, &mut bad);
    println!("room {refused} {copies} {}", bad.0);
    ExitCode::SUCCESS
}

/// Resizes the ballast file so that about `free` bytes remain.
fn leave(ballast: &Path, free: usize) {
    let _ = std::fs::remove_file(ballast);
    let used: usize = walk(ballast.parent().unwrap());
    let _ = std::fs::write(ballast, vec![7; SIZE.saturating_sub(used + free)]);
}

/// Returns the size of all files under a folder, in bytes, each rounded up to whole pages.
fn walk(folder: &Path) -> usize {
    let listed = std::fs::read_dir(folder).into_iter().flatten().flatten();
    listed
        .map(|entry| match entry.metadata() {
            Ok(data) if data.is_dir() => walk(&entry.path()),
            Ok(data) => (data.len() as usize).div_ceil(4096) * 4096,
            Err(_) => 0,
        })
        .sum()
}

fn reopened(open: Session, place: &Path, bad: &mut Bad, step: u32) -> Option<Session> {
    if let Err(error) = open.close() {
        bad.say(format!("step {step}: close: {error}"));
    }
    match Session::open(&options(place, Credentials::None)) {
        Ok(open) => Some(open),
        Err(error) => {
            bad.say(format!("step {step}: open: {error:?}"));
            None
        }
    }
}

fn fill(place: &Path, steps: u32, seed: u32, bad: &mut Bad) -> (u32, u32) {
    common::template(place, 20);
    let ballast = place.with_file_name("ballast");
    let mut open = common::session(place);
    let mut stored = notes(open.journal()).unwrap();
    let (mut refused, mut copies) = (0, 0);
    let mut chance = Chance::new(u64::from(seed));
    for step in 0..steps {
        leave(&ballast, chance.below(48) * 4096);
        open.set_clock(later(step * 60 + 100));
        let note = format!("f{step}");
        let saved = common::save(&mut open, &note);
        match &saved {
            Ok(_) => stored.push(note),
            Err(error) => {
                refused += 1;
                let shown_text = message::localize(error, &open).message;
                if !shown_text.contains("disk") {
                    bad.say(format!("step {step}: not called a full disk: {shown_text}"));
                }
            }
        }
        stored.sort();
        if step % 5 == 0 && backup::create_backup(&mut open).is_err() {
            copies += 1;
        }
        if step % 7 == 0 {
            match reopened(open, place, bad, step) {
                Some(again) => open = again,
                None => return (refused, copies),
            }
        }
        match notes(open.journal()) {
            Ok(now) if now == stored => {}
            Ok(now) => bad.say(format!(
                "step {step}: {} entries, not {}",
                now.len(),
                stored.len()
            )),
            Err(error) => bad.say(format!("step {step}: read: {error}")),
        }
        if export(&open).is_err() {
            bad.say(format!("step {step}: nothing can be taken out"));
        }
        holds(&open, step, bad);
        if step % 25 == 24 {
            // Old entries are removed so that later saves have room.
            let _ = std::fs::remove_file(&ballast);
            let entries = open.journal().all_entries().unwrap();
            for entry in entries.iter().take(20) {
                record::remove_entry(&mut open, entry.uid.clone()).unwrap();
                stored.retain(|n| *n != entry.note);
            }
        }
    }
    let _ = std::fs::remove_file(&ballast);
    backup::create_backup(&mut open).unwrap();
    if !open
        .journal()
        .check(open.definitions().all(), commands::clock::zones())
        .unwrap()
        .is_empty()
    {
        bad.say("not whole at the end");
    }
    open.close().unwrap();
    (refused, copies)
}

/// Checks that every stored backup contains a journal that is not empty.
fn holds(open: &Session, step: u32, bad: &mut Bad) {
    let place: PathBuf = open.journal().paths().backups();
    for copy in journal::list_backups(&place).unwrap() {
        let Ok(bytes) = std::fs::metadata(JournalPaths::new(&copy.folder).file()) else {
            bad.say(format!("step {step}: a copy without a journal is kept"));
            continue;
        };
        if bytes.len() == 0 {
            bad.say(format!("step {step}: an empty copy is kept"));
        }
    }
}

/// Checks that a read-only journal can be read in full, including the last save in its WAL, and
/// that saving is refused.
fn read_only(folder: &Path, place: &Path, bad: &mut Bad) {
    let lies = folder.join("stopped");
    let mut open = common::session(place);
    open.set_clock(later(900_000));
    common::save(&mut open, "the last one").unwrap();
    let stored = notes(open.journal()).unwrap();
    let says = export(&open).unwrap();
    for name in [
        "journal.daymark",
        "journal.daymark-wal",
        "journal.keys",
        "journal.keys.2",
    ] {
        std::fs::create_dir_all(&lies).unwrap();
        std::fs::copy(place.join(name), lies.join(name)).unwrap();
    }
    open.close().unwrap();
    let remounted = Command::new("mount")
        .args(["-o", "remount,ro"])
        .arg(folder)
        .status();
    assert!(
        remounted.is_ok_and(|s| s.success()),
        "read-only from now on"
    );
    match Session::open(&options(&lies, Credentials::None)) {
        Err(error) => bad.say(format!("read-only: {error:?}")),
        Ok(mut open) => {
            if !open.journal().condition().read_only {
                bad.say("a read-only place is not told");
            }
            if notes(open.journal()).ok().as_ref() != Some(&stored)
                || export(&open).ok() != Some(says)
            {
                bad.say("read-only: not all rows are there");
            }
            match common::save(&mut open, "no") {
                Ok(_) => bad.say("read-only: saved nowhere"),
                Err(error) => {
                    let shown_text = message::localize(&error, &open).message;
                    if !shown_text.contains("can’t write to") {
                        bad.say(format!("read-only: {shown_text}"));
                    }
                }
            }
            let _ = open.close();
        }
    }
}
