//! Schema migrations.
//!
//! Migrations are numbered and forward-only. Each runs in its own transaction and is recorded by
//! name. An existing journal is copied beside itself before it is migrated; the last three of these
//! copies are retained.

use crate::Trouble;
use crate::key::private_file;
use rusqlite::{Connection, params};
use std::path::{Path, PathBuf};

/// Migrations, with the format version each sets. The version increases only if older programs must
/// refuse the file.
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

/// Number of pre-migration copies retained.
const COPIES: usize = 3;

/// Returns the indices of pending migrations, and whether the file already is a journal with data
/// to protect.
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

/// Runs the given migrations.
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

/// Copies a closed journal beside itself; the same key opens the copy. An open journal must not be
/// copied this way: closing the read handle would release the journal's lock.
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
