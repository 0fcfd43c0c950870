//! Backups and repair.

use crate::output::{print_line, print_result};
use ::commands::backup::{self, repair as repair_journal, restore};
use ::commands::failure::message;
use ::commands::{Changed, CommandError, OpenOptions, Result, Session};
use serde_json::json;

/// Repairs the journal without opening a session: a damaged journal may not open.
pub fn repair(options: &OpenOptions, json: bool) -> Result<(), CommandError> {
    let shown = repair_journal::repair(options)?;
    let result = if json {
        print_line(&json!(shown).to_string())
    } else {
        let lines = shown.messages.iter().chain(&shown.days);
        lines.into_iter().try_for_each(|line| print_line(line))
    };
    result.map_err(|m| message::startup_error(&m, &options.languages))
}

pub fn list_backups(session: &Session, json: bool) -> Result<()> {
    let all = backup::backups(session)?.backups;
    if json {
        return print_line(&json!(all).to_string());
    }
    all.iter()
        .try_for_each(|copy| print_line(&format!("{}  {}", copy.folder_name, copy.text)))
}

pub fn compare(session: &Session, name: &str, json: bool) -> Result<()> {
    let comparison = restore::compare_backup(session, name.to_owned())?;
    if json {
        return print_line(&json!(comparison).to_string());
    }
    comparison.days.iter().try_for_each(|day| print_line(day))?;
    print_line(&comparison.message)
}

pub fn verify(session: &Session, name: Option<&str>, json: bool) -> Result<()> {
    let all = backup::backups(session)?.backups;
    let wanted = all
        .iter()
        .filter(|b| name.is_none_or(|n| n == b.folder_name));
    let mut names: Vec<&str> = wanted.map(|b| b.folder_name.as_str()).collect();
    if let (true, Some(name)) = (names.is_empty(), name) {
        names.push(name);
    }
    for name in names {
        let changed = backup::verify_backup(session, name.to_owned())?;
        print_result(
            json,
            &Changed {
                message: format!("{name}: {}", changed.message),
                ..changed
            },
        )?;
    }
    Ok(())
}
