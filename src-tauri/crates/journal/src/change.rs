//! Changes to the journal. Each is one transaction, one revision and one undo step.
//!
//! A change sets records to a new state and stores the previous state in the revision. Undo and
//! redo restore the stored states, also after a restart.

use crate::entries::{entry_row, measured, preference, visit};
use crate::trackers::{own_definition, pause, put_pause, put_tracker, tracker};
use crate::{Journal, Trouble, search};
use care::{Entry, Pause, Tracker, Visit};
use chrono::Datelike;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A record and its target state; `None` deletes the record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// An entry.
    Entry {
        /// Its uid.
        uid: String,
        /// Target state; `None` deletes the entry.
        kept: Option<Box<Kept>>,
    },
    /// A preference.
    Preference {
        /// Its key.
        key: String,
        /// Its value; `None` deletes the preference.
        value: Option<String>,
    },
    /// A visit.
    Visit {
        /// Its uid.
        uid: String,
        /// Target state; `None` deletes the visit.
        visit: Option<Visit>,
    },
    /// A tracker: the person's settings for a definition.
    Tracker {
        /// The definition's key.
        key: String,
        /// Target state; `None` deletes the tracker.
        tracker: Option<Tracker>,
    },
    /// The definition of a custom tracker, as TOML.
    Definition {
        /// Its key.
        key: String,
        /// Its TOML text; `None` deletes the definition.
        text: Option<String>,
    },
    /// A pause.
    Pause {
        /// Its uid.
        uid: String,
        /// Target state; `None` deletes the pause.
        pause: Option<Pause>,
    },
}

/// An entry with its computed measures and search text, as stored in a revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Row id, once assigned. A restored entry gets its former id.
    #[serde(default)]
    pub id: Option<i64>,
    /// The entry.
    pub entry: Entry,
    /// Computed measures, by key.
    pub measured: BTreeMap<String, f64>,
    /// Indexed search text. The oldest revisions have none; then the note is indexed.
    #[serde(default)]
    pub words: Option<String>,
}

impl Journal {
    /// Applies `items` in one transaction and appends a revision. Durable on return. `now` is in
    /// seconds since 1970 UTC.
    ///
    /// Deletes the draft of the form named in `settles` in the same transaction, so that nothing is
    /// recorded twice. A no-op records no revision, because undoing it would have no visible
    /// effect. Returns the number of changed records.
    pub fn change(
        &mut self,
        act: &str,
        now: i64,
        items: &[Item],
        settles: Option<&str>,
    ) -> Result<usize, Trouble> {
        let step = self
            .db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let before = images(&step, items)?;
        for item in items {
            apply(&step, item)?;
        }
        let after = images(&step, items)?;
        let changed = before.iter().zip(&after).filter(|(a, b)| a != b).count();
        if changed > 0 {
            revise(&step, act, now, &before, &after)?;
        }
        if let Some(form) = settles {
            step.prepare_cached("delete from draft where form = ?1")?
                .execute([form])?;
        }
        step.commit()?;
        Ok(changed)
    }

    /// Undoes the last change. Returns its name, or `None` if there is nothing to undo.
    pub fn undo(&mut self) -> Result<Option<String>, Trouble> {
        self.turn(
            "select id, act, before from revision where state = 'done' order by id desc limit 1",
            "undone",
        )
    }

    /// Redoes the last undone change. Returns its name, or `None` if there is nothing to redo.
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
        let mut items: Vec<Item> = serde_json::from_str(&images)?;
        if state == "undone" {
            // In reverse order, because later items may depend on earlier ones.
            items.reverse();
        }
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

    /// Inserts those of the given trackers that the journal lacks. Records no revision.
    pub fn adopt(&mut self, new: &[(&str, Tracker)]) -> Result<(), Trouble> {
        let known = self.trackers()?;
        let missing = || {
            new.iter()
                .filter(|(key, _)| !known.iter().any(|(known, _)| known == key))
        };
        if missing().next().is_none() {
            return Ok(());
        }
        let step = self.db.transaction()?;
        for (key, tracker) in missing() {
            put_tracker(&step, key, tracker)?;
        }
        Ok(step.commit()?)
    }
}

fn images(db: &Connection, items: &[Item]) -> Result<Vec<Item>, Trouble> {
    items.iter().map(|item| image(db, item)).collect()
}

