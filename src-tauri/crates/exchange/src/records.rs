//! Tables of records with fields of their own, such as medicines or sessions: a row for each record, a
//! column for each field.
//!
//! For reading only.

use crate::csv::{BOM, finish, guard};
use serde_json::Value;
use std::collections::BTreeSet;

/// Name of the first column.
const ID: &str = "uid";

/// Writes records as a table: their uids, then their fields in alphabetical order. Of a list, the items
/// are joined by semicolons; what is nested deeper stands as JSON. Starts with a byte-order mark.
///
/// # Errors
/// None in practice: it is written to memory.
pub fn table(records: &[(String, Value)]) -> Result<String, csv::Error> {
    let fields = records.iter().filter_map(|(_, record)| record.as_object());
    let columns: BTreeSet<&String> = fields.flat_map(|fields| fields.keys()).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(std::iter::once(ID).chain(columns.iter().map(|column| column.as_str())))?;
    for (uid, record) in records {
        let cells = columns.iter().map(|column| record.get(column.as_str()));
        let cells = cells.map(|value| value.map_or_else(String::new, cell));
        writer.write_record(std::iter::once(uid.clone()).chain(cells))?;
    }
    Ok(format!("{BOM}{}", finish(writer)?))
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => guard(text),
        // A number may be negative: that is no formula.
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(items) if !items.iter().any(|item| item.is_object() || item.is_array()) => {
            let items: Vec<String> = items.iter().map(cell).collect();
            items.join("; ")
        }
        Value::Object(fields) if fields.is_empty() => String::new(),
        Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_become_columns_and_formulas_stay_text() {
        let records = [
            (
                "a".to_owned(),
                json!({"what": "=1+1", "impact": -2, "to": null}),
            ),
            (
                "b".to_owned(),
                json!({"what": "walk", "weekdays": [1, 3], "marks": {}}),
            ),
        ];
        let expected = "\u{feff}uid,impact,marks,to,weekdays,what\n\
            a,-2,,,,'=1+1\n\
            b,,,,1; 3,walk\n";
        assert_eq!(table(&records).unwrap(), expected);
    }

    #[test]
    fn no_records_are_a_table_without_rows() {
        assert_eq!(table(&[]).unwrap(), "\u{feff}uid\n");
    }
}
