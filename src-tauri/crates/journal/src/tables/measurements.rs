//! Numbers of fields and measures, by day.

use crate::Result;
use crate::journal::Journal;
use chrono::{Datelike, NaiveDate};
use domain::time::Period;
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A value of a measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measurement {
    /// Its day.
    pub day: NaiveDate,
    /// Its value, in the measure's unit.
    pub number: f64,
    /// Whether the entry was recorded after its day had ended. Later recall is biased by the
    /// current mood, so patterns exclude it.
    pub late: bool,
    /// Row id of the entry, to find other measures of the same entry.
    pub entry: i64,
}

impl Journal {
    /// Returns the values of a measure, ordered by day, then by row id.
    pub fn measurements(
        &self,
        tracker: &str,
        measure: &str,
        period: Period,
    ) -> Result<Vec<Measurement>> {
        let late = self.late_entries(tracker, period)?;
        let mut statement = self.db.prepare_cached(
            "select day_number, measures, entry from entry_measures \
             where tracker = (select id from tracker where definition = ?1) \
             and day_number between ?2 and ?3 order by day_number, entry",
        )?;
        let (from, to) = (period.from.num_days_from_ce(), period.to.num_days_from_ce());
        let mut rows = statement.query(params![tracker, from, to])?;
        let wanted = OneNumber::new(measure);
        let mut measurements = Vec::with_capacity(period.days().min(20_000));
        while let Some(row) = rows.next()? {
            let measures = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            let number = wanted.of(measures)?;
            let day = NaiveDate::from_num_days_from_ce_opt(row.get(0)?);
            if let (Some(day), Some(number)) = (day, number) {
                let entry: i64 = row.get(2)?;
                measurements.push(Measurement {
                    day,
                    number,
                    late: late.contains(&entry),
                    entry,
                });
            }
        }
        Ok(measurements)
    }

