//! Read queries for entries, measures, preferences and visits.
//!
//! Nothing here writes.

use crate::{Journal, Trouble};
use care::{Entry, Value, Visit, period::Period};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::{BTreeMap, HashMap, HashSet};

const COLUMNS: &str = "entry.id, entry.uid, tracker.definition, entry.day, entry.at, entry.until, entry.zone, \
     entry.offset, entry.recorded, entry.source, entry.note, entry.late";

/// A value of a measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Its day.
    pub day: NaiveDate,
    /// Its value, in the measure's unit.
    pub number: f64,
    /// Whether the entry was recorded after its day had ended. Later recall is biased by the
    /// current mood, so patterns exclude it.
    pub late: bool,
    entry: i64,
}

impl Journal {
    /// Returns the entries of a period, ordered by day, then by when they were recorded.
    pub fn entries(&self, period: Period) -> Result<Vec<Entry>, Trouble> {
        self.entries_where(
            "entry.day between ?1 and ?2",
            params![period.from.to_string(), period.to.to_string()],
        )
    }

    /// Returns all entries, in the same order.
    pub fn all_entries(&self) -> Result<Vec<Entry>, Trouble> {
        self.entries_where("true", params![])
    }

    /// Returns the entries of one tracker in a period, in the same order.
    pub fn entries_of(&self, tracker: &str, period: Period) -> Result<Vec<Entry>, Trouble> {
        self.entries_where(
            "entry.day between ?1 and ?2 and tracker.definition = ?3",
            params![period.from.to_string(), period.to.to_string(), tracker],
        )
    }

    /// Returns the entry with the given uid.
    pub fn entry(&self, uid: &str) -> Result<Option<Entry>, Trouble> {
        Ok(self.entries_where("entry.uid = ?1", params![uid])?.pop())
    }

    fn entries_where(
        &self,
        condition: &str,
        with: impl rusqlite::Params,
    ) -> Result<Vec<Entry>, Trouble> {
        let mut statement = self.db.prepare_cached(&format!(
            "select {COLUMNS} from entry join tracker on tracker.id = entry.tracker where {condition} \
             order by entry.day, entry.recorded, entry.id"
        ))?;
        let rows = statement
            .query_map(with, read_entry)?
            .collect::<Result<Vec<_>, _>>()?;
        rows.into_iter()
            .map(|(id, mut entry)| {
                entry.values = values(&self.db, id)?;
                Ok(entry)
            })
            .collect()
    }

    /// Returns the values of a measure, ordered by day, then by row id.
    pub fn numbers(
        &self,
        tracker: &str,
        measure: &str,
        period: Period,
    ) -> Result<Vec<Number>, Trouble> {
        let late = self.late_entries(tracker, period)?;
        let mut statement = self.db.prepare_cached(
            "select day, number, entry from measured where tracker = (select id from tracker where definition = ?1) \
             and measure = ?2 and day between ?3 and ?4 order by day, entry",
        )?;
        let (from, to) = (period.from.num_days_from_ce(), period.to.num_days_from_ce());
        let mut rows = statement.query(params![tracker, measure, from, to])?;
        let mut numbers = Vec::with_capacity(period.days().min(20_000));
        while let Some(row) = rows.next()? {
            if let Some(day) = NaiveDate::from_num_days_from_ce_opt(row.get(0)?) {
                let entry: i64 = row.get(2)?;
                numbers.push(Number {
                    day,
                    number: row.get(1)?,
                    late: late.contains(&entry),
                    entry,
                });
            }
        }
        Ok(numbers)
    }

