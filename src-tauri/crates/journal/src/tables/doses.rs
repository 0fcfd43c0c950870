//! Marks of doses.

use super::records::load;
use crate::Result;
use crate::journal::Journal;
use crate::write::stored::Stored;
use domain::time::Period;
use domain::treatment::Dose;
use rusqlite::{Connection, params};

impl Stored for Dose {
    const IDS: &'static str = "select uid from dose order by uid";

    fn load(db: &Connection, uid: &str) -> Result<Option<Self>> {
        load(db, "select record from dose where uid = ?1", uid)
    }

    fn store(db: &Connection, uid: &str, dose: Option<&Self>) -> Result<()> {
        match dose {
            Some(dose) => db
                .prepare_cached("insert or replace into dose values (?1, ?2, ?3)")?
                .execute(params![
                    uid,
                    dose.day.to_string(),
                    serde_json::to_string(dose)?
                ])?,
            None => db
                .prepare_cached("delete from dose where uid = ?1")?
                .execute([uid])?,
        };
        Ok(())
    }
}

impl Journal {
    /// Returns the marks of a period with their uids, by day.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub fn doses(&self, period: Period) -> Result<Vec<(String, Dose)>> {
        let mut statement = self.db.prepare_cached(
            "select uid, record from dose where day between ?1 and ?2 order by day, uid",
        )?;
        let rows = statement
            .query_map([period.from.to_string(), period.to.to_string()], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })?;
        let mut doses = Vec::new();
        for row in rows {
            let (uid, text) = row?;
            doses.push((uid, serde_json::from_str(&text)?));
        }
        Ok(doses)
    }

    /// Returns how many days have a mark of a medicine.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub fn days_with_doses_of(&self, medicine: &str) -> Result<u32> {
        Ok(self
            .db
            .prepare_cached(
                "select count(distinct day) from dose where json_extract(record, '$.medicine') = ?1",
            )?
            .query_row([medicine], |row| row.get(0))?)
    }
}
