//! People to turn to.

use crate::Result;
use crate::journal::Journal;
use crate::write::stored::Stored;
use domain::support::Person;
use rusqlite::{Connection, OptionalExtension, Row, params};

impl Stored for Person {
    const IDS: &'static str = "select uid from person order by uid";

    fn load(db: &Connection, uid: &str) -> Result<Option<Self>> {
        Ok(db
            .prepare_cached("select * from person where uid = ?1")?
            .query_row([uid], read_person)
            .optional()?)
    }

    fn store(db: &Connection, uid: &str, person: Option<&Self>) -> Result<()> {
        let Some(person) = person else {
            db.prepare_cached("delete from person where uid = ?1")?
                .execute([uid])?;
            return Ok(());
        };
        db.prepare_cached("insert or replace into person values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
            .execute(params![
                uid,
                person.name,
                person.phone,
                person.note,
                person.at_night,
                person.message,
                person.position
            ])?;
        Ok(())
    }
}

impl Journal {
    /// Returns the people to turn to with their uids, in order.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub fn people(&self) -> Result<Vec<(String, Person)>> {
        let mut statement = self
            .db
            .prepare_cached("select * from person order by position, uid")?;
        let rows =
            statement.query_map([], |row| Ok((row.get::<_, String>(0)?, read_person(row)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn read_person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        name: row.get("name")?,
        phone: row.get("phone")?,
        note: row.get("note")?,
        at_night: row.get("at_night")?,
        message: row.get("message")?,
        position: row.get("position")?,
    })
}
