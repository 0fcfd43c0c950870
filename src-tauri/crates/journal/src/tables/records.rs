//! Ledgers whose records are stored as JSON: one line each.

use crate::Result;
use crate::journal::Journal;
use crate::write::stored::Stored;
use domain::early_sign::EarlySign;
use domain::support::{OwnLine, SupportGroup};
use domain::treatment::{
    Activity, Course, EffectWeek, HealthNote, LifeEvent, Medicine, SideEffect, TherapySession,
    Trial,
};
use rusqlite::{Connection, OptionalExtension};
use serde::de::DeserializeOwned;

/// Implements storage in a table with the columns `uid` and `record`.
macro_rules! json_tables {
    ($($type:ty, $table:literal, $all:ident, $says:literal;)*) => {
        $(
            impl Stored for $type {
                const IDS: &'static str = concat!("select uid from ", $table, " order by uid");

                fn load(db: &Connection, uid: &str) -> Result<Option<Self>> {
                    load(db, concat!("select record from ", $table, " where uid = ?1"), uid)
                }

                fn store(db: &Connection, uid: &str, record: Option<&Self>) -> Result<()> {
                    match record {
                        Some(record) => db
                            .prepare_cached(concat!("insert into ", $table, " values (?1, ?2) on conflict (uid) do update set record = excluded.record"))?
                            .execute([uid, &serde_json::to_string(record)?])?,
                        None => db
                            .prepare_cached(concat!("delete from ", $table, " where uid = ?1"))?
                            .execute([uid])?,
                    };
                    Ok(())
                }
            }

            impl Journal {
                #[doc = $says]
                ///
                /// # Errors
                /// Fails if the journal can't be read.
                pub fn $all(&self) -> Result<Vec<(String, $type)>> {
                    all(&self.db, concat!("select uid, record from ", $table, " order by rowid"))
                }
            }
        )*
    };
}

json_tables! {
    EarlySign, "early_sign", early_signs, "Returns the early-warning signs with their uids, in the order in which they were added.";
    OwnLine, "own_line", own_lines, "Returns the helplines that the person added, with their uids, in the order in which they were added.";
    SupportGroup, "support_group", support_groups, "Returns the support groups with their uids, in the order in which they were added.";
    Medicine, "medicine", medicines, "Returns all medicines with their uids, in the order in which they were added.";
    Trial, "trial", trials, "Returns all trials with their uids, in the order in which they were added.";
    HealthNote, "health_note", health_notes, "Returns all health notes with their uids, in the order in which they were added.";
    SideEffect, "side_effect", side_effects, "Returns all unwanted effects with their uids, in the order in which they were added.";
    EffectWeek, "effect_week", effect_weeks, "Returns the weeks of unwanted effects, in the order in which they were added.";
    Course, "course", courses, "Returns all courses of treatment with their uids, in the order in which they were added.";
    TherapySession, "therapy_session", therapy_sessions, "Returns all sessions of courses with their uids, in the order in which they were added.";
    LifeEvent, "life_event", life_events, "Returns all life events with their uids, in the order in which they were added.";
    Activity, "activity", activities, "Returns all planned activities with their uids, in the order in which they were added.";
}

pub(super) fn load<T: DeserializeOwned>(
    db: &Connection,
    query: &str,
    uid: &str,
) -> Result<Option<T>> {
    let text: Option<String> = db
        .prepare_cached(query)?
        .query_row([uid], |row| row.get(0))
        .optional()?;
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}

fn all<T: DeserializeOwned>(db: &Connection, query: &str) -> Result<Vec<(String, T)>> {
    let mut statement = db.prepare_cached(query)?;
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
    })?;
    let mut records = Vec::new();
    for row in rows {
        let (uid, text) = row?;
        records.push((uid, serde_json::from_str(&text)?));
    }
    Ok(records)
}
