//! Import of Daymark's own CSV. One transaction: all entries or none.

use crate::changed::{Changed, Topic};
use crate::clock::zones;
use crate::error::{Error, Result};
use crate::files::file_error;
use crate::operation::Operation;
use crate::session::Session;
use crate::trackers::transfer;
use crate::transfer::compare::{self, Differing};
use crate::transfer::csv_export::{DEFINITION_FOLDER, LONG_FILE};
use ::exchange::csv;
use domain::Definition;
use domain::definition::parse::parse;
use std::fs;
use std::path::{Path, PathBuf};

/// Imports an export of Daymark: a long file, or the folder that holds one. Trackers of the export
/// that are not here come in with it.
///
/// What is new comes in and what is equal is skipped. What differs is decided by `differing`; without
/// a decision an entry that was changed here stays, and a second entry of a day comes in beside the
/// first. The message shows both sides.
///
/// # Errors
/// Refuses a file with an entry that is not valid; nothing is changed then.
pub fn import_csv(
    session: &mut Session,
    path: &Path,
    differing: Option<Differing>,
) -> Result<Changed> {
    let path = if path.is_dir() {
        path.join(LONG_FILE)
    } else {
        path.to_owned()
    };
    let trackers = unknown_trackers(session, &path)?;
    session.preview_definitions(&trackers)?;
    let imported = import_entries(session, &path, &trackers, differing);
    if imported.is_err() {
        session.reload_definitions()?;
    }
    imported
}

fn import_entries(
    session: &mut Session,
    path: &Path,
    trackers: &[(Definition, String)],
    differing: Option<Differing>,
) -> Result<Changed> {
    let name = path.display().to_string();
    let rows = rows(session, path, &name)?;
    let found = compare::compare(session, &rows, &name, differing)?;
    let message = found.message(session);
    let mut changes = transfer::additions(session, trackers)?;
    changes.extend(found.changes);
    if changes.is_empty() {
        return Ok(Changed {
            topics: Vec::new(),
            message,
            uid: None,
            count: 0,
        });
    }
    let topics = [Topic::Entries, Topic::Trackers];
    let changed = session.commit(&Operation::Import, &changes, &topics)?;
    let count = changed.count - 2 * trackers.len();
    Ok(Changed {
        message,
        count,
        ..changed
    })
}

/// Returns the definitions that lie beside an export's long file and are not known here.
fn unknown_trackers(session: &Session, long_file: &Path) -> Result<Vec<(Definition, String)>> {
    let folder = long_file.with_file_name(DEFINITION_FOLDER);
    let Ok(files) = fs::read_dir(&folder) else {
        return Ok(Vec::new());
    };
    let mut paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    let mut new = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).map_err(|e| file_error(&path, &e))?;
        let definition = parse(&path.display().to_string(), &text).map_err(Error::Definition)?;
        if session.definitions().get(&definition.key).is_none() {
            new.push((definition, text));
        }
    }
    Ok(new)
}

fn rows(session: &Session, path: &Path, name: &str) -> Result<Vec<csv::Row>> {
    let csv_error = |error| Error::Csv {
        file: name.to_owned(),
        error,
    };
    let length = fs::metadata(path).map_err(|e| file_error(path, &e))?.len();
    if length > csv::MAX_FILE_LEN as u64 {
        return Err(csv_error(csv::CsvError {
            line: 1,
            column: 0,
            kind: csv::CsvErrorKind::TooLarge,
        }));
    }
    let bytes = fs::read(path).map_err(|e| file_error(path, &e))?;
    csv::read(&bytes, session.definitions().all(), zones()).map_err(csv_error)
}
