//! Export: the long file.

use super::COLUMNS;
use chrono::{DateTime, SecondsFormat, Utc};
use domain::Entry;

/// Writes all entries as one long file: a row per answer, or a single row for an entry without
/// answers.
pub fn long(entries: &[Entry]) -> Result<String, ::csv::Error> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for entry in entries {
        let head = head(entry);
        if entry.values.is_empty() {
            writer.write_record(head.iter().map(String::as_str).chain(["", "", "", ""]))?;
        }
        for (field, values) in &entry.values {
            for (ordinal, value) in values.iter().enumerate() {
                let number = value.number.map(|n| n.to_string()).unwrap_or_default();
                let text = value.text.as_deref().map(guard).unwrap_or_default();
                let tail = [field.as_str(), &ordinal.to_string(), &number, &text];
                writer.write_record(head.iter().map(String::as_str).chain(tail))?;
            }
        }
    }
    finish(writer)
}

pub(crate) fn finish(writer: ::csv::Writer<Vec<u8>>) -> Result<String, ::csv::Error> {
    let bytes = writer
        .into_inner()
        .map_err(|e| ::csv::Error::from(e.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn head(entry: &Entry) -> [String; 10] {
    let time = |t: DateTime<Utc>| t.to_rfc3339_opts(SecondsFormat::Secs, true);
    [
        entry.uid.clone(),
        entry.tracker.clone(),
        entry.day.to_string(),
        entry.occurred_at.map(time).unwrap_or_default(),
        entry.ended_at.map(time).unwrap_or_default(),
        entry.zone.clone(),
        entry.offset.to_string(),
        time(entry.recorded_at),
        guard(entry.source.as_str()),
        guard(&entry.note),
    ]
}

/// What a text starts with that needs an apostrophe before it.
pub(crate) const GUARDED: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', '\''];

/// Prefixes an apostrophe to text that a spreadsheet would run as a formula, or that already starts
/// with one.
pub(crate) fn guard(text: &str) -> String {
    if text.starts_with(GUARDED) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

pub(super) fn strip_guard(text: &str) -> String {
    text.strip_prefix('\'').unwrap_or(text).to_owned()
}
