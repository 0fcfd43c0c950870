//! The second location of backups, such as an external disk.

use crate::error::Result;
use crate::session::Session;
use std::path::{Path, PathBuf};

/// Name of the backup folder in the second location.
const SECOND_DIR: &str = "Daymark copies";

/// Preference that stores the path of the second location.
pub(crate) const LOCATION_KEY: &str = "backup-place";

pub(crate) fn second_location(session: &Session) -> Result<Option<PathBuf>> {
    let text = session.journal().preference(LOCATION_KEY)?;
    let Some(path) = text.filter(|path| !path.is_empty()) else {
        return Ok(None);
    };
    Ok(Some(own_subfolder(session, Path::new(&path))?))
}

/// Returns whether the second location exists now. The path of a missing drive is not created.
pub(crate) fn is_reachable(folder: &Path) -> bool {
    folder.ancestors().nth(2).is_some_and(Path::is_dir)
}

/// Returns the journal's own subfolder of a location: backups of other journals are not pruned.
pub(crate) fn own_subfolder(session: &Session, path: &Path) -> Result<PathBuf> {
    let name = session.journal().name()?;
    let short: String = name.chars().take(8).collect();
    Ok(path.join(SECOND_DIR).join(short))
}

/// Copies the current key slots to the backups in the second location.
///
/// Returns whether all of them were updated; true if there is no second location.
pub(crate) fn sync_key_files(session: &Session) -> bool {
    let Ok(second) = second_location(session) else {
        return false;
    };
    let Some(folder) = second else { return true };
    is_reachable(&folder)
        && journal::list_backups(&folder)
            .and_then(|backups| session.journal().copy_key_file_to(&backups))
            .unwrap_or_default()
}

/// Returns the folder of the backups beside the journal.
pub(crate) fn folder(session: &Session) -> PathBuf {
    session.journal().paths().backups()
}
