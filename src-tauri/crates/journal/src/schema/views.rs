//! SQL views, one per tracker: a row per entry, a column per field.
//!
//! The views make entries readable in any SQLite tool. They are rewritten only when a definition
//! changed, which keeps opening fast.

use crate::Result;
use crate::journal::Journal;
use domain::{Definition, Field};
use rusqlite::Connection;
use std::collections::BTreeMap;

impl Journal {
    /// Brings the views up to date: one for each of the given definitions, and no others. Records
    /// no revision.
    pub fn refresh_views(&mut self, definitions: &[&Definition]) -> Result<()> {
        let transaction = self.db.transaction()?;
        let mut existing = views(&transaction)?;
        for definition in definitions {
            let name = view_name(definition);
            let wanted = create_view(&name, definition);
            if existing.remove(&name).as_ref() != Some(&wanted) {
                transaction.execute_batch(&format!("drop view if exists \"{name}\"; {wanted}"))?;
            }
        }
        for name in existing.keys() {
            transaction.execute_batch(&format!("drop view \"{name}\""))?;
        }
        Ok(transaction.commit()?)
    }
}

/// Returns the SQL of each view, by name.
fn views(db: &Connection) -> Result<BTreeMap<String, String>> {
    let mut statement =
        db.prepare_cached("select name, sql from sqlite_schema where type = 'view'")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keys are a–z, 0–9 and -, so they need no escaping beyond quotes.
fn view_name(definition: &Definition) -> String {
    format!("entries_{}", definition.key)
}

fn create_view(name: &str, definition: &Definition) -> String {
    let column = |field: &Field| {
        let key = &field.key;
        format!(
            ", group_concat(coalesce(text, number), ' ') filter (where field = '{key}') as \"{key}\""
        )
    };
    let columns: Vec<String> = definition.fields.iter().map(column).collect();
    let columns = columns.concat();
    format!(
        "CREATE VIEW \"{name}\" as select uid, day, at, note{columns} from entry left join value on value.entry = entry.id \
         where tracker = (select id from tracker where definition = '{}') group by entry.id",
        definition.key
    )
}
