//! Entries and their values.

use crate::journal::Journal;
use crate::tables::measurements::{
    Measures, measures, remove_measures, salvageable_measures, store_measures,
};
use crate::tables::search;
use crate::write::stored::Stored;
use crate::{Error, Result};
use chrono::{DateTime, NaiveDate, Utc};
use domain::time::Period;
use domain::{Entry, Value};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const COLUMNS: &str = "entry.id, entry.uid, tracker.definition, entry.day, entry.at, entry.until, entry.zone, \
     entry.offset, entry.recorded, entry.source, entry.note, entry.late, \
     value.field, value.number, value.text, entry.tracker";

/// An entry with its computed measures and search text, as stored in a revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredEntry {
    /// Row id, once assigned. A restored entry gets its former id.
    #[serde(default, rename = "id")]
    pub row_id: Option<i64>,
    /// The entry.
    pub entry: Entry,
    /// Computed measures, by key.
    #[serde(rename = "measured")]
    pub measures: BTreeMap<String, f64>,
    /// Indexed search text. The oldest revisions have none; then the note is indexed.
    #[serde(default, rename = "words")]
    pub search_text: Option<String>,
}

impl Journal {
    /// Returns the entries of a period, ordered by day, then by when they were recorded.
    pub fn entries(&self, period: Period) -> Result<Vec<Entry>> {
        self.entries_where(
            // Through the index of each tracker: there is none by day alone.
            "entry.tracker in (select id from tracker) and entry.day between ?1 and ?2",
            params![period.from.to_string(), period.to.to_string()],
        )
    }

    /// Returns all entries, in the same order.
    pub fn all_entries(&self) -> Result<Vec<Entry>> {
        self.entries_where("true", params![])
    }

    /// Returns the entries of one tracker in a period, in the same order.
    pub fn entries_of(&self, tracker: &str, period: Period) -> Result<Vec<Entry>> {
        self.entries_where(
            "entry.day between ?1 and ?2 and tracker.definition = ?3",
            params![period.from.to_string(), period.to.to_string(), tracker],
        )
    }

    /// Returns the entry with the given uid.
    pub fn entry(&self, uid: &str) -> Result<Option<Entry>> {
        Ok(self.entries_where("entry.uid = ?1", params![uid])?.pop())
    }

    fn entries_where(&self, condition: &str, params: impl rusqlite::Params) -> Result<Vec<Entry>> {
        let rows = read_entries(&self.db, condition, params)?;
        Ok(rows.into_iter().map(|row| row.entry).collect())
    }
}

/// An entry with its row ids.
struct EntryRow {
    id: i64,
    tracker: i64,
    entry: Entry,
}

/// Returns the entries that meet a condition with their row ids, ordered by day, then by when they
/// were recorded. One query reads the entries and their values.
fn read_entries(
    db: &Connection,
    condition: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<EntryRow>> {
    let mut statement = db.prepare_cached(&format!(
        "select {COLUMNS} from entry join tracker on tracker.id = entry.tracker \
         left join value on value.entry = entry.id where {condition} \
         order by entry.day, entry.recorded, entry.id, value.field, value.ordinal"
    ))?;
    let mut rows = statement.query(params)?;
    let mut entries: Vec<EntryRow> = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        if entries.last().is_none_or(|last| last.id != id) {
            entries.push(EntryRow {
                id,
                tracker: row.get(15)?,
                entry: read_entry(row)?,
            });
        }
        if let (Some(last), Some(field)) = (entries.last_mut(), row.get(12)?) {
            let values: &mut Vec<Value> = last.entry.values.entry(field).or_default();
            values.push(Value {
                number: row.get(13)?,
                text: row.get(14)?,
            });
        }
    }
    Ok(entries)
}

/// Reads the columns of an entry, without its values.
fn read_entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let time = |seconds: i64| DateTime::<Utc>::from_timestamp(seconds, 0).unwrap_or_default();
    let day: String = row.get(3)?;
    Ok(Entry {
        uid: row.get(1)?,
        tracker: row.get(2)?,
        day: day
            .parse()
            .map_err(|_| rusqlite::Error::InvalidColumnType(3, day, rusqlite::types::Type::Text))?,
        occurred_at: row.get::<_, Option<i64>>(4)?.map(time),
        ended_at: row.get::<_, Option<i64>>(5)?.map(time),
        zone: row.get(6)?,
        offset: row.get(7)?,
        recorded_at: time(row.get(8)?),
        source: row.get::<_, String>(9)?.into(),
        note: row.get(10)?,
        is_late: Some(row.get(11)?),
        values: BTreeMap::new(),
    })
}

