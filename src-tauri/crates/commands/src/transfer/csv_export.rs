//! Export of entries as CSV.

use super::ledger_export::export_ledgers;
use crate::clock::zones;
use crate::error::{Error, Result};
use crate::files::{file_error, write};
use crate::session::Session;
use crate::trackers;
use crate::visit::prepare;
use ::exchange::csv;
use std::fs;
use std::path::Path;

/// Name of the long file in an export folder.
pub const LONG_FILE: &str = "values.csv";

/// Name of the folder with the definitions of own trackers, in an export folder.
pub const DEFINITION_FOLDER: &str = "trackers";

/// Which private trackers an export includes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrivateData {
    /// All of them, at the user's request.
    All,
    /// Those the user put into the visit's page.
    Selected,
}

/// Returns the entries to export: all except private ones that were not requested.
fn exported_entries(session: &Session, private: &PrivateData) -> Result<Vec<domain::Entry>> {
    let visit = prepare::next(session)?;
    let mut entries = session.journal().all_entries()?;
    entries.retain(|entry| {
        let definition = session.definitions().get(&entry.tracker);
        *private == PrivateData::All
            // An entry without a definition may be private.
            || definition.is_some_and(|d| !d.private || visit.included_private.contains(&d.key))
    });
    Ok(entries)
}

/// Returns the exported entries as one long CSV file.
pub fn csv_long(session: &Session, private: &PrivateData) -> Result<String> {
    csv::long(&exported_entries(session, private)?).map_err(|e| Error::Internal(e.to_string()))
}

/// Exports everything as CSV.
///
/// Writes one long file if the path ends in `.csv`. Otherwise writes a folder with the long file
/// and one wide file per tracker, the definitions of own trackers, and the ledgers of treatment.
///
/// # Errors
/// Refuses a folder that holds something: an earlier export there may hold private trackers that
/// this one leaves out.
pub fn export_csv(session: &Session, path: &Path, private: &PrivateData) -> Result<()> {
    let long = csv_long(session, private)?;
    if path
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("csv"))
    {
        return write(path, long.as_bytes());
    }
    fs::create_dir_all(path).map_err(|e| file_error(path, &e))?;
    let mut inside = fs::read_dir(path).map_err(|e| file_error(path, &e))?;
    if inside.next().is_some() {
        return Err(Error::FolderNotEmpty(path.display().to_string()));
    }
    write(&path.join(LONG_FILE), long.as_bytes())?;
    let entries = exported_entries(session, private)?;
    let empty = |d: &domain::Definition| !entries.iter().any(|e| e.tracker == d.key);
    let trackers = trackers::active(session)?;
    for definition in session.definitions().all() {
        // An inactive tracker without entries needs no file.
        if empty(definition) && !trackers.iter().any(|t| t.key == definition.key) {
            continue;
        }
        if definition.private && empty(definition) {
            continue;
        }
        let wide =
            csv::wide(&entries, definition, zones()).map_err(|e| Error::Internal(e.to_string()))?;
        write(
            &path.join(format!("{}.csv", definition.key)),
            wide.as_bytes(),
        )?;
        if session.definitions().is_custom(&definition.key) {
            write_definition(session, path, &definition.key)?;
        }
    }
    export_ledgers(session, path, *private == PrivateData::All)
}

/// Writes the definition of an own tracker, without which its entries can't be imported elsewhere.
fn write_definition(session: &Session, folder: &Path, key: &str) -> Result<()> {
    let folder = folder.join(DEFINITION_FOLDER);
    fs::create_dir_all(&folder).map_err(|e| file_error(&folder, &e))?;
    let text = session.definitions().source(key).unwrap_or_default();
    write(&folder.join(format!("{key}.toml")), text.as_bytes())
}
