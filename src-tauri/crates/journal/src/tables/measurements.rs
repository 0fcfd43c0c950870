//! Numbers of fields and measures, by day.

use crate::Result;
use crate::journal::Journal;
use chrono::{Datelike, NaiveDate};
use domain::time::Period;
use rusqlite::{Connection, params};
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
            "select day_number, number, entry from entry_measure where tracker = (select id from tracker where definition = ?1) \
             and measure = ?2 and day_number between ?3 and ?4 order by day_number, entry",
        )?;
        let (from, to) = (period.from.num_days_from_ce(), period.to.num_days_from_ce());
        let mut rows = statement.query(params![tracker, measure, from, to])?;
        let mut measurements = Vec::with_capacity(period.days().min(20_000));
        while let Some(row) = rows.next()? {
            if let Some(day) = NaiveDate::from_num_days_from_ce_opt(row.get(0)?) {
                let entry: i64 = row.get(2)?;
                measurements.push(Measurement {
                    day,
                    number: row.get(1)?,
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

pub(crate) fn measures(db: &Connection, id: i64) -> Result<BTreeMap<String, f64>> {
    let mut statement =
        db.prepare_cached("select measure, number from entry_measure where entry = ?1")?;
    Ok(statement
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}