impl StoredEntry {
    /// Reads the entry with a row id, also of a journal in an earlier format. Uses no index, because the
    /// index of a damaged file may be broken.
    pub(crate) fn by_row_id(db: &Connection, row_id: i64) -> Result<Option<Self>> {
        Self::find(db, "entry.id = ?1", [row_id], salvageable_measures)
    }

    fn find(
        db: &Connection,
        condition: &str,
        params: impl rusqlite::Params,
        measures: impl Fn(&Connection, i64, NaiveDate, i64) -> Result<Measures>,
    ) -> Result<Option<Self>> {
        let Some(EntryRow { id, tracker, entry }) = read_entries(db, condition, params)?.pop()
        else {
            return Ok(None);
        };
        Ok(Some(Self {
            row_id: Some(id),
            measures: measures(db, tracker, entry.day, id)?,
            search_text: search::indexed_text(db, entry.day, id)?,
            entry,
        }))
    }
}

impl Stored for Box<StoredEntry> {
    const IDS: &'static str = "select uid from entry order by uid";

    fn load(db: &Connection, uid: &str) -> Result<Option<Self>> {
        Ok(StoredEntry::find(db, "entry.uid = ?1", [uid], measures)?.map(Self::new))
    }

    fn store(db: &Connection, uid: &str, value: Option<&Self>) -> Result<()> {
        let replaced = remove_entry(db, uid)?;
        value.map_or(Ok(()), |stored| insert_entry(db, uid, stored, replaced))
    }
}

/// Removes an entry with all that depends on it. Returns its row id.
pub(crate) fn remove_entry(db: &Connection, uid: &str) -> Result<Option<i64>> {
    let found: Option<(i64, i64, String)> = db
        .prepare_cached("select id, tracker, day from entry where uid = ?1")?
        .query_row([uid], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((row_id, tracker, day)) = found else {
        return Ok(None);
    };
    search::unindex_entry(db, uid)?;
    if let Ok(day) = day.parse() {
        remove_measures(db, tracker, day, row_id)?;
    }
    db.prepare_cached("delete from entry where id = ?1")?
        .execute([row_id])?;
    Ok(Some(row_id))
}

/// Inserts an entry with a row id: the one it had before if it is free, or that of the row it
/// replaces.
fn insert_entry(
    db: &Connection,
    uid: &str,
    stored: &StoredEntry,
    replaced: Option<i64>,
) -> Result<()> {
    let entry = &stored.entry;
    let tracker: i64 = db
        .prepare_cached("select id from tracker where definition = ?1")?
        .query_row([&entry.tracker], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Error::NoTracker(entry.tracker.clone()))?;
    let row_id = free_row_id(db, stored.row_id)?.or(replaced);
    let (occurred_at, ended_at) = (entry.occurred_at, entry.ended_at);
    db.prepare_cached(
        "insert into entry (id, uid, tracker, day, at, until, zone, offset, recorded, source, note, late) \
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        row_id, uid, tracker, entry.day.to_string(),
        occurred_at.map(|time| time.timestamp()), ended_at.map(|time| time.timestamp()),
        entry.zone, entry.offset, entry.recorded_at.timestamp(), entry.source.as_str(), entry.note,
        entry.is_late()
    ])?;
    let row_id = db.last_insert_rowid();
    let text = stored.search_text.as_deref().unwrap_or(&entry.note);
    search::index_entry(db, entry.day, row_id, text)?;
    insert_values(db, stored, row_id, tracker)
}

/// Returns a row id if no entry has it.
fn free_row_id(db: &Connection, row_id: Option<i64>) -> Result<Option<i64>> {
    let Some(row_id) = row_id else {
        return Ok(None);
    };
    let taken: bool = db
        .prepare_cached("select exists (select 1 from entry where id = ?1)")?
        .query_row([row_id], |row| row.get(0))?;
    Ok((!taken).then_some(row_id))
}

/// Inserts an entry's answers and computed measures.
fn insert_values(db: &Connection, stored: &StoredEntry, row_id: i64, tracker: i64) -> Result<()> {
    for (field, values) in &stored.entry.values {
        for (ordinal, value) in values.iter().enumerate() {
            db.prepare_cached("insert into value values (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![
                    row_id,
                    field,
                    ordinal as i64,
                    value.number,
                    value.text
                ])?;
        }
    }
    store_measures(db, tracker, stored.entry.day, row_id, &stored.measures)
}
