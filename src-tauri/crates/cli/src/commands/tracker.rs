//! Definitions of trackers.

use crate::output::print;
use ::commands::error::RecordKind;
use ::commands::files::file_error;
use ::commands::trackers::transfer;
use ::commands::{Changed, Error, Result, Session};
use std::io::Read as _;
use std::path::Path;

pub fn export_tracker(session: &Session, key: &str) -> Result<()> {
    match session.definitions().source(key) {
        Some(text) => print(text),
        None => Err(Error::not_found(RecordKind::Tracker, key)),
    }
}

pub fn import_tracker(session: &mut Session, file: &Path) -> Result<Changed> {
    let name = file.display().to_string();
    let unread = |e: std::io::Error| file_error(file, &e);
    // One byte over the limit is enough to reject a file without reading it whole.
    let mut bytes = Vec::new();
    std::fs::File::open(file)
        .map_err(unread)?
        .take(domain::definition::parse::MAX_DEFINITION_LEN as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(unread)?;
    let text = String::from_utf8(bytes).map_err(|e| Error::Text {
        file: name.clone(),
        why: e.to_string(),
    })?;
    transfer::import_tracker(session, name, text)
}
