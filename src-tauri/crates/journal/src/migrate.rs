//! Bringing a journal's schema up to date.
//!
//! Owns the numbered steps: forward only, each in its own transaction, its name kept. `user_version` is raised
//! only when an older program must refuse the file.

use crate::{Trouble, open::VERSION};
use rusqlite::{Connection, params};

const STEPS: &[(&str, &str)] = &[("0001_start", include_str!("../migrations/0001_start.sql"))];

/// Runs the steps that are still to be run.
pub(crate) fn run(db: &mut Connection, now: i64) -> Result<(), Trouble> {
    let known: bool = db.query_row(
        "select count(*) > 0 from sqlite_schema where type = 'table' and name = 'migration'",
        [],
        |row| row.get(0),
    )?;
    for (id, sql) in STEPS {
        let done = known
            && db.query_row(
                "select count(*) > 0 from migration where id = ?1",
                [id],
                |row| row.get::<_, bool>(0),
            )?;
        if !done {
            let step = db.transaction()?;
            step.execute_batch(sql)?;
            step.execute("insert into migration values (?1, ?2)", params![id, now])?;
            step.pragma_update(None, "user_version", VERSION)?;
            step.commit()?;
        }
    }
    Ok(())
}
