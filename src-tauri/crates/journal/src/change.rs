//! One act of the patient: one transaction, one revision, one step of undo, kept on disk.
//!
//! Owns all writing. Every act sets things to a state and remembers the state before; undo and redo set them
//! back. So there is one way to write, and nothing it can't take back, also after a restart.

use crate::entries::{entry_row, measured, preference, visit};
use crate::{Journal, Trouble};
use care::{Entry, Visit};
use chrono::Datelike;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A thing in the journal and the state it is to have; none removes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// An entry.
    Entry {
        /// Its uid.
        uid: String,
        /// What it is to be.
        kept: Option<Box<Kept>>,
    },
    /// A preference.
    Preference {
        /// Its key.
        key: String,
        /// Its value.
        value: Option<String>,
    },
    /// A visit.
    Visit {
        /// Its uid.
        uid: String,
        /// What it is to be.
        visit: Option<Visit>,
    },
}

/// An entry with what it adds up to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The row it has, once it has one: an entry brought back keeps its place.
    #[serde(default)]
    pub id: Option<i64>,
    /// The entry.
    pub entry: Entry,
    /// Its measures, by key.
    pub measured: BTreeMap<String, f64>,
}

impl Journal {
    /// Does one act: all of it is on disk when this returns, or none of it. `now` is unix seconds.
    pub fn change(&mut self, act: &str, now: i64, items: &[Item]) -> Result<(), Trouble> {
        let step = self
            .db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let before = items
            .iter()
            .map(|item| image(&step, item))
            .collect::<Result<Vec<_>, _>>()?;
        for item in items {
            apply(&step, item)?;
        }
        let after = items
            .iter()
            .map(|item| image(&step, item))
            .collect::<Result<Vec<_>, _>>()?;
        step.prepare_cached("update revision set state = 'dropped' where state = 'undone'")?
            .execute([])?;
        step.prepare_cached(
            "insert into revision (at, act, state, before, after) values (?1, ?2, 'done', ?3, ?4)",
        )?
        .execute(params![
            now,
            act,
            serde_json::to_string(&before)?,
            serde_json::to_string(&after)?
        ])?;
        Ok(step.commit()?)
    }

    /// Takes the last act back. Gives its name, or none when there is nothing to take back.
    pub fn undo(&mut self) -> Result<Option<String>, Trouble> {
        self.turn(
            "select id, act, before from revision where state = 'done' order by id desc limit 1",
            "undone",
        )
    }

    /// Does the last undone act again.
    pub fn redo(&mut self) -> Result<Option<String>, Trouble> {
        self.turn(
            "select id, act, after from revision where state = 'undone' order by id limit 1",
            "done",
        )
    }

    fn turn(&mut self, find: &str, state: &str) -> Result<Option<String>, Trouble> {
        let step = self
            .db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let found: Option<(i64, String, String)> = step
            .query_row(find, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((id, act, images)) = found else {
            return Ok(None);
        };
        let items: Vec<Item> = serde_json::from_str(&images)?;
        for item in &items {
            apply(&step, item)?;
        }
        step.execute(
            "update revision set state = ?1 where id = ?2",
            params![state, id],
        )?;
        step.commit()?;
        Ok(Some(act))
    }

    /// Makes sure each of these trackers is in the journal, in that order after those that are. Not an act.
    pub fn adopt(&mut self, keys: &[&str]) -> Result<(), Trouble> {
        let known = self.trackers()?;
        let new: Vec<_> = keys
            .iter()
            .filter(|k| !known.iter().any(|(known, _)| known == *k))
            .collect();
        if new.is_empty() {
            return Ok(());
        }
        let step = self.db.transaction()?;
        for key in new {
            step.execute(
                "insert into tracker (uid, definition, position) \
                 values (?1, ?1, (select coalesce(max(position), 0) + 1 from tracker))",
                [key],
            )?;
        }
        Ok(step.commit()?)
    }
}

/// The state a thing has now.
fn image(db: &Connection, item: &Item) -> Result<Item, Trouble> {
    Ok(match item {
        Item::Entry { uid, .. } => {
            let kept = match entry_row(db, uid)? {
                Some((id, entry)) => Some(Box::new(Kept {
                    id: Some(id),
                    entry,
                    measured: measured(db, id)?,
                })),
                None => None,
            };
            Item::Entry {
                uid: uid.clone(),
                kept,
            }
        }
        Item::Preference { key, .. } => Item::Preference {
            key: key.clone(),
            value: preference(db, key)?,
        },
        Item::Visit { uid, .. } => Item::Visit {
            uid: uid.clone(),
            visit: visit(db, uid)?,
        },
    })
}

fn apply(db: &Connection, item: &Item) -> Result<(), Trouble> {
    match item {
        Item::Entry { uid, kept: None } => {
            db.prepare_cached("delete from entry where uid = ?1")?
                .execute([uid])?;
        }
        Item::Entry {
            uid,
            kept: Some(kept),
        } => put_entry(db, uid, kept)?,
        Item::Preference { key, value: None } => {
            db.prepare_cached("delete from preference where key = ?1")?
                .execute([key])?;
        }
        Item::Preference {
            key,
            value: Some(value),
        } => {
            db.prepare_cached("insert or replace into preference values (?1, ?2)")?
                .execute([key, value])?;
        }
        Item::Visit { uid, visit: None } => {
            db.prepare_cached("delete from visit where uid = ?1")?
                .execute([uid])?;
        }
        Item::Visit {
            uid,
            visit: Some(visit),
        } => {
            db.prepare_cached("insert or replace into visit values (?1, ?2)")?
                .execute([uid, &serde_json::to_string(visit)?])?;
        }
    }
    Ok(())
}

fn put_entry(db: &Connection, uid: &str, kept: &Kept) -> Result<(), Trouble> {
    let entry = &kept.entry;
    let tracker: i64 = db
        .prepare_cached("select id from tracker where definition = ?1")?
        .query_row([&entry.tracker], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Trouble::NoTracker(entry.tracker.clone()))?;
    let row: Option<i64> = db
        .prepare_cached("select id from entry where uid = ?1")?
        .query_row([uid], |row| row.get(0))
        .optional()?;
    if let Some(id) = row {
        db.prepare_cached("delete from entry where id = ?1")?
            .execute([id])?;
    }
    db.prepare_cached(
        "insert into entry (id, uid, tracker, day, at, until, zone, offset, recorded, source, note) \
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        row.or(kept.id), uid, tracker, entry.day.to_string(), entry.at.map(|t| t.timestamp()),
        entry.until.map(|t| t.timestamp()), entry.zone, entry.offset, entry.recorded.timestamp(), entry.source,
        entry.note
    ])?;
    let id = db.last_insert_rowid();
    for (field, values) in &entry.values {
        for (ordinal, value) in values.iter().enumerate() {
            db.prepare_cached("insert into value values (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![id, field, ordinal as i64, value.number, value.text])?;
        }
    }
    for (measure, number) in &kept.measured {
        db.prepare_cached("insert into measured values (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![
                tracker,
                measure,
                entry.day.num_days_from_ce(),
                id,
                number
            ])?;
    }
    Ok(())
}
