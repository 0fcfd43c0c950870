//! Definitions of trackers.

use super::print_result;
use crate::args::TrackerCommand;
use crate::output::{print, print_line};
use ::commands::error::RecordKind;
use ::commands::files::file_error;
use ::commands::trackers::{self, TrackerChange, transfer};
use ::commands::{Changed, Error, Result, Session, msg};
use domain::tracker::TrackerStatus;
use serde_json::json;
use std::io::Read as _;
use std::path::Path;

pub fn run(session: &mut Session, command: &TrackerCommand, json: bool) -> Result<()> {
    let changed = match command {
        TrackerCommand::Export { key } => return export_tracker(session, key),
        TrackerCommand::List => return list_trackers(session, json),
        TrackerCommand::Import { file } => import_tracker(session, file)?,
        TrackerCommand::On { key } => switch(session, key, TrackerStatus::Active)?,
        TrackerCommand::Off { key } => switch(session, key, TrackerStatus::Disabled)?,
    };
    print_result(json, &changed)
}

fn export_tracker(session: &Session, key: &str) -> Result<()> {
    match session.definitions().source(key) {
        Some(text) => print(text),
        None => Err(Error::not_found(RecordKind::Tracker, key)),
    }
}

fn import_tracker(session: &mut Session, file: &Path) -> Result<Changed> {
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

fn list_trackers(session: &Session, json: bool) -> Result<()> {
    for view in trackers::all(session)? {
        let key = &view.definition.key;
        let title = session.title(session.definition(key)?);
        let status = view.status.key();
        print_line(&if json {
            json!({"key": key, "title": title, "status": status}).to_string()
        } else if view.status == TrackerStatus::Active {
            format!("{key}\t{title}")
        } else {
            format!("{key}\t{title}\t({status})")
        })?;
    }
    Ok(())
}

fn switch(session: &mut Session, key: &str, status: TrackerStatus) -> Result<Changed> {
    let change = TrackerChange {
        status: Some(status),
        ..TrackerChange::default()
    };
    let changed = trackers::change_tracker(session, key.to_owned(), change)?;
    let title = session.title(session.definition(key)?);
    let id = if status == TrackerStatus::Active {
        msg::SWITCHED_ON
    } else {
        msg::SWITCHED_OFF
    };
    let message = session.locale().format(id, &[("what", title.into())]);
    Ok(Changed { message, ..changed })
}
