//! Export of the ledgers of treatment as tables: a file each, in a folder of the export.

use crate::error::{Error, Result};
use crate::files::{file_error, write};
use crate::session::Session;
use crate::treatment::trial_csv;
use ::exchange::records;
use chrono::NaiveDate;
use domain::time::Period;
use serde::Serialize;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Name of the folder with the ledgers, in an export folder.
pub const LEDGER_FOLDER: &str = "treatment";

/// Name of the file with the history, which can be imported again.
const HISTORY_FILE: &str = "history.csv";

type Records = Vec<(String, Value)>;

/// Writes a table for each ledger that holds something; with `all`, also what the person keeps to
/// themselves.
pub(super) fn export_ledgers(session: &Session, to: &Path, all: bool) -> Result<()> {
    let folder = to.join(LEDGER_FOLDER);
    let history = trial_csv::history_table(session)?;
    let tables = ledgers(session, all)?;
    let mut filled = tables
        .into_iter()
        .filter(|(_, records)| !records.is_empty())
        .peekable();
    if filled.peek().is_none() && history.is_none() {
        return Ok(());
    }
    fs::create_dir_all(&folder).map_err(|e| file_error(&folder, &e))?;
    if let Some(history) = history {
        write(&folder.join(HISTORY_FILE), history.as_bytes())?;
    }
    for (name, records) in filled {
        let table = records::table(&records).map_err(|e| Error::Internal(e.to_string()))?;
        write(&folder.join(format!("{name}.csv")), table.as_bytes())?;
    }
    Ok(())
}

/// Returns the records of each ledger.
fn ledgers(session: &Session, all: bool) -> Result<[(&'static str, Records); 10]> {
    let journal = session.journal();
    let mut effects = journal.side_effects()?;
    effects.retain(|(_, effect)| all || effect.on_pages);
    let mut weeks = journal.effect_weeks()?;
    for (_, week) in &mut weeks {
        week.ratings
            .retain(|uid, _| effects.iter().any(|(known, _)| known == uid));
    }
    let mut courses = journal.courses()?;
    courses.retain(|(_, course)| all || course.on_pages);
    let mut sessions = journal.therapy_sessions()?;
    sessions.retain(|(_, held)| courses.iter().any(|(uid, _)| *uid == held.course));
    let mut events = journal.life_events()?;
    events.retain(|(_, event)| all || !event.private);
    let mut activities = journal.activities()?;
    activities.retain(|(_, activity)| {
        all || activity.course.is_empty() || courses.iter().any(|(uid, _)| *uid == activity.course)
    });
    Ok([
        ("medicines", values(&journal.medicines()?)?),
        ("doses", values(&journal.doses(ever())?)?),
        ("health", values(&journal.health_notes()?)?),
        ("side-effects", values(&effects)?),
        ("side-effect-weeks", values(&weeks)?),
        ("courses", values(&courses)?),
        ("sessions", values(&sessions)?),
        ("life-events", values(&events)?),
        ("activities", values(&activities)?),
        ("visits", values(&journal.past_visits()?)?),
    ])
}

/// Returns all days that are written with four digits of the year.
fn ever() -> Period {
    let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    Period {
        from: day((1, 1, 1)),
        to: day((9999, 12, 31)),
    }
}

fn values<T: Serialize>(records: &[(String, T)]) -> Result<Records> {
    let value = |(uid, record): &(String, T)| {
        let value = serde_json::to_value(record).map_err(|e| Error::Internal(e.to_string()))?;
        Ok((uid.clone(), value))
    };
    records.iter().map(value).collect()
}