/// Appends a revision. Undone changes are dropped and can no longer be redone.
fn revise(
    db: &Connection,
    act: &str,
    now: i64,
    before: &[Item],
    after: &[Item],
) -> Result<(), Trouble> {
    db.prepare_cached("update revision set state = 'dropped' where state = 'undone'")?
        .execute([])?;
    db.prepare_cached(
        "insert into revision (at, act, state, before, after) values (?1, ?2, 'done', ?3, ?4)",
    )?
    .execute(params![
        now,
        act,
        serde_json::to_string(before)?,
        serde_json::to_string(after)?
    ])?;
    let revision = db.last_insert_rowid();
    for item in after {
        if let Item::Entry { uid, .. } = item {
            db.prepare_cached("insert or ignore into touched values (?1, ?2)")?
                .execute(params![uid, revision])?;
        }
    }
    Ok(())
}

/// Returns the current state of the record that `item` names.
pub(crate) fn image(db: &Connection, item: &Item) -> Result<Item, Trouble> {
    Ok(match item {
        Item::Entry { uid, .. } => {
            let kept = match entry_row(db, uid)? {
                Some((id, entry)) => Some(Box::new(Kept {
                    id: Some(id),
                    measured: measured(db, id)?,
                    words: search::words(db, entry.day, id)?,
                    entry,
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
        Item::Tracker { key, .. } => Item::Tracker {
            key: key.clone(),
            tracker: tracker(db, key)?,
        },
        Item::Definition { key, .. } => Item::Definition {
            key: key.clone(),
            text: own_definition(db, key)?,
        },
        Item::Pause { uid, .. } => Item::Pause {
            uid: uid.clone(),
            pause: pause(db, uid)?,
        },
    })
}

fn apply(db: &Connection, item: &Item) -> Result<(), Trouble> {
    match item {
        Item::Entry { uid, kept: None } => {
            search::forget(db, uid)?;
            set(db, ["delete from entry where uid = ?1", ""], uid, None)
        }
        Item::Entry {
            uid,
            kept: Some(kept),
        } => put_entry(db, uid, kept),
        Item::Preference { key, value } => set(db, PREFERENCE, key, value.as_deref()),
        Item::Visit { uid, visit } => {
            let visit = visit.as_ref().map(serde_json::to_string).transpose()?;
            set(db, VISIT, uid, visit.as_deref())
        }
        Item::Tracker { key, tracker: None } => {
            let gone = "delete from tracker where definition = ?1";
            set(db, [gone, ""], key, None)
        }
        Item::Tracker {
            key,
            tracker: Some(tracker),
        } => put_tracker(db, key, tracker),
        Item::Definition { key, text } => set(db, DEFINITION, key, text.as_deref()),
        Item::Pause { uid, pause } => put_pause(db, uid, pause.as_ref()),
    }
}

/// Statements that delete and store a key-value row, in this order.
const PREFERENCE: [&str; 2] = [
    "delete from preference where key = ?1",
    "insert or replace into preference values (?1, ?2)",
];
const VISIT: [&str; 2] = [
    "delete from visit where uid = ?1",
    "insert or replace into visit values (?1, ?2)",
];
const DEFINITION: [&str; 2] = [
    "delete from own_definition where key = ?1",
    "insert or replace into own_definition values (?1, ?2)",
];

fn set(
    db: &Connection,
    [gone, put]: [&str; 2],
    key: &str,
    value: Option<&str>,
) -> Result<(), Trouble> {
    match value {
        Some(value) => db.prepare_cached(put)?.execute([key, value])?,
        None => db.prepare_cached(gone)?.execute([key])?,
    };
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
        search::forget(db, uid)?;
        db.prepare_cached("delete from entry where id = ?1")?
            .execute([id])?;
    }
    db.prepare_cached(
        "insert into entry (id, uid, tracker, day, at, until, zone, offset, recorded, source, note, late) \
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        row.or(kept.id), uid, tracker, entry.day.to_string(), entry.at.map(|t| t.timestamp()),
        entry.until.map(|t| t.timestamp()), entry.zone, entry.offset, entry.recorded.timestamp(), entry.source,
        entry.note, entry.is_late()
    ])?;
    let id = db.last_insert_rowid();
    search::remember(
        db,
        entry.day,
        id,
        kept.words.as_deref().unwrap_or(&entry.note),
    )?;
    put_answers(db, kept, id, tracker)
}

/// Inserts an entry's answers and computed measures.
fn put_answers(db: &Connection, kept: &Kept, id: i64, tracker: i64) -> Result<(), Trouble> {
    for (field, values) in &kept.entry.values {
        for (ordinal, value) in values.iter().enumerate() {
            db.prepare_cached("insert into value values (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![id, field, ordinal as i64, value.number, value.text])?;
        }
    }
    let day = kept.entry.day.num_days_from_ce();
    for (measure, number) in &kept.measured {
        db.prepare_cached("insert into measured values (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![tracker, measure, day, id, number])?;
    }
    Ok(())
}
