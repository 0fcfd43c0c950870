//! Integrity check of the journal.
//!
//! Checks the page HMACs, SQLite's structures, references, and the stored measures of each entry.
//! Repairs nothing.

use crate::Result;
use crate::journal::Journal;
use crate::tables::measurements::measures;
use chrono::NaiveDate;
use domain::Definition;
use domain::time::Zones;
use std::collections::BTreeMap;

/// An integrity problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntegrityIssue {
    /// A page of the file was altered or damaged.
    Page(String),
    /// SQLite found an invalid structure.
    Structure(String),
    /// A row refers to a row that does not exist.
    Reference(String),
    /// The stored measures of an entry differ from those computed from its answers.
    Measure {
        /// Uid of the entry.
        uid: String,
        /// Its day.
        day: String,
    },
}

impl std::fmt::Display for IntegrityIssue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Page(what) => write!(f, "a damaged page: {what}"),
            Self::Structure(what) => write!(f, "a damaged structure: {what}"),
            Self::Reference(what) => write!(f, "a row of {what} refers to something that is gone"),
            Self::Measure { uid, day } => write!(
                f,
                "the measures of entry {uid} of {day} differ from its answers"
            ),
        }
    }
}

impl Journal {
    /// Returns all integrity problems; empty if there are none. Skips measures of trackers without
    /// a definition.
    pub fn check(&self, definitions: &[Definition], zones: &Zones) -> Result<Vec<IntegrityIssue>> {
        let mut issues = Vec::new();
        issues.extend(self.damaged_pages()?.into_iter().map(IntegrityIssue::Page));
        let structure = self.query_lines("pragma integrity_check")?;
        issues.extend(
            structure
                .into_iter()
                .filter(|line| line != "ok")
                .map(IntegrityIssue::Structure),
        );
        issues.extend(
            self.query_lines("pragma foreign_key_check")?
                .into_iter()
                .map(IntegrityIssue::Reference),
        );
        let by_key: BTreeMap<&str, &Definition> =
            definitions.iter().map(|d| (d.key.as_str(), d)).collect();
        for entry in self.all_entries()? {
            let Some(definition) = by_key.get(entry.tracker.as_str()) else {
                continue;
            };
            let stored = self.stored_measures(&entry.uid, entry.day)?;
            if stored != entry.measures(definition, zones) {
                issues.push(IntegrityIssue::Measure {
                    uid: entry.uid,
                    day: entry.day.to_string(),
                });
            }
        }
        Ok(issues)
    }

    /// Returns the pages with an invalid HMAC.
    pub(crate) fn damaged_pages(&self) -> Result<Vec<String>> {
        self.query_lines("pragma cipher_integrity_check")
    }

    fn stored_measures(&self, uid: &str, day: NaiveDate) -> Result<BTreeMap<String, f64>> {
        let (id, tracker): (i64, i64) = self
            .db
            .prepare_cached("select id, tracker from entry where uid = ?1")?
            .query_row([uid], |row| Ok((row.get(0)?, row.get(1)?)))?;
        measures(&self.db, tracker, day, id)
    }

    fn query_lines(&self, sql: &str) -> Result<Vec<String>> {
        let mut statement = self.db.prepare(sql)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }
}
