//! The safety plan.

use crate::Result;
use crate::journal::Journal;
use crate::write::stored::Stored;
use chrono::NaiveDate;
use domain::support::{PlanPart, SafetyPlan};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

impl Stored for SafetyPlan {
    const IDS: &'static str = "select uid from safety_plan order by uid";

    fn load(db: &Connection, uid: &str) -> Result<Option<Self>> {
        let changed_on: Option<String> = db
            .prepare_cached("select changed_on from safety_plan where uid = ?1")?
            .query_row([uid], |row| row.get(0))
            .optional()?;
        let Some(changed_on) = changed_on else {
            return Ok(None);
        };
        let mut parts: BTreeMap<PlanPart, Vec<String>> = BTreeMap::new();
        let mut lines = db.prepare_cached(
            "select part, line from safety_plan_line where plan = ?1 order by part, place",
        )?;
        let rows = lines.query_map([uid], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        for row in rows {
            let (part, line) = row?;
            if let Some(part) = PlanPart::from_key(&part) {
                parts.entry(part).or_default().push(line);
            }
        }
        Ok(Some(Self {
            changed_on: changed_on.parse::<NaiveDate>().unwrap_or_default(),
            parts,
        }))
    }

    fn store(db: &Connection, uid: &str, plan: Option<&Self>) -> Result<()> {
        for delete in [
            "delete from safety_plan_line where plan = ?1",
            "delete from safety_plan where uid = ?1",
        ] {
            db.prepare_cached(delete)?.execute([uid])?;
        }
        let Some(plan) = plan else {
            return Ok(());
        };
        db.prepare_cached("insert into safety_plan values (?1, ?2)")?
            .execute([uid, &plan.changed_on.to_string()])?;
        let mut insert =
            db.prepare_cached("insert into safety_plan_line values (?1, ?2, ?3, ?4)")?;
        for (part, lines) in &plan.parts {
            for (place, line) in (0_i64..).zip(lines) {
                insert.execute(params![uid, part.key(), place, line])?;
            }
        }
        Ok(())
    }
}

impl Journal {
    /// Returns the safety plan with the given uid, if there is one.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub fn safety_plan(&self, uid: &str) -> Result<Option<SafetyPlan>> {
        SafetyPlan::load(&self.db, uid)
    }
}
