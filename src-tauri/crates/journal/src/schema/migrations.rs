//! Schema migrations.
//!
//! Migrations are numbered and forward-only. Each runs in its own transaction and is recorded by
//! name. An existing journal is copied beside itself before it is migrated; the last three of these
//! copies are retained.

use crate::Result;
use crate::files::create_private_file;
use rusqlite::{Connection, params};
use std::path::{Path, PathBuf};

/// Journal format this version writes, and the newest it reads.
pub const VERSION: u32 = 7;

/// Migrations, with the format version each sets. The version increases only if older programs must
/// refuse the file.
const MIGRATIONS: &[(&str, u32, &str)] = &[
    ("0001_start", 1, include_str!("migrations/0001_start.sql")),
    (
        "0002_daily_log",
        2,
        include_str!("migrations/0002_daily_log.sql"),
    ),
    (
        "0003_standard_names",
        3,
        include_str!("migrations/0003_standard_names.sql"),
    ),
    (
        "0004_support",
        4,
        include_str!("migrations/0004_support.sql"),
    ),
    (
        "0005_ledgers",
        5,
        include_str!("migrations/0005_ledgers.sql"),
    ),
    (
        "0006_sessions",
        6,
        include_str!("migrations/0006_sessions.sql"),
    ),
    (
        "0007_fewer_pages",
        7,
        include_str!("migrations/0007_fewer_pages.sql"),
    ),
];

/// Number of pre-migration copies retained.
const MAX_BACKUPS: usize = 3;

/// Returns the indices of pending migrations, and whether the file already is a journal with data
/// to protect.
pub(crate) fn pending(db: &Connection) -> Result<(Vec<usize>, bool)> {
    let existing: bool = db.query_row(
        "select count(*) > 0 from sqlite_schema where type = 'table' and name = 'migration'",
        [],
        |row| row.get(0),
    )?;
    let mut pending = Vec::new();
    for (index, (id, ..)) in MIGRATIONS.iter().enumerate() {
        let applied = existing
            && db.query_row(
                "select count(*) > 0 from migration where id = ?1",
                [id],
                |row| row.get::<_, bool>(0),
            )?;
        if !applied {
            pending.push(index);
        }
    }
    Ok((pending, existing))
}

/// The last migration that renamed what a repair reads. Each one reads or writes pages, and fails on a
/// damaged one: those after it are left out.
const LAST_FOR_REPAIR: &str = "0003_standard_names";

/// Runs the pending migrations without which a damaged journal of an earlier version can't be read.
pub(crate) fn run_for_repair(db: &mut Connection, now: i64) -> Result<()> {
    let (mut pending, _) = pending(db)?;
    let last = MIGRATIONS
        .iter()
        .position(|(id, ..)| *id == LAST_FOR_REPAIR);
    pending.retain(|index| last.is_none_or(|last| *index <= last));
    run(db, &pending, now)
}

/// Runs the pending migrations.
pub(crate) fn run_pending(db: &mut Connection, now: i64) -> Result<()> {
    let (pending, _) = pending(db)?;
    run(db, &pending, now)
}

/// Runs the given migrations. Foreign keys are off meanwhile, so that a table can be replaced, and
/// checked afterwards.
pub(crate) fn run(db: &mut Connection, pending: &[usize], now: i64) -> Result<()> {
    if pending.is_empty() {
        return Ok(());
    }
    db.pragma_update(None, "foreign_keys", "OFF")?;
    let ran = run_each(db, pending, now);
    db.pragma_update(None, "foreign_keys", "ON")?;
    ran
}

fn run_each(db: &mut Connection, pending: &[usize], now: i64) -> Result<()> {
    drop_views(db)?;
    for (id, format, sql) in pending.iter().filter_map(|index| MIGRATIONS.get(*index)) {
        let transaction = db.transaction()?;
        transaction.execute_batch(sql)?;
        transaction.execute("insert into migration values (?1, ?2)", params![id, now])?;
        transaction.pragma_update(None, "user_version", format)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Drops the views of trackers: a migration may rename what they read. Opening recreates them.
fn drop_views(db: &Connection) -> Result<()> {
    let names: Vec<String> = db
        .prepare("select name from sqlite_schema where type = 'view'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for name in names {
        db.execute_batch(&format!("drop view \"{}\"", name.replace('"', "\"\"")))?;
    }
    Ok(())
}

/// Copies a closed journal beside itself; the same key opens the copy. An open journal must not be
/// copied this way: closing the read handle would release the journal's lock.
pub(crate) fn back_up_before_migration(file: &Path, now: i64) -> Result<()> {
    let stem = file
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let backup = file.with_file_name(format!("{stem}.before-{now:012}"));
    if !backup.exists() {
        let mut to = create_private_file(&backup)?;
        std::io::copy(&mut std::fs::File::open(file)?, &mut to)?;
        to.sync_all()?;
    }
    let mut backups = backups(file, &stem);
    backups.sort();
    for old in backups.iter().rev().skip(MAX_BACKUPS) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}

fn backups(file: &Path, stem: &str) -> Vec<PathBuf> {
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
