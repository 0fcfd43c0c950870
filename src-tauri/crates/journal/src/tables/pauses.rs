//! Planned pauses.

use crate::Result;
use crate::journal::Journal;
use crate::write::stored::Stored;
use chrono::NaiveDate;
use domain::Pause;
use domain::pause::PauseReason;
use domain::time::Period;
use rusqlite::{Connection, OptionalExtension, Row, params};

impl Stored for Pause {
    const IDS: &'static str = "select uid from pause order by uid";

    fn load(db: &Connection, uid: &str) -> Result<Option<Self>> {
        Ok(db
            .prepare_cached("select reason, first_day, last_day from pause where uid = ?1")?
            .query_row([uid], |row| read_pause(row, 0))
            .optional()?)
    }

    fn store(db: &Connection, uid: &str, pause: Option<&Self>) -> Result<()> {
        let Some(pause) = pause else {
            db.prepare_cached("delete from pause where uid = ?1")?
                .execute([uid])?;
            return Ok(());
        };
        let to = pause.to.map(|day| day.to_string());
        db.prepare_cached("insert or replace into pause values (?1, ?2, ?3, ?4)")?
            .execute(params![uid, pause.reason.key(), pause.from.to_string(), to])?;
        Ok(())
    }
}

impl Journal {
    /// Returns the pauses that overlap a period with their uids, ordered by first day.
    pub fn pauses(&self, period: Period) -> Result<Vec<(String, Pause)>> {
        let mut statement = self.db.prepare_cached(
            "select uid, reason, first_day, last_day from pause \
             where first_day <= ?2 and coalesce(last_day, ?2) >= ?1 order by first_day, uid",
        )?;
        let ends = params![period.from.to_string(), period.to.to_string()];
        let rows = statement.query_map(ends, |row| {
            Ok((row.get::<_, String>(0)?, read_pause(row, 1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn read_pause(row: &Row<'_>, at: usize) -> rusqlite::Result<Pause> {
    let reason: String = row.get(at)?;
    let from: String = row.get(at + 1)?;
    let to: Option<String> = row.get(at + 2)?;
    let day = |text: String| text.parse::<NaiveDate>().ok();
    Ok(Pause {
        reason: PauseReason::from_key(&reason),
        from: day(from).unwrap_or_default(),
        to: to.and_then(day),
    })
}