    /// Returns the ids of a tracker's late entries. They are few and have their own index, so that
    /// a long period does not need a lookup per entry.
    fn late_entries(&self, tracker: &str, period: Period) -> Result<HashSet<i64>> {
        let mut statement = self.db.prepare_cached(
            "select id from entry where late = 1 and day between ?1 and ?2 \
             and tracker = (select id from tracker where definition = ?3)",
        )?;
        let with = params![period.from.to_string(), period.to.to_string(), tracker];
        let rows = statement.query_map(with, |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the local hour (0 to 23) at which the entries of a tracker occurred, by row id. Entries whose
    /// time is not known are left out.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub fn hours_of_entries(&self, tracker: &str, period: Period) -> Result<HashMap<i64, u32>> {
        let mut statement = self.db.prepare_cached(
            "select id, ((at + offset) % 86400 + 86400) % 86400 / 3600 from entry \
             where at is not null and day between ?1 and ?2 \
             and tracker = (select id from tracker where definition = ?3)",
        )?;
        let with = params![period.from.to_string(), period.to.to_string(), tracker];
        let rows = statement.query_map(with, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Sorts the values of each day by time of occurrence, or by recording time where it is
    /// unknown.
    pub fn sort_by_time(
        &self,
        tracker: &str,
        period: Period,
        measurements: &mut [Measurement],
    ) -> Result<()> {
        let mut statement = self.db.prepare_cached(
            "select id, coalesce(at, recorded) from entry where day between ?1 and ?2 \
             and tracker = (select id from tracker where definition = ?3)",
        )?;
        let with = params![period.from.to_string(), period.to.to_string(), tracker];
        let rows = statement.query_map(with, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let times: HashMap<i64, i64> = rows.collect::<Result<_, _>>()?;
        measurements.sort_by_key(|n| (n.day, times.get(&n.entry).copied(), n.entry));
        Ok(())
    }
}

/// The numbers of an entry, by measure.
pub(crate) type Measures = BTreeMap<String, f64>;

/// Returns the numbers of an entry of a tracker's row id on a day.
pub(crate) fn measures(db: &Connection, tracker: i64, day: NaiveDate, id: i64) -> Result<Measures> {
    let text: Option<String> = db
        .prepare_cached(
            "select measures from entry_measures \
             where tracker = ?1 and day_number = ?2 and entry = ?3",
        )?
        .query_row(params![tracker, day.num_days_from_ce(), id], |row| {
            row.get(0)
        })
        .optional()?;
    text.map_or_else(
        || Ok(Measures::new()),
        |text| Ok(serde_json::from_str(&text)?),
    )
}

/// Like `measures`, also of a journal whose numbers are still in rows of their own (before format 7).
pub(crate) fn salvageable_measures(
    db: &Connection,
    tracker: i64,
    day: NaiveDate,
    id: i64,
) -> Result<Measures> {
    let is_old: bool = db
        .prepare_cached("select exists (select 1 from sqlite_schema where name = 'entry_measure')")?
        .query_row([], |row| row.get(0))?;
    if !is_old {
        return measures(db, tracker, day, id);
    }
    let mut statement =
        db.prepare_cached("select measure, number from entry_measure where entry = ?1")?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Stores the numbers of an entry; an entry without any has no row.
pub(crate) fn store_measures(
    db: &Connection,
    tracker: i64,
    day: NaiveDate,
    id: i64,
    measures: &Measures,
) -> Result<()> {
    if measures.is_empty() {
        return Ok(());
    }
    db.prepare_cached("insert into entry_measures values (?1, ?2, ?3, ?4)")?
        .execute(params![
            tracker,
            day.num_days_from_ce(),
            id,
            serde_json::to_string(measures)?
        ])?;
    Ok(())
}

/// Removes the numbers of an entry.
pub(crate) fn remove_measures(
    db: &Connection,
    tracker: i64,
    day: NaiveDate,
    id: i64,
) -> Result<()> {
    db.prepare_cached(
        "delete from entry_measures where tracker = ?1 and day_number = ?2 and entry = ?3",
    )?
    .execute(params![tracker, day.num_days_from_ce(), id])?;
    Ok(())
}

/// Finds one number in the JSON of entries' measures. Reads no other: fifty years have as many rows as
/// days, and a night has a dozen numbers.
struct OneNumber {
    /// Its key as it stands in the text. Keys are a–z, 0–9 and -, and values are numbers: it stands nowhere
    /// else.
    key: String,
}

impl OneNumber {
    fn new(measure: &str) -> Self {
        Self {
            key: format!("\"{measure}\":"),
        }
    }

    /// Returns the number, or none if the measure is unknown.
    fn of(&self, measures: &str) -> Result<Option<f64>> {
        let Some((_, rest)) = measures.split_once(self.key.as_str()) else {
            return Ok(None);
        };
        let end = rest.find([',', '}']).unwrap_or(rest.len());
        let number = rest.get(..end).unwrap_or_default();
        Ok(Some(serde_json::from_str(number)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_of_the_stored_json_is_read() {
        let number_of = |text: &str, measure: &str| OneNumber::new(measure).of(text);
        let stored = r#"{"minutes":30.5,"count":-2}"#;
        assert_eq!(number_of(stored, "count").unwrap(), Some(-2.0));
        assert_eq!(number_of(stored, "minutes").unwrap(), Some(30.5));
        assert_eq!(number_of(stored, "minute").unwrap(), None);
        assert_eq!(number_of("{}", "minutes").unwrap(), None);
        assert!(number_of(r#"{"minutes":"a"}"#, "minutes").is_err());
    }

    /// The migration writes numbers with SQLite; none may change by it.
    #[test]
    fn number_that_sqlite_writes_is_read_back_exactly() {
        let db = Connection::open_in_memory().unwrap();
        let mut bits: u64 = 0x9e37_79b9_7f4a_7c15;
        for nth in 0..20_000_u32 {
            // A fixed sequence: decimals as they come from sums, and any bits.
            bits ^= bits << 13;
            bits ^= bits >> 7;
            bits ^= bits << 17;
            let number = match nth % 3 {
                0 => (bits % 100_000) as f64 / 1000.0,
                1 => (bits % 997) as f64 / 7.0,
                _ => (bits >> 11) as f64 * 1e-9,
            };
            let text: String = db
                .query_row("select json_group_object('x', ?1)", [number], |row| {
                    row.get(0)
                })
                .unwrap();
            assert_eq!(
                OneNumber::new("x").of(&text).unwrap(),
                Some(number),
                "{text}"
            );
        }
    }
}
