//! Full-text search in notes and text answers.
//!
//! The index is part of the encrypted file and is updated in the same transaction as the entry.

use crate::{Journal, Trouble};
use care::Entry;
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

/// A search result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Uid of the entry.
    pub uid: String,
    /// Its tracker's key.
    pub tracker: String,
    /// Its day.
    pub day: NaiveDate,
    /// The surrounding text, split so that every second part, from the second on, is a match.
    pub parts: Vec<String>,
}

/// Maximum number of results; the newest days come first.
const MOST: u32 = 60;

/// Marks the start and end of a match in a snippet. Nobody types this control character.
const MARK: char = '\u{2}';

impl Journal {
    /// Finds entries that contain every word of `text`, or a word that starts with it. Returns the
    /// first results and the total number of matches.
    pub fn search(&self, text: &str) -> Result<(Vec<Found>, usize), Trouble> {
        let wanted = question(text);
        if wanted.is_empty() {
            return Ok((Vec::new(), 0));
        }
        let mut statement = self.db.prepare_cached(
            "select entry.uid, tracker.definition, entry.day, snippet(noted, 0, char(2), char(2), '…', 24) \
             from noted join entry on entry.id = (noted.rowid & 4294967295) join tracker on tracker.id = entry.tracker \
             where noted match ?1 order by noted.rowid desc limit ?2",
        )?;
        let mut rows = statement.query(params![wanted, MOST])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let day: String = row.get(2)?;
            let around: String = row.get(3)?;
            found.push(Found {
                uid: row.get(0)?,
                tracker: row.get(1)?,
                day: day.parse().unwrap_or_default(),
                parts: around.split(MARK).map(str::to_owned).collect(),
            });
        }
        let all = if found.len() < MOST as usize {
            found.len()
        } else {
            self.db
                .prepare_cached("select count(*) from noted where noted match ?1")?
                .query_row([wanted], |row| row.get::<_, i64>(0))? as usize
        };
        Ok((found, all))
    }

    /// Rebuilds the index from the text of each entry. Records no revision: the index is derived
    /// data.
    pub fn index(&mut self, words: impl Fn(&Entry) -> String) -> Result<(), Trouble> {
        let entries = self.all_entries()?;
        let step = self.db.transaction()?;
        step.execute("delete from noted", [])?;
        for entry in &entries {
            let id = step
                .prepare_cached("select id from entry where uid = ?1")?
                .query_row([&entry.uid], |row| row.get(0))?;
            remember(&step, entry.day, id, &words(entry))?;
        }
        Ok(step.commit()?)
    }
}

/// Builds an FTS5 query: each word is a quoted prefix, so that none is read as an operator.
fn question(text: &str) -> String {
    text.split_whitespace()
        .take(12)
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"*", word.replace('"', "")))
        .collect::<Vec<_>>()
        .join(" ")
}

fn row(day: NaiveDate, id: i64) -> i64 {
    (i64::from(day.num_days_from_ce()) << 32) | id
}

pub(crate) fn remember(
    db: &Connection,
    day: NaiveDate,
    id: i64,
    words: &str,
) -> Result<(), Trouble> {
    if !words.trim().is_empty() {
        db.prepare_cached("insert or replace into noted (rowid, words) values (?1, ?2)")?
            .execute(params![row(day, id), words])?;
    }
    Ok(())
}

/// Removes an entry from the index. Must run before the entry is changed or deleted.
pub(crate) fn forget(db: &Connection, uid: &str) -> Result<(), Trouble> {
    let found: Option<(i64, String)> = db
        .prepare_cached("select id, day from entry where uid = ?1")?
        .query_row([uid], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if let Some((id, day)) = found {
        db.prepare_cached("delete from noted where rowid = ?1")?
            .execute([row(day.parse().unwrap_or_default(), id)])?;
    }
    Ok(())
}

pub(crate) fn words(db: &Connection, day: NaiveDate, id: i64) -> Result<Option<String>, Trouble> {
    Ok(db
        .prepare_cached("select words from noted where rowid = ?1")?
        .query_row([row(day, id)], |row| row.get(0))
        .optional()?)
}
