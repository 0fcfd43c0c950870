//! Looking the journal over.
//!
//! Owns what is compared: the file's own pages, SQLite's structures, and what entries add up to. Repairs nothing.

use crate::{Journal, Trouble};
use care::Definition;
use std::collections::BTreeMap;

/// Something that is not as it is meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A page of the file was altered or damaged.
    Page(String),
    /// SQLite found a structure that does not hold.
    Structure(String),
    /// An entry refers to something that is not there.
    Reference(String),
    /// What an entry adds up to differs from what is kept beside it.
    Measure {
        /// The entry.
        uid: String,
        /// Its day.
        day: String,
    },
}

impl std::fmt::Display for Finding {
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
    /// Everything that is wrong with the journal; empty when all is well.
    pub fn check(&self, definitions: &[Definition]) -> Result<Vec<Finding>, Trouble> {
        let mut findings = Vec::new();
        findings.extend(self.damaged_pages()?.into_iter().map(Finding::Page));
        let structure = self.lines("pragma integrity_check")?;
        findings.extend(
            structure
                .into_iter()
                .filter(|line| line != "ok")
                .map(Finding::Structure),
        );
        findings.extend(
            self.lines("pragma foreign_key_check")?
                .into_iter()
                .map(Finding::Reference),
        );
        let by_key: BTreeMap<&str, &Definition> =
            definitions.iter().map(|d| (d.key.as_str(), d)).collect();
        for entry in self.all_entries()? {
            let Some(definition) = by_key.get(entry.tracker.as_str()) else {
                continue;
            };
            let kept = self.kept_measures(&entry.uid)?;
            if kept != entry.measured(definition) {
                findings.push(Finding::Measure {
                    uid: entry.uid,
                    day: entry.day.to_string(),
                });
            }
        }
        Ok(findings)
    }

    /// The pages whose seal does not hold.
    pub(crate) fn damaged_pages(&self) -> Result<Vec<String>, Trouble> {
        self.lines("pragma cipher_integrity_check")
    }

    fn kept_measures(&self, uid: &str) -> Result<BTreeMap<String, f64>, Trouble> {
        let id: i64 = self
            .db
            .prepare_cached("select id from entry where uid = ?1")?
            .query_row([uid], |r| r.get(0))?;
        crate::entries::measured(&self.db, id)
    }

    fn lines(&self, sql: &str) -> Result<Vec<String>, Trouble> {
        let mut statement = self.db.prepare(sql)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }
}
