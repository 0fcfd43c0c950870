//! Full-text search in notes and text answers.
//!
//! The index is part of the encrypted file and is updated in the same transaction as the entry.

use crate::Result;
use crate::journal::Journal;
use crate::tables::search_query::SearchQuery;
use chrono::{Datelike, NaiveDate};
use domain::Entry;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

/// A search result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
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
const MAX_HITS: u32 = 60;

/// Marks the start and end of a match in a snippet. Nobody types this control character.
const MARK: char = '\u{2}';

impl Journal {
    /// Finds entries that contain every word of `text`, or a word that starts with it. Returns the
    /// first results and the total number of matches.
    pub fn search(&self, text: &str) -> Result<(Vec<SearchHit>, usize)> {
        let Some(query) = SearchQuery::new(&self.db, text)? else {
            return Ok((Vec::new(), 0));
        };
        let (condition, with) = condition(&query);
        // Snippets need a query of the index.
        let shown = if query.indexed.is_empty() {
            "entry_fts.words"
        } else {
            "snippet(entry_fts, 0, char(2), char(2), '…', 24)"
        };
        let mut statement = self.db.prepare(&format!(
            "select entry.uid, tracker.definition, entry.day, {shown} \
             from entry_fts join entry on entry.id = (entry_fts.rowid & 4294967295) join tracker on tracker.id = entry.tracker \
             where {condition} order by entry_fts.rowid desc limit {MAX_HITS}"
        ))?;
        let mut rows = statement.query(params_from_iter(&with))?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let day: String = row.get(2)?;
            let snippet: String = row.get(3)?;
            let parts = match query.literal.first() {
                Some(word) if query.indexed.is_empty() => around(&snippet, word),
                _ => snippet.split(MARK).map(str::to_owned).collect(),
            };
            hits.push(SearchHit {
                uid: row.get(0)?,
                tracker: row.get(1)?,
                day: day.parse().unwrap_or_default(),
                parts,
            });
        }
        let total = if hits.len() < MAX_HITS as usize {
            hits.len()
        } else {
            let sql = format!("select count(*) from entry_fts where {condition}");
            let count = |row: &rusqlite::Row<'_>| row.get::<_, i64>(0);
            self.db
                .prepare(&sql)?
                .query_row(params_from_iter(&with), count)? as usize
        };
        Ok((hits, total))
    }

    /// Rebuilds the index from the text of each entry. Records no revision: the index is derived
    /// data.
    pub fn rebuild_index(&mut self, text: impl Fn(&Entry) -> String) -> Result<()> {
        let entries = self.all_entries()?;
        let transaction = self.db.transaction()?;
        transaction.execute("delete from entry_fts", [])?;
        for entry in &entries {
            let row_id = transaction
                .prepare_cached("select id from entry where uid = ?1")?
                .query_row([&entry.uid], |row| row.get(0))?;
            index_entry(&transaction, entry.day, row_id, &text(entry))?;
        }
        Ok(transaction.commit()?)
    }
}

/// Returns the SQL condition of a search with its parameters.
fn condition(query: &SearchQuery) -> (String, Vec<&str>) {
    let indexed =
        (!query.indexed.is_empty()).then_some(("entry_fts match ?", query.indexed.as_str()));
    let literal = query
        .literal
        .iter()
        .map(|word| ("instr(words, ?) > 0", word.as_str()));
    let (conditions, with): (Vec<&str>, Vec<&str>) = indexed.into_iter().chain(literal).unzip();
    (conditions.join(" and "), with)
}

/// Number of characters shown on each side of a match in the text itself.
const AROUND: usize = 60;

/// Returns the text around the first occurrence of a word, in parts.
fn around(text: &str, word: &str) -> Vec<String> {
    let Some((before, after)) = text.split_once(word) else {
        return vec![text.to_owned()];
    };
    let skipped = before.chars().count().saturating_sub(AROUND);
    let start: String = before.chars().skip(skipped).collect();
    let end: String = after.chars().take(AROUND).collect();
    let more = |cut: bool| if cut { "…" } else { "" };
    vec![
        format!("{}{start}", more(skipped > 0)),
        word.to_owned(),
        format!("{end}{}", more(after.chars().count() > AROUND)),
    ]
}

/// Row of an entry in the index: its day, then its row id, so that the newest day comes first.
fn index_row(day: NaiveDate, row_id: i64) -> i64 {
    (i64::from(day.num_days_from_ce()) << 32) | row_id
}

pub(crate) fn index_entry(db: &Connection, day: NaiveDate, row_id: i64, text: &str) -> Result<()> {
    if !text.trim().is_empty() {
        db.prepare_cached("insert or replace into entry_fts (rowid, words) values (?1, ?2)")?
            .execute(params![index_row(day, row_id), text])?;
    }
    Ok(())
}

/// Removes an entry from the index. Must run before the entry is changed or deleted.
pub(crate) fn unindex_entry(db: &Connection, uid: &str) -> Result<()> {
    let found: Option<(i64, String)> = db
        .prepare_cached("select id, day from entry where uid = ?1")?
        .query_row([uid], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if let Some((row_id, day)) = found {
        db.prepare_cached("delete from entry_fts where rowid = ?1")?
            .execute([index_row(day.parse().unwrap_or_default(), row_id)])?;
    }
    Ok(())
}

/// Returns the indexed text of an entry.
pub(crate) fn indexed_text(db: &Connection, day: NaiveDate, row_id: i64) -> Result<Option<String>> {
    Ok(db
        .prepare_cached("select words from entry_fts where rowid = ?1")?
        .query_row([index_row(day, row_id)], |row| row.get(0))
        .optional()?)
}
