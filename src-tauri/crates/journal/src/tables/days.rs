//! Which days have entries, and what was answered on them.

use crate::Result;
use crate::journal::Journal;
use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use domain::time::Period;
use rusqlite::{OptionalExtension as _, params};

/// Which entries are plans: those of `trackers` that were written before their day began.
#[derive(Debug, Clone, Copy)]
pub struct Plans<'a> {
    /// Trackers whose entries may be written ahead, by key.
    pub trackers: &'a [&'a str],
    /// When the patient's day starts, in minutes after midnight.
    pub day_start: u32,
}

impl Journal {
    /// Returns the period from the first to the last day with an entry.
    pub fn date_range(&self) -> Result<Option<Period>> {
        let ends: (Option<String>, Option<String>) = self.db.query_row(
            "select min(first), max(last) from (select \
                     (select min(day) from entry where tracker = tracker.id) as first, \
                     (select max(day) from entry where tracker = tracker.id) as last from tracker)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
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
    pub fn last_recorded_before(&self, instant: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let seconds: Option<i64> = self
            .db
            .prepare_cached(
                "select recorded from entry where recorded < ?1 order by id desc limit 1",
            )?
            .query_row([instant.timestamp()], |row| row.get(0))
            .optional()?;
        Ok(seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0)))
    }

    /// Returns the answers to a field in a period as day and option key, in order of days. The key
    /// is empty for an answer without text. Answers of zero are omitted.
    pub fn choice_answers(
        &self,
        tracker: &str,
        field: &str,
        period: Period,
    ) -> Result<Vec<(NaiveDate, String)>> {
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
    pub fn time_zones(&self, period: Period) -> Result<Vec<String>> {
        let mut statement = self.db.prepare_cached(
            "select zone from entry where tracker in (select id from tracker) and day between ?1 and ?2 \
             union \
             select substr(text, 27, length(text) - 27) from entry join value on value.entry = entry.id \
             where tracker in (select id from tracker) and day between ?1 and ?2 and text glob '????-??-??T??:??:??[+-]??:??[[]*]' \
             order by zone",
        )?;
        let with = params![period.from.to_string(), period.to.to_string()];
        let rows = statement.query_map(with, |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the days of a period with an entry of any tracker not in `excluded`, ascending. Plans, written
    /// before their day, do not count.
    pub fn days_with_entries(
        &self,
        period: Period,
        excluded: &[&str],
        plans: &Plans<'_>,
    ) -> Result<Vec<NaiveDate>> {
        let of = |keys| {
            format!(
                "(select id from tracker where definition in (select value from json_each({keys})))"
            )
        };
        let sql = format!(
            "select day from entry where day between ?1 and ?2 \
             and tracker in (select id from tracker where id not in {}) \
             and (tracker not in {} or date(recorded + offset - 60 * ?5, 'unixepoch') >= day)",
            of("?3"),
            of("?4")
        );
        let with = params![
            period.from.to_string(),
            period.to.to_string(),
            serde_json::to_string(excluded)?,
            serde_json::to_string(plans.trackers)?,
            plans.day_start
        ];
        // Merged here: SQL would sort the days of all trackers once more.
        let mut recorded = vec![false; period.days()];
        let mut statement = self.db.prepare_cached(&sql)?;
        let mut rows = statement.query(with)?;
        let mut last = String::new();
        while let Some(row) = rows.next()? {
            let day = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            if day != last {
                day.clone_into(&mut last);
                let index = day.parse().ok().and_then(|day| period.index(day));
                if let Some(slot) = index.and_then(|index| recorded.get_mut(index)) {
                    *slot = true;
                }
            }
        }
        let recorded = recorded.iter().enumerate().filter(|(_, is)| **is);
        Ok(recorded.map(|(index, _)| period.day(index)).collect())
    }

    /// Returns the days of a period with an entry of a tracker for which the measure is unknown.
    pub fn days_with_unknown(
        &self,
        tracker: &str,
        measure: &str,
        period: Period,
    ) -> Result<Vec<NaiveDate>> {
        self.days_by(
            "select distinct day from entry where day between ?1 and ?2 \
             and tracker = (select id from tracker where definition = ?3) and id not in \
             (select entry from entry_measures where tracker = (select id from tracker where definition = ?3) \
             and instr(measures, '\"' || ?4 || '\":') > 0 and day_number between ?5 and ?6) order by day",
            params![
                period.from.to_string(),
                period.to.to_string(),
                tracker,
                measure,
                period.from.num_days_from_ce(),
                period.to.num_days_from_ce()
            ],
        )
    }

    fn days_by(&self, sql: &str, with: impl rusqlite::Params) -> Result<Vec<NaiveDate>> {
        let mut statement = self.db.prepare_cached(sql)?;
        let days = statement
            .query_map(with, |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(days.iter().filter_map(|d| d.parse().ok()).collect())
    }

    /// Returns the number of entries. Scans all of them: some hundredths of a second for fifty
    /// years of data.
    pub fn entry_count(&self) -> Result<i64> {
        Ok(self
            .db
            .query_row("select count(*) from entry", [], |row| row.get(0))?)
    }

    /// Whether there is any entry.
    pub fn has_entries(&self) -> Result<bool> {
        Ok(self
            .db
            .query_row("select exists (select 1 from entry)", [], |row| row.get(0))?)
    }
}