    /// Returns the ids of a tracker's late entries. They are few and have their own index, so that
    /// a long period does not need a lookup per entry.
    fn late_entries(&self, tracker: &str, period: Period) -> Result<HashSet<i64>, Trouble> {
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
    pub fn in_time(
        &self,
        tracker: &str,
        period: Period,
        numbers: &mut [Number],
    ) -> Result<(), Trouble> {
        let mut statement = self.db.prepare_cached(
            "select id, coalesce(at, recorded) from entry where day between ?1 and ?2 \
             and tracker = (select id from tracker where definition = ?3)",
        )?;
        let with = params![period.from.to_string(), period.to.to_string(), tracker];
        let rows = statement.query_map(with, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let times: HashMap<i64, i64> = rows.collect::<Result<_, _>>()?;
        numbers.sort_by_key(|n| (n.day, times.get(&n.entry).copied(), n.entry));
        Ok(())
    }

    /// Returns the period from the first to the last day with an entry.
    pub fn reach(&self) -> Result<Option<Period>, Trouble> {
        let ends: (Option<String>, Option<String>) =
            self.db
                .query_row("select min(day), max(day) from entry", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?;
        Ok(match ends {
            (Some(from), Some(to)) => from
                .parse()
                .ok()
                .zip(to.parse().ok())
                .map(|(from, to)| Period { from, to }),
            (None | Some(_), _) => None,
        })
    }

    /// Returns when the last entry before `instant` was recorded. The highest row id counts as the
    /// last.
    pub fn last_written_before(
        &self,
        instant: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, Trouble> {
        let found: Option<i64> = self
            .db
            .prepare_cached(
                "select recorded from entry where recorded < ?1 order by id desc limit 1",
            )?
            .query_row([instant.timestamp()], |row| row.get(0))
            .optional()?;
        Ok(found.and_then(|seconds| DateTime::from_timestamp(seconds, 0)))
    }

    /// Returns the answers to a field in a period as day and option key, in order of days. The key
    /// is empty for an answer without text. Answers of zero are omitted.
    pub fn answered(
        &self,
        tracker: &str,
        field: &str,
        period: Period,
    ) -> Result<Vec<(NaiveDate, String)>, Trouble> {
        let mut statement = self.db.prepare_cached(
            "select day, coalesce(text, '') from entry join value on value.entry = entry.id \
             where entry.tracker = (select id from tracker where definition = ?3) \
             and field = ?4 and (text is not null or number > 0) and day between ?1 and ?2 order by day, entry.id",
        )?;
        let with = params![
            period.from.to_string(),
            period.to.to_string(),
            tracker,
            field
        ];
        let rows = statement.query_map(with, |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        Ok(rows
            .into_iter()
            .filter_map(|(day, text)| Some((day.parse().ok()?, text)))
            .collect())
    }

    /// Returns the time zones used by the entries of a period, including those of zoned times in
    /// answers.
    pub fn zones(&self, period: Period) -> Result<Vec<String>, Trouble> {
        let mut statement = self.db.prepare_cached(
            "select zone from entry where day between ?1 and ?2 \
             union \
             select substr(text, 27, length(text) - 27) from entry join value on value.entry = entry.id \
             where day between ?1 and ?2 and text glob '????-??-??T??:??:??[+-]??:??[[]*]' \
             order by zone",
        )?;
        let with = params![period.from.to_string(), period.to.to_string()];
        let rows = statement.query_map(with, |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the days of a period with an entry of any tracker.
    pub fn days_with_entries(&self, period: Period) -> Result<Vec<NaiveDate>, Trouble> {
        self.days_where(
            "true",
            params![period.from.to_string(), period.to.to_string()],
        )
    }

    /// Returns the days of a period with an entry of any tracker not in `but`.
    pub fn days_beyond(&self, period: Period, but: &[&str]) -> Result<Vec<NaiveDate>, Trouble> {
        let but = serde_json::to_string(but)?;
        self.days_where(
            "tracker not in (select id from tracker where definition in (select value from json_each(?3)))",
            params![period.from.to_string(), period.to.to_string(), but],
        )
    }

    fn days_where(
        &self,
        condition: &str,
        with: impl rusqlite::Params,
    ) -> Result<Vec<NaiveDate>, Trouble> {
        let mut statement = self.db.prepare_cached(&format!(
            "select distinct day from entry where day between ?1 and ?2 and {condition} order by day"
        ))?;
        let days = statement
            .query_map(with, |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(days.iter().filter_map(|d| d.parse().ok()).collect())
    }

    /// Returns a preference, if it was ever set.
    pub fn preference(&self, key: &str) -> Result<Option<String>, Trouble> {
        preference(&self.db, key)
    }

    /// Returns the visit with the given uid, if it exists.
    pub fn visit(&self, uid: &str) -> Result<Option<Visit>, Trouble> {
        visit(&self.db, uid)
    }

    /// Returns the names of the changes that undo and redo would apply to.
    pub fn undoable(&self) -> Result<(Option<String>, Option<String>), Trouble> {
        let act = |sql: &str| self.db.query_row(sql, [], |row| row.get(0)).optional();
        Ok((
            act("select act from revision where state = 'done' order by id desc limit 1")?,
            act("select act from revision where state = 'undone' order by id limit 1")?,
        ))
    }
}

pub(crate) fn preference(db: &Connection, key: &str) -> Result<Option<String>, Trouble> {
    Ok(db
        .query_row(
            "select value from preference where key = ?1",
            [key],
            |row| row.get(0),
        )
        .optional()?)
}

pub(crate) fn visit(db: &Connection, uid: &str) -> Result<Option<Visit>, Trouble> {
    let page: Option<String> = db
        .query_row("select page from visit where uid = ?1", [uid], |row| {
            row.get(0)
        })
        .optional()?;
    Ok(page.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// Returns the entry with the given uid, and its row id.
pub(crate) fn entry_row(db: &Connection, uid: &str) -> Result<Option<(i64, Entry)>, Trouble> {
    one_entry(db, "entry.uid = ?1", [uid])
}

/// Returns the entry with the given row id. Uses no index, because the index of a damaged file may
/// be broken.
pub(crate) fn entry_of_row(db: &Connection, id: i64) -> Result<Option<(i64, Entry)>, Trouble> {
    one_entry(db, "entry.id = ?1", [id])
}

fn one_entry(
    db: &Connection,
    condition: &str,
    with: impl rusqlite::Params,
) -> Result<Option<(i64, Entry)>, Trouble> {
    let mut statement = db.prepare_cached(&format!(
        "select {COLUMNS} from entry join tracker on tracker.id = entry.tracker where {condition}"
    ))?;
    let Some((id, mut entry)) = statement.query_row(with, read_entry).optional()? else {
        return Ok(None);
    };
    entry.values = values(db, id)?;
    Ok(Some((id, entry)))
}

pub(crate) fn measured(db: &Connection, id: i64) -> Result<BTreeMap<String, f64>, Trouble> {
    let mut statement =
        db.prepare_cached("select measure, number from measured where entry = ?1")?;
    Ok(statement
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}

fn values(db: &Connection, id: i64) -> Result<BTreeMap<String, Vec<Value>>, Trouble> {
    let mut statement = db.prepare_cached(
        "select field, number, text from value where entry = ?1 order by field, ordinal",
    )?;
    let mut rows = statement.query([id])?;
    let mut values: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        values.entry(row.get(0)?).or_default().push(Value {
            number: row.get(1)?,
            text: row.get(2)?,
        });
    }
    Ok(values)
}

fn read_entry(row: &Row<'_>) -> rusqlite::Result<(i64, Entry)> {
    let time = |seconds: i64| DateTime::<Utc>::from_timestamp(seconds, 0).unwrap_or_default();
    let day: String = row.get(3)?;
    let entry = Entry {
        uid: row.get(1)?,
        tracker: row.get(2)?,
        day: day
            .parse()
            .map_err(|_| rusqlite::Error::InvalidColumnType(3, day, rusqlite::types::Type::Text))?,
        at: row.get::<_, Option<i64>>(4)?.map(time),
        until: row.get::<_, Option<i64>>(5)?.map(time),
        zone: row.get(6)?,
        offset: row.get(7)?,
        recorded: time(row.get(8)?),
        source: row.get(9)?,
        note: row.get(10)?,
        late: Some(row.get(11)?),
        values: BTreeMap::new(),
    };
    Ok((row.get(0)?, entry))
}
