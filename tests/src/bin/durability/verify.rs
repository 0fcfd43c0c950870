//! Verifies the journal that a worker left.

use crate::common::{self, notes, options};
use crate::locks::{PASSPHRASE, code};

use commands::Session;
use commands::backup;
use commands::error::Result;
use commands::session::open::Credentials;
use journal::{Credential, Journal, JournalPaths};
use std::path::Path;

/// Parsed output of a worker.
#[derive(Default)]
pub struct WorkerOutput {
    pub did: Option<Vec<String>>,
    pub will: Option<Vec<String>>,
    pub set: bool,
    pub acks: u32,
    pub violation: Option<String>,
    /// Numbers of the operations that were started.
    pub doing: String,
}

impl WorkerOutput {
    pub fn read(lines: &str) -> Self {
        let mut emitted = Self::default();
        let state = |rest: &str| serde_json::from_str(rest).unwrap_or_default();
        // A line cut off by the kill does not count.
        let whole = lines.rfind('\n').map_or("", |at| &lines[..at]);
        for line in whole.lines() {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            match word {
                "will" => emitted.will = Some(state(rest)),
                "did" => {
                    emitted.did = Some(state(rest));
                    emitted.will = None;
                    emitted.acks += 1;
                }
                "set" => emitted.set = true,
                "doing" => emitted.doing = format!("{} {rest}", emitted.doing),
                "violation" => emitted.violation = Some(line.to_owned()),
                _ => {}
            }
        }
        emitted
    }
}

/// Verifies the journal a worker left. All acknowledged changes are present, nothing else is, and
/// the journal and its backups open.
pub fn verify(folder: &Path, what: &str, emitted: &WorkerOutput) -> Result<(), String> {
    if let Some(violation) = &emitted.violation {
        return Err(violation.clone());
    }
    let place = JournalPaths::new(folder);
    if what == "repair" {
        let opened = Journal::open(&place, &Credential::None, 0).and_then(Journal::close);
        if emitted.set {
            opened.map_err(|error| format!("repaired, and then {error}"))?;
        } else {
            journal::repair(&place, &Credential::None, 9)
                .map_err(|e| format!("repaired again: {e}"))?;
        }
    }
    let secrets: &[Credentials] = &match what {
        "passphrase" if emitted.set => vec![Credentials::Passphrase(PASSPHRASE.into())],
        "passphrase" => vec![
            Credentials::Passphrase(PASSPHRASE.into()),
            Credentials::None,
        ],
        "sheet" if emitted.set => vec![Credentials::Recovery(code().groups().concat())],
        _ => vec![Credentials::None],
    };
    let mut opened = Err("no door".to_owned());
    for secret in secrets {
        opened = Session::open(&options(folder, secret.clone())).map_err(|e| format!("open: {e}"));
        if opened.is_ok() {
            break;
        }
    }
    let mut open = opened?;
    let now = notes(open.journal()).map_err(|e| format!("read: {e}"))?;
    let expected = |state: &Option<Vec<String>>| state.as_ref() == Some(&now);
    if emitted.did.is_some() && !expected(&emitted.did) && !expected(&emitted.will) {
        let did = emitted.did.clone().unwrap_or_default();
        let will = emitted.will.clone().unwrap_or_default();
        return Err(format!(
            "{} than acknowledged; {} than begun ({})",
            unlike(&now, &did),
            unlike(&now, &will),
            emitted.doing
        ));
    }
    let findings = open
        .journal()
        .check(open.definitions().all(), commands::clock::zones())
        .map_err(|e| format!("check: {e}"))?;
    if let Some(finding) = findings.first() {
        return Err(format!("check: {finding}"));
    }
    copies_hold(&mut open)?;
    open.close().map_err(|e| format!("close: {e}"))
}

/// Describes how two states differ.
fn unlike(now: &[String], other: &[String]) -> String {
    let less: Vec<_> = other.iter().filter(|n| !now.contains(n)).collect();
    let more: Vec<_> = now.iter().filter(|n| !other.contains(n)).collect();
    format!("without {less:?} and with {more:?} more")
}

/// Checks that every listed backup is intact, that another one can be made, and that no unfinished
/// backup remains.
fn copies_hold(open: &mut Session) -> Result<(), String> {
    let all = backup::backups(open).map_err(|e| format!("copies: {e}"))?;
    for copy in &all.backups {
        let drill = backup::verify_backup(open, copy.folder_name.clone())
            .map_err(|e| format!("drill: {e}"))?;
        if !drill.message.starts_with("This backup is fine") {
            return Err(format!("{}: {}", copy.folder_name, drill.message));
        }
    }
    open.set_clock(common::later(90_000));
    backup::create_backup(open).map_err(|e| format!("another copy: {e}"))?;
    let left = std::fs::read_dir(open.journal().paths().backups()).map_err(|e| e.to_string())?;
    for entry in left.flatten() {
        if entry.file_name().to_string_lossy().contains("unfinished") {
            return Err("something unfinished is left".into());
        }
    }
    Ok(())
}
