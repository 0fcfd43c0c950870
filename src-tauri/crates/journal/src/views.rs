//! SQL views, one per tracker: a row per entry, a column per field.
//!
//! The views make entries readable in any SQLite tool. They are rewritten only when a definition
//! changed, which keeps opening fast.

use crate::{Journal, Trouble};
use care::Definition;
use rusqlite::OptionalExtension;

impl Journal {
    /// Brings the view of each tracker up to date. Takes pairs of view name and definition. Records
    /// no revision.
    pub fn view_trackers(&mut self, definitions: &[(String, &Definition)]) -> Result<(), Trouble> {
        let step = self.db.transaction()?;
        for (name, definition) in definitions {
            let name = format!("\"{name}\"");
            let wanted = view(&name, definition);
            let found: Option<String> = step
                .prepare_cached("select sql from sqlite_schema where type = 'view' and name = ?1")?
                .query_row([name.trim_matches('"')], |row| row.get(0))
                .optional()?;
            if found.as_deref() != Some(wanted.as_str()) {
                step.execute_batch(&format!("drop view if exists {name}; {wanted}"))?;
            }
        }
        Ok(step.commit()?)
    }
}

fn view(name: &str, definition: &Definition) -> String {
    // Keys are a–z, 0–9 and -, so they need no escaping beyond the quotes.
    let column = |f: &care::Field| {
        let key = &f.key;
        format!(
            ", group_concat(coalesce(text, number), ' ') filter (where field = '{key}') as \"{key}\""
        )
    };
    let columns = definition
        .fields
        .iter()
        .map(column)
        .collect::<Vec<_>>()
        .concat();
    format!(
        "CREATE VIEW {name} as select uid, day, at, note{columns} from entry left join value on value.entry = entry.id \
         where tracker = (select id from tracker where definition = '{}') group by entry.id",
        definition.key
    )
}
