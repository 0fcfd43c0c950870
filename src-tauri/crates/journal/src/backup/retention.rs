//! Which backups are kept, and removing the others.

use super::list_backups;
use crate::Result;
use crate::files::{is_not_found, remove_dir_if_exists};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Name of a backup during removal, so that a partly removed backup is never listed.
const REMOVING_DIR: &str = ".unwanted";

/// Removes a backup. It disappears from the list in one step.
fn remove_atomically(folder: &Path) -> Result<()> {
    let removing = folder.with_file_name(REMOVING_DIR);
    remove_dir_if_exists(&removing)?;
    match fs::rename(folder, &removing) {
        Err(e) if !is_not_found(&e) => Err(e.into()),
        Ok(()) | Err(_) => remove_dir_if_exists(&removing),
    }
}

/// Deletes backups by the retention policy: the ten latest are retained, and the latest of each of
/// 14 days, 8 weeks and 24 months. A backup dated after `now` was taken with a wrong clock: it stays,
/// and takes no other's place.
pub fn prune(folder: &Path, now: DateTime<Utc>) -> Result<()> {
    // An interrupted removal may have left this folder behind.
    remove_dir_if_exists(&folder.join(REMOVING_DIR))?;
    let mut all = list_backups(folder)?;
    all.retain(|backup| backup.at <= now);
    let retain = retained(&all.iter().map(|b| b.at.date_naive()).collect::<Vec<_>>());
    for (backup, retain) in all.iter().zip(retain) {
        if !retain {
            remove_atomically(&backup.folder)?;
        }
    }
    Ok(())
}

/// Returns which backups are retained, given their days, newest first.
fn retained(days: &[NaiveDate]) -> Vec<bool> {
    type Span = fn(NaiveDate) -> (i32, u32);
    let spans: [(Span, usize); 3] = [
        (|day| (day.year(), day.ordinal()), 14),
        (|day| (day.iso_week().year(), day.iso_week().week()), 8),
        (|day| (day.year(), day.month()), 24),
    ];
    let mut retain: Vec<bool> = (0..days.len()).map(|index| index < 10).collect();
    for (span, max) in spans {
        let mut seen = BTreeSet::new();
        for (day, retain) in days.iter().zip(&mut retain) {
            if seen.len() < max && seen.insert(span(*day)) {
                *retain = true;
            }
        }
    }
    retain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retention_keeps_latest_and_thins_older_backups() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        // Two backups a day for three years, newest first.
        let days: Vec<NaiveDate> = (0..3 * 365)
            .flat_map(|back| [today - chrono::Duration::days(back); 2])
            .collect();
        let retained = retained(&days);
        let ages: Vec<i64> = days
            .iter()
            .zip(&retained)
            .filter(|(_, retain)| **retain)
            .map(|(day, _)| (today - *day).num_days())
            .collect();
        assert!(ages.len() <= 10 + 14 + 8 + 24, "{} stay", ages.len());
        assert_eq!(
            &ages[..10],
            &[0, 0, 1, 1, 2, 2, 3, 3, 4, 4],
            "the ten latest"
        );
        assert!(
            (0..14).all(|age| ages.contains(&age)),
            "one of each of fourteen days"
        );
        assert!(
            ages.iter().any(|age| *age > 650),
            "and some of almost two years ago"
        );
    }
}
