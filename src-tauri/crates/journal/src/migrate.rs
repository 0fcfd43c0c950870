//! Bringing a journal's schema up to date.
//!
//! Owns the numbered steps: forward only, each in its own transaction, its name kept. Before the first one a
//! journal that holds something is copied beside itself; the last three such copies stay.

use crate::Trouble;
use crate::key::private_file;
use rusqlite::{Connection, params};
use std::path::{Path, PathBuf};

/// Steps, and the format each makes: raised only when an older program must refuse the file.
const STEPS: &[(&str, u32, &str)] = &[
    (
        "0001_start",
        1,
        include_str!("../migrations/0001_start.sql"),
    ),
    (
        "0002_daily_log",
        2,
        include_str!("../migrations/0002_daily_log.sql"),
    ),
];

/// How many copies made before a migration stay.
const COPIES: usize = 3;

/// The steps that are still to be run, and whether there is anything to lose by them.
pub(crate) fn pending(db: &Connection) -> Result<(Vec<usize>, bool), Trouble> {
    let known: bool = db.query_row(
        "select count(*) > 0 from sqlite_schema where type = 'table' and name = 'migration'",
        [],
        |row| row.get(0),
    )?;
    let mut pending = Vec::new();
    for (nth, (id, ..)) in STEPS.iter().enumerate() {
        let done = known
            && db.query_row(
                "select count(*) > 0 from migration where id = ?1",
                [id],
                |row| row.get::<_, bool>(0),
            )?;
        if !done {
            pending.push(nth);
        }
    }
    Ok((pending, known))
}

/// Runs those steps.
pub(crate) fn run(db: &mut Connection, pending: &[usize], now: i64) -> Result<(), Trouble> {
    for (id, format, sql) in pending.iter().filter_map(|nth| STEPS.get(*nth)) {
        let step = db.transaction()?;
        step.execute_batch(sql)?;
        step.execute("insert into migration values (?1, ?2)", params![id, now])?;
        step.pragma_update(None, "user_version", format)?;
        step.commit()?;
    }
    Ok(())
}

/// Copies a closed journal beside itself; its key opens the copy too. An open one is never copied as a file:
/// closing the copy's handle would let go of the journal's lock.
pub(crate) fn copy_beside(file: &Path, now: i64) -> Result<(), Trouble> {
    let stem = file
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let copy = file.with_file_name(format!("{stem}.before-{now:012}"));
    if !copy.exists() {
        let mut to = private_file(&copy)?;
        std::io::copy(&mut std::fs::File::open(file)?, &mut to)?;
        to.sync_all()?;
    }
    let mut copies = copies(file, &stem);
    copies.sort();
    for old in copies.iter().rev().skip(COPIES) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}

fn copies(file: &Path, stem: &str) -> Vec<PathBuf> {
    let Some(Ok(beside)) = file.parent().map(std::fs::read_dir) else {
        return Vec::new();
    };
    let start = format!("{stem}.before-");
    beside
        .flatten()
        .filter(|e| e.file_name().to_string_lossy().starts_with(&start))
        .map(|e| e.path())
        .collect()
}
