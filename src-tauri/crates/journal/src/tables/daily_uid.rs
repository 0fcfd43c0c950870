//! Uids of entries that occur once a day.

use crate::Result;
use crate::journal::Journal;
use crate::key::hex;
use chrono::NaiveDate;

impl Journal {
    /// Returns the uid of a tracker's one entry of a day: a hash of journal, tracker and day, so that
    /// two records of the day mean the same entry. `None` if it was used already, also by an entry
    /// that was removed since: the new entry is another one.
    pub fn daily_uid(&self, tracker: &str, day: NaiveDate) -> Result<Option<String>> {
        let purpose = format!("daymark entry uid\n{tracker}\n{day}");
        let hash = self.key.derive(&[], purpose.as_bytes());
        let uid = hex(hash.get(..16).unwrap_or_default());
        let used: bool = self
            .db
            .prepare_cached(
                "select exists (select 1 from entry where uid = ?1) or exists \
                 (select 1 from revision_entry join revision on revision.id = revision_entry.revision \
                 where uid = ?1 and state = 'done')",
            )?
            .query_row([&uid], |row| row.get(0))?;
        Ok((!used).then_some(uid))
    }
}
