//! Wide CSV files for spreadsheets: one file per tracker, a row per entry, a column per field and
//! measure.
//!
//! For reading only; import uses the long file.

use super::export::{finish, guard};
use domain::time::Zones;
use domain::{Definition, Entry, FieldKind, Measure, Unit, Value};

/// Writes the entries of one tracker as a wide file. Measures come after the answers. Starts with a
/// byte-order mark, without which spreadsheets take it for another encoding.
pub fn wide(
    entries: &[Entry],
    definition: &Definition,
    zones: &Zones,
) -> Result<String, csv::Error> {
    let measures: Vec<_> = definition
        .measures
        .iter()
        .filter(|m| m.unit != Unit::Instant)
        .collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = definition
        .fields
        .iter()
        .map(|f| column_name(&f.key, f.unit().as_ref()))
        .chain(measures.iter().map(|m| column_name(&m.key, Some(&m.unit))));
    let ends = |name: &str| name.to_owned();
    writer.write_record(
        ["day", "at"]
            .map(ends)
            .into_iter()
            .chain(names)
            .chain([ends("note")]),
    )?;
    for entry in entries.iter().filter(|e| e.tracker == definition.key) {
        writer.write_record(row(entry, definition, &measures, zones))?;
    }
    Ok(format!("\u{feff}{}", finish(writer)?))
}

/// Guards each part of a text that a spreadsheet would split at semicolons.
fn guard_parts(text: &str) -> String {
    let parts: Vec<String> = text.split(';').map(guard).collect();
    parts.join(";")
}

fn row(
    entry: &Entry,
    definition: &Definition,
    measures: &[&Measure],
    zones: &Zones,
) -> Vec<String> {
    let measured = entry.measures(definition, zones);
    let at = entry.occurred_with_offset().map(|at| at.to_rfc3339());
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
    row.push(guard_parts(&entry.note));
    row
}

/// Returns the name of a column. Standard drinks get a unit, because the file holds grams.
fn column_name(key: &str, unit: Option<&Unit>) -> String {
    if unit == Some(&Unit::StandardDrink) {
        format!("{key} (g)")
    } else {
        key.to_owned()
    }
}

fn cell(kind: &FieldKind, values: &[Value]) -> String {
    let cells: Vec<String> = values
        .iter()
        .map(|value| match kind {
            FieldKind::Clock => clock_text(value),
            FieldKind::Choice { .. } | FieldKind::Text { .. } => {
                guard_parts(value.text.as_deref().unwrap_or_default())
            }
            FieldKind::Quantity { .. } | FieldKind::Scale { .. } | FieldKind::YesNo => {
                value.number.map(round).unwrap_or_default()
            }
        })
        .collect();
    cells.join(" ")
}

/// Formats a clock value, with its zone if that differs from its entry's.
fn clock_text(value: &Value) -> String {
    let Some(time) = value.clock() else {
        return String::new();
    };
    let time = time.format("%H:%M");
    match value.zone_name() {
        Some(zone) => format!("{time} {zone}"),
        None => time.to_string(),
    }
}

fn clock(minutes_after_noon: f64) -> String {
    let minutes = (minutes_after_noon.round() as i64 + 720).rem_euclid(1440);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn round(number: f64) -> String {
    ((number * 100.0).round() / 100.0).to_string()
}
