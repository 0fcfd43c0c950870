//! One wide file per tracker: a row per entry, a column per field and measure, for a spreadsheet.
//!
//! Owns its columns. It is for reading; only the long file is brought in again.

use super::{finish, guard};
use care::{Definition, Entry, Kind, Measure, Unit, Value};

/// The entries of one tracker as a spreadsheet reads them. Measures come after the answers.
pub fn wide(entries: &[Entry], definition: &Definition) -> Result<String, csv::Error> {
    let measures: Vec<_> = definition
        .measures
        .iter()
        .filter(|m| m.unit != Unit::Moment)
        .collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = definition
        .fields
        .iter()
        .map(|f| named(&f.key, f.unit().as_ref()))
        .chain(measures.iter().map(|m| named(&m.key, Some(&m.unit))));
    let ends = |name: &str| name.to_owned();
    writer.write_record(
        ["day", "at"]
            .map(ends)
            .into_iter()
            .chain(names)
            .chain([ends("note")]),
    )?;
    for entry in entries.iter().filter(|e| e.tracker == definition.key) {
        writer.write_record(row(entry, definition, &measures))?;
    }
    finish(writer)
}

fn row(entry: &Entry, definition: &Definition, measures: &[&Measure]) -> Vec<String> {
    let measured = entry.measured(definition);
    let at = entry.at.map(|at| local(at, &entry.zone));
    let mut row = vec![entry.day.to_string(), at.unwrap_or_default()];
    for field in &definition.fields {
        let values = entry.values.get(&field.key);
        row.push(cell(&field.kind, values.map_or(&[], Vec::as_slice)));
    }
    for measure in measures {
        let number = measured.get(&measure.key).copied();
        row.push(match (&measure.unit, number) {
            (_, None) => String::new(),
            (Unit::Clock, Some(minutes)) => clock(minutes),
            (_, Some(number)) => round(number),
        });
    }
    row.push(guard(&entry.note));
    row
}

/// A column's name, with its unit where the numbers are not as they were typed.
fn named(key: &str, unit: Option<&Unit>) -> String {
    if unit == Some(&Unit::Drinks) {
        format!("{key} (g)")
    } else {
        key.to_owned()
    }
}

/// A time as the clocks showed it, with its distance from UTC.
fn local(at: chrono::DateTime<chrono::Utc>, zone: &str) -> String {
    match zone.parse::<chrono_tz::Tz>() {
        Ok(zone) => at.with_timezone(&zone).to_rfc3339(),
        Err(_) => at.to_rfc3339(),
    }
}

fn cell(kind: &Kind, values: &[Value]) -> String {
    let said: Vec<String> = values
        .iter()
        .map(|value| match kind {
            Kind::Clock => shown(value),
            Kind::Choice { .. } | Kind::Text { .. } => {
                guard(value.text.as_deref().unwrap_or_default())
            }
            Kind::Quantity { .. } | Kind::Scale { .. } | Kind::YesNo => {
                value.number.map(round).unwrap_or_default()
            }
        })
        .collect();
    said.join(" ")
}

/// A clock, with its zone where that is not its entry's.
fn shown(value: &Value) -> String {
    let Some(time) = value.clock() else {
        return String::new();
    };
    let time = time.format("%H:%M");
    match value.zone() {
        Some(zone) => format!("{time} {}", zone.name()),
        None => time.to_string(),
    }
}

fn clock(after_noon: f64) -> String {
    let minutes = (after_noon.round() as i64 + 720).rem_euclid(1440);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn round(number: f64) -> String {
    ((number * 100.0).round() / 100.0).to_string()
}
